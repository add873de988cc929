"""A full disk: the step is made, it is told that no journal has it, and the journal gets it later."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.editing import Editing
from desktop_app.services.opening import make_campaign, open_campaign


def test_a_full_disk_keeps_a_step_out_of_the_journal_until_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sample"
    make_campaign(bootstrap().templates, folder, sample=True)
    editing = Editing(open_campaign(folder))
    first, second, third = [r.row for r in editing.history.rows if r.disclosure is Disclosure.NAMED][:3]
    editing.list_as([first], Disclosure.ANONYMOUS)
    assert editing.is_kept

    write, room = os.write, [40]

    def full(file: int, data: bytes) -> int:
        if not room:
            raise OSError(errno.ENOSPC, "full")
        return write(file, data[: room.pop()])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        editing.list_as([second], Disclosure.ANONYMOUS)
    assert editing.history.row(second).disclosure is Disclosure.ANONYMOUS
    assert not editing.is_kept
    editing.list_as([third], Disclosure.ANONYMOUS)

    assert editing.is_kept

    assert editing._keeper.journal is not None
    editing._keeper.journal._lock.release()
    again = Editing(open_campaign(folder))
    assert again.recover() == 3
    hidden = {row.row for row in again.history.rows if row.disclosure is Disclosure.ANONYMOUS}
    assert {first, second, third} <= hidden


def test_a_disk_that_keeps_nothing_is_told_of_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sample"
    make_campaign(bootstrap().templates, folder, sample=True)
    editing = Editing(open_campaign(folder))
    row = next(r.row for r in editing.history.rows if r.disclosure is Disclosure.NAMED)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        editing.list_as([row], Disclosure.ANONYMOUS)
        with pytest.raises(ProblemError, match="disk-full"):
            editing.sync()
        editing.sync()
        assert not editing.is_kept
    editing.sync()
    assert editing.is_kept
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(ProblemError, match="disk-full"):
            editing.sync()


def test_a_folder_that_is_gone_is_told_of_and_none_is_made_in_its_place(tmp_path: Path) -> None:
    folder, moved = tmp_path / "sample", tmp_path / "moved"
    make_campaign(bootstrap().templates, folder, sample=True)
    editing = Editing(open_campaign(folder))
    row = next(r.row for r in editing.history.rows if r.disclosure is Disclosure.NAMED)
    editing.list_as([row], Disclosure.ANONYMOUS)
    folder.rename(moved)
    with pytest.raises(ProblemError, match="folder-not-writable"):
        editing.sync()
    editing.sync()
    assert not folder.exists()
    assert editing.history.row(row).disclosure is Disclosure.ANONYMOUS
    moved.rename(folder)
    editing.sync()
    assert editing.is_kept
    editing.save()
    saved = {signatory.row: signatory for signatory in open_campaign(folder).signatories}
    assert saved[row].disclosure is Disclosure.ANONYMOUS
