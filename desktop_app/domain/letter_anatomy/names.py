"""The signatories of a letter, in whatever shape their list was typed."""

import re
from collections.abc import Sequence

from desktop_app.domain.letter_anatomy import list_cues, marks
from desktop_app.domain.letter_anatomy.columns import in_columns, rows_of_table
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.name_parts import split_names
from desktop_app.domain.letter_anatomy.name_rows import (
    Row,
    by_land,
    figure_of,
    headings_among,
    is_short_name,
    names_inline,
    next_numbers,
    run_together,
    unknown_lands,
)
from desktop_app.domain.letter_anatomy.parts import Doubt, FoundName
from desktop_app.domain.letter_anatomy.shapes import is_country
from desktop_app.domain.letter_anatomy.source import Form
from desktop_app.domain.letter_anatomy.umbrellas import Umbrellas

_GLUE = frozenset(
    "for of and the to in on with a an & – - — de des du la le les et y del por para e da do dos das vo"
    "n für der und "
    "at by or against sur pour dans au aux".split()
)
_ODD_NAME = re.compile(
    r"[{}|$\\~^]|\d/(?!\d)|\.(?=[^\W\d_]*l?[^\W\d_]{3})(?<=[a-z]\.)[a-z]|^[a-z][a-z]|”$(?<!“.)|"
    r"\bI['’][A-Z]|\b[Il]nsie|"
    r"[’'][”\"]|\s\(\s|\b[^\W\d_]*[a-z][A-Z]?[a-z]*\$[^\W\d_]*"
)
_REPRESENTING = re.compile(
    r"(?:,?\s*(?:representing|comprising|including|on behalf of|whose members are|que agrupa a?|"
    r"que representa a?|regroupant|représentant|im namen von))?\s*[:：]\s*$",
    re.IGNORECASE,
)
"""What stands between an umbrella's name and its members."""

_FULL = 45
"""Characters from which a name may fill its line."""
_LONGEST = 2_000
"""Characters after which nothing is put to a name: a bracket that is never closed takes no list in."""
_JOINT = 3
"""Characters at the end of a line that tell how the next one is put to it."""
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


class NameList:
    """Reads the lines of the list.

    Attributes:
        names: The signatories, in order.
        is_numbered: Whether numbers are printed before them.
        doubts: What is unsure of them.
        anonymous: The lines that count those who are not named.
    """

    def __init__(self, segments: Sequence[tuple[str, Sequence[Line]]], *, wraps: bool) -> None:
        self.doubts: list[Doubt] = []
        self.anonymous: list[str] = []
        self._wraps = wraps
        rows: list[Row] = []
        for heading, lines in segments:
            group = heading if len(segments) > 1 else ""
            rows += self._rows(lines, group)
        self.is_numbered = sum(row.number is not None for row in rows) > len(rows) / 4
        umbrellas = Umbrellas(self._joined(rows), self._join, wraps=wraps)
        rows = umbrellas.rows
        self.doubts += umbrellas.doubts
        self._anchors(rows)
        for doubt in split_names(rows):
            self.doubts.append(doubt)
        self._odd(rows)
        self.names = tuple(_found(row) for row in rows)

    # ---- rows

    def _rows(self, lines: Sequence[Line], group: str) -> list[Row]:
        if sum(bool(line.cells) for line in lines) > len(lines) / 2:
            return [
                Row(
                    row.name,
                    [row.line],
                    country=row.country,
                    title=row.title,
                    group=row.group or group,
                    gap=True,
                    is_person=bool(row.title),
                    number=row.number,
                    marker=row.mark,
                )
                for row in rows_of_table(lines, self.doubts)
            ]
        if inline := run_together(lines):
            self.doubts.append(Doubt("import-run-together", lines[0].number, inline))
            return [
                Row(name, [line.number for line in lines], group=group, gap=True)
                for name in names_inline(inline)
            ]
        if parted := by_land(lines):
            self.doubts.append(Doubt("import-run-together", lines[0].number, lines[0].text))
            return [
                Row(name, [line.number], group=group, gap=True, country=land)
                for line, land, names in parted
                for name in names
            ]
        return self._one_on_each(lines, group)

    def _one_on_each(self, lines: Sequence[Line], group: str) -> list[Row]:
        """Entries under one another, with headings among them."""
        rows = []
        heading, country = group, ""
        pieces = list(in_columns(lines))
        entries = [text for _, text, _ in pieces], [line for line, _, _ in pieces]
        headings, lands = headings_among(*entries), unknown_lands(*entries)
        for at, (line, text, gap) in enumerate(pieces):
            if at in headings:
                said = re.sub(r"\s*\(\d+\)\s*$", "", text.strip(" :：*")).strip()
                heading, country = (heading, said) if at in lands or is_country(said) else (said, "")
                self.doubts.append(Doubt("import-group", line.number, text))
                continue
            row = self._row(line, text, gap=gap)
            if row:
                row.group, row.country = heading, country
                rows.append(row)
        return rows

    def _row(self, line: Line, text: str, *, gap: bool) -> Row | None:
        number = marks.NUMBERED.match(text) or marks.IN_BRACKETS.match(text)
        bullet = None if number else marks.BULLET.match(text) or marks.LETTERED.match(text)
        if bullet and marks.mark_in(bullet) == "»":
            bullet = None
        match = number or bullet
        name = text[match.end() :] if match else text
        marker = marks.mark_in(match) if match else line.marker
        if list_cues.ANONYMOUS_ROW.match(name.strip("()（）")):
            self.anonymous.append(name)
            self.doubts.append(Doubt("import-no-name", line.number, text))
            return None
        is_rest = not match and text.count(")") > text.count("(")
        if sum(character.isalpha() for character in name) < 4 and not is_short_name(name) and not is_rest:
            self.doubts.append(Doubt("import-no-name", line.number, text))
            return None
        figure = (
            int(number["number"] or number.groupdict().get("hash") or 0) if number else figure_of(line.marker)
        )
        deep = line.form is Form.ITEM and line.level > 1
        return Row(
            self._bare(line, name),
            [line.number],
            figure,
            marker,
            is_member=deep,
            gap=gap,
            indent=line.indent,
        )

    def _bare(self, line: Line, name: str) -> str:
        """A name without what leads to its members."""
        leads = _REPRESENTING.search(name)
        if leads and any(character.isalpha() for character in leads[0]):
            self.doubts.append(Doubt("import-by-the-list", line.number, leads[0].strip(" ,")))
        return _REPRESENTING.sub("", name).strip()

    # ---- wrapped names

    def _joined(self, rows: list[Row]) -> list[Row]:
        """Rows with the second halves of wrapped names put to the first."""
        done: list[Row] = []
        widest = max((len(row.text) for row in rows), default=0)
        for row, following in zip(rows, next_numbers(rows), strict=True):
            last = done[-1] if done else None
            if last is not None and (
                self._is_second_half(last, row, widest) or self._hangs(last, row, following, widest)
            ):
                self._join(last, row, "import-name-joined")
            else:
                done.append(row)
        return done

    def _hangs(self, last: Row, row: Row, following: int | None, widest: int) -> bool:
        """Whether it is set in under a numbered name that fills its line, and the next number follows on."""
        if not self._wraps or row.number is not None or row.marker or row.gap:
            return False
        if len(last.text) > _LONGEST:
            return False
        if last.number is not None and following not in (None, last.number + 1):
            return False
        if row.indent <= last.indent and (last.number is None or following is None):
            return False
        return (last.number is not None or bool(last.marker)) and len(last.last_line) > 0.6 * widest

    def _is_second_half(self, last: Row, row: Row, widest: int) -> bool:
        if not self._wraps or row.number is not None or row.marker or row.gap or row.group != last.group:
            return False
        if len(last.text) > _LONGEST:
            return False
        words = last.text.split()
        open_bracket = last.text.count("(") > last.text.count(")")
        return (
            (words[-1].casefold() if last.text.isupper() else words[-1]) in _GLUE
            or bool(re.match(r"[^\W\d_]", row.text) and row.text[0].islower())
            or open_bracket
            or row.text.startswith(("(", "“"))
            or last.text.endswith(("-", ",", "/"))
            or (row.indent > last.indent and len(last.text) > _FULL and len(last.text) > 0.85 * widest)
        )

    def _join(self, last: Row, row: Row, code: str) -> None:
        joint = "" if _BROKEN_WORD.search(last.text[-_JOINT:]) else " "
        last.text = f"{last.text}{joint}{row.text}"
        last.last_line = row.text
        last.numbers += row.numbers
        self.doubts.append(Doubt(code, row.numbers[0], last.text))

    # ---- printed numbers

    def _anchors(self, rows: Sequence[Row]) -> None:
        """Where a printed number is not the one that counting gives."""
        bare = [row for row in rows if row.number is None and row.parent is None]
        if self.is_numbered and len(bare) <= 0.1 * len(rows):
            for row in bare:
                self.doubts.append(Doubt("import-no-number", row.numbers[0], row.text))
        counted, base_number, base_count = 0, 0, 0
        for row in rows:
            if row.parent is not None:
                continue
            counted += 1
            if row.number is None or row.number <= base_number:
                if row.number == 1:
                    base_number, base_count = 1, counted
                continue
            expected, got = row.number - base_number - 1, counted - base_count - 1
            if expected != got:
                values = {"number": row.number, "found": got, "expected": expected, "since": base_number}
                self.doubts.append(Doubt("import-numbers", row.numbers[0], row.text, values))
            base_number, base_count = row.number, counted

    def _odd(self, rows: Sequence[Row]) -> None:
        for row in rows:
            text = row.text
            unequal = text.count("(") != text.count(")") or text.count("“") != text.count("”")
            if unequal or _ODD_NAME.search(text):
                self.doubts.append(Doubt("import-odd-name", row.numbers[0], text))


def _found(row: Row) -> FoundName:
    return FoundName(
        name=row.text,
        lines=tuple(row.numbers),
        member_of=row.parent.text if row.parent else "",
        country=row.country,
        title=row.title,
        group=row.group,
        marker=row.marker,
        is_person=row.is_person,
    )
