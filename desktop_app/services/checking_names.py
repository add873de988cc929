"""Withheld names that stand in what a campaign's letters say, before any letter is made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.campaign import GroupBy, Members, texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.hints import hints_of
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.roster import resolve
from desktop_app.domain.signatory import Kind
from desktop_app.domain.withheld import WEAK
from desktop_app.files.letter_beside import over_ends, said_beside
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.settling import decided_in, guard_of_drafts, is_left, settled_findings


def check_names(opened: OpenCampaign, drafts: Sequence[tuple[str, LetterDraft]]) -> Iterator[Finding]:
    """Withheld names that were typed into a letter or into campaign.toml, and those that were settled.

    Full forms, that is: the words of the draft are allowed there, so no run of them is a hit.
    """
    printed = printed_names(opened.signatories)
    guard = guard_of_drafts(opened, [draft for _, draft in drafts])
    decided = decided_in(opened, drafts, guard)
    yield from settled_findings(decided)
    typed = [(Place("campaign.toml", key), text) for key, text in texts_of(opened.campaign)]
    for _, draft in drafts:
        typed += [(Place(draft.file, p.part, p.number), p.text) for p in draft.paragraphs]
    hints = Guard(hints_of(opened.signatories, printed), printed)
    for place, text in typed:
        yield from _hints_in(text, place, hints, guard)
        for row, certain in guard.rows_in(text):
            found = Place(place.file, place.part, place.paragraph, row)
            if not certain:
                yield Finding("withheld-name-perhaps", Severity.WARNING, (found,))
            elif is_left(text, found, decided, guard):
                yield Finding("withheld-name", Severity.ERROR, (found,))
    for _, draft in drafts:
        yield from _names_beside(draft, guard)
    for name in printed:
        for row, certain in guard.rows_in(name):
            if not certain:
                yield Finding("name-in-name", Severity.WARNING, (Place(opened.list_file, row=row),))
    yield from _names_in_columns(opened, guard)


def _hints_in(text: str, place: Place, hints: Guard, guard: Guard) -> Iterator[Finding]:
    """Words of a withheld name that the text holds, perhaps by chance, where it does not hold the name."""
    if not (told := {row for row, _form in hints.forms_in(text)}):
        return
    for row in sorted(told - {row for row, _certain in guard.rows_in(text)}):
        found = Place(place.file, place.part, place.paragraph, row)
        yield Finding("withheld-name-perhaps", Severity.WARNING, (found,))


def _names_in_columns(opened: OpenCampaign, guard: Guard) -> Iterator[Finding]:
    """Withheld names in what the letter prints of a named row beside its name.

    Found in the finished letter only, nobody could say which row to mend.
    """
    layout, roster = opened.campaign.layout, resolve(opened.signatories)
    for entry in roster.named:
        members = () if layout.members is Members.HIDDEN else entry.members
        for row in (entry.signatory, *members):
            shows_title = row.kind is Kind.PERSON and not row.listed_as
            group = row.group if layout.by is GroupBy.GROUP and row is entry.signatory else ""
            printed = (f"{row.name}, {row.title}" if shows_title and row.title else "", group)
            hits = {found for text in printed if text for found, certain in guard.rows_in(text) if certain}
            if hits and hits - {found for found, certain in guard.rows_in(row.name) if certain}:
                yield Finding("withheld-in-column", Severity.ERROR, (Place(opened.list_file, row=row.row),))


def _names_beside(draft: LetterDraft, guard: Guard) -> Iterator[Finding]:
    """Withheld names where a link leads, in what describes a picture, and from one paragraph to the next."""
    found = [
        (place, row) for place, text in said_beside(draft) for row, certain in guard.rows_in(text) if certain
    ]
    strong = Guard([form for form in guard.forms if form.kind not in WEAK and not form.only_as_signatory])
    for place, one, other in over_ends(draft) if strong.rows_in(draft.text) else ():
        alone = {row for text in (one, other) for row, _ in strong.rows_in(text)}
        rows = {row for row, certain in strong.rows_in(f"{one} {other}") if certain}
        found += [(place, row) for row in sorted(rows - alone)]
    for place, row in found:
        yield Finding("withheld-name", Severity.ERROR, (replace(place, row=row),))
