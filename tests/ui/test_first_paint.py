"""The window is on the screen before the program is loaded."""

import subprocess
import sys

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
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from desktop_app.ui import app as program, theme
from desktop_app.ui.main_window import MainWindow
app = QApplication([])
theme.dress(app)
window = MainWindow(QSettings("/dev/null", QSettings.Format.IniFormat))
window.show()
app.processEvents()
print(*sorted(name for name in sys.modules if "." not in name or name.startswith("desktop_app")))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "desktop_app.ui.main_window" in loaded
    assert loaded.isdisjoint(HEAVY)
    layers = {"desktop_app.services", "desktop_app.files", "desktop_app.bootstrap"}
    assert {name for name in loaded if any(name.startswith(layer) for layer in layers)} == set()
