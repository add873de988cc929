"""A session that is killed at any moment: at the next start every edit that was made is there, once."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list
from desktop_app.services.editing import Editing
from desktop_app.services.locking import lock_list
from desktop_app.services.opening import open_campaign
from desktop_app.services.saving import Saving

SESSION = Path(__file__).parent / "edits_on_command.py"
ROOT = Path(__file__).resolve().parents[2]
KILLS = 3


def killed_session(folder: Path, password: str, seconds: float) -> list[str]:
    """Run a session for a while, and kill it. What it had said was done."""
    command = [sys.executable, str(SESSION), str(folder), password]
    world = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=world, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(seconds)
        process.kill()
        said += process.stdout.readlines()
    return [line.decode().strip() for line in said if line.endswith(b"\n")]


@pytest.mark.parametrize("password", ["", "correct horse battery staple"], ids=["open", "locked"])
def test_no_edit_is_lost_or_made_twice(password: str, tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text('title = "A truce"\nlanguages = ["en"]\n', "utf-8")
    (tmp_path / "letter.docx").touch()
    rows = [Signatory(2, "Organisation 1", Disclosure.NAMED)]
    (tmp_path / "signatories-private.xlsx").write_bytes(new_list(rows))
    if password:
        lock_list(Saving(tmp_path), open_campaign(tmp_path).listed, password)
    chance = random.Random(7)  # noqa: S311 - chance, not a secret
    done = ["Organisation 1"]
    for _ in range(KILLS):
        done += killed_session(tmp_path, password, chance.random() * 0.4)
        editing = Editing(open_campaign(tmp_path, password=password))
        editing.recover()
        found = Counter(row.name for row in editing.history.rows)
        assert set(done) <= set(found)
        # One that was made and not yet said is there as well.
        assert len(found) <= len(done) + 1
        assert set(found.values()) == {1}
        editing.save()
        editing.close()
        done = list(found)
