"""Holds a letter that was taken apart against its source: no character may be missing."""

from collections import Counter
from collections.abc import Iterator

from desktop_app.domain.letter_anatomy import Anatomy, LetterSource


def missing(source: LetterSource, anatomy: Anatomy) -> dict[str, int]:
    """Letters and digits of the source that no part, block, name or doubt holds, with how often."""
    there = Counter(_signs("".join(line.text + line.marker for line in source.lines)))
    held = Counter(_signs("".join(_texts(anatomy))))
    return {sign: often - held[sign] for sign, often in there.items() if often > held[sign]}


def _signs(text: str) -> Iterator[str]:
    return (sign for sign in text if sign.isalnum())


def _texts(anatomy: Anatomy) -> Iterator[str]:
    spoken: set[tuple[tuple[int, ...], str]] = set()
    for part in anatomy.parts.values():
        if (part.lines, part.written) not in spoken:
            spoken.add((part.lines, part.written))
            yield part.written
    for block in anatomy.body:
        yield block.marker + block.text
    for name in anatomy.names:
        yield name.marker + name.name + name.title + name.country
    for signer in anatomy.signers:
        yield signer.written
    for contact in anatomy.contacts:
        yield contact.written
    yield from (doubt.text for doubt in anatomy.doubts if doubt.is_kept_out)
