"""The list once more: names that may be none, or more than one, or more than a name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.letter_anatomy import list_cues
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.name_parts import holds_a_country
from desktop_app.domain.letter_anatomy.parts import Anatomy, Doubt, FoundName, Role
from desktop_app.domain.letter_anatomy.shapes import ends_a_sentence, is_country

_LONGEST = 90
_COMMA = re.compile(
    r"[,，،](?!\s*(?:Inc|Ltd|LLC|PLC|e\.\s?V|z\.\s?s|o\.\s?z|A\.\s?C|S\.\s?A|R\.\s?L|Corp|Co)\b\.?)"
)
_BRACKETS = re.compile(r"[（(](?!\s*[A-Z][\w&./-]{0,14}\s*[)）])(?P<inside>[^()（）]*)[)）]")
_MARKS_BETWEEN = re.compile(r"[;；]|\s/\s|\s(?:&|and) \w+:\s")
_ODD = re.compile(
    r"https?:|www\.|@|#|\[|\||\s·\s|•|\t|\s{3,}|^\W|:\s|：|…|\.\.\.|"
    r"^(?:ends?|fin|tags?|etiquetas|share|partager|read more|related|page|for|and|et|y|und|the following)\b"
    r"(?!\s[^\W\d_a-z])|\b(?:others?|autres|otr[oa]s|weitere|more)$",
    re.IGNORECASE,
)
_ALLOWED_FIRST = re.compile(r"^[¡¿«“\"„'‘’(#@](?=\w)|^[《「『]")
_FEW = 0.25
_LONGEST_STATEMENT = 280
_FEWEST_RUN_ON = 2
_FILLED = 0.75
_MANY_SMALL = 5
_SMALL = frozenset(
    "of the and for to in on at by from with against de du des la le les et pour en del y los "
    "las el por para da do"
    " dos das e für der die das und von im di della dei per il lo gli".split()
)
_LATIN_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}\s+[A-Za-zÀ-ÿ]{2,}|[A-Za-z]*[a-z]{5,}")
_OTHER_WORDS = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u1000-\u109f\u4e00-\u9fff]{2,}")
_LONGEST_ACRONYM = 12


def looked_at_list(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """What is odd among the names."""
    names = anatomy.names
    statement = anatomy.parts.get(Role.STATEMENT)
    if statement and (
        len(statement.text) > _LONGEST_STATEMENT or len(re.findall("[;；、·|]", statement.text)) > 1
    ):
        yield Doubt("import-odd-statement", statement.lines[0], statement.text)
    yield from _one_by_one(names)
    yield from _against_the_others(names)
    yield from _members(names)
    yield from _between(names, page)
    yield from _run_on(names, page)


def _one_by_one(names: Sequence[FoundName]) -> Iterator[Doubt]:
    for found in names:
        name = found.name
        if is_country(name) or list_cues.GROUP.match(name):
            yield _doubt("import-heading-as-name", found)
        if (
            (_ODD.search(name) and not _ALLOWED_FIRST.match(name))
            or len(name) > _LONGEST
            or len(name) < 2
            or (ends_a_sentence(name) and not name.endswith("!"))
            or _is_like_a_sentence(name)
            or _mixes_scripts(name)
        ):
            yield _doubt("import-strange-name", found)
        if (
            _COMMA.search(name)
            or _MARKS_BETWEEN.search(name)
            or (_BRACKETS.search(name) and not _is_told_apart(found))
            or holds_a_country(name)
        ):
            yield _doubt("import-more-than-a-name", found)


def _is_like_a_sentence(name: str) -> bool:
    """Whether it has more small words than a name: "One union asked us not to print its name"."""
    small = [word for word in name.split() if word[:1].islower() and word not in _SMALL]
    return len(small) >= _MANY_SMALL and len(small) > len(name.split()) / 2


def _mixes_scripts(name: str) -> bool:
    """Whether Latin words go on after words of another script, or the reverse, outside brackets."""
    bare = re.sub(r"[（(][^()（）]*[)）]|[«“\"「《][^»”\"」》]*[»”\"」》]", "", name)
    return bool(_LATIN_WORDS.search(bare) and _OTHER_WORDS.search(bare))


def _is_told_apart(found: FoundName) -> bool:
    """Whether a bracket says no more than where a name without country is kept."""
    return bool(found.country)


def _against_the_others(names: Sequence[FoundName]) -> Iterator[Doubt]:
    """Rows that are unlike the rest: no capital, all capitals, no country, a person among organisations."""
    cased = [found for found in names if found.name[:1].isupper() or found.name[:1].islower()]
    small = [found for found in cased if found.name[:1].islower()]
    loud = [found for found in cased if found.name.isupper() and len(found.name) > _LONGEST_ACRONYM]
    for odd in (small, loud):
        if odd and len(odd) <= _FEW * len(cased):
            yield _doubt("import-unlike-name", odd[0])
    tops = [found for found in names if not found.member_of]
    for group in dict.fromkeys(found.group for found in tops):
        rows = [found for found in tops if found.group == group]
        yield from _half_told(rows, [bool(found.country) for found in rows])
        yield from _half_told(rows, [bool(found.title) for found in rows])
    marked = Counter(bool(found.marker) for found in tops)
    if len(marked) > 1:
        fewer = marked[True] < marked[False]
        yield _doubt("import-unlike-name", next(found for found in tops if bool(found.marker) is fewer))


def _half_told(rows: Sequence[FoundName], told: Sequence[bool]) -> Iterator[Doubt]:
    """Of some rows of a group something is known, and of others it is not."""
    without = [found for found, is_told in zip(rows, told, strict=True) if not is_told]
    if 0 < len(without) < len(rows):
        yield _doubt("import-unlike-name", without[0])


def _members(names: Sequence[FoundName]) -> Iterator[Doubt]:
    """One umbrella over most of a list is a heading, or a name that lost its mark, as often as not."""
    members = [found for found in names if found.member_of]
    umbrellas = {found.member_of for found in members}
    if members and len(umbrellas) == 1 and len(members) > 0.5 * len(names):
        yield _doubt("import-one-umbrella", members[0])


def _between(names: Sequence[FoundName], page: Page) -> Iterator[Doubt]:
    """Names between which there is much that is none."""
    numbers = sorted({number for found in names for number in found.lines})
    taken = frozenset(numbers)
    held = [line for line in page.lines if numbers and numbers[0] < line.number < numbers[-1]]
    others = [line for line in held if line.number not in taken and len(line.text) > _LONGEST]
    if others:
        yield Doubt("import-in-the-list", others[0].number, others[0].text)


def _run_on(names: Sequence[FoundName], page: Page) -> Iterator[Doubt]:
    """Names that share their lines, of which one is short, ends a sentence or begins after blank space."""
    shared = Counter(found.lines for found in names)
    for numbers, often in shared.items():
        if often < _FEWEST_RUN_ON or len(numbers) < _FEWEST_RUN_ON:
            continue
        lines = [line for line in page.lines if line.number in numbers]
        if len(lines) < _FEWEST_RUN_ON:
            continue
        widest = max(line.size for line in lines)
        for before, line in pairwise(lines):
            if line.gap or ends_a_sentence(before.text) or before.size < _FILLED * widest:
                yield Doubt("import-run-together", line.number, line.text)
                return


def _doubt(code: str, found: FoundName) -> Doubt:
    return Doubt(code, found.lines[0], found.name)
