"""The facts of a letter: each is changed at its side, seen at once in the text, and taken back."""

from pathlib import Path

import pytest
from looking import told
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.campaign import Campaign, Contact, GroupBy, Members, Signer
from desktop_app.domain.hiding import is_secret
from desktop_app.files.campaign_toml import read_campaign
from desktop_app.ui import fact_entries
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_choices import FactChoices
from desktop_app.ui.facts_panel import FactsPanel
from desktop_app.ui.main_window import MainWindow

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def facts(open_sample: MainWindow) -> FactsPanel:
    return open_sample.pages.letter.facts


def saved(folder: Path) -> Campaign:
    return read_campaign(folder)


def put(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_Return)


def choose(choices: FactChoices, key: str, value: object) -> None:
    box = choices[key]
    at = box.findData(value)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_copies_and_enclosures_are_lists_one_a_line(facts: FactsPanel, desk: Desk, sample: Path) -> None:
    facts.cc.setFocus()
    facts.cc.setPlainText("The Secretary-General\n\n  The  press ")
    facts.enclosures.setFocus()
    QTest.keyClicks(facts.enclosures, "A map")
    facts.reference.setFocus()
    text = saved(sample).text("en")
    assert (text.cc, text.enclosures) == (("The Secretary-General", "The press"), ("A map",))
    assert saved(sample).text("fr").cc == ("Le Secrétaire général de l’Organisation des Nations Unies",)
    desk.steps.undo()
    desk.steps.undo()
    assert facts.cc.toPlainText() == "The Secretary-General of the United Nations"
    assert saved(sample).text("en").enclosures == ()


def test_the_signatories_are_called_otherwise_in_each_language(
    facts: FactsPanel, open_sample: MainWindow, sample: Path
) -> None:
    assert not facts.choices.gender.isVisible()
    put(facts.noun, "association")
    put(facts.nouns, "associations")
    open_sample.pages.letter.views.choose_language("fr")
    assert facts.nouns.text() == "organisations de la société civile"
    assert facts.choices["gender"].currentData() == "f"
    choose(facts.choices, "gender", "m")
    campaign = saved(sample)
    assert (campaign.text("en").noun, campaign.text("en").nouns) == ("association", "associations")
    assert campaign.text("fr").gender == "m"


def test_list_and_form_of_the_letter_are_chosen(facts: FactsPanel, desk: Desk, sample: Path) -> None:
    choose(facts.choices, "members", Members.NUMBERED)
    choose(facts.choices, "by", GroupBy.COUNTRY)
    choose(facts.choices, "closing", "plain")
    choose(facts.choices, "address", "short")
    choose(facts.choices, "paper", "Letter")
    tick = facts.choices.ignore_articles
    QTest.mouseClick(tick, LEFT, pos=QPoint(10, tick.height() // 2))
    campaign = saved(sample)
    layout = campaign.layout
    assert (layout.members, layout.by, layout.ignore_articles) == (Members.NUMBERED, GroupBy.COUNTRY, False)
    assert (campaign.closing, campaign.address, campaign.paper) == ("plain", "short", "Letter")
    for _ in range(6):
        desk.steps.undo()
    assert saved(sample).layout.ignore_articles
    assert facts.choices["paper"].currentData() == "A4"


def test_a_contact_is_added_changed_and_removed(facts: FactsPanel, desk: Desk, sample: Path) -> None:
    before = saved(sample).contacts
    contacts = facts.contacts
    QTest.mouseClick(contacts.add_button, LEFT)
    card = contacts.cards[3]
    assert card.fields["name"].hasFocus()
    assert saved(sample).contacts == before  # it says nothing yet
    put(card.fields["name"], "Ada Voss")
    put(card.fields["email"], "ada@example.org")
    assert saved(sample).contacts == (*before, Contact("Ada Voss", email="ada@example.org"))
    QTest.mouseClick(card.may_be_named, LEFT, pos=QPoint(10, card.may_be_named.height() // 2))
    assert saved(sample).contacts[3].may_be_named
    QTest.keyClick(contacts.cards[0].remove, KEY.Key_Return)
    assert [one.role for one in saved(sample).contacts] == ["Media desk", "Advocacy desk", ""]
    assert contacts.add_button.hasFocus()
    desk.steps.undo()
    assert saved(sample).contacts[0] == before[0]
    assert contacts.cards[3].fields["name"].text() == "Ada Voss"


def test_what_is_being_typed_on_a_card_is_not_taken_for_another(
    facts: FactsPanel, desk: Desk, sample: Path
) -> None:
    QTest.mouseClick(facts.contacts.cards[0].remove, LEFT)
    card = facts.contacts.cards[0]
    card.edit.click()
    card.fields["role"].setFocus()
    card.fields["role"].selectAll()
    QTest.keyClicks(card.fields["role"], "Night desk")
    desk.steps.undo()
    facts.commit()
    roles = [one.role for one in saved(sample).contacts]
    assert roles == ["Secretariat", "Media desk", "Advocacy desk"]


def test_who_signs_has_a_picture_in_the_letters_folder(
    facts: FactsPanel, desk: Desk, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "anneth.png"
    Image.new("RGB", (40, 20), "blue").save(file)
    monkeypatch.setattr(fact_entries, "picture_to_take", lambda _parent: file)
    card = facts.signers.cards[0]
    QTest.mouseClick(card.edit, LEFT)
    QTest.mouseClick(card.choose, LEFT)
    signer = Signer("Anneth Solvarin", "Chair", "Orlavia Civil Society Forum", "anneth.png")
    assert saved(sample).signed_by[0] == signer
    assert (sample / "anneth.png").exists()
    put(card.fields["title"], "President")
    assert saved(sample).signed_by[0].title == "President"
    desk.steps.undo()
    desk.steps.undo()
    assert saved(sample).signed_by[0].picture == ""


def test_a_contact_that_is_a_withheld_name_is_shown_with_a_gap_and_left_alone(
    facts: FactsPanel, open_sample: MainWindow, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    secret = next(row.name for row in desk.editing.history.rows if is_secret(row) and row.name.isascii())
    settings = sample / "campaign.toml"
    text = settings.read_text("utf-8").replace(
        'organisation = "Orlavian Women’s Alliance"', f'name = "{secret}"'
    )
    settings.write_text(text.replace("[text.fr]", f'[text.fr]\nenclosures = ["A map", "{secret}"]'), "utf-8")
    with qtbot.waitSignal(desk.checker.checked, timeout=10_000):
        assert open_sample.open(sample)
    open_sample.pages.letter.views.choose_language("fr")
    card = facts.contacts.cards[1]
    card.unfold(is_open=True)
    assert card.fields["name"].isReadOnly()
    assert facts.enclosures.isReadOnly()
    assert facts.enclosures.toPlainText().startswith("A map\n")
    assert secret not in "\n".join(told(open_sample))
    facts.commit()
    assert saved(sample).contacts[1].name == secret
    assert saved(sample).text("fr").enclosures == ("A map", secret)


def test_nothing_in_the_panel_is_wider_than_it(facts: FactsPanel, open_sample: MainWindow) -> None:
    for entries in (facts.contacts, facts.signers):
        entries.cards[0].unfold(is_open=True)
    open_sample.pages.letter.views.choose_language("es")
    inside = facts.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= facts.viewport().width()
