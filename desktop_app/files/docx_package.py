"""A letter as a package that is built anew: the parts it may have, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Literal

from lxml import etree

from desktop_app.files.wordml import NAMESPACES, R

StoryKind = Literal["document", "header", "footer", "footnotes", "endnotes"]

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPE: Mapping[str, str] = {
    "document": f"{_TYPES}.document.main+xml",
    "header": f"{_TYPES}.header+xml",
    "footer": f"{_TYPES}.footer+xml",
    "footnotes": f"{_TYPES}.footnotes+xml",
    "endnotes": f"{_TYPES}.endnotes+xml",
    "styles": f"{_TYPES}.styles+xml",
    "numbering": f"{_TYPES}.numbering+xml",
    "settings": f"{_TYPES}.settings+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
}
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part of the package, or (``external``) a link."""

    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Story:
    """One part that holds text: the body, a header, a footer, the notes.

    ``name`` is its part name in the package that is built, such as ``word/header1.xml``.
    """

    name: str
    kind: StoryKind
    root: etree._Element
    relations: dict[str, Relation] = field(default_factory=dict)

    @property
    def part(self) -> str:
        """What a message calls it."""
        return "body" if self.kind == "document" else self.kind

    @property
    def file_name(self) -> str:
        """The part's name without its folder, as relations of the body give it."""
        return self.name.removeprefix("word/")


@dataclass(slots=True)
class DocxPackage:
    """A scrubbed letter. ``stories[0]`` is the body; ``others`` are parts without text, by short name."""

    stories: list[Story]
    styles: etree._Element | None = None
    numbering: etree._Element | None = None
    settings: etree._Element | None = None
    theme: etree._Element | None = None
    media: dict[str, bytes] = field(default_factory=dict)

    @property
    def body(self) -> etree._Element:
        """The ``w:body`` of the letter."""
        found = self.stories[0].root.find("w:body", dict(NAMESPACES))
        if found is None:
            raise ValueError("a letter without a body")
        return found

    def supporting_parts(self, title: str, day: date | None) -> dict[str, bytes]:
        """Every part but the stories themselves, in the order they are written.

        Args:
            title: The letter's title, the one thing that the properties say.
            day: The letter's date, which stands for both times in the properties; never the clock's.
        """
        single = {
            "styles": self.styles,
            "numbering": self.numbering,
            "settings": self.settings,
            "theme": self.theme,
        }
        named = {f"word/{name}.xml": root for name, root in single.items() if root is not None}
        parts = {"[Content_Types].xml": self._content_types(named)}
        parts["_rels/.rels"] = _relations(
            {
                "rId1": Relation(f"{R}/officeDocument", "word/document.xml"),
                "rId2": Relation(_CORE_RELATION, "docProps/core.xml"),
            }
        )
        parts["docProps/core.xml"] = _core(title, day)
        for story in self.stories:
            relations = dict(story.relations)
            if story.kind == "document":
                for number, name in enumerate(sorted(named), start=1):
                    short = name.removeprefix("word/").removesuffix(".xml")
                    relations[f"rIdP{number}"] = Relation(f"{R}/{short}", f"{short}.xml")
            if relations:
                parts[f"word/_rels/{story.file_name}.rels"] = _relations(relations)
        for name, root in named.items():
            parts[name] = serialise(root)
        parts.update(self.media)
        return parts

    def _content_types(self, named: Mapping[str, etree._Element]) -> bytes:
        package = "application/vnd.openxmlformats-package"
        lines = [
            f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>',
            '<Default Extension="xml" ContentType="application/xml"/>',
        ]
        kinds = sorted({name.rsplit(".", 1)[1] for name in self.media})
        lines += [f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in kinds]
        overrides: list[tuple[str, str]] = [(story.name, story.kind) for story in self.stories]
        overrides += [(name, name.removeprefix("word/").removesuffix(".xml")) for name in sorted(named)]
        overrides.append(("docProps/core.xml", "core"))
        for name, kind in overrides:
            lines.append(f'<Override PartName="/{name}" ContentType="{_CONTENT_TYPE[kind]}"/>')
        namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{_HEAD}<Types xmlns="{namespace}">{"".join(lines)}</Types>'.encode()


def serialise(root: etree._Element) -> bytes:
    """A part's bytes, the same on every machine."""
    return _HEAD.encode() + etree.tostring(root, encoding="UTF-8")


def _relations(relations: Mapping[str, Relation]) -> bytes:
    lines = []
    for key, relation in relations.items():
        mode = ' TargetMode="External"' if relation.external else ""
        lines.append(
            f'<Relationship Id="{key}" Type="{relation.type}" Target="{escape(relation.target)}"{mode}/>'
        )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'.encode()


def _core(title: str, day: date | None) -> bytes:
    times = ""
    if day is not None:
        stamp = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
        times = f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified>"
    return (
        f"{_HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title, quote=False)}</dc:title>{times}</cp:coreProperties>"
    ).encode()
