"""A letter taken apart for a writer, and put together again; untouched paragraphs stay as they are."""

from desktop_app.files.letter_editor.letter_file import LetterFile
from desktop_app.files.letter_editor.lists import ListKind, Lists
from desktop_app.files.letter_editor.notes import Notes
from desktop_app.files.letter_editor.style_sheet import StyleLook, StyleSheet

__all__ = ["LetterFile", "ListKind", "Lists", "Notes", "StyleLook", "StyleSheet"]
