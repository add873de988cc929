"""Figures, dates and lists as the letter's language writes them."""

import datetime as dt

import pytest
from domain.lists import CASES, table

from desktop_app.domain.campaign import Text
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Kind
from desktop_app.files.reference_data import Reference

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("code", "four", "five", "over"),
    [
        ("en", "1,462", "70,000", "over 70,000"),
        ("fr", f"1{NARROW}462", f"70{NARROW}000", f"plus de 70{NARROW}000"),
        ("es", "1.462", "70.000", "más de 70.000"),
        ("ru", f"1{NO_BREAK}462", f"70{NO_BREAK}000", f"более 70{NO_BREAK}000"),
        ("zh", "1,462", "70,000", "超过70,000"),
        ("ar", "1,462", "70,000", "أكثر من 70,000"),
    ],
)
def test_figures(code: str, four: str, five: str, over: str) -> None:
    language = LetterLanguage(code)
    assert (language.number(1462), language.number(70_000)) == (four, five)
    assert [language.over(number) for number in (70_000, 70_001, 70_999)] == [five, over, over]
    assert language.number(462) == "462"


def test_a_rounded_figure_is_never_alone() -> None:
    assert LetterLanguage("de").over(70_001) == "70.001"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (71_532, "over 71,000"),
        (69_999, "over 69,000"),
        (100_001, "over 100,000"),
        (462, "over 460"),
        (460, "460"),
        (99, "99"),
        (7, "7"),
        (0, "0"),
    ],
)
def test_over_rounds_down_and_never_up(number: int, said: str) -> None:
    assert LetterLanguage("en").over(number) == said


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("en", "1 February 2024", "2 February 2024"),
        ("fr", "1er février 2024", "2 février 2024"),
        ("es", "1 de febrero de 2024", "2 de febrero de 2024"),
        ("ru", "1 февраля 2024 года", "2 февраля 2024 года"),
        ("zh", "2024年2月1日", "2024年2月2日"),
        ("ar", "1 شباط/فبراير 2024", "2 شباط/فبراير 2024"),
        ("de", "1. Februar 2024", "2. Februar 2024"),
        ("pt-BR", "1 de fevereiro de 2024", "2 de fevereiro de 2024"),
    ],
)
def test_dates(code: str, first: str, second: str) -> None:
    language = LetterLanguage(code)
    assert language.long_date(dt.date(2024, 2, 1)) == first
    assert language.long_date(dt.date(2024, 2, 2)) == second


def test_the_eleventh_is_not_the_first_in_french() -> None:
    assert LetterLanguage("fr").long_date(dt.date(2024, 2, 11)) == "11 février 2024"


@pytest.mark.parametrize("month", range(1, 13))
def test_arabic_months_are_in_their_order(month: int) -> None:
    # Babel knows the Egyptian names; only the spelling of June and July differs at the United Nations.
    written = LetterLanguage("ar").long_date(dt.date(2024, month, 5))
    egyptian = LetterLanguage("ar-EG").long_date(dt.date(2024, month, 5)).split()[1]
    assert written.split("/")[1].split()[0].replace("يه", "يو") == egyptian


@pytest.mark.parametrize(
    ("code", "items", "joined"),
    [
        ("en", [], ""),
        ("en", ["Chad"], "Chad"),
        ("en", ["Chad", "Mali", "Togo"], "Chad, Mali and Togo"),
        ("fr", ["Tchad", "Mali", "Togo"], "Tchad, Mali et Togo"),
        ("es", ["Chad", "Mali", "Togo"], "Chad, Mali y Togo"),
        ("es", ["Paraguay", "Italia"], "Paraguay e Italia"),
        ("es", ["Chad", "Italia", "Mali"], "Chad, Italia y Mali"),
        ("es", ["agua", "hielo"], "agua y hielo"),
        ("es", ["Italia"], "Italia"),
        ("ru", ["Чад", "Мали", "Того"], "Чад, Мали и Того"),
        ("zh", ["乍得", "马里", "多哥"], "乍得、马里和多哥"),
    ],
)
def test_lists(code: str, items: list[str], joined: str) -> None:
    assert LetterLanguage(code).join(items) == joined


@pytest.mark.parametrize(
    ("code", "singular"),
    [("en", {1}), ("fr", {0, 1}), ("es", {1}), ("ru", {1, 21}), ("zh", set()), ("ar", {1})],
)
def test_plurals(code: str, singular: set[int]) -> None:
    numbers = (0, 1, 2, 3, 5, 11, 21, 84)
    language = LetterLanguage(code)
    assert {n for n in numbers if language.plural(n, "one", "many") == "one"} == singular


@pytest.mark.parametrize("row", table((CASES / "numbers.md").read_text("utf-8").splitlines()), ids=str)
def test_words(row: dict[str, str]) -> None:
    assert LetterLanguage(row["language"]).words(int(row["number"]), row["gender"]) == row["words"]


@pytest.mark.parametrize("code", ["xx", "", "../en", "english"])
def test_a_language_nobody_knows_is_refused(code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        LetterLanguage(code)
    assert (caught.value.code, caught.value.values["language"]) == ("language-unknown", code)


ORGANIZATIONS = "civil society organizations"
KEPT_BACK = "chosen not to disclose"
PLAIN = Text()
REASON = Text(reason="for their {safety}")


def said(
    reference: Reference,
    code: str,
    total: int,
    anonymous: int,
    text: Text = PLAIN,
    *,
    kind: Kind = Kind.ORGANISATION,
    hidden: bool = False,
) -> str:
    phrases = reference.phrases(code).count
    return LetterLanguage(code).statement(total, anonymous, text, phrases, kind=kind, hidden=hidden)


@pytest.mark.parametrize(
    ("total", "anonymous", "text", "sentence"),
    [
        (
            1462,
            84,
            PLAIN,
            f"Signed by 1,462 {ORGANIZATIONS}, including 84 that have {KEPT_BACK} their names.",
        ),
        (
            2,
            1,
            REASON,
            f"Signed by 2 {ORGANIZATIONS}, including one that has {KEPT_BACK} its name for their {{safety}}.",
        ),
        (378, 0, REASON, f"Signed by 378 {ORGANIZATIONS}."),
        (1, 0, PLAIN, "Signed by 1 civil society organization."),
        (3, 0, Text(noun="union", nouns="unions"), "Signed by 3 unions."),
        (1, 0, Text(noun="union", nouns="unions"), "Signed by 1 union."),
    ],
)
def test_the_count_sentence(
    reference: Reference, total: int, anonymous: int, text: Text, sentence: str
) -> None:
    assert said(reference, "en", total, anonymous, text) == sentence


def test_the_count_sentence_can_keep_the_figure_back(reference: Reference) -> None:
    assert said(reference, "en", 20, 2, hidden=True) == (
        "Signed by 20 civil society organizations, "
        "including some that have chosen not to disclose their names."
    )


def test_the_count_sentence_tells_persons_from_organisations(reference: Reference) -> None:
    text = Text(noun="signatory", nouns="signatories")
    assert said(reference, "en", 20, 9, text, kind=Kind.PERSON) == (
        "Signed by 20 signatories, including 9 who have chosen not to disclose their names."
    )


def test_the_count_sentence_agrees_in_gender_and_number(reference: Reference) -> None:
    masculine = Text(noun="réseau", nouns="réseaux", gender="m")
    assert said(reference, "fr", 3, 1, masculine) == (
        "Lettre signée par 3 réseaux, dont un a choisi de ne pas divulguer son nom."
    )
    assert said(reference, "fr", 3, 1) == (
        "Lettre signée par 3 organisations de la société civile, "
        "dont une a choisi de ne pas divulguer son nom."
    )
    assert said(reference, "fr", 0, 0, masculine) == "Lettre signée par 0 réseau."


@pytest.mark.parametrize(
    ("anonymous", "clause"),
    [
        (1, "جهة واحدة اختارت عدم الكشف عن اسمها"),
        (2, "جهتان اختارتا عدم الكشف عن اسميهما"),
        (3, "3 اختارت عدم الكشف عن أسمائها"),
    ],
)
def test_arabic_has_a_dual(reference: Reference, anonymous: int, clause: str) -> None:
    assert said(reference, "ar", 9, anonymous).endswith(f"، منها {clause}.")
