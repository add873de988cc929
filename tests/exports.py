"""Letters as the terminal exports them, to be held against those of the window."""

from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.services.addressing import choose_for
from desktop_app.services.exporting import Export, export
from desktop_app.services.opening import open_campaign
from desktop_app.support.long_work import result_of


def by_terminal(folder: Path, shipped: Program, out: Path) -> Export:
    """Export what lies on the disk."""
    opened = open_campaign(folder)
    chosen = choose_for(folder, opened.campaign, opened.campaign.request, shipped.reference)
    return result_of(export(opened, chosen, shipped.reference, out=out))


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
