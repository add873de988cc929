"""A letter as a PDF, read in a process of its own: a PDF may be made to crash its reader, or to stall it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import Form, LetterSource, SourceLine
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.right_to_left import in_reading_order
from desktop_app.files.left_out import LeftOut
from desktop_app.files.pdf_lines import source_lines
from desktop_app.support.bounded import CrashedError, OverTimeError, run_bounded

SECONDS = 8.0
MEMORY = 600 << 20
_UNREADABLE = 0.2
"""Share of letters of which the file does not say which they are, from which it is as good as a picture."""

_KEPT = ("number", "text", "form", "level", "marker", "cells", "starts_page", "indent")


def read_pdf(data: bytes, file: str) -> tuple[LetterSource, tuple[Finding, ...], tuple[Doubt, ...]]:
    """The lines of a PDF, which of its pages have no text, and what it holds beside its lines.

    Raises:
        ProblemError: ``import-pdf-encrypted``, ``import-pdf-scanned``, ``import-pdf-broken``,
            ``import-pdf-unreadable`` where its letters cannot be told, ``import-too-large``,
            ``import-over-time``.
    """
    place = Place(file)
    try:
        answer = json.loads(run_bounded(_answer, data, seconds=SECONDS, memory=MEMORY))
    except OverTimeError:
        raise ProblemError("import-over-time", place) from None
    except CrashedError:
        raise ProblemError("import-pdf-broken", place) from None
    if answer["problem"]:
        raise ProblemError(answer["problem"], place)
    source = LetterSource(tuple(_lines(answer["lines"])))
    return source, tuple(_findings(answer["blank"], file)), _doubts(answer["left_out"])


def _lines(written: list[list[Any]]) -> Iterator[SourceLine]:
    for values in written:
        given = dict(zip(_KEPT, values, strict=True))
        given["text"] = in_reading_order(given["text"])
        yield SourceLine(**given | {"form": Form(given["form"]), "cells": tuple(given["cells"])})


def _doubts(said: list[list[Any]]) -> tuple[Doubt, ...]:
    left_out = LeftOut()
    for code, line, text in said:
        left_out.add(code, line, text)
    return left_out.doubts()


def _findings(blank: list[int], file: str) -> Iterator[Finding]:
    if blank:
        pages = ", ".join(map(str, blank))
        yield Finding("import-pages-without-text", Severity.WARNING, (Place(file),), {"pages": pages})


def _answer(data: bytes) -> bytes:
    """What the other process says: JSON, because nothing that it says is to be trusted."""
    answer: dict[str, Any] = {"problem": "", "lines": [], "blank": [], "left_out": []}
    try:
        answer |= _read(data)
    except ProblemError as problem:
        answer["problem"] = problem.code
    return json.dumps(answer).encode()


def _read(data: bytes) -> dict[str, Any]:
    from desktop_app.files.pdf_glyphs import glyph_pages

    pages = list(glyph_pages(data))
    glyphs = Counter({number: len(page.glyphs) for number, page in enumerate(pages, start=1)})
    if not glyphs.total():
        raise ProblemError("import-pdf-scanned")
    if sum(page.unmapped for page in pages) > _UNREADABLE * glyphs.total():
        raise ProblemError("import-pdf-unreadable")
    left_out = LeftOut()
    lines = source_lines(pages, left_out)
    for page in pages:
        for code, text in page.beside:
            left_out.add(code, 1, text)
    return {
        "left_out": list(left_out),
        "lines": [[getattr(line, name) for name in _KEPT] for line in lines],
        "blank": [number for number, letters in glyphs.items() if not letters],
    }
