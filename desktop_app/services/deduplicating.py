"""Find rows that are probably one signatory, and remember which of them are not."""

from desktop_app.domain.duplicates import Pair, find_pairs
from desktop_app.domain.fingerprints import Fingerprints
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.decisions import read_decisions, write_decisions
from desktop_app.files.reference_data import Reference
from desktop_app.services.opening import OpenCampaign


def find_duplicates(opened: OpenCampaign, reference: Reference, key: str) -> tuple[Pair, ...]:
    """Pairs that are probably one signatory and about which nothing was decided yet, the surest first.

    Args:
        opened: The campaign.
        reference: For the countries the letter is about.
        key: The one the list keeps for its fingerprints; empty = none yet, so nothing was decided.

    Raises:
        ProblemError: as ``read_decisions``.
    """
    about = [reference.states[code].iso2 for code in opened.campaign.about if code in reference.states]
    pairs = find_pairs(opened.signatories, about)
    if not key:
        return pairs
    decided = read_decisions(opened.folder)
    prints = Fingerprints(opened.signatories, key)
    return tuple(pair for pair in pairs if prints.of_pair(pair.a, pair.b) not in decided)


def keep_apart(opened: OpenCampaign, a: int, b: int, key: str) -> None:
    """Remember that two rows are not the same signatory, for as long as their names stay what they are.

    Raises:
        ProblemError: ``row-unknown``, ``apart-from-itself``; as ``read_decisions`` and ``write_decisions``.
    """
    rows = {signatory.row for signatory in opened.signatories}
    for row in (a, b):
        if row not in rows:
            raise ProblemError("row-unknown", Place(opened.list_file, row=row), given=row)
    if a == b:
        raise ProblemError("apart-from-itself", Place(opened.list_file, row=a))
    decided = read_decisions(opened.folder)
    write_decisions(opened.folder, decided | {Fingerprints(opened.signatories, key).of_pair(a, b)})
