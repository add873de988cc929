"""Cleans one part that holds text: changes accepted, everything that a reader does not see taken out."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.domain.figures import number_of
from desktop_app.domain.letter import prompts_in
from desktop_app.files.docx_scrub.fields import anchors_used, clean_fields, remove, unwrap
from desktop_app.files.docx_scrub.notes import Notes
from desktop_app.files.wordml import NAMESPACES, R, child_of, local, text_of, w

_SILENTLY_DROPPED = frozenset(
    "proofErr lastRenderedPageBreak permStart permEnd annotationRef numberingChange cellIns cellMerge "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart "
    "customXmlInsRangeEnd  customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart "
    "customXmlMoveFromRangeEnd  customXmlMoveToRangeStart customXmlMoveToRangeEnd sdtPr sdtEndPr "
    "smartTagPr customXmlPr printerSettings delText delInstrText cellDel ffData fldData webHidden "
    "extLst".split()
)
_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_OBJECTS = frozenset({"object", "altChunk", "subDoc", "contentPart", "control", "movie"})
_UNWRAPPED = frozenset({"sdt", "sdtContent", "smartTag", "customXml"})
_KNOWN = frozenset(NAMESPACES.values())
_TELLTALE = frozenset({"tooltip", "docLocation", "tgtFrame", "gfxdata", "href", "title"})
_FILE_PATH = re.compile(r"[\\/]|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$", re.IGNORECASE)
_XML = "http://www.w3.org/XML/1998/namespace"
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
PROMPT_STYLE = "Prompt"
"""Character style of the templates' ``[bracketed prompts]``."""
_TINY = 4
"""Half points: text of two points and less is not meant to be read."""


@dataclass(frozen=True, slots=True)
class Links:
    """What the relations of a part are: good outer links, and the pictures it may show."""

    outer: AbstractSet[str] = frozenset()
    pictures: AbstractSet[str] = frozenset()
    hidden_styles: AbstractSet[str] = field(default_factory=frozenset)


def is_safe_link(target: str) -> bool:
    """Whether a link may stand in a letter: to the web, or to a mail box."""
    return bool(_SAFE_LINK.match(target))


def clean_story(root: etree._Element, part: str, links: Links, notes: Notes) -> None:
    """Clean a part in place and note what was dropped."""
    for node in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        remove(node)
    accept_changes(root, part, notes)
    drop_hidden_runs(root, part, links.hidden_styles, notes)
    _keep_one_alternative(root, part, notes)
    _clean_elements(root, part, links, notes)
    clean_fields(root, part, notes)
    _unmark_filled_prompts(root)
    _clean_bookmarks(root)
    _clean_attributes(root)
    _drop_noncharacters(root)


def accept_changes(root: etree._Element, part: str, notes: Notes) -> None:
    """Make of a part with tracked changes what it says once all are accepted."""
    for node in list(root.iter(w("ins"), w("del"), w("moveTo"), w("moveFrom"))):
        notes.add("tracked-changes", part, node)
        parent = node.getparent()
        if parent is not None and parent.tag == w("trPr") and node.tag == w("del"):
            row = parent.getparent()
            if row is not None:
                remove(row)
        elif parent is not None and parent.tag == w("rPr") and node.tag in (w("del"), w("moveFrom")):
            _join_with_next(node)
        elif node.tag in (w("ins"), w("moveTo")):
            unwrap(node)
        else:
            remove(node)
    for node in list(root.iter()):
        if isinstance(node.tag, str) and local(node).endswith("Change"):
            notes.add("tracked-changes", part, node)
            remove(node)


def _join_with_next(mark: etree._Element) -> None:
    """A deleted paragraph mark: the text goes on in the next paragraph."""
    paragraph = next(mark.iterancestors(w("p")), None)
    remove(mark)
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != w("p"):
        return
    at = 1 if len(following) and following[0].tag == w("pPr") else 0
    for offset, child in enumerate([c for c in paragraph if c.tag != w("pPr")]):
        following.insert(at + offset, child)
    remove(paragraph)


def drop_hidden_runs(root: etree._Element, part: str, hidden_styles: AbstractSet[str], notes: Notes) -> None:
    """Take out what a reader does not see: hidden, white and tiny text."""
    hiding = {p for p in root.iter(w("p")) if hidden_styles and _style_of(p) in hidden_styles}
    for run in list(root.iter(w("r"))):
        if next(run.iterancestors(w("p")), None) not in hiding and not _is_hidden(run, hidden_styles):
            continue
        if any((t.text or "").strip() for t in run.iter(w("t"))):
            notes.add("hidden-text", part, run)
        remove(run)


def _style_of(paragraph: etree._Element) -> str | None:
    look = child_of(paragraph, "pPr")
    style = None if look is None else child_of(look, "pStyle")
    return None if style is None else style.get(w("val"))


def _is_hidden(run: etree._Element, hidden_styles: AbstractSet[str]) -> bool:
    look = child_of(run, "rPr")
    if look is None:
        return False
    own = look.find(w("rStyle"))
    if own is not None and own.get(w("val")) in hidden_styles:
        return True
    for name in ("vanish", "specVanish"):
        flag = look.find(w(name))
        if flag is not None and flag.get(w("val"), "1") not in ("0", "false", "off"):
            return True
    size = look.find(w("sz"))
    if size is not None and size.get(w("val"), "").isdecimal() and number_of(size.get(w("val"), "")) <= _TINY:
        return True
    colour = look.find(w("color"))
    white = colour is not None and colour.get(w("val"), "").upper() == "FFFFFF"
    return white and not _on_shade(run)


def _on_shade(run: etree._Element) -> bool:
    """Whether a run stands on a coloured ground, where white letters can be read."""
    if run.find(f"{w('rPr')}/{w('highlight')}") is not None:
        return True
    for element in (run, *run.iterancestors()):
        for name in ("rPr", "pPr", "tcPr", "tblPr"):
            shade = element.find(f"{w(name)}/{w('shd')}")
            if shade is not None and shade.get(w("fill"), "auto").upper() not in ("AUTO", "FFFFFF"):
                return True
    return False


def _keep_one_alternative(root: etree._Element, part: str, notes: Notes) -> None:
    """Of two renderings of a drawing keep the modern one where we know it, else the older."""
    mc = NAMESPACES["mc"]
    for alternative in list(root.iter(f"{{{mc}}}AlternateContent")):
        choices = alternative.findall(f"{{{mc}}}Choice")
        fallback = alternative.find(f"{{{mc}}}Fallback")
        known = [choice for choice in choices if choice.get("Requires") == "wps"]
        if known:
            for choice in choices:
                if choice is not known[0]:
                    remove(choice)
        elif fallback is not None and len(fallback):
            unwrap(fallback)
            for choice in choices:
                remove(choice)
            unwrap(alternative)
        else:
            notes.add("picture-dropped", part, alternative)
            remove(alternative)


def _clean_elements(root: etree._Element, part: str, links: Links, notes: Notes) -> None:
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        name, namespace = local(node), etree.QName(node).namespace
        if namespace not in _KNOWN:
            if any((t.text or "").strip() for t in node.iter(w("t"))):
                notes.add("object-dropped", part, node)
            remove(node)
        elif name in _SILENTLY_DROPPED and namespace in (NAMESPACES["w"], NAMESPACES["a"], NAMESPACES["wp"]):
            remove(node)
        elif name in _COMMENTS:
            notes.add("comments-dropped", part, node)
            remove(node)
        elif name in _OBJECTS:
            notes.add("object-dropped", part, node)
            remove(node)
        elif name in _UNWRAPPED:
            unwrap(node)
        elif name == "hyperlink" and namespace == NAMESPACES["w"]:
            _clean_link(node, part, links, notes)
        elif name in ("drawing", "pict") and not _is_good_picture(node, links):
            notes.add("picture-dropped", part, node)
            remove(node)


def _clean_link(node: etree._Element, part: str, links: Links, notes: Notes) -> None:
    target = node.get(f"{{{R}}}id")
    if target is None and node.get(w("anchor")):
        return
    if target not in links.outer:
        notes.add("link-dropped", part, node)
        unwrap(node)


def _is_good_picture(node: etree._Element, links: Links) -> bool:
    """Whether each picture in a drawing is one of the package's own; text boxes have none."""
    for child in node.iter():
        around = {local(outer) for outer in child.iterancestors()}
        if "extLst" in around:
            continue
        # Word's newer hints round a picture go by themselves; a chart or a group is what would be shown.
        unknown = etree.QName(child).namespace not in _KNOWN
        if unknown and around & {"graphicData", "pict"}:
            return False
        for key in ("link", "href"):
            if child.get(f"{{{R}}}{key}") is not None:
                return False
        shown = child.get(f"{{{R}}}embed") or (
            child.get(f"{{{R}}}id") if local(child) in ("imagedata", "fill") else None
        )
        if shown is not None and shown not in links.pictures:
            return False
        if child.get("src") is not None:
            return False
    return True


def _unmark_filled_prompts(root: etree._Element) -> None:
    """Text typed over a prompt keeps the prompt's amber ground; where no prompt is left, it goes."""
    for mark in list(root.iter(w("rStyle"))):
        if mark.get(w("val")) != PROMPT_STYLE:
            continue
        paragraph = next(mark.iterancestors(w("p")), None)
        if paragraph is not None and not prompts_in(text_of(paragraph)):
            remove(mark)


def _clean_bookmarks(root: etree._Element) -> None:
    """Keep what an inner link or a page reference needs, under a name that says nothing."""
    used = anchors_used(root)
    renamed: dict[str, str] = {}
    kept_ids: set[str | None] = set()
    for start in list(root.iter(w("bookmarkStart"))):
        name = start.get(w("name"), "")
        if name in used:
            renamed[name] = f"_b{len(renamed) + 1}"
            start.set(w("name"), renamed[name])
            kept_ids.add(start.get(w("id")))
        else:
            remove(start)
    for end in list(root.iter(w("bookmarkEnd"))):
        if end.get(w("id")) not in kept_ids:
            remove(end)
    for link in root.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor in renamed:
            link.set(w("anchor"), renamed[anchor])
    for old, new in renamed.items():
        name_in_code = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
        for code in root.iter(w("instrText")):
            code.text = name_in_code.sub(new, code.text or "")
        for simple in root.iter(w("fldSimple")):
            simple.set(w("instr"), name_in_code.sub(new, simple.get(w("instr"), "")))


def _drop_noncharacters(root: etree._Element) -> None:
    """Noncharacters are the marks of the merge; a draft that holds one would be cut there."""
    for node in root.iter():
        node.text, node.tail = _without_marks(node.text), _without_marks(node.tail)
        for key, value in node.attrib.items():
            if _NONCHARACTERS.search(value):  # to set one looks at all of its element
                node.set(key, _NONCHARACTERS.sub("", value))


def _without_marks(text: str | None) -> str | None:
    return text and _NONCHARACTERS.sub("", text)


def _clean_attributes(root: etree._Element) -> None:
    allowed = {NAMESPACES[p] for p in ("w", "r", "m", "o")} | {_XML}
    number = 0
    for node in root.iter():
        for key in list(node.attrib):
            name = etree.QName(key)
            foreign = name.namespace is not None and name.namespace not in allowed
            if foreign or name.localname.startswith("rsid") or name.localname in _TELLTALE:
                del node.attrib[key]
        if local(node) in ("docPr", "cNvPr"):
            number += 1
            node.set("name", f"Picture {number}")
            # Older versions of Word describe a picture by the path it came from.
            if local(node) == "cNvPr" or _FILE_PATH.search(node.get("descr", "")):
                node.attrib.pop("descr", None)
