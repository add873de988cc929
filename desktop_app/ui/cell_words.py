"""What may be typed: the names of all countries, and what the list itself says where it is not hidden."""

from collections.abc import Sequence

from desktop_app.domain.hiding import is_secret
from desktop_app.ui.desk import Desk


def countries(desk: Desk) -> list[str]:
    """The names of all countries, in English as lists have them."""
    return sorted(names.running for names in desk.program.reference.names("en").values())


def suggestions(desk: Desk, field: str) -> Sequence[str]:
    """What completes a field of the list."""
    if field != "country":
        return ()
    rows = [row for row in desk.editing.history.rows if row.country]
    there = {row.country for row in rows if not (desk.cover.is_on and is_secret(row))}
    return sorted({*there, *countries(desk)})


def networks(desk: Desk) -> list[str]:
    """The names of networks that have members, without those that are hidden."""
    rows = desk.editing.history.rows
    hidden = {name for row in rows if is_secret(row) for name in (row.name, row.acronym)}
    return sorted({row.member_of for row in rows if row.member_of} - hidden)
