"""CSV as spreadsheets and sign-on forms write it: any of four encodings, any of four separators."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from statistics import median_low

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.guessed_encoding import GUESS
from desktop_app.files.sheetml import LAST_ROW

_SEPARATORS = (",", ";", "\t")
_BAR = "|"
_TOLD = re.compile(r'"?sep=(?P<separator>\\t|[,;|\t])"?[,;|\t]*(?:\r\n?|\n|\Z)', re.IGNORECASE)
"""A first line that tells the separator, in Excel's way. Saved again, it may have blank cells behind it."""
_TABS = {"\\t": "\t"}
_LOOKED_AT = 50
"""Records that decide which separator it is."""
LONGEST_CELL = 1 << 17
"""Characters. Python refuses what is longer without a word of where it stands, so that is looked at here."""
csv.field_size_limit(1 << 30)

_MARKED = "utf-16"
"""The encoding of a file that begins with its mark."""
_FEW = 20
"""A text with more NULs than one in so many signs is none."""
_LINE_END = re.compile(r"\r\n?|\n")

_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
"""How a workbook begins that was only called CSV."""
_OTHER_KINDS = re.compile(
    r'\s*(?:<(?:!doctype|\?xml|html|head|meta|body|table|div|style)\b|<!--|[\[{]\s*[\[{"]|\{\\rtf|%PDF-)',
    re.IGNORECASE,
)
"""A page, which some sites call a spreadsheet, JSON, a text of Word's, a PDF."""

_NO_WESTERN_WORD = re.compile(
    r"[^\W\d_](?!\u2022[A-Z])"
    r"[\u20ac\u201a\u201e\u2020-\u2022\u2030\u2039\u203a\u02c6\u02dc\u2122¡-©¬®¯±³¸¹¼-¿][^\W\d_]"
    r"|[^\W\d_](?:\u0192|[\u0160\u0178\u017d](?=[a-zà-ÿ]))[^\W\d_]|[À-ÿ]{4}"
)
"""A sign within a word, a capital that no Western language has there, accents on four letters in a row: an
encoding of Macintosh, of DOS or of another script, read as that of Windows. A bullet before a capital, as in
"Art•Lab", would be a small ï or ò in those of Western Europe, and no capital follows on that."""

Record = list[str]


def read_records(data: bytes, file: str) -> list[Record]:
    """The records of a CSV file, blank ones included: their position is the row a spreadsheet shows.

    Excel shows no row for a first line that tells the separator, and here it is none either.

    Raises:
        ProblemError: ``csv-row-broken``, with the row, where a quotation mark is never closed or stands where
            none may stand: going on would swallow the rows after it. ``cell-too-long``, with the row as well.
            ``file-too-large`` where it has more rows than a sheet can. As ``decoded``.
    """
    text = decoded(data, file)
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    separator = _TABS.get(told["separator"], told["separator"]) if told else _separator(text)
    records: list[Record] = []
    try:
        # What was read before the error stays in the list and gives its row.
        records.extend(islice(_reader(text, separator, strict=True), LAST_ROW + 1))
    except csv.Error:
        raise ProblemError("csv-row-broken", Place(file=file, row=len(records) + 1)) from None
    if len(records) > LAST_ROW:
        raise ProblemError("file-too-large", Place(file=file, row=LAST_ROW))
    if len(text) > LONGEST_CELL:
        _check_cells(records, file)
    return records


def _check_cells(records: list[Record], file: str) -> None:
    for row, record in enumerate(records, start=1):
        for column, cell in enumerate(record, start=1):
            if len(cell) > LONGEST_CELL:
                raise ProblemError(
                    "cell-too-long",
                    Place(file=file, row=row),
                    column=column,
                    length=len(cell),
                    most=LONGEST_CELL,
                )


def decoded(data: bytes, file: str) -> str:
    """The text of a file, in whichever of the four encodings it is.

    Raises:
        ProblemError: ``file-damaged``, ``file-encoding-unknown`` where it can be in none of them,
            ``file-encoding-wrong`` where it is not in that which it names, ``csv-row-nul``, with the row, or
            ``file-wrong-kind`` where it is no text.
    """
    if data.startswith(_WORKBOOKS):
        raise ProblemError("file-wrong-kind", Place(file=file), kind="csv")
    encoding = _encoding(data)
    if encoding == _MARKED and _is_utf8_after_all(data):
        raise ProblemError("file-encoding-wrong", Place(file=file))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        code = "file-encoding-unknown" if encoding == GUESS and b"\0" not in data else "file-damaged"
        raise ProblemError(code, Place(file=file)) from None
    if 0 < text.count("\0") <= len(text) // _FEW:
        row = len(_LINE_END.findall(text[: text.index("\0")])) + 1
        raise ProblemError("csv-row-nul", Place(file=file, row=row))
    if "\0" in text or _OTHER_KINDS.match(text):
        raise ProblemError("file-wrong-kind", Place(file=file), kind="csv")
    if encoding == GUESS and _NO_WESTERN_WORD.search(text):
        raise ProblemError("file-encoding-unknown", Place(file=file))
    return text


def tells_separator(text: str) -> bool:
    """Whether a first line says that this is a table, and what parts its columns."""
    return _TOLD.match(text) is not None


def is_guessed(data: bytes) -> bool:
    """Whether nothing in a file says which encoding it is in: a name may be read as another one."""
    return _encoding(data) == GUESS


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _MARKED
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return GUESS
    return "utf-8"


def _is_utf8_after_all(data: bytes) -> bool:
    """Whether there is UTF-8 behind a mark of UTF-16, in which every line end and comma has a NUL."""
    if b"\0" in data:
        return False
    try:
        data[2:].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _separator(text: str) -> str:
    """The one that makes the most columns; a comma inside names makes few.

    Bars stand in answers as well: they part columns only where they part the first row into the most.
    """
    best = max(_SEPARATORS, key=lambda separator: _usual_width(text, separator))
    first, of_bars = _usual_width(text, best, of=1), _usual_width(text, _BAR, of=1)
    return _BAR if of_bars > first and _usual_width(text, _BAR) > _usual_width(text, best) else best


def _usual_width(text: str, separator: str, of: int = _LOOKED_AT) -> int:
    filled = (record for record in _reader(text, separator, strict=False) if any(record))
    widths: list[int] = []
    with suppress(csv.Error):  # it is reported, with its row, when the whole is read
        widths.extend(len(record) for record in islice(filled, of))
    return median_low(widths) if widths else 0


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[Record]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
