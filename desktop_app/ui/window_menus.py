"""What stands in the menus of the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop_app.support.i18n import _
from desktop_app.ui import theme
from desktop_app.ui.column import Column
from desktop_app.ui.menus import Entry, Menus
from desktop_app.ui.side_bar import Page

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.pages import Pages

_KEYS = QKeySequence.StandardKey


def add_menus(window: "MainWindow", menus: Menus) -> None:
    """All menus, in their order."""
    _add_file(window, menus)
    _add_edit(window, menus)
    _add_view(window, menus)
    _add_letter(window, menus)
    _add_signatories(window, menus)
    _add_recipients(window, menus)
    _add_export(window, menus)


def _add_file(window: "MainWindow", menus: Menus) -> None:
    menus.add(
        _("&File"),
        (
            Entry("new", _("New letter…"), window.show_start, _KEYS.New, with_campaign=False),
            Entry("open", _("Open…"), window.choose_campaign, _KEYS.Open, with_campaign=False),
            Entry("import", _("Import a letter…"), window.choose_letter, with_campaign=False),
            None,
            Entry("save", _("Save"), window.save, _KEYS.Save),
            Entry("close", _("Close letter"), window.close_campaign, _KEYS.Close),
            None,
            Entry("quit", _("Quit"), window.close, _KEYS.Quit, with_campaign=False),
        ),
    )


def _add_edit(window: "MainWindow", menus: Menus) -> None:
    menus.add(
        _("&Edit"),
        (
            Entry("undo", _("Undo"), _here(window, lambda at: at.taking_back.undo()), _KEYS.Undo),
            Entry("redo", _("Redo"), _here(window, lambda at: at.taking_back.redo()), _KEYS.Redo),
            None,
            Entry("find", _("Find"), partial(_find, window), _KEYS.Find),
        ),
    )


def _add_view(window: "MainWindow", menus: Menus) -> None:
    places = (
        (Page.LETTER, _("Letter")),
        (Page.SIGNATORIES, _("Signatories")),
        (Page.RECIPIENTS, _("Recipients")),
        (Page.EXPORT, _("Export")),
    )
    entries = [
        Entry(page.value, text, _to_page(window, page), f"Ctrl+{number}")
        for number, (page, text) in enumerate(places, start=1)
    ]
    names = Entry(
        "names",
        _("Show or hide names"),
        _here(window, lambda at: at.lists.show_or_hide_names()),
        "Ctrl+Shift+H",
    )
    looks = (
        (theme.Look.SYSTEM, _("Light or dark as the system")),
        (theme.Look.LIGHT, _("Light")),
        (theme.Look.DARK, _("Dark")),
    )
    wear = [
        Entry(f"look-{look.value}", text, _worn(window, look), with_campaign=False) for look, text in looks
    ]
    traces = Entry("traces", _("Leave no traces"), window.leave_no_traces, with_campaign=False)
    pane = Entry("pane", _("Next part of the window"), window.next_pane, "F6")
    menus.add(_("&View"), (*entries, pane, None, names, None, *wear, None, traces))
    menus.actions["traces"].setCheckable(True)
    menus.actions["traces"].setChecked(not window.start.traces.are_kept)


def _add_letter(window: "MainWindow", menus: Menus) -> None:
    there = partial(_at, window, Page.LETTER)
    menus.add(
        _("&Letter"),
        (
            Entry(
                "replace",
                _("Find and replace in the text"),
                there(lambda at: at.letter.views.find_words()),
                "Ctrl+H",
            ),
            Entry(
                "mode",
                _("Fields, or as it will be read"),
                there(lambda at: at.letter.views.change_mode()),
                "Ctrl+M",
            ),
            Entry("take", _("Take a new text…"), there(lambda at: at.letter.take_text())),
            Entry("word", _("Open in Word"), there(lambda at: at.letter.open_in_word())),
            None,
            Entry("beside", _("Beside the original"), there(lambda at: at.letter.views.show_beside())),
            Entry("sign", _("Open for signature…"), there(lambda at: at.letter.open_for_signature())),
            Entry(
                "changes", _("What changed since it was signed"), there(lambda at: at.letter.show_changes())
            ),
        ),
    )


def _add_signatories(window: "MainWindow", menus: Menus) -> None:
    there = partial(_at, window, Page.SIGNATORIES)
    menus.add(
        _("&Signatories"),
        (
            Entry("add", _("Add signatories"), there(lambda at: at.lists.add_one()), "Ctrl+Shift+A"),
            Entry("paste", _("Paste rows"), there(lambda at: at.lists.paste()), "Ctrl+Shift+V"),
            Entry("network", _("Member of…"), there(lambda at: at.lists.ask_network())),
            Entry("form", _("Import sign-ons…"), there(lambda at: at.lists.choose_form())),
            Entry("duplicates", _("Find duplicates"), there(lambda at: at.lists.find_duplicates())),
            None,
            Entry("by-row", _("Sort by row"), there(lambda at: at.lists.sort_by(Column.ROW))),
            Entry("by-name", _("Sort by name"), there(lambda at: at.lists.sort_by(Column.NAME))),
            Entry("by-country", _("Sort by country"), there(lambda at: at.lists.sort_by(Column.COUNTRY))),
            Entry(
                "by-listed",
                _("Sort by how they are listed"),
                there(lambda at: at.lists.sort_by(Column.LISTED)),
            ),
            None,
            Entry(
                "spreadsheet",
                _("Open in Excel or LibreOffice"),
                there(lambda at: at.lists.open_in_spreadsheet()),
            ),
            Entry("lock", _("Set a password…"), there(lambda at: at.lists.set_password())),
            Entry("unlock", _("Remove the password…"), there(lambda at: at.lists.remove_password())),
        ),
    )


def _add_recipients(window: "MainWindow", menus: Menus) -> None:
    there = partial(_at, window, Page.RECIPIENTS)
    menus.add(
        _("&Recipients"),
        (
            Entry("choose", _("Choose recipients"), there(lambda at: at.recipients.choose())),
            Entry("paste-recipients", _("Paste a list"), there(lambda at: at.recipients.paste())),
            Entry("recipients-file", _("From a file…"), there(lambda at: at.recipients.choose_file())),
        ),
    )


def _add_export(window: "MainWindow", menus: Menus) -> None:
    there = partial(_at, window, Page.EXPORT)
    menus.add(
        _("E&xport"),
        (
            Entry("export-now", _("Export"), there(lambda at: at.export.focus_button()), "Ctrl+E"),
            Entry("again", _("Export again"), there(lambda at: at.export.start()), "Ctrl+Shift+E"),
        ),
    )


def _worn(window: "MainWindow", look: theme.Look) -> Callable[[], None]:
    return lambda: window.wear(look)


def _to_page(window: "MainWindow", page: Page) -> Callable[[], None]:
    return lambda: window.show_page(page)


def _here(window: "MainWindow", act: Callable[["Pages"], object]) -> Callable[[], None]:
    """Do something wherever one is; the pages are loaded after the menus."""

    def go() -> None:
        act(window.pages)

    return go


def _at(window: "MainWindow", page: Page, act: Callable[["Pages"], object]) -> Callable[[], None]:
    """Go to a place, and do something there."""

    def go() -> None:
        window.show_page(page)
        act(window.pages)

    return go


def _find(window: "MainWindow") -> None:
    """Look for words in the text where that is shown, and else for signatories."""
    if window.pages.page is Page.LETTER:
        window.pages.letter.views.find_words()
    else:
        window.show_page(Page.SIGNATORIES)
        window.pages.lists.search()
