"""The search of what is to be handed over: by a guard that knows what an export may say."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, fields, is_dataclass
from functools import cache, partial
from pathlib import Path, PurePath

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.exported_file import ExportedFile
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.recipient import Correction, Recipient
from desktop_app.domain.reporting import Finding, LeakError, Place, ProblemError, Severity, Step
from desktop_app.domain.withheld import forms_of
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.recipients_table import CORRECTIONS
from desktop_app.files.reference_data import Reference
from desktop_app.files.spreadsheet import read_table
from desktop_app.services.choosing import Chosen, own_files
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.publishing import the_public
from desktop_app.services.refusing import refuse_faults, refuse_hits
from desktop_app.services.search_results import Search

_RECIPIENTS = "recipients"
"""Stands for the list of recipients, whatever its file is called: that is the part, its row the paragraph."""


def guard_of_export(
    opened: OpenCampaign,
    chosen: Chosen,
    drafts: Mapping[str, LetterDraft],
    reference: Reference,
    *,
    draft: bool,
) -> Guard:
    """The guard of letters that say what the drafts say, to whom they are addressed.

    Args:
        opened: The campaign.
        chosen: Who gets a letter.
        drafts: The letters, by their languages.
        reference: The program's tables.
        draft: Whether the letters may hold prompts.
    """
    printed = printed_names(opened.signatories)
    drafted = [letter.text for letter in drafts.values()]
    typed = [text for _, text in texts_of(opened.campaign)]
    public = [the_public(opened, chosen, language, reference) for language in drafts]
    addressed = _addressed([*chosen.recipients, *public])
    own = words_of_letters(opened, drafts, reference)
    forms = forms_of(opened.signatories, [*printed, *drafted, *typed, *addressed, *own])
    return Guard(forms, printed, letters=True, draft=draft)


def words_of_letters(opened: OpenCampaign, languages: Iterable[str], reference: Reference) -> Iterator[str]:
    """What the program itself says in letters of these languages, the date among it."""
    languages = tuple(languages)
    yield from dates_of(opened, languages)
    for language in languages:
        yield from _texts_in(reference.phrases(language))


def dates_of(opened: OpenCampaign, languages: Iterable[str]) -> Iterator[str]:
    """The letters' date as they print it: no "1 February Committee" stands there because of it."""
    if opened.campaign.date is not None:
        for language in languages:
            yield LetterLanguage(language).long_date(opened.campaign.date)


def refuse_names_in(guard: Guard, opened: OpenCampaign, chosen: Chosen) -> None:
    """Refuse recipients in whose name, address or paragraph a withheld name stands, before anything is made.

    A file is named after its recipient, and would be named in the refusal.

    Raises:
        LeakError: naming rows of the list, never names.
    """
    for finding in _names_in(guard, opened, chosen.recipients):
        raise LeakError("export-leaks", (finding,), finding.places[0])


def names_among(
    opened: OpenCampaign, drafts: Iterable[LetterDraft], recipients: Sequence[Recipient | Correction]
) -> tuple[Finding, ...]:
    """The finding for which an export to these recipients would be refused, before there is any."""
    printed = printed_names(opened.signatories)
    typed = [text for _, text in texts_of(opened.campaign)]
    allowed = [*printed, *(draft.text for draft in drafts), *typed, *_addressed(recipients)]
    return tuple(_names_in(Guard(forms_of(opened.signatories, allowed), printed), opened, recipients))


def _names_in(
    guard: Guard, opened: OpenCampaign, recipients: Sequence[Recipient | Correction]
) -> Iterator[Finding]:
    found: dict[int, Place] = {}
    rows_in = cache(partial(_certain, guard))  # many are addressed alike
    for number, recipient in enumerate(recipients, 1):
        for text in _addressed([recipient]):
            for row in rows_in(text):
                found.setdefault(row, Place(_RECIPIENTS, paragraph=number, row=row))
    if found:
        in_tables = {place.row: place for place in _in_tables(guard, opened)}
        places = (in_tables.get(row, place) for row, place in found.items())
        # Nobody is told of it together with names in a text: it is mended elsewhere.
        yield Finding("withheld-name", Severity.ERROR, tuple(places), {"where": _RECIPIENTS})


def _in_tables(guard: Guard, opened: OpenCampaign) -> Iterator[Place]:
    """Where the names stand in the coordinator's own tables: only now somebody has to look there."""
    for name in (CORRECTIONS, *own_files(opened.campaign.request)):
        with suppress(ProblemError):  # said where the recipients are chosen
            for line in read_table(opened.folder / name).rows if (opened.folder / name).exists() else ():
                for row in _certain(guard, "\n".join(cell.text for cell in line.cells)):
                    yield Place(_RECIPIENTS, PurePath(name).name, line.number, row)


def _certain(guard: Guard, text: str) -> list[int]:
    return [row for row, certain in guard.rows_in(text) if certain]


def search_finished(
    guard: Guard, files: Sequence[ExportedFile], target: Path
) -> Generator[Step, None, Search]:
    """Search every finished file, and the name of the folder that they will lie in.

    Raises:
        LeakError: for a withheld name.
        ProblemError: for something that no letter may hold.
    """
    if any(certain for _, certain in guard.rows_in(target.name)):
        # The folder is named after the recipients; a list of one's own may be named after anybody.
        place = Place(part="out")
        raise LeakError("export-leaks", (Finding("withheld-name", Severity.ERROR, (place,)),), place)
    yield Step("guard", 0, len(files))
    paths = [file.path for file in files]
    search = yield from guard.search(paths, [path.name for path in paths])
    refuse_hits(search)
    refuse_faults(search)
    return search


def _addressed(recipients: Iterable[Recipient | Correction]) -> Iterator[str]:
    """Everything that a letter, its file name or the register may say of a recipient."""
    for recipient in recipients:
        for value in astuple(recipient):
            if not isinstance(value, int):
                yield value if isinstance(value, str) else "\n".join(value)


def _texts_in(said: object) -> Iterator[str]:
    """The program's own sentences: nobody could take a run of a name out of these."""
    if isinstance(said, str):
        yield said
    elif is_dataclass(said):
        for entry in fields(said):
            yield from _texts_in(getattr(said, entry.name))
    elif isinstance(said, Mapping):
        for value in said.values():
            yield from _texts_in(value)
