"""Which words of a letter are looked up, and which are names."""

import pytest

from desktop_app.domain.spelling import (
    holds_name,
    is_in_script_of,
    is_name,
    is_near_name,
    joined_names_in,
    names_in,
    words_to_check,
)

NAMES = names_in(["Ligue des droits d’Orlavie (LDO)", "Asiya Rathnam", "Women’s Fund"])


def words(text: str) -> list[str]:
    return [word for _at, word in words_to_check(text)]


@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ("We don’t recieve well-known aid.", ["We", "don’t", "recieve", "well-known", "aid"]),
        ("see https://newz.example.org/a, wrte to abc@example.org", ["see", "wrte", "to"]),
        ("exmple.org/abuot www.exmple", []),
        ("the OHCHR and NGOs, OHCHR’s McCoy", ["the", "and"]),
        ("Covid19 in 2o24, 5th a b", ["in"]),
        ("{{ recipient.nmae }} and [fill thiss in] or {{ unclsed", ["and", "or"]),
        ("au\N{OBJECT REPLACEMENT CHARACTER}jourd’hui", ["au", "jourd’hui"]),
    ],
)
def test_addresses_short_forms_fields_and_prompts_are_not_looked_up(text: str, checked: list[str]) -> None:
    assert words(text) == checked


def test_each_has_its_place() -> None:
    text = "To x@example.org: recieve it"
    assert [(at, text[at : at + len(word)]) for at, word in words_to_check(text)] == [
        (0, "To"),
        (18, "recieve"),
        (26, "it"),
    ]


@pytest.mark.parametrize(
    "word", ["Rathnam", "rathnam’s", "d’Orlavie", "l’Orlavie", "Women’s", "Asiya-Rathnam"]
)
def test_words_of_names_are_names(word: str) -> None:
    assert is_name(word, NAMES)


@pytest.mark.parametrize(
    ("word", "near"), [("Rathnem", True), ("Ratnam", True), ("letter", False), ("Lad", False)]
)
def test_a_slip_in_a_name_tells_it(word: str, near: bool) -> None:
    assert not is_name(word, NAMES)
    assert is_near_name(word, NAMES) is near


@pytest.mark.parametrize("word", ["Kalinthhelp", "kalinths", "ourkalinth", "Kalinth-Helpers", "Rathnams"])
def test_a_word_made_of_a_name_tells_it(word: str) -> None:
    hidden = {*NAMES, *joined_names_in(["Ka-Linth", "Kalinth Help"])}
    assert holds_name(word, hidden)


def test_short_words_of_names_tell_nothing_within_others() -> None:
    assert not holds_name("Kaleidoscope", joined_names_in(["Ka"]))


def test_addresses_tell_names_by_their_parts() -> None:
    contact = "Office <kalinth.help@orlavia-rights.example.org>"
    known = names_in([contact]) | joined_names_in([contact])
    assert {"kalinthhelp", "kalinth", "orlavia"} <= known


def test_a_dictionary_knows_the_letters_of_its_language() -> None:
    assert is_in_script_of("goverment", "fr")
    assert not is_in_script_of("نكتب", "fr")
    assert is_in_script_of("نكتب", "ar")
    assert not is_in_script_of("OHCHR", "ru")
