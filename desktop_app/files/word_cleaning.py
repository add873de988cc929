"""What a reader of the paper does not see of a Word letter is taken out of it, and said."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from lxml import etree

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.files.docx_package import serialise
from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.docx_scrub.notes import Notes
from desktop_app.files.docx_scrub.story import accept_changes, drop_hidden_runs
from desktop_app.files.docx_scrub.styles import hidden_styles
from desktop_app.files.left_out import LeftOut
from desktop_app.files.letter_paragraphs import paragraphs_of
from desktop_app.files.package_gate import parse
from desktop_app.files.word_comments import COMMENT_MARKS, comments_of, drop_comment_parts
from desktop_app.files.word_oddities import Seen, oddities_in, paragraph_of
from desktop_app.files.word_parts import WordParts
from desktop_app.files.wordml import local, text_of, w

_STORIES = ("header", "footer", "footnotes", "endnotes")
_INSERTED = (w("ins"), w("moveTo"))
_DELETED = (w("del"), w("moveFrom"))
_CHANGES = ("import-inserted", "import-deleted", "import-look-changed")
_PARAGRAPH_END = "¶"


def cleaned(draft: WordParts) -> tuple[dict[str, bytes], tuple[Doubt, ...], int]:
    """The parts with changes accepted, without comments and hidden text; what there was, how many changes."""
    hidden = hidden_styles(draft.beside_body("styles"))
    comments = comments_of(draft)
    kept = dict(draft.parts)
    left_out = LeftOut()
    first, changes = 1, 0
    for name in _stories(draft):
        root = draft.root(name)
        before = etree.tostring(root)
        order = list(root.iter(w("p")))
        found = [*_clean(root, hidden, comments, draft.file), *oddities_in(root, draft, name)]
        if etree.tostring(root) != before:
            kept[name] = serialise(root)
        is_numbered = name in draft.numbered
        lines = paragraphs_of(root, first=first) if is_numbered else ()
        numbers = _numbers(order, {line.element: line.number for line in reversed(lines)}, first)
        for seen in found:
            number = numbers.get(seen.paragraph, first) if is_numbered and seen.paragraph is not None else 1
            changes += seen.code in _CHANGES
            left_out.add(seen.code, number, seen.text)
        first = lines[-1].number + 1 if lines else first
    for text in comments.values():
        left_out.add("import-remark", 1, text)
    drop_comment_parts(kept, lambda name: parse(kept[name], draft.file, name))
    return kept, left_out.doubts(), changes


def _stories(draft: WordParts) -> Iterator[str]:
    """The parts with text, the numbered ones first and in their order."""
    related = (draft.related(draft.body, kind) for kind in _STORIES)
    yield from dict.fromkeys([*draft.numbered, *chain.from_iterable(related)])


def _clean(
    root: etree._Element, hidden: frozenset[str], comments: dict[str, str], file: str
) -> Iterator[Seen]:
    """Clean a part. What is said of a comment is taken out of ``comments``."""
    notes = Notes(file)
    yield from list(_changes(root))
    accept_changes(root, "", notes)
    runs = [(run, paragraph_of(run), text_of(run)) for run in root.iter(w("r"))]
    drop_hidden_runs(root, "", hidden, notes)
    for run, paragraph, text in runs:
        if run.getparent() is None and text.strip():
            yield Seen("import-hidden", text, paragraph)
    for mark in list(root.iter(*COMMENT_MARKS)):
        if mark.tag == w("commentReference") and (text := comments.pop(mark.get(w("id"), ""), "")):
            yield Seen("import-remark", text, paragraph_of(mark))
        remove(mark)


def _changes(root: etree._Element) -> Iterator[Seen]:
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag in _INSERTED or node.tag in _DELETED:
            code = "import-inserted" if node.tag in _INSERTED else "import-deleted"
            yield Seen(code, *_changed(node))
        elif local(node).endswith("Change"):
            yield Seen("import-look-changed", "", paragraph_of(node))


def _changed(node: etree._Element) -> tuple[str, etree._Element | None]:
    """What was put in or taken out: words, the end of a paragraph, or a row; and where."""
    holder = node.getparent()
    if holder is not None and holder.tag == w("rPr"):
        return _PARAGRAPH_END, paragraph_of(node)
    row = holder.getparent() if holder is not None and holder.tag == w("trPr") else None
    if row is not None:
        return " ".join(_words(cell) for cell in row.iter(w("tc"))), paragraph_of(row)
    return _words(node), paragraph_of(node)


def _words(node: etree._Element) -> str:
    return "".join(each.text or "" for each in node.iter(w("t"), w("delText")))


def _numbers(
    order: Sequence[etree._Element], numbers: Mapping[etree._Element, int], first: int
) -> dict[etree._Element, int]:
    """The line of each paragraph; one that went has that of the one before it."""
    found = {}
    last = first
    for paragraph in order:
        row = next(paragraph.iterancestors(w("tr")), None)
        last = numbers.get(paragraph, numbers.get(row, last) if row is not None else last)
        found[paragraph] = last
    return found
