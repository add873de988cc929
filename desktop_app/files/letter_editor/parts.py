"""The parts of a letter's package in the making: a part or a relation more, everything else byte for byte."""

import posixpath
from collections.abc import Mapping

from lxml import etree

from desktop_app.files.docx_package import serialise
from desktop_app.files.package_gate import parse
from desktop_app.files.wordml import R

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[Content_Types].xml"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Parts:
    """A copy of a package's parts, to be changed.

    Args:
        parts: As they were read.
        file: The file's name, for messages.
    """

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self.parts = dict(parts)
        self._file = file

    def put(self, name: str, root: etree._Element) -> None:
        """Write a part."""
        self.parts[name] = serialise(root)

    def relate(self, part: str, address: str) -> str:
        """The key under which a part refers to an address outside."""
        return self._relate(part, "hyperlink", address, external=True)

    def add(self, beside: str, kind: str, root: etree._Element) -> str:
        """A part that another one refers to: the lists or notes of a body.

        Returns:
            Its name.
        """
        name = posixpath.join(posixpath.dirname(beside), f"{kind}.xml")
        types = parse(self.parts[_TYPES], self._file, _TYPES)
        if not any(node.get("PartName") == f"/{name}" for node in types):
            override = etree.SubElement(types, f"{{{_CONTENT}}}Override")
            override.set("PartName", f"/{name}")
            override.set("ContentType", f"{_WML}.{kind}+xml")
            self.put(_TYPES, types)
        self._relate(beside, kind, posixpath.basename(name), external=False)
        self.put(name, root)
        return name

    def _relate(self, part: str, kind: str, target: str, *, external: bool) -> str:
        folder, short = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{short}.rels")
        there = name in self.parts
        root = parse(self.parts[name], self._file, name) if there else _no_relations()
        type_ = f"{R}/{kind}"
        keys = set()
        for node in root:
            keys.add(node.get("Id", ""))
            if (node.get("Type"), node.get("Target")) == (type_, target):
                return node.get("Id", "")
        key = next(f"rIdU{number}" for number in range(1, len(keys) + 2) if f"rIdU{number}" not in keys)
        made = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        for attribute, value in (("Id", key), ("Type", type_), ("Target", target)):
            made.set(attribute, value)
        if external:
            made.set("TargetMode", "External")
        self.put(name, root)
        return key


def _no_relations() -> etree._Element:
    root: etree._Element = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    return root
