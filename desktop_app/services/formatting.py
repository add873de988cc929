"""Make of the finished letters what else was asked for: PDF, e-mail drafts, archives, public copies."""

import hashlib
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.counting import count
from desktop_app.domain.exported_file import ExportedFile
from desktop_app.domain.reporting import Finding, Place, ProblemError, Step
from desktop_app.files import libreoffice
from desktop_app.files.bundles import MailDraft, mail_file, zip_file
from desktop_app.files.office_pdfs import UnmadeError, made_pdfs
from desktop_app.files.public_copy import WRITERS
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen
from desktop_app.services.drafting import addresses_for, addresses_of_signatories, words_for
from desktop_app.services.merging import Material
from desktop_app.services.naming import archive_name, letter_names, public_name
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.publishing import public_letter, the_public
from desktop_app.support.stopwatch import Stopwatch

FORMATS = ("docx", "pdf", "eml", "zip", "html", "txt")
"""What an export may be asked for."""
PUBLIC = "public"
"""What names nobody in particular, in the place of a recipient."""
_BY_OFFICE = frozenset({"pdf", "eml"})


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


def can_be_made() -> frozenset[str]:
    """Those of ``FORMATS`` that this computer can make."""
    return frozenset(FORMATS) - (_BY_OFFICE if libreoffice.program() is None else frozenset())


def formats_in(given: str) -> Collection[str]:
    """The formats that a line such as "docx, pdf" names."""
    return tuple(dict.fromkeys(name for part in given.split(",") if (name := part.strip().lower())))


@dataclass(frozen=True, slots=True)
class Makers:
    """What everything is made from, and where it goes.

    Attributes:
        work: What lies there is handed over.
        aside: What lies there is not.
        material: What the letter of a language is made of.
    """

    opened: OpenCampaign
    chosen: Chosen
    reference: Reference
    work: Path
    aside: Path
    wanted: Wanted
    watch: Stopwatch
    material: Callable[[str], Material]

    def files(
        self, letters: Sequence[ExportedFile]
    ) -> Generator[Step, None, tuple[list[ExportedFile], list[Finding]]]:
        """Everything that was asked for but the letters themselves, and what is to be said of it.

        Args:
            letters: One DOCX for each recipient, in their order.

        Raises:
            ProblemError: ``pdf-failed``, ``pdf-office-missing``.
        """
        files: list[ExportedFile] = []
        findings: list[Finding] = []
        self.watch.restart()
        if _BY_OFFICE & self.wanted.formats:
            files += yield from self._pdfs(letters)
            self.watch.add("convert")
        files += yield from self._public_copies(letters)
        if "eml" in self.wanted.formats:
            pdfs = [file for file in files if file.format == "pdf"]
            drafts, findings = yield from self._drafts(pdfs)
            files += drafts
        if "zip" in self.wanted.formats:
            files.append(self._archive([*letters, *files]))
        self.watch.add("write")
        return files, findings

    def _public_copies(self, letters: Sequence[ExportedFile]) -> Generator[Step, None, list[ExportedFile]]:
        """The letter with its list as one page, in each language that is sent."""
        writers = {kind: write for kind, write in WRITERS.items() if kind in self.wanted.formats}
        languages = tuple(dict.fromkeys(letter.language for letter in letters)) if writers else ()
        files: list[ExportedFile] = []
        for number, language in enumerate(languages):
            yield Step("publish", number, len(languages))
            to = the_public(self.opened, self.chosen, language, self.reference)
            letter = public_letter(self.material(language), to, self.reference)
            for kind, write in writers.items():
                of = ExportedFile(Path(), PUBLIC, language, kind, "")
                name = public_name(language, kind, draft=self.wanted.draft)
                files.append(self._kept(self.work / name, write(letter), of))
        return files

    def _drafts(
        self, pdfs: Sequence[ExportedFile]
    ) -> Generator[Step, None, tuple[list[ExportedFile], list[Finding]]]:
        """An e-mail draft for each recipient, with its PDF."""
        campaign = self.opened.campaign
        taken = addresses_of_signatories(self.opened.signatories)
        total = count(self.opened.signatories, campaign.counts).total
        names = self._names(".eml")
        drafts: list[ExportedFile] = []
        findings: list[Finding] = []
        for recipient, name, pdf in zip(self.chosen.recipients, names, pdfs, strict=True):
            words = words_for(campaign, recipient, total, self.reference, draft=self.wanted.draft)
            to, said = addresses_for(recipient, name, taken)
            findings += said
            letter = pdf.path.read_bytes()
            data = mail_file(
                MailDraft(to, words.subject, words.text, recipient.language, pdf.path.name, letter)
            )
            drafts.append(self._kept(self.work / name, data, pdf))
            yield Step("address", len(drafts), len(pdfs))
        return drafts, findings

    def _archive(self, files: Sequence[ExportedFile]) -> ExportedFile:
        """One archive of the letters: those that are handed over, or else the letters as DOCX.

        No draft goes in, which has an address and the same letter once more, and no register.
        """
        letters = [file for file in files if file.format != "eml"]
        handed = [file for file in letters if file.path.parent == self.work]
        packed = handed or [file for file in letters if file.format == "docx"]
        data = zip_file({file.path.name: file.path.read_bytes() for file in packed})
        name = archive_name(self.opened, draft=self.wanted.draft)
        return self._kept(self.work / name, data, ExportedFile(Path(), "", "", "", ""))

    def _pdfs(self, letters: Sequence[ExportedFile]) -> Generator[Step, None, list[ExportedFile]]:
        """A clean PDF of each letter, in their order."""
        from desktop_app.files.pdf_scrub import UncleanError, scrubbed

        campaign = self.opened.campaign
        place = self.work if "pdf" in self.wanted.formats else self.aside
        names = self._names(".pdf")
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

    def _names(self, ending: str) -> tuple[str, ...]:
        return letter_names(self.opened, self.chosen, self.reference, ending, draft=self.wanted.draft)

    def _kept(self, path: Path, data: bytes, of: ExportedFile) -> ExportedFile:
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        return ExportedFile(path, of.recipient, of.language, path.suffix[1:], digest)
