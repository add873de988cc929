"""Lock the list with a password, and every copy of it: one that stayed open would tell all that it hides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.encryption import decrypt, encrypt, is_short
from desktop_app.files.kept_copies import carry_over, copies, without_password
from desktop_app.files.list_file import ListFile, is_list, list_in
from desktop_app.files.package_gate import is_ole, read_bytes
from desktop_app.files.safe_save import digest, written_beside
from desktop_app.files.spelling import keep_words
from desktop_app.services.saving import Saved, Saving


def lock_list(saving: Saving, listed: ListFile, password: str) -> Saved:
    """Lock the list with a password, or with another one, and the copies of it in ``private/``.

    Words that were added to the campaign's dictionary go: nothing else would be open beside it.

    All copies are written anew beside the old ones before the list is touched. Then the list comes first:
    where a copy cannot be put into its place after that, the password is in force, the copy is named, and
    locking the list again, now or whenever the campaign is opened and says so, goes on where it stopped. The
    other way round, the steps kept for undo would have a password that the list does not have.

    Raises:
        ProblemError: as ``encrypt``, ``written_beside`` and ``Saving.restate``: nothing was locked then.
            ``copies-left-open``: the list was.
    """
    name = listed.path.name
    locked = list_in(listed.path, encrypt(listed.package, password, name), password)
    kept = _kept(saving.folder, listed.password)
    states: dict[str, str] = {}
    with written_beside(_anew(kept.packages, password, states)) as put:
        try:
            carry_over(saving.folder, states)
        except OSError as error:
            raise not_writable(saving.folder, error) from None
        saving.restate(listed, locked)
        left = [*(_place(saving.folder, copy) for copy in put()), *_words_left(saving.folder)]
        if left:
            raise ProblemError("copies-left-open", left[0])
    return Saved(locked, (*password_findings(password), *kept.findings))


def unlock_list(saving: Saving, listed: ListFile) -> Saved:
    """Take the password off the list. Its copies keep theirs: they are not lost, and not opened either.

    Raises:
        ProblemError: as ``Saving.restate``; the list is then locked as it was.
    """
    opened = list_in(listed.path, listed.package, "")
    saving.restate(listed, opened)
    return Saved(opened)


def _words_left(folder: Path) -> tuple[Place, ...]:
    """Remove the words that were added; where they could not be."""
    try:
        keep_words(folder, lambda _word: False)
    except ProblemError:
        return (Place("private/words"),)
    return ()


def copies_left_open(folder: Path) -> tuple[Finding, ...]:
    """Copies that anybody can open, beside a list with a password."""
    left = [copy for copy in without_password(folder) if is_list(read_bytes(copy), copy.name)]
    places = tuple(_place(folder, copy) for copy in left)
    return (Finding("copies-not-locked", Severity.WARNING, places),) if places else ()


def password_findings(password: str) -> tuple[Finding, ...]:
    """What is to be said of a password: whoever has the file can try as many as he likes."""
    return (Finding("password-short", Severity.WARNING),) if is_short(password) else ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """Copies of the list that can be locked, opened; and what is to be said of the others."""

    packages: Mapping[Path, bytes]
    findings: tuple[Finding, ...]


def _kept(folder: Path, password: str) -> _Kept:
    packages: dict[Path, bytes] = {}
    other: dict[str, list[Place]] = {"copy-is-no-list": [], "copy-other-password": []}
    for copy in copies(folder):
        package = _package_of(folder, copy, password)
        if package is None:
            other["copy-other-password"].append(_place(folder, copy))
        elif is_list(package, copy.name):
            packages[copy] = package
        else:
            other["copy-is-no-list"].append(_place(folder, copy))
    found = (Finding(code, Severity.WARNING, tuple(places)) for code, places in other.items() if places)
    return _Kept(packages, tuple(found))


def _package_of(folder: Path, copy: Path, password: str) -> bytes | None:
    """What a copy holds, opened; None where it has another password."""
    try:
        data = read_bytes(copy)
    except ProblemError as problem:
        # Nobody knows what is in it, and it would be open still.
        raise ProblemError(problem.code, _place(folder, copy), **problem.values) from None
    if not is_ole(data):
        return data
    try:
        return decrypt(data, password, copy.name)
    except ProblemError:
        return None


def _anew(
    packages: Mapping[Path, bytes], password: str, states: dict[str, str]
) -> Iterator[tuple[Path, bytes]]:
    """Each copy, locked; ``states`` learns what became of each state of the list."""
    for copy, package in packages.items():
        data = encrypt(package, password, copy.name)
        states[digest(read_bytes(copy))] = digest(data)
        yield copy, data


def _place(folder: Path, copy: Path) -> Place:
    return Place(copy.relative_to(folder).as_posix())
