"""Folders for the work of one run: nobody else's, and gone, however the run ends."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock
from services.cut_short import grow_old

from desktop_app.files.campaign_folder import clear_working_folders, working_folder
from desktop_app.support import workplace
from desktop_app.support.workplace import private_folder

LONG_AGO = time.time() - 3600
DIES = """
import os, sys
from desktop_app.support.workplace import private_folder
with private_folder() as folder:
    (folder / "letter.docx").write_text("a letter")
    print(folder, flush=True)
    os.kill(os.getpid(), 9) if sys.argv[1] == "killed" else sys.stdin.read()
"""
EXPORT_DIES = """
import os, sys
from pathlib import Path
from desktop_app.files.campaign_folder import working_folder
with working_folder(Path(sys.argv[1])) as work:
    (work / "France.docx").write_text("half")
    print(work, flush=True)
    os.kill(os.getpid(), 9)
"""


def a_run(how: str) -> tuple[subprocess.Popen[str], Path]:
    """Another run of the program, and the folder it works in."""
    run = subprocess.Popen(
        [sys.executable, "-c", DIES, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert run.stdout is not None
    return run, Path(run.stdout.readline().strip())


def test_it_is_private_and_goes_with_all_that_is_in_it() -> None:
    with private_folder() as folder:
        (folder / "letter.docx").write_text("a letter")
        above = folder.parent
        assert os.name == "nt" or above.stat().st_mode & 0o077 == 0
        assert Path.home() in above.parents
    assert not above.exists()


def test_what_a_killed_run_left_goes_at_the_next_start_and_no_other() -> None:
    killed, left = a_run("killed")
    killed.communicate()
    working, there = a_run("waits")
    assert left.exists()
    grow_old([left.parent, there.parent])
    with private_folder():
        pass
    assert not left.exists()
    assert (there / "letter.docx").exists()
    working.communicate("")
    assert not there.exists()


def test_a_folder_that_was_just_made_may_not_be_held_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    killed, left = a_run("killed")
    killed.communicate()
    with private_folder():
        assert left.exists()
    monkeypatch.setattr(workplace, "_YOUNG", -1)
    with private_folder():
        assert not left.exists()


def working_of(folder: Path, name: str = ".undersigned-k1lled_0") -> Path:
    """A working folder with a letter in it."""
    left = folder / name
    (left / "made").mkdir(parents=True)
    (left / "made" / "France.docx").write_text("half")
    return left


def test_half_made_letters_of_a_killed_run_go_at_the_next_start(tmp_path: Path) -> None:
    left = working_of(tmp_path)
    workplace._above().mkdir(parents=True, exist_ok=True)
    workplace._lock_of(left).touch()
    with working_folder(tmp_path / "out") as work:
        grow_old([left, work.parent])
        clear_working_folders(tmp_path)
        assert not left.exists()
        assert work.exists()
    assert not work.parent.exists()
    assert not list(workplace._above().glob("*.lock"))


def test_a_run_on_another_computer_whose_folder_a_sync_has_brought_is_left_alone(tmp_path: Path) -> None:
    theirs = working_of(tmp_path)
    os.utime(theirs, (LONG_AGO, LONG_AGO))
    clear_working_folders(tmp_path)
    assert theirs.exists()
    os.utime(theirs, (0, 0))
    clear_working_folders(tmp_path)
    assert not theirs.exists()


@pytest.mark.parametrize("name", [".undersigned-notes", ".undersigned-old notes", ".undersigned-k1lled_0"])
def test_what_somebody_else_has_put_there_stays(tmp_path: Path, name: str) -> None:
    folder = working_of(tmp_path, name)
    (folder / "thesis.txt").write_text("mine")
    os.utime(folder, (0, 0))
    clear_working_folders(tmp_path)
    assert (folder / "thesis.txt").exists()


def test_runs_that_begin_and_end_together_never_take_the_place_from_under_each_other() -> None:
    def work(worker: int) -> int:
        done = 0
        for _ in range(200):
            with private_folder() as folder:
                (folder / "letter.docx").write_text(f"the letter of {worker}")
                assert (folder / "letter.docx").read_text() == f"the letter of {worker}"
            done += 1
        return done

    with ThreadPoolExecutor(4) as workers:
        assert list(workers.map(work, range(4))) == [200] * 4


def test_on_a_disk_that_knows_no_locks_nothing_is_said_of_the_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def knows_none(_lock: FileLock) -> None:
        raise NotImplementedError

    monkeypatch.setattr(FileLock, "_acquire", knows_none)
    with private_folder() as folder:
        beside = [path.read_text() for path in folder.parent.parent.iterdir() if path.is_file()]
    assert "".join(beside) == ""


def test_folders_that_were_made_for_it_go_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "cache" / "Undersigned"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_a, **_k: place)
    with private_folder() as folder:
        assert folder.is_relative_to(place)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_left_goes_though_others_lie_beside_it(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", EXPORT_DIES, str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    left = Path(run.stdout.strip())
    assert (left / "France.docx").exists()
    grow_old([left.parent])
    clear_working_folders(tmp_path)
    assert not left.parent.exists()
