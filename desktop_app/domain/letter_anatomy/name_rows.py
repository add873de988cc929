"""A signatory while it is put together from its lines, and what a line of a list is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.domain.figures import number_of
from desktop_app.domain.letter_anatomy import list_cues, marks
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.shapes import is_country, names_an_organisation
from desktop_app.domain.letter_anatomy.source import Form

_REGION = re.compile(
    r"^(?:(?:sub-saharan |north(?:ern)? |south(?:ern)? |east(?:ern)? |west(?:ern)? |central |latin |middle )*"
    r"(?:africa|asia|europe|americas?|oceania|pacific|caribbean|east|mena|asia[- ]pacific)(?: and [\w ]+)?|"
    r"afrique|asie|océanie|amériques?(?: latine)?|afrika|asien|europa|amerika|ozeanien|áfrica|"
    r"américas?(?: latina)?|"
    r"oceanía|moyen-orient|naher osten|oriente medio|африка|азия|европа|америка|أفريقيا|آسيا|أوروبا|"
    r"非洲|亚洲|"
    r"欧洲|美洲)"
    r"\s*(?:\(\d+\))?[:：]?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]{0,120}”|«[^»]{0,120}»|(?<!\w)\"[^\"]{0,120}\"")
_COMMA_WITHIN = "\ue000"
"""Stands for a comma of a quoted name, which parts nothing."""
_HALF_NAME_WORDS = 4
_FEWEST_LANDS = 3
_FILLED = 0.7
_LEAST_BREAKS = 2
_STRONG = ("[;；]", r"\s[·•|]\s")
"""Marks between names that hold commas."""
_FULL = 45
"""Characters from which a name may fill its line."""


@dataclass
class Row:
    """A name while it is put together."""

    text: str
    numbers: list[int]
    number: int | None = None
    marker: str = ""
    is_member: bool = False
    gap: bool = False
    indent: int = 0
    group: str = ""
    country: str = ""
    title: str = ""
    is_person: bool = False
    parent: "Row | None" = field(default=None, repr=False)
    last_line: str = ""

    def __post_init__(self) -> None:
        self.last_line = self.text


def is_short_name(name: str) -> bool:
    """Whether a name of few letters may stand for itself: "PEN", "88", "人权"."""
    letters = [character for character in name if character.isalpha()]
    return (
        bool(letters)
        and len(name) <= 12
        and all(character.isupper() or not character.islower() for character in letters)
        and not re.search(r"[{}()\[\]]", name)
    )


def figure_of(marker: str) -> int | None:
    """The number that a marker is; none of a bullet."""
    bare = marker.strip("(). ")
    return number_of(bare) if bare.isdecimal() else None


def mark_of(row: Row) -> str:
    """The kind of mark before a name: "number", "dash", "letter"; empty for none."""
    if row.number is not None:
        return "number"
    if re.fullmatch(r"\(?[a-zA-Z]{1,4}[.)]", row.marker):
        return "letter"
    return {"": "", "o": "ring", "-": "dash", "–": "dash", "—": "dash", "*": "star"}.get(row.marker, "bullet")


def is_half(before: Row, row: Row, widest: int, *, alone: bool) -> bool:
    """Whether a name out of order is the rest of the one before, which fills its line.

    ``alone``: blank lines part the two from the others, and one that is short may go on as well.
    """
    if before.text.endswith((")", "）", "”", "»")) or row.text[:1].isdigit():
        return False
    if row.gap or row.marker or len(row.text.split()) > _HALF_NAME_WORDS:
        return False
    if alone and len(before.text.split()) < _HALF_NAME_WORDS:
        return True
    return len(before.text) > _FULL and len(before.text) > 0.8 * widest


def headings_among(texts: Sequence[str], lines: Sequence[Line]) -> frozenset[int]:
    """Which lines of a list are headings of what follows."""
    numbered_list = sum(line.marker[:1].isdigit() or line.is_numbered for line in lines) > len(lines) / 2
    countries = {
        at
        for at, text in enumerate(texts)
        if is_country(text.strip(" :："))
        and not marks.NUMBERED.match(text)
        and (lines[at].gap or not numbered_list)
    }
    if len(countries) > len(texts) / 2 or any(at + 1 in countries for at in countries):
        countries = set()
    found = set(countries) if len(countries) >= 2 else set()
    found |= set(_unknown_lands(texts, lines, countries)) if found else set()
    for at, text in enumerate(texts[:-1]):
        numbered = marks.NUMBERED.match(text)
        if (
            (
                _ends_in_colon(text)
                and not _is_marked(text)
                and len(text) < 80
                and not _is_umbrella(lines, texts, at)
            )
            or lines[at].form is Form.HEADING
            or (list_cues.GROUP.match(text) and not numbered and lines[at].gap)
            or (_REGION.match(text) and not _is_marked(text))
            or (not numbered and marks.NUMBERED.match(texts[at + 1]) and _restarts_at_one(texts, at))
        ):
            found.add(at)
    return frozenset(found)


def unknown_lands(texts: Sequence[str], lines: Sequence[Line]) -> frozenset[int]:
    """Headings between those that are countries, which must be countries as well."""
    known = {at for at in headings_among(texts, lines) if is_country(texts[at].strip(" :："))}
    return frozenset(_unknown_lands(texts, lines, known))


def _unknown_lands(texts: Sequence[str], lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """Headings that no table of countries has, between those that one has: "Costa Verde"."""
    if len(known) < _FEWEST_LANDS:
        return
    places = sorted(known)
    gapped = all(lines[at].gap for at in places)
    for start, end in pairwise(places):
        for at in range(start + 2, end - 1):
            if _is_marked(texts[at]) or len(texts[at].split()) > _HALF_NAME_WORDS:
                continue
            own, after = texts[at].casefold(), texts[at + 1].casefold()
            sorts = texts[start].casefold() < own < texts[end].casefold()
            falls = after < own
            parted = gapped and lines[at].gap and not lines[at + 1].gap
            if sorts and (parted or (not gapped and falls)) and not names_an_organisation(texts[at]):
                yield at
    yield from _lands_at_the_edges(texts, places)


def _lands_at_the_edges(texts: Sequence[str], known: Sequence[int]) -> Iterator[int]:
    """The first line, and one after the last country, between names that have marks and it has none."""
    small = {text.casefold() for text in (texts[at] for at in known)}
    lowest, highest = min(small), max(small)
    for at in (0, *range(known[-1] + 2, len(texts) - 1)):
        text = texts[at].casefold()
        sorts = text < lowest if at == 0 else text > highest
        bare = not _is_marked(texts[at]) and all(
            map(_is_marked, (texts[at + 1], *texts[max(0, at - 1) : at]))
        )
        if sorts and bare and at not in known and len(texts[at].split()) <= _HALF_NAME_WORDS:
            yield at


def _ends_in_colon(text: str) -> bool:
    return text.rstrip("*† ").endswith((":", "："))


def _is_umbrella(lines: Sequence[Line], texts: Sequence[str], at: int) -> bool:
    """Whether members with a mark follow a name among names: "Coalition for Trade, representing:"."""
    among_names = bool(at) and not lines[at].gap and not _is_marked(texts[at - 1])
    return among_names and at + 1 < len(texts) and _is_marked(texts[at + 1])


def next_numbers(rows: Sequence[Row]) -> list[int | None]:
    """For each row the number of the next that has one."""
    numbers: list[int | None] = []
    following: int | None = None
    for row in reversed(rows):
        numbers.append(following)
        following = row.number if row.number is not None else following
    return numbers[::-1]


def _is_marked(text: str) -> bool:
    return bool(marks.NUMBERED.match(text) or marks.BULLET.match(text))


def run_together(lines: Sequence[Line]) -> str:
    """Names that run on over the lines with commas between them; empty where each has a line of its own."""
    text = lines[0].text if lines else ""
    for line in lines[1:]:
        text += ("" if "\u2e80" < text[-1] < "\uffef" else " ") + line.text
    marks = max((text.count(mark) for mark in ("、", ";", "；", "،", " · ", " | ", " • ")), default=0)
    if not marks and (text.endswith(".") or _runs_over_lines(lines)):
        marks = text.count(",")
    return text if marks >= 2 * len(lines) else ""


def by_land(lines: Sequence[Line]) -> list[tuple[Line, str, list[str]]]:
    """Lines that each begin with another country and name all who are there: "Mali : A, B"; else nothing."""
    parted = [(line, re.split(r"\s*[:：]\s*", line.text, maxsplit=1)) for line in lines]
    if len(lines) < _FEWEST_LANDS or any(len(both) != 2 or not is_country(both[0]) for _, both in parted):
        return []
    found = [(line, both[0], list(names_inline(both[1]))) for line, both in parted]
    several = sum(len(names) > 1 for _, _, names in found)
    once = len({land.casefold() for _, land, _ in found}) == len(found)
    return found if once and several >= len(found) / 2 else []


def _runs_over_lines(lines: Sequence[Line]) -> bool:
    """Whether lines are full and some break after a comma, as no list of a name to a line has them."""
    widest = max((len(line.text) for line in lines), default=0)
    rest = lines[:-1]
    full = all(len(line.text) > _FILLED * widest and not line.marker for line in rest)
    return full and sum(line.text.endswith(",") for line in rest) >= _LEAST_BREAKS


def _restarts_at_one(texts: Sequence[str], at: int) -> bool:
    """Whether the numbers begin again after this line."""
    following = marks.NUMBERED.match(texts[at + 1])
    before = marks.NUMBERED.match(texts[at - 1]) if at else None
    return bool(following and following["number"] == "1" and (before or at == 0))


def names_inline(text: str) -> Iterator[str]:
    """Names in one sentence: "Signed: Amnesty International, Human Rights Watch and FIDH."."""
    bare = _QUOTED.sub(lambda quoted: quoted[0].replace(",", _COMMA_WITHIN), text.strip().rstrip("."))
    strong = next((mark for mark in _STRONG if re.search(mark, bare)), "")
    pieces = [piece for piece in re.split(rf"\s*{strong or '[,،、，]'}\s*", bare) if piece]
    if pieces:
        last = re.sub(r"^(?:and|et|y|e|und|و|и)\s+", "", pieces[-1], flags=re.IGNORECASE)
        pieces[-1:] = (
            [last] if strong else re.split(r"\s+(?:and|et|y|e|und|и)\s+(?=[^\W\d_a-z])", last, maxsplit=1)
        )
    yield from (piece.strip().replace(_COMMA_WITHIN, ",") for piece in pieces if piece.strip())
