"""Compares a letter with another state of it, word by word, without a name that must not be seen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.freezing import Change, Passage, changes
from desktop_app.domain.word_changes import Words, word_changes
from desktop_app.domain.writing import Block
from desktop_app.files.frozen_texts import passages_of
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.text_changes import text_changes, withheld_row_in


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """One paragraph that is not as it was.

    Attributes:
        change: What happened to it.
        words: What went and came in it.
        row: That of a withheld name that stands in it: then no words are given. 0 where there is none.
    """

    change: Change
    words: tuple[Words, ...]
    row: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """A letter beside an earlier text of it.

    Attributes:
        version: That text: "1 (2024-01-28 18:04)"; empty for one that was never opened for signature.
        signed: How many signed it.
    """

    version: str
    signed: int
    passages: tuple[ComparedPassage, ...]


def compared_with_signed(opened: OpenCampaign, language: str, *, masked: bool) -> tuple[Compared, ...]:
    """The letter in a language beside each text that was opened for signature, the last one first.

    Args:
        opened: The campaign.
        language: Of the letter.
        masked: Whether withheld names may not be on the screen.

    Raises:
        ProblemError: as ``frozen_texts`` and ``OpenCampaign.draft``.
    """
    drafts = [(language, opened.draft(language))]
    row_in = withheld_row_in(opened, drafts) if masked else _no_row
    return tuple(
        Compared(since.text.label, since.signed, tuple(_passages(since.changes, row_in)))
        for _language, since in reversed(text_changes(opened, drafts))
    )


def compared_with_file(
    opened: OpenCampaign, language: str, mine: Sequence[Block], notes: Sequence[Block], *, masked: bool
) -> Compared:
    """What somebody wrote in the window, and in its footnotes, beside what lies in the file now.

    Raises:
        ProblemError: as ``OpenCampaign.draft``.
    """
    draft = opened.draft(language)
    theirs = [passage for passage in passages_of(draft) if passage.part in ("body", "footnotes")]
    written = [
        Passage(part, number, block.text.strip())
        for part, blocks in (("body", mine), ("footnotes", notes))
        for number, block in enumerate(blocks, start=1)
    ]
    row_in = withheld_row_in(opened, [(language, draft)]) if masked else _no_row
    return Compared("", 0, tuple(_passages(changes(theirs, written), row_in)))


def _passages(found: Sequence[Change], row_in: Callable[[str], int | None]) -> Iterator[ComparedPassage]:
    for change in found:
        row = row_in(f"{change.before}\n{change.after}")
        if row is None:
            yield ComparedPassage(change, word_changes(change.before, change.after))
        else:
            yield ComparedPassage(change, (), row)


def _no_row(_text: str) -> None:
    return None
