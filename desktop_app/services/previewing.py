"""The pages of one letter as they will print, made by LibreOffice for the screen; nothing is handed over."""

import threading
import time
import weakref
from collections.abc import Generator
from contextlib import ExitStack, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.withheld import forms_of
from desktop_app.files import libreoffice
from desktop_app.files.pdf_pages import NoPagesError, PageSize, page_sizes
from desktop_app.files.reference_data import Reference
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.reading_letters import LetterReader
from desktop_app.services.searching import words_of_letters
from desktop_app.support.long_work import result_of
from desktop_app.support.workplace import private_folder

SECONDS = 60
"""For one letter: two on a machine of today, ten for a first start on an old one."""
MEMORY = 1500 << 20
_SLICE = 0.02
_LETTER, _PAGES = "letter.docx", "letter.pdf"


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as it will print.

    Attributes:
        pdf: The file; it is for the screen alone, and not cleaned as an exported one is.
        sizes: Of its pages.
    """

    pdf: bytes
    sizes: tuple[PageSize, ...]


class Previewer:
    """Makes the pages of letters, one letter at a time, in a folder of its own with LibreOffice's profile.

    The folder is there from the first letter until ``close``, at the latest until the program ends; letters
    and pages lie in it only while they are made.

    Args:
        reference: The program's tables.
    """

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._place = ExitStack()
        weakref.finalize(self, self._place.close)
        self._is_at_work = self._is_closed = False

    def steps(
        self, opened: OpenCampaign, recipient: Recipient, *, masked: bool
    ) -> Generator[None, None, Preview]:
        """Make the pages of the letter to one recipient. Whoever closes the generator stops LibreOffice.

        Args:
            opened: The campaign as it is now; its letters are read anew.
            recipient: Who will read it.
            masked: Whether withheld names may not be on the screen.

        Raises:
            ProblemError: ``preview-office-missing``; ``preview-name-hidden`` for a letter that holds a name
                which may not be on the screen; ``preview-failed``; as ``LetterReader``.
        """
        found = libreoffice.program()
        if found is None:
            raise ProblemError("preview-office-missing")
        yield None
        folder = self._begin()
        try:
            (folder / _LETTER).write_bytes(LetterReader(opened, self._reference).document(recipient))
            yield None
            if masked and _holds_a_name(opened, recipient, self._reference, folder / _LETTER):
                raise ProblemError("preview-name-hidden")
            yield None
            yield from _convert(found, folder)
            preview = _read(folder / libreoffice.MADE / _PAGES)
        except OSError:
            raise ProblemError("preview-failed") from None
        finally:
            self._end()
        return preview

    def close(self) -> None:
        """Remove the folder; while a letter is made in it, as soon as that has ended."""
        with self._lock:
            self._is_closed = True
            if not self._is_at_work:
                self._remove()

    def _begin(self) -> Path:
        with self._lock:
            if self._is_closed or self._is_at_work:
                raise ProblemError("preview-failed")
            if self._folder is None:
                try:
                    self._folder = self._place.enter_context(private_folder())
                except OSError:
                    raise ProblemError("preview-failed") from None
            self._is_at_work = True
            return self._folder

    def _end(self) -> None:
        with self._lock:
            self._is_at_work = False
            if self._is_closed:
                self._remove()
            elif self._folder is not None:
                for path in (self._folder / _LETTER, self._folder / libreoffice.MADE / _PAGES):
                    with suppress(OSError):
                        path.unlink(missing_ok=True)

    def _remove(self) -> None:
        if self._folder is not None:
            self._place.close()


def _convert(found: str, folder: Path) -> Generator[None, None, None]:
    """Have LibreOffice make the pages, and look every moment whether anybody still waits for them.

    Raises:
        ProblemError: ``preview-failed`` where it takes too long.
    """
    process = libreoffice.start(found, folder, "pdf", [_LETTER], memory=MEMORY)
    until = time.monotonic() + SECONDS
    try:
        while process.poll() is None:
            if time.monotonic() > until:
                raise ProblemError("preview-failed")
            time.sleep(_SLICE)
            yield None
    finally:
        libreoffice.stop(process)


def _read(path: Path) -> Preview:
    """The pages; that there are some says more than how LibreOffice ended."""
    try:
        data = path.read_bytes()
        return Preview(data, page_sizes(data))
    except (OSError, NoPagesError):
        raise ProblemError("preview-failed") from None


def _holds_a_name(opened: OpenCampaign, recipient: Recipient, reference: Reference, letter: Path) -> bool:
    """Whether a withheld name stands anywhere in a letter, by the rule of an export's check.

    What was settled there may be read in the letter that goes out, and not on a screen that hides names.
    """
    printed = printed_names(opened.signatories)
    language = LetterReader(opened, reference).language_for(recipient)
    typed = [text for _key, text in texts_of(opened.campaign)]
    addressed = [value if isinstance(value, str) else "\n".join(value) for value in astuple(recipient)]
    drafted = opened.draft(language).text
    own = words_of_letters(opened, [language], reference)
    guard = Guard(forms_of(opened.signatories, [*printed, drafted, *typed, *addressed, *own]), printed)
    search = result_of(guard.search([letter], [_LETTER]))
    return bool(search.certain or search.unread)
