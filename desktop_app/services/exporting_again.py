"""Export what lies on the disk, and say how it differs from what was handed over last."""

import datetime as dt
from collections.abc import Collection, Generator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.list_changes import ListChanges
from desktop_app.domain.reporting import Step
from desktop_app.files.kept_copies import last_export
from desktop_app.files.letter_docx import fingerprint
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for
from desktop_app.services.exporting import Export, export
from desktop_app.services.list_since import list_since
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.petitioning import with_petition


@dataclass(frozen=True, slots=True)
class SinceExport:
    """What is not as it was when letters were handed over last.

    Attributes:
        export: The name of that export's folder.
        when: The time.
        changes: Those of the list; None where the list of then cannot be read.
        text_changed: Whether any letter says something else; None where that is not known.
    """

    export: str
    when: dt.datetime
    changes: ListChanges | None
    text_changed: bool | None


def since_last_export(opened: OpenCampaign) -> SinceExport | None:
    """Compare a campaign with its last export; None where nothing was handed over yet.

    Raises:
        ProblemError: as ``OpenCampaign.draft``.
    """
    last = last_export(opened.folder)
    if last is None:
        return None
    now = {language: fingerprint(opened.draft(language)) for language in opened.languages}
    changed = dict(last.texts) != now if last.texts else None
    return SinceExport(last.name, last.when, list_since(opened, last.name).changes, changed)


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over, and how it differs from what was before; None where that was nothing."""

    export: Export
    since: SinceExport | None


def export_on_disk(
    folder: Path,
    reference: Reference,
    *,
    password: str = "",
    draft: bool = False,
    formats: Collection[str] = ("docx",),
) -> Generator[Step, None, Handed]:
    """Export a campaign as its files have it, to the recipients that its settings name.

    Raises:
        ProblemError: as ``open_campaign``, ``with_petition``, ``choose_for`` and ``export``.
    """
    opened = with_petition(open_campaign(folder, password=password), reference)
    yield Step("open", 1, 2)
    since = since_last_export(opened)
    yield Step("open", 2, 2)
    chosen = choose_for(folder, opened.campaign, opened.campaign.request, reference)
    done = yield from export(opened, chosen, reference, draft=draft, formats=formats)
    return Handed(done, since)
