"""Signs become those of the letter's language as they are typed."""

import pytest

from desktop_app.domain.typing import closed_field, runs_from_right, typed

NBSP = "\N{NO-BREAK SPACE}"


def written(text: str, language: str) -> str:
    """What stands there when a text has been typed sign by sign."""
    made = ""
    for sign in text:
        gone, new = typed(made, sign, language)
        made = made[: len(made) - gone] + new
    return made


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('He said "no" (and "never").', "en", "He said “no” (and “never”)."),
        ("the people's will, 'as it is'", "en", "the people’s will, ‘as it is’"),
        ('Elle dit "non" !', "fr", f"Elle dit «{NBSP}non{NBSP}»{NBSP}!"),
        (
            "Pourquoi? Parce que: rien; voila!",
            "fr",
            f"Pourquoi{NBSP}? Parce que{NBSP}: rien{NBSP}; voila{NBSP}!",
        ),
        ('Er sagte "nein"', "de", "Er sagte „nein“"),
        ('"нет"', "ru", "«нет»"),
        ("2021--2024, and --- so on...", "en", "2021–2024, and — so on…"),
        ("https://a.example.org/?a=1;b--c", "fr", "https://a.example.org/?a=1;b--c"),
        ('{{ letter.title|default("x") }}', "en", '{{ letter.title|default("x") }}'),
        ("18:04", "fr", "18:04"),
        ("a.b@example.org--x", "en", "a.b@example.org--x"),
        ('"x"', "my", "“x”"),
    ],
)
def test_signs_are_set_as_the_language_has_them(text: str, language: str, expected: str) -> None:
    assert written(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نكتب", True),
        ("« 402 – שלום", True),
        ("OHCHR نكتب", False),
        ("我们", False),
        ("ပြည်သူ", False),
        ("12. – «", None),
        ("", None),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_that_tells(text: str, expected: bool | None) -> None:
    assert runs_from_right(text) is expected


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("To {{ recipient.name }}", "{{ recipient.name }}"),
        ("{{letter.date|long_date}}", "{{letter.date|long_date}}"),
        ("{{ letter.cc|default(1) }}", "{{ letter.cc|default(1) }}"),
        ("{{ recipient.name }", ""),
        ("{{ recipient.name }} and", ""),
        ("{{ 1 + 1 }}", ""),
        ("}}", ""),
    ],
)
def test_a_field_is_closed_by_its_last_brace(text: str, field: str) -> None:
    assert closed_field(text) == field
