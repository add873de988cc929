"""A place in a finished file where a name can hide, and what puts one there."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

EPOCH = (1980, 1, 1, 0, 0, 0)

Edit = Callable[[bytes, str], bytes]
"""What makes of a finished file one that holds a name."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One place.

    Attributes:
        kind: Ending of the file that it is in, without the dot.
        place: What it is called.
        edit: Puts a name there.
        is_latin: Whether only names in Latin letters without marks can stand there.
        in_file_name: Whether the name goes into the name of the file: the edit then makes that name.
    """

    kind: str
    place: str
    edit: Edit
    is_latin: bool = False
    in_file_name: bool = False


def package(parts: Mapping[str, bytes], *, comment: bytes = b"") -> bytes:
    """A package as ours are: in this order, without a clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
            entry.external_attr = 0
        archive.comment = comment
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def filled(template: str, name: str) -> str:
    """Markup with the name in the place of ``@`` (text), ``$`` (quoted), ``~`` (without blanks)."""
    plain = "_".join(name.split())
    return template.replace("$", quoteattr(name)).replace("~", plain).replace("@", escape(name))


def into(part: str, before: str, template: str) -> Edit:
    """Put markup into a part, before the last place where a text stands in it."""

    def edit(data: bytes, name: str) -> bytes:
        parts = parts_of(data)
        text = parts[part].decode()
        at = text.rindex(before)
        parts[part] = (text[:at] + filled(template, name) + text[at:]).encode()
        return package(parts)

    return edit


def instead(part: str, old: str, template: str) -> Edit:
    """Put markup in the place of what stands in a part first."""

    def edit(data: bytes, name: str) -> bytes:
        parts = parts_of(data)
        text = parts[part].decode()
        if old not in text:
            raise AssertionError(f"{part} has no {old}")
        parts[part] = text.replace(old, filled(template, name), 1).encode()
        return package(parts)

    return edit


def added(part: str, template: str, encoding: str = "utf-8") -> Edit:
    """Put a new part into a package, or a part in the place of the one that is there."""

    def edit(data: bytes, name: str) -> bytes:
        return package({**parts_of(data), filled(part, name): filled(template, name).encode(encoding)})

    return edit


def added_file(part: str, make: Callable[[str], bytes]) -> Edit:
    """Put a file into a package."""

    def edit(data: bytes, name: str) -> bytes:
        return package({**parts_of(data), part: make(name)})

    return edit
