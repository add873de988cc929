"""The look as XML: styles, numbering and font table of a letter."""

from collections.abc import Iterable, Mapping

from lxml import etree

from scripts.templates.look import (
    ALTERNATIVES,
    BLUE,
    BULLETS,
    FACES,
    INK,
    LISTS,
    LOCALES,
    NUMBERS,
    Style,
    style_id,
)
from scripts.templates.ooxml import w


def styles_xml(names: Iterable[str], styles: Mapping[str, Style], language: str) -> etree._Element:
    """``word/styles.xml`` with these styles."""
    lang = w("lang", val=LOCALES[language], eastAsia="zh-CN", bidi="ar-SA")
    defaults = w("rPr", _fonts("text"), w("color", val=INK), w("sz", val=22), w("szCs", val=22), lang)
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", defaults), w("pPrDefault", w("pPr", w("widowControl")))),
        *(_style_xml(name, styles[name]) for name in names),
    )


def _style_xml(name: str, style: Style) -> etree._Element:
    identity = {"type": "character" if style.character else "paragraph", "styleId": style_id(name)}
    if name == "Normal":
        identity["default"] = "1"
    if not style.builtin:
        identity["customStyle"] = "1"
    element = w("style", w("name", val=name), **identity)
    if style.based_on:
        element.append(w("basedOn", val=style_id(style.based_on)))
    if style.next:
        element.append(w("next", val=style_id(style.next)))
    element.append(w("qFormat"))
    for properties in (_paragraph_properties(style), _run_properties(style)):
        if len(properties):
            element.append(properties)
    return element


def _paragraph_properties(style: Style) -> etree._Element:
    found = w("pPr")
    found.extend(w(tag) for tag, on in (("keepNext", style.keep_next), ("keepLines", style.keep_lines)) if on)
    number, level = style.numbering
    if number:
        found.append(w("numPr", *([w("ilvl", val=level)] if level else []), w("numId", val=number)))
    found.extend(_borders(style))
    if style.shade and not style.character:
        found.append(w("shd", val="clear", color="auto", fill=style.shade))
    if style.tab:
        found.append(w("tabs", w("tab", val=style.tab_kind, pos=_mm(style.tab))))
    found.extend(_spacing(style))
    sides = {"left": style.left, "right": style.right, "hanging": style.hanging}
    if any(sides.values()):
        found.append(w("ind", **{side: _mm(value) for side, value in sides.items() if value}))
    if style.align:
        found.append(w("jc", val=style.align))
    if style.outline:
        found.append(w("outlineLvl", val=style.outline - 1))
    return found


def _borders(style: Style) -> Iterable[etree._Element]:
    sides = {
        "top": style.rule_above,
        "left": (18, BLUE) if style.bar else (0, ""),
        "bottom": style.rule_below,
    }
    edges = [
        w(side, val="single", sz=eighths, space=5 if side == "bottom" else 8, color=colour)
        for side, (eighths, colour) in sides.items()
        if eighths
    ]
    return [w("pBdr", *edges)] if edges else []


def _spacing(style: Style) -> Iterable[etree._Element]:
    values: dict[str, str | int] = {}
    if style.before is not None:
        values["before"] = _pt(style.before)
    if style.after is not None:
        values["after"] = _pt(style.after)
    if style.line is not None:
        values |= {"line": _pt(style.line), "lineRule": "atLeast"}
    return [w("spacing", **values)] if values else []


def _run_properties(style: Style) -> etree._Element:
    found = w("rPr")
    if style.face:
        found.append(_fonts(style.face))
    if style.bold is not None:
        found.extend(w(tag, **({} if style.bold else {"val": "0"})) for tag in ("b", "bCs"))
    if style.italic:
        found.extend((w("i"), w("iCs")))
    if style.colour:
        found.append(w("color", val=style.colour))
    if style.size is not None:
        found.extend(w(tag, val=round(style.size * 2)) for tag in ("sz", "szCs"))
    if style.underlined:
        found.append(w("u", val="single"))
    if style.shade and style.character:
        found.append(w("shd", val="clear", color="auto", fill=style.shade))
    if style.raised:
        found.append(w("vertAlign", val="superscript"))
    return found


def _fonts(face: str) -> etree._Element:
    latin, east_asian, complex_script = FACES[face]
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=complex_script)


def _mm(value: float) -> int:
    return round(value * 1440 / 25.4)


def _pt(value: float) -> int:
    return round(value * 20)


def font_table_xml() -> etree._Element:
    """``word/fontTable.xml``: what to take where a font is not installed."""
    return w(
        "fonts",
        *(w("font", w("altName", val=other), name=name) for name, other in sorted(ALTERNATIVES.items())),
    )


def numbering_xml(numbers: Iterable[int]) -> etree._Element:
    """``word/numbering.xml`` for those of ``BULLETS`` and ``NUMBERS`` that are used."""
    wanted = sorted(numbers)
    bullet = w("rPr", _fonts("plain"), w("color", val=BLUE), w("sz", val=26))
    levels = {
        BULLETS: [_level(0, "bullet", "•", "List Bullet", bullet)],
        NUMBERS: [
            _level(0, "decimal", "%1.", "List Number"),
            _level(1, "lowerLetter", "%2.", "List Number 2"),
        ],
    }
    lists = [
        w("abstractNum", w("multiLevelType", val="multilevel"), *levels[n], abstractNumId=n) for n in wanted
    ]
    return w("numbering", *lists, *(w("num", w("abstractNumId", val=n), numId=n) for n in wanted))


def _level(level: int, kind: str, text: str, name: str, *look: etree._Element) -> etree._Element:
    style = LISTS[name]
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style_id(name)),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=_mm(style.left), hanging=_mm(style.hanging))),
        *look,
        ilvl=level,
    )
