"""Puts another text in a letter's place: who signed the one that is there, and nobody's work is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.freezing import FrozenText, changes, signers
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Signatory
from desktop_app.files.frozen_texts import passages_of
from desktop_app.files.kept_copies import private
from desktop_app.files.letter_docx import letter_of
from desktop_app.files.package_gate import Kind, unpack
from desktop_app.files.safe_save import replace_file

_LOCK = "letter.lock"


@dataclass(frozen=True, slots=True)
class Since:
    """What was signed before the text changed.

    Attributes:
        version: The last text that was opened for signature.
        signed: How many of those that count signed it, or one before it.
    """

    version: str
    signed: int


def since_signed(
    texts: Sequence[FrozenText], file: str, made: bytes, language: str, signatories: Sequence[Signatory]
) -> Since | None:
    """What was signed, where a letter would say anything else than was opened for signature.

    Args:
        texts: All that were opened for signature.
        file: The letter's name.
        made: What it would hold.
        language: Its language.
        signatories: The list as it is now.
    """
    opened = texts[-1].texts.get(language) if texts else None
    if opened is None or not changes(opened, passages_of(letter_of(made, file))):
        return None
    signed = signers(signatories, texts)
    return Since(texts[-1].label, sum(signed.of.values()) + signed.unknown)


def is_signed(file: str, since: Since) -> ProblemError:
    """What says that a text was opened for signature, and asks whether it shall be changed."""
    code = "text-signed" if since.signed else "text-open"
    return ProblemError(code, Place(file), signed=since.signed, version=since.version)


def replace_letter(path: Path, data: bytes, *, seen: bytes, keep: Callable[[bytes], None]) -> None:
    """Replace a letter by one that can be opened.

    Args:
        path: The letter, in the campaign's folder.
        data: What it shall hold.
        seen: What it held when it was read.
        keep: Is given what it held, to put it by.

    Raises:
        ProblemError: as ``replace_file``, and as ``unpack`` for what is no letter.
    """

    def look(back: bytes) -> None:
        unpack(back, Kind.DOCX, path.name)

    replace_file(path, data, seen=seen, lock=private(path.parent) / _LOCK, look=look, keep=keep)
