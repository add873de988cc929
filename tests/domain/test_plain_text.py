"""What may go into a letter, and what compares equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plain_text import folded, letters, plain


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
    ],
)
def test_a_value_becomes_plain(text: str, result: str) -> None:
    assert plain(text) == result


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
