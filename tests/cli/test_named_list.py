"""``list --out``: the named signatories as a file of their own."""

from pathlib import Path

import pytest
from cli.terminal import Run


@pytest.mark.parametrize(
    "name", ["signatories.xlsx", "Signatories-private (1).xlsx", "letter.fr.docx", "recipients.xlsx"]
)
def test_no_file_takes_the_place_of_a_part_of_the_campaign(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    (folder / "letter.fr.docx").unlink()
    ran = run("list", folder, "--out", folder / name, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "target-has-meaning")
    assert run("list", folder, "--out", tmp_path / name).status == 0
    assert run("status", folder).status == 0


@pytest.mark.parametrize("name", ["~$signatories-private.xlsx", "~$names.docx", ".~lock.names.xlsx"])
def test_no_file_is_taken_for_a_lock(run: Run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    for where in (folder, tmp_path):
        ran = run("list", folder, "--out", where / name, "--json")
        assert (ran.status, ran.json["error"]["code"]) == (2, "target-is-lock")
        assert not (where / name).exists()
