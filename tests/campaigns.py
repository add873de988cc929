"""Campaigns made for one test: a letter, a list, recipients; no tables but the shipped ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from domain.lists import named
from letters import Letter, p

from desktop_app.domain.campaign import Campaign, ListLayout, Text
from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import project
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.letter_docx import LetterDraft, read_letter
from desktop_app.files.list_file import ListFile
from desktop_app.files.reference_data import Reference
from desktop_app.files.signatories_xlsx import Headers, SignatorySheet
from desktop_app.services.choosing import Chosen
from desktop_app.services.exporting import Export, export
from desktop_app.services.merging import Material, Merge
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.long_work import result_of

DAY = dt.date(2024, 2, 1)
PLAIN_LETTER = Letter(
    [p("{{ recipient.salutation }}"), p("{{ signatories.statement }}"), p("{{ signatories }}")]
)
NAMED = (named(2, "Harbour Peace Network"), named(3, "Lantern House"), named(4, "The Willow Fund"))


def hidden(row: int, name: str, disclosure: Disclosure = Disclosure.ANONYMOUS) -> Signatory:
    """A row whose name must not appear; an anonymous one where nothing else is said."""
    return Signatory(row, name, disclosure)


def recipient(key: str = "NOR", language: str = "en", **texts: str) -> Recipient:
    """Norway, or whoever ``key`` names, where a test is about something else."""
    given = {"salutation": "Excellency,", "vocative": "Excellency", "closing": "Yours", "state": "Norway"}
    return Recipient(key, key, language, ("Ambassador", "New York"), **(given | texts))


def campaign(**facts: object) -> Campaign:
    """A campaign in English with a date and a subject, its list in one column."""
    given: dict[str, object] = {
        "title": "Joint letter",
        "languages": ("en",),
        "date": DAY,
        "texts": {"en": Text(subject="Call for a truce")},
        "layout": ListLayout(columns=1),
    }
    return Campaign(**(given | facts))  # type: ignore[arg-type]


@dataclass
class Bench:
    """A campaign on the table: merge one letter of it, or export it."""

    folder: Path
    reference: Reference
    letter: Letter = PLAIN_LETTER
    signatories: Sequence[Signatory] = NAMED
    campaign: Campaign = field(default_factory=campaign)
    recipients: Sequence[Recipient] = field(default_factory=lambda: [recipient()])

    def draft(self) -> LetterDraft:
        """The letter, scrubbed."""
        return read_letter(self.letter.save(self.folder / "letter.docx"))

    def merge(self, language: str = "en", draft: LetterDraft | None = None) -> Merge:
        """The letters of one language, ready to be written."""
        draft = draft or self.draft()
        counted = count(self.signatories, self.campaign.counts)
        listed = project(self.signatories)
        return Merge(Material(self.campaign, language, draft, listed, counted), self.reference)

    def document(self) -> bytes:
        """The letter to the first recipient."""
        first = self.recipients[0]
        return self.merge(first.language).document(first)

    def opened(self) -> OpenCampaign:
        """The campaign as it is after it was opened."""
        self.letter.save(self.folder / "letter.docx")
        path = self.folder / "signatories-private.xlsx"
        path.touch()
        sheet = SignatorySheet(tuple(self.signatories), (), Headers(1, {}))
        return OpenCampaign(self.folder, self.campaign, ("en",), ListFile(path, b"", b"", "", sheet), ())

    def chosen(self) -> Chosen:
        """Who gets it."""
        return Chosen("norway", DAY, tuple(self.recipients), (), ())

    def export(self, out: Path | None = None, *formats: str) -> Export:
        """Export to the end."""
        job = export(
            *(self.opened(), self.chosen(), self.reference),
            out=out or self.folder / "out",
            formats=formats or ("docx",),
        )
        return result_of(job)
