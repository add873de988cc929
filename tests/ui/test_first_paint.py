"""The window is on the screen before the program is loaded."""

import os
import subprocess
import sys
from pathlib import Path

from desktop_app.cli import COMMANDS
from desktop_app.cli.arguments import parser

HEAVY = (
    "lxml",
    "babel",
    "rapidfuzz",
    "openpyxl",
    "python_calamine",
    "msoffcrypto",
    "docxtpl",
    "pypdfium2",
    "pyuca",
)
SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_app import __main__ as program
from desktop_app.ui import frame
class Seen(frame.Frame):
    def paintEvent(self, event):
        print(*sorted(name for name in sys.modules if "." not in name or name.startswith("desktop_app")))
        sys.stdout.flush()
        QApplication.instance().quit()
frame.Frame = Seen
sys.argv = ["undersigned"]
program.main()
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True, env=around
    )
    loaded = set(done.stdout.split())
    assert "desktop_app.ui.main_window" in loaded
    assert loaded.isdisjoint(HEAVY)
    layers = {"cli.main", "services", "files", "bootstrap", "wording", "ui.start_page", "ui.theme"}
    assert {name for name in loaded if name.removeprefix("desktop_app.") in layers} == set()


def test_the_window_knows_all_commands_without_loading_them() -> None:
    [choice] = (one for one in parser()._actions if isinstance(one.choices, dict))
    assert choice.choices is not None
    assert set(choice.choices) == COMMANDS
