"""Commands about a campaign as a whole: templates, new, status, check."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, finding_lines, tally, tally_line
from desktop_app.domain.campaign import Campaign, Claim, Petition, State
from desktop_app.domain.counting import Count, count
from desktop_app.domain.reporting import Finding, Place, ProblemError, RefusedError, Severity, gathered
from desktop_app.files.campaign_folder import template_names
from desktop_app.files.frozen_texts import current_version
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.recipients_table import CORRECTIONS, read_corrections
from desktop_app.services.addressing import choose_for
from desktop_app.services.checking import check_campaign
from desktop_app.services.opening import OpenCampaign, make_campaign
from desktop_app.services.petitioning import with_petition
from desktop_app.services.searching import names_among
from desktop_app.support.i18n import _
from desktop_app.wording import of_claim


def templates(program: Program, _asked: Namespace, output: Output) -> int:
    """Names of the starter templates."""
    names = template_names(program.templates)
    output.result({"templates": list(names)}, names)
    return 0


def new(program: Program, asked: Namespace, output: Output) -> int:
    """Make a campaign folder."""
    folder = Path(asked.folder)
    name = make_campaign(program.templates, folder, template=asked.template, sample=asked.sample)
    shown = str(folder.resolve())
    lines = [_("Made {folder} from “{template}”.").format(folder=shown, template=name)]
    output.result({"folder": shown, "template": name}, lines)
    return 0


def status(program: Program, asked: Namespace, output: Output) -> int:
    """Where a campaign stands: figures and how much there is to settle."""
    opened = with_petition(opened_campaign(asked), program.reference)
    campaign = opened.campaign
    findings = all_findings(opened, program)
    counted = count(opened.signatories, campaign.counts)
    figures = tally(findings)
    day = campaign.date.isoformat() if campaign.date else None
    version = _version(opened)
    content = {
        "title": campaign.title,
        "date": day,
        "state": campaign.state.value,
        "until": campaign.until or None,
        "text_version": version or None,
        "languages": list(opened.languages),
        "count": count_json(counted, campaign.claimed),
        "petition": petition_json(campaign.petition),
        "findings": dict(figures),
    }
    lines = [
        campaign.title,
        _("Date: {date}. State: {state}. Languages: {languages}.").format(
            date=day or "-", state=campaign.state.value, languages=", ".join(opened.languages)
        ),
        *_signing_lines(campaign, version),
        *count_lines(counted, campaign.claimed),
        *petition_lines(campaign.petition),
        tally_line(findings),
    ]
    output.result(content, lines)
    return 0


def _signing_lines(campaign: Campaign, version: str) -> Iterable[str]:
    if version:
        yield _("Text as signed: {version}.").format(version=version)
    if campaign.state is State.OPEN and campaign.until:
        yield _("Open for signature until {until}.").format(until=campaign.until)


def _version(opened: OpenCampaign) -> str:
    try:
        return current_version(opened.folder)
    except ProblemError:
        return ""  # among the findings, which are counted


def check(program: Program, asked: Namespace, output: Output) -> int:
    """Everything that was found; refused where something must be settled."""
    findings = all_findings(with_petition(opened_campaign(asked), program.reference), program)
    lines = [*finding_lines(findings), tally_line(findings)] if findings else [_("Nothing to settle.")]
    output.result({"findings": [finding_json(finding) for finding in findings]}, lines)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    return RefusedError.exit_status if wrong else 0


def all_findings(opened: OpenCampaign, program: Program) -> tuple[Finding, ...]:
    """Findings over every language the campaign has, and over the recipients that it plans."""
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    about = _about_recipients(opened, [draft for _, draft in drafts], program)
    return gathered((*check_campaign(opened, drafts), *about))


def _about_recipients(
    opened: OpenCampaign, drafts: Sequence[LetterDraft], program: Program
) -> tuple[Finding, ...]:
    request = opened.campaign.request
    # Without a day it is not known who is meant; a name in a list of theirs is one on any day.
    no_day = opened.campaign.date is None and request.on is None
    try:
        if not request.to:
            known = read_corrections(opened.folder / CORRECTIONS, program.reference)
            return (*known.findings, *names_among(opened, drafts, tuple(known.by_key.values())))
        asked = replace(request, on=program.today()) if no_day else request
        chosen = choose_for(opened.folder, opened.campaign, asked, program.reference)
    except ProblemError as problem:
        place = problem.place if problem.place.file else _setting(opened, problem)
        return (Finding(problem.code, Severity.ERROR, (place,), problem.values),)
    return (*(() if no_day else chosen.findings), *names_among(opened, drafts, chosen.recipients))


def _setting(opened: OpenCampaign, problem: ProblemError) -> Place:
    """Which entry of campaign.toml it is that cannot be taken for anybody."""
    given = problem.values.get("given")
    about, seat = opened.campaign.about, opened.campaign.seat
    part = "about" if given in about else "seat" if given == seat else "recipients"
    return Place("campaign.toml", part)


def count_json(counted: Count, claimed: Claim) -> Mapping[str, object]:
    """The figures as programs read them."""
    claim = None
    if claimed.total is not None or claimed.anonymous is not None:
        claim = {"total": claimed.total, "anonymous": claimed.anonymous}
    return {
        "way": counted.way.value,
        "total": counted.total,
        "named": counted.named,
        "anonymous": counted.anonymous,
        "pending": counted.pending,
        "withdrawn": counted.withdrawn,
        "top_level": counted.top_level,
        "members": counted.members,
        "umbrellas": counted.umbrellas,
        "countries": counted.countries,
        "organisations": counted.organisations,
        "individuals": counted.individuals,
        "claimed": claim,
    }


def count_lines(counted: Count, claimed: Claim) -> Iterable[str]:
    """The figures for people."""
    yield _("{total} = {named} named + {anonymous} anonymous ({way})").format(
        total=counted.total, named=counted.named, anonymous=counted.anonymous, way=counted.way.value
    )
    yield _("{top_level} at the top level, {members} members of {umbrellas} networks").format(
        top_level=counted.top_level, members=counted.members, umbrellas=counted.umbrellas
    )
    yield _("{pending} pending, {withdrawn} withdrawn (not counted)").format(
        pending=counted.pending, withdrawn=counted.withdrawn
    )
    if claimed.total is not None or claimed.anonymous is not None:
        said = _("Claimed by the old letter: {claim}") if claimed.of_model else _("Claimed: {claim}")
        yield said.format(claim=of_claim(claimed.total, claimed.anonymous))


def petition_json(petition: Petition | None) -> Mapping[str, object] | None:
    """The figures of a petition as programs read them."""
    if petition is None:
        return None
    day = petition.date.isoformat() if petition.date else None
    return {"people": petition.people, "countries": petition.countries, "date": day}


def petition_lines(petition: Petition | None) -> Iterable[str]:
    """The figures of a petition for people."""
    if petition is not None:
        yield _("Petition: {people} people, {countries} countries and territories. Date: {date}.").format(
            people=petition.people,
            countries="-" if petition.countries is None else petition.countries,
            date=petition.date or "-",
        )
