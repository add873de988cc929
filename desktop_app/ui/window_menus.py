"""What stands in the menus of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop_app.support.i18n import _
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
            Entry("find", _("Find"), _on_list(window, "search"), _KEYS.Find),
        ),
    )
    _add_view(window, menus)
    menus.add(
        _("&Signatories"),
        (
            Entry("add", _("Add signatories"), _on_list(window, "add_one"), "Ctrl+Shift+A"),
            Entry("paste", _("Paste rows"), _on_list(window, "paste"), "Ctrl+Shift+V"),
            Entry("form", _("Import sign-ons…"), _on_list(window, "choose_form")),
            Entry("duplicates", _("Find duplicates"), _on_list(window, "find_duplicates")),
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
    names = Entry("names", _("Show or hide names"), _on_list(window, "show_or_hide_names"), "Ctrl+Shift+H")
    menus.add(_("&View"), (*entries, None, names))


def _to_page(window: "MainWindow", page: Page) -> Callable[[], None]:
    return lambda: window.show_page(page)


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
