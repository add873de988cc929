"""What the files of an export are called, and its folder: known before anything is written."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.file_names import DRAFT, FileNames, as_draft, safe
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import OpenCampaign

EXPORTS = "exports"
REGISTER = "register.csv"
_ONE_EACH = ("docx", "pdf", "eml")
_PUBLIC = ("html", "txt")


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file of an export. ``language`` is empty where it has none, or several."""

    name: str
    language: str
    format: str


def files_named(
    opened: OpenCampaign,
    chosen: Chosen,
    reference: Reference,
    formats: Collection[str],
    *,
    draft: bool = False,
) -> tuple[NamedFile, ...]:
    """Every file that an export would hand over, as it would be named: finished, or as a draft.

    Raises:
        ProblemError: as ``letter_names``.
    """
    return tuple(_named(opened, chosen, reference, formats, draft=draft))


def _named(
    opened: OpenCampaign, chosen: Chosen, reference: Reference, formats: Collection[str], *, draft: bool
) -> Iterator[NamedFile]:
    languages = [recipient.language for recipient in chosen.recipients]
    for kind in _ONE_EACH:
        if kind in formats:
            names = letter_names(opened, chosen, reference, f".{kind}", draft=draft)
            for name, language in zip(names, languages, strict=True):
                yield NamedFile(name, language, kind)
    for language in dict.fromkeys(languages):
        for kind in _PUBLIC:
            if kind in formats:
                yield NamedFile(public_name(language, kind, draft=draft), language, kind)
    if "zip" in formats:
        yield NamedFile(archive_name(opened, draft=draft), "", "zip")
    if formats:
        yield NamedFile(REGISTER, "", "csv")


def public_name(language: str, kind: str, *, draft: bool = False) -> str:
    """The file name of the public copy in a language."""
    stem = f"Public copy ({language})"
    return f"{as_draft(stem) if draft else stem}.{kind}"


def archive_name(opened: OpenCampaign, *, draft: bool = False) -> str:
    """The file name of the archive."""
    day = opened.campaign.date
    stem = safe(f"{opened.campaign.title} {day.isoformat() if day else ''}")
    return f"{as_draft(stem) if draft else stem}.zip"


def letter_names(
    opened: OpenCampaign, chosen: Chosen, reference: Reference, ending: str = ".docx", *, draft: bool = False
) -> tuple[str, ...]:
    """The file name of each recipient's letter, in their order.

    Raises:
        ProblemError: ``file-pattern-unknown``.
    """
    campaign = opened.campaign
    names = FileNames(campaign.file_pattern, draft=draft)
    # Files are named in the coordinator's language, whatever language each letter is in.
    states = reference.names(campaign.languages[0])
    total = len(chosen.recipients)
    return tuple(
        names.name(
            {
                "recipient": states[to.key].running if to.key in states else to.key,
                "iso3": to.iso3 or to.key,
                "language": to.language,
                "date": campaign.date.isoformat() if campaign.date else "",
                "title": campaign.title,
                "number": str(number).zfill(len(str(total))),
            },
            ending,
        )
        for number, to in enumerate(chosen.recipients, start=1)
    )


def next_folder(opened: OpenCampaign, chosen: Chosen, *, draft: bool = False) -> Path:
    """``exports/2024-02-01 security-council``, then the same with 2, 3, ... behind it; a draft's says so."""
    day = opened.campaign.date
    stem = f"{day.isoformat() if day else 'undated'} {safe(chosen.body)}"
    stem = f"{stem} {DRAFT}" if draft else stem
    parent = opened.folder / EXPORTS
    number, folder = 1, parent / stem
    while folder.exists():
        number += 1
        folder = parent / f"{stem} {number}"
    return folder
