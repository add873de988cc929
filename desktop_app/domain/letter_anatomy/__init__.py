"""Takes an existing letter apart: date, addressee, salutation, text, closing, contacts, signatories."""

from desktop_app.domain.letter_anatomy.parts import (
    Anatomy,
    Block,
    BlockKind,
    Doubt,
    FoundContact,
    FoundName,
    FoundSigner,
    Part,
    Role,
    Sureness,
)
from desktop_app.domain.letter_anatomy.source import Form, LetterSource, Link, SourceLine

__all__ = [
    "Anatomy",
    "Block",
    "BlockKind",
    "Doubt",
    "Form",
    "FoundContact",
    "FoundName",
    "FoundSigner",
    "LetterSource",
    "Link",
    "Part",
    "Role",
    "SourceLine",
    "Sureness",
]
