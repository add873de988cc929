"""P6: two windows of ours, an office program and a sync service at work on one list: no edit is lost."""

import random
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.editing import Editing
from desktop_app.services.opening import open_campaign

_LIST = "signatories-private.xlsx"
_STEPS = 30
_EDITS = ("country", "notes", "group")


@dataclass
class _World:
    """A folder, who works in it, and what each was told is done: names added, cells written."""

    folder: Path
    windows: list[Editing] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    written: dict[tuple[str, str], str] = field(default_factory=dict)
    in_office: list[Signatory] = field(default_factory=list)
    owner: Path | None = None
    refused: int = 0

    @property
    def path(self) -> Path:
        """The list."""
        return self.folder / _LIST

    def rows(self) -> tuple[Signatory, ...]:
        """What it says on the disk."""
        return read_list(self.path).signatories


def _check(cases: int, folder: Path) -> Outcome:
    faults: list[str] = []
    steps: Counter[str] = Counter()
    refused = 0
    for number in range(cases):
        world = _world(folder / str(number))
        chance = random.Random(number)  # noqa: S311 - chance, not a secret
        try:
            for _ in range(_STEPS):
                steps[_step(world, chance)] += 1
            _end(world)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault of this run
            faults.append(f"run {number}: {type(error).__name__} {error}")
            continue
        refused += world.refused
        faults += [f"run {number}: {lost}" for lost in _lost(world)]
    done = ", ".join(f"{number} {step}" for step, number in sorted(steps.items()))
    said = (
        f"{len(faults)} edits lost or refused for good in {cases} interleavings of {_STEPS} steps ({done}; "
    )
    return Outcome(f"{said}{refused} saves put off while Excel or LibreOffice had the list)", tuple(faults))


def _world(folder: Path) -> _World:
    folder.mkdir()
    (folder / "campaign.toml").write_text('title = "A truce"\nlanguages = ["en"]\n', "utf-8")
    (folder / "letter.docx").touch()
    rows = [Signatory(2 + n, f"Orchard {n}", Disclosure.NAMED, country="Mali") for n in range(6)]
    (folder / _LIST).write_bytes(new_list(rows))
    world = _World(folder, added=[row.name for row in rows])
    world.windows = [Editing(open_campaign(folder)) for _ in range(2)]
    return world


def _step(world: _World, chance: random.Random) -> str:
    """Something that somebody does; what it was."""
    window = chance.choice(world.windows)
    steps = {
        "adds in a window": lambda: _add(world, window),
        "edits in a window": lambda: _write(world, window, chance),
        "saves": lambda: _save(world, window),
        "saves behind the window": lambda: _save_behind(world, window, chance),
        "looks again": lambda: _refresh(world, window),
        "windows that die": lambda: _die(world, window),
        "office programs opening": lambda: _open_office(world, chance),
        "edits in office": lambda: _edit_in_office(world),
        "office programs saving and closing": lambda: _close_office(world),
        "synced changes": lambda: _sync(world),
        "conflict copies": lambda: _conflict(world),
    }
    name = chance.choice(list(steps))
    steps[name]()
    return name


def _new(world: _World) -> Signatory:
    name = f"Signatory {len(world.added)}"
    world.added.append(name)
    return Signatory(0, name, Disclosure.PENDING)


def _add(world: _World, window: Editing) -> None:
    window.add([_new(world)])


def _write(world: _World, window: Editing, chance: random.Random) -> None:
    """Write a cell that nobody has written; two who write one cell are asked, which is another test."""
    free = [
        (row, column)
        for row in window.history.rows
        for column in _EDITS
        if row.name.startswith("Orchard") and (row.name, column) not in world.written
    ]
    if free:
        row, column = chance.choice(free)
        text = f"{column} of {row.name}"
        window.write([row.row], column, text)
        world.written[row.name, column] = text


def _save(world: _World, window: Editing) -> None:
    try:
        window.save()
    except ProblemError as problem:
        if problem.code != "list-open":
            raise
        world.refused += 1


def _save_behind(world: _World, window: Editing, chance: random.Random) -> None:
    """Begin a save, have somebody do something, and then look what came of it."""
    pending = window.begin_save()
    if pending is None:
        return
    with suppress(ProblemError):
        if chance.random() < 0.5:
            pending.write()
    if chance.random() < 0.5:
        window.add([_new(world)])
    other = next(one for one in world.windows if one is not window)
    if chance.random() < 0.5:
        _save(world, other)
    try:
        window.end_save()
    except ProblemError as problem:
        # The window merges with its next save.
        if problem.code not in ("list-changed", "list-open"):
            raise
        world.refused += 1


def _refresh(world: _World, window: Editing) -> None:
    try:
        window.refresh()
    except ProblemError as problem:
        if problem.code != "list-open":
            raise
        world.refused += 1


def _die(world: _World, window: Editing) -> None:
    """A window ends without saving; the next one finds its journal."""
    window.leave()
    again = Editing(open_campaign(world.folder))
    again.recover()
    world.windows[world.windows.index(window)] = again


def _open_office(world: _World, chance: random.Random) -> None:
    if world.owner is None:
        name = chance.choice([f"~${_LIST}", f".~lock.{_LIST}#"])
        world.owner = world.folder / name
        world.owner.write_bytes(b"somebody")
        world.in_office = list(world.rows())


def _edit_in_office(world: _World) -> None:
    if world.owner is not None:
        world.in_office.append(_new(world))


def _close_office(world: _World) -> None:
    """It writes what it has read and what was typed there, over whatever lies on the disk."""
    if world.owner is not None:
        world.path.write_bytes(new_list(world.in_office))
        world.owner.unlink()
        world.owner, world.in_office = None, []


def _sync(world: _World) -> None:
    """A colleague's addition arrives from elsewhere, while no office program here has the list."""
    if world.owner is None:
        world.path.write_bytes(new_list([*world.rows(), _new(world)]))


def _conflict(world: _World) -> None:
    copy = world.folder / f"{world.path.stem} (conflicted copy 2024-02-01).xlsx"
    copy.write_bytes(world.path.read_bytes())


def _end(world: _World) -> None:
    _close_office(world)
    for window in (*world.windows, world.windows[0]):
        window.save()
    for window in world.windows:
        window.close()


def _lost(world: _World) -> Iterable[str]:
    rows = world.rows()
    names = Counter(row.name for row in rows)
    yield from (f"{name} is there {names[name]} times" for name in world.added if names[name] != 1)
    cells = {(row.name, column): getattr(row, column) for row in rows for column in _EDITS}
    for place, text in world.written.items():
        if cells.get(place) != text:
            yield f"{place[1]} of {place[0]} says {cells.get(place)!r}"


INTERLEAVED = Promise("P6", "Nobody's change to the list is overwritten.", of_sizes(12, 100, 600), _check)
