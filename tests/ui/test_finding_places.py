"""From every finding a way leads to its place: to what can be changed there, or to the file that says it."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.hiding import is_secret
from desktop_app.domain.recipient import Correction
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.services.planning import correct
from desktop_app.ui.kit import Text
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import Pages
from desktop_app.ui.place_states import place_states
from desktop_app.ui.side_bar import Page
from desktop_app.ui.writing.writer import Writer

LIST = "signatories-private.xlsx"
_IN_NO_FIELD = ("claimed", "petition", "files.name", "state", "until", "languages", "line 5")


def go(pages: Pages, place: Place, code: str = "withheld-name") -> None:
    pages.go_to(Finding(code, Severity.ERROR, (place,)), place)
    QApplication.processEvents()


def ways(pages: Pages) -> list[str]:
    """What the line over the page offers."""
    buttons = pages.notices.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


@pytest.fixture
def pages(open_sample: MainWindow, shipped: Program, sample: Path) -> Pages:
    correct(sample, "FRA", Correction(0, email="mission@example.org"), shipped.reference)
    open_sample.pages.desk.reload()
    open_sample.resize(1280, 800)
    return open_sample.pages


def test_every_fact_is_found_in_its_own_language(pages: Pages) -> None:
    facts = pages.letter.facts
    campaign = pages.desk.campaign.campaign
    assert len(campaign.contacts) > 1
    fields: dict[str, tuple[QWidget, str]] = {
        "title": (facts.title, "en"),
        "date": (facts.date, "en"),
        "place": (facts.place, "en"),
        "reference": (facts.reference, "en"),
        "cc[2]": (facts.cc, "en"),
        "enclosures[1]": (facts.enclosures, "en"),
        "counts": (facts.counts, "en"),
        "list": (facts.numbered, "en"),
        "list.columns": (facts.columns, "en"),
        "text.fr.subject": (facts.subject, "fr"),
        "text.es.nouns": (facts.nouns, "es"),
        "text.fr.title": (facts.title, "fr"),
        "text.en.reason": (facts.reason, "en"),
    }
    for key, (field, language) in fields.items():
        pages.show_page(Page.EXPORT)
        go(pages, Place("campaign.toml", key))
        focused = QApplication.focusWidget()
        assert focused is not None, key
        assert field is focused or field.isAncestorOf(focused), key
        assert pages.letter.views.language == language, key
    go(pages, Place("campaign.toml", "contacts[2].role"))
    assert facts.contacts.cards[1].fields["role"].hasFocus()
    go(pages, Place("campaign.toml", "contacts[1].email"))
    assert facts.contacts.cards[0].fields["email"].hasFocus()
    go(pages, Place("campaign.toml", "signed_by"))
    assert facts.signers.add_button.hasFocus()


def test_a_paragraph_of_a_letter_is_found(pages: Pages, qtbot: QtBot) -> None:
    for paragraph in (None, 9):
        pages.show_page(Page.EXPORT)
        go(pages, Place("letter.fr.docx", "body", paragraph))
        assert pages.page is Page.LETTER
        assert (pages.letter.views.mode, pages.letter.views.language) == ("write", "fr")
        assert isinstance(QApplication.focusWidget(), Writer)
    go(pages, Place("letter.docx", "footnotes", 3))
    qtbot.waitUntil(lambda: pages.letter.reading.sheet.text != "")
    assert (pages.letter.views.mode, pages.letter.views.language) == ("read", "en")


def test_what_no_page_can_show_is_said_with_the_file_to_open(pages: Pages) -> None:
    settings = pages.desk.campaign.folder / "campaign.toml"
    copy = settings.with_name("private") / "signatories-copy.xlsx"
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(b"")
    for place, code in (
        *((Place("campaign.toml", key), "claim-unexplained") for key in _IN_NO_FIELD),
        (Place("letter.es.docx", "header", 1), "withheld-name"),
        (Place("private/signatories-copy.xlsx"), "copies-not-locked"),
        (Place("campaign.toml", "petition.people"), "petition-differs"),
    ):
        pages.notices.clear()
        go(pages, place, code)
        assert f"Open {Path(place.file).name}" in ways(pages), place
    # What is nowhere on the disk is said all the same.
    go(pages, Place("France (fr).docx", "word/header2.xml"), "part-not-allowed")
    assert ways(pages) == ["Close"]


def test_rows_are_found_wherever_they_are(pages: Pages) -> None:
    table = pages.lists.table
    table.search.setText("nobody is called so")
    table.table.search("nobody is called so")
    for place in (Place(LIST, row=40), Place("", row=41)):
        go(pages, place, "name-missing")
        assert pages.page is Page.SIGNATORIES
        assert table.table.row_at(table.view.currentIndex()) == place.row
    go(pages, Place("recipients.xlsx", row=2), "mail-address-wrong")
    assert pages.page is Page.RECIPIENTS
    prospect = pages.recipients.panel.prospect
    assert prospect is not None
    assert prospect.state == "FRA"


def test_what_is_to_be_settled_is_counted_alike_everywhere(
    open_sample: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    pages, desk = open_sample.pages, open_sample.pages.desk
    secret = next(row.name for row in desk.editing.history.rows if is_secret(row) and row.name.isascii())
    letter = Document(str(sample / "letter.docx"))
    for number, words in (
        (8, f"{secret} asks."),
        (9, f"{secret} and {secret}."),
        (10, "[your demand] [date]"),
    ):
        letter.paragraphs[number].add_run(f" {words}")
    letter.save(str(sample / "letter.docx"))
    with qtbot.waitSignal(desk.checker.checked):
        desk.reload()
    states = place_states(desk)
    assert states[Page.LETTER] == states[Page.EXPORT] == ("3 to settle", "danger")
    assert "1 of 3 to settle" in [text.text() for text in pages.letter.walk.findChildren(Text)]
    open_sample.show_page(Page.EXPORT)
    ready = pages.export.ready
    assert [text.text() for text in ready.hits.findChildren(Text)][1:2] == ["2"]
    said = [text.text() for text in ready.cards.findChildren(Text)]
    assert said[said.index("Must be settled") + 1] == "1"
