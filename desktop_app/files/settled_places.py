"""Where a withheld name may stand: remembered in ``private/`` as keyed fingerprints, without a name."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.kept_file import read_kept
from desktop_app.files.safe_save import write_private

FILE = "private/settled.json"
_KEY = "places"


def read_settled(folder: Path) -> dict[str, Why]:
    """The fingerprints of all places that were settled, each with why.

    Raises:
        ProblemError: as ``read_kept``; ``settled-broken`` where the file is not as we write it.
            It is left as it is.
    """
    broken = ProblemError("settled-broken", Place(FILE))
    data = read_kept(folder / FILE, broken)
    if data is None:
        return {}
    try:
        return {_text(place): Why(why) for place, why in json.loads(data)[_KEY].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise broken from None


def settled_bytes(places: Mapping[str, Why]) -> bytes:
    """The file as ``write_settled`` writes it."""
    # In their own order: the order in which they were decided says what was looked at together.
    return json.dumps({_KEY: {place: places[place].value for place in sorted(places)}}, indent=1).encode()


def write_settled(folder: Path, places: Mapping[str, Why]) -> None:
    """Put the fingerprints into the place of those that are there, all or nothing, for nobody else to read.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    path = folder / FILE
    try:
        write_private(path, settled_bytes(places))
    except OSError as error:
        raise not_writable(path, error) from None


def _text(place: object) -> str:
    if not isinstance(place, str):
        raise TypeError
    return place
