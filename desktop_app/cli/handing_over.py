"""Commands that hand files over, or look whether they may be."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, guard_json, unread_json
from desktop_app.cli.recipients import request_of
from desktop_app.domain.reporting import LeakError, ProblemError
from desktop_app.services.addressing import choose_for
from desktop_app.services.exporting import Export, export
from desktop_app.services.formatting import Wanted, check_can_make, formats_in
from desktop_app.services.petitioning import with_petition
from desktop_app.services.scanning import scan_files
from desktop_app.services.search_results import Search
from desktop_app.support.i18n import _, ngettext
from desktop_app.wording.hits import of_doubt, of_hit
from desktop_app.wording.unread import of_unread

_MOST_SHOWN = 40
_PERHAPS = frozenset({"withheld-name-perhaps", "name-in-name"})
"""Warnings of which each names the row of a name that may stand in a letter."""


def export_letters(program: Program, asked: Namespace, output: Output) -> int:
    """Write one letter for each recipient, search them, hand them over."""
    formats = formats_in(asked.formats)
    check_can_make(Wanted(frozenset(formats)))
    opened = with_petition(opened_campaign(asked), program.reference)
    request = request_of(asked, opened.campaign.request)
    chosen = choose_for(opened.folder, opened.campaign, request, program.reference)
    out = Path(asked.out) if asked.out else None
    done = output.run(export(opened, chosen, program.reference, out=out, draft=asked.draft, formats=formats))
    content = {
        "files": [
            {
                "path": str(file.path),
                "recipient": file.recipient,
                "language": file.language,
                "format": file.format,
                "sha256": file.sha256,
            }
            for file in done.files
        ],
        "findings": [finding_json(finding) for finding in done.findings],
        "guard": guard_json(done.search),
        "seconds": {what: round(seconds, 4) for what, seconds in done.seconds.items()},
    }
    output.findings(done.findings)
    output.result(content, _handed_over(done))
    return 0


def _handed_over(done: Export) -> Iterator[str]:
    for file in done.files:
        yield f"{file.path.name}"
    said = ngettext("{files} letter in {folder}", "{files} letters in {folder}", len(done.files))
    if any(file.format != "docx" for file in done.files):
        said = ngettext("{files} file in {folder}", "{files} files in {folder}", len(done.files))
    yield said.format(files=len(done.files), folder=done.folder.resolve())
    found_none = _("Name check: {files} files searched for {names} withheld names, none found.")
    if any(finding.code in _PERHAPS for finding in done.findings):
        found_none = _(
            "Name check: {files} files searched for {names} withheld names: none for certain; see above what "
            "may be one."
        )
    if any(finding.code == "name-settled" for finding in done.findings):
        found_none = _(
            "Name check: {files} files searched for {names} withheld names: none for certain but where you "
            "settled it; see above."
        )
    yield _searched(done.search, found_none)


def _closing_line(search: Search) -> str:
    """What was searched, without calling searched what was not."""
    if search.unread:
        return ngettext(
            "{checked} of {files} file searched in full for {names} withheld names: {hits} found. Not "
            "checked, or not all of it: {unread}.",
            "{checked} of {files} files searched in full for {names} withheld names: {hits} found. Not "
            "checked, or not all of them: {unread}.",
            search.files,
        )
    return ngettext(
        "{files} file searched for {names} withheld names: {hits} found.",
        "{files} files searched for {names} withheld names: {hits} found.",
        search.files,
    )


def _searched(search: Search, sentence: str) -> str:
    """The sentence, with its figures; another one where no name is left that could have been found."""
    if not search.names:
        sentence = _("No withheld name is in the list, so there was nothing to search {files} files for.")
    unread = len(set(search.unread))
    return sentence.format(
        files=search.files,
        names=search.names,
        hits=len(search.certain),
        unread=unread,
        checked=search.files - unread,
    )


def scan(_program: Program, asked: Namespace, output: Output) -> int:
    """Search any files for this campaign's withheld names."""
    opened = opened_campaign(asked)
    search = output.run(scan_files(opened, [Path(path) for path in asked.paths]))
    content = {
        "files": search.files,
        "names": search.names,
        "hits": [
            {"file": hit.file, "part": hit.part or None, "row": hit.row, "form": hit.form.value}
            for hit in search.certain
        ],
        "unread": list(search.unread),
        "unread_because": unread_json(search.not_read),
    }
    shown = search.certain[:_MOST_SHOWN]
    lines = [of_hit(hit) for hit in shown]
    if len(search.certain) > len(shown):
        lines.append(_("and {more} more").format(more=len(search.certain) - len(shown)))
    lines += map(of_doubt, search.doubtful[:_MOST_SHOWN])
    lines += map(of_unread, search.not_read)
    lines.append(_searched(search, _closing_line(search)))
    output.result(content, lines)
    if search.certain:
        return LeakError.exit_status
    return ProblemError.exit_status if search.unread else 0
