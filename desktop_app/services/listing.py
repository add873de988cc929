"""The named signatories as a file of their own: written, searched, handed over."""

import os
from collections.abc import Callable, Generator
from pathlib import Path

from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import printed_names, project
from desktop_app.domain.reporting import Finding, Place, ProblemError, RefusedError, Severity, Step
from desktop_app.domain.withheld import forms_of
from desktop_app.files.campaign_folder import LISTS, working_folder
from desktop_app.files.kept_copies import PRIVATE
from desktop_app.files.named_list import WRITERS, NamedList
from desktop_app.files.neighbours import is_lock_name
from desktop_app.files.reference_data import Reference
from desktop_app.files.settings_table import FILE as SETTINGS
from desktop_app.services.asking import open_questions
from desktop_app.services.checking import refuse_if_errors
from desktop_app.services.guarding import Guard
from desktop_app.services.merging import printed_list, statement_of
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.refusing import refuse_hits
from desktop_app.services.search_results import Search


def write_named_list(
    opened: OpenCampaign, reference: Reference, out: Path
) -> Generator[Step, None, tuple[int, Search]]:
    """Write the named rows to ``out``, whose ending says in which format.

    Returns:
        How many names were written, and what the search of the finished file came to.

    Raises:
        ProblemError: ``format-unknown``, ``target-exists``, ``target-is-lock``,
            ``target-has-meaning``, ``folder-not-writable``, ``disk-full``.
        RefusedError: where nobody is named, or a no may be about a named row.
        LeakError: for a withheld name; the file is not handed over.
    """
    write = _writer_for(out)
    if not printed_names(opened.signatories):
        raise RefusedError("export-refused", (Finding("no-named-row", Severity.ERROR),), errors=1, places=1)
    refuse_if_errors(open_questions(opened.listed), draft=False)
    named = _named_list(opened, reference)
    with working_folder(out) as work:
        made = work / out.name
        made.write_bytes(write(named))
        printed = printed_names(opened.signatories)
        forms = forms_of(opened.signatories, [*printed, named.title, named.statement, named.banner])
        search = yield from Guard(forms, printed).search([made], [out.name])
        refuse_hits(search)
        made.rename(out)
    return len(printed), search


def _writer_for(out: Path) -> Callable[[NamedList], bytes]:
    """What writes a file of that name, where there may be one."""
    write = WRITERS.get(out.suffix.casefold())
    if write is None:
        raise ProblemError(
            "format-unknown", Place(out.name), given=out.suffix or out.name, known=tuple(WRITERS)
        )
    if is_lock_name(out.name):
        raise ProblemError("target-is-lock", Place(out.name))
    if _has_meaning(out):
        raise ProblemError("target-has-meaning", Place(str(out)))
    if os.path.lexists(out):
        raise ProblemError("target-exists", Place(str(out)))
    return write


def _named_list(opened: OpenCampaign, reference: Reference) -> NamedList:
    campaign, language = opened.campaign, opened.campaign.languages[0]
    listed = project(opened.signatories)
    counted = count(opened.signatories, campaign.counts, country=reference.country_key)
    return NamedList(
        title=campaign.text(language).title or campaign.title,
        statement=statement_of(campaign, language, counted, reference),
        printed=printed_list(listed, campaign.layout, language, reference),
        language=language,
        banner=reference.phrases(language).sample if campaign.sample else "",
    )


def _has_meaning(out: Path) -> bool:
    """Whether a file there would be taken for a part of a campaign, of whichever."""
    folder, name = out.resolve().parent, out.name.casefold()
    if folder.name == PRIVATE:
        return (folder.parent / SETTINGS).exists()
    stems = (*(Path(listed).stem for listed in LISTS), "letter", "recipients")
    return (folder / SETTINGS).exists() and name.startswith(stems)
