"""Placeholder until the editor is merged."""

from desktop_app.domain.list_edit import ListEdit


def edited(data: bytes, edit: ListEdit, file: str) -> bytes:
    """Placeholder."""
    raise NotImplementedError
