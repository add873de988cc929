"""``text``: a new text for a campaign, its fields put back."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.campaigns import opened_campaign
from desktop_app.cli.output import Json, Output, finding_json, finding_lines
from desktop_app.domain.reporting import ProblemError
from desktop_app.services.importing import Patterns
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.retexting import Retexted, put_text_back, take_text
from desktop_app.support.i18n import _
from desktop_app.wording.imports import of_asked, of_doubt, of_line


def new_text(program: Program, asked: Namespace, output: Output) -> int:
    """Replace the letter's text, or take the last new one back."""
    opened = opened_campaign(asked)
    language = _language(opened, asked.language)
    if asked.undo:
        name = put_text_back(opened, language)
        output.result({"undone": name}, [_("{file} is as it was before.").format(file=name)])
        return 0
    if not asked.file:
        raise ProblemError("text-file-missing")
    look = Patterns.shipped(program.patterns, program.templates).look
    taken = take_text(opened, language, Path(asked.file), look)
    output.result(_json(taken), _lines(taken, asked.folder))
    return 0


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
    }


def _lines(taken: Retexted, folder: str) -> Iterator[str]:
    yield from finding_lines(taken.findings)
    for put in taken.text.put_back:
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
    for doubt in taken.text.doubts:
        yield f"{of_line(doubt.line)}: {of_doubt(doubt)}"
        yield f"    {_short(doubt.text)}"
    yield _("{file} has the new text; “undersigned text {folder} --undo” brings the old one back.").format(
        file=taken.file, folder=folder
    )


def _quoted(text: str) -> str:
    return f"“{_short(text)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:99]}…"
