"""When a campaign ends, its figures stay, and nothing else of whoever was not named."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.closed_list import closed_list
from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.freezing import FrozenText, signers
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory, Way

NAMED, ANONYMOUS, PENDING, WITHDRAWN = Disclosure
PRIVATE = {
    "also_known_as": ("Old River",),
    "contact": "Ana",
    "email": "ana@example.org",
    "signed_on": "2024-01-05",
    "confirmed_by": "Ben",
    "source": "form",
    "notes": "call first",
}


def test_the_named_stay_with_what_was_printed_and_the_others_with_their_state_alone() -> None:
    rows = [
        Signatory(2, "Lantern Network", NAMED, acronym="LN", country="Chad", **PRIVATE),  # type: ignore[arg-type]
        Signatory(3, "Lantern Norway", ANONYMOUS, country="Norway", **PRIVATE),  # type: ignore[arg-type]
        Signatory(4, "Quiet River Circle", WITHDRAWN, **PRIVATE),  # type: ignore[arg-type]
        Signatory(5, "Harbour Watch", PENDING, **PRIVATE),  # type: ignore[arg-type]
        Signatory(6, "Orchard", NAMED, country="Chad"),
    ]
    assert closed_list(rows, Way.ONCE) == (
        Signatory(2, "Lantern Network", NAMED, acronym="LN", country="Chad"),
        Signatory(3, "Orchard", NAMED, country="Chad"),
        Signatory(4, "", ANONYMOUS),
        Signatory(5, "", PENDING),
        Signatory(6, "", WITHDRAWN),
    )


def test_one_that_was_printed_under_another_name_has_only_that_name() -> None:
    hidden = Signatory(2, "Quiet River Circle", NAMED, acronym="QRC", listed_as="A regional group")
    assert closed_list([hidden], Way.ONCE) == (Signatory(2, "A regional group", NAMED),)


def test_an_anonymous_member_that_was_not_counted_goes_altogether() -> None:
    rows = [
        Signatory(2, "Lantern Network", NAMED),
        Signatory(3, "Quiet River Circle", ANONYMOUS, member_of="Lantern Network"),
    ]
    assert closed_list(rows, Way.ONCE) == (Signatory(2, "Lantern Network", NAMED),)
    assert [row.disclosure for row in closed_list(rows, Way.WITH_MEMBERS)] == [NAMED, ANONYMOUS]


def test_which_text_was_signed_stays_as_a_number_and_tells_no_order() -> None:
    rows = [
        Signatory(2, "Lantern Network", NAMED, text_version="2 (2024-01-28 18:04), said Ana"),
        Signatory(3, "Quiet River Circle", ANONYMOUS, text_version="2 (2024-01-28 18:04)"),
        Signatory(4, "Apple Circle", ANONYMOUS, text_version="1 (2024-01-20 09:00)"),
        Signatory(5, "Harbour Watch", WITHDRAWN, text_version="1 (2024-01-20 09:00)"),
    ]
    assert closed_list(rows, Way.ONCE) == (
        Signatory(2, "Lantern Network", NAMED, text_version="2"),
        Signatory(3, "", ANONYMOUS, text_version="1"),
        Signatory(4, "", ANONYMOUS, text_version="2"),
        Signatory(5, "", WITHDRAWN),
    )


def test_who_signed_which_text_is_known_after_the_end_as_well() -> None:
    texts = [FrozenText(number, dt.datetime(2024, 1, number, tzinfo=dt.UTC), {}) for number in (1, 2)]
    rows = [
        Signatory(2, "Lantern Network", NAMED, text_version=texts[1].label),
        Signatory(3, "Quiet River Circle", ANONYMOUS, text_version=texts[0].label),
    ]
    assert signers(closed_list(rows, Way.ONCE), texts) == signers(rows, texts)


names = st.sampled_from(["Lantern", "River", "Harbour", "Orchard", "Quarry", "Meadow"])
lists = st.lists(
    st.builds(
        Signatory,
        row=st.integers(2, 999),
        name=names,
        disclosure=st.sampled_from(Disclosure),
        country=st.sampled_from(["", "Chad", "Norway"]),
        member_of=st.one_of(st.just(""), names),
        counts=st.one_of(st.none(), st.sampled_from(Way)),
        listed_as=st.sampled_from(["", "", "", "A regional group"]),
        notes=st.just("secret note"),
    ),
    max_size=7,
    unique_by=(lambda row: row.row, lambda row: row.name),
)


@given(lists, st.sampled_from(Way))
def test_the_figures_and_the_printed_names_stay_whatever_the_list(rows: list[Signatory], way: Way) -> None:
    try:
        closed = closed_list(rows, way)
    except ProblemError:
        assume(False)
    assert count(closed, way) == count(rows, way)
    assert sorted(printed_names(closed)) == sorted(printed_names(rows))
    printed = " ".join(printed_names(rows))
    for row in closed:
        assert row.disclosure is NAMED or not (row.name or row.country or row.notes)
        assert not row.notes
        assert not row.member_of or row.member_of in printed


@given(lists, st.sampled_from(Way))
def test_hardly_any_list_cannot_be_closed(rows: list[Signatory], way: Way) -> None:
    """Refusing is right where a figure hangs on a withheld name; of plain lists none is refused."""
    plain = [row for row in rows if not row.listed_as]
    assert count(closed_list(plain, way), way) == count(plain, way)
