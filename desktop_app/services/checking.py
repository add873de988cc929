"""What must be settled, and what deserves a look, before a campaign's letters go out."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.campaign import Campaign, Members, texts_of
from desktop_app.domain.claims import differs, placeholder_links, stale_words, tracking_links, typed_figures
from desktop_app.domain.counting import Count, count
from desktop_app.domain.disclosure import project
from desktop_app.domain.letter import prompts_in
from desktop_app.domain.list_findings import findings_of
from desktop_app.domain.mixtures import Mixture, explain_claim
from desktop_app.domain.reporting import Finding, LeakError, Place, RefusedError, Severity, Value
from desktop_app.domain.roster import resolve
from desktop_app.domain.withheld import forms_of
from desktop_app.files.field_check import field_findings
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign

_FINE_IN_A_DRAFT = frozenset({"prompt-unfilled", "petition-missing", "no-named-row", "figure-differs"})


def check_campaign(opened: OpenCampaign, drafts: Sequence[tuple[str, LetterDraft]]) -> tuple[Finding, ...]:
    """Findings about the list, the figures and every draft, the gravest first.

    Args:
        opened: The campaign.
        drafts: Each language with its letter.
    """
    campaign = opened.campaign
    counted = count(opened.signatories, campaign.counts)
    found = [*opened.findings, *_in_list(opened, counted), *_prompts_in_settings(campaign)]
    if not any("signatories" in draft.text for _, draft in drafts):
        # A letter that one person signs for others prints no list and no figure of it.
        found = [finding for finding in found if finding.code != "no-named-row"]
    for language, draft in drafts:
        found += draft.findings
        found += field_findings(draft.package, draft.file)
        found += check_draft(draft, campaign, language, counted)
    found += check_names(opened, [draft for _, draft in drafts])
    if campaign.date is None:
        found.append(Finding("date-missing", Severity.WARNING, (Place(file="campaign.toml", part="date"),)))
    return gathered(found)


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each kind, with all its places, the gravest first."""
    by_kind: dict[tuple[str, Severity, str], list[Finding]] = {}
    for finding in findings:
        kind = (finding.code, finding.severity, repr(sorted(finding.values.items())))
        by_kind.setdefault(kind, []).append(finding)
    merged = [
        Finding(code, severity, tuple(dict.fromkeys(p for f in same for p in f.places)), same[0].values)
        for (code, severity, _), same in by_kind.items()
    ]
    rank = list(Severity)
    return tuple(sorted(merged, key=lambda finding: rank.index(finding.severity)))


def _in_list(opened: OpenCampaign, counted: Count) -> Iterator[Finding]:
    campaign, file = opened.campaign, opened.list_file
    for finding in findings_of(opened.signatories, campaign.counts):
        places = tuple(Place(file, place.part, place.paragraph, place.row) for place in finding.places)
        yield Finding(finding.code, finding.severity, places, finding.values)
    yield from _claim(opened)
    layout = campaign.layout
    last = counted.top_level + (counted.members if layout.members is Members.NUMBERED else 0)
    if layout.numbered and counted.named and last != counted.named:
        yield Finding("last-number", Severity.NOTE, values={"last": last, "named": counted.named})


def _claim(opened: OpenCampaign) -> Iterator[Finding]:
    campaign = opened.campaign
    if campaign.claimed.total is None and campaign.claimed.anonymous is None:
        return
    explained = explain_claim(opened.signatories, campaign.claimed, campaign.counts)
    figures: dict[str, Value] = {
        "total": "" if campaign.claimed.total is None else campaign.claimed.total,
        "anonymous": "" if campaign.claimed.anonymous is None else campaign.claimed.anonymous,
    }
    place = (Place(file="campaign.toml", part="claimed"),)
    if explained.agrees:
        return
    if explained.ways:
        ways = tuple(way.value for way in explained.ways)
        yield Finding("claim-other-way", Severity.WARNING, place, {**figures, "ways": ways})
    elif explained.mixtures:
        mixture = _mixture(opened, explained.mixtures[0])
        more = len(explained.mixtures) - 1
        yield Finding("claim-mixture", Severity.WARNING, place, {**figures, **mixture, "more": more})
    else:
        yield Finding("claim-unexplained", Severity.WARNING, place, figures)


def _mixture(opened: OpenCampaign, mixture: Mixture) -> dict[str, Value]:
    """The umbrellas of a mixture and how they are counted; one that is withheld goes by its row."""
    shown = {entry.signatory.row: entry.signatory.name for entry in resolve(opened.signatories).named}
    names = tuple(shown.get(row, f"(withheld, row {row})") for row in mixture.rows)
    return {"way": mixture.way.value, "names": names, "other": mixture.other.value}


def _prompts_in_settings(campaign: Campaign) -> Iterator[Finding]:
    """Prompts of the template that stand in campaign.toml yet."""
    for key, text in texts_of(campaign):
        if prompts_in(text):
            yield Finding("prompt-unfilled", Severity.ERROR, (Place("campaign.toml", key),))


def check_draft(draft: LetterDraft, campaign: Campaign, language: str, counted: Count) -> Iterator[Finding]:
    """Prompts that were left, figures that are typed, words that go stale, links that tell on readers."""
    text = campaign.text(language)
    for paragraph in draft.paragraphs:
        place = (Place(draft.file, paragraph.part, paragraph.number),)
        for _ in prompts_in(paragraph.text):
            yield Finding("prompt-unfilled", Severity.ERROR, place)
        for figure in typed_figures(paragraph.text, text):
            if differs(figure, counted):
                yield Finding(
                    "figure-differs", Severity.ERROR, place, {"figure": figure, "total": counted.total}
                )
            else:
                yield Finding("figure-typed", Severity.NOTE, place, {"figure": figure})
        if stale_words(paragraph.text):
            yield Finding("word-goes-stale", Severity.WARNING, place)
        if campaign.petition is None and "petition." in paragraph.text:
            yield Finding("petition-missing", Severity.ERROR, place)
    if tracking_links(draft.links):
        yield Finding("link-tracks", Severity.WARNING, (Place(draft.file),))
    if not campaign.sample and placeholder_links(draft.links):
        yield Finding("link-placeholder", Severity.WARNING, (Place(draft.file),))


def check_names(opened: OpenCampaign, drafts: Sequence[LetterDraft]) -> Iterator[Finding]:
    """Withheld names that were typed into a letter. Only full forms: what the draft says is its own."""
    printed = printed_names(opened)
    forms = forms_of(opened.signatories, [*printed, *(draft.text for draft in drafts)])
    guard = Guard(forms, printed)
    for draft in drafts:
        for paragraph in draft.paragraphs:
            for row, certain in guard.rows_in(paragraph.text):
                place = Place(draft.file, paragraph.part, paragraph.number, row)
                severity = Severity.ERROR if certain else Severity.WARNING
                yield Finding("withheld-name" if certain else "withheld-name-perhaps", severity, (place,))


def printed_names(opened: OpenCampaign) -> tuple[str, ...]:
    """Names as the letters print them."""
    listed = project(opened.signatories)
    return tuple(one.name for top in listed for one in (top, *top.members))


def refuse_if_errors(findings: Sequence[Finding], *, draft: bool) -> None:
    """Stop what is to be handed over.

    Prompts, an empty list and differing figures are let through in a draft, which says so on every page.

    Raises:
        ProblemError: a ``RefusedError`` or, for a withheld name, a ``LeakError``.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    leaks = tuple(finding for finding in errors if finding.code == "withheld-name")
    if leaks:
        raise LeakError("export-leaks", leaks, leaks[0].places[0])
    left = [finding for finding in errors if not (draft and finding.code in _FINE_IN_A_DRAFT)]
    if left:
        place = left[0].places[0] if left[0].places else Place()
        raise RefusedError("export-refused", tuple(findings), place, errors=len(left))
