"""Who is a member on a day, and who presides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.body import Body, Chair, ChairTerm, Rotation, Term
from desktop_app.domain.reporting import ProblemError, Severity
from desktop_app.files.reference_data import Reference

ROUND_TABLE = Body(
    "round-table",
    seat="geneva",
    office="permanent-representative",
    terms=(
        Term("AAA", date(2020, 1, 1), date(2020, 6, 30)),
        Term("BBB", date(2020, 1, 1)),
        Term("BCC", date(2020, 7, 1)),
        Term("DDD", date(2020, 1, 1)),
    ),
    seats=3,
    known_from=date(2020, 1, 1),
    known_to=date(2020, 12, 31),
    president="president-round-table",
    rotation=Rotation(date(2020, 1, 1), "DDD"),
)


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(2019, 12, 31), ()),
        (date(2020, 1, 1), ("AAA", "BBB", "DDD")),
        (date(2020, 6, 30), ("AAA", "BBB", "DDD")),
        (date(2020, 7, 1), ("BBB", "BCC", "DDD")),
    ],
)
def test_a_term_runs_from_its_first_day_to_the_end_of_its_last(day: date, members: tuple[str, ...]) -> None:
    assert ROUND_TABLE.members_on(day) == members


def test_the_presidency_goes_round_by_name_and_takes_in_whoever_is_new() -> None:
    months = [ROUND_TABLE.president_on(date(2020, month, 15)).iso3 for month in range(1, 13)]
    assert months == ["DDD", "AAA", "BBB", "DDD", "AAA", "BBB", "BCC", "DDD", "BBB", "BCC", "DDD", "BBB"]


def test_a_day_outside_what_is_known_is_a_finding_and_has_no_president() -> None:
    gap = ROUND_TABLE.gap_on(date(2021, 1, 1))
    assert gap is not None
    assert (gap.code, gap.severity) == ("membership-unknown", Severity.WARNING)
    assert gap.values == {
        "body": "round-table",
        "on": "2021-01-01",
        "known_to": "2020-12-31",
        "known": 3,
        "seats": 3,
    }
    assert ROUND_TABLE.gap_on(date(2020, 12, 31)) is None
    with pytest.raises(ProblemError, match="president-unknown"):
        ROUND_TABLE.president_on(date(2021, 1, 1))


def test_an_elected_president_holds_office_for_a_term() -> None:
    body = Body("b", "geneva", "o", (), president="p", chairs=(ChairTerm(Chair("FJI", "f"), *year(2021)),))
    assert body.president_on(date(2021, 6, 1)) == Chair("FJI", "f")
    with pytest.raises(ProblemError, match="president-unknown"):
        body.president_on(date(2022, 1, 1))


def test_a_body_without_a_president_says_so() -> None:
    with pytest.raises(ProblemError, match="no-president"):
        Body("b", "geneva", "o", ()).president_on(date(2021, 1, 1))


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


# The bodies we ship.

DAYS = st.dates(date(2015, 1, 1), date(2027, 12, 31))


@given(day=DAYS)
def test_the_security_council_has_fifteen_members_on_every_day(reference: Reference, day: date) -> None:
    members = reference.bodies["security-council"].members_on(day)
    assert len(set(members)) == 15
    assert {"CHN", "FRA", "GBR", "RUS", "USA"} <= set(members)


def test_the_human_rights_council_has_forty_seven_but_for_a_month_in_2022(reference: Reference) -> None:
    body = reference.bodies["human-rights-council"]
    first, last = date(2019, 1, 1), date(2026, 12, 31)
    sizes = {
        day: len(body.members_on(day))
        for n in range((last - first).days + 1)
        if (day := first + timedelta(n))
    }
    fewer = [day for day, size in sizes.items() if size != 47]
    assert (min(fewer), max(fewer)) == (date(2022, 4, 8), date(2022, 5, 9))
    assert {sizes[day] for day in fewer} == {46}
    assert len(fewer) == 32


def test_the_human_rights_council_of_2027_is_a_gap(reference: Reference) -> None:
    gap = reference.bodies["human-rights-council"].gap_on(date(2027, 1, 1))
    assert gap is not None
    assert (gap.values["known"], gap.values["seats"]) == (32, 47)


@given(day=DAYS)
def test_whoever_presides_is_a_member(reference: Reference, day: date) -> None:
    body = reference.bodies["security-council"]
    assert body.president_on(day).iso3 in body.members_on(day)


@pytest.mark.parametrize(
    ("month", "iso3"),
    [
        (date(2015, 1, 31), "CHL"),
        (date(2016, 7, 1), "JPN"),
        (date(2018, 3, 1), "NLD"),
        (date(2019, 12, 1), "USA"),
        (date(2020, 1, 1), "VNM"),
        (date(2021, 2, 28), "GBR"),
        (date(2021, 3, 1), "USA"),
        (date(2023, 4, 1), "RUS"),
        (date(2024, 2, 29), "GUY"),
        (date(2024, 10, 1), "CHE"),
        (date(2025, 1, 1), "DZA"),
        (date(2026, 11, 1), "LVA"),
    ],
)
def test_the_presidency_by_month_agrees_with_what_was_seen(
    reference: Reference, month: date, iso3: str
) -> None:
    assert reference.bodies["security-council"].president_on(month).iso3 == iso3


def test_the_presidents_of_the_human_rights_council(reference: Reference) -> None:
    body = reference.bodies["human-rights-council"]
    chairs = [body.president_on(date(y, 6, 1)) for y in range(2019, 2027)]
    assert [f"{chair.iso3} {chair.gender}" for chair in chairs] == [
        *("SEN m", "AUT f", "FJI f", "ARG m", "CZE m", "MAR m", "CHE m", "IDN m")
    ]
    with pytest.raises(ProblemError, match="president-unknown"):
        body.president_on(date(2021, 1, 14))


@pytest.mark.parametrize(
    ("body", "day", "size"),
    [
        ("asean", date(2025, 10, 25), 10),
        ("asean", date(2025, 10, 26), 11),
        ("eu", date(2020, 1, 31), 28),
        ("eu", date(2020, 2, 1), 27),
        ("au", date(2026, 11, 20), 54),
        ("oic", date(2024, 1, 1), 56),
        ("oic", date(2026, 11, 20), 57),
        ("g7", date(2026, 11, 20), 7),
        ("g20", date(2026, 11, 20), 19),
        ("quad", date(2026, 11, 20), 4),
        ("member-states", date(2011, 7, 13), 192),
        ("member-states", date(2011, 7, 14), 193),
        ("african", date(2026, 11, 20), 54),
        ("asia-pacific", date(2026, 11, 20), 54),
        ("eastern-european", date(2026, 11, 20), 23),
        ("grulac", date(2026, 11, 20), 33),
        ("weog", date(2026, 11, 20), 29),
    ],
)
def test_other_bodies_by_day(reference: Reference, body: str, day: date, size: int) -> None:
    assert len(reference.bodies[body].members_on(day)) == size
