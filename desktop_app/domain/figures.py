"""Figures as people type them into a letter: digits grouped in any way, and words up to the thousands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

_GROUPED = r"\d{1,3}(?:[.,’'\u066c\u00a0\u2009\u202f ]\d{3})+"
_DIGITS = re.compile(
    # Not a part of something longer: 3.5, 12/2024, A7, 46th, 60 %, 18:30. Letters of other scripts may touch:
    # Chinese has no blanks, and Arabic writes "and" as part of the next word.
    rf"(?<![\dA-Za-zÀ-ɏ_.,/:§#№°-])({_GROUPED}|\d+)"
    r"(?![\d/]|[.,:]\d|\s?[%٪]|(?:st|nd|rd|th|e|er|ème|[ºª°])\b)"
)
_MOST_WORDS = 24
_MOST_DIGITS = 18
_JOINED = re.compile(r"[\s-]+")

_SCALES = {100, 1000, 1_000_000}
_FOURSCORE = "fr"
"""Where "quatre-vingt" is eighty."""


def _numbered(words: str, values: Sequence[int]) -> dict[str, int]:
    return dict(zip(words.split(), values, strict=True))


_UP_TO_TWENTY = range(21)
_TENS = range(30, 100, 10)
_HUNDREDS = range(200, 1000, 100)

_WORDS: Mapping[str, Mapping[str, int]] = {
    "en": _numbered(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""",
        (*_UP_TO_TWENTY, *_TENS),
    )
    | {"hundred": 100, "thousand": 1000, "million": 1_000_000},
    "fr": _numbered(
        """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
        seize vingt trente quarante cinquante soixante septante octante nonante""",
        (*range(17), 20, 30, 40, 50, 60, 70, 80, 90),
    )
    | {"une": 1, "vingts": 20, "huitante": 80, "cent": 100, "cents": 100, "mille": 1000}
    | {"million": 1_000_000, "millions": 1_000_000},
    "es": _numbered(
        """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
        dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta
        noventa""",
        (*_UP_TO_TWENTY, *_TENS),
    )
    | _numbered(
        """veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
        veintinueve""",
        range(21, 30),
    )
    | _numbered(
        "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
        _HUNDREDS,
    )
    | _numbered(
        "doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas",
        _HUNDREDS,
    )
    | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "cien": 100, "ciento": 100, "mil": 1000}
    | {"millón": 1_000_000, "millones": 1_000_000},
}
_LINKS = {"en": "and", "fr": "et", "es": "y"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text, from ``start`` to ``end``."""

    number: int
    start: int
    end: int


@lru_cache(maxsize=256)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of a text in the order they stand, in digits or in words of that language."""
    # Whoever reads a letter asks for those of a paragraph many times.
    return tuple(_figures_in(text, language))


def _figures_in(text: str, language: str) -> Iterator[Figure]:
    found = [Figure(number_of(match[1]), match.start(1), match.end(1)) for match in _DIGITS.finditer(text)]
    found += _in_words(text, language)
    waiting: Figure | None = None
    for figure in sorted(found, key=lambda figure: figure.start):
        if waiting and figure.number in _SCALES and text[waiting.end : figure.start].isspace():
            figure = Figure(waiting.number * figure.number, waiting.start, figure.end)  # noqa: PLW2901
        elif waiting:
            yield waiting
        waiting = figure
    if waiting:
        yield waiting


def number_of(digits: str) -> int:
    """What digits of any script come to: Python knows them all. More digits than count anything are cut."""
    return int("".join(character for character in digits if character.isdecimal())[:_MOST_DIGITS])


def _in_words(text: str, language: str) -> Iterator[Figure]:
    words = _WORDS.get(language)
    if words is None:
        return
    link = _LINKS[language]
    for match in _run(language).finditer(text):
        values = [words[part] for part in _JOINED.split(match[0].casefold()) if part != link]
        yield Figure(_sum(values, language), match.start(), match.end())


@cache
def _run(language: str) -> re.Pattern[str]:
    """Number words one after the other; no number has more than some of them."""
    word, link = "|".join(sorted(_WORDS[language], key=len, reverse=True)), _LINKS[language]
    # "et" and "y" join two numbers; a number never ends in them.
    joint = rf"[\s-]+(?:{link}[\s-]+)?"
    most = _MOST_WORDS - 1
    return re.compile(rf"(?<![\w-])(?:{word})(?:{joint}(?:{word})){{0,{most}}}(?![\w-])", re.IGNORECASE)


def _sum(values: Sequence[int], language: str) -> int:
    """What number words come to one after the other: four, hundred, sixty, two."""
    done = current = 0
    for value in values:
        if value in _SCALES and value > 100:
            done += max(current, 1) * value
            current = 0
        elif value == 100:
            current = max(current, 1) * 100
        elif language == _FOURSCORE and value == 20 and current % 100 == 4:
            current += 76
        else:
            current += value
    return done + current
