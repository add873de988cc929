"""Reads a letter that was taken apart once more, and tells what of it is not beyond doubt.

A letter of which nothing is told must be wholly right: what has a proper shape and a proper place is passed
over, anything else is told, right or wrong. A glance at a line that is right costs little.
"""

from collections.abc import Iterator

from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.parts import Anatomy, Doubt
from desktop_app.domain.letter_anatomy.second_look.figures import looked_at_figures
from desktop_app.domain.letter_anatomy.second_look.foot import looked_at_foot
from desktop_app.domain.letter_anatomy.second_look.head import looked_at_head
from desktop_app.domain.letter_anatomy.second_look.listed import looked_at_list
from desktop_app.domain.letter_anatomy.second_look.text import looked_at_text

__all__ = ["second_look"]


def second_look(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """What is not beyond doubt: one of each kind, at its first line."""
    said = set()
    for look in (looked_at_head, looked_at_text, looked_at_foot, looked_at_list, looked_at_figures):
        for doubt in look(anatomy, page):
            if doubt.code not in said:
                said.add(doubt.code)
                yield doubt
