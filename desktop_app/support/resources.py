"""Finds templates/ and resources/ in the source tree, in the wheel and in the built program."""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parents[1]


def root() -> Path:
    """The folder that holds ``templates`` and ``resources``.

    The wheel and the built program carry them as ``desktop_app/_data``; in the source tree they lie
    beside the package.
    """
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent


def path(name: str) -> Path:
    """A file or folder below ``root()``, named with forward slashes: ``templates/sample``.

    Raises:
        ValueError: if the name is absolute or leads out of the folder.
    """
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name:
        raise ValueError(name)
    return root().joinpath(*pure.parts)
