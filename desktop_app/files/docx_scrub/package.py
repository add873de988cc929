"""Scrubs a whole draft: which parts are carried over, under which names, and how they hang together."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.docx_package import DocxPackage, Relation, Story, StoryKind
from desktop_app.files.docx_scrub.crops import take_cuts
from desktop_app.files.docx_scrub.fields import remove
from desktop_app.files.docx_scrub.notes import Notes
from desktop_app.files.docx_scrub.pictures import Crop, redraw
from desktop_app.files.docx_scrub.story import Links, clean_story, is_safe_link
from desktop_app.files.docx_scrub.styles import (
    clean_properties,
    hidden_styles,
    keep_used_notes,
    keep_used_styles,
    layout_settings,
    note_ids_used,
    plain_theme,
)
from desktop_app.files.package_gate import parse
from desktop_app.files.part_names import shown_part
from desktop_app.files.wordml import NAMESPACES, R, local, w

_NOTES: Mapping[StoryKind, str] = {"footnotes": "footnote", "endnotes": "endnote"}
_DRAWN_LINKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")
_ROOTS = frozenset(
    (
        f"{{{NAMESPACES['a']}}}theme",
        *map(w, "document hdr ftr footnotes endnotes styles numbering settings".split()),
    )
)
_MOST_PIXELS = 200_000_000
"""Of all pictures of a letter: one small file may unpack to very many."""
_MOST_PARAGRAPHS = 20_000
"""Of all parts, those included that are not carried over."""
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible")


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A clean letter, and what was taken out of the draft."""

    package: DocxPackage
    findings: tuple[Finding, ...]


def scrub(parts: Mapping[str, bytes], file: str) -> Scrubbed:
    """Build a clean package from the parts of a draft.

    Raises:
        ProblemError: ``file-damaged`` where a part that the letter needs is missing or not well-formed;
            ``letter-too-long`` for more than 20,000 paragraphs.
    """
    return _Scrubber(parts, file).run()


class _Scrubber:
    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self._parts = parts
        self._file = file
        self._notes = Notes(file)
        self._media: dict[tuple[str, Crop], str | None] = {}
        self._drawn: dict[str, bytes] = {}
        self._pixels_left = _MOST_PIXELS
        self._paragraphs = 0
        self._hidden: frozenset[str] = frozenset()

    def run(self) -> Scrubbed:
        main = self._main_part()
        relations = self._relations(main)
        singles = {
            kind: self._single(relations, kind, main) for kind in ("styles", "numbering", "theme", "settings")
        }
        self._hidden = hidden_styles(singles["styles"])
        body = self._story(main, "document", "word/document.xml", relations)
        stories = [body, *self._headers_and_footers(body, relations)]
        for kind in _NOTES:
            stories += self._note_story(kind, relations, stories)
        self._dropped_parts(relations)
        styles, numbering, theme = singles["styles"], singles["numbering"], singles["theme"]
        if numbering is not None and numbering.find(w("numPicBullet")) is not None:
            self._notes.add("picture-dropped", "numbering")
        for root in (styles, numbering):
            if root is not None:
                clean_properties(root)
        users = [story.root for story in stories] + ([numbering] if numbering is not None else [])
        if styles is not None:
            keep_used_styles(styles, users)
        package = DocxPackage(
            stories=stories,
            styles=None if styles is None else _rooted(styles),
            numbering=None if numbering is None else _rooted(numbering),
            settings=layout_settings(singles["settings"]),
            theme=None if theme is None else plain_theme(theme),
            media={name: data for name, data in self._drawn.items() if name in _targets(stories)},
        )
        return Scrubbed(package, self._notes.findings())

    def _main_part(self) -> str:
        for relation in self._relations("").values():
            if relation.type.endswith("/officeDocument"):
                return relation.target.lstrip("/")
        raise ProblemError("file-damaged", Place(self._file))

    def _relations(self, part: str) -> dict[str, Relation]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._parts:
            return {}
        found = {}
        for node in parse(self._parts[path], self._file, path):
            target, external = node.get("Target", ""), node.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            found[node.get("Id", "")] = Relation(node.get("Type", ""), target, external)
        return found

    def _tree(self, part: str) -> etree._Element:
        if part not in self._parts:
            raise ProblemError("file-damaged", Place(self._file, part=shown_part(part)))
        root = parse(self._parts[part], self._file, part)
        if root.tag not in _ROOTS or (root.tag == w("document") and len(root.findall(w("body"))) != 1):
            raise ProblemError("file-damaged", Place(self._file, part=shown_part(part)))
        return root

    def _single(self, relations: Mapping[str, Relation], kind: str, main: str) -> etree._Element | None:
        for relation in relations.values():
            if relation.type == f"{R}/{kind}" and not relation.external and relation.target in self._parts:
                return self._tree(relation.target)
        beside = posixpath.join(posixpath.dirname(main), f"{kind}.xml")
        return self._tree(beside) if beside in self._parts else None

    def _story(self, part: str, kind: StoryKind, name: str, relations: Mapping[str, Relation]) -> Story:
        kept: dict[str, Relation] = {}
        renamed: dict[str, str] = {}
        outer, pictures = set(), set()
        for key, relation in relations.items():
            if relation.external and relation.type == f"{R}/hyperlink" and is_safe_link(relation.target):
                outer.add(key)
                renamed[key] = f"rId{len(renamed) + 1}"
                kept[renamed[key]] = Relation(relation.type, relation.target, external=True)
            elif not relation.external and relation.type == f"{R}/image":
                media = self._picture(relation.target)
                if media is not None:
                    pictures.add(key)
                    renamed[key] = f"rId{len(renamed) + 1}"
                    kept[renamed[key]] = Relation(relation.type, media.removeprefix("word/"))
        drafted = self._tree(part)
        self._count_paragraphs(drafted)
        shown = "body" if kind == "document" else kind
        clean_story(drafted, shown, Links(outer, pictures, self._hidden), self._notes)
        cropped = self._crop_pictures(drafted, relations, shown)
        kept |= cropped
        renamed |= {key: key for key in cropped}
        root = _rooted(drafted)
        self._rename_relations(root, renamed, shown)
        used = set(_references(root))
        return Story(name, kind, root, {key: relation for key, relation in kept.items() if key in used})

    def _count_paragraphs(self, drafted: etree._Element) -> None:
        self._paragraphs += sum(1 for _ in drafted.iter(w("p")))
        if self._paragraphs > _MOST_PARAGRAPHS:
            raise ProblemError("letter-too-long", Place(self._file))

    def _rename_relations(self, root: etree._Element, renamed: Mapping[str, str], part: str) -> None:
        prefix = f"{{{R}}}"
        for node in list(root.iter()):
            if node.tag in (w("headerReference"), w("footerReference")):
                continue
            for key, value in list(node.attrib.items()):
                if str(key).startswith(prefix):
                    if value in renamed:
                        node.set(key, renamed[value])
                    elif local(node) in _DRAWN_LINKS:
                        self._notes.add("link-dropped", part, node)
                        remove(node)
                    else:
                        del node.attrib[key]

    def _picture(self, part: str, crop: Crop = (0, 0, 0, 0)) -> str | None:
        """The part that a picture becomes; None for one that cannot be drawn anew."""
        if (part, crop) not in self._media:
            drawn = redraw(self._parts.get(part, b""), crop, most=self._pixels_left)
            name = None if drawn is None else f"word/media/image{len(self._drawn) + 1}.{drawn.kind}"
            if drawn is not None and name is not None:
                self._drawn[name] = drawn.data
                self._pixels_left -= drawn.read
            self._media[part, crop] = name
        return self._media[part, crop]

    def _crop_pictures(
        self, root: etree._Element, relations: Mapping[str, Relation], shown: str
    ) -> dict[str, Relation]:
        """Pictures that show a part of theirs become that part: what was cut off must not be sent along."""
        made: dict[str, Relation] = {}
        for cut in take_cuts(root):
            relation = relations.get(cut.shower.get(cut.attribute, ""))
            crop = cut.crop
            media = None if relation is None or crop is None else self._picture(relation.target, crop)
            if relation is None or media is None:
                # The whole picture would show what was cut off.
                drawing = next(cut.shower.iterancestors(w("drawing"), w("pict")), cut.shower)
                self._notes.add("picture-dropped", shown, drawing)
                remove(drawing)
                continue
            key = f"rIdC{len(made) + 1}"
            made[key] = Relation(relation.type, media.removeprefix("word/"))
            cut.shower.set(cut.attribute, key)
        return made

    def _headers_and_footers(self, body: Story, relations: Mapping[str, Relation]) -> list[Story]:
        made: dict[str, Story] = {}
        kinds: tuple[StoryKind, ...] = ("header", "footer")
        for kind in kinds:
            number = 0
            for reference in list(body.root.iter(w(f"{kind}Reference"))):
                relation = relations.get(reference.get(f"{{{R}}}id", ""))
                if relation is None or relation.external or relation.type != f"{R}/{kind}":
                    remove(reference)
                    continue
                if relation.target not in made:
                    number += 1
                    story = self._story(
                        relation.target,
                        kind,
                        f"word/{kind}{number}.xml",
                        self._relations(relation.target),
                    )
                    made[relation.target] = story
                    body.relations[f"rIdS{len(made)}"] = Relation(relation.type, story.file_name)
                place = list(made).index(relation.target) + 1
                reference.set(f"{{{R}}}id", f"rIdS{place}")
        return list(made.values())

    def _note_story(
        self, kind: StoryKind, relations: Mapping[str, Relation], stories: list[Story]
    ) -> list[Story]:
        relation = next((r for r in relations.values() if r.type == f"{R}/{kind}" and not r.external), None)
        if relation is None:
            for mark in [m for story in stories for m in story.root.iter(w(f"{_NOTES[kind]}Reference"))]:
                remove(mark)
            return []
        story = self._story(relation.target, kind, f"word/{kind}.xml", self._relations(relation.target))
        keep_used_notes(story.root, _NOTES[kind], note_ids_used([s.root for s in stories], _NOTES[kind]))
        used = set(_references(story.root))
        story.relations = {key: value for key, value in story.relations.items() if key in used}
        stories[0].relations[f"rId{kind.title()}"] = Relation(relation.type, story.file_name)
        return [story]

    def _dropped_parts(self, relations: Mapping[str, Relation]) -> None:
        kinds = {relation.type.rsplit("/", 1)[-1] for relation in relations.values()}
        if kinds.intersection(_COMMENTS):
            self._notes.add("comments-dropped", "comments")
        if any(name.endswith((".odttf", ".ttf", ".otf", ".fntdata")) for name in self._parts):
            self._notes.add("font-dropped", "fontTable")


def _rooted(root: etree._Element) -> etree._Element:
    """The same tree under a root that declares our namespaces under our prefixes, and no others."""
    made = etree.Element(root.tag, nsmap=dict(NAMESPACES))
    made.text = root.text
    # Made anew one by one: to move a tree takes the square of what is in it.
    waiting = [(root, made)]
    while waiting:
        old, new = waiting.pop()
        for child in old:
            kid = etree.SubElement(new, child.tag, dict(child.attrib))
            kid.text, kid.tail = child.text, child.tail
            if len(child):
                waiting.append((child, kid))
    etree.cleanup_namespaces(made, top_nsmap=dict(NAMESPACES), keep_ns_prefixes=list(NAMESPACES))
    return made


def _targets(stories: list[Story]) -> set[str]:
    """Parts that a relation of the finished letter leads to."""
    return {f"word/{r.target}" for story in stories for r in story.relations.values() if not r.external}


def _references(root: etree._Element) -> list[str]:
    prefix = f"{{{R}}}"
    return [
        str(value)
        for node in root.iter()
        for key, value in node.attrib.items()
        if str(key).startswith(prefix)
    ]
