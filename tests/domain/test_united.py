"""Two rows made one: nothing is lost, nobody is published, nobody's members are left behind."""

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.roster import resolve
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.domain.united import united

DAY = dt.date(2024, 2, 1)
FILE = "signatories-private.xlsx"
NAMED, ANONYMOUS, PENDING, WITHDRAWN = Disclosure


def row(number: int, name: str, disclosure: Disclosure = NAMED, **cells: object) -> Signatory:
    return Signatory(number, name, disclosure, **cells)  # type: ignore[arg-type]


def one_of(edit: ListEdit, number: int = 2) -> Signatory:
    return next(signatory for signatory in edit.changed if signatory.row == number)


def test_the_kept_row_takes_what_it_lacks() -> None:
    kept = row(2, "Lantern House", country="Norway", contact="Ida", email="ida@example.org")
    other = row(
        5, "Lantern House Network", acronym="LHN", contact="Per", email="per@example.org", group="Relief"
    )
    edit = united([kept, other], 2, 5, DAY, FILE)
    assert edit.emptied == (5,)
    assert one_of(edit) == row(
        2,
        "Lantern House",
        acronym="LHN",
        country="Norway",
        group="Relief",
        also_known_as=("Lantern House Network",),
        contact="Ida; Per",
        email="ida@example.org; per@example.org",
    )


def test_what_has_room_for_one_value_only_goes_to_the_notes() -> None:
    kept = row(2, "Lantern", country="Norway", notes="called twice", signed_on="2024-01-20")
    other = row(3, "Lantern", country="Chad", kind=Kind.PERSON, signed_on="2024-01-22", counts=Way.ONCE)
    made = one_of(united([kept, other], 2, 3, DAY, FILE))
    assert made.notes == "called twice; Country: Chad; Signed on: 2024-01-22; Kind: person"
    assert made.counts is Way.ONCE


@pytest.mark.parametrize(
    ("one", "other", "made"),
    [
        (NAMED, NAMED, NAMED),
        (NAMED, PENDING, PENDING),
        (NAMED, ANONYMOUS, ANONYMOUS),
        (PENDING, ANONYMOUS, ANONYMOUS),
        (ANONYMOUS, WITHDRAWN, WITHDRAWN),
        (NAMED, WITHDRAWN, WITHDRAWN),
    ],
)
def test_the_more_careful_disclosure_wins(one: Disclosure, other: Disclosure, made: Disclosure) -> None:
    for first, second in ((one, other), (other, one)):
        rows = [row(2, "Lantern", first), row(3, "Lantern", second)]
        edit = united(rows, 2, 3, DAY, FILE)
        assert one_of(edit).disclosure is made
        listed = [entry for entry in edit.log if entry.what == "Listed"]
        assert [(entry.before, entry.after) for entry in listed] == (
            [(first.value, made.value)] if first is not made else []
        )


def test_a_description_that_hides_a_name_is_kept_and_becomes_no_name() -> None:
    kept = row(2, "Lantern House")
    other = row(3, "Lantern House Network", listed_as="A relief group in the north")
    made = one_of(united([kept, other], 2, 3, DAY, FILE))
    assert made.listed_as == "A relief group in the north"
    assert "A relief group in the north" not in made.also_known_as
    assert hides_its_name(made)


def test_of_two_descriptions_the_hiding_one_is_printed() -> None:
    kept = row(2, "Lantern House", listed_as="Lantern Hous")
    other = row(3, "Lantern House", listed_as="A relief group")
    made = one_of(united([kept, other], 2, 3, DAY, FILE))
    assert (made.listed_as, made.notes) == ("A relief group", "Listed as: Lantern Hous")


def test_rows_of_which_one_hides_behind_the_others_name_are_not_made_one() -> None:
    rows = [row(2, "Lantern House"), row(3, "Northern Refuge", listed_as="Lantern House")]
    with pytest.raises(ProblemError) as refused:
        united(rows, 2, 3, DAY, FILE)
    assert (refused.value.code, refused.value.place) == ("unite-shows-name", Place(FILE, row=3))


def test_members_follow_their_network() -> None:
    rows = [
        row(2, "Reed Alliance"),
        row(3, "The Reed Alliance", acronym="TRA"),
        row(4, "Willow", member_of="TRA"),
        row(5, "Heron", member_of="Reed Alliance"),
    ]
    edit = united(rows, 2, 3, DAY, FILE)
    assert one_of(edit, 4).member_of == "Reed Alliance"
    left = [one_of(edit), one_of(edit, 4), rows[3]]
    (entry,) = resolve(left).entries
    assert [member.name for member in entry.members] == ["Willow", "Heron"]


def test_a_network_with_members_becomes_no_member_itself() -> None:
    rows = [
        row(2, "Reed Alliance"),
        row(3, "Reed Alliance Office", member_of="Harbour League"),
        row(4, "Willow", member_of="Reed Alliance"),
        row(5, "Harbour League"),
    ]
    made = one_of(united(rows, 2, 3, DAY, FILE))
    assert (made.member_of, made.notes) == ("", "Member of: Harbour League")


def test_a_name_with_a_semicolon_stays_whole() -> None:
    made = one_of(united([row(2, "Lantern"), row(3, "Lantern; the House")], 2, 3, DAY, FILE))
    assert made.also_known_as == ()
    assert made.notes == "Also known as: Lantern; the House"


def test_the_log_holds_no_name() -> None:
    rows = [
        row(2, "Reed", listed_as="Reeds"),
        row(3, "Rushes", ANONYMOUS),
        row(4, "Heron", member_of="Rushes"),
    ]
    written = repr(united(rows, 2, 3, DAY, FILE).log)
    assert not [name for name in ("Reed", "Rushes", "Heron") if name in written]


@pytest.mark.parametrize(
    ("keep", "other", "code"),
    [
        (2, 2, "unite-with-itself"),
        (2, 9, "row-unknown"),
        (9, 9, "row-unknown"),
        (2, 3, "unite-with-member"),
        (3, 2, "unite-with-member"),
        (4, 6, "unite-members-unclear"),
    ],
)
def test_what_cannot_be_made_one(keep: int, other: int, code: str) -> None:
    rows = [
        row(2, "Reed Alliance"),
        row(3, "Reed Alliance Office", member_of="Reed Alliance"),
        row(4, "Heron"),
        row(5, "Rushes"),
        row(6, "Rushes"),
        row(7, "Willow", member_of="Rushes"),
    ]
    with pytest.raises(ProblemError) as refused:
        united(rows, keep, other, DAY, FILE)
    assert (refused.value.code, refused.value.place.file) == (code, FILE)


_TEXT = st.text("abAB é;", max_size=3).map(str.strip)
_ROW = st.builds(
    Signatory,
    row=st.just(0),
    name=_TEXT,
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from(Kind),
    counts=st.sampled_from([None, *Way]),
    also_known_as=st.lists(_TEXT.filter(lambda text: text and ";" not in text), max_size=2, unique=True).map(
        tuple
    ),
    **{
        field.name: _TEXT
        for field in fields(Signatory)
        if field.type in ("str", str) and field.name not in ("name", "member_of")
    },
)


@given(_ROW, _ROW)
def test_every_value_of_both_rows_stands_somewhere(kept: Signatory, other: Signatory) -> None:
    rows = [replace(kept, row=2), replace(other, row=3)]
    try:
        made = one_of(united(rows, 2, 3, DAY, FILE))
    except ProblemError as refused:
        assume(refused.code != "unite-shows-name")
        raise
    for signatory in rows:
        for text in values(signatory):
            assert any(text in held for held in values(made)), text
        if signatory.counts:
            assert made.counts is signatory.counts or signatory.counts.value in made.notes


def values(signatory: Signatory) -> list[str]:
    texts = [getattr(signatory, field.name) for field in fields(Signatory)]
    return [text for text in (*texts, *signatory.also_known_as) if type(text) is str and text]


@given(_ROW, _ROW)
def test_no_name_is_shown_that_was_hidden(kept: Signatory, other: Signatory) -> None:
    rows = [replace(kept, row=2), replace(other, row=3)]
    try:
        made = one_of(united(rows, 2, 3, DAY, FILE))
    except ProblemError:
        return
    if made.disclosure is NAMED:
        assert {row.disclosure for row in rows} == {NAMED}
        assert hides_its_name(made) or not any(map(hides_its_name, rows))
