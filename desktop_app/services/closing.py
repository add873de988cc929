"""End a campaign: what could give anybody away is erased, or archived behind a password; the figures stay."""

import re
import shutil
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.campaign import State
from desktop_app.domain.closed_list import closed_list
from desktop_app.domain.list_edit import says
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Step
from desktop_app.domain.withheld import withheld_rows
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml_edit import set_values
from desktop_app.files.encryption import decrypt, encrypt
from desktop_app.files.kept_copies import private
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import ListFile, list_in
from desktop_app.files.neighbours import conflict_copies, open_in
from desktop_app.files.package_gate import is_ole, read_bytes
from desktop_app.files.reference_data import Reference
from desktop_app.files.safe_save import replace_file, write_private
from desktop_app.files.settings_table import FILE as SETTINGS
from desktop_app.services.covering import covered
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.rehearsing import stops_of_last_export
from desktop_app.services.saving import LOCK
from desktop_app.services.scanning import guard_of_scan, scan_below
from desktop_app.services.search_results import Hit, Unread

_HANDED_OVER = re.compile(r"exports/[^/]+/")
_KEPT = frozenset({"texts"})
"""What stays in ``private/``: the texts that were signed. They held no withheld name when they were kept."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a campaign comes to.

    Attributes:
        closed: The new list, not yet on the disk.
        named: Rows that stay with their names.
        bare: Rows of which the state alone stays.
        erased: Names of what goes from ``private/``, to be shown.
        findings: What goes with the list unasked, and what closing cannot reach.
        not_read: The files that could not be searched, by their paths in the folder, and why.
    """

    closed: ListFile
    named: int
    bare: int
    erased: tuple[str, ...]
    findings: tuple[Finding, ...]
    not_read: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """The list as it was, locked, and where it is to lie; ``is_there`` where it does already."""

    target: Path
    data: bytes
    is_there: bool


def plan_closing(
    opened: OpenCampaign, reference: Reference, *, rehearse: bool = False
) -> Generator[Step, None, Closing]:
    """Work out what closing would leave, erase, and not reach; nothing is changed.

    Args:
        opened: The campaign.
        reference: The program's tables.
        rehearse: Find out whether the last export would be refused, too.

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
    guard = guard_of_scan(opened)
    search = yield from scan_below(opened.folder, sorted(_others(opened)), guard)
    not_read = tuple(replace(one, file=_inside(opened.folder, one.file)) for one in search.not_read)
    erased = tuple(covered(name, guard) for name in _private_files(opened.folder))
    named = sum(1 for row in rows if row.name)
    refused = (yield from stops_of_last_export(opened, reference)) if rehearse else ()
    findings = (*refused, *_going_unasked(opened), *_out_of_reach(opened, search.hits, not_read))
    return Closing(closed, named, len(rows) - named, erased, findings, not_read)


def archive_of(listed: ListFile, target: Path, password: str) -> Archive:
    """The list as it is, to be written to a new file behind a password.

    An archive of the very same list, which a closing that was cut short has left, is taken as it is.

    Raises:
        ProblemError: ``archive-inside``, ``target-exists``; as ``encrypt``.
    """
    # There it would be shared, or erased, or taken for the list.
    if listed.path.parent.resolve() in target.resolve().parents:
        raise ProblemError("archive-inside", Place(str(target)))
    data = encrypt(listed.package, password, target.name)
    if target.exists():
        if not _opens_to(target, listed.package, password):
            raise ProblemError("target-exists", Place(str(target)))
        return Archive(target, read_bytes(target), is_there=True)
    return Archive(target, data, is_there=False)


def check_not_open(opened: OpenCampaign) -> None:
    """Raise ``close-open`` where another program would bring back what is erased."""
    if program := open_in(opened.listed.path):
        raise ProblemError("close-open", Place(opened.list_file), program=program)


def close_campaign(opened: OpenCampaign, closing: Closing, archive: Archive | None = None) -> None:
    """Put the closed list into place, and erase what is kept in ``private/``. There is no way back.

    Raises:
        ProblemError: ``close-open``; as ``replace_file`` and ``set_values``; of the archive
            ``folder-not-writable``, ``disk-full``, ``save-not-verified``. The campaign is then as it was.
            ``close-not-erased``: it is closed, and closing it again goes on with erasing.
    """

    def look(back: bytes) -> None:
        closed = closing.closed
        if list_in(closed.path, back, closed.password).signatories != closed.signatories:
            raise ProblemError("save-not-verified", Place(closed.path.name))

    check_not_open(opened)
    with _archived(archive), _said_closed(opened.folder):
        replace_file(
            opened.listed.path,
            closing.closed.data,
            seen=opened.listed.data,
            lock=private(opened.folder) / LOCK,
            look=look,
            keep=lambda _before: None,
        )
    for name in _private_files(opened.folder):
        path = private(opened.folder) / name
        try:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError:
            shown = covered(name, guard_of_scan(opened))
            raise ProblemError("close-not-erased", Place(f"private/{shown}")) from None


@contextmanager
def _archived(archive: Archive | None) -> Iterator[None]:
    """The archive is on the disk before a name is erased, and goes where none is."""
    if archive is None or archive.is_there:
        yield
        return
    try:
        _write(archive)
        yield
    except ProblemError:
        with suppress(OSError):
            archive.target.unlink()
        raise


def _write(archive: Archive) -> None:
    try:
        write_private(archive.target, archive.data)
    except OSError as error:
        raise not_writable(archive.target, error) from None
    if read_bytes(archive.target) != archive.data:
        raise ProblemError("save-not-verified", Place(archive.target.name))


@contextmanager
def _said_closed(folder: Path) -> Iterator[None]:
    """The campaign says that it is closed before its names go, so that nobody brings one back meanwhile."""
    settings = folder / SETTINGS
    before = read_bytes(settings)
    set_values(folder, {"state": State.CLOSED.value})
    try:
        yield
    except ProblemError:
        with suppress(OSError):
            write_private(settings, before)
        raise


def _opens_to(target: Path, package: bytes, password: str) -> bool:
    try:
        data = read_bytes(target)
        return is_ole(data) and decrypt(data, password, target.name) == package
    except ProblemError:
        return False


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


def _out_of_reach(opened: OpenCampaign, hits: tuple[Hit, ...], not_read: tuple[Unread, ...]) -> list[Finding]:
    found = []
    if hits and withheld_rows(opened.signatories):
        places = _by_folder(_inside(opened.folder, hit.file) for hit in hits)
        found.append(Finding("close-name-elsewhere", Severity.WARNING, places))
    if not_read:
        places = _by_folder(one.file for one in not_read)
        found.append(Finding("close-not-searched", Severity.WARNING, places))
    if names := conflict_copies(opened.listed.path):
        place = (Place(opened.list_file),)
        found.append(Finding("list-has-copies", Severity.WARNING, place, {"names": names}))
    if petition := opened.campaign.petition_file:
        found.append(Finding("close-petition-stays", Severity.WARNING, (Place(petition.name),)))
    found.append(Finding("close-out-of-reach", Severity.NOTE))
    return found


def _by_folder(files: Iterable[str]) -> tuple[Place, ...]:
    """The coordinator's own files, one by one, and then the folders that were handed over."""
    places = {match[0] if (match := _HANDED_OVER.match(file)) else file for file in files}
    return tuple(map(Place, sorted(places, key=lambda place: (place.startswith("exports/"), place))))


def _inside(folder: Path, file: str) -> str:
    return Path(file).relative_to(folder).as_posix()
