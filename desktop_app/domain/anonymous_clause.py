"""The clause that counts those who are not named: it falls away where there is none of them.

"We, 462 organisations, including 84 that have chosen not to disclose their names, write" is "We, 378
organisations, write" for a list without them; never "including 0 that".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from desktop_app.domain.claim_patterns import STAND_IN
from desktop_app.domain.figures import figures_in
from desktop_app.domain.letter_anatomy import Doubt
from desktop_app.domain.letter_anatomy.source import LetterSource
from desktop_app.domain.letter_anatomy.template import Edits, Piece, Spot

_IF_ANY = "{% if signatories.anonymous %}"
_END = "{% endif %}"
_ELSE_NOTHING = "{% else %}{{ none }}{% endif %}"
"""A field that prints nothing takes its paragraph along, where nothing else stands in it."""
_SCAFFOLD = re.compile(r"\{%-?\s*else\s*-?%\}\{\{ none \}\}|\{%.*?%\}")
_FIGURE = "{{ signatories.anonymous"
_OTHERS = ("{{ signatories.", "{{ petition.")
_TAG = re.compile(r"\{\{.*?\}\}")
_ASKED = re.compile(r"\{%-?\s*if\s+signatories\.anonymous\b")
_CONDITION = re.compile(r"\{%-?\s*if\s+signatories\.anonymous\b(?>.*?%\}).*?\{%-?\s*endif\s*-?%\}")
_PRINTED = re.compile(r"\{\{-?\s*signatories\.anonymous\b")
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’»)]*(?=\s|$)|[。！？؟][”」』）]*|\n")
_COLON = re.compile(r"\s*[:：]\s*$")
_OPENS = re.compile(r"[,،;](?=\s)|[，、；]|[(（]|\s?[–—]|\s-(?=\s)")
_COMMAS = ",،;，、；"
_CLOSES = {"(": re.compile(r"[)]"), "（": re.compile("[）]")}
_DASH = re.compile(r"\s?[–—]|\s-(?=\s)")
_COMMA = re.compile(r"[,،;](?=\s)|[，、；]|\s?[–—]|\s-(?=\s)")
_JOINING = re.compile(
    r"[\s,]*\b(?:including|among (?:them|whom|which)|of (?:which|whom|them)|dont|y compris"
    r"|parmi (?:lesquelles|lesquels|elles|eux)|inclu(?:id[oa]s|yendo)|incluindo"
    r"|entre (?:ellas|ellos|las que|los que)"
    r"|de (?:las cuales|los cuales|ellas|ellos)|das quais|darunter|von denen"
    r"|включая|в том числе|из них|из которых)"
    r"\s+$|(?:[\s,،，]*(?:其中|包括|بما في ذلك|بينها|من بينها|منها)\s*)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[,،;，]\s*(?:for|because|due|owing|out of|in order|since|as they|so as|given|fearing|pour|par"
    r"|en raison|car|afin|craignant|por|debido|porque|para|ya que|a causa|из-за|ввиду|поскольку|因|由于)\b",
    re.IGNORECASE,
)
_LONGEST_JOINT = 40
"""Characters between the sign that opens a clause and its figure: "including as many as"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """From where to where a text falls away, its signs and blanks included."""

    start: int
    end: int


class _Clauses:
    """Finds them in a paragraph, which is read once for all of its figures.

    Args:
        text: The paragraph.
        counted: Where figures begin that its sentences count, in their order.
        typed: The same for those that are no fields.
    """

    def __init__(self, text: str, counted: Sequence[int], typed: Sequence[int]) -> None:
        self._text = text
        self._counted = counted
        self._typed = typed
        self._ends = [found.end() for found in _SENTENCE_ENDS.finditer(text)]

    def round(self, start: int, end: int) -> Clause | None:
        """What falls away together with a figure; None where the rest of the sentence would not stand."""
        first, last = self._sentence(start, end)
        # A year behind the figure is none that the sentence counts signatories by.
        others = (*_from_to(self._counted, first, last), *_from_to(self._typed, first, start))
        beside = [at for at in others if not start <= at < end]
        if not beside:
            return _whole_sentence(self._text, first, last)
        if any(at >= end for at in beside):
            return None
        return _clause(self._text, max(beside), start, end, last)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence round a figure, its own end included."""
        before, after = bisect_right(self._ends, start), bisect_left(self._ends, end)
        return (
            self._ends[before - 1] if before else 0,
            self._ends[after] if after < len(self._ends) else len(self._text),
        )


def _from_to(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _whole_sentence(text: str, first: int, last: int) -> Clause | None:
    """A sentence that says nothing else, with the blank before it; a line over a list is needed."""
    if _COLON.search(text[first:last]):
        return None
    if not text[:first].strip():
        after = re.compile(r"\s*").match(text, last)
        return Clause(first, after.end() if after else last)
    return Clause(first, last)


def _clause(text: str, known: int, start: int, end: int, last: int) -> Clause | None:
    left = text[known:start]
    opened = [found for found in _OPENS.finditer(left) if len(left) - found.end() <= _LONGEST_JOINT]
    if opened:
        at = known + opened[-1].start()
        return _closed(text, at, opened[-1][0].strip(), end, last)
    joint = _JOINING.search(left)
    return _closed(text, known + joint.start(), ",", end, last) if joint else None


def _closed(text: str, at: int, sign: str, end: int, last: int) -> Clause | None:
    """The clause that opens ``at``, to the sign that closes it or the end of its sentence."""
    if sign in _CLOSES:
        closing = _CLOSES[sign].search(text, end, last)
        before = at - 1 if text[at - 1 : at] == " " else at
        return Clause(before, closing.end()) if closing else None
    if sign not in _COMMAS:
        closing = _DASH.search(text, end, last)
        if closing is None:
            return Clause(at, _before_end(text, end, last))
        # Of two dashes the second goes along; the blank behind it stays.
        return Clause(at, closing.end())
    closing = _COMMA.search(text, end, last)
    while closing is not None and _GOES_ON.match(text, closing.start()):
        closing = _COMMA.search(text, closing.end(), last)
    return Clause(at, closing.start() if closing else _before_end(text, end, last))


def _before_end(text: str, end: int, last: int) -> int:
    """Where the last word of a sentence ends."""
    return max(end, len(text[:last].rstrip(" \n\t.!?。！？؟:：")))


@dataclass(frozen=True, slots=True)
class Wrapped:
    """What was done for the clauses of a letter.

    Attributes:
        lines: Those where a clause falls away.
        left: Those whose sentence would not stand without its figure.
    """

    lines: tuple[int, ...]
    left: tuple[int, ...]

    def doubts(self, source: LetterSource) -> Iterator[Doubt]:
        """What somebody should look at, for either kind."""
        texts = {line.number: line.text for line in source.lines}
        for code, numbers in (("import-anonymous-clause", self.lines), ("import-anonymous-alone", self.left)):
            for number in numbers:
                yield Doubt(code, number, texts[number])


def clauses_of_pieces(pieces: Sequence[Piece], language: str) -> tuple[tuple[Piece, ...], Wrapped]:
    """The paragraphs of a letter, with a condition round each clause."""
    found = {}
    made = []
    for piece in pieces:
        spots = tuple(Spot(tag.start(), tag.end(), tag[0]) for tag in _TAG.finditer(piece.text))
        found[piece.line] = _wraps(piece.text, spots, (), language)
        wraps = found[piece.line].spots
        text = piece.text
        for wrap in sorted(wraps, key=_place, reverse=True):
            text = text[: wrap.start] + wrap.text + text[wrap.end :]
        made.append(replace(piece, text=text, links=() if wraps else piece.links))
    return tuple(made), _wrapped(found)


def clauses_of_edits(edits: Edits, source: LetterSource, language: str) -> tuple[Edits, Wrapped]:
    """The same for changes of a letter's own paragraphs; a link is not cut in two."""
    lines = {line.number: line for line in source.lines}
    spots: dict[int, tuple[Spot, ...]] = dict(edits.spots)
    found = {}
    for number, own in edits.spots.items():
        links = [(link.start, link.end) for link in lines[number].links]
        found[number] = _wraps(lines[number].text, own, links, language)
        if found[number].spots:
            # Of those that begin at one place the first is put in first: the condition stands before it then.
            spots[number] = tuple(sorted((*own, *found[number].spots), key=_place))
    return replace(edits, spots=spots), _wrapped(found)


def without_conditions(text: str) -> str:
    """A paragraph as it reads where its conditions are true."""
    return _SCAFFOLD.sub("", text)


def prints_none(text: str) -> bool:
    """Whether a paragraph prints how many are not named, though there is none of them."""
    bare = _CONDITION.sub("", text)
    return bool(_PRINTED.search(bare)) and not asks_whether_any(bare)


def asks_whether_any(text: str) -> bool:
    """Whether a condition of a paragraph lets the clause fall away."""
    return bool(_ASKED.search(text))


@dataclass(frozen=True, slots=True)
class _Wraps:
    """What is put into a paragraph, and whether that could be done for each of its clauses."""

    spots: tuple[Spot, ...]
    fit: bool = True


def _wrapped(found: Mapping[int, _Wraps]) -> Wrapped:
    return Wrapped(
        tuple(line for line, wraps in found.items() if wraps.spots),
        tuple(line for line, wraps in found.items() if not wraps.fit),
    )


def _wraps(text: str, spots: Sequence[Spot], links: Iterable[tuple[int, int]], language: str) -> _Wraps:
    if asks_whether_any(text):
        return _Wraps(())
    anonymous = [spot for spot in spots if spot.text.startswith(_FIGURE)]
    kept_whole = _KeptWhole([*links, *((spot.start, spot.end) for spot in spots)])
    fit = True
    wraps: list[Spot] = []
    counted = sorted(spot.start for spot in spots if spot.text.startswith(_OTHERS))
    clauses = _Clauses(text, counted, list(_typed(text, language)) if anonymous else ())
    for spot in anonymous:
        clause = clauses.round(spot.start, spot.end)
        if clause is None or kept_whole.is_cut(clause):
            fit = False
            continue
        is_alone = not text[: clause.start].strip() and not text[clause.end :].strip()
        end = _ELSE_NOTHING if is_alone else _END
        wraps += [Spot(clause.start, clause.start, _IF_ANY), Spot(clause.end, clause.end, end)]
    return _Wraps(tuple(wraps), fit)


def _typed(text: str, language: str) -> Iterator[int]:
    """Where figures stand that are no fields."""
    bare = _TAG.sub(lambda tag: STAND_IN * len(tag[0]), text)
    return (figure.start for figure in figures_in(bare, language))


class _KeptWhole:
    """Stretches of a text, from where to where, in none of which a clause may begin or end."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))
        """The last end of a stretch and of all before it."""

    def is_cut(self, clause: Clause) -> bool:
        before = ((at, bisect_left(self._starts, at)) for at in (clause.start, clause.end))
        return any(count and self._ends[count - 1] > at for at, count in before)


def _place(spot: Spot) -> int:
    return spot.start
