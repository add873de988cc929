"""Facts that are chosen from a few: how signatories are counted, how the list looks, the letter's form."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.domain.campaign import Campaign, GroupBy, Members, Order
from desktop_app.domain.signatory import Way
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice
from desktop_app.ui.tick import Tick

_IN_LIST = frozenset({"numbered", "order", "members", "by"})
_CHOICES: Mapping[str, tuple[str, Sequence[tuple[object, str]]]] = {
    "counts": (
        N_("Counting"),
        (
            (Way.ONCE, N_("A network counts once")),
            (Way.WITH_MEMBERS, N_("Networks and members count")),
            (Way.MEMBERS_ONLY, N_("Members count, networks do not")),
        ),
    ),
    "gender": (
        N_("The word is"),
        (("", N_("not said")), ("m", N_("masculine")), ("f", N_("feminine"))),
    ),
    "numbered": (N_("Numbers"), ((True, N_("Numbered")), (False, N_("Not numbered")))),
    "order": (
        N_("Order"),
        ((Order.ALPHABETICAL, N_("In alphabetical order")), (Order.SHEET, N_("In the order of the sheet"))),
    ),
    "members": (
        N_("Members of networks"),
        (
            (Members.DASHES, N_("Under it, with a dash")),
            (Members.NUMBERED, N_("Under it, numbered on")),
            (Members.HIDDEN, N_("Not printed")),
        ),
    ),
    "by": (
        N_("Headings"),
        (
            (GroupBy.NOTHING, N_("No headings")),
            (GroupBy.COUNTRY, N_("By country")),
            (GroupBy.GROUP, N_("By group")),
        ),
    ),
    "closing": (N_("Closing"), (("formal", N_("Formal")), ("plain", N_("Plain")))),
    "address": (N_("Address"), (("full", N_("In full")), ("short", N_("Short, without a street")))),
    "paper": (N_("Paper"), (("A4", "A4"), ("Letter", N_("US Letter")))),
}


class FactChoices(QObject):
    """The controls, and what is chosen with them.

    Attributes:
        columns: How many columns the list has.
        ignore_articles: Whether "The" counts in the order.
        gender: The part of the panel that only some languages have.

    Signals:
        chosen: The keys of a fact, and what it shall be.
    """

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {key: self._box(key) for key in _CHOICES}
        self.columns = kit.Segments(_("Columns"), [(number, number) for number in "123"])
        self.columns.chosen.connect(lambda key: self.chosen.emit(("list", "columns"), int(key)))
        self.ignore_articles = Tick(_("“The” left aside in the order"))
        self.ignore_articles.clicked.connect(
            lambda ticked: self.chosen.emit(("list", "ignore_articles"), ticked)
        )
        self.gender = QWidget()
        self.gender.setLayout(self._labelled("gender"))

    def __getitem__(self, key: str) -> QComboBox:
        """The control of a fact."""
        return self._boxes[key]

    @property
    def fields(self) -> Mapping[str, QWidget]:
        """All controls, by the last key of their facts."""
        return {**self._boxes, "columns": self.columns, "ignore_articles": self.ignore_articles}

    @property
    def counting(self) -> QVBoxLayout:
        """How signatories are counted."""
        return self._labelled("counts")

    @property
    def listing(self) -> QVBoxLayout:
        """How the list looks."""
        columns = kit.row(kit.Text(_("Columns"), colour="text2", weight=500), None, self.columns)
        parts = (self._labelled(key) for key in ("numbered", "order", "members", "by"))
        return kit.column(*parts, columns, self.ignore_articles, spacing=12)

    @property
    def form(self) -> QVBoxLayout:
        """How the letter closes and is addressed, and on which paper."""
        return kit.column(*map(self._labelled, ("closing", "address", "paper")), spacing=12)

    def show_facts(self, campaign: Campaign, gender: str, *, has_gender: bool) -> None:
        """What they are in a campaign."""
        self.gender.setVisible(has_gender)
        for key, box in self._boxes.items():
            of = campaign.layout if key in _IN_LIST else campaign
            box.setCurrentIndex(box.findData(gender if key == "gender" else getattr(of, key)))
        self.columns.choose(str(campaign.layout.columns))
        self.ignore_articles.setChecked(campaign.layout.ignore_articles)

    def _box(self, key: str) -> Choice:
        box = Choice()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, word in _CHOICES[key][1]:
            box.addItem(_(word), value)
        keys = ("list", key) if key in _IN_LIST else (key,)
        box.activated.connect(lambda _at: self.chosen.emit(keys, box.currentData()))
        return box

    def _labelled(self, key: str) -> QVBoxLayout:
        return kit.labelled(_(_CHOICES[key][0]), self._boxes[key])
