"""Plan who gets the letter and how each is addressed: it is written into the campaign's files."""

from dataclasses import replace
from pathlib import Path

from desktop_app.domain.campaign import Request
from desktop_app.domain.plain_text import plain
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import LISTS
from desktop_app.files.campaign_toml_edit import with_request
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.pasted_recipients import recipients_in
from desktop_app.files.recipients_editor import corrected, own_table
from desktop_app.files.recipients_table import CORRECTIONS, LINE_END, read_corrections, read_own_list
from desktop_app.files.reference_data import Reference
from desktop_app.files.settings_table import FILE
from desktop_app.services.changing_files import changed_file, write_file
from desktop_app.services.composing import NO_CORRECTION
from desktop_app.services.recognising import terminal_name
from desktop_app.services.undoing import FileStep

_OWN = "recipients-own.xlsx"
_TAKEN = frozenset({CORRECTIONS, *LISTS, FILE})
_LISTS = (".xlsx", ".csv")


def plan(folder: Path, request: Request) -> FileStep | None:
    """Write into campaign.toml who is to get the letter; None where it says so already.

    Raises:
        ProblemError: as ``with_request``; ``folder-not-writable``, ``disk-full``.
    """
    return changed_file("recipients", folder / FILE, lambda data: with_request(data or b"", request))


def correct(folder: Path, key: str, known: Correction, reference: Reference) -> FileStep | None:
    """Write into recipients.xlsx what is known better of one recipient; None where it says so already.

    Args:
        folder: The campaign's.
        key: An ISO3 code, or the name of an office that is no state's.
        known: All that its row shall say; ``row`` is not used.
        reference: The program's tables.

    Raises:
        ProblemError: as ``corrected`` and ``read_corrections``; ``folder-not-writable``, ``disk-full``.
    """
    path = folder / CORRECTIONS
    before = read_corrections(path, reference).by_key.get(key, NO_CORRECTION)
    after = replace(_cleaned(known), row=before.row)
    if after == before:
        return None
    return changed_file("correction", path, lambda data: corrected(data, key, after, reference))


def take_file(folder: Path, file: Path) -> str:
    """Copy a list of one's own recipients into the campaign; what ``Request.to`` calls it.

    Raises:
        ProblemError: as ``read_own_list``; ``file-wrong-kind``, ``folder-not-writable``, ``disk-full``.
    """
    if file.suffix.lower() not in _LISTS:
        raise ProblemError("file-wrong-kind", Place(file.name), kind="xlsx")
    read_own_list(file)
    if file.resolve().parent == folder.resolve() and file.name not in _TAKEN:
        return file.name
    data = read_bytes(file)
    name = _OWN if file.name in _TAKEN and file.suffix == ".xlsx" else file.name
    return _kept(folder, name, data)


def take_pasted(folder: Path, text: str, reference: Reference) -> tuple[str, ...]:
    """What was pasted, as entries of ``Request.to``: names of bodies and states, or a new list of one's own.

    Raises:
        ProblemError: ``own-list-empty`` where it names nobody; ``folder-not-writable``, ``disk-full``.
    """
    lines = [plain(line) for line in text.splitlines() if plain(line)]
    entries = tuple(dict.fromkeys(_entry(line, reference) for line in lines))
    if entries and all(entries):
        return entries
    recipients = recipients_in(text)
    if not recipients:
        raise ProblemError("own-list-empty")
    return (_kept(folder, _OWN, own_table(recipients, _OWN)),)


def _entry(line: str, reference: Reference) -> str:
    name = terminal_name(line).removeprefix("the-").removeprefix("un-")
    return name if name in (*reference.bodies, *reference.offices.single) else reference.find_state(line)


def _cleaned(known: Correction) -> Correction:
    """As it will be read again."""
    parts = (plain(part) for line in known.address for part in LINE_END.split(line))
    return replace(
        known,
        name=plain(known.name),
        salutation=plain(known.salutation),
        address=tuple(part for part in parts if part),
        paragraph=plain(known.paragraph),
        email=plain(known.email),
    )


def _kept(folder: Path, name: str, data: bytes) -> str:
    """The file's name in the folder: a free one, or that of the same file."""
    wanted, number = Path(name), 1
    path = folder / name
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = folder / f"{wanted.stem}-{number}{wanted.suffix}"
    write_file(path, data)
    return path.name
