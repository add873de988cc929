"""Writes a letter as a Word file: a small clean package with nothing in it that the letter does not use."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from scripts.templates.look import BULLETS, NUMBERS, style_id, table, used
from scripts.templates.markup import Footnote, Inline, Link, PageNumber, Paragraph, Run, paragraphs
from scripts.templates.ooxml import RELATIONS, TYPES, R, listed, packed, w, xml
from scripts.templates.styles_xml import font_table_xml, numbering_xml, styles_xml

_FIRST_HEAD, _HEAD, _FOOT = "Letterhead", "header", "footer"
_MARGINS = (_HEAD, _FIRST_HEAD, _FOOT)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LIST_STYLES = {"List Bullet": BULLETS, "List Number": NUMBERS, "List Number 2": NUMBERS}
# Counts on with "List Number". A level of a list belongs to one style, so its paragraphs say it themselves.
_NUMBERED_IN_BOX = "Ask Box Number"


def letter_docx(source: str, language: str) -> bytes:
    """The Word file of a letter's source."""
    text = tuple(paragraphs(source, language))
    body = _placed([paragraph for paragraph in text if paragraph.style not in _MARGINS])
    margins = {p.style: p for p in text if p.style in _MARGINS}
    notes = _Notes()
    main = _Part("document", notes)
    main.relate("styles", "styles.xml")
    main.relate("settings", "settings.xml")
    main.relate("fontTable", "fontTable.xml")
    heads = {
        "default": main.relate("header", "header1.xml"),
        "first": main.relate("header", "header2.xml"),
    }
    foot = main.relate("footer", "footer1.xml")
    written = [main.paragraph(paragraph, place) for paragraph, place in body]
    parts = {
        "document": w("document", w("body", *written, _section(heads, foot))),
        "settings": _settings(has_notes=bool(notes)),
        "fontTable": font_table_xml(),
        "header1": w("hdr", _Part("header1", notes).paragraph(margins[_HEAD])),
        "header2": w("hdr", _Part("header2", notes).paragraph(margins[_FIRST_HEAD])),
        "footer1": w("ftr", _Part("footer1", notes).paragraph(margins[_FOOT])),
    }
    numbers = {_LIST_STYLES[p.style] for p in text if p.style in _LIST_STYLES}
    if numbers:
        main.relate("numbering", "numbering.xml")
        parts["numbering"] = numbering_xml(numbers)
    if notes:
        main.relate("footnotes", "footnotes.xml")
        parts["footnotes"] = notes.xml()
    styles = table(language, list_on_new_page=any(p.new_page for p in text))
    parts["styles"] = styles_xml(used(_styles_in(text), styles), styles, language)
    return _package(parts, [main, *([notes.part] if notes else [])])


def look_docx() -> bytes:
    """A Word file with every style and no text, which a letter that comes from elsewhere is set in.

    Its foot counts pages in no language; its head is the title alone, for there may be no date.
    """
    head, foot = paragraphs("@header: {{ letter.title }}\n\n@footer: <page> / <pages>", "en")
    notes = _Notes()
    main = _Part("document", notes)
    for name in ("styles", "settings", "fontTable", "numbering", "footnotes"):
        main.relate(name, f"{name}.xml")
    heads = {"default": main.relate("header", "header1.xml")}
    section = _section(heads, main.relate("footer", "footer1.xml"))
    styles = table("en", list_on_new_page=False)
    parts = {
        "document": w("document", w("body", w("p"), section)),
        "settings": _settings(has_notes=True),
        "fontTable": font_table_xml(),
        "header1": w("hdr", main.paragraph(head)),
        "footer1": w("ftr", main.paragraph(foot)),
        "numbering": numbering_xml((BULLETS, NUMBERS)),
        "footnotes": notes.xml(),
        "styles": styles_xml(styles, styles, "en"),
    }
    return _package(parts, [main])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: before a list, or at the end of one."""

    before_list: bool = False
    ends_list: bool = False


def _placed(body: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, _Place]]:
    for paragraph, following in zip(body, [*body[1:], None], strict=True):
        kind, then = _kind(paragraph), _kind(following)
        yield paragraph, _Place(before_list=bool(then) and not kind, ends_list=bool(kind) and then != kind)


def _kind(paragraph: Paragraph | None) -> str:
    style = paragraph.style if paragraph else ""
    return next((kind for kind in ("List", "Ask Box") if style.startswith(kind)), "")


def _styles_in(text: Iterable[Paragraph | Inline]) -> Iterator[str]:
    for piece in text:
        if isinstance(piece, Paragraph):
            yield piece.style
            if piece.style == _FIRST_HEAD:
                yield "Letterhead Contact"
            yield from _styles_in(piece.content)
        elif isinstance(piece, Run) and piece.prompt:
            yield "Prompt"
        elif isinstance(piece, Link):
            if not all(isinstance(part, Run) and part.prompt for part in piece.content):
                yield "Hyperlink"
            yield from _styles_in(piece.content)
        elif isinstance(piece, Footnote):
            yield from ("footnote text", "footnote reference")
            yield from _styles_in(piece.content)


class _Part:
    """A part with running text, and the files and pages it leads to."""

    def __init__(self, name: str, notes: "_Notes") -> None:
        self.name = name
        self._notes = notes
        self._relations: list[tuple[str, str]] = []

    def relate(self, kind: str, target: str) -> str:
        """Remember what the part leads to.

        Returns:
            The id by which the part speaks of it.
        """
        if (kind, target) not in self._relations:
            self._relations.append((kind, target))
        return f"rId{self._relations.index((kind, target)) + 1}"

    def relations(self) -> etree._Element:
        """The part's own ``.rels``."""
        return listed(
            RELATIONS,
            "Relationships",
            [
                ("Relationship", {"Id": f"rId{number}", **_relation(kind, target)})
                for number, (kind, target) in enumerate(self._relations, 1)
            ],
        )

    def paragraph(self, paragraph: Paragraph, place: _Place = _Place()) -> etree._Element:
        """A paragraph, kept with a list it leads to; what follows a list stands further off."""
        properties = w("pPr", w("pStyle", val=style_id(paragraph.style)))
        if place.before_list:
            properties.append(w("keepNext"))
        if paragraph.new_page:
            properties.append(w("pageBreakBefore"))
        if paragraph.style == _NUMBERED_IN_BOX:
            properties.append(w("numPr", w("ilvl", val=0), w("numId", val=NUMBERS)))
        if place.ends_list:
            properties.append(w("spacing", after=200))
        return w("p", properties, *self.inlines(paragraph.content, paragraph.style))

    def inlines(self, content: Iterable[Inline], style: str = "") -> Iterator[etree._Element]:
        """The runs of a paragraph, a link or a footnote."""
        after_tab = False
        for piece in content:
            if isinstance(piece, Run):
                for text in _split_tabs(piece.text):
                    after_tab = after_tab or text == "\t"
                    aside = after_tab and style == _FIRST_HEAD
                    yield _run(piece, text, "Letterhead Contact" if aside else "")
            elif isinstance(piece, PageNumber):
                code = "NUMPAGES" if piece.all_pages else "PAGE"
                yield w("fldSimple", w("r", w("t", "1")), instr=code)
            elif isinstance(piece, Link):
                linked = _linked(piece.content)
                yield w("hyperlink", *linked, r_id=self.relate("hyperlink", piece.url))
            else:
                yield self._notes.add(piece)


class _Notes:
    """The footnotes, and their part."""

    def __init__(self) -> None:
        self.part = _Part("footnotes", self)
        self._notes: list[etree._Element] = []

    def __bool__(self) -> bool:
        return bool(self._notes)

    def add(self, note: Footnote) -> etree._Element:
        """Put a note at the foot of the page.

        Returns:
            The run that points to it.
        """
        number = len(self._notes) + 1
        mark = w("r", _style_of_run("footnote reference"), w("footnoteRef"))
        text = w("p", w("pPr", w("pStyle", val="FootnoteText")), mark, w("r", w("t", " ")))
        text.extend(self.part.inlines(note.content))
        self._notes.append(w("footnote", text, id=number))
        return w("r", _style_of_run("footnote reference"), w("footnoteReference", id=number))

    def xml(self) -> etree._Element:
        """``word/footnotes.xml``: the two lines that part notes from text, then the notes."""
        separators = [
            w("footnote", w("p", w("r", w(kind))), type=kind, id=number)
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        return w("footnotes", *separators, *self._notes)


def _split_tabs(text: str) -> Iterator[str]:
    for number, piece in enumerate(text.split("\t")):
        if number:
            yield "\t"
        if piece:
            yield piece


def _run(run: Run, text: str, style: str) -> etree._Element:
    element = w("r")
    style = "Prompt" if run.prompt else style
    properties = _style_of_run(style) if style else w("rPr")
    for on, tags in ((run.bold, ("b", "bCs")), (run.italic, ("i", "iCs"))):
        properties.extend(w(tag) for tag in tags if on)
    if len(properties):
        element.append(properties)
    element.append(w("tab") if text == "\t" else w("t", text))
    return element


def _linked(content: Iterable[Inline]) -> Iterator[etree._Element]:
    for piece in content:
        if not isinstance(piece, Run):
            raise TypeError(piece)
        yield _run(piece, piece.text, "Hyperlink")


def _style_of_run(name: str) -> etree._Element:
    return w("rPr", w("rStyle", val=style_id(name)))


def _section(heads: dict[str, str], foot: str) -> etree._Element:
    """One section: A4, a letterhead on the first page, a running head on the others."""
    return w(
        "sectPr",
        *(w("headerReference", type=kind, r_id=relation) for kind, relation in heads.items()),
        *(w("footerReference", type=kind, r_id=foot) for kind in ("default", "first")),
        w("pgSz", w=11906, h=16838),
        w("pgMar", top=1701, right=1474, bottom=1304, left=1474, header=794, footer=680, gutter=0),
        w("titlePg"),
    )


def _settings(*, has_notes: bool) -> etree._Element:
    notes = w("footnotePr", w("footnote", id=-1), w("footnote", id=0))
    mode = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return w(
        "settings",
        w("defaultTabStop", val=709),
        w("characterSpacingControl", val="doNotCompress"),
        *([notes] if has_notes else []),
        w("compat", mode),
    )


def _relation(kind: str, target: str) -> dict[str, str]:
    outside = {"TargetMode": "External"} if kind == "hyperlink" else {}
    return {"Type": f"{R}/{kind}", "Target": target, **outside}


def _package(parts: dict[str, etree._Element], writing: Iterable[_Part]) -> bytes:
    start = {"Id": "rId1", **_relation("officeDocument", "word/document.xml")}
    relations = {
        f"word/_rels/{part.name}.xml.rels": xml(part.relations()) for part in writing if len(part.relations())
    }
    return packed(
        {
            "[Content_Types].xml": xml(_content_types(parts)),
            "_rels/.rels": xml(listed(RELATIONS, "Relationships", [("Relationship", start)])),
            "word/document.xml": xml(parts["document"]),
            **relations,
            **{f"word/{name}.xml": xml(root) for name, root in parts.items() if name != "document"},
        }
    )


def _content_types(parts: Iterable[str]) -> etree._Element:
    kinds = {name: "document.main" if name == "document" else name.rstrip("0123456789") for name in parts}
    return listed(
        TYPES,
        "Types",
        [
            (
                "Default",
                {
                    "Extension": "rels",
                    "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
                },
            ),
            ("Default", {"Extension": "xml", "ContentType": "application/xml"}),
            *(
                ("Override", {"PartName": f"/word/{name}.xml", "ContentType": f"{_WORD}{kind}+xml"})
                for name, kind in kinds.items()
            ),
        ],
    )
