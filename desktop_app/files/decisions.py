"""Which pairs are not the same: remembered in ``private/`` as keyed fingerprints, without a name."""

import json
from collections.abc import Collection
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.kept_file import read_kept
from desktop_app.files.safe_save import write_private

FILE = "private/not-the-same.json"
_KEY = "pairs"


def read_decisions(folder: Path) -> frozenset[str]:
    """The fingerprints of all pairs that were found not to be the same.

    Raises:
        ProblemError: as ``read_kept``; ``decisions-broken`` where the file is not as we write it.
            It is left as it is.
    """
    broken = ProblemError("decisions-broken", Place(FILE))
    data = read_kept(folder / FILE, broken)
    if data is None:
        return frozenset()
    try:
        pairs = json.loads(data)[_KEY]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise broken from None
    if not isinstance(pairs, list) or not all(isinstance(pair, str) for pair in pairs):
        raise broken
    return frozenset(pairs)


def write_decisions(folder: Path, pairs: Collection[str]) -> None:
    """Put the fingerprints into the place of those that are there, all or nothing, for nobody else to read.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    # In their own order: the order in which they were decided says who was looked at together.
    text = json.dumps({_KEY: sorted(pairs)}, indent=1)
    path = folder / FILE
    try:
        write_private(path, text.encode())
    except OSError as error:
        raise not_writable(path, error) from None
