"""What the pages of a PDF show, in each of its revisions, as PDFium reads them for the guard."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.files.unreadable import UnreadableError, WhyUnread
from desktop_app.support.bounded import CrashedError, OverTimeError, run_bounded
from desktop_app.support.pdfium import PDFIUM

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 2_000
_SECONDS, _MEMORY = 6, 560 << 20
_MAX_REVISIONS = 20
_AT_THE_EDGE = 3
"""How many lines of a page may be its head or its foot."""
_WORD = 3
_HYPHEN = re.compile("[\x02\ufffe\xad]\r?\n?")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LAM_ALEF = re.compile("(?<=\\w)([اأإآ])(ل)")
"""PDFium gives the two letters of this ligature in the wrong order."""


class UnreadablePdfError(UnreadableError):
    """Something in the file cannot be read, so that nobody can say what it holds."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pages of a PDF show.

    Attributes:
        texts: Each text once, with the number of a page that shows it.
        over: What may run on from one page to the next, with the number of the first.
        drawn: Numbers of pages that show something, none of it as text: they were scanned, or are pictures.
        unmapped: Numbers of pages with words of which no font says the letters.
    """

    texts: tuple[tuple[int, str], ...]
    over: tuple[tuple[int, str], ...]
    drawn: tuple[int, ...]
    unmapped: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    is_drawn: bool
    is_unmapped: bool


def pages_of_pdf(data: bytes, *, strangers: bool = False) -> Pages:
    """The lines of every page, of every revision that can still be opened.

    Args:
        data: All of the file.
        strangers: Whether letters without a meaning are looked for, which ours have not.

    Raises:
        UnreadablePdfError: for a damaged file, or one that asks for a password.
    """
    ends = [found.end() for found in re.finditer(rb"%%EOF", data)]
    if len(ends) > _MAX_REVISIONS:
        raise UnreadablePdfError(why=WhyUnread.UNUSUAL)
    states: list[tuple[_Page, ...]] = []
    for end in ends[:-1]:
        with suppress(UnreadablePdfError):
            states.append(_shown(data[:end], strangers=strangers))
    states.append(_shown(data, strangers=strangers))
    texts: dict[str, int] = {}
    over: dict[str, int] = {}
    for pages in states:
        _keep_first(texts, ((number, page.text) for number, page in enumerate(pages, start=1)))
        _keep_first(over, _over_pages(pages))
    last = list(enumerate(states[-1], start=1))
    drawn = tuple(number for number, page in last if page.is_drawn and not page.text.strip())
    unmapped = tuple(number for number, page in last if page.is_unmapped)
    return Pages(
        tuple((number, text) for text, number in texts.items()),
        tuple((number, text) for text, number in over.items()),
        drawn,
        unmapped,
    )


def _keep_first(known: dict[str, int], found: Iterable[tuple[int, str]]) -> None:
    for number, text in found:
        known.setdefault(text, number)


def _over_pages(pages: Sequence[_Page]) -> Iterator[tuple[int, str]]:
    """What may run on from one page to the next, whatever stands at the foot and the head of all."""
    written = [(number, page.text.split("\n")) for number, page in enumerate(pages, start=1) if page.text]
    for (number, one), (_, other) in itertools.pairwise(written):
        ends, heads = one[-_AT_THE_EDGE:], other[:_AT_THE_EDGE]
        yield from ((number, f"{end}\n{head}") for end in ends for head in heads)


def pages_of_a_strangers_pdf(data: bytes) -> Pages:
    """The same of a file that anybody may have made: in a process that may hang, crash and swell.

    Raises:
        UnreadablePdfError: as ``pages_of_pdf``; where it takes too long.
    """
    try:
        answer = json.loads(run_bounded(_pages_told, data, seconds=_SECONDS, memory=_MEMORY))
    except OverTimeError:
        raise UnreadablePdfError(why=WhyUnread.TOO_LONG) from None
    except CrashedError:
        raise UnreadablePdfError(why=WhyUnread.STOPPED) from None
    if isinstance(answer, str):
        raise UnreadablePdfError(why=WhyUnread(answer))
    texts, over, drawn, unmapped = answer
    return Pages(
        tuple((number, text) for number, text in texts),
        tuple((number, text) for number, text in over),
        tuple(drawn),
        tuple(unmapped),
    )


def _pages_told(data: bytes) -> bytes:  # pragma: no cover - runs in another process
    try:
        pages = pages_of_pdf(data, strangers=True)
    except UnreadablePdfError as error:
        return json.dumps(error.why).encode()
    return json.dumps([pages.texts, pages.over, pages.drawn, pages.unmapped]).encode()


def _shown(data: bytes, *, strangers: bool) -> tuple[_Page, ...]:
    import pypdfium2  # noqa: PLC0415 - the terminal starts without it

    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            if len(document) > MAX_PAGES:
                raise UnreadablePdfError(why=WhyUnread.TOO_LARGE)
            return tuple(_read(page, strangers=strangers) for page in document)
    except pypdfium2.PdfiumError:
        raise UnreadablePdfError from None


def _read(page: "pypdfium2.PdfPage", *, strangers: bool) -> _Page:
    text = page.get_textpage()
    said = _readable(text.get_text_range())
    is_unmapped = strangers and _has_unmapped_word(text)
    text.close()
    is_drawn = any(True for _ in page.get_objects(max_depth=1))
    page.close()
    return _Page(said, is_drawn, is_unmapped)


def _has_unmapped_word(text: "pypdfium2.PdfTextPage") -> bool:
    """Whether several letters in a row are numbers of a font that says no letter for them; a dot may be."""
    from pypdfium2.raw import FPDFText_HasUnicodeMapError  # noqa: PLC0415

    run = 0
    for place in range(text.count_chars()):
        run = run + 1 if FPDFText_HasUnicodeMapError(text.raw, place) == 1 else 0
        if run >= _WORD:
            return True
    return False


def _readable(text: str) -> str:
    """Lines as they were written: words that a hyphen parts are whole, Arabic and Hebrew stand both ways."""
    lines = _HYPHEN.sub("", text).replace("\r\n", "\n").split("\n")
    others = [line for line in lines if _RIGHT_TO_LEFT.search(line)]
    turned = [line[::-1] for line in others]
    parted = [_LAM_ALEF.sub(r"\2\1", line) for line in others]
    return "\n".join([*lines, *turned, *parted])
