"""A public copy of the letter, for the web and for pasting: one file that fetches nothing from anywhere."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from desktop_app.domain.figures import number_of
from desktop_app.domain.public_letter import Block, BlockKind, PublicLetter, Span

_LONG_LIST = 12
"""From so many items on a list is set in columns where the screen has room."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LOOK = """
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.2rem;
  font: 1.05rem/1.55 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff }
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.25rem } h3, h4, h5, h6 { font-size: 1.05rem }
.banner { font-weight: bold; color: #a4161a } a { color: #1c3f73 } sup a { text-decoration: none }
.long { columns: 17rem; column-gap: 2rem; font-size: .95rem } .long li { break-inside: avoid }
.notes { margin-top: 2.5rem; border-top: 1px solid #bbb; font-size: .9rem }
@media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #16181c } a { color: #9dc1f5 }
  .banner { color: #ff8a8a } }
@media print { body { max-width: none; padding: 0; font-size: 11pt; color: #000; background: #fff }
  a { color: inherit } h1, h2, h3 { break-after: avoid } }
"""


def as_html(letter: PublicLetter) -> bytes:
    """A page of its own: its look is in it, and it runs and loads nothing."""
    direction = "rtl" if letter.is_right_to_left else "ltr"
    title = html.escape(letter.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(letter.language)}" dir="{direction}">',
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<meta name="referrer" content="no-referrer"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}"/>',
        f"<title>{title}</title>",
        f"<style>{_LOOK}</style>",
        "</head>",
        "<body>",
        "<main>",
        *(f'<p class="banner">{html.escape(banner)}</p>' for banner in letter.banners),
        f"<h1>{title}</h1>",
        *_elements(letter.blocks),
        *_notes(letter.notes),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _elements(blocks: Sequence[Block]) -> Iterator[str]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is BlockKind.ITEM:
            end = next(
                (n for n in range(at, len(blocks)) if blocks[n].kind is not BlockKind.ITEM), len(blocks)
            )
            yield from _list(blocks[at:end], 1)
            at = end
            continue
        tag = f"h{min(6, block.level + 1)}" if block.kind is BlockKind.HEADING else "p"
        yield f'<{tag} dir="auto">{_inline(block.spans)}</{tag}>'
        at += 1


def _list(items: Sequence[Block], level: int) -> Iterator[str]:
    """Items of a level, those below them inside them; items of another kind begin another list."""
    at = 0
    while at < len(items):
        kind = _kind(items[at])
        end = next(
            (n for n in range(at, len(items)) if items[n].level <= level and _kind(items[n]) != kind),
            len(items),
        )
        long = ' class="long"' if end - at >= _LONG_LIST and level == 1 else ""
        yield f"<{kind[0]}{kind[1]}{long}>"
        yield from _items(items[at:end], level)
        yield f"</{kind[0]}>"
        at = end


def _items(items: Sequence[Block], level: int) -> Iterator[str]:
    at = 0
    while at < len(items):
        item = items[at]
        below = next((n for n in range(at + 1, len(items)) if items[n].level <= level), len(items))
        opened = f'<li{_value(item)} dir="auto">{_inline(item.spans)}'
        if below == at + 1:
            yield f"{opened}</li>"
        else:
            yield opened
            yield from _list(items[at + 1 : below], level + 1)
            yield "</li>"
        at = below


def _kind(item: Block) -> tuple[str, str]:
    """The element of a list, with its attribute: numbers, letters, or marks."""
    mark = item.marker.strip("().")
    if mark.isdecimal():
        return "ol", ""
    return ("ol", ' type="a"') if re.fullmatch(r"[a-z]", mark) else ("ul", "")


def _value(item: Block) -> str:
    mark = item.marker.strip("().")
    if mark.isdecimal():
        return f' value="{number_of(mark)}"'
    return f' value="{ord(mark) - 96}"' if re.fullmatch(r"[a-z]", mark) else ""


def _notes(notes: Sequence[tuple[Span, ...]]) -> Iterator[str]:
    if not notes:
        return
    yield '<section class="notes" role="doc-endnotes">'
    yield "<ol>"
    for number, spans in enumerate(notes, start=1):
        back = f'<a href="#ref{number}" role="doc-backlink">↑ {number}</a>'
        yield f'<li id="note{number}" dir="auto">{_inline(spans)} {back}</li>'
    yield "</ol>"
    yield "</section>"


def _inline(spans: Iterable[Span]) -> str:
    return "".join(map(_marked, _joined(spans))).strip()


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours of one look as one: Word parts a sentence wherever somebody has edited it."""
    kept: Span | None = None
    for span in spans:
        alike = kept and not (kept.note or span.note)
        same = alike and kept and (kept.bold, kept.italic, kept.link) == (span.bold, span.italic, span.link)
        if kept and same:
            kept = Span(kept.text + span.text, span.bold, span.italic, span.link)
        else:
            if kept:
                yield kept
            kept = span
    if kept:
        yield kept


def _marked(span: Span) -> str:
    if span.note:
        number = span.note
        return f'<sup><a href="#note{number}" id="ref{number}" role="doc-noteref">{number}</a></sup>'
    text = html.escape(span.text, quote=False).replace("\n", "<br/>\n")
    for wanted, tag in ((span.italic, "em"), (span.bold, "strong")):
        if wanted and text.strip():
            text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{html.escape(span.link)}">{text}</a>' if span.link else text


def as_text(letter: PublicLetter) -> bytes:
    """The same as plain text, its notes at the end."""
    lines = [*letter.banners, *([""] if letter.banners else []), letter.title]
    was_item = False
    for block in letter.blocks:
        is_item = block.kind is BlockKind.ITEM
        if not (is_item and was_item):
            lines.append("")
        before = f"{'   ' * (block.level - 1)}{_mark(block.marker)} " if is_item else ""
        lines.append(before + block.text)
        was_item = is_item
    for number, spans in enumerate(letter.notes, start=1):
        lines += [
            *([""] if number == 1 else []),
            f"[{number}] {''.join(span.text for span in spans).strip()}",
        ]
    return ("\n".join(lines) + "\n").encode()


def _mark(marker: str) -> str:
    """A number with a point: "2 22 May Forum" would read as one number."""
    return f"{marker}." if marker.isdigit() else marker


WRITERS: Mapping[str, Callable[[PublicLetter], bytes]] = {"html": as_html, "txt": as_text}
"""By format."""
