"""What may go into a letter, and what compares equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plain_text import folded, in_order, inert, letters, plain, turns_order


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("  Lantern \t Network ", "Lantern Network"),
        ("Lantern\r\nNetwork", "Lantern Network"),
        ("Lantern\x0bNet\x00work\x07", "Lantern Network"),
        ("a\u2028b\u00a0c\u3000d\x85e", "a b c d e"),
        ("broken \ud83d half", "broken half"),
        ("no\ufffe char\uffffacter", "no character"),
        ("Peace & Justice <Network> {{ x }}", "Peace & Justice <Network> {{ x }}"),
        ("cafe\u0301 and café", "cafe\u0301 and café"),
        ("کمیته\u200cها", "کمیته\u200cها"),
        ("\ufeffLantern \ufeffNet\ufeffwork", "Lantern Network"),
        ("\u200b", ""),
        (" \u2060\u00a0 \u200d\ufeff\u00ad\u200f", ""),
        ("\u200bLantern", "\u200bLantern"),
        ("\u200fکمیته\u200e \u202ePDF\u202c \u2067x\u2069", "\u200fکمیته\u200e PDF x"),
    ],
)
def test_a_value_becomes_plain(text: str, result: str) -> None:
    assert plain(text) == result


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("pay \u202efdp.txe", "pay fdp.txe"),
        ("\u202aa\u202c", "a"),
        ("x \u2067کمیته\u2069 y", ""),
        ("x \u2067کمیته y", "x کمیته y"),
        ("x\u2069\u2066", "x"),
        ("\u200fکمیته\u200e", ""),
    ],
)
def test_signs_that_turn_the_order_around_are_found_and_taken_out(text: str, kept: str) -> None:
    assert turns_order(text) is bool(kept)
    assert "".join(in_order([text[:2], text[2:]])) == (kept or text)


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Women’s  League", "women's league"),
        ("Réseau «Lanterne»", 'RÉSEAU "lanterne"'),
        ("Asia–Pacific", "asia-pacific"),
        ("Ｌａｎｔｅｒｎ", "lantern"),
        ("cafe\u0301", "café"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_name_compare_equal(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_accents_keep_names_apart() -> None:
    assert folded("Pena") != folded("Peña")


@pytest.mark.parametrize(
    ("text", "result"),
    [("E-mail:", "email"), (" Título  ", "titulo"), ("Signé le", "signele"), ("***", ""), ("№ 1", "no1")],
)
def test_headers_are_known_by_their_letters(text: str, result: str) -> None:
    assert letters(text) == result


@given(st.text(st.characters(exclude_categories=())))
def test_a_value_holds_no_marks_no_breaks_and_opens_no_field(text: str) -> None:
    value = inert(text)
    assert not any("\ufdd0" <= c <= "\ufdef" or c in "\n\r\v\f\x1c\x85\u2028\u0000\ufffe" for c in value)
    assert not any(mark in value for mark in ("{{", "{%", "{#", "}}", "%}", "#}"))
    assert inert(value) == value


def test_a_no_break_space_stays_in_a_value() -> None:
    assert inert("1\u202f462\u00a0organisations") == "1\u202f462\u00a0organisations"
