"""What is wrong with a list as a whole."""

import pytest
from domain.lists import anonymous, named

from desktop_app.domain.list_findings import findings_of
from desktop_app.domain.reporting import Severity
from desktop_app.domain.signatory import Disclosure, Signatory, Way


def found(*rows: Signatory) -> dict[str, list[int | None]]:
    return {finding.code: [place.row for place in finding.places] for finding in findings_of(rows, Way.ONCE)}


@pytest.mark.parametrize(
    "withheld",
    [
        anonymous(3, "lantern network"),
        anonymous(3, "Lantern Network (LN)"),
        Signatory(3, "LANTERN NETWORK", Disclosure.PENDING),
        Signatory(3, "Lantern  Network", Disclosure.WITHDRAWN),
        Signatory(3, "Lampe", Disclosure.PENDING, also_known_as=("Lantern Network",)),
    ],
)
def test_one_organisation_named_and_withheld_is_said_without_its_name(withheld: Signatory) -> None:
    findings = findings_of([named(2, "Lantern Network"), withheld], Way.ONCE)
    torn = next(finding for finding in findings if finding.code == "named-and-withheld")
    assert torn.severity is Severity.ERROR
    assert [place.row for place in torn.places] == [2, 3]
    assert "antern" not in repr(findings)


def test_chapters_may_differ() -> None:
    assert "named-and-withheld" not in found(named(2, "Lantern (Norway)"), anonymous(3, "Lantern (Chad)"))


def test_rows_without_a_name_are_not_one_organisation() -> None:
    rows = (named(2, "Lantern"), anonymous(3), anonymous(4), anonymous(5))
    assert found(*rows) == {}


def test_a_list_without_a_named_row_is_said() -> None:
    assert found() == {"no-named-row": []}
    assert found(Signatory(2, "Lantern", Disclosure.PENDING)) == {"no-named-row": []}


@pytest.mark.parametrize(("anonymous_rows", "said"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_or_two_anonymous_are_easily_guessed(anonymous_rows: int, *, said: bool) -> None:
    rows = [named(2, "Lantern"), *(anonymous(3 + n) for n in range(anonymous_rows))]
    assert ("few-anonymous" in found(*rows)) is said


@pytest.mark.parametrize(
    ("name", "said"), [("K", True), ("光", True), ("☂☂", True), ("", False), ("QZ", False)]
)
def test_a_withheld_name_that_cannot_be_looked_for_is_said(name: str, *, said: bool) -> None:
    rows = [named(2, "Lantern"), *(anonymous(3 + n, text) for n, text in enumerate([name, "Wicks", "Lamps"]))]
    assert found(*rows).get("withheld-unsearchable") == ([3] if said else None)


def test_rows_whose_umbrella_is_unknown_are_among_the_findings() -> None:
    assert found(named(2, "Lantern", "Nobody")) == {"umbrella-unknown": [2]}


@pytest.mark.parametrize(
    "name",
    ["Mirrowane Weavers", "Mirrowane Weavers Coll.", "The Mirrowane Weavers Collective Network"],
)
def test_a_printed_part_of_a_withheld_name_is_said_without_it(name: str) -> None:
    withheld = anonymous(5, "Mirrowane Weavers Collective")
    for row in (named(3, name), Signatory(3, "A", Disclosure.NAMED, listed_as=name)):
        findings = findings_of([named(2, "Lantern House"), row, withheld], Way.ONCE)
        like = next(finding for finding in findings if finding.code == "named-like-withheld")
        assert like.severity is Severity.WARNING
        assert [place.row for place in like.places] == [3, 5]
        assert "irrowane" not in repr(findings)


def test_one_that_is_both_is_said_once_and_a_listed_as_is_the_coordinators_own_choice() -> None:
    torn = found(named(2, "Mirrowane Weavers"), anonymous(3, "The Mirrowane Weavers"))
    assert "named-and-withheld" in torn
    assert "named-like-withheld" not in torn
    hidden = Signatory(2, "Mirrowane Weavers Circle", Disclosure.NAMED, listed_as="Mirrowane Weavers")
    assert "named-like-withheld" not in found(hidden)
