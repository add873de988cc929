"""Where withheld names stand: each place with its sentence, the name hidden, and the ways to mend it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import Finding, Place, ProblemError
from desktop_app.services.masking import Masked, Masker
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.settling import may_settle
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.masked_text import MaskedText
from desktop_app.wording.letters import of_letter_place

CODE = "withheld-name"
_MOST = 8

Hit = tuple[Place, tuple[int, ...]]
"""A place, and the rows whose names stand there."""


def hits_of(findings: Iterable[Finding]) -> list[Hit]:
    """The places of withheld names, each once."""
    rows: dict[Place, dict[int, None]] = {}
    for finding in findings:
        if finding.code == CODE:
            for place in finding.places:
                at = rows.setdefault(Place(place.file, place.part, place.paragraph), {})
                if place.row is not None:
                    at[place.row] = None
    return [(place, tuple(found)) for place, found in rows.items()]


class Hits(QWidget):
    """A card for each place.

    Signals:
        place_asked: A place to go to.
        row_asked: A row of the list to go to.
        settle_asked: A place with its row, and why the name may stand there.
        failed: The sentences cannot be read.
    """

    place_asked = Signal(object)
    row_asked = Signal(int)
    settle_asked = Signal(object, object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.first: QPushButton | None = None
        self._task = Task(self, self.failed.emit)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], campaign: OpenCampaign, *, primary: bool = False) -> None:
        """Other places; their sentences follow when they are read. ``primary``: the first way is the one."""
        self._task.drop()
        kit.clear(self._layout)
        self.first = None
        self.setVisible(bool(hits))
        if not hits:
            return
        number = kit.Text(str(len(hits)), colour="text3")
        title = kit.Text(_("Withheld names in the text"), weight=600)
        self._layout.addLayout(kit.row(kit.Icon("octagon-alert", "danger"), title, number, None))
        shown = hits[:_MOST]
        places: dict[Place, _HitCard] = {}
        for place, rows in shown:
            card = _HitCard(place, rows, campaign.campaign.languages[0], self, primary=primary and not places)
            places[place] = card
            self.first = self.first or card.way
            self._layout.addWidget(card)
        if more := len(hits) - len(shown):
            said = ngettext("and {number} more place", "and {number} more places", more)
            self._layout.addWidget(kit.caption(said.format(number=more)))
        self._task.begin(steps_of(lambda: _read(campaign, list(places))), self._take)

    def _take(self, read: object) -> None:
        if not isinstance(read, _Read):
            return
        for at in range(self._layout.count()):
            item = self._layout.itemAt(at)
            card = item.widget() if item else None
            if isinstance(card, _HitCard):
                card.show_text(read.texts.get(card.place, ()))
                card.offer(read.may_settle)


class _HitCard(kit.Card):
    """One place."""

    def __init__(self, place: Place, rows: Sequence[int], first: str, hits: Hits, *, primary: bool) -> None:
        super().__init__(margins=16, spacing=8)
        self.place = place
        self._rows = rows
        self._hits = hits
        where = of_letter_place(place, first)
        self.body.addWidget(kit.Text(where, weight=600, colour="text2", wraps=True))
        self._text = QVBoxLayout()
        self.body.addLayout(self._text)
        said = ngettext(
            "A withheld name, row {rows}. Take it out of the text, or change the row if they agreed to be "
            "named.",
            "Withheld names, rows {rows}. Take them out of the text, or change the rows if they agreed to be "
            "named.",
            len(rows),
        )
        numbers = ", ".join(map(str, rows)) or "–"
        mark = kit.column(kit.Icon("eye-off", "text2"), None)
        words = kit.Text(said.format(rows=numbers), colour="text2", wraps=True)
        self.body.addLayout(kit.row(mark, words, spacing=12))
        kind = "primary" if primary else "accented"
        self.way = kit.button(_("Go there"), kind, pressed=lambda: hits.place_asked.emit(place))
        self.way.setAccessibleName(_("Go to {place}").format(place=where))
        ways = kit.row(28, self.way)
        for row in rows[:3]:
            text = _("Open row {row}").format(row=row)
            ways.addWidget(kit.button(text, pressed=partial(hits.row_asked.emit, row)))
        ways.addStretch(1)
        self.body.addLayout(ways)

    def show_text(self, pieces: Masked) -> None:
        """What stands there, with bars for names."""
        if pieces:
            self._text.addWidget(MaskedText(pieces), 0, Qt.AlignmentFlag.AlignTop)

    def offer(self, may_settle: Collection[Place]) -> None:
        """Ways to settle the names that may be: each in the one sentence where it stands."""
        for row in self._rows:
            place = replace(self.place, row=row)
            if place not in may_settle:
                continue
            ways = kit.row(28)
            if len(self._rows) > 1:
                ways.addWidget(kit.caption(_("Row {row}").format(row=row)))
            for why, text in _ways().items():
                way = kit.button(text, pressed=partial(self._hits.settle_asked.emit, place, why))
                way.setAccessibleName(f"{text} ({of_letter_place(place, '')})")
                way.setToolTip(_("It is asked about again when the sentence or the row changes."))
                ways.addWidget(way)
            ways.addStretch(1)
            self.body.addLayout(ways)


def _ways() -> Mapping[Why, str]:
    return {Why.PUBLIC: _("It speaks of it publicly"), Why.COMMON: _("Common words")}


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read behind the window."""

    texts: Mapping[Place, Masked]
    may_settle: frozenset[Place]


def _read(campaign: OpenCampaign, places: Sequence[Place]) -> _Read:
    masker = Masker(campaign)
    return _Read({place: masker.text_at(place) for place in places}, _may_settle(campaign))


def _may_settle(campaign: OpenCampaign) -> frozenset[Place]:
    try:
        return may_settle(campaign)
    except ProblemError:
        return frozenset()  # what cannot be read is a finding of its own
