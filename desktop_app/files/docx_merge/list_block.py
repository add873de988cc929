"""The printed list: its paragraphs, its own numbering, its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.campaign import ListLayout, Members
from desktop_app.domain.printed_list import Listed, PrintedList
from desktop_app.files.docx_merge.looks import Look, has_style, look_of, with_section
from desktop_app.files.docx_merge.sections import set_columns
from desktop_app.files.docx_package import DocxPackage
from desktop_app.files.new_numbering import add_numbering
from desktop_app.files.wordml import NAMESPACES, put, w

_GREY = "6A665F"
_HANGING = 113
_MEMBER_INDENT = 227


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering definition: its id, and where its names begin, in twentieths of a point."""

    number: str
    left: int


def list_block(package: DocxPackage, paragraph: etree._Element, printed: PrintedList) -> str:
    """The list's paragraphs in the look of their placeholder; empty for a list of nobody."""
    if not printed.length:
        return ""
    layout = printed.layout
    numbering = list_numbering(package, digits=len(str(_last_number(printed))))
    looks = _list_looks(package, paragraph, numbering, layout)
    pieces: list[str] = []
    for group in printed.groups:
        if group.heading:
            pieces.append(looks["group"].around(group.heading))
        for listed in group.listed:
            pieces += _listed_lines(listed, looks, hidden=layout.members is Members.HIDDEN)
    end = set_columns(package.body, paragraph, layout.columns)
    if end is not None:
        pieces[-1] = with_section(pieces[-1], end)
    return "".join(pieces)


def _last_number(printed: PrintedList) -> int:
    if printed.layout.members is not Members.NUMBERED:
        return printed.length
    return printed.length + sum(len(listed.members) for group in printed.groups for listed in group.listed)


def _listed_lines(listed: Listed, looks: Mapping[str, Look], *, hidden: bool) -> Iterator[str]:
    members = () if hidden else listed.members
    yield looks["umbrella" if members else "name"].around(_printed(listed))
    for member in members:
        yield looks["member"].around(_printed(member))


def _printed(listed: Listed) -> str:
    return f"{listed.name}, {listed.title}" if listed.title else listed.name


def _list_looks(
    package: DocxPackage, paragraph: etree._Element, numbering: Numbering, layout: ListLayout
) -> Mapping[str, Look]:
    member_style = "SignatoryMember" if has_style(package, "SignatoryMember") else ""
    group_style = "SignatoryGroup" if has_style(package, "SignatoryGroup") else ""

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
    return {key: look_of(paragraph, change) for key, change in changes.items()}


def _number(look: etree._Element, numbering: Numbering, level: int) -> None:
    entry = put(look, "numPr")
    for other in list(entry):
        entry.remove(other)
    etree.SubElement(entry, w("ilvl")).set(w("val"), str(level))
    etree.SubElement(entry, w("numId")).set(w("val"), numbering.number)


def list_numbering(package: DocxPackage, *, digits: int) -> Numbering:
    """A numbering of its own for the list, so that it starts at 1 whatever lists precede.

    Level 0 counts, level 1 has dashes.

    Args:
        package: Gets the definition; a numbering part is made where it has none.
        digits: Digits of the last number, which set the width of the margin.
    """
    if package.numbering is None:
        package.numbering = etree.Element(w("numbering"), nsmap={"w": NAMESPACES["w"]})
    left = 200 + 105 * max(digits, 2)
    return Numbering(add_numbering(package.numbering, _levels(left)), left)


def _levels(left: int) -> str:
    def level(index: int, kind: str, text: str, at: int, hanging: int, side: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="{side}"/>'
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{at}"/></w:tabs>'
            f'<w:ind w:left="{at}" w:hanging="{hanging}"/></w:pPr>'
            f'<w:rPr><w:color w:val="{_GREY}"/></w:rPr></w:lvl>'
        )

    return level(0, "decimal", "%1", left, _HANGING, "right") + level(
        1, "bullet", "–", left + _MEMBER_INDENT, _MEMBER_INDENT, "left"
    )
