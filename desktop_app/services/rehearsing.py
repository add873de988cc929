"""The last export of a campaign that ends; and, before it, whether anything would stop it."""

from collections.abc import Generator

from desktop_app.domain.reporting import Finding, ProblemError, RefusedError, Severity, Step
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for
from desktop_app.services.choosing import Chosen
from desktop_app.services.exporting import Export, export, rehearse_export
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.petitioning import with_petition


def last_export(opened: OpenCampaign, reference: Reference) -> Generator[Step, None, Export]:
    """The letters to whomever campaign.toml names, handed over into ``exports/``.

    Raises:
        ProblemError: as ``with_petition``, ``choose_for`` and ``export``.
    """
    return (yield from export(*_ready(opened, reference), reference))


def stops_of_last_export(
    opened: OpenCampaign, reference: Reference
) -> Generator[Step, None, tuple[Finding, ...]]:
    """What would stop the last export, were it made now; nothing where nothing would."""
    try:
        yield from rehearse_export(*_ready(opened, reference), reference)
    except RefusedError as refusal:
        errors = (finding for finding in refusal.findings if finding.severity is Severity.ERROR)
        return (Finding("close-export-refused", Severity.ERROR), *errors)
    except ProblemError as problem:
        reason = Finding(problem.code, Severity.ERROR, (problem.place,), problem.values)
        return (Finding("close-export-refused", Severity.ERROR), reason)
    return ()


def _ready(opened: OpenCampaign, reference: Reference) -> tuple[OpenCampaign, Chosen]:
    counted = with_petition(opened, reference)
    return counted, choose_for(opened.folder, counted.campaign, counted.campaign.request, reference)
