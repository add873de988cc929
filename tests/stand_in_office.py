"""A program in the place of LibreOffice that makes the same two pages of every letter."""

from pathlib import Path

import pytest
from files.pdfs import down, pdf

from desktop_app.files import libreoffice
from desktop_app.support import workplace

MAKES = 'mkdir -p "$1"; cp "{pages}" "$1/letter.pdf"'


class StandInOffice:
    """Lies in a folder of the test, as does whatever is made for a while.

    Args:
        folder: The test's.
        patch: Takes everything back.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.pages = folder / "pages.pdf"
        self.pages.write_bytes(pdf(down(50, 700, "Excellency,"), down(50, 700, "Signed by")))
        self.program = folder / "soffice"
        self.do(MAKES)
        patch.setattr(libreoffice, "program", lambda: str(self.program))
        patch.setattr(libreoffice, "_alone", lambda: ())
        self.places = folder / "places"
        patch.setattr(workplace, "_above", self._above)

    def do(self, what: str) -> None:
        """Do something else: lines of a shell, whose first argument is the folder for what is made."""
        skip = 'while [ "$1" != --outdir ]; do shift; done; shift'
        said = what.format(pages=self.pages)
        self.program.write_text(f'#!/bin/sh\n{skip}\necho x >> "{self.pages}.runs"\n{said}\n')
        self.program.chmod(0o700)

    def _above(self) -> Path:
        self.places.mkdir(exist_ok=True)
        return self.places

    @property
    def runs(self) -> int:
        """How often it was begun."""
        told = self.folder / "pages.pdf.runs"
        return len(told.read_text().split()) if told.exists() else 0

    def left(self) -> list[Path]:
        """Folders that are still there."""
        return [path for path in self.places.glob("*") if path.is_dir()]
