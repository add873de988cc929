"""Only a clear yes publishes: answers in many languages, and what must not become of them."""

import unicodedata

import pytest
from domain.lists import CASES

from desktop_app.domain.consent import Asked, Consent, consent_of, together
from desktop_app.domain.signatory import Disclosure

ANSWERS = [
    (language, answer.removeprefix(" ").removesuffix(" "), expected == "yes")
    for language, answer, expected in (
        (line.split(" |")[0], "|".join(line.split("|")[1:-1]), line.rsplit("|", 1)[1].strip())
        for line in (CASES / "consent.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
]
CLEAR = [answer for _, answer, is_yes in ANSWERS if is_yes]
LOOK_ALIKES = str.maketrans("aceopxyAEOабеорсухο", "асеорхуАЕОaбeopcyxo")


def test_the_table_is_as_wide_as_we_say() -> None:
    assert len({language for language, *_ in ANSWERS} - {"signs"}) >= 60
    assert all(
        count >= 1
        for count in (sum(is_yes for one, _, is_yes in ANSWERS if one == other) for other, *_ in ANSWERS)
    )


@pytest.mark.parametrize(("language", "answer", "publishes"), ANSWERS)
def test_an_answer_publishes_or_does_not(language: str, answer: str, publishes: bool) -> None:
    assert (consent_of(answer) is Consent.YES) is publishes, language


def doubted(answer: str) -> set[str]:
    """Ways to write a clear yes so that it is none."""
    bare = answer.strip().rstrip(".!。။")
    doubts = (
        f"{bare}?",
        f"{bare}？",
        f"({bare})",
        f"{bare} ...?",
        f"{bare} / ",
        f"{bare}, 1",
        f"{bare} xyz",
        f"xyz {bare}",
        f"no {bare}",
        f"{bare}, no",
        f"{bare} - не",
        f"{bare} 不",
        f"{bare}\u200bx",
        f"\u202e{bare}",
        bare.translate(LOOK_ALIKES),
        f"{bare} (anonymous)",
    )
    return {doubt for doubt in doubts if doubt != bare}


def test_no_answer_is_published_by_mistake() -> None:
    wrong = [typed for _, answer, publishes in ANSWERS if not publishes for typed in variants(answer)]
    wrong += [doubt for answer in CLEAR for doubt in doubted(answer)]
    assert len(wrong) > 4000
    assert [answer for answer in wrong if consent_of(answer) is Consent.YES] == []


def variants(answer: str) -> set[str]:
    """Ways to write the same."""
    upper = answer.upper()
    return {
        answer,
        # The capital of "i" is another one in Turkish.
        upper if upper.casefold() == answer.casefold() else answer,
        answer.lower(),
        f" {answer}. ",
        f"{answer}!",
        f"\u200f{answer}",
        unicodedata.normalize("NFD", answer),
        unicodedata.normalize("NFKC", answer),
    }


def test_a_clear_yes_is_one_however_it_is_typed() -> None:
    typed = [variant for answer in CLEAR for variant in variants(answer)]
    assert [answer for answer in typed if consent_of(answer) is not Consent.YES] == []


@pytest.mark.parametrize("answer", CLEAR)
def test_asked_whether_to_hide_a_plain_yes_hides(answer: str) -> None:
    """Only an answer that says itself that the name may be published does so."""
    outcome = consent_of(answer, Asked.TO_HIDE)
    assert outcome in (Consent.NO, Consent.YES)
    if len(answer.split()) < 2 and outcome is Consent.YES:
        assert answer.casefold() in (
            "publicly",
            "named",
            "publiquement",
            "públicamente",
            "öffentlich",
            "可以公开",
        )


@pytest.mark.parametrize("answer", ["No", "Non", "нет", "いいえ", "لا", "Nein, danke", "Not really"])
def test_asked_whether_to_hide_no_answer_is_a_clear_yes(answer: str) -> None:
    consent = consent_of(answer, Asked.TO_HIDE)
    assert consent in (Consent.NO, Consent.UNCLEAR, Consent.OPEN)
    assert together([consent]).disclosure is Disclosure.ANONYMOUS


@pytest.mark.parametrize(
    ("publish", "hide", "disclosure"),
    [
        ("Yes", "No", Disclosure.NAMED),
        ("Yes", "Yes", Disclosure.ANONYMOUS),
        ("Yes", "", Disclosure.ANONYMOUS),
        ("Yes", "Not sure", Disclosure.ANONYMOUS),
        ("No", "No", Disclosure.ANONYMOUS),
        ("", "No", Disclosure.ANONYMOUS),
    ],
)
def test_who_need_not_be_hidden_is_named_by_a_clear_yes_alone(
    publish: str, hide: str, disclosure: Disclosure
) -> None:
    said = (consent_of(publish), consent_of(hide, Asked.TO_HIDE))
    assert together(said).disclosure is disclosure


@pytest.mark.parametrize(
    ("answer", "consent"),
    [
        ("", Consent.UNCLEAR),
        ("No", Consent.NO),
        ("No problem", Consent.UNCLEAR),
        ("KABUL EDİYORUM", Consent.YES),
        ("не против", Consent.UNCLEAR),
        ("Yes, but please keep us anonymous", Consent.NO),
        ("We withdraw our signature", Consent.WITHDRAWN),
        ("Wir ziehen zurück", Consent.WITHDRAWN),
        ("We do not withdraw", Consent.UNCLEAR),
        ("yes " * 200, Consent.UNCLEAR),
    ],
)
def test_what_is_no_yes_is_told_apart(answer: str, consent: Consent) -> None:
    assert consent_of(answer) is consent


@pytest.mark.parametrize(
    ("answers", "disclosure"),
    [
        (["Yes"], Disclosure.NAMED),
        (["Yes", "Yes"], Disclosure.NAMED),
        (["Yes", "No"], Disclosure.ANONYMOUS),
        (["Yes", "Yes", "No", "Yes"], Disclosure.ANONYMOUS),
        (["Yes", ""], Disclosure.ANONYMOUS),
        ([], Disclosure.ANONYMOUS),
        (["Yes", "We withdraw"], Disclosure.WITHDRAWN),
    ],
)
def test_one_no_outweighs_any_yes(answers: list[str], disclosure: Disclosure) -> None:
    assert together(map(consent_of, answers)).disclosure is disclosure
    assert together(map(consent_of, reversed(answers))).disclosure is disclosure
