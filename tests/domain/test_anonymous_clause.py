"""The clause that counts those who are not named: what falls away when there is none, and what is left."""

import re

import pytest

from desktop_app.domain.anonymous_clause import clauses_of_pieces, prints_none, without_conditions
from desktop_app.domain.letter_anatomy.template import Piece, PieceKind

ALL, SOME = "{{ signatories.total|number }}", "{{ signatories.anonymous|number }}"


def wrapped(text: str, language: str = "en") -> tuple[str, bool]:
    """The paragraph with its conditions, and whether its clause could be parted."""
    written = text.replace("ALL", ALL).replace("SOME", SOME)
    (piece,), done = clauses_of_pieces([Piece(PieceKind.PARAGRAPH, written, 3)], language)
    return piece.text, done.left == ()


def without_anonymous(text: str, language: str = "en") -> str:
    made, _ = wrapped(text, language)
    return re.sub(r"\{% if .*?\{% endif %\}", "", made).replace(ALL, "ALL").replace(SOME, "SOME")


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        (
            "en",
            "In May we, ALL groups, including SOME that do not disclose their names, write to ask.",
            "In May we, ALL groups, write to ask.",
        ),
        (
            "en",
            "We, ALL groups, including SOME that withhold their names, for fear of reprisals, call on you.",
            "We, ALL groups, call on you.",
        ),
        ("en", "We, ALL groups (SOME of which are not named), call on you.", "We, ALL groups, call on you."),
        ("en", "We, ALL groups – SOME of them unnamed – call on you.", "We, ALL groups call on you."),
        ("en", "Signed by ALL groups including SOME that cannot be named:", "Signed by ALL groups:"),
        ("en", "We ask. Of these, SOME have chosen not to be named. We wait.", "We ask. We wait."),
        ("en", "SOME groups have chosen not to be named. We wait.", "We wait."),
        (
            "en",
            "More than 400 groups, including SOME that cannot be named, sign.",
            "More than 400 groups, sign.",
        ),
        ("fr", "Nous, ALL groupes, dont SOME taisent leur nom, demandons.", "Nous, ALL groupes, demandons."),
        (
            "es",
            "Firmada por ALL grupos, de los cuales SOME no revelan su nombre.",
            "Firmada por ALL grupos.",
        ),
        ("zh", "我们ALL个组织，其中SOME个选择不公开名称，呼吁。", "我们ALL个组织，呼吁。"),
        ("ar", "نحن ALL منظمة، بينها SOME منظمة لا تكشف عن أسمائها، نكتب.", "نحن ALL منظمة، نكتب."),
    ],
)
def test_what_is_left_reads_on(language: str, text: str, left: str) -> None:
    assert without_anonymous(text, language) == left


@pytest.mark.parametrize(
    "text",
    ["Beside SOME that cannot be named we are ALL groups.", "ALL groups and SOME unnamed ones call on you."],
)
def test_a_sentence_that_would_not_stand_is_left_and_told(text: str) -> None:
    made, fits = wrapped(text)
    assert "{%" not in made
    assert not fits


def test_a_sentence_alone_in_its_paragraph_takes_that_along() -> None:
    made, _ = wrapped("Of us, SOME cannot be named.")
    assert made.endswith("{% else %}{{ none }}{% endif %}")
    assert without_conditions(made) == f"Of us, {SOME} cannot be named."


def test_a_letter_that_asks_already_stays_as_it_is() -> None:
    text = f"We, {ALL} groups{{% if signatories.anonymous %}}, with {SOME} unnamed{{% endif %}}, write."
    assert wrapped(text) == (text, True)
    assert not prints_none(text)
    assert prints_none(f"We, {ALL} groups, with {SOME} unnamed, write.")


def test_each_sentence_loses_a_clause_of_its_own() -> None:
    sentence = "We, ALL groups, including SOME that cannot be named, write."
    assert without_anonymous(" ".join([sentence] * 3)) == " ".join(["We, ALL groups, write."] * 3)
