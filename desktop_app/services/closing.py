"""End a campaign: what could give anybody away is erased, or archived behind a password; the figures stay."""

import shutil
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.closed_list import closed_list
from desktop_app.domain.list_edit import says
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Step
from desktop_app.domain.withheld import withheld_rows
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml_edit import set_values
from desktop_app.files.encryption import encrypt
from desktop_app.files.kept_copies import private
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import ListFile, list_in
from desktop_app.files.neighbours import conflict_copies, open_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.reference_data import Reference
from desktop_app.files.safe_save import replace_file, write_private
from desktop_app.services.guarding import Hit
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.saving import LOCK
from desktop_app.services.scanning import scan_files

_KEPT = frozenset({"texts"})
"""What stays in ``private/``: the texts that were signed. They held no withheld name when they were kept."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a campaign comes to.

    Attributes:
        closed: The new list, not yet on the disk.
        named: Rows that stay with their names.
        bare: Rows of which the state alone stays.
        erased: Names of what goes from ``private/``.
        findings: What goes with the list unasked, and what closing cannot reach.
    """

    closed: ListFile
    named: int
    bare: int
    erased: tuple[str, ...]
    findings: tuple[Finding, ...]


def plan_closing(opened: OpenCampaign, reference: Reference) -> Generator[Step, None, Closing]:
    """Work out what closing would leave, erase, and not reach; nothing is changed.

    Raises:
        ProblemError: ``close-figures-differ``; ``save-not-verified`` where the new list does not read back.
    """
    rows = closed_list(opened.signatories, opened.campaign.counts, country=reference.country_key)
    package = new_list(rows)
    listed = opened.listed
    data = encrypt(package, listed.password, listed.path.name) if listed.is_locked else package
    closed = list_in(listed.path, data, listed.password)
    if not says(closed.signatories, rows):
        raise ProblemError("save-not-verified", Place(listed.path.name))
    search = yield from scan_files(opened, sorted(_others(opened)))
    named = sum(1 for row in rows if row.name)
    findings = (*_going_unasked(opened), *_out_of_reach(opened, search.hits, search.unread))
    return Closing(closed, named, len(rows) - named, tuple(_private_files(opened.folder)), findings)


def archive_list(listed: ListFile, target: Path, password: str) -> None:
    """Write the list as it is to a new file behind a password.

    Raises:
        ProblemError: ``target-exists``; as ``encrypt``; ``folder-not-writable``, ``disk-full``, and
            ``save-not-verified`` where it does not read back.
    """
    if target.exists():
        raise ProblemError("target-exists", Place(str(target)))
    if private(listed.path.parent).resolve() in target.resolve().parents:
        raise ProblemError("archive-inside", Place(str(target)))
    data = encrypt(listed.package, password, target.name)
    try:
        write_private(target, data)
    except OSError as error:
        raise not_writable(target, error) from None
    if read_bytes(target) != data:
        raise ProblemError("save-not-verified", Place(target.name))


def close_campaign(opened: OpenCampaign, closing: Closing) -> None:
    """Put the closed list into place, and erase what is kept in ``private/``. There is no way back.

    Raises:
        ProblemError: as ``replace_file`` and ``set_values``. What was erased by then is gone; closing again
            goes on where it stopped.
    """

    def look(back: bytes) -> None:
        closed = closing.closed
        if list_in(closed.path, back, closed.password).signatories != closed.signatories:
            raise ProblemError("save-not-verified", Place(closed.path.name))

    folder = opened.folder
    if program := open_in(opened.listed.path):
        raise ProblemError("close-open", Place(opened.list_file), program=program)
    replace_file(
        opened.listed.path,
        closing.closed.data,
        seen=opened.listed.data,
        lock=private(folder) / LOCK,
        look=look,
        keep=lambda _before: None,
    )
    for name in _private_files(folder):
        path = private(folder) / name
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError:
            raise ProblemError("close-not-erased", Place(f"private/{name}")) from None
    set_values(folder, {"state": "closed"})


def _private_files(folder: Path) -> list[str]:
    place = private(folder)
    names = [path.name for path in place.iterdir()] if place.is_dir() else []
    return sorted(name for name in names if name not in (*_KEPT, LOCK))


def _others(opened: OpenCampaign) -> Iterator[Path]:
    """The files of the campaign that closing leaves alone."""
    hidden = private(opened.folder)
    kept = {hidden / name for name in _KEPT}
    for path in opened.folder.rglob("*"):
        is_left = hidden not in path.parents or not kept.isdisjoint(path.parents)
        if path.is_file() and path != opened.listed.path and is_left:
            yield path


def _going_unasked(opened: OpenCampaign) -> tuple[Finding, ...]:
    own = opened.listed.sheet.headers.others
    if not own:
        return ()
    return (Finding("close-own-columns", Severity.WARNING, (Place(opened.list_file),), {"names": own}),)


def _out_of_reach(opened: OpenCampaign, hits: tuple[Hit, ...], unread: tuple[str, ...]) -> list[Finding]:
    found = []
    if hits and withheld_rows(opened.signatories):
        files = dict.fromkeys(hit.file for hit in hits)
        places = tuple(Place(_inside(opened.folder, file)) for file in files)
        found.append(Finding("close-name-elsewhere", Severity.WARNING, places))
    places = tuple(Place(_inside(opened.folder, file)) for file in unread)
    if copies := conflict_copies(opened.listed.path):
        places = (*places, *map(Place, copies))
    if places:
        found.append(Finding("close-not-searched", Severity.WARNING, tuple(dict.fromkeys(places))))
    if petition := opened.campaign.petition_file:
        found.append(Finding("close-petition-stays", Severity.WARNING, (Place(petition.name),)))
    found.append(Finding("close-out-of-reach", Severity.NOTE))
    return found


def _inside(folder: Path, file: str) -> str:
    return Path(file).relative_to(folder).as_posix()
