"""A campaign's folder: which files it has, where templates come from, how a new one is made."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.settings_table import FILE as CAMPAIGN
from desktop_app.support.workplace import clear_left, held

LISTS = ("signatories-private.xlsx", "signatories.xlsx")
"""Names that the list of signatories may have; the first is ours."""

SAMPLE = "sample"
ASIDE = "aside"
"""The folder beside what is made, for what is only made of it."""
_WORK = ".undersigned-"
_WORKING = re.compile(re.escape(_WORK) + "[a-z0-9_]{8}")
_WITHIN = frozenset({"made", ASIDE})


def letter_name(language: str, first: str) -> str:
    """File name of the letter in a language; the first language of a campaign is plain ``letter.docx``."""
    return "letter.docx" if language == first else f"letter.{language}.docx"


def list_path(folder: Path) -> Path:
    """Where the list of signatories lies.

    Raises:
        ProblemError: ``list-missing``; ``list-is-csv``; ``list-twice`` where both names are there and
            neither is the list.
    """
    there = [folder / name for name in LISTS if (folder / name).exists()]
    if not there:
        for name in LISTS:
            if (folder / name).with_suffix(".csv").exists():
                raise ProblemError("list-is-csv", Place(file=Path(name).with_suffix(".csv").name))
        raise ProblemError("list-missing", Place(file=LISTS[0]), folder=str(folder))
    if len(there) > 1:
        raise ProblemError("list-twice", Place(file=LISTS[0]), names=LISTS)
    return there[0]


def template_names(templates: Path) -> tuple[str, ...]:
    """The starter templates, the sample not among them."""
    found = (path.name for path in templates.iterdir() if (path / CAMPAIGN).is_file())
    return tuple(sorted(name for name in found if name != SAMPLE))


def copy_template(templates: Path, name: str, target: Path) -> None:
    """Make a campaign folder from a template: all of it, or nothing.

    Raises:
        ProblemError: ``template-unknown``, ``target-exists`` or ``folder-not-writable``.
    """
    if name not in (*template_names(templates), SAMPLE):
        raise ProblemError("template-unknown", given=name, known=(*template_names(templates), SAMPLE))
    check_empty(target)
    with working_folder(target) as work:
        shutil.copytree(templates / name, work, dirs_exist_ok=True, copy_function=shutil.copyfile)
        move_into_place(work, target)


@contextmanager
def working_folder(target: Path) -> Iterator[Path]:
    """A folder beside the target in which it is made, so that handing over is one rename.

    It lies in a private one while it is being made, and goes with it unless it was moved into place; so do
    folders above the target that had to be made. What a killed run left behind there is cleared away.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``, also for what is written inside the block.
    """
    new = [parent for parent in target.parents if not parent.exists()]
    private: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        clear_working_folders(target.parent)
        private = Path(tempfile.mkdtemp(prefix=_WORK, dir=target.parent))
        with held(private):
            made = private / "made"
            made.mkdir()
            yield made
    except OSError as error:
        raise not_writable(target, error) from None
    finally:
        if private is not None:
            shutil.rmtree(private, ignore_errors=True)
        for parent in new:
            with suppress(OSError):
                parent.rmdir()


def clear_working_folders(folder: Path) -> None:
    """Remove what killed runs have left in a folder, and nothing that could be anybody else's."""
    with suppress(OSError):  # a folder that cannot be looked into is nothing to stop at here
        clear_left([path for path in folder.glob(f"{_WORK}*") if _is_ours(path)])


def _is_ours(folder: Path) -> bool:
    return bool(_WORKING.fullmatch(folder.name)) and {path.name for path in folder.iterdir()} <= _WITHIN


def check_empty(target: Path) -> None:
    """Raise ``target-exists`` where the target is a file, or a folder with something in it."""
    try:
        if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
            raise ProblemError("target-exists", Place(file=str(target)))
    except OSError as error:
        raise not_writable(target, error) from None


def move_into_place(work: Path, target: Path) -> None:
    """Hand a finished folder over in one rename; an empty folder in its place makes way.

    The folder is flushed to the disk before, and its parent after it. Its files are not flushed one by one:
    what a power cut spoils is made again. Once it is there nothing calls that a failure any more.
    """
    flush_folder(work)
    if target.is_dir():
        target.rmdir()
    work.rename(target)
    with suppress(OSError):
        flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Have the disk remember which files the folder holds."""
    if os.name == "nt":  # Windows cannot open a folder to flush it; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def not_writable(target: Path, error: OSError) -> ProblemError:
    """What to say when something cannot be written: full, read-only or out of reach, a file in the way."""
    # A folder that is copied reports its errors as a list, without a number.
    full = error.errno in _FULL or any(f"[Errno {number}]" in str(error) for number in _FULL)
    if full:
        return ProblemError("disk-full", Place(file=str(target)))
    # What was to be written need not be there; whatever kept it from being written is.
    wanted = Path(error.filename) if isinstance(error.filename, str) else target
    in_the_way = next((path for path in (wanted, *wanted.parents) if os.path.lexists(path)), target)
    return ProblemError("folder-not-writable", Place(file=str(in_the_way)))


_FULL = frozenset({28, 122})
"""ENOSPC and EDQUOT; on Windows ERROR_DISK_FULL arrives as ENOSPC."""
