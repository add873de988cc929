"""What a newcomer's ways through the window have in common."""

import re
import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.bootstrap import Program

NAMES = [
    f"{tree} {place}"
    for tree in ("Alder", "Birch", "Cedar", "Elm")
    for place in ("Reading Room", "Weavers", "Choir", "Press", "Legal Clinic")
]


def press(within: QWidget, text: str) -> None:
    QApplication.processEvents()  # what was just added is laid out
    button = next(b for b in within.findChildren(QPushButton) if b.text().strip() == text and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write_in_word(folder: Path, program: Program) -> None:
    """The prompts are filled in, in Word and in the settings."""
    for letter in folder.glob("letter*.docx"):
        shutil.copy(program.templates / "sample" / letter.name, letter)
    settings = folder / "campaign.toml"
    written = (program.templates / "sample" / "campaign.toml").read_text("utf-8")
    kept = re.sub(r"(?m)^sample = .*\n", "", written)
    settings.write_text(kept, "utf-8")
