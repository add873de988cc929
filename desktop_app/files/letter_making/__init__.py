"""Writes the letter.docx of an imported letter, in the styles of the starter templates."""

from desktop_app.files.letter_making.making import made_letter

__all__ = ["made_letter"]
