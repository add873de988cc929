"""Takes rows from the clipboard: those that can be added are, the others are shown with the reason."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.pasting import Pasted, Refused, apart_from_withheld, listed_as, rows_in
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui.desk import Desk
from desktop_app.ui.naming_question import LIKE_WITHHELD, question
from desktop_app.ui.notices import Notices
from desktop_app.ui.paste_panel import PastePanel


class ListPaster(QObject):
    """Over the desk's list.

    Signals:
        added: What was done to the list.
    """

    added = Signal(object)

    def __init__(self, desk: Desk, notices: Notices, panel: PastePanel) -> None:
        super().__init__(panel)
        self._desk, self._notices, self._panel = desk, notices, panel
        self._listed: Disclosure | None = None
        panel.entered.connect(self._again)
        panel.closed.connect(panel.forget)
        desk.opened.connect(panel.forget)

    def paste(self) -> None:
        """Take names, or cells of a spreadsheet; how they are listed is asked where no column says it."""
        pasted = rows_in(QGuiApplication.clipboard().text(), self._desk.program.reference)
        number = len(pasted.lines)
        if not number and not pasted.refused:
            self._notices.say("info", _("There are no names on the clipboard."))
        elif pasted.says_listed or not number:
            self._take(pasted, None)
        else:
            sentence = ngettext(
                "{number} name to add. How is it listed? Only a clear yes makes it named.",
                "{number} names to add. How are they listed? Only a clear yes makes them named.",
                number,
            ).format(number=number)
            self._notices.say(
                "info",
                sentence,
                [
                    (_("Pending"), lambda: self._take(pasted, Disclosure.PENDING)),
                    (_("Named"), lambda: self._take(pasted, Disclosure.NAMED)),
                    (_("Anonymous"), lambda: self._take(pasted, Disclosure.ANONYMOUS)),
                ],
            )

    def _again(self, text: str) -> None:
        pasted = rows_in(text, self._desk.program.reference)
        self._take(pasted, None if pasted.says_listed else self._listed)

    def _take(self, pasted: Pasted, listed: Disclosure | None) -> None:
        self._notices.clear()
        self._listed = listed
        parted = listed_as(pasted, listed)
        try:
            self._add(parted)
        except ProblemError as problem:
            if problem.code != LIKE_WITHHELD:
                self._notices.say_problem(problem)
                return
            like = self._desk.editing.withheld_like(parted.signatories)
            parted = apart_from_withheld(parted, like, self._desk.campaign.list_file)
            self._add(parted)
        self._panel.show_refused(parted)
        self._ask_next(parted)

    def _add(self, pasted: Pasted) -> None:
        if pasted.lines:
            # Those without a source are held against withheld names all the same.
            self.added.emit(self._desk.steps.add(pasted.signatories, confirmed=True))

    def _ask_next(self, left: Pasted) -> None:
        """Whether one that is like a withheld name is another one; left unanswered it stays in the panel."""
        asked = next((one for one in left.refused if one.why.code == LIKE_WITHHELD), None)
        if asked is not None:
            self._notices.ask(
                question(asked.why, ()),
                _("For example: e-mail of 3 May"),
                _("Name it"),
                lambda source: self._name(left, asked, source),
            )

    def _name(self, left: Pasted, asked: Refused, source: str) -> None:
        self._notices.clear()
        try:
            change = self._desk.steps.add([replace(asked.line.signatory, source=source)], confirmed=True)
        except ProblemError as problem:
            self._notices.say_problem(problem)
            return
        self.added.emit(change)
        rest = replace(left, refused=tuple(one for one in left.refused if one is not asked))
        self._panel.show_refused(rest)
        self._ask_next(rest)
