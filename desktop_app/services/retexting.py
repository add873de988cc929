"""Gives a campaign a new text: the prose of another file, with the campaign's fields in it."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.counting import count
from desktop_app.domain.letter_anatomy import Doubt
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.new_text import Comparison, NewText
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.kept_copies import private
from desktop_app.files.kept_letters import keep_letter, last_letter
from desktop_app.files.letter_fields import with_fields
from desktop_app.files.letter_making import made_letter
from desktop_app.files.letter_source import read_source
from desktop_app.files.package_gate import Kind, read_bytes, unpack
from desktop_app.files.safe_save import replace_file
from desktop_app.services.opening import OpenCampaign

_LOCK = "letter.lock"
_BODY = "body"


@dataclass(frozen=True, slots=True)
class Retexted:
    """What became of a new text.

    Attributes:
        file: The letter's file name.
        text: Which fields stand in it again, and what is to be looked at.
        findings: What its reader accepted: tracked changes.
    """

    file: str
    text: NewText
    findings: tuple[Finding, ...]


def take_text(opened: OpenCampaign, language: str, file: Path, look: bytes) -> Retexted:
    """Replace the letter's text, and put the letter as it was by.

    Args:
        opened: The campaign.
        language: Which of its letters.
        file: The new text.
        look: A Word file with all styles, for a text that has no look of its own.

    Raises:
        ProblemError: as ``read_source``, ``read_letter`` and ``replace_file``.
    """
    name = letter_name(language, opened.campaign.languages[0])
    before = read_bytes(opened.folder / name)
    draft = opened.draft(language)
    read = read_source(file)
    comparison = Comparison(
        [paragraph.text for paragraph in draft.paragraphs if paragraph.part == _BODY],
        read.source,
        anatomy_of(read.source),
        language,
        _values(opened, language),
    )
    if read.package is not None:
        made = with_fields(read.package, comparison.edits(), file.name)
    else:
        made = made_letter(comparison.pieces(), look, language, list_on_new_page=True)
    _put(opened.folder, name, made, seen=before)
    text = comparison.result()
    text = replace(text, doubts=(*text.doubts, *read.doubts))
    if read.package is None:
        text = replace(text, doubts=(*text.doubts, Doubt("text-look", 1, "")))
    return Retexted(name, text, read.findings)


def put_text_back(opened: OpenCampaign, language: str) -> str:
    """Take the last new text back; done once more, it comes again.

    Returns:
        The letter's file name.

    Raises:
        ProblemError: ``text-nothing-to-undo``, and as ``replace_file``.
    """
    name = letter_name(language, opened.campaign.languages[0])
    kept = last_letter(opened.folder, name)
    if kept is None:
        raise ProblemError("text-nothing-to-undo", Place(name))
    _put(opened.folder, name, read_bytes(kept), seen=read_bytes(opened.folder / name))
    kept.unlink(missing_ok=True)
    return name


def _put(folder: Path, name: str, data: bytes, *, seen: bytes) -> None:
    replace_file(
        folder / name,
        data,
        seen=seen,
        lock=private(folder) / _LOCK,
        look=lambda back: _check(back, name),
        keep=lambda old: keep_letter(folder, name, old),
    )


def _check(data: bytes, name: str) -> None:
    unpack(data, Kind.DOCX, name)


def _values(opened: OpenCampaign, language: str) -> dict[str, str]:
    """What fields print that are the same for all recipients, to know them again."""
    campaign = opened.campaign
    text = campaign.text(language)
    words = LetterLanguage(language)
    counted = count(opened.signatories, campaign.counts)
    values = {
        "letter.title": text.title or campaign.title,
        "letter.subject": text.subject,
        "letter.place": text.place or campaign.place,
        "letter.reference": campaign.reference,
        "letter.date": words.long_date(campaign.date) if campaign.date else "",
        "signatories.noun": words.noun(counted.total, text),
        "signatories.reason": text.reason,
        "signatories.as_of": words.long_date(campaign.date) if campaign.date else "",
        "signatories.total": words.number(counted.total),
        "signatories.anonymous": words.number(counted.anonymous),
        "signatories.named": words.number(counted.named),
    }
    return {field: value for field, value in values.items() if value}
