"""Paragraphs of two languages side by side, and which of them are older than the original."""

from collections.abc import Sequence

from desktop_app.domain.versions import Paragraph, Standing, agreements, aligned, begun, compared

ENGLISH = (
    "{{ letter.date|long_date }}",
    "{{ recipient.salutation }}",
    "On 6 September 2023 the army struck a school in Port Ansel.",
    "At least 5,310 civilians have been killed, 640 of them children.",
    "We call on the Council to act without delay.",
    "{{ recipient.closing }}",
)
FRENCH = (
    "le {{ letter.date|long_date }}",
    "{{ recipient.salutation }}",
    "Le 6 septembre 2023, l’armée a frappé une école à Port Ansel.",
    "Au moins 5 310 civils ont été tués, dont 640 enfants.",
    "Nous demandons au Conseil d’agir sans délai.",
    "{{ recipient.closing }}",
)
NEW = "In December the Council met twice and agreed on nothing at all."


def letter(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(at, text) for at, text in enumerate(texts))


def changed(texts: Sequence[str], at: int, text: str) -> tuple[str, ...]:
    return (*texts[:at], text, *texts[at + 1 :])


def without(texts: Sequence[str], at: int) -> tuple[str, ...]:
    return (*texts[:at], *texts[at + 1 :])


def agreed_now() -> dict[str, str]:
    return agreements(compared(letter(ENGLISH), letter(FRENCH), None), {})


def standings(
    original: Sequence[str], version: Sequence[str], agreed: dict[str, str] | None
) -> dict[str, Standing]:
    """Those that do not agree, by the first words of the original or, without it, of the version."""
    pairs = compared(letter(original), letter(version), agreed)
    return {
        (pair.original or pair.version or Paragraph(0, "")).text.split()[0]: pair.standing
        for pair in pairs
        if pair.standing is not Standing.AGREES
    }


def test_what_belongs_together_is_found_by_fields_and_figures() -> None:
    cases = {
        "as it is": (ENGLISH, FRENCH),
        "the original is longer": ((*ENGLISH[:3], NEW, *ENGLISH[3:]), FRENCH),
        "one is missing": (ENGLISH, without(FRENCH, 2)),
        "one is too many": (
            ENGLISH,
            (*FRENCH[:4], "Le 3 mai 2021, personne n’a répondu.", *FRENCH[4:]),
        ),
    }
    translations = dict(zip(ENGLISH, FRENCH, strict=True))
    for name, (original, version) in cases.items():
        pairs = [(a.text, b.text) for a, b in aligned(letter(original), letter(version)) if a and b]
        assert all(translations[one] == other for one, other in pairs), name
        assert len(pairs) >= len(ENGLISH) - 1, name


def test_what_was_found_to_agree_stays_together() -> None:
    version = (*FRENCH[:4], "Nous ne demandons au Conseil rien de plus.", *FRENCH[4:])
    assert standings(ENGLISH, version, agreed_now()) == {"Nous": Standing.EXTRA}


def test_a_paragraph_that_the_version_lacks_is_missing_and_one_too_many_is_told() -> None:
    assert standings(ENGLISH, without(FRENCH, 3), agreed_now()) == {"At": Standing.MISSING}
    assert standings(without(ENGLISH, 3), FRENCH, agreed_now()) == {"Au": Standing.EXTRA}


def test_a_paragraph_is_older_until_it_is_found_to_agree_again() -> None:
    original = changed(ENGLISH, 3, "At least 5,402 civilians have been killed, 640 of them children.")
    agreed = agreed_now()
    assert standings(original, FRENCH, agreed) == {"At": Standing.OLDER}
    version = changed(FRENCH, 3, "Au moins 5 402 civils ont été tués, dont 640 enfants.")
    assert standings(original, version, agreed) == {"At": Standing.OLDER}, "somebody must say so"
    pairs = compared(letter(original), letter(version), agreed)
    agreed = agreements([pair for pair in pairs if pair.standing is Standing.OLDER], agreed)
    assert standings(original, version, agreed) == {}


def test_to_improve_a_translation_makes_it_no_older() -> None:
    version = changed(FRENCH, 4, "Nous appelons le Conseil à agir sans attendre.")
    assert standings(ENGLISH, version, agreed_now()) == {}


def test_a_copy_is_to_be_translated_paragraph_by_paragraph() -> None:
    agreed = begun(letter(ENGLISH), letter(ENGLISH))
    to_do = Standing.UNTRANSLATED
    assert standings(ENGLISH, ENGLISH, agreed) == {"On": to_do, "At": to_do, "We": to_do}
    version = changed(ENGLISH, 3, FRENCH[3])
    assert standings(ENGLISH, version, agreed) == {"On": to_do, "We": to_do}
    original = changed(ENGLISH, 2, "On 6 September 2023 the army struck two schools in Port Ansel.")
    assert standings(original, version, agreed) == {"On": to_do, "We": to_do}
    original = changed(ENGLISH, 3, "At least 5,402 civilians have been killed, 640 of them children.")
    assert standings(original, version, agreed) == {"On": to_do, "At": Standing.OLDER, "We": to_do}


def test_where_nobody_has_looked_nothing_counts_as_older() -> None:
    assert standings(ENGLISH, FRENCH, None) == {}
    assert standings(ENGLISH, changed(FRENCH, 4, ENGLISH[4]), None) == {"We": Standing.UNTRANSLATED}


def test_a_note_is_part_of_its_paragraph() -> None:
    one = Paragraph(0, "We wrote.", ("Letter of 3 May 2023.",))
    assert one.mark != Paragraph(0, "We wrote.", ("Letter of 4 May 2023.",)).mark
    assert one.mark == Paragraph(5, "We  wrote.", ("Letter of 3 May\t2023.",)).mark
