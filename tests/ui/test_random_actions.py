"""Any number of actions, in any order, leave the list that a plain list would be; nothing stays behind.

UNDERSIGNED_ACTIONS=10000 makes a longer run of it.
"""

import gc
import os
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.collecting import Choices, plan_import
from desktop_app.services.opening import make_campaign
from desktop_app.support.long_work import result_of
from desktop_app.ui.column import Column
from desktop_app.ui.list_index import Show
from desktop_app.ui.main_window import MainWindow

BUDGET = int(os.environ.get("UNDERSIGNED_ACTIONS", "200"))
SYLLABLES = "ba de ki lo mu ra se ti vo zu nal per sim tor wex".split()
COUNTRIES = ("Chad", "Norway", "Peru", "", "Malaysia")
Row = tuple[str, str, Disclosure]


class Bench:
    """The window, and beside it the plain list that it must be equal to."""

    def __init__(self, window: MainWindow, folder: Path, chance: random.Random) -> None:
        self.window, self.folder, self.chance = window, folder, chance
        self.desk = window.pages.desk
        self.past: list[tuple[Row, ...]] = [self.shown()]
        self.future: list[tuple[Row, ...]] = []

    def shown(self) -> tuple[Row, ...]:
        """The list as the window has it."""
        rows = self.window.pages.desk.editing.history.rows
        return tuple((row.name, row.country, row.disclosure) for row in rows)

    def name(self) -> str:
        """An invented name, most likely like no other."""
        words = ("".join(self.chance.choices(SYLLABLES, k=4)).capitalize() for _ in range(3))
        return " ".join(words)

    def did(self, rows: list[Row]) -> None:
        """The plain list after a step."""
        if tuple(rows) != self.past[-1]:
            self.past.append(tuple(rows))
            self.future.clear()

    # Actions

    def add(self) -> None:
        name, country = self.name(), self.chance.choice(COUNTRIES)
        listed = self.chance.choice((Disclosure.PENDING, Disclosure.NAMED, Disclosure.ANONYMOUS))
        self.desk.steps.add([Signatory(0, name, listed, country=country)])
        self.did([*self.past[-1], (name, country, listed)])

    def pick(self) -> tuple[int, int]:
        """A place in the plain list, and the row of the sheet that stands there."""
        place = self.chance.randrange(len(self.past[-1]))
        return place, self.desk.editing.history.rows[place].row

    def type_country(self) -> None:
        place, row = self.pick()
        country = self.chance.choice(COUNTRIES)
        self.desk.steps.write([row], "country", country)
        rows = list(self.past[-1])
        rows[place] = (rows[place][0], country, rows[place][2])
        self.did(rows)

    def type_name(self) -> None:
        place, row = self.pick()
        name = self.name()
        self.desk.steps.write([row], "name", name)
        rows = list(self.past[-1])
        rows[place] = (name, *rows[place][1:])
        self.did(rows)

    def list_as(self) -> None:
        place, row = self.pick()
        to = self.chance.choice(tuple(Disclosure))
        self.desk.steps.list_as([row], to, source="e-mail", confirmed=True)
        rows = list(self.past[-1])
        rows[place] = (*rows[place][:2], to)
        self.did(rows)

    def undo(self) -> None:
        self.desk.steps.undo(naming_confirmed=True)
        self.future.append(self.past.pop())

    def redo(self) -> None:
        self.desk.steps.redo(naming_confirmed=True)
        self.past.append(self.future.pop())

    def look(self) -> None:
        """Filter, sort, search, fold: none of it changes anything."""
        page = self.window.pages.lists.table
        page.chips.choose(self.chance.choice(tuple(Show)))
        page.table.search(self.chance.choice(("", "ba", "lo mu")))
        page.view.sortByColumn(
            self.chance.choice(tuple(Column)), page.view.horizontalHeader().sortIndicatorOrder()
        )
        page.table.outline(on=self.chance.random() < 0.5)
        page.show_or_hide_names()
        QApplication.processEvents()

    def import_names(self) -> None:
        names = [self.name() for _ in range(3)]
        file = self.folder.parent / "names.txt"
        file.write_text("\n".join(names), "utf-8")
        self.desk.saver.save()
        listed = self.desk.campaign.listed
        plan = result_of(plan_import(listed, file, Choices(), self.desk.program.today()))
        self.desk.steps.on_disk(lambda editing: editing.apply(plan))
        self.did([*self.past[-1], *((name, "", Disclosure.PENDING) for name in names)])

    def save(self) -> None:
        self.desk.saver.save()
        saved = read_list(self.desk.campaign.listed.path).signatories
        assert tuple((row.name, row.country, row.disclosure) for row in saved) == self.shown()

    def reopen(self) -> None:
        self.window.close_campaign()
        assert self.window.open(self.folder)
        self.past, self.future = [self.past[-1]], []

    def step(self) -> None:
        """One action; one that is refused changes nothing."""
        actions: list[tuple[Callable[[], None], int]] = [
            *((self.add, 8), (self.type_country, 12), (self.type_name, 6), (self.list_as, 12)),
            *((self.undo, 10), (self.redo, 6), (self.look, 8), (self.save, 3)),
            *((self.import_names, 1), (self.reopen, 1)),
        ]
        (action,) = self.chance.choices([one for one, _ in actions], [weight for _, weight in actions])
        before = self.shown()
        try:
            action()
        except ProblemError:
            assert self.shown() == before
        assert self.shown() == self.past[-1], action.__name__


def memory() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.parametrize("seed", [1, 2])
def test_any_actions_leave_what_a_plain_list_would(
    seed: int, qtbot: QtBot, window: MainWindow, shipped: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "letter"
    make_campaign(shipped.templates, folder, template="security-council-letter")
    chance = random.Random(seed)  # noqa: S311 - chance, not a secret
    rows = [
        Signatory(n, f"Organisation {n} of {chance.choice(SYLLABLES)}", Disclosure.NAMED)
        for n in range(2, 22)
    ]
    (folder / "signatories-private.xlsx").write_bytes(new_list(rows))
    assert window.open(folder)
    bench = Bench(window, folder, chance)
    before, threads = 0, threading.active_count()  # other tests have left theirs
    for number in range(BUDGET):
        bench.step()
        if number == BUDGET // 3 and BUDGET > 2_000:
            # What is held for an open list grows with it; what is left once it is closed must not.
            bench.save()
            window.close_campaign()
            gc.collect()
            before = memory()
            assert window.open(folder)
            bench.past, bench.future = [bench.past[-1]], []
    bench.save()
    window.close_campaign()
    QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.wait(50)
    gc.collect()
    assert threading.active_count() <= threads + 1 + QThreadPool.globalInstance().maxThreadCount()
    if before:
        assert memory() < 1.2 * before
