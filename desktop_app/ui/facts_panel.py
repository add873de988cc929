"""The facts of a letter at its side: each can be changed here, and is seen at once in the text."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.campaign import Campaign, Text
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.support.i18n import _
from desktop_app.ui import kit
from desktop_app.ui.choice import DayChoice
from desktop_app.ui.fact_choices import FactChoices
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.fact_entries import CONTACTS, SIGNERS, FactEntries
from desktop_app.ui.typed_facts import Lines, TypedFact
from desktop_app.wording.languages import of_language

WIDTH = 272
_WORDS = re.compile(r"\w+")

Keys = tuple[str | int, ...]
_PER_LANGUAGE = ("subject", "noun", "nouns", "reason")
_OWN_OR_COMMON = ("title", "place", "cc", "enclosures")
"""What a language may have for itself, and else shares with the others."""


class FactsPanel(QScrollArea):
    """Over a ``Campaign`` and one of its languages.

    Signals:
        changed: The keys of a fact in campaign.toml, and what it shall be.
        picture_chosen: The number of who signs, and the file of a picture.
    """

    changed = Signal(object, object)
    picture_chosen = Signal(int, object)

    def __init__(self, cover: FactCover) -> None:
        super().__init__()
        self._cover = cover
        self._campaign: Campaign | None = None
        self._language = ""
        self.date = DayChoice()
        self.set_date = kit.button(_("Set a date"), icon="calendar", pressed=self._begin_date)
        self.place, self.reference, self.noun, self.nouns = (QLineEdit() for _name in range(4))
        self.title, self.subject, self.reason = Lines(2), Lines(), Lines()
        self.cc, self.enclosures = Lines(2), Lines(2)
        self.choices = FactChoices()
        self.counts, self.numbered, self.order = (
            self.choices[key] for key in ("counts", "numbered", "order")
        )
        self.columns = self.choices.columns
        self.contacts, self.signers = FactEntries(CONTACTS, cover), FactEntries(SIGNERS, cover)
        self._languages = kit.Text("", wraps=True)
        self._labels: dict[str, tuple[kit.Text, str]] = {}
        self._typed = self._typed_facts()
        self._fields: dict[str, QWidget] = {
            "date": self.date,
            **{key: fact.field for key, fact in self._typed.items()},
            **self.choices.fields,
            CONTACTS: self.contacts,
            SIGNERS: self.signers,
        }
        self._lay_out()
        self._connect()

    def _typed_facts(self) -> dict[str, TypedFact]:
        return {
            key: TypedFact(field, self._cover, partial(self._say_typed, key), is_list=lists)
            for key, field, lists in (
                ("title", self.title, False),
                ("place", self.place, False),
                ("subject", self.subject, False),
                ("reference", self.reference, False),
                ("cc", self.cc, True),
                ("enclosures", self.enclosures, True),
                ("noun", self.noun, False),
                ("nouns", self.nouns, False),
                ("reason", self.reason, False),
            )
        }

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(round(WIDTH * kit.scale()))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.date.lineEdit().setAccessibleName(_("Date"))
        self.date.setDisplayFormat("d MMMM yyyy")
        self.cc.setPlaceholderText(_("one a line"))
        self.enclosures.setPlaceholderText(_("one a line"))
        inside = QWidget()
        column = kit.column(
            *self._about_text(), *self._about_signatories(), *self._about_people(), None, spacing=12
        )
        column.setContentsMargins(2, 0, 16, 20)
        inside.setLayout(column)
        self.setWidget(inside)

    def _about_text(self) -> list[QWidget | QLayout | int]:
        dates = kit.labelled(_("Date"), self.date)
        dates.addWidget(self.set_date)
        return [
            kit.section(_("Facts")),
            self._labelled("title", _("Title")),
            dates,
            self._labelled("place", _("Place")),
            self._labelled("subject", _("Subject")),
            self._labelled("reference", _("Reference")),
            self._labelled("cc", _("Copies to")),
            self._labelled("enclosures", _("Enclosures")),
            4,
        ]

    def _about_signatories(self) -> list[QWidget | QLayout | int]:
        return [
            kit.section(_("Signatories")),
            self._labelled("noun", _("One is called")),
            self._labelled("nouns", _("Several are called")),
            self.choices.gender,
            self._labelled("reason", _("Some are not named because")),
            self.choices.counting,
            4,
            kit.section(_("List of signatories")),
            self.choices.listing,
            4,
        ]

    def _about_people(self) -> list[QWidget | QLayout | int]:
        languages = kit.Text(_("Languages"), colour="text2", weight=500)
        return [
            kit.section(_("Form of the letter")),
            self.choices.form,
            kit.column(languages, self._languages, spacing=4),
            4,
            kit.section(_("Contacts")),
            self.contacts,
            4,
            kit.section(_("Signed by hand by")),
            self.signers,
        ]

    def _labelled(self, key: str, word: str) -> QVBoxLayout:
        label = kit.Text(word, colour="text2", weight=500, wraps=True)
        field = self._typed[key].field
        label.setBuddy(field)
        field.setAccessibleName(word)
        self._labels[key] = (label, word)
        return kit.column(label, field, spacing=4)

    def _connect(self) -> None:
        self.date.editingFinished.connect(self._date_typed)
        self.date.calendarWidget().clicked.connect(lambda _day: self._date_typed())
        self.choices.chosen.connect(lambda keys, value: self._say(self._keys(*keys), value))
        for entries in (self.contacts, self.signers):
            entries.changed.connect(self._say)
        self.signers.picture_chosen.connect(self.picture_chosen)

    # What it shows

    def show_facts(self, campaign: Campaign, language: str) -> None:
        """Those of a campaign, in one of its languages."""
        anew, is_another = language != self._language, not self._language
        self._campaign, self._language = campaign, language
        self._show_date()
        several = len(campaign.languages) > 1
        for key, (label, word) in self._labels.items():
            of_one = several and self._keys(key)[0] == "text"
            said = f"{word}, {of_language(language)}" if of_one else word
            label.setText(said)
            self._fields[key].setAccessibleName(said)
        for key, fact in self._typed.items():
            value = self._now(self._keys(key))
            fact.show(tuple(value) if isinstance(value, list) else str(value), anew=anew)
        # A translation without a title of its own has that of all.
        self.title.setPlaceholderText(self._cover.shown(campaign.title))
        gendered = bool(LetterLanguage(language).gender(Text()))
        self.choices.show_facts(campaign, campaign.text(language).gender, has_gender=gendered)
        self._languages.setText(", ".join(map(of_language, campaign.languages)))
        self.contacts.show_entries(campaign.contacts, anew=is_another)
        self.signers.show_entries(campaign.signed_by, anew=is_another)

    def _show_date(self) -> None:
        day = self._campaign.date if self._campaign is not None else None
        self.date.setVisible(day is not None)
        self.set_date.setVisible(day is None)
        if day is not None:
            shown = QDate(day.year, day.month, day.day)
            if self.date.date() != shown and not self.date.hasFocus():
                self.date.setDate(shown)

    def begin(self) -> None:
        """Forget those of the campaign before."""
        self._language = ""
        self.contacts.fold()
        self.signers.fold()

    def focus_on(self, key: str) -> bool:
        """Put the cursor into ``text.fr.subject`` or ``contacts[2].role``; False where that is not here."""
        first, *others = _WORDS.findall(key) or [""]
        if first in (CONTACTS, SIGNERS):
            entries = self.contacts if first == CONTACTS else self.signers
            field = entries.focus_on(*others)
        else:
            known = (self._fields[word] for word in reversed((first, *others)) if word in self._fields)
            found = next(known, self._fields["numbered"] if first == "list" else None)
            if found is None:
                return False
            field = self.set_date if found is self.date and self.date.isHidden() else found
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field))  # once a card is unfolded
        return True

    def commit(self) -> None:
        """Take what was typed and not left yet."""
        for fact in self._typed.values():
            fact.commit()
        self.contacts.commit()
        self.signers.commit()
        if self.date.isVisible():
            self._date_typed()

    # What is typed

    def _date_typed(self) -> None:
        self._say(("date",), self.date.date().toPython())

    def _begin_date(self) -> None:
        self._say(("date",), QDate.currentDate().toPython())
        self.date.setFocus()

    def _keys(self, *keys: str) -> Keys:
        """Where a fact stands in campaign.toml: for its language alone, or for all."""
        campaign = self._campaign
        if campaign is None or len(keys) > 1:
            return keys
        (key,) = keys
        own = bool(key in _OWN_OR_COMMON and getattr(campaign.text(self._language), key))
        own = own or (key == "title" and self._language != campaign.languages[0])
        if key in (*_PER_LANGUAGE, "gender") or own:
            return "text", self._language, key
        if key in ("cc", "enclosures") and len(campaign.languages) > 1 and not getattr(campaign, key):
            return "text", self._language, key
        return (key,)

    def _say_typed(self, key: str, value: object) -> None:
        keys = self._keys(key)
        if keys == ("title",) and not value:
            # A campaign has a title, whatever a translation may lack.
            self._typed["title"].show(str(self._now(keys)), anew=True)
        else:
            self._say(keys, value)

    def _say(self, keys: Keys, value: object) -> None:
        is_entry = isinstance(keys[-1], int)
        if self._campaign is not None and (is_entry or self._now(keys) != value):
            self.changed.emit(keys, value)

    def _now(self, keys: Keys) -> object:
        """What a fact is at present; lists as lists."""
        found: object = self._campaign
        for key in ("layout", *keys[1:]) if keys[0] == "list" else keys:
            if isinstance(key, int):
                found = found[key] if isinstance(found, Sequence) and key < len(found) else None
            elif isinstance(found, Campaign) and key == "text":
                found = found.texts
            elif isinstance(found, Mapping):
                found = found.get(key, Text())
            else:
                found = getattr(found, key, "")
        return list(found) if isinstance(found, tuple) else found
