"""A list of our own making, for a campaign that starts from an import or from nothing."""

from collections.abc import Sequence

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.signatory import Signatory
from desktop_app.files.list_editor.editing import edited
from desktop_app.support import resources

EMPTY = "resources/import/list.xlsx"
"""Our headings, with drop-downs where few words are right; ``scripts.make_templates`` makes it."""


def new_list(signatories: Sequence[Signatory], file: str = "signatories-private.xlsx") -> bytes:
    """A workbook with our headings and these signatories below them, from row 2 on.

    Raises:
        ProblemError: ``list-full``, ``list-text-too-long``.
    """
    return edited(resources.path(EMPTY).read_bytes(), ListEdit(added=tuple(signatories)), file)
