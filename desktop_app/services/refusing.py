"""Stops what was to be handed over where a search has found a name, or something that no letter may hold."""

from desktop_app.domain.reporting import Finding, LeakError, Place, RefusedError, Severity, gathered
from desktop_app.services.search_results import Search


def doubtful(search: Search) -> tuple[Finding, ...]:
    """What deserves a look in files that were handed over."""
    places = tuple(Place(hit.file, hit.part, row=hit.row) for hit in search.doubtful)
    return (Finding("withheld-name-perhaps", Severity.WARNING, places),) if places else ()


def refuse_hits(search: Search) -> None:
    """Stop what was to be handed over where a withheld name stands in it, or nobody can say.

    Raises:
        LeakError: naming rows, never names.
        RefusedError: ``export-unread`` where a file could not be read again.
    """
    if search.certain:
        places = tuple(dict.fromkeys(Place(hit.file, hit.part, row=hit.row) for hit in search.certain))
        raise LeakError("export-leaks", (Finding("withheld-name", Severity.ERROR, places),), places[0])
    if search.unread:
        unread = tuple(Place(name) for name in search.unread)
        raise RefusedError("export-unread", (Finding("file-unread", Severity.ERROR, unread),), unread[0])


def refuse_faults(search: Search) -> None:
    """Stop letters that hold something that no letter may hold.

    Raises:
        RefusedError: ``export-unclean``.
    """
    if search.faults:
        faults = gathered(
            Finding(fault.code, Severity.ERROR, (Place(fault.file, fault.part),)) for fault in search.faults
        )
        raise RefusedError("export-unclean", faults, faults[0].places[0])
