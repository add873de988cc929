"""What is shown in a letter for fields, marks of notes and what is kept as it is."""

from collections.abc import Callable, Mapping

from desktop_app.domain.writing import PieceKind
from desktop_app.ui.writing.text_sheet import TextSheet
from desktop_app.wording.fields import code_of, of_field, of_kept

FIGURES = ("signatories.total", "signatories.named", "signatories.anonymous", "petition.people")
"""Fields that are shown as the figure they print: a sentence is written around it."""


def field_of(code: str) -> str:
    """A field as it is put into a text: dates in words, figures as the language writes them."""
    form = "|long_date" if code.endswith((".date", ".as_of")) else ""
    form = "|number" if code in FIGURES else form
    return f"{{{{ {code}{form} }}}}"


class Labels:
    """Over the text of a letter, by whose marks its notes are numbered.

    Attributes:
        values: What fields print, by their code.
    """

    def __init__(self, text: Callable[[], TextSheet]) -> None:
        self._text = text
        self.values: Mapping[str, str] = {}
        self._numbers: dict[str, int] = {}
        self._revision = -1

    def of(self, kind: PieceKind, text: str) -> str:
        """For a piece that is no text."""
        match kind:
            case PieceKind.FIELD:
                code = code_of(text)
                return self.values.get(code, "") if code in FIGURES else of_field(text)
            case PieceKind.NOTE:
                return self.number(text)
            case PieceKind.KEPT | PieceKind.BLOCK:
                return of_kept(text)
            case _:
                return ""

    def number(self, key: str) -> str:
        """The number that a footnote will have on paper."""
        text = self._text()
        revision = text.document().revision()
        if revision != self._revision:
            self._revision = revision
            self._numbers = {found: number for number, found in enumerate(text.notes(), 1)}
        number = self._numbers.get(key)
        return str(number) if number else "*"
