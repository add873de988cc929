"""What must be settled, and what deserves a look, before a campaign's letters go out."""

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import fields

from desktop_app.domain.anonymous_clause import prints_none
from desktop_app.domain.campaign import Campaign, Members, Petition, texts_of
from desktop_app.domain.counting import Count, count
from desktop_app.domain.file_names import check_pattern
from desktop_app.domain.letter import prompts_in, stray_brace
from desktop_app.domain.links import placeholder_links, tracking_links
from desktop_app.domain.list_findings import findings_of
from desktop_app.domain.mixtures import Mixture, explain_claim
from desktop_app.domain.plain_text import turns_order
from desktop_app.domain.reporting import (
    Finding,
    LeakError,
    Place,
    ProblemError,
    RefusedError,
    Severity,
    Step,
    Value,
    gathered,
)
from desktop_app.domain.roster import resolve
from desktop_app.domain.stale_words import stale_words
from desktop_app.files.field_check import field_findings
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.services.asking import open_questions
from desktop_app.services.checking_names import check_names
from desktop_app.services.claiming import check_claims, check_titles
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.recalling import named_in_exports
from desktop_app.services.recognising import known_languages
from desktop_app.services.text_changes import text_findings
from desktop_app.support.long_work import result_of

_FINE_IN_A_DRAFT = frozenset(
    {"prompt-unfilled", "petition-missing", "date-missing", "no-named-row", "figure-differs"}
)
_LEAKS = frozenset({"withheld-name", "withheld-in-column"})

_BODY = "body"
_LIST_ALONE = re.compile(r"^[^\S\n]*\{\{-?\s*signatories\s*-?\}\}[^\S\n]*$", re.MULTILINE)
_PRINTS_LIST = re.compile(r"\{\{-?\s*signatories\s*-?\}\}|\bin\s+signatories\b")


def check_campaign(opened: OpenCampaign, drafts: Sequence[tuple[str, LetterDraft]]) -> tuple[Finding, ...]:
    """Findings about the list, the figures and every draft, the gravest first.

    Args:
        opened: The campaign.
        drafts: Each language with its letter.
    """
    return result_of(checked_in_steps(opened, drafts))


def checked_in_steps(
    opened: OpenCampaign, drafts: Sequence[tuple[str, LetterDraft]]
) -> Generator[Step, None, tuple[Finding, ...]]:
    """As ``check_campaign``, piece by piece: an export can be cancelled in between."""
    step = Step("read", len(drafts), len(drafts))
    counted = count(opened.signatories, opened.campaign.counts)
    found = [
        *opened.findings,
        *open_questions(opened.listed),
        *_in_list(opened, counted),
        *check_titles(opened.campaign, counted),
    ]
    if not any("signatories" in draft.text for _, draft in drafts):
        # A letter that one person signs for others prints no list and no figure of it.
        found = [finding for finding in found if finding.code not in ("no-named-row", "last-number")]
    yield step
    found += [*check_text(opened, drafts), *_lost_fields(drafts, counted)]
    yield step
    found += [*text_findings(opened, drafts), *named_in_exports(opened)]
    for language, draft in drafts:
        found += check_figures(draft, opened.campaign, language, counted)
    yield step
    return gathered(found)


def check_text(opened: OpenCampaign, drafts: Sequence[tuple[str, LetterDraft]]) -> Iterator[Finding]:
    """Findings about what the letters say, whoever signs them."""
    campaign = opened.campaign
    yield from _prompts_in_settings(campaign)
    yield from _in_settings(opened)
    yield from _list_not_printed(drafts)
    for language, draft in drafts:
        if not any(paragraph.text.strip() for paragraph in draft.paragraphs if paragraph.part == _BODY):
            yield Finding("letter-empty", Severity.ERROR, (Place(draft.file),))
        yield from draft.findings
        yield from field_findings(draft.package, draft.file)
        yield from check_draft(draft, campaign, language)
    yield from check_names(opened, drafts)
    if campaign.date is None:
        printed = any(field in draft.text for _, draft in drafts for field in ("letter.date", "as_of"))
        severity = Severity.ERROR if printed else Severity.WARNING
        yield Finding("date-missing", severity, (Place(file="campaign.toml", part="date"),))
    if any(not contact.may_be_named for contact in campaign.contacts):
        yield Finding("contact-not-printed", Severity.NOTE, (Place("campaign.toml", "contacts"),))


def _in_list(opened: OpenCampaign, counted: Count) -> Iterator[Finding]:
    campaign, file = opened.campaign, opened.list_file
    for finding in findings_of(opened.signatories, campaign.counts):
        if finding.code == "few-anonymous" and not campaign.anonymous_figure:
            continue
        places = tuple(Place(file, place.part, place.paragraph, place.row) for place in finding.places)
        yield Finding(finding.code, finding.severity, places, finding.values)
    yield from _claim(opened)
    layout = campaign.layout
    last = counted.top_level + (counted.members if layout.members is Members.NUMBERED else 0)
    if layout.numbered and counted.named and last != counted.named:
        yield Finding("last-number", Severity.NOTE, values={"last": last, "named": counted.named})


def _claim(opened: OpenCampaign) -> Iterator[Finding]:
    campaign = opened.campaign
    claimed = campaign.claimed
    if claimed.of_model or (claimed.total is None and claimed.anonymous is None):
        return
    explained = explain_claim(opened.signatories, claimed, campaign.counts)
    said = {"total": claimed.total, "anonymous": claimed.anonymous}
    figures: dict[str, Value] = {of: figure for of, figure in said.items() if figure is not None}
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
    shown = {
        entry.signatory.row: entry.signatory.listed_as or entry.signatory.name
        for entry in resolve(opened.signatories).named
    }
    names = tuple(shown.get(row, f"(withheld, row {row})") for row in mixture.rows)
    return {"way": mixture.way.value, "names": names, "other": mixture.other.value}


def _list_not_printed(drafts: Sequence[tuple[str, LetterDraft]]) -> Iterator[Finding]:
    """Letters that speak of their signatories and print no list of them."""
    for _, draft in drafts:
        if "signatories." in draft.text and not _PRINTS_LIST.search(draft.text):
            yield Finding("list-not-printed", Severity.WARNING, (Place(draft.file),))


def _lost_fields(drafts: Sequence[tuple[str, LetterDraft]], counted: Count) -> Iterator[Finding]:
    """Letters in which no field is left that speaks of who writes, or to whom."""
    for _, draft in drafts:
        place = (Place(draft.file),)
        if "recipient." not in draft.text:
            yield Finding("recipient-not-named", Severity.WARNING, place)
        if "signatories" not in draft.text and counted.named:
            yield Finding("signatories-not-named", Severity.WARNING, place)
        if len(_LIST_ALONE.findall(draft.text)) > 1:
            yield Finding("list-printed-twice", Severity.WARNING, place)


def _prompts_in_settings(campaign: Campaign) -> Iterator[Finding]:
    """Prompts of the template that stand in campaign.toml yet, and what belongs into no text there."""
    for key, text in texts_of(campaign):
        if prompts_in(text):
            yield Finding("prompt-unfilled", Severity.ERROR, (Place("campaign.toml", key),))
        if "{{" in text or "{%" in text:
            yield Finding("field-in-settings", Severity.ERROR, (Place("campaign.toml", key),))
        if turns_order(text):
            yield Finding("text-reorders", Severity.WARNING, (Place("campaign.toml", key),))


def check_draft(draft: LetterDraft, campaign: Campaign, language: str) -> Iterator[Finding]:
    """Prompts that were left, words that go stale, links that tell on readers."""
    lacking = _lacking_of_petition(campaign, draft.text)
    for paragraph in draft.paragraphs:
        place = (Place(draft.file, paragraph.part, paragraph.number),)
        if stray := stray_brace(paragraph.text):
            yield Finding("field-unclosed", Severity.ERROR, place, {"field": stray})
        for _ in prompts_in(paragraph.text):
            yield Finding("prompt-unfilled", Severity.ERROR, place)
        if turns_order(paragraph.text):
            yield Finding("text-reorders", Severity.WARNING, place)
        if tracking_links([paragraph.text]):
            yield Finding("link-tracks", Severity.WARNING, place)
        if stale_words(paragraph.text, language):
            yield Finding("word-goes-stale", Severity.WARNING, place)
        if not campaign.anonymous_figure and "signatories.anonymous" in paragraph.text:
            yield Finding("figure-shown", Severity.WARNING, place)
        if any(f"petition.{figure}" in paragraph.text for figure in lacking):
            yield Finding("petition-missing", Severity.ERROR, place)
    if tracking_links(draft.links):
        yield Finding("link-tracks", Severity.WARNING, (Place(draft.file),))
    if not campaign.sample and placeholder_links(draft.links):
        yield Finding("link-placeholder", Severity.WARNING, (Place(draft.file),))


def check_figures(draft: LetterDraft, campaign: Campaign, language: str, counted: Count) -> Iterator[Finding]:
    """Figures of signatories and of a petition that are typed into a letter."""
    for paragraph in draft.paragraphs:
        place = Place(draft.file, paragraph.part, paragraph.number)
        yield from check_claims(paragraph.text, language, campaign, counted, place)
        if not counted.anonymous and prints_none(paragraph.text):
            yield Finding("anonymous-none", Severity.WARNING, (place,))


def _lacking_of_petition(campaign: Campaign, text: str) -> list[str]:
    """What nobody says of the petition; a letter that asks whether it is there may do without."""
    known = campaign.petition
    return [
        entry.name
        for entry in fields(Petition)
        if (known is None or getattr(known, entry.name) is None) and f"if petition.{entry.name}" not in text
    ]


def _in_settings(opened: OpenCampaign) -> Iterator[Finding]:
    """What in campaign.toml an export would stumble over."""
    checks: tuple[Callable[[], object], ...] = (
        lambda: known_languages(opened.campaign.languages),
        lambda: check_pattern(opened.campaign.file_pattern),
        opened.signature_pictures,
    )
    for check in checks:
        try:
            check()
        except ProblemError as problem:
            place = problem.place if problem.place.file else Place("campaign.toml")
            yield Finding(problem.code, Severity.ERROR, (place,), problem.values)


def is_fine_in_a_draft(finding: Finding) -> bool:
    """Whether letters go out in spite of it where every page says that they are a draft."""
    return finding.severity is not Severity.ERROR or finding.code in _FINE_IN_A_DRAFT


def lets_only_drafts_out(findings: Sequence[Finding]) -> bool:
    """Whether something must be settled, and nothing that would stop drafts as well."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return bool(errors) and all(map(is_fine_in_a_draft, errors))


def refuse_if_errors(findings: Sequence[Finding], *, draft: bool) -> None:
    """Stop what is to be handed over.

    Prompts, an empty list and differing figures are let through in a draft, which says so on every page.

    Raises:
        ProblemError: a ``RefusedError`` or, for a withheld name, a ``LeakError``.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    leaks = tuple(finding for finding in errors if finding.code in _LEAKS)
    if leaks:
        raise LeakError("export-leaks", leaks, leaks[0].places[0])
    left = [finding for finding in errors if not (draft and is_fine_in_a_draft(finding))]
    if left:
        place = left[0].places[0] if left[0].places else Place()
        places = sum(finding.count for finding in left)
        raise RefusedError("export-refused", tuple(findings), place, errors=len(left), places=places)
