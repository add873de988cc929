"""Edits the signatory list inside its workbook: the sheet's own XML, and nothing that is not the list's."""

from desktop_app.files.list_editor.annotations import RowsBeside
from desktop_app.files.list_editor.change_log import list_key, with_key
from desktop_app.files.list_editor.editing import edited
from desktop_app.files.list_editor.new_list import new_list

__all__ = ["RowsBeside", "edited", "list_key", "new_list", "with_key"]
