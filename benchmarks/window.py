"""How long the window takes, held against a peer in the same run.

    python benchmarks/window.py

Start: from the start of the program's process to its first paint, and to that of the start page, against a
PySide6 window with nothing in it.
Table: sorting and filtering 70,000 rows, ours against a QSortFilterProxyModel over a Python model.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROWS = 70_000
RUNS = 7

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event); app.quit()
window = Window(); window.resize(1280, 800); window.show(); app.exec()
"""
_OURS = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_app import __main__ as program
from desktop_app.ui.{module} import {what}
paint = {what}.paintEvent
def painted(self, event):
    paint(self, event); QApplication.instance().quit()
{what}.paintEvent = painted
sys.argv = ["undersigned"]
program.main()
"""
_FIRST = _OURS.format(module="frame", what="Frame")
_READABLE = _OURS.format(module="start_page", what="StartPage")


def seconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def start_of(script: str, home: str) -> float:
    """From spawning a process to a paint, and its end."""
    command = [sys.executable, "-c", script]
    around = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home}
    return seconds(lambda: subprocess.run(command, check=True, cwd=ROOT, capture_output=True, env=around))


def starts() -> None:
    """The starts, in turn."""
    scripts = {"bare": _BARE, "first paint": _FIRST, "start page": _READABLE}
    taken: dict[str, list[float]] = {name: [] for name in scripts}
    with TemporaryDirectory() as home:
        for _ in range(RUNS):
            for name, script in scripts.items():
                taken[name].append(start_of(script, home))
    peer = statistics.median(taken.pop("bare"))
    print(f"start: a bare window {peer * 1000:.0f} ms")
    for (name, ours), wanted in zip(taken.items(), (" (wanted: 1.6)", ""), strict=True):
        mine = statistics.median(ours)
        print(f"{name}: {mine * 1000:.0f} ms, {mine / peer:.2f} x{wanted}")


def tables() -> None:
    """The two tables."""
    from PySide6.QtCore import QAbstractListModel, QSortFilterProxyModel, Qt
    from PySide6.QtWidgets import QApplication

    from desktop_app.domain.signatory import Disclosure, Signatory
    from desktop_app.ui.column import Column
    from desktop_app.ui.signatory_table import NOWHERE, Index, SignatoryTable

    app = QApplication([])
    names = [f"Organisation {n * 7919 % ROWS:05} for peace" for n in range(ROWS)]

    class Peer(QAbstractListModel):
        def rowCount(self, _parent: Index = NOWHERE) -> int:
            return ROWS

        def data(self, index: Index, role: int = 0) -> Any:
            return names[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    model, proxy = Peer(), QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    table = SignatoryTable()
    rows = [Signatory(n, name, Disclosure.NAMED) for n, name in enumerate(names, 2)]
    print(f"table: {ROWS} rows taken in {seconds(lambda: table.take(rows)) * 1000:.0f} ms")
    table.outline(on=False)
    for what, theirs, ours, wanted in (
        ("sort", lambda: proxy.sort(0), lambda: table.sort(Column.NAME), 50),
        ("filter", lambda: proxy.setFilterFixedString("01"), lambda: table.search("01"), 50),
        ("a key more", lambda: proxy.setFilterFixedString("012"), lambda: table.search("012"), 16),
    ):
        peer, mine = seconds(theirs), seconds(ours)
        print(
            f"{what}: QSortFilterProxyModel {peer * 1000:.0f} ms, ours {mine * 1000:.1f} ms, "
            f"{mine / peer:.3f} x (wanted: under {wanted} ms)"
        )
    app.quit()


if __name__ == "__main__":
    starts()
    tables()
