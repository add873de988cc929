"""Makes a campaign of an existing letter: a template, a list, the settings, and what deserves a look."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.campaign import Campaign
from desktop_app.domain.imported import ImportAs, campaign_of, list_doubts, rows_of, title_of
from desktop_app.domain.letter_anatomy import Anatomy, Doubt, Role
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.template import edits_of, pieces_of
from desktop_app.domain.reporting import Finding
from desktop_app.domain.signatory import Signatory
from desktop_app.files.campaign_folder import (
    LISTS,
    SAMPLE,
    check_empty,
    letter_name,
    move_into_place,
    working_folder,
)
from desktop_app.files.campaign_toml import FILE as CAMPAIGN
from desktop_app.files.kept_copies import PRIVATE
from desktop_app.files.letter_fields import with_fields
from desktop_app.files.letter_making import made_letter
from desktop_app.files.letter_margins import margins_of
from desktop_app.files.letter_source import SourceFile, read_source
from desktop_app.files.list_editor import new_list
from desktop_app.files.new_campaign_toml import campaign_toml_of
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.reference_data import LANGUAGES
from desktop_app.files.safe_save import write_private

README = "READ ME FIRST.txt"
REVIEW = "import-review.txt"
_KEPT = "imported-letter"
_LONG_LIST = 20
"""Names above which the list begins on a page of its own."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """What every imported campaign starts from.

    Attributes:
        look: A Word file with all styles.
        settings: A campaign.toml with its remarks.
        readme: What tells whoever opens the folder not to share it.
    """

    look: bytes
    settings: str
    readme: bytes

    @classmethod
    def shipped(cls, patterns: Path, templates: Path) -> "Patterns":
        """Those that come with the program; the starter templates have the same readme."""
        settings = (patterns / CAMPAIGN).read_text("utf-8")
        return cls(
            (patterns / "look.docx").read_bytes(), settings, (templates / SAMPLE / README).read_bytes()
        )


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences that go into the folder, in the interface's language.

    Attributes:
        source: What the rows of the list rest on, from the letter's title and date.
        why: What to do about a doubt.
        line: How a line of the review begins, with its number.
    """

    source: Callable[[ImportAs, str, dt.date | None], str]
    why: Callable[[Doubt], str]
    line: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a letter became.

    Attributes:
        folder: The campaign's.
        anatomy: The letter, part by part, with all doubts.
        campaign: Its settings.
        signatories: The rows of its list.
        findings: What the reader of the file accepted or took out.
    """

    folder: Path
    anatomy: Anatomy
    doubts: tuple[Doubt, ...]
    campaign: Campaign
    signatories: tuple[Signatory, ...]
    findings: tuple[Finding, ...]


def import_letter(letter: Path, folder: Path, way: ImportAs, patterns: Patterns, words: Words) -> Imported:
    """Make a campaign folder of a letter: all of it, or nothing.

    Args:
        letter: The file of the letter. It stays as it is; a copy goes into ``private/``.
        folder: The folder to be made.
        way: What the letter is taken for.
        patterns: What every campaign starts from.
        words: The sentences that go into it.

    Raises:
        ProblemError: ``target-exists``; as ``read_source``, ``with_fields``, ``new_list`` and
            ``working_folder``.
    """
    check_empty(folder)
    read = read_source(letter)
    anatomy = anatomy_of(read.source)
    title = title_of(anatomy, letter.stem)
    rows = rows_of(anatomy, way, words.source(way, title, anatomy.date))
    campaign = campaign_of(anatomy, way, title)
    doubts = tuple(
        sorted(
            (
                *anatomy.doubts,
                *read.doubts,
                *_lacking(anatomy),
                *_in_margins(read),
                *_of_the_old_letter(anatomy, way),
                *list_doubts(anatomy, way),
            ),
            key=_line_of,
        )
    )
    shared = {
        CAMPAIGN: campaign_toml_of(campaign, patterns.settings).encode(),
        letter_name(anatomy.language, anatomy.language): _template(read, anatomy, patterns.look),
        README: patterns.readme,
    }
    private = {
        LISTS[0]: new_list(rows),
        f"{PRIVATE}/{_KEPT}{letter.suffix.lower()}": read_bytes(letter),
        f"{PRIVATE}/{REVIEW}": "\n".join(_review(doubts, words)).encode(),
    }
    with working_folder(folder) as work:
        for name, data in shared.items():
            (work / name).write_bytes(data)
        for name, data in private.items():
            write_private(work / name, data)
        move_into_place(work, folder)
    return Imported(folder, anatomy, doubts, campaign, rows, read.findings)


def _template(read: SourceFile, anatomy: Anatomy, look: bytes) -> bytes:
    """The letter with its fields: a Word file in its own look, anything else in ours."""
    if read.package is not None:
        return with_fields(read.package, edits_of(anatomy, read.source))
    return made_letter(
        pieces_of(anatomy, read.source),
        look,
        anatomy.language,
        list_on_new_page=len(anatomy.names) > _LONG_LIST,
    )


def _lacking(anatomy: Anatomy) -> Iterator[Doubt]:
    """What a campaign needs before it can export, and this letter does not have."""
    if not anatomy.text_of(Role.TITLE) and not anatomy.text_of(Role.SUBJECT):
        yield Doubt("import-no-title", 1, "")
    if anatomy.date is None:
        yield Doubt("import-no-date", 1, "")
    if not anatomy.names and (anatomy.claimed.total is not None or not anatomy.signers):
        yield Doubt("import-no-list", 1, "")
    if not anatomy.text_of(Role.ADDRESSEE):
        yield Doubt("import-no-addressee", 1, "")
    if anatomy.text_of(Role.SALUTATION) and not anatomy.text_of(Role.CLOSING):
        yield Doubt("import-no-closing", 1, "")
    if anatomy.language not in LANGUAGES:
        yield Doubt("import-language", 1, "", {"language": anatomy.language, "known": ", ".join(LANGUAGES)})


def _of_the_old_letter(anatomy: Anatomy, way: ImportAs) -> Iterator[Doubt]:
    """What was true of the letter that is a model for another one."""
    if way is not ImportAs.MODEL:
        return
    for signer in anatomy.signers:
        yield Doubt("import-signer", signer.lines[0], signer.written)
    if date := anatomy.parts.get(Role.DATE):
        yield Doubt("import-old-date", date.lines[0], date.written)


def _in_margins(read: SourceFile) -> Iterator[Doubt]:
    """The old title or date may stand on every page; no line of the letter tells it."""
    for text in margins_of(read.package) if read.package else ():
        yield Doubt("import-margin", 1, text)


def _line_of(doubt: Doubt) -> int:
    return doubt.line


def _review(doubts: Iterable[Doubt], words: Words) -> Iterator[str]:
    for doubt in doubts:
        yield f"{words.line(doubt.line)}: {words.why(doubt)}"
        yield from (f"    {line}" for line in doubt.text.splitlines())
        yield ""
