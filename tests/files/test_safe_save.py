"""The old file or the new one, whole: whatever happens in between."""

import os
import sys
import time
from pathlib import Path

import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.safe_save import remove_leftovers, replace_file, write_private

OLD, NEW = b"the old list", b"the new list"


class Save:
    """One save of a list in a folder, and what it put by."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.target = folder / "signatories.xlsx"
        self.target.write_bytes(OLD)
        self.kept: list[bytes] = []

    def run(self, seen: bytes = OLD) -> None:
        """Put the new list into place."""
        replace_file(
            self.target,
            NEW,
            seen=seen,
            lock=self.folder / "private" / "list.lock",
            look=self.look,
            keep=self.kept.append,
        )

    def look(self, back: bytes) -> None:
        """What was written is what is read."""
        assert back == NEW

    @property
    def beside(self) -> list[str]:
        """What lies beside the list."""
        return sorted(p.name for p in self.folder.iterdir() if p.name not in (self.target.name, "private"))


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """A list that is to be saved."""
    return Save(tmp_path)


def test_the_new_list_is_in_its_place_and_the_old_one_is_kept(save: Save) -> None:
    save.run()
    assert save.target.read_bytes() == NEW
    assert save.kept == [OLD]
    assert save.beside == []


def test_a_list_that_somebody_changed_is_left_alone(save: Save) -> None:
    save.target.write_bytes(b"somebody else's")
    with pytest.raises(ProblemError, match="list-changed"):
        save.run()
    assert save.target.read_bytes() == b"somebody else's"
    assert save.beside == []


def test_a_change_in_the_last_moment_is_seen(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "look", lambda _back: save.target.write_bytes(b"somebody else's"))
    with pytest.raises(ProblemError, match="list-changed"):
        save.run()
    assert save.target.read_bytes() == b"somebody else's"


def test_a_list_that_is_gone_is_not_made_anew(save: Save) -> None:
    save.target.unlink()
    with pytest.raises(ProblemError, match="list-gone"):
        save.run()
    assert not save.target.exists()


def test_what_does_not_read_back_is_not_put_into_place(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_back: bytes) -> None:
        raise ProblemError("save-not-verified")

    monkeypatch.setattr(save, "look", refuse)
    with pytest.raises(ProblemError, match="save-not-verified"):
        save.run()
    assert save.target.read_bytes() == OLD
    assert save.beside == []


def test_a_disk_that_loses_bytes_is_noticed(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: real(path)[:-1] if path.name.startswith(".") else real(path)
    )
    with pytest.raises(ProblemError, match="save-not-verified"):
        save.run()
    assert save.target.read_bytes() == OLD


def test_while_another_window_saves_we_wait_and_then_say_so(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("desktop_app.files.safe_save._PATIENCE", 0.05)
    (save.folder / "private").mkdir()
    with FileLock(save.folder / "private" / "list.lock"), pytest.raises(ProblemError, match="list-busy"):
        save.run()
    assert save.target.read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_permissions_stay_and_a_new_private_file_has_none_for_others(save: Save) -> None:
    save.target.chmod(0o640)
    save.run()
    assert save.target.stat().st_mode & 0o777 == 0o640
    write_private(save.folder / "private" / "deep" / "note.json", b"{}")
    assert (save.folder / "private" / "deep" / "note.json").stat().st_mode & 0o777 == 0o600
    assert {(save.folder / place).stat().st_mode & 0o777 for place in ("private", "private/deep")} == {0o700}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_leads_to_the_real_list(save: Save) -> None:
    elsewhere = save.folder / "synced"
    elsewhere.mkdir()
    save.target.rename(elsewhere / "real.xlsx")
    save.target.symlink_to(elsewhere / "real.xlsx")
    save.run()
    assert save.target.is_symlink()
    assert (elsewhere / "real.xlsx").read_bytes() == NEW


def test_what_a_killed_save_left_goes_at_the_next_start(save: Save) -> None:
    left = save.folder / f".signatories.{'0a' * 8}.xlsx"
    fresh = save.folder / f".signatories.{'0b' * 8}.xlsx"
    others = [save.folder / name for name in (".signatories.xlsx", f".letter.{'0a' * 8}.xlsx", "a.xlsx")]
    for path in (left, fresh, *others):
        path.write_bytes(b"names")
        if path is not fresh:
            os.utime(path, (time.time() - 3600,) * 2)
    remove_leftovers(save.target)
    assert not left.exists()
    assert fresh.exists()
    assert all(path.exists() for path in others)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_nothing_takes_the_place_of_what_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "archive.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(FileExistsError):
        write_private(pipe, NEW)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
