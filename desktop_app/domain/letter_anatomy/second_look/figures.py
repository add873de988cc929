"""The figures once more: one that seems to count the signatories, and was not taken for their number."""

import re
from collections.abc import Iterator
from itertools import islice

from desktop_app.domain.figures import figures_in
from desktop_app.domain.letter_anatomy.claimed import MOST_FIGURES
from desktop_app.domain.letter_anatomy.dates import undated
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.parts import Anatomy, BlockKind, Doubt, Role
from desktop_app.domain.letter_anatomy.shapes import counts_signatories
from desktop_app.domain.letter_anatomy.spelling import ideographs_in, spelt

_EARLY_BLOCKS = 3
_REACH = 45
_LEAST = 5
"""A smaller figure that is what the list comes to is chance more often than not."""
_OF_ALL = re.compile(
    r"\s(?:groups|organi[sz]ations|signatories|members|associations|organizaciones|entidades|firmantes)"
    r"\s(?:in (?:all|total)|altogether|en tout|au total|en total)\b",
    re.IGNORECASE,
)
_OF_US = re.compile(
    r"(?:^|[.!?。！？]\s*)(?:(?:the|las|los|les|die|as|os|today|hoy|heute|aujourd['’]hui),?\s+)?$|"
    r"\b(?:we|us|nous|wir|noi|nós|nosotr[oa]s|мы)\b[^.!?]{0,25}$|(?:我们|我們|نحن)[^。，،.]{0,25}$",
    re.IGNORECASE,
)
"""What stands before a figure of those who speak: "We, the undersigned 13", or nothing."""
_REACH_BEFORE = 80
"""Characters that hold all of it."""
_OTHERWISE = re.compile(r"\s*(?:\d{4}|%)")
_IDEOGRAPHS = re.compile(r"(?P<digits>[一二三四五六七八九十百两]{1,6})(?=[余多]?[个個家名位])")
_SPELT = re.compile(
    r"\b(?:\w*(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|ßig|hundert|dutzend)\w*|"
    r"due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\w+dici|venti\w*|trent\w+|\w+anta\w*|cent[oi]|decine|"
    r"dois|duas|três|quatro|cinco|seis|oito|nove|dez|\w+[rt]?ze|vinte|trinta|\w+enta|cem|dezenas|"
    r"dozens|scores|hundreds|decenas|cientos|centenares|dizaines|centaines|quinzaine|vingtaine|"
    r"дв[ае]|двух|три|тр[её]х|четыр\w+|пят\w+|шест\w+|сем[иь]\w*|восем\w+|девят\w+|десят\w+|\w+надцат\w+|"
    r"двадцат\w+|тридцат\w+|сорок\w*|сто|сотн\w+)\b|"
    r"[一二三四五六七八九十百两]+[余多]?[个個家名位]|"
    r"(?:ال)?(?:ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مئة|مائة|عشرات)\w*",
    re.IGNORECASE,
)


def looked_at_figures(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """A figure of the first paragraphs that counts the signatories, or may, and was not taken for theirs."""
    if not page.lines:
        return
    said = {anatomy.claimed.total, anatomy.claimed.anonymous}
    counts = {len(anatomy.names), sum(not name.member_of for name in anatomy.names)} - said
    for line, text in _spots(anatomy):
        for number, start, end in islice(_figures_of(text, anatomy.language, counts), MOST_FIGURES):
            near = text[max(0, end - _REACH // 2) : end + _REACH]
            by_word = anatomy.claimed.total is None and counts_signatories(near)
            by_list = number in counts and number >= _LEAST and _speaks_of_us(text, start)
            again = number not in (*said, None) and _OF_ALL.match(text, end) is not None
            if (by_word or by_list or again) and not _OTHERWISE.match(text, end):
                yield Doubt("import-figure-unclaimed", line, text)
                return


def _speaks_of_us(text: str, start: int) -> bool:
    """Whether who speaks stands before a figure."""
    return _OF_US.search(text, max(0, start - _REACH_BEFORE), start) is not None


def _figures_of(text: str, language: str, counts: set[int]) -> Iterator[tuple[int | None, int, int]]:
    """Each figure, where it begins and ends; a spelt one is known where the list comes to it."""
    for figure in undated(figures_in(text, language), text):
        if figure.number > 1:
            yield figure.number, figure.start, figure.end
    for match in _IDEOGRAPHS.finditer(text):
        yield ideographs_in(match["digits"]), match.start(), match.end()
    for match in _SPELT.finditer(text):
        yield None, match.start(), match.end()
    low = text.casefold()
    for number in counts:
        for words in spelt(number, language):
            at = low.find(words.casefold())
            if at >= 0:
                yield number, at, at + len(words)


def _spots(anatomy: Anatomy) -> list[tuple[int, str]]:
    """Where a letter counts those who sign it."""
    blocks = [block for block in anatomy.body if block.kind is not BlockKind.FOOTNOTE]
    spots = [(block.lines[0], block.text) for block in blocks[:_EARLY_BLOCKS]]
    spots += [
        (anatomy.parts[role].lines[0], anatomy.parts[role].written)
        for role in (Role.TITLE, Role.STATEMENT, Role.CLOSING)
        if role in anatomy.parts
    ]
    spots += [(signer.lines[0], signer.written) for signer in anatomy.signers]
    return spots
