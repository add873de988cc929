"""Fields that stand alone in their paragraph: the list, the contacts, the signature.

Each placeholder paragraph gives its look to the paragraphs that take its place. They are written as text
rather than as a tree, because a list may have thousands of names; they are put in after the letter was
compiled, at a sentinel paragraph that this module leaves behind.
"""

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from desktop_app.domain.campaign import ListLayout, Members
from desktop_app.domain.letter import BLOCKS
from desktop_app.domain.printed_list import Listed, PrintedList
from desktop_app.files.docx_merge.sections import set_columns
from desktop_app.files.docx_merge.signature_picture import picture_run
from desktop_app.files.docx_package import DocxPackage, Relation
from desktop_app.files.docx_scrub.pictures import Picture
from desktop_app.files.wordml import NAMESPACES, XML_SPACE, R, properties, put, text_of, w

SENTINEL = "\ufdd2"
"""Marks the paragraph in whose place a block is put. A noncharacter: no text holds it."""

_ALONE = re.compile(r"\s*\{\{-?\s*(" + "|".join(BLOCKS) + r")\s*-?\}\}\s*")
_DECLARATION = re.compile(r'\sxmlns:\w+="[^"]*"')
_GREY = "6A665F"
_HANGING = 113
_MEMBER_INDENT = 227


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering definition: its id, and where its names begin, in twentieths of a point."""

    number: str
    left: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a block other than the list.

    Attributes:
        lines: Its lines.
        email: A mail address that ends it.
        picture: A picture that stands over it, as a signature does.
    """

    lines: tuple[str, ...]
    email: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the block fields of one letter print, in its language."""

    signatories: PrintedList
    contacts: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()


def place_blocks(package: DocxPackage, blocks: Blocks) -> dict[str, str]:
    """Put a sentinel in place of every block field and set columns and numbering.

    Returns:
        The XML that replaces each sentinel, by the sentinel's key.
    """
    made: dict[str, str] = {}
    for paragraph in list(package.body.iter(w("p"))):
        found = _placeholder(paragraph)
        if found is None:
            continue
        key = f"{found[1]}{len(made)}"
        if found[1] == "signatories":
            xml = _list_block(package, paragraph, blocks.signatories)
        else:
            xml = _line_block(package, paragraph, getattr(blocks, found[1]))
        if xml:
            made[key] = xml
            _to_sentinel(paragraph, key)
        else:
            _remove_with_label(paragraph)
    return made


def is_block(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the placeholder of a block, and nothing else."""
    return _placeholder(paragraph) is not None


def _placeholder(paragraph: etree._Element) -> re.Match[str] | None:
    """The field that a paragraph is the placeholder of; the one round a text box is none."""
    holds_box = next(paragraph.iterdescendants(w("txbxContent")), None) is not None
    return None if holds_box else _ALONE.fullmatch(text_of(paragraph))


def insert_blocks(xml: str, blocks: Mapping[str, str]) -> str:
    """Replace the sentinel paragraphs in a rendered part by their blocks."""
    own = "(?:(?!</?w:p[ >]).)*?"  # not from the paragraph round a text box on
    sentinel = re.compile(rf"<w:p(?: [^>]*)?>{own}{SENTINEL}(\w+){SENTINEL}.*?</w:p>", re.DOTALL)
    return sentinel.sub(lambda found: blocks[found[1]], xml) if blocks else xml


def _to_sentinel(paragraph: etree._Element, key: str) -> None:
    for child in list(paragraph):
        paragraph.remove(child)
    text = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    text.text = f"{SENTINEL}{key}{SENTINEL}"


def _remove_with_label(paragraph: etree._Element) -> None:
    """An empty block leaves no line, and no label that announces it."""
    parent, before = paragraph.getparent(), paragraph.getprevious()
    if parent is None:
        return
    is_label = before is not None and before.tag == w("p") and text_of(before).rstrip().endswith((":", "："))
    if before is not None and is_label and before.find(f"{w('pPr')}/{w('sectPr')}") is None:
        parent.remove(before)
    if parent.tag == w("tc") or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        for child in [c for c in paragraph if c.tag != w("pPr")]:
            paragraph.remove(child)
    else:
        parent.remove(paragraph)


@dataclass(frozen=True, slots=True)
class _Look:
    """The opening and the end of a paragraph as text, with the name's place between."""

    before: str
    after: str

    def around(self, text: str) -> str:
        return f"{self.before}{escape(text, quote=False)}{self.after}"


def _look(paragraph: etree._Element, change: Callable[[etree._Element, etree._Element], None]) -> _Look:
    """The look of a placeholder paragraph after ``change(paragraph properties, run properties)``."""
    made = etree.Element(w("p"), nsmap=dict(NAMESPACES))
    own = paragraph.find(w("pPr"))
    if own is not None:
        made.append(copy.deepcopy(own))
    look = properties(made, "pPr")
    for name in ("sectPr", "numPr"):
        for extra in look.findall(w(name)):
            look.remove(extra)
    run = etree.SubElement(made, w("r"))
    first = next(iter(paragraph.iter(w("r"))), None)
    shown = None if first is None else first.find(w("rPr"))
    if shown is not None:
        run.append(copy.deepcopy(shown))
    change(look, properties(run, "rPr"))
    for parent, name in ((made, "pPr"), (run, "rPr")):
        empty = parent.find(w(name))
        if empty is not None and not len(empty):
            parent.remove(empty)
    text = etree.SubElement(run, w("t"))
    text.set(XML_SPACE, "preserve")
    text.text = SENTINEL
    xml = _DECLARATION.sub("", etree.tostring(made, encoding="unicode"))
    before, after = xml.split(SENTINEL)
    return _Look(before, after)


def _has_style(package: DocxPackage, style: str) -> bool:
    return package.styles is not None and any(
        s.get(w("styleId")) == style for s in package.styles.iter(w("style"))
    )


def _list_block(package: DocxPackage, paragraph: etree._Element, printed: PrintedList) -> str:
    if not printed.length:
        return ""
    layout = printed.layout
    numbering = add_numbering(package, digits=len(str(_last_number(printed))))
    looks = _list_looks(package, paragraph, numbering, layout)
    pieces: list[str] = []
    for group in printed.groups:
        if group.heading:
            pieces.append(looks["group"].around(group.heading))
        for listed in group.listed:
            pieces += _listed_lines(listed, looks, hidden=layout.members is Members.HIDDEN)
    end = set_columns(package.body, paragraph, layout.columns)
    if end is not None:
        pieces[-1] = _with_section(pieces[-1], end)
    return "".join(pieces)


def _last_number(printed: PrintedList) -> int:
    if printed.layout.members is not Members.NUMBERED:
        return printed.length
    return printed.length + sum(len(listed.members) for group in printed.groups for listed in group.listed)


def _listed_lines(listed: Listed, looks: Mapping[str, _Look], *, hidden: bool) -> Iterator[str]:
    members = () if hidden else listed.members
    yield looks["umbrella" if members else "name"].around(_printed(listed))
    for member in members:
        yield looks["member"].around(_printed(member))


def _printed(listed: Listed) -> str:
    return f"{listed.name}, {listed.title}" if listed.title else listed.name


def _list_looks(
    package: DocxPackage, paragraph: etree._Element, numbering: Numbering, layout: ListLayout
) -> Mapping[str, _Look]:
    member_style = "SignatoryMember" if _has_style(package, "SignatoryMember") else ""
    group_style = "SignatoryGroup" if _has_style(package, "SignatoryGroup") else ""

    def name(look: etree._Element, _run: etree._Element) -> None:
        put(look, "keepLines")
        if layout.numbered:
            _number(look, numbering, 0)

    def umbrella(look: etree._Element, run: etree._Element) -> None:
        name(look, run)
        put(look, "keepNext")

    def member(look: etree._Element, _run: etree._Element) -> None:
        put(look, "keepLines")
        if member_style:
            put(look, "pStyle", val=member_style)
        if layout.numbered and layout.members is Members.NUMBERED:
            # Two levels never share one count: members are numbered on the umbrellas' level, further in.
            _number(look, numbering, 0)
            put(look, "ind", left=str(numbering.left + _MEMBER_INDENT), hanging=str(_HANGING))
        else:
            _number(look, numbering, 1)

    def group(look: etree._Element, run: etree._Element) -> None:
        put(look, "keepNext")
        if group_style:
            put(look, "pStyle", val=group_style)
        else:
            put(run, "b")

    changes = {"name": name, "umbrella": umbrella, "member": member, "group": group}
    return {key: _look(paragraph, change) for key, change in changes.items()}


def _number(look: etree._Element, numbering: Numbering, level: int) -> None:
    entry = put(look, "numPr")
    etree.SubElement(entry, w("ilvl")).set(w("val"), str(level))
    etree.SubElement(entry, w("numId")).set(w("val"), numbering.number)


def add_numbering(package: DocxPackage, *, digits: int) -> Numbering:
    """A numbering of its own for the list, so that it starts at 1 whatever lists precede.

    Level 0 counts, level 1 has dashes.

    Args:
        package: Gets the definition; a numbering part is made where it has none.
        digits: Digits of the last number, which set the width of the margin.
    """
    if package.numbering is None:
        package.numbering = etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]})
    root = package.numbering
    abstract = _free_number(root.iter(w("abstractNum")), "abstractNumId")
    number = _free_number(root.iter(w("num")), "numId")
    left = 200 + 105 * max(digits, 2)
    definition = etree.fromstring(_definition(abstract, left))
    first = root.find(w("num"))
    if first is None:
        root.append(definition)
    else:
        first.addprevious(definition)
    entry = etree.SubElement(root, w("num"))
    entry.set(w("numId"), str(number))
    etree.SubElement(entry, w("abstractNumId")).set(w("val"), str(abstract))
    return Numbering(str(number), left)


def _free_number(taken: Iterator[etree._Element], name: str) -> int:
    numbers = [element.get(w(name), "") for element in taken]
    return 1 + max((int(number) for number in numbers if re.fullmatch("[0-9]{1,9}", number)), default=0)


def _definition(abstract: int, left: int) -> str:
    def level(index: int, kind: str, text: str, at: int, hanging: int, side: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="{side}"/>'
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{at}"/></w:tabs>'
            f'<w:ind w:left="{at}" w:hanging="{hanging}"/></w:pPr>'
            f'<w:rPr><w:color w:val="{_GREY}"/></w:rPr></w:lvl>'
        )

    return (
        f'<w:abstractNum xmlns:w="{NAMESPACES["w"]}" w:abstractNumId="{abstract}">'
        '<w:multiLevelType w:val="multilevel"/>'
        + level(0, "decimal", "%1", left, _HANGING, "right")
        + level(1, "bullet", "–", left + _MEMBER_INDENT, _MEMBER_INDENT, "left")
        + "</w:abstractNum>"
    )


def _with_section(paragraph: str, section: etree._Element) -> str:
    """A paragraph (as text) that ends a section."""
    xml = _DECLARATION.sub("", etree.tostring(section, encoding="unicode"))
    if "</w:pPr>" in paragraph:
        return paragraph.replace("</w:pPr>", f"{xml}</w:pPr>", 1)
    return paragraph.replace("<w:p>", f"<w:p><w:pPr>{xml}</w:pPr>", 1)


def _line_block(package: DocxPackage, paragraph: etree._Element, lines: Sequence[Line]) -> str:
    look = _look(paragraph, lambda _paragraph, _run: None)
    pieces = []
    for line in lines:
        text = escape("\n".join(line.lines), quote=False).replace(
            "\n", '</w:t><w:br/><w:t xml:space="preserve">'
        )
        end = look.after
        if line.email:
            end = end.replace("</w:r></w:p>", "</w:r>" + _mail(package, line.email) + "</w:p>")
            text += " – " if text else ""
        before = look.before
        if line.picture is not None:
            run = before.rindex("<w:r>")
            before = before[:run] + picture_run(package, line.picture) + before[run:]
        pieces.append(before + text + end)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None and pieces:
        pieces[-1] = _with_section(pieces[-1], section)
    return "".join(pieces)


def _mail(package: DocxPackage, address: str) -> str:
    relations = package.stories[0].relations
    key = f"rIdM{sum(1 for name in relations if name.startswith('rIdM')) + 1}"
    relations[key] = Relation(f"{R}/hyperlink", f"mailto:{address}", external=True)
    style = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>' if _has_style(package, "Hyperlink") else ""
    text = f'<w:t xml:space="preserve">{escape(address, quote=False)}</w:t>'
    return f'<w:hyperlink r:id="{key}"><w:r>{style}{text}</w:r></w:hyperlink>'
