"""A new text for the letter, before it is taken: its fields, and what is to be looked at."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.masking import Masker
from desktop_app.services.retexting import Retexted
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.notices import Notices
from desktop_app.wording.imports import of_asked, of_doubt, of_line
from desktop_app.wording.in_window import of_finding

_LONGEST = 120
"""Characters of a passage that are shown."""

Line = tuple[str, str]
"""What is to be said, and the passage it is about."""


class NewTextView(QWidget):
    """Over what ``Retexting.prepared`` gives.

    Signals:
        taken: Write it.
        left: Leave the letter as it is.
    """

    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notices = Notices()
        self._about = kit.Text("", colour="text2", wraps=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.MARGIN, 20, kit.MARGIN, 0)
        layout.setSpacing(12)
        leave = kit.button(_("Leave the letter as it is"), pressed=self.left.emit)
        self.take = kit.button(_("Take this text"), "primary", icon="check", pressed=self.taken.emit)
        words = kit.column(kit.title(_("A new text")), self._about, spacing=2)
        head = kit.row(words, leave, self.take)
        head.setStretchFactor(words, 1)
        layout.addLayout(head)
        layout.addWidget(self.notices)
        layout.addWidget(kit.scrolling(self._inside, None), 1)

    def show_text(self, result: Retexted, masker: Masker, file: str) -> None:
        """Another one; names that must not be on the screen are left out."""
        self.notices.clear()
        kit.clear(self._inside)

        def shown(text: str) -> str:
            line = " ".join(text.split())
            if masker.is_hit(line):
                line = " ".join(piece or _("(hidden)") for piece in masker.masked(line)) or _("(hidden)")
            return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"

        put_back, asked = list(_put_back(result, shown)), list(_asked(result, shown))
        back = ngettext(
            "{number} field stands in it again", "{number} fields stand in it again", len(put_back)
        )
        look = ngettext("{number} spot to look at", "{number} spots to look at", len(asked))
        said = f"{back.format(number=len(put_back))}, {look.format(number=len(asked))}"
        self._about.setText(_("{file}: {said}. Nothing is changed yet.").format(file=file, said=said))
        self._group("triangle-alert", "warn", _("Have a look"), asked)
        self._group("circle-check", "ok", _("Put back"), put_back)
        self.take.setFocus()

    def _group(self, icon: str, colour: str, title: str, lines: list[Line]) -> None:
        if not lines:
            return
        card = kit.Card(margins=0, spacing=0)
        for at, (said, passage) in enumerate(lines):
            if at:
                card.body.addWidget(kit.rule())
            words = kit.column(kit.Text(said, weight=500, wraps=True), spacing=2)
            if passage:
                words.addWidget(kit.caption(passage, wraps=True))
            words.setContentsMargins(16, 8, 16, 8)
            card.body.addLayout(words)
        number = kit.Text(str(len(lines)), colour="text3")
        head = kit.row(kit.Icon(icon, colour), kit.Text(title, weight=600), number, None)
        self._inside.addLayout(kit.column(head, card, spacing=8))


def _put_back(result: Retexted, shown: Callable[[str], str]) -> Iterator[Line]:
    for put in result.text.put_back:
        said = _("{line}: the field {field}").format(line=of_line(put.line), field=put.field)
        yield said, shown(put.was)


def _asked(result: Retexted, shown: Callable[[str], str]) -> Iterator[Line]:
    for finding in result.findings:
        yield of_finding(finding), ""
    for one in result.text.asked:
        yield _at(one.line, of_asked(one.code, one.field)), shown(one.text)
    for doubt in result.text.doubts:
        yield _at(doubt.line, of_doubt(doubt)), shown(doubt.text)


def _at(line: int, said: str) -> str:
    return f"{of_line(line)}: {said}" if line else said
