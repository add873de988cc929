"""What becomes of an old letter's parts in a new one: which passages vary, and the field for each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.claims import typed_figures
from desktop_app.domain.letter_anatomy import cues, formulas
from desktop_app.domain.letter_anatomy.dates import dates_in, only_date
from desktop_app.domain.letter_anatomy.head_lines import dateline
from desktop_app.domain.letter_anatomy.parts import Anatomy, Block, BlockKind, Part, Role
from desktop_app.domain.letter_anatomy.source import LetterSource, Link
from desktop_app.domain.typed_figure import Bound, Of

_DATE = "{{ letter.date|long_date }}"
_PLACE = "{{ letter.place }}"
_VOCATIVE = "{{ recipient.vocative }}"


class PieceKind(StrEnum):
    """What a paragraph of the new letter is; each has its style."""

    TITLE = "title"
    DATE = "date"
    REFERENCE = "reference"
    ADDRESS = "address"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    SIGNATURE = "signature"
    COPIES = "copies"
    STATEMENT = "statement"
    SIGNATORIES = "signatories"
    NOTE = "note"
    CONTACT_HEADING = "contact-heading"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a text, and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of the new letter.

    Attributes:
        kind: What it is.
        text: What it says, with fields.
        line: Number of the first source line that it stands for.
        level: Depth of a heading or an item, from 1.
        marker: What stood before an item or a footnote: "•", "a.", "1".
        links: Where stretches of ``text`` lead.
    """

    kind: PieceKind
    text: str
    line: int
    level: int = 0
    marker: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """What changes in a letter whose own file becomes the new one.

    Attributes:
        spots: By line, the stretches that become fields. A line is a paragraph.
        removed: Lines that go, because one field stands for several.
    """

    spots: Mapping[int, tuple[Spot, ...]]
    removed: frozenset[int] = field(default_factory=frozenset)


_KINDS = {
    Role.TITLE: PieceKind.TITLE,
    Role.DATE: PieceKind.DATE,
    Role.REFERENCE: PieceKind.REFERENCE,
    Role.ADDRESSEE: PieceKind.ADDRESS,
    Role.SUBJECT: PieceKind.SUBJECT,
    Role.SALUTATION: PieceKind.SALUTATION,
    Role.CLOSING: PieceKind.CLOSING,
    Role.CC: PieceKind.COPIES,
    Role.ENCLOSURES: PieceKind.COPIES,
    Role.STATEMENT: PieceKind.STATEMENT,
    Role.AS_OF: PieceKind.NOTE,
    Role.CONTACTS: PieceKind.CONTACT_HEADING,
}
_WHOLE = {Role.ADDRESSEE: "{{ recipient.address }}", Role.SALUTATION: "{{ recipient.salutation }}"}
"""Parts of which nothing of the old text is left."""

_CUED = {
    Role.SUBJECT: (cues.SUBJECT, "{{ letter.subject }}"),
    Role.REFERENCE: (cues.REFERENCE, "{{ letter.reference }}"),
    Role.CC: (cues.CC, "{{ letter.cc }}"),
    Role.ENCLOSURES: (cues.ENCLOSURES, "{{ letter.enclosures }}"),
}
"""Parts of which the cue stays: "Re: "."""


_OVER = {PieceKind.SIGNATORIES: Role.STATEMENT, PieceKind.CONTACTS: Role.CONTACTS}
"""The line that a list may stand in itself: "For information: Ada Reed, ada@example.org"."""


def pieces_of(anatomy: Anatomy, source: LetterSource) -> tuple[Piece, ...]:
    """The new letter, paragraph by paragraph, in the order of the old one."""
    links = {line.number: (line.text, line.links) for line in source.lines if line.links}
    pieces = [*_parts(anatomy), *_blocks(anatomy, links), *_lists(anatomy)]
    return tuple(sorted(pieces, key=lambda piece: piece.line))


def edits_of(anatomy: Anatomy, source: LetterSource) -> Edits:
    """The same as changes of the old letter's own paragraphs."""
    texts = {line.number: line.text for line in source.lines}
    spots: dict[int, tuple[Spot, ...]] = {}
    removed: set[int] = set()
    for role, part in anatomy.parts.items():
        if role in _KINDS:
            first, *rest = part.lines
            spots[first] = _part_spots(role, texts[first], anatomy)
            removed.update(rest if role in _WHOLE or role in _CUED else ())
    for place, block in enumerate(anatomy.body):
        text = texts[block.lines[0]]
        at = max(0, text.find(block.text))
        made = _block_spots(block, anatomy, is_first=place == 0)
        spots[block.lines[0]] = tuple(Spot(spot.start + at, spot.end + at, spot.text) for spot in made)
    for piece, lines in _lists_with_lines(anatomy):
        if lines:
            spots[lines[0]] = (Spot(0, len(texts[lines[0]]), piece.text),)
            removed.update(lines[1:])
        elif (over := _OVER.get(piece.kind)) and over in anatomy.parts:
            _put_behind_colon(piece.text, anatomy.parts[over].lines, texts, spots, removed)
    return Edits({line: made for line, made in spots.items() if made}, frozenset(removed))


def _put_behind_colon(
    text: str,
    lines: Sequence[int],
    texts: Mapping[int, str],
    spots: dict[int, tuple[Spot, ...]],
    removed: set[int],
) -> None:
    """The list stands in the sentence itself: "Signed by: A, B, C". The sentence stays up to its colon."""
    line = next((line for line in lines if ":" in texts[line]), lines[0])
    at = texts[line].find(":") + 1
    kept = tuple(spot for spot in spots.get(line, ()) if spot.end <= at)
    spots[line] = (*kept, Spot(at, len(texts[line]), text))
    removed.update(number for number in lines if number > line)


def with_spots(text: str, spots: Sequence[Spot]) -> str:
    """The text with its fields."""
    for spot in reversed(spots):
        text = text[: spot.start] + spot.text + text[spot.end :]
    return text


# ---- the parts


def _parts(anatomy: Anatomy) -> Iterator[Piece]:
    for role, kind in _KINDS.items():
        part = anatomy.parts.get(role)
        if part:
            yield Piece(kind, _part_text(role, part, anatomy), part.lines[0])


def _part_text(role: Role, part: Part, anatomy: Anatomy) -> str:
    if role is Role.DATE:
        place = anatomy.parts.get(Role.PLACE)
        return f"{_PLACE}, {_DATE}" if place and place.lines == part.lines else _DATE
    if role in _CUED:
        cue, its_field = _CUED[role]
        match = cue.match(part.written)
        return f"{match[0] if match else ''}{its_field}"
    return with_spots(part.text, _part_spots(role, part.text, anatomy))


def _part_spots(role: Role, text: str, anatomy: Anatomy) -> tuple[Spot, ...]:
    if role in _WHOLE:
        return (Spot(0, len(text), _WHOLE[role]),)
    if role in _CUED:
        cue, its_field = _CUED[role]
        match = cue.match(text)
        return (Spot(match.end() if match else 0, len(text), its_field),)
    if role is Role.DATE:
        return _date_spots(text)
    if role is Role.AS_OF:
        return tuple(
            Spot(found.start, found.end, "{{ signatories.as_of|long_date }}") for found in dates_in(text)
        )[:1]
    if role is Role.STATEMENT:
        return _statement_spots(text, anatomy)
    return tuple(_figures(text, anatomy))


def _date_spots(text: str) -> tuple[Spot, ...]:
    dated = only_date(text)
    if dated is None:
        return ()
    found, place = dated
    spots = [Spot(found.start, found.end, _DATE)]
    at = text.find(place) if place else -1
    if at >= 0:
        spots.append(Spot(at, at + len(place), _PLACE))
    return tuple(sorted(spots, key=lambda spot: spot.start))


def _statement_spots(text: str, anatomy: Anatomy) -> tuple[Spot, ...]:
    """The count sentence as one field, where it says nothing but total and anonymous; else its figures."""
    figures = tuple(typed_figures(text, anatomy.language, ()))
    only_ours = {figure.of for figure in figures} <= {Of.TOTAL, Of.ANONYMOUS}
    if only_ours and any(figure.of is Of.TOTAL for figure in figures):
        end = re.search(r"[.!?。](?=\s|$)|[:：]\s*$", text)
        return (Spot(0, end.end() if end else len(text), "{{ signatories.statement }}"),)
    return tuple(_figures(text, anatomy))


# ---- the text


def _blocks(anatomy: Anatomy, links: Mapping[int, tuple[str, tuple[Link, ...]]]) -> Iterator[Piece]:
    for place, block in enumerate(anatomy.body):
        text = with_spots(block.text, _block_spots(block, anatomy, is_first=place == 0))
        own, leading = links.get(block.lines[0], ("", ()))
        kept = leading if own == text else ()
        kind = PieceKind.PARAGRAPH if block.kind is BlockKind.SALUTATION else PieceKind(block.kind.value)
        yield Piece(kind, text, block.lines[0], block.level, block.marker, kept)


def _block_spots(block: Block, anatomy: Anatomy, *, is_first: bool) -> tuple[Spot, ...]:
    """What varies of a paragraph: claimed figures, the addressee spoken to, a date line."""
    if block.kind is BlockKind.SALUTATION:
        return (Spot(0, len(block.text.rstrip(" ,:!，：،")), _VOCATIVE),)
    found = list(_figures(block.text, anatomy))
    spoken = formulas.VOCATIVE.match(block.text) if Role.SALUTATION in anatomy.parts else None
    if spoken:
        found.append(Spot(0, spoken.end(), _VOCATIVE))
    begun = dateline(block.text) if is_first else None
    if begun and Role.DATE in anatomy.parts:
        date, place = begun
        found.append(Spot(date.start, date.end, _DATE))
        if place:
            at = block.text.index(place)
            found.append(Spot(at, at + len(place), _PLACE))
    return tuple(sorted(found, key=lambda spot: spot.start))


def _figures(text: str, anatomy: Anatomy) -> Iterator[Spot]:
    """Figures that stand for the letter's own signatories, and are those that it claims of them."""
    claimed = {Of.TOTAL: anatomy.claimed.total, Of.ANONYMOUS: anatomy.claimed.anonymous}
    for figure in typed_figures(text, anatomy.language, ()):
        if figure.figure == claimed.get(figure.of) and figure.bound is Bound.EXACT:
            digits = any(character.isdigit() for character in text[figure.start : figure.end])
            way = "number" if digits else "words"
            yield Spot(figure.start, figure.end, f"{{{{ {figure.of.value}|{way} }}}}")


# ---- the list, who signs, whom to ask


def _lists(anatomy: Anatomy) -> Iterator[Piece]:
    for piece, _ in _lists_with_lines(anatomy):
        yield piece


def _lists_with_lines(anatomy: Anatomy) -> Iterator[tuple[Piece, tuple[int, ...]]]:
    """The three lists, with the lines that each of them replaces."""
    over = anatomy.parts.get(Role.STATEMENT)
    names = [name.lines for name in anatomy.names]
    if over and not names and over.text.rstrip("*_ ").endswith((":", "：")):
        names = [over.lines]  # nobody has signed yet: the list will stand under its heading
    for kind, text, held in (
        (PieceKind.SIGNATORIES, "{{ signatories }}", names),
        (PieceKind.SIGNATURE, "{{ signature }}", [signer.lines for signer in anatomy.signers]),
        (PieceKind.CONTACTS, "{{ contacts }}", [contact.lines for contact in anatomy.contacts]),
    ):
        spoken = {number for part in anatomy.parts.values() for number in part.lines}
        lines = tuple(sorted({number for own in held for number in own}))
        if lines:
            yield Piece(kind, text, lines[0]), tuple(number for number in lines if number not in spoken)
