"""What stands in the menus of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop_app.support.i18n import _
from desktop_app.ui import theme
from desktop_app.ui.column import Column
from desktop_app.ui.menus import Entry, Menus
from desktop_app.ui.side_bar import Page

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

_KEYS = QKeySequence.StandardKey


def add_menus(window: "MainWindow", menus: Menus) -> None:
    """All menus, in their order."""
    _add_file(window, menus)
    menus.add(
        _("&Edit"),
        (
            Entry("undo", _("Undo"), window.undo, _KEYS.Undo),
            Entry("redo", _("Redo"), window.redo, _KEYS.Redo),
            None,
            Entry("find", _("Find"), _found(window), _KEYS.Find),
        ),
    )
    _add_view(window, menus)
    menus.add(
        _("&Letter"),
        (
            Entry("replace", _("Find and replace in the text"), _on_letter(window, "find_words"), "Ctrl+H"),
            Entry("mode", _("Fields, or as it will be read"), _on_letter(window, "change_mode"), "Ctrl+M"),
            Entry("take", _("Take a new text…"), _on_letter(window, "take_text")),
            Entry("word", _("Open in Word"), _on_letter(window, "open_in_word")),
            None,
            Entry("beside", _("Beside the original"), _on_letter(window, "show_beside")),
            Entry("sign", _("Open for signature…"), _on_letter(window, "open_for_signature")),
            Entry("changes", _("What changed since it was signed"), _on_letter(window, "show_changes")),
        ),
    )
    menus.add(
        _("&Signatories"),
        (
            Entry("add", _("Add signatories"), _on_list(window, "add_one"), "Ctrl+Shift+A"),
            Entry("paste", _("Paste rows"), _on_list(window, "paste"), "Ctrl+Shift+V"),
            Entry("network", _("Member of…"), _on_list(window, "ask_network")),
            Entry("form", _("Import sign-ons…"), _on_list(window, "choose_form")),
            Entry("duplicates", _("Find duplicates"), _on_list(window, "find_duplicates")),
            None,
            Entry("by-row", _("Sort by row"), _sorted(window, Column.ROW)),
            Entry("by-name", _("Sort by name"), _sorted(window, Column.NAME)),
            Entry("by-country", _("Sort by country"), _sorted(window, Column.COUNTRY)),
            Entry("by-listed", _("Sort by how they are listed"), _sorted(window, Column.LISTED)),
            None,
            Entry("spreadsheet", _("Open in Excel or LibreOffice"), _on_list(window, "open_in_spreadsheet")),
            Entry("lock", _("Set a password…"), _on_list(window, "set_password")),
            Entry("unlock", _("Remove the password…"), _on_list(window, "remove_password")),
        ),
    )
    menus.add(
        _("&Recipients"),
        (
            Entry("choose", _("Choose recipients"), _on_recipients(window, "choose")),
            Entry("paste-recipients", _("Paste a list"), _on_recipients(window, "paste")),
            Entry("recipients-file", _("From a file…"), _on_recipients(window, "choose_file")),
        ),
    )
    menus.add(
        _("E&xport"),
        (
            Entry("export-now", _("Export"), _on_export(window, again=False), "Ctrl+E"),
            Entry("again", _("Export again"), _on_export(window, again=True), "Ctrl+Shift+E"),
        ),
    )


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
    names = Entry("names", _("Show or hide names"), _names(window), "Ctrl+Shift+H")
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


def _names(window: "MainWindow") -> Callable[[], None]:
    """Where one is: a text that is out of sight comes back on its own page."""

    def go() -> None:
        window.pages.lists.show_or_hide_names()

    return go


def _worn(window: "MainWindow", look: theme.Look) -> Callable[[], None]:
    return lambda: window.wear(look)


def _to_page(window: "MainWindow", page: Page) -> Callable[[], None]:
    return lambda: window.show_page(page)


def _on_letter(window: "MainWindow", name: str) -> Callable[[], None]:
    def go() -> None:
        window.show_page(Page.LETTER)
        getattr(window.pages.letter, name)()

    return go


def _found(window: "MainWindow") -> Callable[[], None]:
    """Look for words in the text where that is shown, and else for signatories."""

    def go() -> None:
        if window.pages.page is Page.LETTER:
            window.pages.letter.find_words()
        else:
            _on_list(window, "search")()

    return go


def _sorted(window: "MainWindow", column: Column) -> Callable[[], None]:
    def sort() -> None:
        window.show_page(Page.SIGNATORIES)
        window.pages.lists.sort_by(column)

    return sort


def _on_export(window: "MainWindow", *, again: bool) -> Callable[[], None]:
    """Go to the export; ``again``: and make it at once."""

    def go() -> None:
        window.show_page(Page.EXPORT)
        if again:
            window.pages.export.start()
        else:
            window.pages.export.focus_button()

    return go


def _on_list(window: "MainWindow", action: str) -> Callable[[], None]:
    """Go to the list, and do something there."""

    def go() -> None:
        window.show_page(Page.SIGNATORIES)
        getattr(window.pages.lists, action)()

    return go


def _on_recipients(window: "MainWindow", action: str) -> Callable[[], None]:
    """Go to the recipients, and do something there."""

    def go() -> None:
        window.show_page(Page.RECIPIENTS)
        getattr(window.pages.recipients, action)()

    return go
