"""How long the window takes, held against a peer in the same run.

    python benchmarks/window.py

Start: from the start of the program's process to its first paint, and to that of the start page, against a
PySide6 window with nothing in it.
Table: sorting and filtering 70,000 rows, ours against a QSortFilterProxyModel over a Python model.
Step: one key, and one name more, in a list of 5,000, ours against working everything out anew.
"""

import itertools
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.workload import invented_names  # noqa: E402 - found by the path above

ROWS = 70_000
SIGNED = 5_000
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


def steps() -> None:
    """Two steps, each with all that hangs on it, against a plain rebuild of the same."""
    from desktop_app.bootstrap import bootstrap
    from desktop_app.domain.counting import count
    from desktop_app.domain.resemblance import NamesOfList, withheld_like
    from desktop_app.domain.signatory import Disclosure, Signatory, Way
    from desktop_app.ui.signatory_table import SignatoryTable

    key = bootstrap().reference.country_key
    invented = [Signatory(row, name, Disclosure.NAMED) for row, name in enumerate(_names(SIGNED), 2)]
    rows = [replace(row, disclosure=Disclosure.ANONYMOUS) if row.row % 10 == 0 else row for row in invented]
    new = [Signatory(0, next(_names(SIGNED + 1, SIGNED)), Disclosure.NAMED)]
    table, names = SignatoryTable(), NamesOfList()
    table.take(rows)
    names.take({row.row: row for row in rows})

    def rebuilt() -> None:
        SignatoryTable().take(rows)
        count(rows, Way.ONCE, country=key)

    def stepped() -> None:
        hidden = replace(rows[7], disclosure=Disclosure.ANONYMOUS)
        after = [hidden if row is rows[7] else row for row in rows]
        table.take(after)
        count(after, Way.ONCE, country=key)

    def asked() -> None:
        names.take({row.row: row for row in rows})
        names.withheld_like(new)

    for what, theirs, ours in (
        ("a key", rebuilt, stepped),
        ("a name more", lambda: withheld_like(rows, new), asked),
    ):
        peer, mine = (statistics.median(seconds(work) for _ in range(RUNS)) for work in (theirs, ours))
        print(
            f"{what}, {SIGNED} rows: worked out anew {peer * 1000:.0f} ms, ours {mine * 1000:.1f} ms, "
            f"{mine / peer:.3f} x (wanted: under 100 ms)"
        )


def _names(to: int, start: int = 0) -> Iterator[str]:
    return itertools.islice(invented_names(), start, to)


if __name__ == "__main__":
    starts()
    tables()
    steps()
