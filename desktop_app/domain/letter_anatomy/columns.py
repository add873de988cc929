"""Lists that are set in columns: tables of an office file, and columns made with blanks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.domain.figures import number_of
from desktop_app.domain.letter_anatomy import marks
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.order import Order
from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.shapes import is_country, looks_like_person, names_an_office

_TWO = 2
_WIDE = re.compile(r"\t+|\s{3,}")
_NO_COUNTRY = re.compile(
    r"^(?:international|regional|global|worldwide|multinational|internacional|mundial|n/?a|[-–—])$",
    re.IGNORECASE,
)
"""What stands in a column of countries and is none."""
_NUMBER_HEAD = re.compile(r"^(?:no|n°|nº|nr|#|№|s/?n|sl|sr|序号|编号|م|စဉ်)\.?$", re.IGNORECASE)
_COUNTRY_HEAD = re.compile(
    r"country|pays|país|pais|land|state|location|based in|paese|страна|البلد|الدولة|国家|နိုင်ငံ", re.IGNORECASE
)
_TITLE_HEAD = re.compile(
    r"title|position|affiliation|function|role|fonction|titre|cargo|título|funktion|amt|должность|المنصب|"
    r"职务|ရာထူး",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"name|organi[sz]ation|signator|group|institution|nom|association|nombre|entidad|organización|"
    r"organização|"
    r"organisation|verein|название|организация|الاسم|المنظمة|名称|机构|组织|အမည်|အဖွဲ့အစည်း",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table of signatories."""

    name: str
    line: int
    country: str = ""
    title: str = ""
    group: str = ""
    number: int | None = None
    mark: str = ""


def rows_of_table(lines: Sequence[Line], doubts: list[Doubt]) -> Iterator[TableRow]:
    """The rows of a table; its head and what has no name go to ``doubts``."""
    tables = [line for line in lines if line.cells]
    heads = _heads(tables[0].cells) if tables else {}
    if heads:
        doubts.append(Doubt("import-table-head", tables[0].number, tables[0].text))
    columns = heads or _guessed(tables)
    group = ""
    for line in lines:
        if heads and line is tables[0]:
            continue
        filled = [cell for cell in line.cells if cell.strip()] if line.cells else [line.text]
        if len(filled) == 1 and (not line.cells or len(line.cells) > 1) and _spans(line, columns):
            group = filled[0].strip(" :")
            doubts.append(Doubt("import-group", line.number, line.text))
            continue
        if columns.get("each") is not None:
            yield from (TableRow(_bare(cell), line.number, group=group) for cell in filled)
            continue
        row = _row(line, columns, group)
        unused = [
            cell
            for at, cell in enumerate(line.cells)
            if row and cell.strip() and (at not in columns.values() or _is_no_country(at, cell, columns))
        ]
        if unused:
            doubts.append(Doubt("import-cell-unused", line.number, "\t".join(unused)))
        if row:
            yield row
        else:
            doubts.append(Doubt("import-no-name", line.number, line.text))


def _is_no_country(at: int, cell: str, columns: dict[str, int]) -> bool:
    return at == columns.get("country") and _NO_COUNTRY.match(cell.strip()) is not None


def _bare(cell: str) -> str:
    return marks.NUMBERED.sub("", cell).strip()


def _spans(line: Line, columns: dict[str, int]) -> bool:
    """Whether a row with one filled cell is a heading: it is not where a name alone would stand."""
    if not line.cells:
        return True
    if "each" in columns:
        return False
    name = columns.get("name", 0)
    at = next(place for place, cell in enumerate(line.cells) if cell.strip())
    return at != name or is_country(line.cells[at].strip())


def _heads(cells: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        text = cell.strip()
        if len(text) > 40:
            return {}
        for key, pattern in (
            ("number", _NUMBER_HEAD),
            ("country", _COUNTRY_HEAD),
            ("title", _TITLE_HEAD),
            ("name", _NAME_HEAD),
        ):
            if pattern.search(text) and key not in columns:
                columns[key] = place
                break
    plain = all(len(cell.split()) <= 4 for cell in cells)
    return columns if "name" in columns and len(columns) >= min(2, len(cells)) and plain else {}


def _guessed(tables: Sequence[Line]) -> dict[str, int]:
    """What the columns of a table without head hold."""
    width = max((len(line.cells) for line in tables), default=0)
    cells = [
        [line.cells[at] for line in tables if at < len(line.cells) and line.cells[at].strip()]
        for at in range(width)
    ]
    columns: dict[str, int] = {}
    for at, column in enumerate(cells):
        if not column:
            continue
        if sum(bool(re.fullmatch(r"\d+[.)]?", cell.strip())) for cell in column) > 0.6 * len(column):
            columns.setdefault("number", at)
        elif sum(is_country(cell) for cell in column) > 0.6 * len(column):
            columns.setdefault("country", at)
        elif "name" in columns and sum(names_an_office(cell) for cell in column) > 0.4 * len(column):
            columns.setdefault("title", at)
        elif "name" in columns:
            columns.setdefault("each", at)
        else:
            columns["name"] = at
    return columns


def _row(line: Line, columns: dict[str, int], group: str) -> TableRow | None:
    def cell(key: str) -> str:
        at = columns.get(key)
        return line.cells[at].strip() if at is not None and at < len(line.cells) else ""

    name = _bare(cell("name"))
    if not name:
        return None
    number = cell("number").rstrip(".)")
    return TableRow(
        name,
        line.number,
        "" if _NO_COUNTRY.match(cell("country")) else cell("country"),
        cell("title"),
        group,
        number_of(number) if number.isdecimal() else None,
        cell("number"),
    )


def in_columns(lines: Sequence[Line]) -> Iterator[tuple[Line, str, bool]]:
    """Each entry of a list: its line, its text, and whether a gap is before it; columns are taken apart."""
    parted = _narrow_too(
        lines, [[piece for piece in _WIDE.split(line.text) if piece.strip()] for line in lines]
    )
    several = sum(len(pieces) > 1 for pieces in parted)
    if several < 0.5 * len(lines) or several < 2 or _second_is_country(parted):
        yield from ((line, line.text, line.gap) for line in lines)
        return
    if _second_is_title(parted):
        yield from ((line, ", ".join(pieces), line.gap) for line, pieces in zip(lines, parted, strict=True))
        return
    across = [(line, piece, True) for line, pieces in zip(lines, parted, strict=True) for piece in pieces]
    width = max(len(pieces) for pieces in parted)
    down = [
        (line, pieces[at], True)
        for at in range(width)
        for line, pieces in zip(lines, parted, strict=True)
        if at < len(pieces)
    ]
    yield from max((across, down), key=_in_order)


def _narrow_too(lines: Sequence[Line], parted: list[list[str]]) -> list[list[str]]:
    """The pieces, where a full first column left hardly a blank before the second, whose place is known."""
    starts = [
        line.text.rfind(pieces[1]) + line.indent
        for line, pieces in zip(lines, parted, strict=True)
        if len(pieces) == _TWO
    ]
    if len(starts) < max(_TWO, len(lines) / 2) or len(set(starts)) > 1:
        return parted
    made = []
    for line, pieces in zip(lines, parted, strict=True):
        at = starts[0] - line.indent
        split = len(pieces) == 1 and len(line.text) > at > 0 and line.text[at - 1] == " " != line.text[at]
        made.append([line.text[:at].rstrip(), line.text[at:]] if split else pieces)
    return made


def _second_is_country(parted: Sequence[Sequence[str]]) -> bool:
    seconds = [pieces[-1] for pieces in parted if len(pieces) == 2]
    return bool(seconds) and sum(is_country(text.strip("()")) for text in seconds) > 0.6 * len(seconds)


def _second_is_title(parted: Sequence[Sequence[str]]) -> bool:
    """Whether persons stand in the first column, and what they are in the second."""
    pairs = [pieces for pieces in parted if len(pieces) == 2]
    persons = sum(looks_like_person(name.split(",")[0]) for name, _ in pairs)
    offices = sum(names_an_office(title) for _, title in pairs)
    return bool(pairs) and persons > 0.6 * len(pairs) and offices > 0.4 * len(pairs)


def _in_order(entries: Sequence[tuple[Line, str, bool]]) -> int:
    numbers = [int(match["number"] or 0) for _, text, _ in entries if (match := marks.NUMBERED.match(text))]
    if len(numbers) > len(entries) / 2:
        return sum(one + 1 == other for one, other in pairwise(numbers))
    return len(Order([text for _, text, _ in entries]).kept)
