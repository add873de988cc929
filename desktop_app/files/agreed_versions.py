"""Which paragraphs of a language version agree with the original: remembered in ``private/``, as marks."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.kept_file import read_kept

FILE = "private/versions.json"


def read_agreed(folder: Path) -> dict[str, dict[str, str]]:
    """By language, what agrees; see ``domain.versions.Agreed``.

    Raises:
        ProblemError: as ``read_kept``; ``versions-broken`` where the file is not as we write it.
            It is left as it is.
    """
    return agreed_in(read_kept(folder / FILE, ProblemError("versions-broken", Place(FILE))))


def agreed_in(data: bytes | None) -> dict[str, dict[str, str]]:
    """What such a file says; nothing where it is not there.

    Raises:
        ProblemError: as ``read_agreed``.
    """
    if data is None:
        return {}
    try:
        return {
            _text(language): {_text(one): _text(other) for one, other in marks.items()}
            for language, marks in json.loads(data).items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise ProblemError("versions-broken", Place(FILE)) from None


def agreed_bytes(agreed: Mapping[str, Mapping[str, str]]) -> bytes:
    """The file that says this."""
    return json.dumps(agreed, indent=1, sort_keys=True).encode()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
