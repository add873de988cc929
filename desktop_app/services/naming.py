"""What the files of an export are called, and its folder: known before anything is written."""

from pathlib import Path

from desktop_app.domain.file_names import FileNames, safe
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import OpenCampaign

EXPORTS = "exports"


def letter_names(
    opened: OpenCampaign, chosen: Chosen, reference: Reference, ending: str = ".docx"
) -> tuple[str, ...]:
    """The file name of each recipient's letter, in their order.

    Raises:
        ProblemError: ``file-pattern-unknown``.
    """
    campaign = opened.campaign
    names = FileNames(campaign.file_pattern)
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


def next_folder(opened: OpenCampaign, chosen: Chosen) -> Path:
    """``exports/2024-02-01 security-council``, then the same with 2, 3, ... behind it."""
    day = opened.campaign.date
    stem = f"{day.isoformat() if day else 'undated'} {safe(chosen.body)}"
    parent = opened.folder / EXPORTS
    number, folder = 1, parent / stem
    while folder.exists():
        number += 1
        folder = parent / f"{stem} {number}"
    return folder
