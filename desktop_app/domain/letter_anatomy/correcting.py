"""Puts right by hand what a letter was found to consist of. Every line stays accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.dates import only_date
from desktop_app.domain.letter_anatomy.parts import (
    Anatomy,
    Block,
    BlockKind,
    Doubt,
    FoundContact,
    FoundName,
    FoundSigner,
    Part,
    Role,
    Sureness,
)
from desktop_app.domain.letter_anatomy.source import LetterSource

BY_HAND = "by-hand"
"""Why a part is sure that somebody has put where it is."""
LEFT_OUT = "import-left-over"


class Place(StrEnum):
    """What lines of a letter can be said to be."""

    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CLOSING = "closing"
    CC = "cc"
    STATEMENT = "statement"
    SIGNATORY = "signatory"
    CONTACT = "contact"
    LEFT_OUT = "left-out"


_PLACES = {place.value: place for place in Place}
_ROLES = {_PLACES[role.value]: role for role in Role if role.value in _PLACES}
_BLOCKS = {
    _PLACES[kind.value]: kind
    for kind in BlockKind
    if kind.value in _PLACES and kind is not BlockKind.SALUTATION
}
_LINED = frozenset({Role.ADDRESSEE, Role.CC, Role.CLOSING})
_CUES = {Role.SUBJECT: cues.SUBJECT, Role.CC: cues.CC}

_Lined = TypeVar("_Lined", Block, FoundName)


def assigned(anatomy: Anatomy, source: LetterSource, lines: Sequence[int], place: Place) -> Anatomy:
    """The letter with some of its lines in another place.

    What stood in that place, where a letter has it only once, is left out and told; doubts about the lines
    are settled.

    Args:
        anatomy: The letter as it was found.
        source: Its lines.
        lines: Numbers of lines of the source.
        place: What they are.
    """
    texts = {line.number: line.text.strip() for line in source.lines}
    wanted = tuple(number for number in sorted(set(lines)) if texts.get(number))
    if not wanted:
        return anatomy
    free = _without(anatomy, texts, frozenset(wanted))
    if place in _ROLES:
        return _with_part(free, texts, wanted, _ROLES[place])
    if place in _BLOCKS:
        return _with_block(free, texts, wanted, _BLOCKS[place])
    if place is Place.SIGNATORY:
        names = (FoundName(texts[number], (number,)) for number in wanted)
        return replace(free, names=_in_order((*free.names, *names)))
    if place is Place.CONTACT:
        return replace(free, contacts=(*free.contacts, _contact(texts, wanted)))
    return _with_doubts(free, (Doubt(LEFT_OUT, number, texts[number]) for number in wanted))


def joined_to_above(anatomy: Anatomy, line: int) -> Anatomy:
    """The letter with the name of a line as the second half of the one before it."""
    names = list(anatomy.names)
    at = next((n for n, name in enumerate(names) if line in name.lines), 0)
    if at:
        above, second = names[at - 1], names.pop(at)
        names[at - 1] = replace(
            above, name=f"{above.name} {second.name}", lines=(*above.lines, *second.lines)
        )
    return settled(replace(anatomy, names=tuple(names)), line)


def renamed(anatomy: Anatomy, line: int, name: str) -> Anatomy:
    """The letter with the name of a line written as it should be."""
    names = tuple(replace(one, name=name) if line in one.lines else one for one in anatomy.names)
    return settled(replace(anatomy, names=names), line)


def settled(anatomy: Anatomy, line: int) -> Anatomy:
    """The letter without doubts about a line; what is left out stays told."""
    doubts = tuple(doubt for doubt in anatomy.doubts if doubt.line != line or doubt.is_kept_out)
    return replace(anatomy, doubts=doubts)


def place_of(anatomy: Anatomy, line: int) -> Place | None:
    """Where a line is; None where it is left out, or blank."""
    for role, part in anatomy.parts.items():
        if line in part.lines and role.value in _PLACES:
            return _PLACES[role.value]
    for block in anatomy.body:
        if line in block.lines:
            return _PLACES.get(block.kind.value, Place.PARAGRAPH)
    if any(line in name.lines for name in anatomy.names):
        return Place.SIGNATORY
    return Place.CONTACT if any(line in one.lines for one in anatomy.contacts) else None


def _without(anatomy: Anatomy, texts: dict[int, str], gone: frozenset[int]) -> Anatomy:
    """The letter with nothing at those lines; of what stood on them and others, the others stay."""
    parts = {}
    for role, part in anatomy.parts.items():
        kept = tuple(number for number in part.lines if number not in gone)
        if kept == part.lines:
            parts[role] = part
        elif kept:
            parts[role] = _part(texts, kept, role)
    rest = replace(
        anatomy,
        parts=parts,
        date=anatomy.date if Role.DATE in parts else None,
        body=tuple(_kept_of(anatomy.body, texts, gone)),
        names=tuple(_kept_of(anatomy.names, texts, gone)),
        doubts=tuple(doubt for doubt in anatomy.doubts if doubt.line not in gone),
    )
    return _without_people(rest, texts, gone)


def _kept_of(found: Sequence[_Lined], texts: dict[int, str], gone: frozenset[int]) -> Iterator[_Lined]:
    for one in found:
        kept = tuple(number for number in one.lines if number not in gone)
        if kept == one.lines:
            yield one
        elif kept and isinstance(one, Block):
            yield replace(one, text=_joined(texts, kept), lines=kept)
        elif kept and isinstance(one, FoundName):
            yield replace(one, name=_joined(texts, kept), lines=kept)


def _without_people(anatomy: Anatomy, texts: dict[int, str], gone: frozenset[int]) -> Anatomy:
    """Signers and contacts are whole or not there; lines of them that nobody wants are left out."""
    people: tuple[FoundSigner | FoundContact, ...] = (*anatomy.signers, *anatomy.contacts)
    lost = [one for one in people if gone & {*one.lines}]
    loose = sorted({number for one in lost for number in one.lines} - gone)
    free = replace(
        anatomy,
        signers=tuple(one for one in anatomy.signers if one not in lost),
        contacts=tuple(one for one in anatomy.contacts if one not in lost),
    )
    return _with_doubts(free, (Doubt(LEFT_OUT, number, texts[number]) for number in loose))


def _with_part(anatomy: Anatomy, texts: dict[int, str], lines: tuple[int, ...], role: Role) -> Anatomy:
    before = anatomy.parts.get(role)
    together = before is not None and role in _LINED
    if before is not None and together:
        lines = tuple(sorted({*before.lines, *lines}))
    part = _part(texts, lines, role)
    made = replace(anatomy, parts={**anatomy.parts, role: part})
    if role is Role.DATE:
        found = only_date(part.written)
        made = replace(made, date=found[0].date if found else None)
    if before is None or together:
        return made
    return _with_doubts(made, (Doubt(LEFT_OUT, number, texts[number]) for number in before.lines))


def _part(texts: dict[int, str], lines: tuple[int, ...], role: Role) -> Part:
    written = "\n".join(texts[number] for number in lines)
    text = written if role in _LINED else _joined(texts, lines)
    if role in _CUES:
        text = _CUES[role].sub("", text, count=1)
    return Part(text.strip(), written, lines, Sureness.SURE, BY_HAND)


def _with_block(anatomy: Anatomy, texts: dict[int, str], lines: tuple[int, ...], kind: BlockKind) -> Anatomy:
    """Paragraphs and quotations are joined of their lines; of headings and items each line is one."""
    groups = [lines] if kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) else [(number,) for number in lines]
    level = 1 if kind in (BlockKind.HEADING, BlockKind.ITEM) else 0
    blocks = (Block(kind, _joined(texts, group), group, level) for group in groups)
    return replace(anatomy, body=_in_order((*anatomy.body, *blocks)))


def _contact(texts: dict[int, str], lines: tuple[int, ...]) -> FoundContact:
    written = "\n".join(texts[number] for number in lines)
    mail = cues.MAIL.search(written)
    name, _, rest = texts[lines[0]].partition(",")
    return FoundContact(name.strip(), "", rest.strip(), mail[0] if mail else "", lines, written)


def _with_doubts(anatomy: Anatomy, doubts: Iterator[Doubt]) -> Anatomy:
    return replace(anatomy, doubts=tuple(sorted((*anatomy.doubts, *doubts), key=lambda doubt: doubt.line)))


def _joined(texts: dict[int, str], lines: Sequence[int]) -> str:
    return " ".join(texts[number] for number in lines)


def _in_order(found: tuple[_Lined, ...]) -> tuple[_Lined, ...]:
    return tuple(sorted(found, key=lambda one: one.lines))
