"""The few things that letters say in fixed words, in each language: "Re:", "For more information ..."."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.writing import FIELD, Block, Piece, PieceKind

FILE = "resources/versions/formulas.toml"


class Formulas:
    """The table for one pair of languages; it may be empty.

    Args:
        path: The table.
        source: Language of the letter.
        target: Language of what it becomes.
    """

    def __init__(self, path: Path, source: str, target: str) -> None:
        table = tomllib.loads(path.read_text("utf-8"))

        def pairs(kind: str) -> Iterator[tuple[str, str]]:
            rows: Iterable[Mapping[str, str]] = table.get(kind, ())
            return ((row[source], row[target]) for row in rows if source in row and target in row)

        self._labels = dict(pairs("label"))
        self._paragraphs = {_bare(one): other for one, other in pairs("paragraph")}
        self.pages = dict(pairs("page"))
        """Words around the numbers of pages."""

    def translated(self, block: Block) -> Block:
        """A paragraph with what is known of it in the other language; as it was where nothing is."""
        whole = self._paragraphs.get(_bare(block.text))
        if whole is not None:
            return replace(block, pieces=tuple(_with_words(block.pieces, FIELD.split(whole))))
        for at, piece in enumerate(block.pieces):
            if piece.kind is PieceKind.TEXT:
                said = replace(piece, text=self._with_label(piece.text))
                return replace(block, pieces=(*block.pieces[:at], said, *block.pieces[at + 1 :]))
            if piece.kind is not PieceKind.MARK:
                break  # a label stands before all else
        return block

    def _with_label(self, text: str) -> str:
        for label, said in self._labels.items():
            if text.startswith(label):
                return said + text[len(label) :]
        return text

    def is_same(self, text: str) -> bool:
        """Whether a paragraph is all formula, and right in both languages as it stands."""
        bare = FIELD.sub("", text).strip()
        is_formula = bare in self._labels or _bare(text) in self._paragraphs
        return is_formula and self.translated(Block((Piece(text),))).text == text


def _bare(text: str) -> str:
    """A text by which it is known again: without the blanks in its fields, others as one each."""
    fields = FIELD.sub(lambda found: re.sub(r"\s", "", found[0]), text)
    return " ".join(fields.split())


def _with_words(pieces: Iterable[Piece], words: list[str]) -> Iterator[Piece]:
    """The pieces with other words between their fields, each in the look of those that stood there."""
    waiting = list(words)
    said = waiting.pop(0)
    for piece in pieces:
        if piece.kind is PieceKind.TEXT:
            if said:
                yield replace(piece, text=said)
            said = ""
            continue
        if piece.kind is PieceKind.FIELD:
            if said:
                yield Piece(said)
            said = waiting.pop(0) if waiting else ""
        yield piece
    if said:
        yield Piece(said)
