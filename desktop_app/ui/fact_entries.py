"""Contacts, and who signs: one card for each, which is unfolded to be changed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.campaign import Contact, Signer
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.questions import picture_to_take
from desktop_app.ui.tick import Tick
from desktop_app.ui.typed_facts import TypedFact

CONTACTS, SIGNERS = "contacts", "signed_by"
_FIELDS: Mapping[str, Sequence[tuple[str, str]]] = {
    CONTACTS: (
        ("name", N_("Name")),
        ("role", N_("Role")),
        ("organisation", N_("Organisation")),
        ("email", N_("E-mail")),
    ),
    SIGNERS: (("name", N_("Name")), ("title", N_("Title")), ("organisation", N_("Organisation"))),
}
_ADD = {CONTACTS: N_("Add a contact"), SIGNERS: N_("Add who signs")}
_NEW = {CONTACTS: N_("New contact"), SIGNERS: N_("New signature")}

Entry = Contact | Signer


class FactEntries(QWidget):
    """A list of contacts, or of those who sign.

    Args:
        key: ``CONTACTS`` or ``SIGNERS``.
        cover: What must not be seen of them.

    Signals:
        changed: The keys of a fact, and what it shall be.
        picture_chosen: The number of who signs, and a file.
    """

    changed = Signal(object, object)
    picture_chosen = Signal(int, object)

    def __init__(self, key: str, cover: FactCover) -> None:
        super().__init__()
        self._key, self._cover = key, cover
        self.cards: list[EntryCard] = []
        self._known = 0
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_button = kit.button(_(_ADD[key]), icon="plus", pressed=self.add)
        self.setLayout(kit.column(self._column, kit.row(self.add_button, None)))
        self.setFocusProxy(self.add_button)

    def show_entries(self, entries: Sequence[Entry], *, anew: bool = False) -> None:
        """Other ones; a card that was added and says nothing yet stays where it is."""
        is_adding = len(self.cards) > self._known
        grown = len(entries) > self._known
        # What was typed on a card must not be taken for another entry that has come to its place.
        moved = anew or (len(entries) != self._known and not is_adding)
        self._known = len(entries)
        wanted = self._known + (1 if is_adding and not grown else 0)
        while len(self.cards) > wanted:
            self._drop(len(self.cards) - 1)
        while len(self.cards) < wanted:
            self._append()
        for card, entry in zip(self.cards, entries, strict=False):
            card.show_entry(entry, anew=moved)

    def add(self) -> None:
        """Begin another one, which is written once something is typed."""
        if len(self.cards) == self._known:
            self._append()
            self.cards[-1].show_new(_(_NEW[self._key]))
        self.cards[-1].unfold(is_open=True)
        self.cards[-1].focus_first()

    def focus_on(self, number: str = "", field: str = "") -> QWidget:
        """The control of a field of one of them, counted from 1, with its card unfolded."""
        if not number.isdecimal() or not 0 < int(number) <= len(self.cards):
            return self.add_button
        card = self.cards[int(number) - 1]
        card.unfold(is_open=True)
        return card.control(field)

    def commit(self) -> None:
        """Take what was typed and not left yet."""
        for card in self.cards:
            card.commit()

    def fold(self) -> None:
        """Fold all of them, and forget one that says nothing yet."""
        while len(self.cards) > self._known:
            self._drop(len(self.cards) - 1)
        for card in self.cards:
            card.unfold(is_open=False)

    def _append(self) -> None:
        at = len(self.cards)
        card = EntryCard(self._key, at, self._cover, lambda field, value: self._say(at, field, value))
        card.remove.clicked.connect(lambda _checked=False: self._remove(at))
        card.picture_chosen.connect(lambda file: self.picture_chosen.emit(at, file))
        self.cards.append(card)
        self._column.addWidget(card)

    def _drop(self, at: int) -> None:
        card = self.cards.pop(at)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()  # later: it may be its own button that asked for it

    def _say(self, at: int, field: str, value: object) -> None:
        # What is left empty on a new card is no entry yet.
        if at < self._known or value:
            self.changed.emit((self._key, at, field), value)

    def _remove(self, at: int) -> None:
        known = at < self._known
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fold()
        if known:
            self.changed.emit((self._key, at), None)


class EntryCard(kit.Card):
    """One contact, or one who signs."""

    picture_chosen = Signal(object)

    def __init__(self, key: str, at: int, cover: FactCover, said: Callable[[str, object], object]) -> None:
        super().__init__(margins=8, spacing=4)
        self._cover, self._said = cover, said
        self._title = kit.Text("", wraps=True, weight=500)
        self._note = kit.caption(wraps=True)
        number = at + 1
        self.edit = kit.icon_button("pencil", _("Change number {number}").format(number=number))
        self.edit.setCheckable(True)
        self.edit.toggled.connect(lambda is_open: self.unfold(is_open=is_open))
        self.remove = kit.icon_button("trash-2", _("Remove number {number}").format(number=number))
        words = kit.column(self._title, self._note, spacing=0)
        head = kit.row(words, kit.column(self.edit, None), kit.column(self.remove, None), spacing=0)
        head.setStretchFactor(words, 1)
        self.body.addLayout(head)
        self.fields: dict[str, QLineEdit] = {}
        self._facts: dict[str, TypedFact] = {}
        self._details = QWidget()
        column = kit.column(spacing=8)
        for name, word in _FIELDS[key]:
            field = QLineEdit()
            column.addLayout(kit.labelled(_(word), field))
            self.fields[name] = field
            self._facts[name] = TypedFact(field, cover, partial(said, name))
        self.may_be_named = Tick(_("Printed in the letter"))
        self.may_be_named.clicked.connect(lambda ticked: said("may_be_named", ticked))
        self._picture = kit.Text("", colour="text2", wraps=True)
        self._picture_button: QWidget | None = None
        self._take_out = kit.icon_button("x", _("Take the picture out"), lambda: said("picture", ""))
        column.addWidget(self.may_be_named if key == CONTACTS else self._picture_part())
        self._details.setLayout(column)
        self._details.hide()
        self.body.addWidget(self._details)

    def show_entry(self, entry: Entry, *, anew: bool) -> None:
        """Another one."""
        for name, fact in self._facts.items():
            fact.show(getattr(entry, name), anew=anew)
        texts = [self._cover.shown(getattr(entry, name)) for name in self._facts if getattr(entry, name)]
        self._title.setText(texts[0] if texts else "–")
        if isinstance(entry, Contact):
            self.may_be_named.setChecked(entry.may_be_named)
            texts += [] if entry.may_be_named else [_("not printed")]
        else:
            self._picture.setText(self._cover.shown(entry.picture) or _("No picture"))
            self._take_out.setVisible(bool(entry.picture))
            texts += [_("with a picture")] if entry.picture else []
        self._note.setText(", ".join(texts[1:]))
        self._note.setVisible(len(texts) > 1)

    def show_new(self, title: str) -> None:
        """One that says nothing yet."""
        self._title.setText(title)
        self._note.hide()
        self._picture.setText(_("No picture"))
        self._take_out.hide()

    def unfold(self, *, is_open: bool) -> None:
        """Show its fields, or put them away."""
        self._details.setVisible(is_open)
        self.edit.setChecked(is_open)

    def control(self, field: str) -> QWidget:
        """Where a field is changed; the first one where it is not known which."""
        if field == "picture" and self._picture_button is not None:
            return self._picture_button
        return self.fields.get(field, next(iter(self.fields.values())))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what was typed and not left yet."""
        for fact in self._facts.values():
            fact.commit()

    def _picture_part(self) -> QWidget:
        self.choose = self._picture_button = kit.button(_("Choose a picture…"), pressed=self._choose)
        part = QWidget()
        line = kit.row(self._picture, self._take_out)
        line.setStretchFactor(self._picture, 1)
        label = kit.Text(_("Picture of the signature"), colour="text2", weight=500)
        part.setLayout(kit.column(label, line, kit.row(self.choose, None), spacing=4))
        return part

    def _choose(self) -> None:
        file: Path | None = picture_to_take(self)
        if file is not None:
            self.picture_chosen.emit(file)
