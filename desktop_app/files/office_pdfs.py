"""Many letters as PDF: LibreOffice makes them, one process for each core, each in a profile of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from desktop_app.files import libreoffice
from desktop_app.support.workplace import private_folder

SECONDS = 60
"""Without a new letter; the longest that we know takes two, and a first start on an old machine ten."""
MEMORY = 1500 << 20
"""Of one process: a list of 5,000 names takes 350 MB."""
_LETTERS_EACH = 4
"""Fewer letters are not worth the start of another process."""
_PARTS = ";"
"""LibreOffice puts what it is asked for into one line, which it parts here: no folder may hold it."""
_SLICE = 0.05
_HEARTBEAT = 0.1
"""Seconds after which whoever waits is asked whether he still wants to."""
_OPTIONS: Mapping[str, tuple[str, str]] = {
    "SelectPdfVersion": ("long", "2"),  # PDF/A-2b
    "UseTaggedPDF": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "DisplayPDFDocumentTitle": ("boolean", "true"),
    "ExportNotes": ("boolean", "false"),
    "ExportNotesInMargin": ("boolean", "false"),
    "ExportFormFields": ("boolean", "false"),
    "IsAddStream": ("boolean", "false"),  # the document itself, put into the PDF
    "UseLosslessCompression": ("boolean", "true"),  # signatures are line drawings
    "ReduceImageResolution": ("boolean", "false"),
}
FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": kind, "value": value} for name, (kind, value) in _OPTIONS.items()}, separators=(",", ":")
)


class UnmadeError(Exception):
    """LibreOffice made no PDF of a document. ``number`` says of which."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def cores() -> int:
    """How many processes can work at once."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def made_pdfs(
    documents: Sequence[Path], folder: Path, workers: int = 0
) -> Generator[tuple[int, Path] | None, None, None]:
    """Make a PDF of each document, and tell of each as soon as it is there.

    Whoever closes the iterator stops the work; no process is left.

    Args:
        documents: DOCX files of ours, in which nothing leads outside.
        folder: For copies, profiles and what is made. The caller removes it.
        workers: How many processes; 0 = as many as there are cores, and letters for them.

    Yields:
        Which document, and its PDF, in any order; None where only time has passed.

    Raises:
        MissingError: where there is no LibreOffice.
        UnmadeError: for a document of which no PDF came, or not in time.
    """
    found = libreoffice.program()
    if found is None:
        raise libreoffice.MissingError
    number = workers or min(cores(), -(-len(documents) // _LETTERS_EACH))
    with ExitStack() as stack:
        if _PARTS in str(folder):
            folder = stack.enter_context(private_folder())
        shares = [
            _Share(found, documents, range(at, len(documents), number), folder / f"office-{at}")
            for at in range(number)
        ]
        yield from _shared_out(shares)


def _shared_out(shares: "Sequence[_Share]") -> Generator[tuple[int, Path] | None, None, None]:
    try:
        for share in shares:
            share.begin()
        told = time.monotonic()
        while any(share.waits for share in shares):
            ready = [made for share in shares for made in share.ready()]
            yield from ready
            if not ready:
                time.sleep(_SLICE)
            if ready or time.monotonic() - told > _HEARTBEAT:
                told = time.monotonic()
                yield None
    finally:
        libreoffice.stop(*(share.process for share in shares if share.process is not None))


class _Share:
    """What one process makes: its documents one after the other.

    Attributes:
        process: None before it has begun.
    """

    def __init__(self, found: str, documents: Sequence[Path], numbers: range, folder: Path) -> None:
        self._found = found
        self._folder = folder
        self._left = list(numbers)
        self.process: subprocess.Popen[bytes] | None = None
        self._since = 0.0
        self._at_work: list[int] = []
        self._is_retrial = False
        folder.mkdir()
        for number in numbers:
            # Its own name could be anything; that of a number is safe on every command line.
            shutil.copyfile(documents[number], folder / f"{number}.docx")

    @property
    def waits(self) -> bool:
        """Whether something is still to be made."""
        return bool(self._left)

    def begin(self, most: int = sys.maxsize) -> None:
        """Start on what is left, or on that many of it."""
        self._since = time.monotonic()
        self._is_retrial = most == 1
        self._at_work = self._left[:most]
        names = [f"{number}.docx" for number in self._at_work]
        self.process = libreoffice.start(self._found, self._folder, FILTER, names, memory=MEMORY, many=True)

    def ready(self) -> list[tuple[int, Path]]:
        """What was finished since. Where the process ended too early, it begins again, with one letter alone.

        Raises:
            UnmadeError: where that one could not be made either.
        """
        if not self._left or self.process is None:
            return []
        ended = self.process.poll()
        ready = []
        # They are made in order: one is finished when the next is there, or when the process has ended well.
        while self._at_work and self._is_there(self._at_work[0]):
            if ended != 0 and not any(map(self._is_there, self._at_work[1:2])):
                break
            number = self._left.pop(0)
            self._at_work.pop(0)
            ready.append((number, self._made(number)))
        if ready:
            self._since = time.monotonic()
        elif ended is not None or time.monotonic() - self._since > SECONDS:
            self._begin_again()
        return ready

    def _begin_again(self) -> None:
        self.stop()
        if not self._at_work:
            self.begin()
            return
        if self._is_retrial:
            raise UnmadeError(self._left[0])
        with suppress(FileNotFoundError):
            self._made(self._left[0]).unlink()
        self.begin(most=1)

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self.process is not None:
            libreoffice.stop(self.process)

    def _made(self, number: int) -> Path:
        return self._folder / libreoffice.MADE / f"{number}.pdf"

    def _is_there(self, number: int) -> bool:
        return self._made(number).exists()
