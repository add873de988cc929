"""Gives a campaign a new text: the prose of another file, with the campaign's fields in it."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.letter_anatomy import Doubt
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.literal_braces import unknown_joints
from desktop_app.domain.new_text import Comparison, NewText
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.frozen_texts import frozen_texts
from desktop_app.files.kept_letters import KeptLetter, keep_letter, keep_undone, kept_letters
from desktop_app.files.letter_apart import read_source
from desktop_app.files.letter_braces import with_literal_braces
from desktop_app.files.letter_fields import with_fields
from desktop_app.files.letter_origins import without_origins
from desktop_app.files.letter_renewal import Held, held_by, renewed
from desktop_app.files.package_gate import read_bytes
from desktop_app.services.field_values import field_values
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.replacing_letters import Since, is_signed, replace_letter, since_signed

_BODY = "body"


@dataclass(frozen=True, slots=True)
class Retexted:
    """What became of a new text.

    Attributes:
        file: The letter's file name.
        text: Which fields stand in it again, and what is to be looked at.
        findings: What its reader accepted: tracked changes.
        since: Set where it is not the text that was opened for signature.
    """

    file: str
    text: NewText
    findings: tuple[Finding, ...]
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new text that nobody has written yet.

    Attributes:
        result: What would become of it.
        before: The letter as it is; ``after``: as it would be.
    """

    result: Retexted
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class PutBackText:
    """An older text that is in force again.

    Attributes:
        file: The letter's file name.
        until: When it had been replaced, if that is known.
        older: How many texts before it are kept.
        since: Set where it is not the text that was opened for signature.
    """

    file: str
    until: dt.datetime | None
    older: int
    since: Since | None = None


@dataclass(frozen=True, slots=True)
class Retexting:
    """The letter of one language, whose text is replaced.

    Attributes:
        opened: The campaign.
        language: Which of its letters.
        now: The time.
        confirmed: Whether a text may be changed that was opened for signature.
    """

    opened: OpenCampaign
    language: str
    now: dt.datetime
    confirmed: bool = False

    @property
    def name(self) -> str:
        """The letter's file name."""
        return letter_name(self.language, self.opened.campaign.languages[0])

    def take(self, file: Path) -> Retexted:
        """Replace the letter's text, and put the letter as it was by.

        Args:
            file: The new text.

        Raises:
            ProblemError: ``text-signed`` or ``text-open`` where nobody confirmed; as ``prepared`` and
                ``put``.
        """
        return self.put(self.prepared(file))

    def put(self, prepared: "Prepared") -> Retexted:
        """Write a text that was looked at.

        Raises:
            ProblemError: as ``replace_file``; ``text-signed`` or ``text-open`` where nobody confirmed.
        """
        since = self._since(prepared.after)
        self._put(prepared.after, seen=prepared.before, keep=keep_letter)
        return replace(prepared.result, since=since)

    def prepared(self, file: Path) -> "Prepared":
        """What would become of a new text. Nothing is written.

        Raises:
            ProblemError: as ``read_source`` and ``read_letter``.
        """
        before = read_bytes(self.opened.folder / self.name)
        draft = self.opened.draft(self.language)
        read, braces = with_literal_braces(read_source(file), unknown_joints, file.name)
        comparison = Comparison(
            [paragraph.text for paragraph in draft.paragraphs if paragraph.part == _BODY],
            read.source,
            anatomy_of(read.source),
            self.language,
            field_values(self.opened, self.language),
        )
        held = held_by(before, self.name)
        if read.package is not None and self._brings_its_look(read.package, held, file.name):
            made = without_origins(with_fields(read.package, comparison.edits(), file.name), file.name)
            losses = tuple(_losses(held, held_by(made, self.name)))
        else:
            made = renewed(before, comparison.pieces(), self.name)
            code = "text-look" if read.package is None else "text-look-kept"
            losses = (
                *comparison.new_links(draft.links),
                Doubt(code, 0, ""),
                *_losses(held, held_by(made, self.name)),
            )
        text = comparison.result()
        text = replace(text, doubts=(*read.doubts, *braces, *text.doubts, *losses))
        return Prepared(Retexted(self.name, text, read.findings), before, made)

    def _brings_its_look(self, package: bytes, held: Held, file: str) -> bool:
        """Whether a Word file takes the letter's place, look and all: not if that would lose something."""
        return not held.would_be_lost or held_by(package, file).has_margins

    def undo(self) -> PutBackText:
        """Put the text back that was replaced last; once more, the one before it.

        Raises:
            ProblemError: ``text-nothing-to-undo``; as ``take``.
        """
        kept = kept_letters(self.opened.folder, self.name)
        if not kept:
            raise ProblemError("text-nothing-to-undo", Place(self.name))
        last: KeptLetter = kept[-1]
        made = read_bytes(last.path)
        since = self._since(made)
        self._put(made, seen=read_bytes(self.opened.folder / self.name), keep=keep_undone)
        last.path.unlink(missing_ok=True)
        return PutBackText(self.name, last.until, len(kept) - 1, since)

    def _since(self, made: bytes) -> Since | None:
        """What was signed, where a letter says anything else than was opened for signature.

        Raises:
            ProblemError: where nobody confirmed that it is changed.
        """
        texts = frozen_texts(self.opened.folder)
        since = since_signed(texts, self.name, made, self.language, self.opened.signatories)
        if since is not None and not self.confirmed:
            raise is_signed(self.name, since)
        return since

    def _put(
        self, data: bytes, *, seen: bytes, keep: Callable[[Path, str, bytes, dt.datetime], object]
    ) -> None:
        folder = self.opened.folder

        def put_by(old: bytes) -> None:
            keep(folder, self.name, old, self.now)

        replace_letter(folder / self.name, data, seen=seen, keep=put_by)


def _losses(before: Held, after: Held) -> Iterator[Doubt]:
    """What the letter had and has no more, one for each kind."""
    for code, had, has in (
        ("text-notes-lost", before.notes, after.notes),
        ("text-pictures-lost", before.pictures, after.pictures),
        ("text-tables-lost", before.tables, after.tables),
    ):
        if has < had:
            yield Doubt(code, 0, "", {"lost": had - has})
