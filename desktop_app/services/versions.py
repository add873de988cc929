"""The letter's language versions: begun as a copy, held against the original, found to agree again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.versions import (
    Pair,
    Paragraph,
    Standing,
    agreements,
    begun,
    compared,
)
from desktop_app.domain.writing import Block, PieceKind
from desktop_app.files.agreed_versions import FILE, agreed_bytes, agreed_in, read_agreed
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.campaign_languages import with_language
from desktop_app.files.formulas import FILE as FORMULAS
from desktop_app.files.formulas import Formulas
from desktop_app.files.letter_copy import letter_copy
from desktop_app.files.letter_editor import LetterFile
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.settings_table import FILE as CAMPAIGN
from desktop_app.services.changing_files import changed_file, write_file
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.undoing import FileStep
from desktop_app.support import resources

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""Those in which letters are addressed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A version beside the original.

    Attributes:
        is_known: Whether anything is known of when they agreed; else nothing counts as older.
    """

    language: str
    pairs: tuple[Pair, ...]
    is_known: bool

    @property
    def open(self) -> tuple[int, ...]:
        """Which of the pairs do not agree."""
        return tuple(at for at, pair in enumerate(self.pairs) if pair.standing is not Standing.AGREES)


def compare(opened: OpenCampaign, language: str) -> Comparison:
    """A version beside the text that is signed, paragraph by paragraph.

    Raises:
        ProblemError: as ``read_bytes`` and ``LetterFile``; ``versions-broken``.
    """
    first = opened.campaign.languages[0]
    agreed = read_agreed(opened.folder).get(language)
    original, version = (_paragraphs(opened.folder, code, first) for code in (first, language))
    formulas = _formulas(first, language)
    return Comparison(
        language, compared(original, version, agreed, formulas.is_same), is_known=agreed is not None
    )


def agree(opened: OpenCampaign, language: str, pairs: Sequence[Pair]) -> FileStep | None:
    """Remember that these paragraphs say the same now; of the others nothing else is known than before.

    Raises:
        ProblemError: ``versions-broken``; ``folder-not-writable`` or ``disk-full``.
    """

    def change(data: bytes | None) -> bytes:
        agreed = agreed_in(data)
        agreed[language] = agreements(pairs, agreed.get(language, {}))
        return agreed_bytes(agreed)

    return changed_file("agreed", opened.folder / FILE, change)


def can_begin(opened: OpenCampaign) -> tuple[str, ...]:
    """Languages in which the campaign has no letter yet."""
    return tuple(language for language in LANGUAGES if language not in opened.languages)


def new_version(opened: OpenCampaign, language: str) -> tuple[FileStep, ...]:
    """Begin a version: a copy of the letter with its formulas in the language, which joins the campaign's.

    A letter of that language that is there already is taken as it is.

    Returns:
        What was written, in this order.

    Raises:
        ProblemError: ``version-unknown``, ``version-exists``; as ``compare``, ``with_language`` and
            ``write_file``.
    """
    if language not in LANGUAGES:
        raise ProblemError("version-unknown", given=language, known=LANGUAGES)
    if language in opened.languages:
        raise ProblemError("version-exists", Place(letter_name(language, opened.campaign.languages[0])))
    steps = tuple(_begin_letter(opened, language))
    if language in opened.campaign.languages:
        return steps
    path = opened.folder / CAMPAIGN
    added = changed_file("version", path, lambda data: with_language(data or b"", language))
    return (*steps, added) if added else steps


def _begin_letter(opened: OpenCampaign, language: str) -> Iterator[FileStep]:
    folder, first = opened.folder, opened.campaign.languages[0]
    path = folder / letter_name(language, first)
    if path.exists():
        return
    source = read_bytes(folder / letter_name(first, first))
    made = letter_copy(source, path.name, _formulas(first, language), first, language)

    def begin(data: bytes | None) -> bytes:
        agreed = agreed_in(data)
        pair = (_of(LetterFile(source, path.name)), _of(LetterFile(made, path.name)))
        agreed[language] = begun(*pair)
        return agreed_bytes(agreed)

    # What is remembered comes first: a letter without it would count as one that nobody has looked at. It is
    # no step of its own: without the letter it says nothing.
    changed_file("agreed", folder / FILE, begin)
    write_file(path, made)
    yield FileStep("version", path, None, made)


def _paragraphs(folder: Path, language: str, first: str) -> tuple[Paragraph, ...]:
    name = letter_name(language, first)
    return _of(LetterFile(read_bytes(folder / name), name))


def _of(letter: LetterFile) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            number,
            block.text,
            tuple(_notes(block, letter)),
            block.style,
            block.level + 1 if block.list else 0,
        )
        for number, block in enumerate(letter.blocks)
    )


def _notes(block: Block, letter: LetterFile) -> Iterator[str]:
    for piece in block.pieces:
        if piece.kind is PieceKind.NOTE:
            yield " ".join(one.text for one in letter.notes.get(piece.text, ())).strip()


def _formulas(source: str, target: str) -> Formulas:
    return Formulas(resources.path(FORMULAS), source, target)
