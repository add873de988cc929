"""Text from Word, Google Docs, a web page or a mail: words, bold and italic, links, lists; nothing else.

Qt reads the HTML. What it fetches from elsewhere it gets from nobody: pictures are left out before.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextListFormat

from desktop_app.domain.writing import Block, Piece, united, with_fields
from desktop_app.files.letter_editor import ListKind

_UNSEEN = re.compile(
    r"<!--(?!\[if).*?-->|<(style|script|head|title|svg)\b.*?</\1\s*>|<(?:img|object|iframe|link|meta|base)\b[^>]*>|</?o:[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_WORD_MARK = re.compile(r"<!\[if !supportLists\]>(.*?)<!\[endif\]>", re.DOTALL | re.IGNORECASE)
_WORD_ITEM = re.compile(r"<p[^>]*mso-list:\s*l\d+\s+level(\d)[^>]*>", re.IGNORECASE)
_COMMENTED = re.compile(r"<!--\[if[^>]*\]>.*?<!\[endif\]-->|<!\[[^>]*\]>", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<[^>]+>|&\w+;|&#\d+;")
_ITEM, _BULLET, _NUMBER = "\ue100", "\ue101", "\ue102"
"""Signs that nobody writes: they carry Word's lists through Qt's reader of HTML."""
_ITEM_TEXT = re.compile(f"{_ITEM}(\\d)\\s*([{_BULLET}{_NUMBER}])?\\s*")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_DECIMAL = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)


def blocks_of_html(html: str) -> list[Block]:
    """The paragraphs of a piece of HTML; an item of a list has the name of its kind for a key."""
    document = QTextDocument()
    document.setHtml(_plain(html))
    found = []
    block = document.begin()
    while block.isValid():
        found.append(_block(block))
        block = block.next()
    while found and not found[-1].pieces:
        found.pop()
    return [block for block in found if block.pieces]


def _plain(html: str) -> str:
    html = _WORD_MARK.sub(lambda match: _NUMBER if _is_number(match[1]) else _BULLET, html)
    html = _WORD_ITEM.sub(lambda match: f"{match[0]}{_ITEM}{match[1]}", html)
    return _UNSEEN.sub("", _COMMENTED.sub("", html))


def _is_number(mark: str) -> bool:
    """Whether Word's own mark of an item counts; "o" and "§" are bullets in one of its fonts."""
    shown = _TAGS.sub("", mark).strip()
    return bool(re.search(r"\w", shown)) and shown not in ("o", "§", "·")


def _block(block: QTextBlock) -> Block:
    pieces = united(_pieces(block))
    text = "".join(piece.text for piece in pieces)
    item = _ITEM_TEXT.match(text)
    if item is not None:
        kind = ListKind.NUMBERS if item[2] == _NUMBER else ListKind.BULLETS
        return Block(with_fields(_after(pieces, item.end())), list=kind.value, level=int(item[1]) - 1)
    of = block.textList()
    if of is None:
        return Block(with_fields(pieces))
    form = of.format()
    kind = ListKind.NUMBERS if form.style() in _DECIMAL else ListKind.BULLETS
    return Block(with_fields(pieces), list=kind.value, level=max(0, form.indent() - 1))


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        form = fragment.charFormat()
        text = re.sub("[\N{OBJECT REPLACEMENT CHARACTER}\0]", "", fragment.text())
        link = form.anchorHref() if form.isAnchor() and _ADDRESS.fullmatch(form.anchorHref()) else ""
        yield Piece(
            text,
            bold=form.fontWeight() >= QFont.Weight.DemiBold and not block.blockFormat().headingLevel(),
            italic=form.fontItalic(),
            underlined=form.fontUnderline() and not link,
            link=link,
        )
        at += 1


def _after(pieces: tuple[Piece, ...], signs: int) -> Iterator[Piece]:
    for piece in pieces:
        cut = min(signs, len(piece.text))
        signs -= cut
        yield replace(piece, text=piece.text[cut:])
