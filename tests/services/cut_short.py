"""Saves and exports that are killed at some moment, or killed or failed by the disk at a call that writes."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from services.exports_on_command import FORMATS
from services.letting_go import POLL, let_go
from services.saves_on_command import ADDED, ROUNDS
from tracing import STRACE

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption
from desktop_app.files.campaign_folder import clear_working_folders
from desktop_app.files.encryption import encrypt
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.saving import LOCK, Saving
from desktop_app.support import workplace

WRITING = (
    "openat,open,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,"
    "linkat,unlink,unlinkat,mkdir,mkdirat,chmod,fchmod,fchmodat,flock"
)
FAILURES = ("ENOSPC", "EIO", "EACCES")
BEFORE = (
    Signatory(2, "Lantern Network", Disclosure.NAMED, country="Chad"),
    Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS),
)
KILLED = -9
WAYS = 1 + 2 * len(FAILURES)
_TRIES = 6
"""Moments for each kill that is wanted."""
_GOLDEN = (5**0.5 - 1) / 2
"""Its multiples, without their whole parts, lie evenly between 0 and 1 however many are taken."""
_TESTS = Path(__file__).parents[1]
_NEXT = Signatory(0, "Willow Readers", Disclosure.NAMED, country="Kenya")
_THERE = ("signatories.xlsx", "campaign.toml", "go", LOCK)
_SETTINGS = 'title = "A truce in Orlavia"\nlanguages = ["en"]\n'


class _OnCommand:
    """Has a process fork for each run, in a folder of its own.

    Args:
        place: For the folders.
        script: What the process does: see ``saves_on_command``.
        password: Of the list.
        arguments: Of the script.
    """

    def __init__(self, place: Path, script: str, password: str = "", *arguments: str) -> None:
        self.place = place
        self.cache = place / "cache"
        self.password = password
        self.number = 0
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name(script)), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(_TESTS.parent), str(_TESTS))),
                "XDG_CACHE_HOME": str(self.cache),
            },
            text=True,
        )

    def prepare(self, folder: Path) -> None:
        """Put into a folder what a run finds there."""
        raise NotImplementedError

    def learn(self, folder: Path) -> None:
        """Look at what the first run has made, if that is what every other one is held against."""

    def has_begun(self, folder: Path) -> bool:
        """Whether a run has written anything."""
        raise NotImplementedError

    def state(self, folder: Path) -> str:
        """``old`` where a run has done nothing, ``new`` where it has done all, else what nobody wants."""
        raise NotImplementedError

    def run(self, *how: str) -> tuple[int, Path, str]:
        """One run under a tracer: how it ended, its folder, and what the tracer wrote."""
        folder, child = self._begun()
        tracer = subprocess.Popen(
            [STRACE, "-p", str(child), "-e", f"trace={WRITING}", *how], stderr=subprocess.PIPE, text=True
        )
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        let_go(folder)
        return self._ended(), folder, tracer.communicate()[1]

    def _begun(self) -> tuple[Path, int]:
        """The folder of a run that waits to be let go, and its process."""
        self.number += 1
        folder = self.place / str(self.number)
        folder.mkdir(parents=True)
        self.prepare(folder)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{folder}\t{self.password}\n")
        self.process.stdin.flush()
        return folder, self._told("waits")

    def _ended(self) -> int:
        return self._told("ended")

    def _told(self, what: str) -> int:
        assert self.process.stdout is not None
        word, _, number = self.process.stdout.readline().partition(" ")
        assert word == what
        return int(number)

    def calls(self) -> Sequence[str]:
        """The system calls of a run that nothing disturbs."""
        ended, folder, trace = self.run()
        self._check_whole(ended, folder)
        return re.findall(r"^(\w+)\(", trace, re.MULTILINE)

    def seconds(self) -> float:
        """How long a run that nothing disturbs takes by the clock, the middle one of three."""
        return sorted(self._timed() for _ in range(3))[1]

    def _timed(self) -> float:
        folder, _child = self._begun()
        began = time.monotonic()
        let_go(folder)
        ended = self._ended()
        took = time.monotonic() - began
        self._check_whole(ended, folder)
        return took

    def _check_whole(self, ended: int, folder: Path) -> None:
        assert ended == 0
        self.learn(folder)
        assert self.state(folder) == "new"
        shutil.rmtree(folder)

    def killed_after(self, seconds: float) -> tuple[int, Path]:
        """One run that is killed so long after its beginning, if it is not done: how it ended, its folder."""
        folder, child = self._begun()
        let_go(folder)
        time.sleep(POLL + seconds)
        with suppress(ProcessLookupError):  # it was done before
            os.kill(child, signal.SIGKILL)
        return self._ended(), folder

    def end(self) -> None:
        """End the process."""
        try:
            self.process.communicate("", timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


class Saves(_OnCommand):
    """Saves of a list.

    Args:
        place: For the folders.
        password: Of the list.
        rows: How many signatories more than a few it has.
    """

    def __init__(self, place: Path, password: str, rows: int = 0) -> None:
        super().__init__(place, "saves_on_command.py", password)
        more = [Signatory(4 + n, f"Orchard {n}", Disclosure.NAMED, country="Mali") for n in range(rows)]
        self.before = (*BEFORE, *more)
        package = new_list(self.before)
        with patch.object(encryption, "ROUNDS", ROUNDS):
            self.data = encrypt(package, password, "signatories.xlsx") if password else package

    def prepare(self, folder: Path) -> None:
        """A campaign with the list."""
        (folder / "signatories.xlsx").write_bytes(self.data)
        (folder / "campaign.toml").write_text(_SETTINGS, "utf-8")

    def has_begun(self, folder: Path) -> bool:
        """Whether a save has written anything, to the list or beside it."""
        return any(path.is_file() and path.name not in _THERE for path in folder.rglob("*"))

    def state(self, folder: Path) -> str:
        """``old`` or ``new``, if the list and its copies are whole and a further save is made."""
        path = folder / "signatories.xlsx"
        if not path.exists():
            return "gone"
        if (folder / "campaign.toml").read_text("utf-8") != _SETTINGS:
            return "campaign.toml is another"
        if any(copy.read_bytes() != self.data for copy in folder.glob("private/*/[!.]*.xlsx")):
            return "a copy is torn"
        is_old = path.read_bytes() == self.data
        if not is_old and not all(
            any(folder.glob(f"private/{kind}/*.xlsx")) for kind in ("backups", "journal")
        ):
            return "not kept as it was"
        rows = self.before if is_old else (*self.before, ADDED)
        try:
            listed = read_list(path, password=self.password)
            if _unnumbered(listed.signatories) != _unnumbered(rows):
                return "torn"
            with patch.object(encryption, "ROUNDS", ROUNDS):
                Saving(folder).save(listed, ListEdit(added=(_NEXT,)), "add")
            if _unnumbered(read_list(path, password=self.password).signatories) != _unnumbered(
                (*rows, _NEXT)
            ):
                return "torn by the next save"
        except ProblemError as problem:
            return f"stuck: {problem.code}"
        return "old" if is_old else "new"


def _unnumbered(rows: Iterable[Signatory]) -> Sequence[Signatory]:
    return [replace(signatory, row=0) for signatory in rows]


class Exports(_OnCommand):
    """Exports of a small campaign.

    Args:
        place: For the folders.
        sample: The campaign.
        formats: What is handed over; what the script makes if it is told nothing.
    """

    def __init__(self, place: Path, sample: Path, *formats: str) -> None:
        super().__init__(place, "exports_on_command.py", "", *formats)
        self.formats = formats or FORMATS
        self.sample = sample
        (self.list,) = (path.read_bytes() for path in sample.glob("signatories*.xlsx"))
        self.whole: dict[str, bytes] = {}

    def prepare(self, folder: Path) -> None:
        """The campaign."""
        shutil.copytree(self.sample, folder, dirs_exist_ok=True, copy_function=shutil.copyfile)

    def learn(self, folder: Path) -> None:
        """What the first export hands over is what every other one shall."""
        (made,) = (folder / "exports").iterdir()
        self.whole = self.whole or {path.name: path.read_bytes() for path in made.iterdir()}
        assert {*self.formats, "csv"} == {Path(name).suffix[1:] for name in self.whole}

    def has_begun(self, folder: Path) -> bool:
        """Whether an export has written anything."""
        return any(path.is_file() for path in (folder / "exports").rglob("*"))

    def state(self, folder: Path) -> str:
        """``old`` where nothing was handed over, ``new`` where all was, else what nobody wants."""
        for path in self.sample.iterdir():
            if path.is_file() and (folder / path.name).read_bytes() != path.read_bytes():
                return f"{path.name} is another"
        if any(copy.read_bytes() != self.list for copy in folder.glob("private/exports/[!.]*.xlsx")):
            return "the list that was kept is torn"
        self.clear(folder)
        made = list((folder / "exports").iterdir()) if (folder / "exports").exists() else []
        if not made:
            return "old"
        files = {path.name: path.read_bytes() for path in made[0].iterdir()}
        return "new" if len(made) == 1 and files == self.whole else "half"

    def clear(self, folder: Path) -> None:
        """As the next start of the program does after a while."""
        with patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.cache)}):
            left = list((folder / "exports").glob(".undersigned-*"))
            grow_old(left)
            for path in left:  # a disk that fails takes no lock either; then only age tells
                os.utime(path, (0, 0))
            clear_working_folders(folder / "exports")


def moments(whole: float, kills: int) -> Iterator[float]:
    """Moments at which to kill runs that take so many seconds: evenly, and more than are wanted.

    A run may be done before, or not have begun.
    """
    return (whole * (number * _GOLDEN % 1) for number in range(1, _TRIES * kills + 1))


def grow_old(left: Iterable[Path]) -> None:
    """As if the runs that left these folders had begun an hour ago."""
    for folder in left:
        lock = workplace._lock_of(folder)
        if lock.exists():
            os.utime(lock, (0, 0))


def begun_in(folder: Path) -> Sequence[int]:
    """Processes that were told of a folder, such as those of LibreOffice that write to it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.fsencode(f"{folder}/") in (process / "cmdline").read_bytes():
                found.append(int(process.name))
    return found


def ways(calls: Sequence[str], place: int) -> Iterator[tuple[str, list[str]]]:
    """Ways to spoil a save at its call of that place. The tracer counts each kind of call by itself."""
    call, number = calls[place], calls[: place + 1].count(calls[place])
    yield "KILL", ["-e", f"inject={call}:signal=KILL:when={number}"]
    for failure in FAILURES:
        yield failure, ["-e", f"inject={call}:error={failure}:when={number}"]
        yield (
            f"{failure} from there on",
            [
                option
                for kind in dict.fromkeys(calls)
                for option in ("-e", f"inject={kind}:error={failure}:when={calls[:place].count(kind) + 1}+")
            ],
        )
