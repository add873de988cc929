"""``text``: a new text for a campaign, its fields put back."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Json, Output, finding_json, finding_lines
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.kept_copies import PRIVATE
from desktop_app.files.kept_letters import FOLDER
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.replacing_letters import Since
from desktop_app.services.retexting import PutBackText, Retexted, Retexting
from desktop_app.support.i18n import _, ngettext
from desktop_app.wording.imports import of_asked, of_doubt, of_line


def new_text(program: Program, asked: Namespace, output: Output) -> int:
    """Replace the letter's text, or take the last new one back."""
    if asked.undo and asked.file:
        raise ProblemError("text-file-and-undo")
    if not asked.undo and not asked.file:
        raise ProblemError("text-file-missing")
    opened = opened_campaign(asked)
    language = _language(opened, asked.language)
    retexting = Retexting(opened, language, program.now(), confirmed=asked.confirm)
    if asked.undo:
        back = retexting.undo()
        output.result(_undone_json(back), _undone_lines(back))
        return 0
    taken = retexting.take(Path(asked.file))
    output.result(_json(taken), _lines(taken, asked.folder))
    return 0


def _undone_json(back: PutBackText) -> Json:
    return {
        "undone": back.file,
        "until": back.until.isoformat() if back.until else None,
        "older": back.older,
        "signed_before": back.since.signed if back.since else None,
    }


def _undone_lines(back: PutBackText) -> Iterator[str]:
    yield from _since_lines(back.since)
    if back.until:
        day = f"{back.until:%Y-%m-%d %H:%M} UTC"
        yield _("{file} is as it was until {day}.").format(file=back.file, day=day)
    else:
        yield _("{file} is as it was before.").format(file=back.file)
    kept = _("Nothing older is kept.")
    if back.older:
        kept = ngettext(
            "One older text is kept; --undo goes on to it.",
            "{older} older texts are kept; --undo goes on to them.",
            back.older,
        ).format(older=back.older)
    yield kept
    yield _("The text that was taken back lies in {folder}.").format(folder=f"{PRIVATE}/{FOLDER}")


def _since_lines(since: Since | None) -> Iterator[str]:
    if since is None:
        return
    said = _(
        "This is not the text that was opened for signature as {version}; nobody on the list had signed "
        "that. Open the new text for signature."
    )
    if since.signed:
        said = ngettext(
            "The text was changed after one had signed {version}. See “undersigned changes”. Ask whoever "
            "signed, or open the new text for signature.",
            "The text was changed after {signed} had signed {version}. See “undersigned changes”. Ask "
            "whoever signed, or open the new text for signature.",
            since.signed,
        )
    yield said.format(signed=since.signed, version=since.version)


def _language(opened: OpenCampaign, given: str) -> str:
    language = given or opened.campaign.languages[0]
    if language not in opened.languages:
        raise ProblemError("text-language-missing", language=language, known=opened.languages)
    return language


def _json(taken: Retexted) -> Json:
    return {
        "file": taken.file,
        "put_back": [{"field": put.field, "line": put.line, "was": put.was} for put in taken.text.put_back],
        "review": [
            *(
                {"line": one.line, "text": one.text, "why": of_asked(one.code, one.field), "code": one.code}
                for one in taken.text.asked
            ),
            *(
                {"line": doubt.line, "text": doubt.text, "why": of_doubt(doubt), "code": doubt.code}
                for doubt in taken.text.doubts
            ),
        ],
        "findings": [finding_json(finding) for finding in taken.findings],
        "signed_before": taken.since.signed if taken.since else None,
    }


def _lines(taken: Retexted, folder: str) -> Iterator[str]:
    yield from _since_lines(taken.since)
    yield from finding_lines(taken.findings)
    for put in sorted(taken.text.put_back, key=lambda put: put.line):
        yield _("{line}: {was} is {field} again.").format(
            line=of_line(put.line), was=_quoted(put.was), field=put.field
        )
    for one in taken.text.asked:
        yield (
            f"{of_line(one.line)}: {of_asked(one.code, one.field)}"
            if one.line
            else of_asked(one.code, one.field)
        )
        yield f"    {_short(one.text)}"
    for doubt in sorted(taken.text.doubts, key=lambda doubt: doubt.line):
        yield f"{of_line(doubt.line)}: {of_doubt(doubt)}" if doubt.line else of_doubt(doubt)
        if doubt.text:
            yield f"    {_short(doubt.text)}"
    yield _("{file} has the new text; “undersigned text {folder} --undo” brings the old one back.").format(
        file=taken.file, folder=folder
    )


def _quoted(text: str) -> str:
    return f"“{_short(text)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:99]}…"
