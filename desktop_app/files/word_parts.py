"""The parts of a DOCX as they refer to each other."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.letter_paragraphs import ParagraphLine, paragraphs_of
from desktop_app.files.package_gate import parse
from desktop_app.files.part_names import shown_part
from desktop_app.files.wordml import w


class WordParts:
    """A package that passed the gate.

    Args:
        parts: Its parts, by name.
        file: The file's name, for messages.
    """

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self.parts = parts
        self.file = file

    @cached_property
    def body(self) -> str:
        """The name of the part that holds the letter's text."""
        found = self.related("", "officeDocument")
        if not found:
            raise ProblemError("file-damaged", Place(self.file))
        return found[0]

    @cached_property
    def numbered(self) -> Mapping[str, etree._Element]:
        """The parts whose lines are numbered, in that order: the body, then its notes."""
        names = [self.body, *self.related(self.body, "footnotes"), *self.related(self.body, "endnotes")]
        roots = {name: self.root(name) for name in names}
        if len(roots[self.body].findall(w("body"))) != 1:
            raise ProblemError("file-damaged", Place(self.file, part=shown_part(self.body)))
        return roots

    def lines(self) -> Iterator[tuple[str, ParagraphLine]]:
        """Every numbered line, with the name of its part. Its nodes are those of ``numbered``."""
        first = 1
        for name, root in self.numbered.items():
            for line in paragraphs_of(root, first=first):
                first = line.number + 1
                yield name, line

    def root(self, part: str) -> etree._Element:
        """A part's tree."""
        return parse(self.parts[part], self.file, part)

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part refers to."""
        folder = posixpath.dirname(part)
        targets = [
            posixpath.normpath(posixpath.join("/" + folder, node.get("Target", ""))).lstrip("/")
            for node in self.relations(part)
            if node.get("Type", "").endswith(f"/{kind}") and node.get("TargetMode") != "External"
        ]
        return [target for target in dict.fromkeys(targets) if target in self.parts]

    def content(self, part: str, key: str) -> bytes:
        """The part that a part refers to by a key; empty where it is not in the package."""
        folder = posixpath.dirname(part)
        targets = (node.get("Target", "") for node in self.relations(part) if node.get("Id") == key)
        target = posixpath.normpath(posixpath.join("/" + folder, next(targets, ""))).lstrip("/")
        return self.parts.get(target, b"")

    def beside_body(self, kind: str) -> etree._Element | None:
        """The tree of the one part of a kind that the body refers to, such as its styles."""
        found = self.related(self.body, kind)
        return self.root(found[0]) if found else None

    def relations(self, part: str) -> list[etree._Element]:
        """What a part refers to."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        return list(self.root(path)) if path in self.parts else []
