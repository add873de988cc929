"""The window in every language that has a catalog: complete, nothing lost in translation, nothing cut off."""

import gettext
import io
import re
import string
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from looking import is_cut, shown
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_app.support import i18n
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page
from scripts.catalogs import catalog_of, messages

LANGUAGES = [code for code in i18n.languages() if code != i18n.SOURCE]
FIELD = re.compile(r"\{\{\{\{.*?\}\}\}\}")


def translated(language: str) -> list[Message]:
    with catalog_of(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_french_and_spanish() -> None:
    assert {"fr", "es"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    said = {forms(message.id)[0] for message in translated(language) if all(forms(message.string))}
    wanted = {forms(message.id)[0] for message in messages() if message.id}
    assert sorted(wanted - said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_is_lost(language: str) -> None:
    lost = []
    for message in translated(language):
        english = forms(message.id)
        for number, said in enumerate(forms(message.string)):
            # The form for one may leave the number away, where English does.
            meant = english[0] if number == 0 else english[-1]
            allowed = set().union(*map(slots, english))
            kept = slots(meant) <= slots(said) <= allowed
            if not kept or sorted(FIELD.findall(said)) != sorted(FIELD.findall(meant)):
                lost.append((message.id, said))
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_compiles_and_speaks(language: str) -> None:
    catalog = gettext.GNUTranslations(io.BytesIO(i18n.compiled_catalog(catalog_of(language))))
    assert catalog.gettext("Signatories") != "Signatories"
    assert catalog.info()["language"] == language


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.speak([request.param])
    yield request.param
    i18n.speak([])


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_every_page_opens_and_nothing_is_cut_off(open_sample: MainWindow, width: int, height: int) -> None:
    open_sample.resize(width, height)
    QApplication.processEvents()
    cut = [
        (page, widget.text())
        for page, widget in shown(open_sample)
        if isinstance(widget, QLabel | QPushButton) and widget.text() and is_cut(widget)
    ]
    assert cut == []


@pytest.mark.usefixtures("spoken")
def test_no_heading_of_a_table_is_cut_off(open_sample: MainWindow) -> None:
    open_sample.resize(1024, 700)
    pages = open_sample.pages
    for page, view in (
        (Page.SIGNATORIES, pages.lists.table.view),
        (Page.RECIPIENTS, pages.recipients.view),
    ):
        open_sample.show_page(page)
        QApplication.processEvents()
        assert view.isVisible()
        head = view.horizontalHeader()
        columns = [at for at in range(head.count()) if not head.isSectionHidden(at)]
        assert [at for at in columns if head.sectionSize(at) < head.sectionSizeHint(at)] == []
