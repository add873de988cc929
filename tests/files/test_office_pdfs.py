"""LibreOffice makes many PDFs: told of one by one, begun again after a crash, stopped when nobody waits."""

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from desktop_app.files import libreoffice, office_pdfs
from desktop_app.files.office_pdfs import UnmadeError, made_pdfs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")

_CONVERTS = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2; mkdir -p "$out"
for file; do
    {what}
    cp "$file" "$out/${{file%.docx}}.pdf"
done
"""


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"Letter {number} – “x”.docx" for number in range(9)]
    for path in paths:
        path.write_text(path.name)
    return paths


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str = ":") -> None:
    """A program that does what LibreOffice does, and before each file ``what``."""
    made = folder / "soffice"
    made.write_text(_CONVERTS.format(what=what))
    made.chmod(0o700)
    monkeypatch.setattr(libreoffice, "program", lambda: str(made))
    monkeypatch.setattr(libreoffice, "_alone", lambda: ())


def all_made(letters: list[Path], folder: Path, workers: int = 2) -> dict[int, str]:
    folder.mkdir()
    return {ready[0]: ready[1].read_text() for ready in made_pdfs(letters, folder, workers) if ready}


def test_every_letter_becomes_a_pdf_whatever_its_name(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch)
    assert all_made(letters, tmp_path / "aside") == dict(enumerate(path.name for path in letters))


def test_libreoffice_never_works_in_a_folder_that_it_cannot_name(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, 'case "$out" in *";"*) exit 1;; esac')
    made = all_made(letters, tmp_path / "one; other")
    assert [made[number] for number in range(9)] == [path.name for path in letters]


def test_where_it_crashes_once_it_begins_again(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = f'[ "$file" = 4.docx ] && mkdir "{tmp_path}/once" 2>/dev/null'
    crash = f'if {once}; then touch "$out/4.pdf"; exit 77; fi'
    stand_in(tmp_path, monkeypatch, crash)
    assert all_made(letters, tmp_path / "aside") == dict(enumerate(path.name for path in letters))


@pytest.mark.parametrize("what", ["exit 77", "continue", "sleep 60"])
def test_a_letter_that_it_cannot_make_is_named(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(office_pdfs, "SECONDS", 0.5)
    stand_in(tmp_path, monkeypatch, f'if [ "$file" = 4.docx ]; then {what}; fi')
    with pytest.raises(UnmadeError) as failed:
        all_made(letters, tmp_path / "aside")
    assert failed.value.number == 4


def test_whoever_stops_waiting_leaves_no_process(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, f'echo $$ >> "{tmp_path}/running"; sleep 60')
    (tmp_path / "aside").mkdir()
    making = made_pdfs(letters, tmp_path / "aside", 2)
    assert next(making) is None, "who waits is asked at once"
    end = time.monotonic() + 20
    while not (tmp_path / "running").exists() and time.monotonic() < end:
        next(making)
    making.close()
    for number in (tmp_path / "running").read_text().split():
        with pytest.raises(ProcessLookupError):
            os.kill(int(number), 0)


def test_without_libreoffice_it_says_so(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(libreoffice.MissingError):
        all_made(letters, tmp_path / "aside")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere fonts do not lie in the home")
def test_fonts_of_the_users_own_are_seen_and_outlive_the_run(
    letters: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "home" / ".local" / "share" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "mine.ttf").write_text("a font")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    look = 'test -e "$HOME/.local/share/fonts/mine.ttf" || exit 1'
    stand_in(tmp_path, monkeypatch, look)
    assert len(all_made(letters, tmp_path / "aside")) == len(letters)
    shutil.rmtree(tmp_path / "aside")
    assert (fonts / "mine.ttf").read_text() == "a font"
