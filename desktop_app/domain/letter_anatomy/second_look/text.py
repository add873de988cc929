"""The text once more: blocks that do not begin or end as such blocks do, or that stand alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.domain.letter_anatomy import cues, formulas, list_cues
from desktop_app.domain.letter_anatomy.dates import only_date
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Anatomy, Block, BlockKind, Doubt, Role
from desktop_app.domain.letter_anatomy.shapes import ends_a_sentence
from desktop_app.domain.letter_anatomy.source import Form

_FILLED = 0.8
_COPY_WORD = re.compile(
    r"(?:^|\n)\W*(?:(?:e\s)?(?:p\.\s?c\.|pc:|c\.?\s?c\.?[\s:])|"
    r"(?:cop(?:y|ies|ied)|copies?|copias?|cópias?|kopien?|abschrift|nachrichtlich|verteiler|ampliations?|копи[яи]|"
    r"抄送|抄报|نسخة|မိတ္တူ)\b(?=\s*[:：.]|\s(?:to|à|a|an|para|conforme|إلى|в)\s))",
    re.IGNORECASE,
)
_UNKNOWN_MARK = re.compile(
    r"^(?:o\s|[^\w\s“\"«„‚¿¡(\['’‘#@&…§*$€£¥《〈「『‹↵%+°¹²³⁴-⁹-]|[\w]{1,3}[°ºª)）\]]\s?|"
    r"(?:[IVX]+|[A-Za-z])[.\-][-\s]|[^\W\d_]{3,12}(?:\.-|\.[-–]|º[.:)]?)\s)"
)
_GOES_ON = re.compile(
    r"\s(?:and|or|of|the|for|to|in|with|et|de|la|le|y|el|e|da|do|und|der|die|и|в|و|في)$", re.IGNORECASE
)
_ORDINAL = re.compile(r"^[^\W\d_]{3,12}[.:：]\s")
_QUOTED = re.compile(r"^[“\"«„][^“”\"«»„]{12,}[”\"»“]\s+[^\W\d_a-zà-ÿа-я–—-]")


def looked_at_text(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """What is odd of the text."""
    lines = {line.number: line for line in page.lines}
    body = anatomy.body
    yield from _place(anatomy)
    for block in body:
        own = [lines[number] for number in block.lines if number in lines]
        yield from _block(block, own, anatomy)
        yield from _lines_of(block, own, page)
    yield from _unfinished(anatomy)
    yield from _headings(anatomy, lines)
    yield from _items(body)
    yield from _ordinals(body)
    yield from _after_items(body, lines)


def _block(block: Block, own: Sequence[Line], anatomy: Anatomy) -> Iterator[Doubt]:
    first = block.lines[0]
    text = block.text
    if block.kind is BlockKind.FOOTNOTE:
        return
    if _COPY_WORD.search("\n".join(line.text for line in own)):
        yield Doubt("import-copy-word", first, text)
    is_part = (
        cues.SUBJECT.match(text)
        or cues.REFERENCE.match(text)
        or cues.ENCLOSURES.match(text)
        or only_date(text)
        or (block.kind is BlockKind.SALUTATION and Role.SALUTATION not in anatomy.parts)
        or (len(text) < 60 and list_cues.SIGNED.match(text))
        or (len(own) == 1 and formulas.CLOSING.match(text))
    )
    if is_part:
        yield Doubt("import-part-in-text", first, text)
    if block.kind is BlockKind.PARAGRAPH and _UNKNOWN_MARK.match(text):
        yield Doubt("import-mark-unknown", first, text)
    if block.kind is BlockKind.PARAGRAPH and _QUOTED.match(text) and len(own) > 1:
        yield Doubt("import-quotation", first, text)


def _lines_of(block: Block, own: Sequence[Line], page: Page) -> Iterator[Doubt]:
    """Lines of one block between which blank space was, or which end where a paragraph does."""
    width = max((line.size for line in own), default=0)
    for before, line in pairwise(own):
        jumps = line.gap and not line.starts_page
        word = len(line.text.split()[0]) if line.text.split() else 0
        forced = (
            (page.is_wrapped or block.kind is BlockKind.FOOTNOTE)
            and before.ends
            and not line.text[:1].islower()
            and (
                block.kind is BlockKind.FOOTNOTE or before.size + 1 + word < _FILLED * max(width, page.width)
            )
        )
        if jumps or forced or line.number - before.number > 3 + 4 * line.starts_page:
            yield Doubt("import-joined-lines", line.number, line.text)
            return
        if line.starts_page and not before.ends and line.text[:1].isupper():
            yield Doubt("import-joined-lines", line.number, line.text)
            return


def _place(anatomy: Anatomy) -> Iterator[Doubt]:
    """Text after the letter has closed: a postscript, or a part that nothing told."""
    ends = [part.lines[-1] for role, part in anatomy.parts.items() if role is Role.CLOSING]
    ends += [anatomy.names[0].lines[0]] if anatomy.names and anatomy.body else []
    ends += [signer.lines[0] for signer in anatomy.signers]
    early = anatomy.body[0].lines[0] if anatomy.body else 0
    ends = [end for end in ends if end > early]
    noted = False
    for block in anatomy.body:
        is_heading = block.kind is BlockKind.HEADING
        noted = block.kind is BlockKind.FOOTNOTE or (is_heading and bool(cues.NOTES.match(block.text)))
        if ends and block.lines[-1] > min(ends) and not noted:
            yield Doubt("import-after-closing", block.lines[0], block.text)
            return


def _unfinished(anatomy: Anatomy) -> Iterator[Doubt]:
    for at, block in enumerate(anatomy.body):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        following = anatomy.body[at + 1] if at + 1 < len(anatomy.body) else None
        leads = following is not None and following.kind in (BlockKind.ITEM, BlockKind.QUOTE)
        after_item = at > 0 and anatomy.body[at - 1].kind in (BlockKind.ITEM, BlockKind.QUOTE)
        ends = (
            ends_a_sentence(block.text) or leads or bool(re.search(r"[.!?…][\s]?[)\]”\"»“’]+$", block.text))
        )
        begins = at == 0 or after_item or not block.text[:1].islower()
        if not ends or not begins:
            yield Doubt("import-unfinished", block.lines[0], block.text)
        if leads and following is not None and following.kind is BlockKind.ITEM and not _may_lead(block.text):
            yield Doubt("import-before-items", block.lines[0], block.text)


def _may_lead(text: str) -> bool:
    """Whether items may follow: after a colon, or in the middle of a sentence."""
    return text.endswith((":", "：", ",", "،", "，", ";", "-", "–", "—", "၊")) or not (
        ends_a_sentence(text) and len(text) < 60
    )


def _headings(anatomy: Anatomy, lines: dict[int, Line]) -> Iterator[Doubt]:
    """Headings that nothing but their shape tells, where a second one does not bear them out."""
    body = anatomy.body
    shaped = []
    for at, block in enumerate(body):
        line = lines.get(block.lines[0])
        if block.kind is not BlockKind.HEADING or line is None or line.form is Form.HEADING:
            continue
        following = body[at + 1].kind if at + 1 < len(body) else None
        shaped.append(block)
        odd = at == 0 or following in (None, BlockKind.HEADING, BlockKind.ITEM) or len(block.text) > 80
        odd = odd or bool(re.search(r"[.,;:：，;|·]$|[|·]|@", block.text) or _GOES_ON.search(block.text))
        if odd:
            yield Doubt("import-heading-or-not", block.lines[0], block.text)
            return
    alone = [block for block in shaped if not block.marker]
    if len(alone) == 1 and not (alone[0].text.isupper() or cues.NOTES.match(alone[0].text)):
        yield Doubt("import-heading-or-not", alone[0].lines[0], alone[0].text)


def _items(body: Sequence[Block]) -> Iterator[Doubt]:
    """An item without another one, or one whose mark is another than that of the next."""
    for at, block in enumerate(body):
        if block.kind is not BlockKind.ITEM:
            continue
        near = [body[other] for other in (at - 1, at + 1) if 0 <= other < len(body)]
        items = [other for other in near if other.kind is BlockKind.ITEM]
        alike = [other for other in items if _shape(other.marker) == _shape(block.marker)]
        if not items or (not alike and not _has_sibling(body, at)):
            yield Doubt("import-item-alone", block.lines[0], block.text)
            return


def _has_sibling(body: Sequence[Block], at: int) -> bool:
    """Whether an item between smaller ones has another of its own kind."""
    own = body[at]
    return any(
        other is not own and other.kind is BlockKind.ITEM and _shape(other.marker) == _shape(own.marker)
        for other in body[max(0, at - 8) : at + 9]
    )


def _shape(marker: str) -> str:
    roman = re.sub(r"\b[ivx]{2,}\b", "a", marker)
    letters = re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", roman))
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", re.sub("A+", "A", letters)))


def _after_items(body: Sequence[Block], lines: dict[int, Line]) -> Iterator[Doubt]:
    """What follows the last item at once, or an item that goes on: perhaps an item without its mark."""
    for item, block in pairwise(body):
        if item.kind is not BlockKind.ITEM or block.kind is not BlockKind.PARAGRAPH:
            continue
        line = lines.get(block.lines[0])
        goes_on = bool(re.search(r"[;；؛,，،](?:\s(?:and|or|y|et|e|und|и))?$", item.text))
        if goes_on or (line is not None and not line.gap):
            yield Doubt("import-mark-unknown", block.lines[0], block.text)
            return


def _ordinals(body: Sequence[Block]) -> Iterator[Doubt]:
    """Paragraphs one after the other that begin with a word and a point: "FIRST. That ..."."""
    for one, other in pairwise(body):
        both = (one, other)
        if all(each.kind is BlockKind.PARAGRAPH and _ORDINAL.match(each.text) for each in both):
            yield Doubt("import-mark-unknown", one.lines[0], one.text)
            return
