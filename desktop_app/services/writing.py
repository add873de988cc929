"""Writes on a letter: what was written is saved, never over what somebody else wrote."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.writing import Block
from desktop_app.files.campaign_folder import letter_name, not_writable
from desktop_app.files.frozen_texts import frozen_texts
from desktop_app.files.kept_copies import private
from desktop_app.files.kept_letters import keep_letter
from desktop_app.files.letter_editor import LetterFile, Notes
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.replacing_letters import is_signed, replace_letter, since_signed


class Writing:
    """A letter of a campaign that is being written on.

    Args:
        opened: The campaign.
        language: Which of its letters.
        kept: File names of the letters that were put by since the campaign was opened; it is added to.

    Attributes:
        letter: As it was read last.

    Raises:
        ProblemError: as ``read_bytes`` and ``LetterFile``.
    """

    def __init__(self, opened: OpenCampaign, language: str, kept: set[str]) -> None:
        self._opened = opened
        self.language = language
        self.name = letter_name(language, opened.campaign.languages[0])
        self._confirmed = ""
        self._asked = ""
        self._kept = kept
        self._put_by: Path | None = None
        self._seen = read_bytes(self.path)
        self.letter = LetterFile(self._seen, self.name)

    @property
    def path(self) -> Path:
        """The letter's file."""
        return self._opened.folder / self.name

    def is_stale(self) -> bool:
        """Whether somebody else has written the letter since.

        Raises:
            ProblemError: as ``read_bytes``.
        """
        return read_bytes(self.path) != self._seen

    def confirm(self) -> None:
        """The text that was asked about last may be changed, though it was opened for signature."""
        self._confirmed = self._asked

    def save(
        self, blocks: Sequence[Block], notes: Notes, signatories: Sequence[Signatory], now: dt.datetime
    ) -> bool:
        """Write the letter, and put the one that was there first by.

        Args:
            blocks: Its paragraphs.
            notes: Its footnotes.
            signatories: The list as it is now: some of them may have signed the text.
            now: The time.

        Returns:
            Whether there was anything to write.

        Raises:
            ProblemError: ``text-signed`` or ``text-open`` where nobody confirmed that a text may be changed
                which was opened for signature; as ``replace_file``, which writes over nobody else's work.
        """
        made = self.letter.written(blocks, notes)
        if made == self._seen:
            self._put_by = None
            return False
        self._ask_the_signed(made, signatories)

        def keep(old: bytes) -> None:
            if self.name not in self._kept:
                keep_letter(self._opened.folder, self.name, old, now)

        replace_letter(self.path, made, seen=self._seen, keep=keep)
        self._kept.add(self.name)
        self._seen = made
        self._put_by = None
        return True

    def overrule(self) -> None:
        """Have the next save write over what somebody else wrote; that is put by first.

        A letter that is gone is put back as it was seen last.

        Raises:
            ProblemError: as ``read_bytes``; ``folder-not-writable`` or ``disk-full``.
        """
        self._kept.discard(self.name)
        try:
            self._seen = read_bytes(self.path)
        except ProblemError as problem:
            if problem.code != "file-missing":
                raise
            try:
                write_private(self.path, self._seen)
            except OSError as error:
                raise not_writable(self.path, error) from None

    def put_by(self, blocks: Sequence[Block], notes: Notes, now: dt.datetime) -> None:
        """Keep what was written among the older texts, and leave the letter as it is.

        Until it is saved, what is put by again takes the place of what was put by before.

        Raises:
            ProblemError: ``folder-not-writable`` or ``disk-full``.
        """
        folder = self._opened.folder
        try:
            made = self.letter.written(blocks, notes)
            self._put_by = keep_letter(folder, self.name, made, now, instead_of=self._put_by)
        except OSError as error:
            raise not_writable(private(folder), error) from None

    def _ask_the_signed(self, made: bytes, signatories: Sequence[Signatory]) -> None:
        texts = frozen_texts(self._opened.folder)
        if texts and self._confirmed == texts[-1].label:
            return
        since = since_signed(texts, self.name, made, self.language, signatories)
        if since is not None:
            self._asked = since.version
            raise is_signed(self.name, since)
