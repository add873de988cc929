"""Takes the braces of a letter made elsewhere for text: its fields, if they are some, are none of ours."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from desktop_app.domain.letter_anatomy import Doubt
from desktop_app.domain.letter_anatomy.source import LetterSource, Link, SourceLine
from desktop_app.domain.literal_braces import joined
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.letter_source import SourceFile
from desktop_app.files.letter_word import read_docx
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import XML_SPACE, w

Joints = Callable[[Sequence[str]], list[list[int]]]
"""Where in each of some texts, one after the other, braces are parted."""

_MARGINS = ("header", "footer")


def with_literal_braces(read: SourceFile, joints: Joints, file: str) -> tuple[SourceFile, tuple[Doubt, ...]]:
    """A letter with its braces as text, and a doubt for each line where there were some.

    Args:
        read: The letter.
        joints: Which braces are text.
        file: Its name, for messages.

    Raises:
        ProblemError: as ``read_docx``.
    """
    margins: list[str] = []
    if read.package is None:
        source = _in_lines(read.source, joints)
    elif (package := _in_package(read.package, joints, file, margins)) is None:
        return read, ()
    else:
        letter = read_docx(package, file)
        read, source = replace(read, package=letter.package), letter.source
    changed = [old for old, new in zip(read.source.lines, source.lines, strict=True) if old.text != new.text]
    doubts = [Doubt("import-braces", line.number, line.text) for line in changed]
    doubts += [Doubt("import-braces", 1, text) for text in margins]
    return replace(read, source=source), tuple(doubts)


def _in_lines(source: LetterSource, joints: Joints) -> LetterSource:
    both = zip(source.lines, joints([line.text for line in source.lines]), strict=True)
    return replace(source, lines=tuple(_in_line(line, own, joints) if own else line for line, own in both))


def _in_line(line: SourceLine, own: Sequence[int], joints: Joints) -> SourceLine:
    def moved(at: int) -> int:
        return at + bisect_right(own, at)

    links = tuple(Link(moved(link.start), moved(link.end), link.target) for link in line.links)
    cells = tuple(joined(cell, *joints([cell])) for cell in line.cells)
    return replace(line, text=joined(line.text, own), links=links, cells=cells)


def _in_package(package: bytes, joints: Joints, file: str, margins: list[str]) -> bytes | None:
    """The package with parted braces; None where it has none. ``margins`` gets what stands on every page."""
    letter = WordParts(unpack(package, Kind.DOCX, file), file)
    roots = dict(letter.numbered)
    beside = {name: letter.root(name) for kind in _MARGINS for name in letter.related(letter.body, kind)}
    made: dict[str, bytes] = {}
    for name, root in (roots | beside).items():
        changed = list(_in_part(root, joints))
        if changed:
            made[name] = serialise(root)
            margins += changed if name in beside else []
    return Shell({**letter.parts, **made}).file({}) if made else None


def _in_part(root: etree._Element, joints: Joints) -> Iterator[str]:
    """Part the braces of a part; the old text of each paragraph that has some."""
    texts: list[list[etree._Element]] = []
    for paragraph in root.iter(w("p")):
        shown = paragraph.iter(w("t"))
        texts.append([node for node in shown if next(node.iterancestors(w("p"))) is paragraph])
    found = joints(["".join(node.text or "" for node in nodes) for nodes in texts])
    for nodes, own in zip(texts, found, strict=True):
        if own:
            yield "".join(node.text or "" for node in nodes)
            _in_nodes(nodes, own)


def _in_nodes(nodes: Sequence[etree._Element], own: Sequence[int]) -> None:
    at = 0
    for node in nodes:
        text = node.text or ""
        first, last = (bisect_right(own, place) for place in (at, at + len(text)))
        here = [joint - at for joint in own[first:last]]
        if here:
            node.text = joined(text, here)
            node.set(XML_SPACE, "preserve")
        at += len(text)
