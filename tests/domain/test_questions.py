"""A no that may be about a named row is asked about until somebody has settled it."""

from dataclasses import replace

from desktop_app.domain.fingerprints import keyed
from desktop_app.domain.questions import Question, Questions, reopened
from desktop_app.domain.signatory import Disclosure, Signatory

PRINTS = keyed("key of this list")
LOTUS = Signatory(7, "Lotus Women Union", Disclosure.NAMED, country="Chad", email="l@lotus.example")
OTHER = Signatory(8, "Harbour Watch", Disclosure.NAMED)


def asked(*rows: Signatory, known: tuple[Question, ...] = ()) -> Questions:
    return Questions(known or (Questions((), (), PRINTS).about("answer", LOTUS),), rows, PRINTS)


def test_it_is_open_as_long_as_the_row_is_named() -> None:
    assert asked(LOTUS, OTHER).open_rows() == (7,)
    assert asked(replace(LOTUS, disclosure=Disclosure.ANONYMOUS), OTHER).open_rows() == ()


def test_the_row_is_known_again_wherever_it_stands_and_whatever_it_is_called() -> None:
    assert asked(OTHER, replace(LOTUS, row=70)).open_rows() == (70,)
    merged = replace(OTHER, also_known_as=("Lotus Women Union",))
    assert asked(merged).open_rows() == (8,)
    renamed = replace(LOTUS, row=70, name="Wholly Different Circle")
    assert asked(OTHER, renamed).open_rows() == (70,)
    assert asked(OTHER, replace(renamed, row=7, email="")).open_rows() == (7,)


def test_of_two_chapters_the_one_that_was_meant_is_asked_about() -> None:
    assert asked(LOTUS, replace(LOTUS, row=9, country="Mali")).open_rows() == (7,)


def test_what_is_settled_is_asked_no_more_unless_that_is_taken_back() -> None:
    settled = asked(LOTUS, OTHER).settled(LOTUS, "state")
    assert asked(LOTUS, OTHER, known=settled).open_rows() == ()
    assert asked(LOTUS, OTHER, known=settled).is_settled("answer", LOTUS)
    assert not asked(LOTUS, OTHER, known=settled).is_settled("answer", OTHER)
    assert not asked(LOTUS, OTHER, known=settled).is_settled("other", LOTUS)
    assert asked(LOTUS, OTHER, known=reopened(settled, "later")).open_rows() == ()
    assert asked(LOTUS, OTHER, known=reopened(settled, "state")).open_rows() == (7,)


def test_another_row_does_not_settle_it() -> None:
    questions = asked(LOTUS, OTHER)
    assert questions.settled(OTHER, "state") == questions.known


def test_a_question_is_kept_once() -> None:
    questions = asked(LOTUS)
    assert questions.with_new([*questions.known, questions.about("another", LOTUS)])[1:] == (
        questions.about("another", LOTUS),
    )


def test_no_text_is_in_it() -> None:
    (question,) = asked(LOTUS).known
    assert "lotus" not in repr(question).casefold()
