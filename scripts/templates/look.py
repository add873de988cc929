"""How the letters look on paper: one table of styles. Measures are points and millimetres."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

INK, BLUE, GREY, HAIRLINE, AMBER = "1B1B1B", "1C3F73", "5A5A5A", "BFBFBF", "FCEFC9"
PALE_BLUE = "EEF3FA"
TEXT_WIDTH = 158.0
"""Millimetres between the margins of A4; US Letter has four more."""

# Latin, East Asian, complex script. Word looks for what the font table names as their alternatives.
FACES = {
    "text": ("Cambria", "Noto Serif CJK SC", "Noto Naskh Arabic"),
    "plain": ("Calibri", "Noto Sans CJK SC", "Noto Naskh Arabic"),
}
ALTERNATIVES = {
    "Cambria": "Caladea",
    "Calibri": "Carlito",
    "Noto Serif CJK SC": "SimSun",
    "Noto Sans CJK SC": "Microsoft YaHei",
    "Noto Naskh Arabic": "Arabic Typesetting",
}
LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
BULLETS, NUMBERS = 1, 2

# As wide as the word before the subject: "Re:", "Objet :", "Asunto:".
_SUBJECT_INDENT = {"en": 11.0, "fr": 17.0, "es": 18.0}

# What the program needs when it prints a list, whether or not the letter uses it.
_FOR_THE_LIST = ("Signatory Member", "Signatory Group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style; ``None`` and empty mean "as the style it is based on"."""

    based_on: str = "Normal"
    next: str = ""
    character: bool = False
    builtin: bool = True
    face: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    colour: str = ""
    shade: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float = 0
    right: float = 0
    hanging: float = 0
    tab: float = 0
    tab_kind: str = "left"
    rule_above: tuple[int, str] = (0, "")
    rule_below: tuple[int, str] = (0, "")
    bar: bool = False
    align: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    numbering: tuple[int, int] = (0, 0)
    outline: int = 0


def style_id(name: str) -> str:
    """``footnote text`` is ``FootnoteText``."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def table(language: str, *, list_on_new_page: bool) -> Mapping[str, Style]:
    """Every style a letter in that language may use, by name."""
    indent = _SUBJECT_INDENT[language]
    rule = (0, "") if list_on_new_page else (6, BLUE)
    return {
        **_FRAME,
        **_OPENING,
        "Date": Style(after=14, align="end" if language == "fr" else ""),
        "Subject": Style(
            builtin=False, size=11.5, bold=True, before=16, after=14, left=indent, hanging=indent, tab=indent,
            next="Salutation", keep_next=True, keep_lines=True,
        ),
        **_BODY,
        **_END,
        "Count Statement": Style(
            builtin=False, size=11.5, bold=True, before=0 if list_on_new_page else 18, after=8,
            rule_above=rule, keep_next=True, keep_lines=True,
        ),
        **_LIST,
        **_CHARACTERS,
    }  # fmt: skip


_FRAME = {
    "Normal": Style(based_on="", line=14.5, after=0, before=0),
    "Letterhead": Style(
        builtin=False, face="plain", size=9.5, bold=True, colour=BLUE, tab=TEXT_WIDTH, tab_kind="right",
        rule_below=(6, BLUE),
    ),
    "header": Style(face="plain", size=8.5, line=10.5, colour=GREY, rule_below=(2, HAIRLINE)),
    "footer": Style(face="plain", size=8.5, line=10.5, colour=GREY, align="center"),
}  # fmt: skip
_OPENING = {
    "Title": Style(
        size=19, bold=True, colour=BLUE, line=23, after=6, next="Standfirst", keep_next=True, keep_lines=True
    ),
    "Standfirst": Style(builtin=False, face="plain", size=10.5, colour=GREY, after=14, next="Body Text"),
    "Reference": Style(builtin=False, after=14),
    "Address": Style(builtin=False, after=14, keep_lines=True),
    "Salutation": Style(after=8, next="Body Text", keep_next=True),
}
LISTS = {
    "List Bullet": Style(based_on="Body Text", after=5, left=7.4, hanging=4.6, numbering=(BULLETS, 0)),
    "List Bullet 2": Style(based_on="Body Text", after=5, left=14.8, hanging=4.6),
    "List Number": Style(based_on="Body Text", after=5, left=7.4, hanging=7.4, numbering=(NUMBERS, 0)),
    "List Number 2": Style(based_on="Body Text", after=5, left=14.8, hanging=7.4, numbering=(NUMBERS, 1)),
}
_BODY = {
    "Body Text": Style(line=15.5, after=8),
    "Ask": Style(
        builtin=False, based_on="Body Text", next="Body Text", bold=True, keep_next=True, keep_lines=True
    ),
    "heading 1": Style(
        face="plain", size=12, bold=True, colour=BLUE, before=12, after=4, next="Body Text",
        keep_next=True, keep_lines=True, outline=1,
    ),
    "heading 2": Style(
        face="plain", size=11, bold=True, before=10, after=3, next="Body Text",
        keep_next=True, keep_lines=True, outline=2,
    ),
    "Quote": Style(
        based_on="Body Text", next="Body Text", italic=True, left=8, right=8, before=2, after=10,
        keep_lines=True,
    ),
    **LISTS,
    "Ask Box": Style(
        builtin=False, based_on="Body Text", next="Ask Box Number", bold=True, after=2, left=7.4, hanging=7.4,
        shade=PALE_BLUE, bar=True, rule_above=(4, PALE_BLUE), rule_below=(4, PALE_BLUE),
        keep_next=True, keep_lines=True,
    ),
    "Ask Box Number": Style(builtin=False, based_on="Ask Box", bold=False),
}  # fmt: skip
_END = {
    "Closing": Style(before=4, after=6, line=15.5, keep_next=True),
    "Signature": Style(before=38, after=6, keep_next=True, keep_lines=True),
    "Copies": Style(builtin=False, face="plain", size=10, before=10, keep_lines=True),
    "Note": Style(builtin=False, face="plain", size=9.5, line=12, colour=GREY, before=6, after=8),
    "Contact Heading": Style(
        builtin=False, face="plain", size=10, bold=True, before=14, after=3, next="Contact",
        keep_next=True, keep_lines=True,
    ),
    "Contact": Style(builtin=False, face="plain", size=10, line=13.5, tab=78, keep_lines=True),
}  # fmt: skip
_LIST = {
    "Signatory": Style(
        builtin=False, face="plain", size=9.5, line=11.8, after=2.2, left=4, hanging=4, keep_lines=True
    ),
    "Signatory Member": Style(builtin=False, based_on="Signatory", size=9, left=12.3, hanging=3.8),
    "Signatory Group": Style(
        builtin=False,
        based_on="Signatory",
        next="Signatory",
        bold=True,
        colour=BLUE,
        before=7,
        keep_next=True,
    ),
    "footnote text": Style(face="plain", size=8.5, line=11, after=2),
}  # fmt: skip
_CHARACTERS = {
    "Letterhead Contact": Style(character=True, builtin=False, based_on="", bold=False, colour=GREY),
    "Prompt": Style(character=True, builtin=False, based_on="", shade=AMBER),
    "Hyperlink": Style(character=True, based_on="", colour=BLUE, underlined=True),
    "footnote reference": Style(character=True, based_on="", raised=True),
}


def used(names: Iterable[str], styles: Mapping[str, Style]) -> list[str]:
    """The named styles, those they rest on and those the list needs, in the order of the table."""
    wanted: set[str] = set()
    waiting = ["Normal", *_FOR_THE_LIST, *names]
    while waiting:
        name = waiting.pop()
        if name and name not in wanted:
            wanted.add(name)
            waiting += [styles[name].based_on, styles[name].next]
    return [name for name in styles if name in wanted]
