"""A text that was changed after somebody had signed it is pointed at, in "check" and in every export."""

from pathlib import Path

import pytest
from signing import ASKS, TOML, Campaign

from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking import check_campaign
from desktop_app.services.text_changes import text_changes, withheld_row_in

FIRST, SECOND = "1 (2024-01-28 18:04)", "2 (2024-01-29 18:04)"


@pytest.fixture
def campaign(tmp_path: Path, reference: Reference) -> Campaign:
    made = Campaign(tmp_path, reference)
    made.list_is([["Lantern House", "named", "", "", FIRST], ["Willow Refuge", "anonymous", "", "", ""]])
    return made


def findings(campaign: Campaign) -> list[Finding]:
    opened = campaign.opened()
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    return [
        finding
        for finding in check_campaign(opened, drafts)
        if finding.code.startswith(("text-changed", "signed"))
    ]


def test_before_it_is_opened_a_text_may_change(campaign: Campaign) -> None:
    assert findings(campaign) == []


def test_a_text_that_is_as_it_was_signed_is_not_mentioned(campaign: Campaign) -> None:
    campaign.open()
    assert findings(campaign) == []


def test_a_changed_text_is_named_with_its_paragraphs_and_how_many_had_signed(campaign: Campaign) -> None:
    campaign.open()
    campaign.write("Excellencies,", ASKS.replace("act", "act now"))
    (found,) = findings(campaign)
    assert found.code == "text-changed-since-signed"
    assert found.severity == "warning"
    assert found.places == (Place("letter.docx", "body", 1), Place("letter.docx", "body", 2))
    assert found.values == {"language": "en", "signed": 2}


def test_it_is_said_also_where_nobody_signed_yet(campaign: Campaign) -> None:
    campaign.list_is([])
    campaign.open()
    campaign.write("We demand.")
    assert [found.code for found in findings(campaign)] == ["text-changed-since-opened"]


def test_who_signed_the_text_before_this_one_is_counted_on(campaign: Campaign) -> None:
    """A name that was never signed under a text must not be printed under it unnoticed."""
    campaign.open()
    campaign.write("We demand that the Council act.")
    campaign.open(days_later=1)
    campaign.list_is([["Lantern House", "named", "", "", FIRST], ["The Reed Fund", "named", "", "", SECOND]])
    (found,) = findings(campaign)
    assert found.values == {"language": "en", "signed": 1}
    campaign.list_is([["Lantern House", "named", "", "", SECOND]])
    assert findings(campaign) == []


def test_of_whom_it_is_not_known_is_said_apart(campaign: Campaign) -> None:
    campaign.open()
    campaign.write("We demand that the Council act.")
    campaign.open(days_later=1)
    (first, unknown) = findings(campaign)
    assert (first.code, first.values["signed"]) == ("text-changed-since-signed", 1)
    assert (unknown.code, unknown.values["unknown"]) == ("signed-text-unknown", 1)


def test_each_language_is_held_against_its_own_text(campaign: Campaign) -> None:
    campaign.says(TOML.replace('["en"]', '["en", "fr"]'))
    campaign.write("Nous demandons.", file="letter.fr.docx")
    campaign.open()
    campaign.write("Nous exigeons.", file="letter.fr.docx")
    assert [found.values["language"] for found in findings(campaign)] == ["fr"]


def test_a_kept_text_that_was_damaged_is_said_and_stops_no_export(campaign: Campaign) -> None:
    campaign.open()
    (campaign.folder / "private" / "texts" / "1" / "text.json").write_text("[]")
    opened = campaign.opened()
    drafts = [("en", opened.draft("en"))]
    broken = [finding for finding in check_campaign(opened, drafts) if finding.code == "frozen-text-broken"]
    assert [finding.severity for finding in broken] == ["warning"]
    with pytest.raises(ProblemError):
        text_changes(opened, drafts)


def test_an_older_text_with_a_name_that_is_withheld_now_goes_by_its_row(
    campaign: Campaign,
) -> None:
    opened = campaign.opened()
    row_in = withheld_row_in(opened, [("en", opened.draft("en"))])
    assert row_in("Willow Refuge saw it.") == 3
    assert row_in("Lantern House saw it.") is None
