"""A letter as the beginning of its version in another language: formulas, page numbers, spelling."""

import re

from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.formulas import Formulas
from desktop_app.files.letter_editor import LetterFile
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.wordml import w

_SPELLING = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}
_STORIES = re.compile(r"word/(?:document|styles|footnotes|header\d*|footer\d*)\.xml")
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")


def letter_copy(data: bytes, file: str, formulas: Formulas, source: str, target: str) -> bytes:
    """What a version begins with: the letter, with what is said in the other language already.

    Raises:
        ProblemError: as ``LetterFile``.
    """
    letter = LetterFile(data, file)
    made = letter.written([formulas.translated(block) for block in letter.blocks], letter.notes)
    parts = dict(unpack(made, Kind.DOCX, file))
    for name in filter(_STORIES.fullmatch, list(parts)):
        root = parse(parts[name], file, name)
        has_changed = False
        for node in root.iter(w("lang")):
            if node.get(w("val"), "").split("-")[0] == source:
                node.set(w("val"), _SPELLING.get(target, target))
                has_changed = True
        for node in root.iter(w("t")) if _MARGINS.fullmatch(name) else ():
            said = formulas.pages.get(node.text or "")
            if said is not None:
                node.text = said
                has_changed = True
        if has_changed:
            parts[name] = serialise(root)
    return Shell(parts).file({})
