"""P15: a session that is to leave no traces leaves none outside its campaign's folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from promises.kept import Outcome, Promise, of_sizes
from template_files import TEMPLATES

from desktop_app.services.opening import open_campaign

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = "truce-in-khin-valley"
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def _check(cases: int, folder: Path) -> Outcome:
    faults: list[str] = []
    for number in range(cases):
        faults += _left_by(folder / f"without-{number}", "no")
    control = _left_by(folder / "with", "yes")
    if not control:
        faults.append("a session that may leave traces left none that this check can see: it sees nothing")
    said = (
        f"{len(faults)} traces of names, title or folder in home and temporary folders after {cases} sessions"
    )
    return Outcome(f"{said}; {len(control)} after one that may leave them", tuple(faults))


def _left_by(place: Path, traces: str) -> list[str]:
    """What a session leaves in a home of its own."""
    campaign = place / _FOLDER
    home, temporary = place / "home", place / "tmp"
    for folder in (home, temporary):
        folder.mkdir(parents=True)
    shutil.copytree(TEMPLATES / "sample", campaign, copy_function=shutil.copyfile)
    world = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    world |= {"HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    world |= {"PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'tests'}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("session.py")), str(campaign), traces],
        env=world,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "DONE" not in done.stdout:
        return [f"the session did not end as it should: {done.returncode} {done.stdout} {done.stderr[-400:]}"]
    wanted = _telling(campaign)
    return [
        f"{path.relative_to(place)} tells {what}"
        for area in (home, temporary)
        for path in area.rglob("*")
        for what in _told(path, wanted)
    ]


def _telling(campaign: Path) -> dict[str, str]:
    """What would tell of the campaign: the kind of it by its text."""
    opened = open_campaign(campaign)
    names = {row.name: "a name" for row in opened.signatories if len(row.name) > 8}
    return {**names, "Harbour Watch": "a name", opened.campaign.title: "the title", _FOLDER: "the folder"}


def _told(path: Path, wanted: dict[str, str]) -> Iterator[str]:
    content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
    found = {what for text, what in wanted.items() for coding in _CODINGS if text.encode(coding) in content}
    yield from sorted(found)


TRACES = Promise(
    "P15",
    "A session that is to leave no traces leaves none in home, settings and temporary folders.",
    of_sizes(1, 2, 10),
    _check,
)
