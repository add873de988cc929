"""Open a campaign folder, and make one from a template."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.campaign import Campaign
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.files.campaign_folder import SAMPLE, copy_template, letter_name, list_path
from desktop_app.files.campaign_toml import read_campaign, unknown_keys
from desktop_app.files.docx_scrub.pictures import Picture, redraw
from desktop_app.files.encryption import is_weakly_locked
from desktop_app.files.letter_docx import DraftParagraph, LetterDraft, read_letter, read_paragraphs
from desktop_app.files.list_file import ListFile, read_list
from desktop_app.files.neighbours import conflict_copies, open_in
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.settings_table import FILE as SETTINGS
from desktop_app.services.locking import copies_left_open

_OF_LANGUAGE = re.compile(r"text\.[^.]+")


@dataclass(frozen=True, slots=True)
class OpenCampaign:
    """A campaign with its list. Letters are read when they are needed.

    Attributes:
        languages: Those of the campaign's languages whose letter is there, in the campaign's order.
        listed: The list of signatories as it was read.
        findings: What was odd about the list, settings that say nothing, language versions that are missing.
    """

    folder: Path
    campaign: Campaign
    languages: tuple[str, ...]
    listed: ListFile
    findings: tuple[Finding, ...]

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """The rows of the list."""
        return self.listed.signatories

    @property
    def list_file(self) -> str:
        """File name of the list of signatories."""
        return self.listed.path.name

    def signature_pictures(self) -> dict[str, Picture]:
        """The pictures that ``signed_by`` names, by their file names.

        Raises:
            ProblemError: as ``read_bytes``, and ``picture-unreadable``.
        """
        pictures = {}
        for name in filter(None, (signer.picture for signer in self.campaign.signed_by)):
            picture = redraw(read_bytes(self.folder / name))
            if picture is None:
                raise ProblemError("picture-unreadable", Place(file=name))
            pictures[name] = picture
        return pictures

    def draft(self, language: str) -> LetterDraft:
        """The letter in one of ``languages``, scrubbed; read anew each time.

        Raises:
            ProblemError: as ``read_letter``.
        """
        return read_letter(self._letter(language))

    def paragraphs(self, language: str) -> tuple[DraftParagraph, ...]:
        """The text of ``draft`` alone; a file that has not changed is not read apart again.

        Raises:
            ProblemError: as ``read_letter``.
        """
        return read_paragraphs(self._letter(language))

    def _letter(self, language: str) -> Path:
        return self.folder / letter_name(language, self.campaign.languages[0])


def open_campaign(folder: Path, *, password: str = "") -> OpenCampaign:
    """Read a campaign's settings and its list.

    Raises:
        ProblemError: ``folder-missing``, and as ``read_campaign``, ``list_path``, ``read_list`` and,
            where no letter is there at all, ``letter-missing``.
    """
    if not folder.is_dir():
        code = "folder-is-file" if folder.exists() else "folder-missing"
        raise ProblemError(code, Place(file=str(folder)))
    campaign = read_campaign(folder)
    names = {language: letter_name(language, campaign.languages[0]) for language in campaign.languages}
    there = tuple(language for language, name in names.items() if (folder / name).exists())
    first = campaign.languages[0]
    if first not in there:
        raise ProblemError("letter-missing", Place(file=names[first]))
    listed = read_list(list_path(folder), password=password)
    findings = [*listed.sheet.findings, *_beside(listed), *_unknown_settings(folder)]
    missing = tuple(language for language in names if language not in there)
    if missing:
        places = tuple(Place(names[language]) for language in missing)
        findings.append(Finding("version-missing", Severity.WARNING, places, {"languages": missing}))
    return OpenCampaign(folder, campaign, there, listed, tuple(findings))


def make_campaign(templates: Path, target: Path, *, template: str = "", sample: bool = False) -> str:
    """Make a campaign folder and return the name of the template it was made from.

    Raises:
        ProblemError: as ``copy_template``.
    """
    name = SAMPLE if sample else template or "security-council-letter"
    copy_template(templates, name, target)
    return name


def _unknown_settings(folder: Path) -> Iterator[Finding]:
    """Settings that say nothing: a slip in a key must not look as if it were heeded."""
    for key, meant in unknown_keys(folder):
        place = (Place(SETTINGS, key),)
        if meant:
            yield Finding("setting-misspelt", Severity.WARNING, place, {"key": key, "meant": meant})
        elif _OF_LANGUAGE.fullmatch(key):
            yield Finding("setting-of-no-language", Severity.NOTE, place, {"key": key})
        else:
            yield Finding("setting-unknown", Severity.NOTE, place, {"key": key})


def _beside(listed: ListFile) -> tuple[Finding, ...]:
    """What lies beside the list, or in how it is locked, that its coordinator should know."""
    found: list[Finding] = []
    place = (Place(listed.path.name),)
    if program := open_in(listed.path):
        found.append(Finding("list-is-open", Severity.NOTE, place, {"program": program}))
    if names := conflict_copies(listed.path):
        found.append(Finding("list-has-copies", Severity.WARNING, place, {"names": names}))
    if listed.is_locked and is_weakly_locked(listed.data):
        found.append(Finding("list-locked-weakly", Severity.WARNING, place))
    if listed.is_locked:
        found += copies_left_open(listed.path.parent)
    return tuple(found)
