"""Figures of a letter that is still open for signature: nobody knows them yet."""

from typing import Self

from desktop_app.domain.counting import Count
from desktop_app.domain.signatory import Way

_MANY = 100
"""As conditions and plurals see it."""


class BlankFigure(int):
    """A figure that is not known yet. It compares as many do, and prints as ``shown``: "[number]"."""

    shown: str

    def __new__(cls, shown: str) -> Self:
        """Make one that prints as ``shown``."""
        figure = super().__new__(cls, _MANY)
        figure.shown = shown
        return figure


def blank_count(way: Way, shown: str) -> Count:
    """The figures of a list to which everybody may still be added."""
    blank = BlankFigure(shown)
    return Count(
        way=way,
        total=blank,
        named=blank,
        anonymous=blank,
        pending=blank,
        withdrawn=blank,
        top_level=blank,
        members=blank,
        umbrellas=blank,
        countries=blank,
        organisations=blank,
        individuals=blank,
    )
