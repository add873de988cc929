"""Saves a letter that is written on a moment after each change, and offers ways out where that cannot be."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.writing import Block
from desktop_app.services.writing import Writing
from desktop_app.support.i18n import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.finding_line import Link

_SETTLE = 1500
"""Milliseconds after the last change: then the letter is saved."""
_AGAIN = frozenset({"text-signed", "text-open"})
_OTHERS = frozenset({"letter-changed", "letter-gone", "file-missing"})
_LETTERS = {"list-changed": "letter-changed", "list-gone": "letter-gone"}
"""What saving says of a list, said of a letter."""

Text = tuple[tuple[Block, ...], Mapping[str, tuple[Block, ...]]]
"""The paragraphs of a letter, and its notes by key."""


class LetterSaver(QObject):
    """Over a desk.

    Args:
        desk: Whose letter it is.
        text: Gives what stands on the screen.
        view: Which it ends with.

    Attributes:
        writing: The letter that is written on; None before one is read.
        is_dirty: Whether something is not saved yet.

    Signals:
        saved: What stands on the screen is what stands in the file.
        problem: Why the letter cannot be read or saved, and ways out.
        mended: What the last problem was about is over.
        compare_asked: What was written shall be held against the file.
        theirs_asked: The letter shall be shown as it is in the file; its language.
    """

    saved = Signal()
    problem = Signal(object, object)
    mended = Signal()
    compare_asked = Signal()
    theirs_asked = Signal(str)

    def __init__(self, desk: Desk, text: Callable[[], Text], view: QObject) -> None:
        super().__init__(view)
        self._desk, self._text = desk, text
        self._kept: set[str] = set()
        self._told = ""
        self.writing: Writing | None = None
        self.is_dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self.commit)

    # Which letter

    def read(self, language: str) -> Writing | None:
        """The letter of a language as it is in its file; None where it cannot be read, which is told."""
        try:
            return Writing(self._desk.campaign, language, self._kept)
        except ProblemError as problem:
            self.tell(problem)
            return None

    def take(self, writing: Writing) -> None:
        """Save this letter from now on; nothing of it is changed yet."""
        self._timer.stop()
        self.writing, self.is_dirty = writing, False

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self._timer.stop()
        self.writing, self.is_dirty = None, False
        self._kept.clear()

    def has_stale_text(self) -> bool:
        """Whether somebody else has written the letter and nothing is lost by showing theirs.

        Where something would be, that is told.
        """
        writing = self.writing
        try:
            if writing is None or not writing.is_stale():
                return False
        except ProblemError as problem:
            self.tell(problem)
            return False
        if self.is_dirty:
            self.tell(ProblemError("letter-changed", Place(writing.name)))
        return not self.is_dirty

    # Saving

    def change(self) -> None:
        """Something was changed: it is saved when nothing more is for a moment."""
        if self.writing is not None:
            self.is_dirty = True
            self._timer.start()

    def commit(self) -> bool:
        """Write what was changed; False where that failed, which is told with a way out."""
        self._timer.stop()
        writing = self.writing
        if writing is None or not self.is_dirty:
            return True
        try:
            has_written = writing.save(
                *self._text(), self._desk.campaign.signatories, self._desk.program.now()
            )
        except ProblemError as problem:
            code = _LETTERS.get(problem.code, problem.code)
            self.tell(ProblemError(code, problem.place, **problem.values))
            return False
        self.is_dirty = False
        self.saved.emit()
        self.mend()
        if has_written:
            self._desk.wrote_letter()
        return True

    # What stands in the way

    def tell(self, problem: ProblemError) -> None:
        """Say what stands in the way, and keep beside the letter what cannot be saved."""
        ways: list[Link] = []
        if problem.code in _AGAIN:
            ways = [
                (_("Change it all the same"), self._confirm),
                (_("Leave the letter as it is"), self._take_theirs),
            ]
        elif problem.code in _OTHERS and self.is_dirty:
            ways = [
                (_("Compare"), self.compare_asked.emit),
                (_("Keep what I wrote"), self._keep_mine),
                (_("Take what is in the file"), self._take_theirs),
            ]
        if self.is_dirty and self.writing is not None:
            # Should the program end before it is settled; what was typed since is in it as well.
            with suppress(ProblemError):
                self._put_by(self.writing)
        self._told = problem.code
        self.problem.emit(problem, ways)

    @property
    def waits(self) -> bool:
        """Whether something was written that is not saved until somebody has answered."""
        return self.is_dirty and bool(self._told)

    def tell_again(self) -> None:
        """Say once more what is still to be settled."""
        if self._told:
            self.commit()

    def mend(self) -> None:
        """Nothing stands in the way any more."""
        if self._told:
            self._told = ""
            self.mended.emit()

    def _put_by(self, writing: Writing) -> None:
        writing.put_by(*self._text(), self._desk.program.now())

    def _confirm(self) -> None:
        if self.writing is not None:
            self.writing.confirm()
            self.commit()

    def _keep_mine(self) -> None:
        if self.writing is not None:
            try:
                self.writing.overrule()
            except ProblemError as problem:
                self.tell(problem)
                return
            self.commit()

    def _take_theirs(self) -> None:
        writing = self.writing
        if writing is None:
            return
        try:
            self._put_by(writing)
        except ProblemError as problem:
            self.tell(problem)
            return
        self.is_dirty = False
        self.theirs_asked.emit(writing.language)
