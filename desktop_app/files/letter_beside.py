"""What a draft says besides its paragraphs, one by one: links, descriptions of pictures, over their ends."""

import itertools
from collections.abc import Iterator

from lxml import etree

from desktop_app.domain.reporting import Place
from desktop_app.files.docx_package import Story
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.wordml import R, local, w

_SAID = frozenset({"descr", "title", "alt", "tooltip"})
_LINKED = f"{{{R}}}id"


def said_beside(draft: LetterDraft) -> Iterator[tuple[Place, str]]:
    """Each such text with the paragraph in which it lies."""
    for story in draft.package.stories:
        numbers = {paragraph: number for number, paragraph in enumerate(story.root.iter(w("p")), start=1)}
        for node in story.root.iter():
            for text in _said_by(node, story):
                paragraph = next(node.iterancestors(w("p")), None)
                number = None if paragraph is None else numbers[paragraph]
                yield Place(draft.file, story.part, number), text


def _said_by(node: etree._Element, story: Story) -> Iterator[str]:
    for key, value in node.attrib.items():
        name = str(key)
        if name == _LINKED and (to := story.relations.get(str(value))) and to.external:
            yield to.target
        elif name.rpartition("}")[2] in _SAID or local(node) == "fldSimple":
            yield str(value)


def over_ends(draft: LetterDraft) -> Iterator[tuple[Place, str, str]]:
    """Each paragraph with something in it, and the one that follows."""
    filled = [paragraph for paragraph in draft.paragraphs if paragraph.text.strip()]
    for one, other in itertools.pairwise(filled):
        if one.part == other.part:
            yield Place(draft.file, one.part, one.number), one.text, other.text
