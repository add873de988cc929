"""What shows of the changes between two states of the list."""

from dataclasses import replace

from domain.lists import anonymous, named

from desktop_app.domain.list_changes import ListChanges, Respelled, list_changes
from desktop_app.domain.signatory import Disclosure, Signatory, Way

THEN = (named(2, "Harbour Peace Network"), named(3, "Lantern House"), anonymous(4, "Willow Refuge"))


def changed(*now: Signatory, then: tuple[Signatory, ...] = THEN) -> ListChanges:
    return list_changes(then, now, Way.ONCE)


def test_nothing_changed() -> None:
    found = changed(*THEN)
    assert (found.added, found.hidden, found.gone, found.spelled) == ((), (), 0, ())
    assert found.before == found.after


def test_new_names_are_added_and_so_is_one_that_was_hidden_before() -> None:
    found = changed(
        *THEN[:2], named(4, "Willow Refuge"), named(5, "The Reed Fund"), anonymous(6, "Heron Forum")
    )
    assert found.added == ("Willow Refuge", "The Reed Fund")
    assert (found.before.total, found.after.total) == (3, 5)
    assert (found.before.anonymous, found.after.anonymous) == (1, 1)


def test_one_that_is_hidden_now_goes_by_its_row() -> None:
    rows = [replace(THEN[1], row=9, disclosure=Disclosure.ANONYMOUS), THEN[0], THEN[2]]
    found = changed(*rows)
    assert (found.hidden, found.gone, found.added) == ((9,), 0, ())


def test_one_that_is_not_on_the_list_any_more_is_only_counted() -> None:
    found = changed(THEN[0], THEN[2])
    assert (found.hidden, found.gone) == ((), 1)


def test_a_name_that_is_printed_in_another_way_is_spelled_differently() -> None:
    found = changed(replace(THEN[0], listed_as="Harbour Peace Network (HPN)"), *THEN[1:])
    assert found.spelled == (
        Respelled(2, "Harbour Peace Network", "Harbour Peace Network (HPN)", is_one_name=True),
    )
    assert (found.added, found.gone) == ((), 0)


def test_a_corrected_name_is_known_by_its_e_mail_or_its_acronym_wherever_it_stands() -> None:
    then = (
        replace(named(2, "Red Faro"), email="faro@example.org"),
        named(3, "Maison des Lanternes", acronym="MDL"),
    )
    now = (
        named(7, "The Lantern House", acronym="MDL"),
        replace(named(8, "Lighthouse Network"), email="Faro@example.org"),
    )
    found = changed(*now, then=then)
    assert [(name.before, name.after) for name in found.spelled] == [
        ("Red Faro", "Lighthouse Network"),
        ("Maison des Lanternes", "The Lantern House"),
    ]


def test_an_e_mail_that_two_rows_share_tells_nobody() -> None:
    then = tuple(
        replace(named(row, name), email="desk@example.org") for row, name in ((2, "Reed"), (3, "Heron"))
    )
    found = changed(then[0], replace(named(9, "Willow"), email="desk@example.org"), then=then)
    assert (found.added, found.gone, found.spelled) == (("Willow",), 1, ())


def test_a_slip_that_was_mended_stays_in_its_row() -> None:
    found = changed(named(2, "Harbor Peace Network"), *THEN[1:])
    assert [name.after for name in found.spelled] == ["Harbor Peace Network"]
    assert changed(named(2, "Orchard Union"), *THEN[1:]).added == ("Orchard Union",)


def test_two_rows_that_were_merged_have_one_row_now() -> None:
    then = (named(2, "Lantern House"), named(3, "Lantern House of Norway"))
    now = replace(named(2, "Lantern House"), also_known_as=("Lantern House of Norway",))
    found = changed(now, then=then)
    assert (found.added, found.gone) == ((), 0)
    assert [(name.before, name.after) for name in found.spelled] == [
        ("Lantern House of Norway", "Lantern House")
    ]


def test_of_two_rows_of_one_name_the_named_one_is_meant() -> None:
    rows = (anonymous(2, "Lantern House"), named(3, "Lantern House"))
    assert changed(*rows, then=(named(2, "Lantern House"),)).hidden == ()


def test_another_name_is_not_another_spelling() -> None:
    then = tuple(replace(row, email=f"{row.row}@example.org") for row in THEN)
    for name in ("Wholly Different Circle", "Harbour Network", "Harbour Peace Network of the Delta"):
        (respelled,) = changed(replace(then[0], name=name), *then[1:], then=then).spelled
        assert not respelled.is_one_name, name
    for name in ("The Harbor Peace Network", "Harbour-Peace Network"):
        (respelled,) = changed(replace(then[0], name=name), *then[1:], then=then).spelled
        assert respelled.is_one_name, name
