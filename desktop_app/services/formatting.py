"""Make of the finished letters what else was asked for: PDF, e-mail drafts, archives, public copies."""

import hashlib
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.exported_file import ExportedFile
from desktop_app.domain.reporting import Finding, Place, ProblemError, Step
from desktop_app.files import libreoffice
from desktop_app.files.office_pdfs import UnmadeError, made_pdfs
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen
from desktop_app.services.naming import letter_names
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.stopwatch import Stopwatch

FORMATS = ("docx", "pdf")
"""What an export may be asked for."""
_BY_OFFICE = frozenset({"pdf"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an export is asked for: which formats, and whether its letters are drafts."""

    formats: frozenset[str] = frozenset({"docx"})
    draft: bool = False


def check_can_make(wanted: Wanted) -> None:
    """Raise before anything is written.

    Raises:
        ProblemError: ``format-unknown``; ``pdf-office-missing``.
    """
    for unknown in sorted(wanted.formats.difference(FORMATS)) or ([] if wanted.formats else [""]):
        raise ProblemError("format-unknown", given=unknown, known=FORMATS)
    if _BY_OFFICE & wanted.formats and libreoffice.program() is None:
        raise ProblemError("pdf-office-missing")


def formats_in(given: str) -> Collection[str]:
    """The formats that a line such as "docx, pdf" names."""
    return tuple(dict.fromkeys(name for part in given.split(",") if (name := part.strip().lower())))


@dataclass(frozen=True, slots=True)
class Makers:
    """What everything is made from, and where it goes.

    Attributes:
        work: What lies there is handed over.
        aside: What lies there is not.
    """

    opened: OpenCampaign
    chosen: Chosen
    reference: Reference
    work: Path
    aside: Path
    wanted: Wanted
    watch: Stopwatch

    def files(
        self, letters: Sequence[ExportedFile]
    ) -> Generator[Step, None, tuple[list[ExportedFile], list[Finding]]]:
        """Everything that was asked for but the letters themselves, and what is to be said of it.

        Args:
            letters: One DOCX for each recipient, in their order.

        Raises:
            ProblemError: ``pdf-failed``, ``pdf-office-missing``.
        """
        pdfs: list[ExportedFile] = []
        if _BY_OFFICE & self.wanted.formats:
            self.watch.restart()
            pdfs = yield from self._pdfs(letters)
            self.watch.add("convert")
        return pdfs, []

    def _pdfs(self, letters: Sequence[ExportedFile]) -> Generator[Step, None, list[ExportedFile]]:
        """A clean PDF of each letter, in their order."""
        from desktop_app.files.pdf_scrub import UncleanError, scrubbed

        campaign = self.opened.campaign
        place = self.work if "pdf" in self.wanted.formats else self.aside
        names = letter_names(self.opened, self.chosen, self.reference, ".pdf")
        total, made = len(letters), dict[int, ExportedFile]()
        yield Step("convert", 0, total)
        number = 0
        try:
            for ready in made_pdfs([letter.path for letter in letters], self.aside):
                if ready is None:
                    yield Step("convert", len(made), total)
                    continue
                number, source = ready
                letter = letters[number]
                title = campaign.text(letter.language).title or campaign.title
                clean = scrubbed(source, title=title, language=letter.language)
                source.unlink()
                made[number] = self._kept(place / names[number], clean, letter)
                yield Step("convert", len(made), total, letter.recipient)
        except libreoffice.MissingError:
            raise ProblemError("pdf-office-missing") from None
        except UnmadeError as error:
            raise ProblemError("pdf-failed", Place(names[error.number])) from None
        except UncleanError:
            raise ProblemError("pdf-failed", Place(names[number])) from None
        return [made[number] for number in range(total)]

    def _kept(self, path: Path, data: bytes, of: ExportedFile) -> ExportedFile:
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        return ExportedFile(path, of.recipient, of.language, path.suffix[1:], digest)
