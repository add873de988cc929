"""Recipients as a table model: who gets the letter, by which name, in which language."""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.sorting import sort_key
from desktop_app.files.reference_data import Reference
from desktop_app.services.surveying import Prospect
from desktop_app.support.i18n import N_, _, language
from desktop_app.wording.languages import of_language
from desktop_app.wording.recipients import joined, of_entry, of_state

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in the order in which they stand."""

    TICK = 0
    NAME = 1
    PERSON = 2
    LANGUAGE = 3


class Role(IntEnum):
    """What the delegate asks besides."""

    IS_LACKING = Qt.ItemDataRole.UserRole
    IS_QUIET = Qt.ItemDataRole.UserRole + 1


_HEADERS = {
    Column.NAME: N_("Recipient"),
    Column.PERSON: N_("Representative"),
    Column.LANGUAGE: N_("Language"),
}


class RecipientTable(QAbstractTableModel):
    """Over the prospects of a survey.

    Args:
        shown: How a text may stand on the screen at present.
    """

    def __init__(
        self, reference: Reference, shown: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reference, self._shown = reference, shown
        self._prospects: tuple[Prospect, ...] = ()

    def take(self, prospects: Sequence[Prospect]) -> None:
        """Others, or the same ones otherwise; states by their names in the interface's language."""
        prospects = self._by_name(prospects)
        same = [p.recipient.key for p in prospects] == [p.recipient.key for p in self._prospects]
        if same and prospects:
            # The place of the keyboard stays where it is.
            self._prospects = prospects
            self.dataChanged.emit(self.index(0, 0), self.index(len(prospects) - 1, Column.LANGUAGE))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.TICK, Column.TICK)
            return
        self.beginResetModel()
        self._prospects = prospects
        self.endResetModel()

    def _by_name(self, prospects: Sequence[Prospect]) -> tuple[Prospect, ...]:
        """States in the alphabet's order; whoever is on a list of one's own stays where that has them."""
        states = [prospect for prospect in prospects if prospect.state]
        states.sort(key=lambda prospect: sort_key(self.name_of(prospect), language()))
        ordered = iter(states)
        return tuple(next(ordered) if prospect.state else prospect for prospect in prospects)

    def prospect(self, row: int) -> Prospect | None:
        """Whoever stands in that row."""
        return self._prospects[row] if 0 <= row < len(self._prospects) else None

    def row_of(self, key: str) -> int:
        """Where a recipient stands; -1 where it does not."""
        return next((n for n, p in enumerate(self._prospects) if p.recipient.key == key), -1)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that can be left out, or taken in again."""
        return tuple(p.state for p in self._prospects if p.state)

    @property
    def all_ticked(self) -> Qt.CheckState:
        """Whether everybody gets a letter, or somebody, or nobody."""
        left_out = sum(bool(p.left_out) for p in self._prospects)
        if not left_out:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if left_out == len(self._prospects) else Qt.CheckState.PartiallyChecked

    def numbers(self) -> str:
        """How many get a letter."""
        taken = sum(not p.left_out for p in self._prospects)
        return _("{taken} of {all} chosen").format(taken=taken, all=len(self._prospects))

    def languages(self) -> str:
        """How many letters go out in which language, and who asked for another."""
        taken = [p for p in self._prospects if not p.left_out]
        spoken = Counter(p.recipient.language for p in taken if not p.lacking)
        lacking = Counter((p.lacking, p.recipient.language) for p in taken if p.lacking)
        parts = [f"{number} {of_language(code)}" for code, number in spoken.most_common()]
        parts += [
            _("{number} {wanted}, sent in {language}").format(
                number=number, wanted=of_language(wanted), language=of_language(code)
            )
            for (wanted, code), number in lacking.most_common()
        ]
        return joined(parts)

    def name_of(self, prospect: Prospect) -> str:
        """What the recipient is called on the screen."""
        recipient = prospect.recipient
        if prospect.state:
            name = of_state(self._reference, prospect.state, listed=True)
            seat = recipient.key.removeprefix(prospect.state).lstrip("-")
            return f"{name} ({of_entry(self._reference, seat)})" if seat else name
        return of_entry(self._reference, recipient.key) if not recipient.name else self._shown(recipient.key)

    # Qt's side

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._prospects)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[Column(section)]) if section else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and not section:
            return _("Choose all, or none")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        prospect = self.prospect(index.row()) if index.isValid() else None
        if prospect is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.TICK:
            return Qt.CheckState.Unchecked if prospect.left_out else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(prospect, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tick(prospect) if column is Column.TICK else self._text(prospect, column)
        if role == Role.IS_LACKING:
            return bool(prospect.lacking) and not prospect.left_out
        if role == Role.IS_QUIET:
            return bool(prospect.left_out) or (column is Column.PERSON and not prospect.recipient.name)
        return None

    def _tick(self, prospect: Prospect) -> str:
        return _("left out") if prospect.left_out else _("chosen")

    def _text(self, prospect: Prospect, column: Column) -> str:
        recipient = prospect.recipient
        match column:
            case Column.NAME:
                return self.name_of(prospect)
            case Column.PERSON:
                return self._person(prospect)
            case Column.LANGUAGE if prospect.lacking and not prospect.left_out:
                return _("{language} missing").format(language=of_language(prospect.lacking))
            case Column.LANGUAGE:
                return of_language(recipient.language)
        return ""

    def _person(self, prospect: Prospect) -> str:
        recipient = prospect.recipient
        if prospect.left_out == "about":
            return _("the letter is about it")
        if prospect.key:
            return self._shown(recipient.name) or _("by office, no name yet")
        return self._shown(recipient.address[1]) if recipient.name and len(recipient.address) > 1 else ""
