"""Two people changed the list at once: both changes are kept, or neither is touched."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.list_edit import ListEdit, edited_rows
from desktop_app.domain.row_merge import rebased
from desktop_app.domain.signatory import Disclosure, Signatory

LANTERN = Signatory(2, "Lantern Network", Disclosure.NAMED, country="Chad")
RIVER = Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS, notes="asked twice")
BEFORE = (LANTERN, RIVER)


def test_a_change_finds_its_row_after_the_other_sorted_the_list() -> None:
    theirs = (replace(RIVER, row=2), replace(LANTERN, row=3))
    mine = ListEdit(changed=(replace(LANTERN, acronym="LN"),))
    assert rebased(BEFORE, mine, theirs).edit.changed == (replace(LANTERN, row=3, acronym="LN"),)


def test_changes_in_different_cells_of_a_row_are_both_kept() -> None:
    theirs = (replace(LANTERN, country="Tchad"), RIVER)
    mine = ListEdit(changed=(replace(LANTERN, acronym="LN"),))
    again = rebased(BEFORE, mine, theirs)
    assert again.torn == ()
    assert again.edit.changed == (replace(LANTERN, country="Tchad", acronym="LN"),)


def test_one_cell_changed_in_two_ways_is_nobodys_to_guess() -> None:
    theirs = (replace(LANTERN, country="Tchad"), RIVER)
    assert rebased(BEFORE, ListEdit(changed=(replace(LANTERN, country="Niger"),)), theirs).torn == (2,)


def test_a_signatory_that_stands_in_the_place_of_another_is_not_changed_in_its_stead() -> None:
    stranger = Signatory(3, "Harbour Watch", Disclosure.ANONYMOUS)
    mine = ListEdit(changed=(replace(RIVER, disclosure=Disclosure.NAMED),))
    again = rebased(BEFORE, mine, (LANTERN, stranger))
    assert again.torn == (3,)
    assert again.edit.changed == ()


def test_of_two_of_one_name_neither_is_guessed() -> None:
    twins = (LANTERN, replace(LANTERN, row=3, country="Norway"))
    theirs = (replace(twins[1], row=2, notes="new"), replace(twins[0], row=3, notes="new"))
    assert rebased(twins, ListEdit(changed=(replace(twins[0], acronym="LN"),)), theirs).torn == (2,)


def test_a_row_that_somebody_changed_is_not_cleared() -> None:
    theirs = (LANTERN, replace(RIVER, notes="asked three times"))
    assert rebased(BEFORE, ListEdit(emptied=(3,)), theirs).torn == (3,)


def test_what_both_added_is_added_once() -> None:
    new = Signatory(0, "Harbour Watch", Disclosure.PENDING)
    assert rebased(BEFORE, ListEdit(added=(new,)), (*BEFORE, replace(new, row=4))).edit.added == ()


names = st.sampled_from(["Lantern", "River", "Harbour", "Orchard", ""])
rows = st.lists(
    st.builds(
        Signatory,
        row=st.just(0),
        name=names,
        disclosure=st.sampled_from(Disclosure),
        country=st.sampled_from(["", "Chad"]),
        notes=st.sampled_from(["", "a", "b"]),
    ),
    max_size=6,
).map(lambda made: tuple(replace(row, row=number) for number, row in enumerate(made, 2)))


@given(rows, rows, st.data())
def test_nothing_of_the_others_is_lost(
    before: tuple[Signatory, ...], theirs: tuple[Signatory, ...], data: st.DataObject
) -> None:
    """Whatever the two lists: rows that mine does not touch stay as the other left them."""
    touched = data.draw(st.lists(st.sampled_from(before), unique_by=lambda row: row.row)) if before else []
    mine = ListEdit(changed=tuple(replace(row, notes="mine") for row in touched))
    again = rebased(before, mine, theirs)
    result = {row.row: row for row in edited_rows(theirs, again.edit)}
    changed = {row.row for row in again.edit.changed}
    assert len(changed) + len(again.torn) == len(touched)
    for row in theirs:
        if row.row in changed:
            assert replace(result[row.row], notes=row.notes) == row
        else:
            assert result[row.row] == row


@given(rows)
def test_without_a_change_by_another_a_step_stays_itself(before: tuple[Signatory, ...]) -> None:
    mine = ListEdit(changed=tuple(replace(row, notes="mine") for row in before))
    assert edited_rows(before, rebased(before, mine, before).edit) == edited_rows(before, mine)
