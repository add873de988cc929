"""A line at the top of every page: "Draft", "Sample. Not signed by anyone.", "Courtesy translation ..."."""

from dataclasses import dataclass

from lxml import etree

from desktop_app.files.docx_package import DocxPackage, Relation, Story
from desktop_app.files.wordml import NAMESPACES, XML_SPACE, R, properties, put, w

_ALARM = "A3261B"
_QUIET = "57534D"


@dataclass(frozen=True, slots=True)
class Banner:
    """A sentence at the top of every page. An ``alarm`` is bold and red; any other is grey."""

    text: str
    alarm: bool


def add_banners(package: DocxPackage, banners: tuple[Banner, ...]) -> None:
    """Put them at the top of every header; headers are made where a page would have none."""
    if not banners:
        return
    _make_missing_headers(package)
    for story in package.stories:
        if story.kind == "header":
            story.root.insert(0, _paragraph(banners))


def _make_missing_headers(package: DocxPackage) -> None:
    section = next(package.body.iter(w("sectPr")), None)
    if section is None:
        section = etree.SubElement(package.body, w("sectPr"))
    there = {reference.get(w("type"), "default") for reference in section.findall(w("headerReference"))}
    wanted = ["default"]
    if any(s.find(w("titlePg")) is not None for s in package.body.iter(w("sectPr"))):
        wanted.append("first")
    if package.settings is not None and package.settings.find(w("evenAndOddHeaders")) is not None:
        wanted.append("even")
    for kind in (kind for kind in wanted if kind not in there):
        number = 1 + sum(1 for story in package.stories if story.kind == "header")
        root = etree.Element(w("hdr"), nsmap=dict(NAMESPACES))
        etree.SubElement(root, w("p"))
        story = Story(f"word/header{number}.xml", "header", root)
        package.stories.append(story)
        key = f"rIdB{number}"
        package.stories[0].relations[key] = Relation(f"{R}/header", story.file_name)
        reference = etree.Element(w("headerReference"))
        reference.set(w("type"), kind)
        reference.set(f"{{{R}}}id", key)
        section.insert(0, reference)


def _paragraph(banners: tuple[Banner, ...]) -> etree._Element:
    """All of them on one line: a header that grows pushes the letter down."""
    paragraph = etree.Element(w("p"))
    put(properties(paragraph, "pPr"), "jc", val="center")
    put(properties(paragraph, "pPr"), "spacing", before="0", after="0", line="240", lineRule="auto")
    for place, banner in enumerate(banners):
        run = etree.SubElement(paragraph, w("r"))
        look = properties(run, "rPr")
        put(look, "sz", val="16")
        put(look, "color", val=_ALARM if banner.alarm else _QUIET)
        if banner.alarm:
            put(look, "b")
        text = etree.SubElement(run, w("t"))
        text.text = f"   {banner.text}" if place else banner.text
        text.set(XML_SPACE, "preserve")
    return paragraph
