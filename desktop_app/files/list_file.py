"""The list of signatories as a file: what was read, the bytes it was read from, and the key that opens it."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Signatory
from desktop_app.files.encryption import decrypt
from desktop_app.files.package_gate import is_ole, read_bytes
from desktop_app.files.safe_save import remove_leftovers
from desktop_app.files.signatories_xlsx import SignatorySheet, list_table, signatories_in

_UNREADABLE = frozenset({"file-damaged", "file-empty", "file-wrong-kind"})


@dataclass(frozen=True, slots=True)
class ListFile:
    """One state of the list. Whoever changes it makes another.

    Attributes:
        path: Where it lies.
        data: The bytes on the disk, by which a change by somebody else is told.
        package: The workbook in them, opened; the same bytes where there is no password.
        password: What it is locked with; empty = not locked.
        sheet: What it says.
    """

    path: Path
    data: bytes
    package: bytes
    password: str
    sheet: SignatorySheet

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """The rows that could be read, in the order of the sheet."""
        return self.sheet.signatories

    @property
    def is_locked(self) -> bool:
        """Whether it has a password."""
        return is_ole(self.data)


def read_list(path: Path, *, password: str = "") -> ListFile:
    """Read the list; what a killed save left beside it goes.

    Raises:
        ProblemError: ``list-unreadable``; as ``read_bytes`` and ``list_in``.
    """
    remove_leftovers(path)
    data = read_bytes(path)
    try:
        return list_in(path, data, password)
    except ProblemError as problem:
        if problem.code not in _UNREADABLE:
            raise
        raise ProblemError("list-unreadable", Place(path.name)) from None


def list_in(path: Path, data: bytes, password: str) -> ListFile:
    """The list in bytes that lie, or are to lie, at ``path``.

    Raises:
        ProblemError: as ``decrypt`` and ``signatories_in``.
    """
    locked = is_ole(data)
    package = decrypt(data, password, path.name) if locked else data
    sheet = signatories_in(package, path.name)
    return ListFile(path, data, package, password if locked else "", sheet)


def is_list(package: bytes, file: str) -> bool:
    """Whether an opened workbook has our headings on one of its sheets."""
    try:
        list_table(package, file)
    except ProblemError:
        return False
    return True
