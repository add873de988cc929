"""A new text for a campaign: which of its passages become fields, and what somebody has to decide."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.anonymous_clause import (
    asks_whether_any,
    clauses_of_edits,
    clauses_of_pieces,
    without_conditions,
)
from desktop_app.domain.campaign import Claim
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.field_return import Asked, FieldReturn, PutBack, fields_back, in_order, name_of
from desktop_app.domain.letter_anatomy import Anatomy, Block, BlockKind, Doubt, LetterSource, Role
from desktop_app.domain.letter_anatomy.cues import SUBJECT
from desktop_app.domain.letter_anatomy.dates import same_day
from desktop_app.domain.letter_anatomy.layout import page_of
from desktop_app.domain.letter_anatomy.template import (
    Edits,
    Piece,
    PieceKind,
    Spot,
    edits_of,
    pieces_of,
    with_spots,
)
from desktop_app.domain.plain_text import folded
from desktop_app.domain.typed_figure import Of

_FIELDS = {
    Role.ADDRESSEE: "recipient.address",
    Role.SALUTATION: "recipient.salutation",
    Role.DATE: "letter.date",
    Role.PLACE: "letter.place",
    Role.SUBJECT: "letter.subject",
    Role.REFERENCE: "letter.reference",
    Role.CC: "letter.cc",
    Role.ENCLOSURES: "letter.enclosures",
    Role.STATEMENT: "signatories.statement",
    Role.AS_OF: "signatories.as_of",
}
_TEXT_ONLY = frozenset({Role.SUBJECT, Role.REFERENCE, Role.CC, Role.ENCLOSURES, Role.PLACE})
"""Parts whose words may have been changed on purpose: they are asked about, and stay."""

_KINDS = {
    "recipient.address": PieceKind.ADDRESS,
    "recipient.salutation": PieceKind.SALUTATION,
    "recipient.closing": PieceKind.CLOSING,
    "letter.reference": PieceKind.REFERENCE,
    "letter.subject": PieceKind.SUBJECT,
    "letter.cc": PieceKind.COPIES,
    "letter.enclosures": PieceKind.COPIES,
    "signature": PieceKind.SIGNATURE,
    "signatories": PieceKind.SIGNATORIES,
    "signatories.statement": PieceKind.STATEMENT,
    "contacts": PieceKind.CONTACTS,
}
_FIELD = re.compile(r"\{\{.*?\}\}")
_NOT_TOLD = frozenset(
    "import-" + kind
    for kind in (
        # Those that are none of our fields are told with the reading.
        "braces",
        # Subject and date are the campaign's own.
        *("subject-guessed", "date-either-way"),
        # So are the list and what it claims; what stood in its place is told as a whole.
        *("claim", "claim-guessed", "list-by-shape", "name-joined", "name-joined-by-order", "odd-name"),
        *("order", "member-or-not", "members-by-order", "numbers", "no-number"),
        *(
            "heading-as-name",
            "in-the-list",
            "more-than-a-name",
            "one-umbrella",
            "strange-name",
            "unlike-name",
        ),
        *("no-list", "figure-unclaimed"),
        # Other parts of a letter stand in the campaign as fields; what they are is settled there.
        *("no-addressee", "no-closing", "no-date", "no-salutation", "no-title"),
        *("odd-addressee", "odd-closing", "odd-copy", "odd-place", "odd-signer", "odd-subject", "odd-title"),
        # And whom to ask.
        *("person-guessed", "phone", "odd-contact"),
    )
)
"""What does not matter for a text that comes into a campaign; all else is told."""
_LONGEST_MARK = 8
"""Characters of a bullet or a number with its blanks."""
_SHORT = 60
_LONGEST_SUBJECT = 250


@dataclass(frozen=True, slots=True)
class NewText:
    """A new text with its fields.

    Attributes:
        put_back: Fields that stand in it again, with what stood there.
        asked: Fields that could not be put back by themselves.
        doubts: Other spots to look at: figures typed in what is new, and what the reader was unsure of.
    """

    put_back: tuple[PutBack, ...]
    asked: tuple[Asked, ...]
    doubts: tuple[Doubt, ...]


def fields_of(texts: Sequence[str]) -> frozenset[str]:
    """Names of the fields that stand in these paragraphs."""
    return frozenset(name_of(tag) for text in texts for tag in _FIELD.findall(text))


class Comparison:
    """A new text beside the letter as it is.

    Args:
        before: The letter's paragraphs, with fields.
        source: The new text as it was read.
        anatomy: What it consists of.
        language: Of the letter.
        values: What fields print that are the same for all recipients.
    """

    def __init__(
        self,
        before: Sequence[str],
        source: LetterSource,
        anatomy: Anatomy,
        language: str,
        values: Mapping[str, str],
    ) -> None:
        self._source = source
        self._language = language
        self._values = values
        self._known = {folded(text) for text in before}
        self._clauses = any(map(asks_whether_any, before))
        if not any("{%" in line.text for line in source.lines):
            before = [without_conditions(text) for text in before]
        self._plain = _only(anatomy, frozenset())
        self._texts = {line.number: line.text for line in source.lines if line.text.strip()}
        self._by_line = source.has_whole_paragraphs or not page_of(source).is_wrapped
        if not self._by_line:
            self._texts = {piece.line: piece.text for piece in pieces_of(self._plain, source)}
        self._back = fields_back(before, self._texts, language, values)
        there = fields_of([*self._texts.values()]) | {put.field for put in self._back.put_back}
        self._rest = _only(anatomy, fields_of(before) - there)

    def result(self) -> NewText:
        """What was put back, and what was not."""
        found = edits_of(self._rest, self._source).spots
        put = [
            PutBack(line, spot, self._line_text(line)[spot.start : spot.end])
            for line, spots in found.items()
            for spot in spots
        ]
        done = {one.field for one in put}
        asked = tuple(one for one in self._back.asked if one.field not in done)
        doubts = [doubt for doubt in self._rest.doubts if self._matters(doubt)]
        doubts += [*self._differing(), *self._replaced()]
        return NewText((*self._back.put_back, *put), asked, (*doubts, *self._typed()))

    def _matters(self, doubt: Doubt) -> bool:
        """Line by line nothing is kept out of the letter; where lines are joined to paragraphs it is lost.

        A paragraph that came back as it was stays as it is, whatever its reader made of it.
        """
        if doubt.is_kept_out:
            return not self._by_line
        return doubt.code not in _NOT_TOLD and folded(doubt.text) not in self._known

    def new_links(self, known: Collection[str]) -> Iterator[Doubt]:
        """Links of passages that are new, whose target is none of those that the letter has."""
        for line in self._source.lines:
            for link in line.links if folded(line.text) not in self._known else ():
                if link.target and link.target not in known:
                    words = f"{line.text[link.start : link.end]}: {link.target}"
                    yield Doubt("text-link-lost", line.number, words)

    def edits(self) -> Edits:
        """The changes of the new text's own paragraphs, where its file becomes the letter."""
        found = edits_of(self._rest, self._source)
        spots = dict(found.spots)
        for line, own in _by_line(self._back).items():
            spots[line] = in_order((*spots.get(line, ()), *own))
        edits = Edits(spots, found.removed)
        return clauses_of_edits(edits, self._source, self._language)[0] if self._clauses else edits

    def pieces(self) -> tuple[Piece, ...]:
        """The new letter paragraph by paragraph, where the text comes without a look of its own."""
        made = self._lines() if self._by_line else self._joined()
        pieces = tuple(replace(piece, kind=_kind_of(piece.text, piece.kind)) for piece in made)
        return clauses_of_pieces(pieces, self._language)[0] if self._clauses else pieces

    def _lines(self) -> Iterator[Piece]:
        """Each line is a paragraph."""
        edits = self.edits()
        plain = {piece.line: piece for piece in pieces_of(self._plain, self._source)}
        for line in self._source.lines:
            if not line.text.strip() or line.number in edits.removed:
                continue
            spots = edits.spots.get(line.number, ())
            piece = plain.get(line.number)
            at = line.text.find(piece.text) if piece else -1
            covered = piece is not None and at + len(piece.text) >= len(line.text.rstrip())
            if piece is None or not 0 <= at <= _LONGEST_MARK or not covered:
                yield Piece(PieceKind.PARAGRAPH, with_spots(line.text, spots).strip(), line.number)
            else:
                moved = [Spot(max(0, spot.start - at), max(0, spot.end - at), spot.text) for spot in spots]
                yield replace(piece, text=with_spots(piece.text, moved))

    def _joined(self) -> Iterator[Piece]:
        """Paragraphs are wrapped over lines."""
        own = _by_line(self._back)
        plain = {piece.line: piece.text for piece in pieces_of(self._plain, self._source)}
        for piece in pieces_of(self._rest, self._source):
            back = in_order(own.get(piece.line, ())) if piece.text == plain.get(piece.line) else ()
            yield replace(piece, text=with_spots(piece.text, back))

    def _line_text(self, line: int) -> str:
        return next((one.text for one in self._source.lines if one.number == line), "")

    def _differing(self) -> Iterator[Doubt]:
        """What was written in a field's place and is not what the field prints."""
        for put in self._back.put_back:
            value = self._values.get(put.field, "")
            typed = not re.search(r"[{\[]", put.was) and any(map(str.isalnum, put.was))
            if value and typed and folded(put.was) != folded(value) and not same_day(put.was, value):
                yield Doubt("text-differs", put.line, put.was, {"field": put.field, "value": value})

    def _replaced(self) -> Iterator[Doubt]:
        """Lists, people and addresses of the new text that a field stands for now."""
        rest = self._rest
        for field, lines in (
            (
                "recipient.address",
                [part.lines for role, part in rest.parts.items() if role is Role.ADDRESSEE],
            ),
            ("signatories", [name.lines for name in rest.names]),
            ("signature", [one.lines for one in rest.signers]),
            ("contacts", [one.lines for one in rest.contacts]),
        ):
            numbers = sorted({number for own in lines for number in own})
            if numbers:
                text = "\n".join(self._line_text(number) for number in numbers)
                yield Doubt("text-replaced", numbers[0], text, {"field": field})

    def _typed(self) -> Iterator[Doubt]:
        """Figures of signatories that somebody typed where the letter had no field."""
        for line in self._back.unmatched:
            for figure in typed_figures(self._texts[line], self._language, ()):
                if figure.of in (Of.TOTAL, Of.NAMED, Of.ANONYMOUS):
                    yield Doubt("text-figure-typed", line, self._texts[line], {"field": figure.of.value})


def _by_line(back: FieldReturn) -> dict[int, tuple[Spot, ...]]:
    spots: dict[int, tuple[Spot, ...]] = {}
    for put in back.put_back:
        spots[put.line] = (*spots.get(put.line, ()), put.spot)
    return spots


def _only(anatomy: Anatomy, fields: frozenset[str]) -> Anatomy:
    """The anatomy with nothing but the parts of these fields; all other parts are paragraphs of its text."""
    kept = {role for role in anatomy.parts if _FIELDS.get(role) in fields and role not in _TEXT_ONLY}
    loose = [
        Block(BlockKind.PARAGRAPH, " ".join(part.written.split()), part.lines)
        for role, part in anatomy.parts.items()
        if role not in kept and role is not Role.PLACE
    ]
    held = {
        "signatories": [Block(BlockKind.PARAGRAPH, name.name, name.lines) for name in anatomy.names],
        "signature": [Block(BlockKind.PARAGRAPH, one.written, one.lines) for one in anatomy.signers],
        "contacts": [Block(BlockKind.PARAGRAPH, one.written, one.lines) for one in anatomy.contacts],
    }
    for name, blocks in held.items():
        loose += [] if name in fields else blocks
    body = sorted((*anatomy.body, *loose), key=lambda block: block.lines)
    return replace(
        anatomy,
        parts={role: part for role, part in anatomy.parts.items() if role in kept},
        body=tuple(body),
        claimed=Claim(),
        names=anatomy.names if "signatories" in fields else (),
        signers=anatomy.signers if "signature" in fields else (),
        contacts=anatomy.contacts if "contacts" in fields else (),
    )


def _kind_of(text: str, kind: PieceKind) -> PieceKind:
    """What a paragraph is by the field in it."""
    names = [name_of(tag) for tag in _FIELD.findall(text)]
    if kind is PieceKind.PARAGRAPH and SUBJECT.match(text) and len(text) < _LONGEST_SUBJECT:
        return PieceKind.SUBJECT
    if kind not in (PieceKind.PARAGRAPH, PieceKind.HEADING) or not names:
        return kind
    if names[-1] == "letter.date" and len(text) < _SHORT:
        return PieceKind.DATE
    known = _KINDS.get(names[0])
    bare = _FIELD.sub("", text)
    if known and len(bare) < _SHORT and (known is not PieceKind.SALUTATION or not bare):
        return known
    return PieceKind.PARAGRAPH if not bare.strip() else kind
