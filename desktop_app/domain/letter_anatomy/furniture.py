"""What stands round a letter: running heads, page numbers, the header of an e-mail, rules, damage."""

import re
from collections.abc import Sequence

from desktop_app.domain.letter_anatomy.cues import URL
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.marks import ENDS
from desktop_app.domain.letter_anatomy.noise import Noise
from desktop_app.domain.letter_anatomy.page_cues import DELIVERY, FORWARDED, MAIL_HEADER, WEB
from desktop_app.domain.letter_anatomy.source import Form

LONG = 60
"""Characters from which a line may be full."""
MARKUP = re.compile(r"^(?P<hashes>#{1,6})\s+(?=\S)|^(?P<rule>[-_=*–—]{3,}|[*•·.\s]{3,})$")
_PAGE_NUMBER = re.compile(
    r"^(?:[-–—]?\s*\d{1,3}\s*[-–—]?|(?:page|seite|página|страница|صفحة|စာမျက်နှာ)\s*\d{1,3}(?:\s*(?:of|/|sur|de|von|من|из)\s*\d{1,3})?|"
    r"\d{1,3}\s*/\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)$",
    re.IGNORECASE,
)
_WIDE_GAP = re.compile(r"\S\s{5,}\S")
_LONGEST_DELIVERY = 100
_SHORTEST = 5
_OFTEN = 3
"""How often a line must stand to be a running head; two are enough at the edge of a page."""
_FEWEST_HEADERS = 3
_TAG = re.compile(r"^<(?:!--|/?[a-z][\w-]*[\s>/]).*>$", re.IGNORECASE)
_NO_WORD = re.compile(r"[!-~]{200}")
"""More signs without a blank than any word or address has: a picture in letters, or damage."""


def furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """Running heads and page numbers, by line."""
    alike: dict[str, list[Line]] = {}
    for line in lines:
        if len(line.text) > _SHORTEST:
            alike.setdefault(line.text, []).append(line)
    numbers = [bool(_PAGE_NUMBER.match(line.text)) for line in lines]
    at_edge = {
        line.text
        for line, *near in zip(lines, [False, *numbers], [*numbers[1:], False], strict=False)
        if line.starts_page or any(near)
    }
    repeated = {
        text
        for text, same in alike.items()
        if (len(same) >= _OFTEN or (len(same) > 1 and text in at_edge))
        and all(line.starts_page or line.gap or text in at_edge for line in same)
        and not ENDS.search(text)
        and not text.endswith(",")
    }
    found: dict[int, str] = {}
    for before, line in zip([None, *lines], lines, strict=False):
        after_number = before is not None and bool(_PAGE_NUMBER.match(before.text))
        if after_number and _WIDE_GAP.search(line.text):
            found[line.number] = "import-page-furniture"
        if line.form is Form.ASIDE or (line.text in repeated and not line.is_item and not line.cells):
            found[line.number] = "import-page-furniture"
        elif not line.cells and _PAGE_NUMBER.match(f"{line.marker} {line.text}".strip()):
            found[line.number] = "import-page-number"
    return found


def mail_furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """The header of an e-mail, and what a list server or a program puts under it."""
    found: dict[int, str] = {}
    run: list[Line] = []
    for line in lines[:40]:
        if MAIL_HEADER.match(line.text) and (not run or not line.gap):
            run.append(line)
        elif run:
            break
        elif FORWARDED.match(line.text):
            found[line.number] = "import-mail-furniture"
    if len(run) >= _FEWEST_HEADERS and any("@" in line.text for line in run):
        found |= {line.number: "import-mail-furniture" for line in run}
    else:
        found = {}
    tail = next((at for at, line in enumerate(lines) if line.text == "--" and at > len(lines) / 2), None)
    if tail is not None:
        found |= {line.number: "import-mail-furniture" for line in lines[tail:]}
    return found


def reason_to_put_aside(line: Line, noise: Noise, *, wrapped: bool) -> str:
    """Why a line is no part of the letter; empty where it is one."""
    if line.form in (Form.FOOTNOTE, Form.CELLS):
        return ""
    if URL.fullmatch(line.text):
        return "import-loose-link"
    if _NO_WORD.search(line.text) or _TAG.match(line.text):
        return "import-not-words"
    if (markup := MARKUP.match(line.text)) and markup["rule"]:
        return "import-rule"
    if not any(character.isalnum() for character in line.text):
        return "import-rule"
    if WEB.match(line.text) and not ENDS.search(line.text):
        return "import-page-furniture"
    if DELIVERY.match(line.text) and len(line.text) < _LONGEST_DELIVERY and not ENDS.search(line.text):
        return "import-delivery"
    return "import-not-words" if wrapped and noise.is_noise(line.text) else ""
