"""A file in ``private/`` that is there or is not; what stands in its place and leads nowhere is neither."""

from pathlib import Path

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.package_gate import read_bytes


def read_kept(path: Path, broken: ProblemError) -> bytes | None:
    """The bytes of a file in ``private/``, None where there is none.

    Args:
        path: Where it lies, at most two folders below the campaign's.
        broken: What to raise where a link stands in its place, or in that of its folder, and leads nowhere or
            in a circle: what the file said is not known then, and not nothing.

    Raises:
        ProblemError: ``broken``; as ``read_bytes``, but for ``file-missing``.
    """
    try:
        return read_bytes(path)
    except ProblemError as problem:
        if problem.code not in ("file-missing", "file-not-readable"):
            raise
        if any(place.is_symlink() and not place.exists() for place in (path, *list(path.parents)[:2])):
            raise broken from None
        if problem.code == "file-missing" or not path.parent.is_dir():
            return None  # a file in the folder's place is told by whoever comes to write there
        raise
