"""What is typed and not entered yet goes out of sight with the names, and comes back with them."""

import re
from pathlib import Path

import pytest
from looking import told, told_by
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.hiding import is_secret
from desktop_app.domain.recipient import Correction
from desktop_app.domain.signatory import Disclosure
from desktop_app.ui import fact_cover
from desktop_app.ui.correction_form import CorrectionForm, Part
from desktop_app.ui.desk import Desk
from desktop_app.ui.fact_cover import FactCover
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

KEY = Qt.Key
TYPED = "Quillon Harbour Circle"


def nobody_comes(desk: Desk) -> None:
    """Ten minutes go by."""
    assert desk.cover._timer.isActive()
    desk.cover._timer.timeout.emit()


def is_told(window: MainWindow, text: str = TYPED) -> bool:
    return text in "\n".join(told(window))


@pytest.fixture
def name(open_sample: MainWindow) -> QLineEdit:
    """The line over the table, in which a name is being typed."""
    open_sample.show_page(Page.SIGNATORIES)
    line = open_sample.pages.lists.table.add_line
    line.begin()
    QTest.keyClicks(line._name, TYPED)
    return line._name


def test_a_name_in_the_add_line_goes_and_comes_back(
    name: QLineEdit, open_sample: MainWindow, desk: Desk
) -> None:
    assert desk.cover.is_on
    assert is_told(open_sample)
    nobody_comes(desk)
    assert not is_told(open_sample)
    QTest.keyClicks(name, "More")
    QTest.keyClick(name, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(name, KEY.Key_Return)
    assert not is_told(open_sample)
    desk.cover.take_off()
    assert name.text() == TYPED
    desk.cover.put_on()
    assert not is_told(open_sample)
    desk.cover.take_off()
    QTest.keyClick(name, KEY.Key_Return)
    assert desk.editing.history.rows[-1].name == TYPED
    desk.cover.put_on()


def test_nothing_comes_back_into_another_campaign(
    name: QLineEdit, open_sample: MainWindow, desk: Desk
) -> None:
    nobody_comes(desk)
    assert open_sample.open(desk.campaign.folder)
    desk.cover.take_off()
    assert name.text() == ""
    assert not name.isReadOnly()
    desk.cover.put_on()


def test_a_cell_that_is_typed_into_is_closed_and_opened_again(
    open_sample: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    open_sample.show_page(Page.SIGNATORIES)
    view = open_sample.pages.lists.table.view
    row = next(row for row in desk.editing.history.rows if row.disclosure is Disclosure.ANONYMOUS)
    view.go_to(row.row)
    QTest.keyClick(view, KEY.Key_F2)
    editor = view._delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, TYPED)
    nobody_comes(desk)
    # The cell's editor goes with the next events.
    qtbot.waitUntil(lambda: not is_told(open_sample))
    assert desk.editing.history.row(row.row) == row
    assert not is_told(open_sample, row.name)
    desk.cover.take_off()
    editor = view._delegate.editor
    assert editor is not None
    assert editor.text() == TYPED
    desk.cover.put_on()
    qtbot.wait(10)
    assert open_sample.pages.commit()
    assert desk.editing.history.row(row.row).name == TYPED
    assert not is_told(open_sample)


def test_a_fact_that_is_not_left_yet_is_written_when_the_letter_is_closed(
    open_sample: MainWindow, desk: Desk, sample: Path
) -> None:
    subject = open_sample.pages.letter.facts.subject
    before = subject.toPlainText()
    subject.setFocus()
    subject.selectAll()
    QTest.keyClicks(subject, TYPED)
    desk.cover.put_on()
    assert not is_told(open_sample)
    # Nothing of an empty field is written.
    open_sample.pages.letter.commit()
    assert before.split()[0] in (sample / "campaign.toml").read_text("utf-8")
    assert open_sample.pages.commit()
    assert TYPED in (sample / "campaign.toml").read_text("utf-8")


def test_an_extra_paragraph_goes_and_comes_back(open_sample: MainWindow, desk: Desk) -> None:
    open_sample.show_page(Page.RECIPIENTS)
    panel = open_sample.pages.recipients.panel
    panel.begin(Part.PARAGRAPH)
    QTest.keyClicks(panel.form._text, TYPED)
    desk.cover.put_on()
    assert not is_told(open_sample)
    panel.form._enter()
    assert panel.form.isVisible()
    desk.cover.take_off()
    assert panel.form._text.toPlainText() == TYPED
    desk.cover.put_on()


def test_what_is_known_of_a_recipient_is_not_opened_while_a_name_in_it_is_hidden(
    open_sample: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    secret = next(row.name for row in desk.editing.history.rows if is_secret(row) and row.name.isascii())
    open_sample.show_page(Page.RECIPIENTS)
    page, panel = open_sample.pages.recipients, open_sample.pages.recipients.panel
    assert panel.prospect is not None
    first, *rest = secret.split(" ")
    known = Correction(
        panel.prospect.known.row,
        address=("1 Mill Lane", first, " ".join(rest)),
        salutation=f"Dear {secret},",
        name=secret,
        email="mill@example.org",
        paragraph=f"We met\n{secret}.",
    )
    page._correct(known)
    form = panel.form
    for part in (Part.ADDRESS, Part.NAME, Part.PARAGRAPH):
        panel.begin(part)
        assert form.isHidden()
        assert "Show names to change it" in "\n".join(told_by(page.notices))
    panel.begin(Part.EMAIL)
    assert form.texts[0] == "mill@example.org"
    assert secret not in "\n".join(form.texts)
    desk.cover.take_off()
    panel.begin(Part.ADDRESS)
    assert form._salutation.text() == f"Dear {secret},"
    desk.cover.put_on()
    assert not any(form.texts)
    # The lines of the block that it was shown in go with the next events.
    qtbot.waitUntil(lambda: not is_told(open_sample, secret))
    form._enter()
    assert form.isVisible()
    # Another recipient's form gets nothing of it back.
    page.view.go_on(1)
    panel.begin(Part.ADDRESS)
    desk.cover.take_off()
    assert first not in "\n".join(form.texts)
    assert not form._text.isReadOnly()
    form.closed.emit()
    desk.cover.put_on()
    assert not any(form.texts)


def test_a_form_that_is_open_is_emptied_when_a_name_in_it_is_to_be_hidden_from_now_on(
    open_sample: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    rows = desk.editing.history.rows
    row = next(row for row in rows if row.disclosure is Disclosure.NAMED and row.name.isascii())
    open_sample.show_page(Page.RECIPIENTS)
    page, panel = open_sample.pages.recipients, open_sample.pages.recipients.panel
    assert panel.prospect is not None
    page._correct(
        Correction(
            panel.prospect.known.row, address=(row.name, "1 Mill Lane"), salutation=f"Dear {row.name},"
        )
    )
    panel.begin(Part.ADDRESS)
    assert row.name in form_texts(panel.form)
    desk.steps.list_as([row.row], Disclosure.ANONYMOUS)
    qtbot.waitUntil(lambda: row.name not in form_texts(panel.form))
    panel.form._enter()
    assert panel.form.isVisible()
    desk.cover.take_off()
    assert row.name in form_texts(panel.form)
    desk.cover.put_on()


def form_texts(form: CorrectionForm) -> str:
    return "\n".join((*form.texts, form._salutation.placeholderText()))


def test_a_pair_of_duplicates_does_not_stay_when_nobody_is_there(
    open_sample: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    open_sample.show_page(Page.SIGNATORIES)
    lists = open_sample.pages.lists
    lists.find_duplicates()
    qtbot.waitUntil(lambda: "…" not in lists.duplicates._how_many.text(), timeout=10_000)
    nobody_comes(desk)
    assert lists.table.isVisible()


def with_name_in_facts(folder: Path, name: str) -> None:
    """A campaign whose title, subject, reason and contacts tell a name."""
    path = folder / "campaign.toml"
    text = path.read_text("utf-8")
    for key in ("title", "subject", "reason", "role"):
        text, found = re.subn(rf'\b({key} = )"[^"]*"', rf'\1"A call by {name} to all"', text)
        assert found, key
    path.write_text(text, "utf-8")


def test_facts_that_tell_a_name_are_masked_everywhere(
    open_sample: MainWindow, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    secret = next(row.name for row in desk.editing.history.rows if is_secret(row) and row.name.isascii())
    with_name_in_facts(sample, secret)
    with qtbot.waitSignal(desk.checker.checked, timeout=10_000):
        assert open_sample.open(sample)
    pages, facts = open_sample.pages, open_sample.pages.letter.facts
    assert pages.title == "A call by (hidden) to all"
    assert pages.title_to_keep == sample.name
    for page in Page:
        open_sample.show_page(page)
        qtbot.wait(300)
        assert secret not in "\n".join(told_by(pages)), page
    # What is shown with a gap is not taken for what was typed.
    open_sample.show_page(Page.LETTER)
    facts.subject.setFocus()
    QTest.keyClicks(facts.subject, "x")
    assert pages.commit()
    assert secret in (sample / "campaign.toml").read_text("utf-8")
    desk.cover.take_off()
    assert secret in facts.subject.toPlainText()
    assert secret in pages.title
    assert pages.title_to_keep == sample.name
    desk.cover.put_on()
    assert secret not in facts.subject.toPlainText()


def test_facts_follow_a_name_that_is_hidden_later(
    open_sample: MainWindow, desk: Desk, sample: Path, qtbot: QtBot
) -> None:
    row = next(row for row in desk.editing.history.rows if row.disclosure is Disclosure.NAMED)
    with_name_in_facts(sample, row.name)
    assert open_sample.open(sample)
    assert row.name in open_sample.pages.title
    with qtbot.waitSignal(open_sample.pages.title_changed, timeout=10_000):
        desk.steps.list_as([row.row], Disclosure.ANONYMOUS)
    assert row.name not in open_sample.pages.title
    assert row.name not in open_sample.pages.letter.facts.reason.toPlainText()


def test_of_a_long_list_nothing_is_shown_before_it_is_known_what_may_be(
    open_sample: MainWindow, desk: Desk, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fact_cover, "_SHORT_LIST", 0)
    secret = next(row.name for row in desk.editing.history.rows if is_secret(row) and row.name.isascii())
    with_name_in_facts(sample, secret)
    pages, facts = open_sample.pages, open_sample.pages.letter.facts
    with qtbot.waitSignal(pages.title_changed, timeout=10_000, check_params_cb=lambda: pages.title != "…"):
        assert open_sample.open(sample)
        assert (pages.title, pages.title_to_keep) == ("…", sample.name)
        assert (facts.subject.toPlainText(), facts.subject.isReadOnly()) == ("…", True)
        assert not is_told(open_sample, secret)
    assert pages.title == "A call by (hidden) to all"
    assert facts.place.text() == "New York"
    assert not facts.place.isReadOnly()


def test_a_text_first_asked_about_while_names_are_looked_for_is_covered_as_well(
    desk: Desk, qtbot: QtBot
) -> None:
    cover = FactCover(desk, desk)
    desk.opened.emit()
    rows = desk.editing.history.rows
    row = next(row for row in rows if row.disclosure is Disclosure.NAMED and row.name.isascii())
    text = f"Care: {row.name}"
    desk.steps.list_as([row.row], Disclosure.ANONYMOUS)
    with qtbot.waitSignal(cover.changed):
        cover._look()
        assert cover.shown(text) == text
    assert "(hidden)" in cover.shown(text)
    assert row.name not in cover.shown(text)


def test_the_frame_and_the_recent_letters_tell_no_name(
    open_sample: MainWindow, desk: Desk, sample: Path, settings: QSettings, qtbot: QtBot
) -> None:
    named = (row for row in desk.editing.history.rows if row.disclosure is Disclosure.NAMED)
    row = next(row for row in named if row.name.isascii())
    with_name_in_facts(sample, row.name)
    assert open_sample.open(sample)
    assert row.name in open_sample.windowTitle()
    assert row.name in str(settings.value("recent"))
    with qtbot.waitSignal(open_sample.pages.title_changed, timeout=10_000):
        desk.steps.list_as([row.row], Disclosure.ANONYMOUS)
    assert open_sample.windowTitle() == "A call by (hidden) to all – Undersigned"
    assert row.name not in str(settings.value("recent"))
    assert [recent.title for recent in open_sample.start.traces.recent] == [sample.name]
    # The letter on the sheet is read anew.
    qtbot.waitUntil(lambda: not is_told(open_sample, row.name), timeout=10_000)
    desk.cover.take_off()
    assert row.name in open_sample.windowTitle()
    assert row.name not in str(settings.value("recent"))
    desk.cover.put_on()
