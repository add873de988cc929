"""All that there is to say about a campaign is said at once, whatever part of it cannot be read."""

from pathlib import Path

import pytest
from template_files import TEMPLATES

from desktop_app.domain.reporting import ProblemError, Severity
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign
from desktop_app.services.reviewing import findings_of

NOBODY = ProblemError("recipients-missing")


@pytest.fixture
def opened(tmp_path: Path) -> OpenCampaign:
    make_campaign(TEMPLATES, tmp_path / "sample", sample=True)
    return open_campaign(tmp_path / "sample")


def test_nobody_chosen_yet_is_nothing_to_settle(opened: OpenCampaign) -> None:
    assert "recipients-missing" not in {finding.code for finding in findings_of(opened, NOBODY)}


def test_recipients_that_cannot_be_told_are_an_error(opened: OpenCampaign) -> None:
    found = findings_of(opened, ProblemError("unknown-state", given="XYZ"))
    assert [f.severity for f in found if f.code == "unknown-state"] == [Severity.ERROR]


def test_a_letter_that_cannot_be_read_is_one_finding_of_many(opened: OpenCampaign) -> None:
    (opened.folder / "letter.docx").write_bytes(b"no letter")
    errors = [finding for finding in findings_of(opened, NOBODY) if finding.severity is Severity.ERROR]
    assert {place.file for finding in errors for place in finding.places} == {"letter.docx"}
