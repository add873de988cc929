"""``import``: an existing letter becomes a campaign."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.bootstrap import Program
from desktop_app.cli.output import Json, Output, finding_json, finding_lines
from desktop_app.domain.imported import ImportAs
from desktop_app.domain.letter_anatomy import Anatomy, Block, BlockKind, Doubt, FoundName, Part, Role
from desktop_app.domain.literal_braces import as_written
from desktop_app.domain.reporting import ProblemError
from desktop_app.services.importing import REVIEW, Imported, Patterns, Words, import_letter
from desktop_app.support.i18n import _
from desktop_app.wording import of_claim
from desktop_app.wording.imports import of_doubt, of_line, of_reason, of_role, of_sureness, source_of

_SHOWN = 20
_ONE_TEXT = (
    *(Role.TITLE, Role.DATE, Role.PLACE, Role.ADDRESSEE, Role.SUBJECT, Role.REFERENCE, Role.SALUTATION),
    *(Role.CLOSING, Role.STATEMENT, Role.AS_OF, Role.ENCLOSURES),
)


def import_a_letter(program: Program, asked: Namespace, output: Output) -> int:
    """Make a campaign folder of a letter."""
    try:
        way = ImportAs(asked.way)
    except ValueError:
        known = tuple(way.value for way in ImportAs)
        raise ProblemError("import-way-unknown", given=asked.way, known=known) from None
    patterns = Patterns.shipped(program.patterns, program.templates)
    words = Words(source_of, of_doubt, of_line)
    made = output.run(import_letter(Path(asked.letter), Path(asked.folder), way, patterns, words))
    output.result(_as_written(_json(made)), _lines(made, way))
    return 0


def _as_written(content: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same with every text as the letter had it: programs compare."""
    if isinstance(content, dict):
        return {key: _as_written(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_as_written(value) for value in content]
    return as_written(content) if isinstance(content, str) else content


def _json(made: Imported) -> Json:
    anatomy = made.anatomy
    claimed = anatomy.claimed
    return {
        "folder": str(made.folder.resolve()),
        "language": anatomy.language,
        "parts": {
            **{role.value.replace("-", "_"): anatomy.text_of(role) or None for role in _ONE_TEXT},
            "date": anatomy.date.isoformat() if anatomy.date else None,
            "signed_by": [
                {"name": one.name, "title": one.title, "organisation": one.organisation}
                for one in anatomy.signers
            ],
            "cc": anatomy.text_of(Role.CC).splitlines(),
            "contacts": [
                {"name": one.name, "role": one.role, "organisation": one.organisation, "email": one.email}
                for one in anatomy.contacts
            ],
        },
        "parts_sure": {
            role.value.replace("-", "_"): _sure_json(part) for role, part in anatomy.parts.items()
        },
        "body": [_block_json(block) for block in anatomy.body],
        "claimed": {"total": claimed.total, "anonymous": claimed.anonymous},
        "signatories": [_name_json(name) for name in anatomy.names],
        "review": [_doubt_json(doubt) for doubt in made.doubts],
        "findings": [finding_json(finding) for finding in made.findings],
    }


def _sure_json(part: Part) -> Json:
    why = of_reason(part.why)
    return {"sure": part.sure.value, "why": why, "line": part.lines[0], "written": part.written}


def _block_json(block: Block) -> Json:
    return {"kind": block.kind.value, "level": block.level or 1, "text": block.text}


def _name_json(name: FoundName) -> Json:
    return {
        "name": name.name,
        "member_of": name.member_of or None,
        "country": name.country or None,
        "title": name.title or None,
        "number": name.marker or None,
        "line": name.lines[0],
    }


def _doubt_json(doubt: Doubt) -> Json:
    return {"line": doubt.line, "text": doubt.text, "why": of_doubt(doubt), "code": doubt.code}


def _lines(made: Imported, way: ImportAs) -> Iterator[str]:
    anatomy = made.anatomy
    yield _("Made {folder}.").format(folder=made.folder.resolve())
    yield from _part_lines(anatomy.parts)
    for signer in anatomy.signers:
        said = ", ".join(filter(None, (signer.name, signer.title, signer.organisation)))
        yield _("Signs by hand: {name}").format(name=said)
    yield from _count_lines(anatomy)
    yield from finding_lines(made.findings)
    if way is ImportAs.MODEL and anatomy.names:
        yield _("Nobody has signed the new letter yet: every name is “pending” until you have asked.")
    yield from _doubt_lines(made.doubts)
    following = _("Next: read letter.docx, look at private/{review}, then “undersigned check {folder}”.")
    if not made.doubts:
        following = _("Next: read letter.docx, then “undersigned check {folder}”.")
    yield following.format(review=REVIEW, folder=made.folder)


def _part_lines(parts: Mapping[Role, Part]) -> Iterator[str]:
    for role, part in sorted(parts.items(), key=lambda item: item[1].lines):
        text = " / ".join(part.text.splitlines())
        yield f"{of_role(role)}: {text} ({of_sureness(part.sure)}, {of_reason(part.why)})"


def _count_lines(anatomy: Anatomy) -> Iterator[str]:
    counted = {kind: sum(block.kind is kind for block in anatomy.body) for kind in BlockKind}
    yield _("{paragraphs} paragraphs, {headings} headings, {items} items, {footnotes} footnotes.").format(
        paragraphs=counted[BlockKind.PARAGRAPH] + counted[BlockKind.QUOTE],
        headings=counted[BlockKind.HEADING],
        items=counted[BlockKind.ITEM],
        footnotes=counted[BlockKind.FOOTNOTE],
    )
    members = sum(bool(name.member_of) for name in anatomy.names)
    yield _("{names} signatories, {members} of them members of a network; {contacts} contacts.").format(
        names=len(anatomy.names), members=members, contacts=len(anatomy.contacts)
    )
    claimed = anatomy.claimed
    if claimed.total is not None or claimed.anonymous is not None:
        yield _("Claimed: {claim}.").format(claim=of_claim(claimed.total, claimed.anonymous))


def _doubt_lines(doubts: Sequence[Doubt]) -> Iterator[str]:
    if not doubts:
        yield _("Nothing is doubtful, so there is no {review}.").format(review=REVIEW)
        return
    yield _("{number} spots to look at:").format(number=len(doubts))
    for doubt in doubts[:_SHOWN]:
        yield f"{of_line(doubt.line)}: {of_doubt(doubt)}"
        if doubt.text:
            yield f"    {_shortened(doubt.text)}"
    if len(doubts) > _SHOWN:
        yield "    " + _("and {more} more").format(more=len(doubts) - _SHOWN)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else f"{line[:99]}…"
