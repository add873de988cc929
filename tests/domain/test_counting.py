"""Figures that a coordinator can check by hand: cases/counting.md."""

import pytest
from domain.lists import anonymous, cases, letter_of_462, named, signatories
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.counting import Count, count
from desktop_app.domain.roster import resolve
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way


def figures(lines: list[str]) -> list[str]:
    rows = signatories(lines)
    counted = {way: count(rows, way) for way in Way}
    one = counted[Way.ONCE]
    return [
        *(f"- {way}: {c.total} = {c.named} + {c.anonymous}" for way, c in counted.items()),
        f"- lines: {one.top_level} top level, {one.members} members, {one.umbrellas} umbrellas",
    ]


@pytest.mark.parametrize(("title", "lines"), cases("counting.md"), ids=lambda case: str(case)[:40])
def test_the_figures_of_a_list(title: str, lines: list[str]) -> None:
    assert figures(lines) == [line for line in lines if line.startswith("- ")], title


def test_the_figures_of_a_large_letter() -> None:
    assert count(letter_of_462(), Way.WITH_MEMBERS) == Count(
        way=Way.WITH_MEMBERS,
        total=486,
        named=402,
        anonymous=84,
        pending=0,
        withdrawn=0,
        top_level=361,
        members=41,
        umbrellas=5,
        countries=0,
        organisations=402,
        individuals=0,
    )
    assert count(letter_of_462(), Way.ONCE).total == 445
    assert count(letter_of_462(), Way.MEMBERS_ONLY).total == 481


def test_countries_and_kinds_are_told_of_the_named_alone() -> None:
    rows = [
        Signatory(2, "Lantern", Disclosure.NAMED, country="Chad"),
        Signatory(3, "Harbour", Disclosure.NAMED, country="chad "),
        Signatory(4, "A. Example", Disclosure.NAMED, kind=Kind.PERSON),
        Signatory(5, "Quiet", Disclosure.ANONYMOUS, country="Niger"),
        Signatory(6, "B. Example", Disclosure.ANONYMOUS, kind=Kind.PERSON, country="Mali"),
        Signatory(7, "Waiting", Disclosure.PENDING, country="Togo"),
        Signatory(8, "Gone", Disclosure.WITHDRAWN, country="Benin"),
    ]
    c = count(rows, Way.ONCE)
    assert (c.total, c.countries, c.organisations, c.individuals) == (5, 1, 2, 1)
    assert (c.pending, c.withdrawn) == (1, 1)


NAMES = st.sampled_from(["", "Lantern", "Harbour (HB)", "HB", "Reed", "Quiet"])
ROWS = st.builds(
    Signatory,
    row=st.just(0),
    name=NAMES,
    disclosure=st.sampled_from(Disclosure),
    acronym=st.sampled_from(["", "HB", "RD"]),
    member_of=NAMES,
    counts=st.sampled_from([None, *Way]),
)
SHEETS = st.lists(ROWS, max_size=12).map(
    lambda rows: [
        Signatory(n, r.name, r.disclosure, r.acronym, member_of=r.member_of, counts=r.counts)
        for n, r in enumerate(rows, 2)
    ]
)


@given(SHEETS, st.sampled_from(Way))
def test_named_and_anonymous_are_the_total(rows: list[Signatory], way: Way) -> None:
    c = count(rows, way)
    assert c.named + c.anonymous == c.total
    assert c.total + c.pending + c.withdrawn <= len(rows)
    assert c.organisations + c.individuals == c.named


@given(SHEETS)
def test_every_row_that_counts_has_one_place(rows: list[Signatory]) -> None:
    roster = resolve(rows)
    placed = [s.row for entry in roster.entries for s in (entry.signatory, *entry.members)]
    assert sorted(placed) == [row.row for row in rows if row.disclosure.counts]


@given(SHEETS)
def test_what_is_printed_is_named_to_the_last_line(rows: list[Signatory]) -> None:
    printed = [s for entry in resolve(rows).named for s in (entry.signatory, *entry.members)]
    assert {s.row for s in printed} == {s.row for s in rows if s.disclosure is Disclosure.NAMED}


def findings(*rows: Signatory) -> dict[str, list[int | None]]:
    return {f.code: [place.row for place in f.places] for f in resolve(rows).findings}


def test_an_umbrella_that_cannot_be_told_is_said() -> None:
    assert findings(
        named(2, "Lantern", "Nobody"),
        named(3, "Harbour", "Harbour"),
        named(4, "Twice"),
        named(5, "Twice"),
        named(6, "Reed", "Twice"),
        anonymous(7, "Quiet", "Nobody"),
    ) == {"umbrella-ambiguous": [6], "umbrella-is-itself": [3], "umbrella-unknown": [2, 7]}


def test_two_that_belong_to_each_other_both_stand_alone() -> None:
    rows = (named(2, "Lantern", "Harbour"), named(3, "Harbour", "Lantern"))
    assert findings(*rows) == {"umbrella-is-member": [2, 3]}
    assert [entry.members for entry in resolve(rows).entries] == [(), ()]


def test_a_name_goes_before_an_acronym() -> None:
    rows = (named(2, "HA"), named(3, "Harbour Alliance", acronym="HA"), named(4, "Lantern", "HA"))
    assert resolve(rows).entries[0].members == (rows[2],)


def test_chapters_do_not_pass_for_their_network() -> None:
    rows = (
        named(2, "Lantern"),
        named(3, "Lantern (Norway)", "Lantern"),
        named(4, "Lantern (Chad)", "Lantern"),
    )
    assert resolve(rows).entries[0].members == rows[1:]


def test_a_nameless_row_is_nobodys_umbrella() -> None:
    assert findings(anonymous(2), named(3, "Lantern", "Nobody")) == {"umbrella-unknown": [3]}
