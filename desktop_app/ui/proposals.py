"""What an import would change, as a table with ticks: new, changed, taken back, doubtful."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.domain.hiding import is_secret
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Finding
from desktop_app.domain.sign_ons import Enrolment
from desktop_app.domain.signatory import Signatory
from desktop_app.services.collecting import Import
from desktop_app.support.i18n import N_, _
from desktop_app.ui.signatory_table import LISTED
from desktop_app.wording.in_window import of_finding

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Group(IntEnum):
    """Why a line is there."""

    NEW = 0
    CHANGED = 1
    TAKEN_BACK = 2
    DOUBTFUL = 3


GROUPS = {
    Group.NEW: N_("New"),
    Group.CHANGED: N_("Changed"),
    Group.TAKEN_BACK: N_("Taken back"),
    Group.DOUBTFUL: N_("Doubtful"),
}
_HEADERS = (N_("Take"), N_("What"), N_("Answer"), N_("Name"), N_("Listed"), N_("What changes"))
TICKS, _WHAT, _ANSWER, NAMES, _LISTED, CHANGES = range(6)
_FIELDS = {
    "name": N_("name"),
    "acronym": N_("acronym"),
    "country": N_("country"),
    "title": N_("title"),
    "member_of": N_("network"),
    "listed_as": N_("listed as"),
    "signed_on": N_("signed on"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line: something that would be done, or something doubtful that will not be."""

    group: Group
    enrolment: Enrolment | None = None
    doubt: Finding | None = None

    @property
    def key(self) -> str:
        """What the answers of this signatory go by."""
        return folded(self.enrolment.after.name) if self.enrolment else ""


class Proposals(QAbstractTableModel):
    """The lines of an import. Whoever says no is never left out: that line cannot be unticked.

    Signals:
        ticked: The names that are left out are others.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Proposal] = []
        self.left_out: set[str] = set()
        self._hides = True

    def take(self, imported: Import) -> None:
        """The lines of another import; what was left out stays so where it is still among them."""
        self.beginResetModel()
        plan = imported.plan
        self._lines = [
            *(Proposal(Group.NEW, one) for one in plan.new),
            *(Proposal(Group.CHANGED, one) for one in plan.changed),
            *(Proposal(Group.TAKEN_BACK, one) for one in plan.withdrawn),
            *(Proposal(Group.DOUBTFUL, doubt=one) for one in imported.doubtful),
        ]
        self.left_out &= {line.key for line in self._lines if _is_free(line)}
        self.endResetModel()

    def clear(self) -> None:
        """No lines: there is no import."""
        self.beginResetModel()
        self._lines = []
        self.endResetModel()

    def cover(self, *, on: bool) -> None:
        """Keep withheld names out, or let them in."""
        self._hides = on
        self._changed_all()

    @property
    def number(self) -> int:
        """How many lines are taken."""
        return sum(1 for line in self._lines if line.enrolment and line.key not in self.left_out)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == TICKS and _is_free(self._lines[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAMES and self._is_masked(line):
            return _("Name hidden")
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICKS and line.enrolment:
            taken = line.key not in self.left_out
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._lines[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not _is_free(line):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.left_out.discard(line.key)
        else:
            self.left_out.add(line.key)
        self._changed_all()
        return True

    def _changed_all(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(_HEADERS) - 1))
        self.ticked.emit()

    def _is_masked(self, line: Proposal) -> bool:
        rows = (line.enrolment.before, line.enrolment.after) if line.enrolment else ()
        return self._hides and any(row is not None and is_secret(row) for row in rows)

    def _text(self, line: Proposal, column: int) -> str:
        if column == _WHAT:
            return _(GROUPS[line.group])
        if line.enrolment is None:
            return self._text_of_doubt(line.doubt, column)
        match column:
            case 2:
                return str(line.enrolment.row)
            case 3:
                return _("(hidden)") if self._is_masked(line) else line.enrolment.after.name
            case 4:
                return _(LISTED[line.enrolment.after.disclosure])
            case 5:
                return ", ".join(self._changes(line))
        return ""

    def _text_of_doubt(self, doubt: Finding | None, column: int) -> str:
        if doubt is None:
            return ""
        if column == _ANSWER and doubt.places and doubt.places[0].row is not None:
            return str(doubt.places[0].row)
        return of_finding(doubt) if column == CHANGES else ""

    def _changes(self, line: Proposal) -> Iterator[str]:
        enrolment = line.enrolment
        if enrolment is None or enrolment.before is None:
            yield enrolment.after.country if enrolment and not self._is_masked(line) else ""
            return
        before, after = enrolment.before, enrolment.after
        if before.disclosure is not after.disclosure:
            yield f"{_(LISTED[before.disclosure])} → {_(LISTED[after.disclosure])}"
        for name, word in _FIELDS.items():
            if getattr(before, name) != getattr(after, name):
                yield _(word) if self._is_masked(line) else _change(before, after, name, _(word))


def _is_free(line: Proposal) -> bool:
    return line.enrolment is not None and line.group is not Group.TAKEN_BACK


def _change(before: Signatory, after: Signatory, name: str, word: str) -> str:
    was, now = getattr(before, name), getattr(after, name)
    return f"{word}: {was or '–'} → {now}"
