"""Takes out of a Word letter what tells where it came from: who wrote it, for whom, from which template."""

import re
from collections.abc import Callable

from lxml import etree

from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.wordml import w

_PROPERTIES = re.compile(r"(?:\.\./|/)?(?:docProps|customXml)/", re.IGNORECASE)
"""Word's own properties, and those of the office whose files it was among."""
_LISTS = ("_rels/.rels", "[Content_Types].xml", "word/_rels/document.xml.rels")
_SETTINGS = re.compile(r"word/settings\w*\.xml", re.IGNORECASE)
_OF_SETTINGS = re.compile(r"word/_rels/settings\w*\.xml\.rels", re.IGNORECASE)
_TELLING = tuple(map(w, ("attachedTemplate", "mailMerge", "saveThroughXslt")))
"""Settings that lead to a file of whoever wrote the letter."""


def without_origins(package: bytes, file: str) -> bytes:
    """The letter without document properties and without the way to its template; links stay.

    Raises:
        ProblemError: as ``unpack``.
    """
    parts = dict(unpack(package, Kind.DOCX, file))
    kept = {name: data for name, data in parts.items() if not _PROPERTIES.match(name)}
    for name, data in list(kept.items()):
        if name in _LISTS:
            kept[name] = _without(data, file, name, _is_of_properties)
        elif _SETTINGS.fullmatch(name):
            kept[name] = _without(data, file, name, _leads_away)
        elif _OF_SETTINGS.fullmatch(name):
            kept[name] = _without(data, file, name, _is_outside)
    return package if kept == parts else Shell(kept).file({})


def _without(data: bytes, file: str, name: str, goes: Callable[[etree._Element], bool]) -> bytes:
    """A part without some of the entries of its root."""
    root = parse(data, file, name)
    gone: list[etree._Element] = [node for node in root if goes(node)]
    for node in gone:
        root.remove(node)
    return serialise(root) if gone else data


def _is_of_properties(entry: etree._Element) -> bool:
    named = entry.get("Target") or entry.get("PartName") or ""
    return bool(_PROPERTIES.match(named)) and entry.get("TargetMode") != "External"


def _leads_away(setting: etree._Element) -> bool:
    return setting.tag in _TELLING


def _is_outside(relation: etree._Element) -> bool:
    return relation.get("TargetMode") == "External"
