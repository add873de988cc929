"""Steps on the list in memory: taken back and made again in any order, they leave what a plain list would."""

import datetime as dt
from dataclasses import replace

import pytest
from domain.lists import named
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.list_edit import ListEdit, LogEntry, edited_rows
from desktop_app.domain.list_history import ListHistory
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory

HARBOUR, LANTERN = named(2, "Harbour Peace Network"), named(3, "Lantern House")
WILLOW = named(0, "The Willow Fund")


def hide(row: Signatory) -> ListEdit:
    entry = LogEntry(dt.date(2024, 2, 1), row.row, "Listed", row.disclosure.value, "anonymous")
    return ListEdit(changed=(replace(row, disclosure=Disclosure.ANONYMOUS),), log=(entry,))


def history() -> ListHistory:
    return ListHistory([HARBOUR, LANTERN])


def test_new_rows_come_below_the_last() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW, WILLOW)), "add", number=2)
    assert [row.row for row in steps.rows] == [2, 3, 4, 5]


def test_a_row_below_the_list_that_is_in_use_is_left_alone() -> None:
    steps = ListHistory([HARBOUR], last_row=9)
    steps.do(ListEdit(added=(WILLOW,)), "add")
    assert [row.row for row in steps.rows] == [2, 10]


def test_the_rows_are_one_object_until_one_of_them_is_another() -> None:
    # What was read for a list is read anew when it is another one.
    steps = history()
    before = steps.rows
    assert steps.rows is before
    steps.do(hide(HARBOUR), "disclosure")
    after = steps.rows
    assert after[0].disclosure is Disclosure.ANONYMOUS
    steps.undo(naming_confirmed=True)
    assert steps.rows == before
    assert steps.saved_as((HARBOUR, replace(LANTERN, country="Chad"))) is False
    assert steps.rows[1].country == "Chad"


def test_a_step_that_is_taken_back_leaves_the_list_as_it_was() -> None:
    steps = history()
    steps.do(ListEdit(changed=(replace(HARBOUR, country="Chad"),), emptied=(3,), added=(WILLOW,)), "cells")
    steps.undo()
    assert steps.rows == (HARBOUR, LANTERN)
    assert steps.pending().is_empty
    assert steps.is_saved


def test_a_step_that_is_made_again_says_what_it_said() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    there = steps.rows
    steps.undo()
    steps.redo()
    assert steps.rows == there


def test_another_step_ends_what_could_be_made_again() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    steps.undo()
    steps.do(hide(HARBOUR), "list-anonymous")
    with pytest.raises(ProblemError, match="nothing-to-redo"):
        steps.redo()


def test_taking_back_never_names_again_without_being_asked() -> None:
    steps = history()
    steps.do(hide(HARBOUR), "list-anonymous")
    with pytest.raises(ProblemError, match="undo-names-again"):
        steps.undo()
    assert steps.row(2).disclosure is Disclosure.ANONYMOUS
    steps.undo(naming_confirmed=True)
    assert steps.row(2).disclosure is Disclosure.NAMED


def test_making_again_never_names_again_without_being_asked() -> None:
    hidden = replace(HARBOUR, disclosure=Disclosure.ANONYMOUS)
    steps = ListHistory([hidden])
    steps.do(ListEdit(changed=(HARBOUR,)), "list-named")
    steps.undo()
    with pytest.raises(ProblemError, match="undo-names-again"):
        steps.redo()


def test_a_hidden_name_is_not_named_again_from_another_row() -> None:
    steps = history()
    steps.do(ListEdit(changed=(replace(HARBOUR, also_known_as=("Lantern House",)),), emptied=(3,)), "merge")
    steps.do(hide(steps.row(2)), "list-anonymous")
    steps.undo(naming_confirmed=True)
    steps.do(hide(steps.row(2)), "list-anonymous")
    with pytest.raises(ProblemError, match="undo-names-again"):
        steps.undo()


def test_the_log_tells_of_both_ways() -> None:
    steps = history()
    steps.do(hide(HARBOUR), "list-anonymous")
    steps.undo(naming_confirmed=True)
    told = [(entry.before, entry.after) for entry in steps.pending().log]
    assert told == [("named", "anonymous"), ("anonymous", "named")]


def test_steps_can_be_taken_back_after_the_list_was_saved() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    assert steps.saved_as(steps.rows)
    steps.undo()
    assert steps.pending().emptied == (4,)
    steps.redo()
    assert steps.is_saved


def test_a_row_that_the_file_put_elsewhere_is_still_taken_back() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    assert steps.saved_as([HARBOUR, LANTERN, replace(WILLOW, row=7)])
    assert steps.rows[-1].row == 7
    steps.undo()
    assert steps.pending().emptied == (7,)


def test_steps_made_while_the_list_was_written_stay_and_are_not_saved() -> None:
    steps = history()
    steps.do(hide(HARBOUR), "disclosure")
    written = steps.mark()
    steps.do(ListEdit(changed=(replace(LANTERN, country="Chad"),)), "cells")
    steps.do(hide(LANTERN), "disclosure")
    hidden = replace(HARBOUR, disclosure=Disclosure.ANONYMOUS)
    assert steps.saved_as((hidden, LANTERN), written)
    assert [row.row for row in steps.pending().changed] == [3]
    assert [entry.row for entry in steps.pending().log] == [3]
    for _ in range(3):
        steps.undo(naming_confirmed=True)
    assert steps.rows == (HARBOUR, LANTERN)


def test_a_row_added_while_others_were_written_gives_way_to_them() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    written = steps.mark()
    fig = replace(WILLOW, name="Fig Tree Readers")
    steps.do(ListEdit(added=(fig,)), "add")
    # Something stands below the list in the file: what was row 4 is row 5 there.
    assert steps.saved_as((HARBOUR, LANTERN, replace(WILLOW, row=5)), written)
    assert [(row.row, row.name) for row in steps.rows[2:]] == [(5, WILLOW.name), (6, fig.name)]
    steps.undo()
    steps.redo()
    assert [row.row for row in steps.rows] == [2, 3, 5, 6]


def test_a_merge_of_new_rows_is_taken_back_after_a_save_that_moved_them() -> None:
    steps = history()
    fig = replace(WILLOW, name="Fig Tree Readers")
    steps.do(ListEdit(added=(WILLOW, fig)), "add")
    steps.do(ListEdit(emptied=(4,)), "merge")
    assert steps.saved_as((HARBOUR, LANTERN, replace(fig, row=4)))
    steps.undo()
    assert {row.name for row in steps.rows[2:]} == {WILLOW.name, fig.name}


def test_another_list_is_none_that_steps_can_go_on_with() -> None:
    steps = history()
    written = steps.mark()
    steps.do(hide(LANTERN), "disclosure")
    with pytest.raises(ProblemError, match="save-not-verified"):
        steps.saved_as((HARBOUR,), written)
    assert not steps.is_saved


def test_another_list_ends_what_could_be_taken_back() -> None:
    steps = history()
    steps.do(ListEdit(added=(WILLOW,)), "add")
    assert not steps.saved_as([HARBOUR])
    assert steps.undoable is None


ROWS = st.lists(st.sampled_from(("Harbour", "Lantern", "Willow", "Alder")), min_size=1, max_size=5)
STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "change", "empty", "undo", "redo", "save")), st.integers(0, 9)),
    max_size=30,
)


@given(names=ROWS, steps=STEPS)
def test_any_steps_leave_what_a_plain_list_would(names: list[str], steps: list[tuple[str, int]]) -> None:
    file = tuple(named(number, name) for number, name in enumerate(names, 2))
    edited = ListHistory(file)
    past, future = [edited.rows], list[tuple[Signatory, ...]]()
    for what, pick in steps:
        rows = past[-1]
        if what == "undo" and len(past) > 1:
            edited.undo(naming_confirmed=True)
            future.append(past.pop())
        elif what == "redo" and future:
            edited.redo(naming_confirmed=True)
            past.append(future.pop())
        elif what == "save":
            file = edited_rows(file, edited.pending())
            file = tuple(replace(row, row=row.row or -1) for row in file)
            assert sorted(replace(row, row=0).name for row in file) == sorted(row.name for row in rows)
            file = edited.rows
            assert edited.saved_as(file)
        elif what == "add":
            edited.do(ListEdit(added=(named(0, f"New {pick}"),)), "add")
            past.append(edited.rows)
            future.clear()
        elif rows and what in ("change", "empty"):
            row = rows[pick % len(rows)]
            edit = ListEdit(changed=(replace(row, country=f"Country {pick}"),))
            edited.do(ListEdit(emptied=(row.row,)) if what == "empty" else edit, "cells")
            past.append(edited.rows)
            future.clear()
        assert edited.rows == past[-1]
        assert list(edited.rows) == sorted(edited.rows, key=lambda row: row.row)
