"""Makes a campaign of an existing letter: a template, a list, the settings, and what deserves a look."""

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.anonymous_clause import clauses_of_edits, clauses_of_pieces
from desktop_app.domain.campaign import Campaign
from desktop_app.domain.imported import ImportAs, campaign_of, list_doubts, rows_of, title_of
from desktop_app.domain.letter_anatomy import Anatomy, Doubt, Role
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.template import edits_of, pieces_of
from desktop_app.domain.literal_braces import every_joint
from desktop_app.domain.names_in_prose import prose_doubts
from desktop_app.domain.reporting import Finding, Step
from desktop_app.domain.signatory import Signatory
from desktop_app.files.campaign_folder import (
    LISTS,
    SAMPLE,
    check_empty,
    letter_name,
    move_into_place,
    working_folder,
)
from desktop_app.files.kept_copies import PRIVATE
from desktop_app.files.letter_apart import reading_source
from desktop_app.files.letter_braces import with_literal_braces
from desktop_app.files.letter_fields import with_fields
from desktop_app.files.letter_making import made_letter
from desktop_app.files.letter_margins import margins_of
from desktop_app.files.letter_origins import without_origins
from desktop_app.files.letter_source import SourceFile
from desktop_app.files.list_editor import new_list
from desktop_app.files.new_campaign_toml import campaign_toml_of
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.reference_data import LANGUAGES
from desktop_app.files.safe_save import write_private
from desktop_app.files.settings_table import FILE as CAMPAIGN
from desktop_app.support.long_work import with_step

README = "READ ME FIRST.txt"
REVIEW = "import-review.txt"
_NO_PART = frozenset(
    f"import-{kind}"
    for kind in (
        *("letterhead", "delivery"),
        *("second-title", "second-date", "second-subject", "second-reference"),
    )
)
"""What a letter that is set anew goes without."""
_KEPT = "imported-letter"
_STAGES = 3
"""Of making a campaign: the letter is taken apart, then the template, then the list."""
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


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A letter that was read and taken apart; nothing is made of it yet.

    Attributes:
        letter: Its file.
        file: What the reader found in it.
        anatomy: What it consists of.
        braces: Doubts about braces that stand in its text.
    """

    letter: Path
    file: SourceFile
    anatomy: Anatomy
    braces: tuple[Doubt, ...]


def read_letter(letter: Path) -> Generator[Step, None, ReadLetter]:
    """Read a letter and take it apart.

    Raises:
        ProblemError: as ``reading_source``.
    """
    source = yield from with_step(reading_source(letter), Step("take-apart", 0, _STAGES))
    file, braces = with_literal_braces(source, every_joint, letter.name)
    return ReadLetter(letter, file, anatomy_of(file.source), tuple(braces))


def import_letter(
    letter: Path, folder: Path, way: ImportAs, patterns: Patterns, words: Words
) -> Generator[Step, None, Imported]:
    """Make a campaign folder of a letter: all of it, or nothing.

    Raises:
        ProblemError: as ``read_letter`` and ``campaign_from``.
    """
    check_empty(folder)
    read = yield from read_letter(letter)
    return (yield from campaign_from(read, folder, way, patterns, words))


def campaign_from(
    read: ReadLetter, folder: Path, way: ImportAs, patterns: Patterns, words: Words
) -> Generator[Step, None, Imported]:
    """Make a campaign folder of a letter that was taken apart: all of it, or nothing.

    Args:
        read: The letter. Its file stays as it is; a copy goes into ``private/``.
        folder: The folder to be made.
        way: What the letter is taken for.
        patterns: What every campaign starts from.
        words: The sentences that go into it.

    Raises:
        ProblemError: ``target-exists``; as ``with_fields``, ``new_list`` and ``working_folder``.
    """
    check_empty(folder)
    letter, anatomy = read.letter, read.anatomy
    title = title_of(anatomy, letter.stem)
    rows = rows_of(anatomy, way, words.source(way, title, anatomy.date))
    campaign = campaign_of(anatomy, way, title)
    yield Step("make", 1, _STAGES)
    template, clauses = _template(read.file, anatomy, patterns.look, letter.name)
    doubts = doubts_of(read, way, clauses)
    shared = {
        CAMPAIGN: campaign_toml_of(campaign, patterns.settings).encode(),
        letter_name(anatomy.language, anatomy.language): template,
        README: patterns.readme,
    }
    yield Step("make", 2, _STAGES)
    private = {
        LISTS[0]: new_list(rows),
        f"{PRIVATE}/{_KEPT}{letter.suffix.lower()}": read_bytes(letter),
    }
    if doubts:
        private[f"{PRIVATE}/{REVIEW}"] = "\n".join(_review(doubts, words)).encode()
    with working_folder(folder) as work:
        _write(work, shared, private)
        yield Step("make", _STAGES, _STAGES)
        move_into_place(work, folder)
    return Imported(folder, anatomy, doubts, campaign, rows, read.file.findings)


def _write(work: Path, shared: Mapping[str, bytes], private: Mapping[str, bytes]) -> None:
    for name, data in shared.items():
        (work / name).write_bytes(data)
    for name, data in private.items():
        write_private(work / name, data)


def doubts_of(read: ReadLetter, way: ImportAs, clauses: Iterable[Doubt] = ()) -> tuple[Doubt, ...]:
    """All that deserves a look in a letter, by line; ``clauses``: what was put between conditions."""
    anatomy = read.anatomy
    doubts = (
        *_as_they_stand(read.file, anatomy),
        *read.braces,
        *clauses,
        *read.file.doubts,
        *_lacking(anatomy),
        *_in_margins(read.file),
        *_of_the_old_letter(anatomy, way),
        *list_doubts(anatomy, way),
        *prose_doubts(anatomy),
    )
    return tuple(sorted(doubts, key=_line_of))


def _as_they_stand(read: SourceFile, anatomy: Anatomy) -> Iterator[Doubt]:
    """The doubts; lines that are no part of the letter stay all the same in a Word file."""
    removed = edits_of(anatomy, read.source).removed
    for doubt in anatomy.doubts:
        stays = read.package is not None and doubt.code in _NO_PART and doubt.line not in removed
        yield replace(doubt, code="import-stays") if stays else doubt


def _template(read: SourceFile, anatomy: Anatomy, look: bytes, file: str) -> tuple[bytes, tuple[Doubt, ...]]:
    """The letter with its fields: a Word file in its own look, anything else in ours."""
    language = anatomy.language
    if read.package is not None:
        edits, wrapped = clauses_of_edits(edits_of(anatomy, read.source), read.source, language)
        made = without_origins(with_fields(read.package, edits), file)
    else:
        pieces, wrapped = clauses_of_pieces(pieces_of(anatomy, read.source), language)
        on_new_page = len(anatomy.names) > _LONG_LIST
        made = made_letter(pieces, look, language, list_on_new_page=on_new_page)
    return made, tuple(wrapped.doubts(read.source))


def _lacking(anatomy: Anatomy) -> Iterator[Doubt]:
    """What a campaign needs, and this letter does not have; unless the letter itself made it doubtful."""
    told = {doubt.code for doubt in anatomy.doubts}
    if (
        not anatomy.text_of(Role.TITLE)
        and not anatomy.text_of(Role.SUBJECT)
        and "import-no-title" not in told
    ):
        yield Doubt("import-no-title", 1, "")
    if not anatomy.text_of(Role.ADDRESSEE) and "import-no-addressee" not in told:
        yield Doubt("import-no-addressee", 1, "")
    if anatomy.language not in LANGUAGES:
        yield Doubt("import-language", 1, "", {"language": anatomy.language, "known": ", ".join(LANGUAGES)})


def _of_the_old_letter(anatomy: Anatomy, way: ImportAs) -> Iterator[Doubt]:
    """What was true of the letter that is a model for another one."""
    if way is not ImportAs.MODEL:
        return
    for signer in anatomy.signers:
        yield Doubt("import-signer", signer.lines[0], signer.written)
    if (date := anatomy.parts.get(Role.DATE)) and anatomy.date:
        yield Doubt("import-old-date", date.lines[0], date.written, {"date": anatomy.date.isoformat()})


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
