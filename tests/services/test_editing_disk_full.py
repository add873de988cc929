"""A full disk: the step is made, it is told that no journal has it, and the journal stays readable."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.editing import Editing
from desktop_app.services.opening import make_campaign, open_campaign


def test_a_full_disk_takes_one_step_out_of_the_journal_and_no_other(
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

    assert editing._journal is not None
    editing._journal._lock.release()
    again = Editing(open_campaign(folder))
    assert again.recover() == 2
    hidden = {row.row for row in again.history.rows if row.disclosure is Disclosure.ANONYMOUS}
    assert {first, third} <= hidden
