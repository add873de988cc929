"""Everything there is to say about a campaign as it is now."""

from desktop_app.domain.reporting import Finding, ProblemError, Severity, gathered
from desktop_app.services.checking import check_campaign
from desktop_app.services.choosing import Chosen
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.searching import names_among


def findings_of(campaign: OpenCampaign, chosen: Chosen | ProblemError) -> tuple[Finding, ...]:
    """What must be settled and what deserves a look; a letter that cannot be read is one finding of it.

    Args:
        campaign: As it was opened, or as it is worked on.
        chosen: Who gets the letter, or why that cannot be told.
    """
    found: list[Finding] = list(campaign.findings)
    try:
        drafts = [(language, campaign.draft(language)) for language in campaign.languages]
        found += check_campaign(campaign, drafts)
        if isinstance(chosen, Chosen):
            found += names_among(campaign, [draft for _, draft in drafts], chosen.recipients)
    except ProblemError as problem:
        found.append(_as_finding(problem))
    if isinstance(chosen, Chosen):
        found += chosen.findings
    elif chosen.code != "recipients-missing":
        found.append(_as_finding(chosen))
    return gathered(found)


def _as_finding(problem: ProblemError) -> Finding:
    return Finding(problem.code, Severity.ERROR, (problem.place,), problem.values)
