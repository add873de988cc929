"""The figures once more: one that seems to count the signatories, and was not taken for their number."""

import re
from collections.abc import Iterator

from desktop_app.domain.figures import figures_in
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.parts import Anatomy, BlockKind, Doubt, Role
from desktop_app.domain.letter_anatomy.shapes import counts_signatories

_EARLY_BLOCKS = 3
_REACH = 45
_SPELT = re.compile(
    r"\b(?:\w*(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|ßig|hundert|dutzend)\w*|"
    r"due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\w+dici|venti\w*|trent\w+|\w+anta\w*|cent[oi]|decine|"
    r"dois|duas|três|quatro|cinco|seis|oito|nove|dez|\w+[rt]?ze|vinte|trinta|\w+enta|cem|dezenas|"
    r"dozens|scores|hundreds|decenas|cientos|centenares|dizaines|centaines|quinzaine|vingtaine|"
    r"дв[ае]|двух|три|тр[её]х|четыр\w+|пят\w+|шест\w+|сем[иь]\w*|восем\w+|девят\w+|десят\w+|\w+надцат\w+|"
    r"двадцат\w+|тридцат\w+|сорок\w*|сто|сотн\w+)\b|"
    r"[一二三四五六七八九十百两]+[余多]?[个家名位]|"
    r"(?:ال)?(?:ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مئة|مائة|عشرات)\w*",
    re.IGNORECASE,
)


def looked_at_figures(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """A figure by a word that stands for signatories, where nothing is claimed."""
    if anatomy.claimed.total is not None or not page.lines:
        return
    blocks = [block for block in anatomy.body if block.kind is not BlockKind.FOOTNOTE]
    spots = [(block.lines[0], block.text) for block in blocks[:_EARLY_BLOCKS]]
    spots += [
        (anatomy.parts[role].lines[0], anatomy.parts[role].written)
        for role in (Role.TITLE, Role.STATEMENT, Role.CLOSING)
        if role in anatomy.parts
    ]
    spots += [(signer.lines[0], signer.written) for signer in anatomy.signers]
    for line, text in spots:
        ends = [figure.end for figure in figures_in(text, anatomy.language) if figure.number > 1]
        ends += [match.end() for match in _SPELT.finditer(text)]
        for end in ends:
            near = text[max(0, end - _REACH // 2) : end + _REACH]
            if counts_signatories(near) and not re.match(r"\s*(?:\d{4}|%)", text[end:]):
                yield Doubt("import-figure-unclaimed", line, text)
                return
