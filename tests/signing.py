"""A campaign that is to be opened for signature: a folder with a letter, a list and a fixed clock."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from files.workbooks import workbook
from letters import Letter, p

from desktop_app.domain.deadline import deadline_of
from desktop_app.files.reference_data import Reference
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.opening_for_signature import Opened, open_for_signature
from desktop_app.support.long_work import result_of

NOW = dt.datetime(2024, 1, 28, 18, 4, tzinfo=dt.UTC)
HEADER = ["Name", "Listed", "Listed as", "E-mail", "Text version"]
ASKS = "We ask the Council to act."
TOML = """# ours
title = "Joint letter on Orlavia"
date = 2024-02-01
languages = ["en"]
state = "draft"  # not yet
"""


def paragraphs(*texts: str) -> Letter:
    return Letter([p(text) for text in texts])


@dataclass
class Campaign:
    """A campaign's folder."""

    folder: Path
    reference: Reference

    def __post_init__(self) -> None:
        self.says(TOML)
        self.write(ASKS)
        self.list_is([])

    def says(self, toml: str) -> None:
        (self.folder / "campaign.toml").write_text(toml, "utf-8")

    def write(self, *texts: str, file: str = "letter.docx") -> None:
        """Put the letter's text in the place of what it was."""
        paragraphs(*texts).save(self.folder / file)

    def list_is(self, rows: Sequence[Sequence[str]]) -> None:
        workbook(self.folder / "signatories-private.xlsx", [HEADER, *rows])

    def opened(self) -> OpenCampaign:
        return open_campaign(self.folder)

    def open(self, until: str = "2024-01-30T18:00", days_later: int = 0) -> Opened:
        """Open it for signature."""
        now = NOW + dt.timedelta(days=days_later)
        return result_of(open_for_signature(self.opened(), deadline_of(until), self.reference, now))
