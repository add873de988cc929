"""The facts of a letter at its side: the simple ones can be changed here, the others are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.campaign import Campaign, Order
from desktop_app.domain.signatory import Way
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.typed_texts import is_put_away
from desktop_app.wording.recipients import of_language

WIDTH = 272
_WAYS = (
    (Way.ONCE, N_("A network counts once")),
    (Way.WITH_MEMBERS, N_("Networks and members count")),
    (Way.MEMBERS_ONLY, N_("Members count, networks do not")),
)
_LISTS = ((True, N_("Numbered")), (False, N_("Not numbered")))
_ORDERS = ((Order.ALPHABETICAL, N_("In alphabetical order")), (Order.SHEET, N_("In the order of the sheet")))

Keys = tuple[str, ...]


class _Lines(QPlainTextEdit):
    """A few lines of text.

    Signals:
        left: The cursor went elsewhere.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        margins = round(2 * self.document().documentMargin()) + 16
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + margins)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FactsPanel(QScrollArea):
    """Over a ``Campaign`` and one of its languages.

    Signals:
        changed: The keys of a fact in campaign.toml, and what it shall be.
    """

    changed = Signal(object, object)

    def __init__(self, cover: FactCover) -> None:
        super().__init__()
        self._cover = cover
        self._campaign: Campaign | None = None
        self._language = ""
        self.date = QDateEdit()
        self.set_date = kit.button(_("Set a date"), icon="calendar", pressed=self._begin_date)
        self.place, self.reference = QLineEdit(), QLineEdit()
        self.subject, self.reason = _Lines(), _Lines()
        self.counts, self.numbered, self.order = QComboBox(), QComboBox(), QComboBox()
        self.columns = kit.Segments(_("Columns"), [(number, number) for number in "123"])
        self._noun = kit.Text("", wraps=True)
        self._languages = kit.Text("", wraps=True)
        self._contacts = kit.Text("", wraps=True)
        self._signers = kit.Text("", wraps=True)
        self._fields: dict[str, QWidget] = {
            "date": self.date,
            "place": self.place,
            "subject": self.subject,
            "reference": self.reference,
            "reason": self.reason,
            "counts": self.counts,
        }
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(round(WIDTH * kit.scale()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.date.setCalendarPopup(True)
        self.date.lineEdit().setAccessibleName(_("Date"))
        self.date.setDisplayFormat("d MMMM yyyy")
        for box, choices in ((self.counts, _WAYS), (self.numbered, _LISTS), (self.order, _ORDERS)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for key, word in choices:
                box.addItem(_(word), key)
        self._subject_label = kit.Text("", colour="text2", weight=500)
        self._subject_label.setBuddy(self.subject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 0, 16, 20)
        column.setSpacing(12)
        column.addWidget(kit.section(_("Facts")))
        dates = kit.labelled(_("Date"), self.date)
        dates.addWidget(self.set_date)
        column.addLayout(dates)
        column.addLayout(kit.labelled(_("Place"), self.place))
        column.addLayout(kit.column(self._subject_label, self.subject, spacing=4))
        column.addLayout(kit.labelled(_("Reference"), self.reference))
        column.addLayout(kit.labelled(_("Some are not named because"), self.reason))
        column.addLayout(_shown(_("The signatories are called"), self._noun))
        column.addLayout(kit.labelled(_("Counting"), self.counts))
        column.addLayout(kit.labelled(_("List"), self.numbered))
        column.addLayout(kit.labelled(_("Order"), self.order))
        column.addLayout(kit.row(kit.Text(_("Columns"), colour="text2", weight=500), None, self.columns))
        column.addLayout(_shown(_("Languages"), self._languages))
        column.addLayout(_shown(_("Contacts"), self._contacts))
        column.addLayout(_shown(_("Signed by hand by"), self._signers))
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.date.editingFinished.connect(self._date_typed)
        self.date.calendarWidget().clicked.connect(lambda _day: self._date_typed())
        self.place.editingFinished.connect(self._place_typed)
        self.reference.editingFinished.connect(self._reference_typed)
        self.subject.left.connect(self._subject_typed)
        self.reason.left.connect(self._reason_typed)
        self.counts.activated.connect(lambda _at: self._say(("counts",), self.counts.currentData()))
        self.numbered.activated.connect(
            lambda _at: self._say(("list", "numbered"), self.numbered.currentData())
        )
        self.order.activated.connect(lambda _at: self._say(("list", "order"), self.order.currentData()))
        self.columns.chosen.connect(lambda key: self._say(("list", "columns"), int(key)))

    # What it shows

    def show_facts(self, campaign: Campaign, language: str) -> None:
        """Those of a campaign, in one of its languages."""
        self._campaign, self._language = campaign, language
        text = campaign.text(language)
        day = campaign.date
        self.date.setVisible(day is not None)
        self.set_date.setVisible(day is None)
        shown = QDate(day.year, day.month, day.day) if day is not None else QDate()
        if day is not None and self.date.date() != shown and not self.date.hasFocus():
            self.date.setDate(shown)
        self._put(self.place, text.place or campaign.place)
        self._put(self.reference, campaign.reference)
        several = len(campaign.languages) > 1
        label = _("Subject, {language}").format(language=of_language(language)) if several else _("Subject")
        self._subject_label.setText(label)
        self.subject.setAccessibleName(label)
        self._put(self.subject, text.subject)
        self._put(self.reason, text.reason)
        layout = campaign.layout
        for box, value in (
            (self.counts, campaign.counts),
            (self.numbered, layout.numbered),
            (self.order, layout.order),
        ):
            box.setCurrentIndex(box.findData(value))
        self.columns.choose(str(layout.columns))
        self._noun.setText(self._cover.shown(text.nouns or text.noun) or "–")
        self._languages.setText(", ".join(map(of_language, campaign.languages)))
        self._contacts.setText(_contacts(campaign, self._cover))
        self._signers.setText("\n".join(self._cover.shown(one.name) for one in campaign.signed_by) or "–")

    def focus_on(self, key: str) -> None:
        """Put the cursor into a fact: ``text.fr.subject``."""
        for part in reversed(key.split(".")):
            if part in self._fields:
                self._fields[part].setFocus()
                self.ensureWidgetVisible(self._fields[part])
                return

    def commit(self) -> None:
        """Take what was typed and not left yet."""
        for typed in (self._place_typed, self._reference_typed, self._subject_typed, self._reason_typed):
            typed()
        if self.date.isVisible():
            self._date_typed()

    # What is typed

    def _date_typed(self) -> None:
        day = self.date.date()
        self._say(("date",), day.toPython())

    def _begin_date(self) -> None:
        self._say(("date",), QDate.currentDate().toPython())
        self.date.setFocus()

    def _place_typed(self) -> None:
        if self._campaign is not None:
            own = bool(self._campaign.text(self._language).place)
            self._say_text(("text", self._language, "place") if own else ("place",), self.place)

    def _reference_typed(self) -> None:
        self._say_text(("reference",), self.reference)

    def _subject_typed(self) -> None:
        self._say_text(("text", self._language, "subject"), self.subject)

    def _reason_typed(self) -> None:
        self._say_text(("text", self._language, "reason"), self.reason)

    def _put(self, field: QLineEdit | _Lines, text: str) -> None:
        """Another text, the cursor left alone where it says so already.

        One with a name in it that must not be on the screen cannot be changed while it is shown with a gap.
        """
        if is_put_away(field):
            return
        hidden = self._cover.hides(text)
        field.setReadOnly(hidden)
        field.setToolTip(_("A name in it is hidden. Show names to change it.") if hidden else "")
        shown = self._cover.shown(text)
        if isinstance(field, QLineEdit):
            if field.text().strip() != shown:
                field.setText(shown)
            field.setModified(False)
        else:
            if _line(field) != shown:
                field.setPlainText(shown)
            field.document().setModified(False)

    def _say_text(self, keys: Keys, field: QLineEdit | _Lines) -> None:
        # What is out of sight, or shown with a gap, is not what stands there.
        if not field.isReadOnly():
            self._say(keys, field.text().strip() if isinstance(field, QLineEdit) else _line(field))

    def _say(self, keys: Keys, value: object) -> None:
        if self._campaign is not None and self._now(keys) != value:
            self.changed.emit(keys, value)

    def _now(self, keys: Keys) -> object:
        campaign = self._campaign
        if campaign is None:
            return None
        if keys[0] == "text":
            return getattr(campaign.text(keys[1]), keys[2])
        return getattr(campaign.layout if keys[0] == "list" else campaign, keys[-1])


def _shown(name: str, text: kit.Text) -> QVBoxLayout:
    return kit.column(kit.Text(name, colour="text2", weight=500), text, spacing=4)


def _line(field: _Lines) -> str:
    return " ".join(field.toPlainText().split())


def _contacts(campaign: Campaign, cover: FactCover) -> str:
    named: Sequence[str] = [
        ", ".join(cover.shown(text) for text in (contact.name, contact.role, contact.organisation) if text)
        for contact in campaign.contacts
        if contact.may_be_named
    ]
    hidden = len(campaign.contacts) - len(named)
    said = list(named)
    if hidden:
        more = ngettext("{number} is not printed", "{number} are not printed", hidden)
        said.append(more.format(number=QLocale().toString(hidden)))
    return "\n".join(said) or "–"
