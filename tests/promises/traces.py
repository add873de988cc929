"""P15: a session that is to leave no traces leaves none outside its campaign's folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from letters import Letter, p
from promises.kept import Outcome, Promise, of_sizes
from promises.session import NAME, WORD
from promises.strict_search import Unscannable, layers_of, needles
from template_files import TEMPLATES

from desktop_app.files import libreoffice
from desktop_app.files.bundles import zip_file
from desktop_app.services.opening import open_campaign

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = "truce-in-khin-valley"
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_WORK = Path(".cache") / "Undersigned" / "work"
_STAYED = "stayed where work is done"
_BLIND = "this check does not see what it must"
_UNSEEN_IF_BLIND = ("the title", "the folder")
"""What a session leaves that may."""
_UNSEEN_IF_LEFT = ("left.docx tells a name", "left.zip tells a name", _STAYED)


def _check(cases: int, folder: Path) -> Outcome:
    faults: list[str] = []
    for number in range(cases):
        home = folder / f"without-{number}"
        faults += _session(home, "no") or _left_in(home)
    control = folder / "with"
    faults += _session(control, "yes")
    seen = _left_in(control)
    faults += [f"{_BLIND}: {what}" for what in _UNSEEN_IF_BLIND if not any(what in line for line in seen)]
    _leave(control)
    left = [line for line in _left_in(control) if line not in seen]
    faults += [f"{_BLIND}: {what}" for what in _UNSEEN_IF_LEFT if not any(what in line for line in left)]
    said = (
        f"{len(faults)} traces of names, title, folder or words in home and temporary folders, inside packed "
        f"files too, after {cases} sessions"
    )
    return Outcome(f"{said}; {len(seen)} after one that may leave them", tuple(faults), _left_out())


def _left_out() -> str:
    return "" if libreoffice.program() else "the pages as they print: no LibreOffice"


def _leave(place: Path) -> None:
    """What must be seen: a letter with a name, packed as Word packs it, and a file where work is done."""
    letter = Letter([p(NAME)]).data()
    (place / "tmp" / "left.docx").write_bytes(letter)
    (place / "home" / ".config" / "left.zip").write_bytes(zip_file({"inside.docx": letter}))
    work = place / "home" / _WORK / "left"
    work.mkdir(parents=True)
    (work / "held").touch()


def _session(place: Path, traces: str) -> list[str]:
    """Run one in a home of its own; what kept it from its end."""
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
    return []


def _left_in(place: Path) -> list[str]:
    """What there is outside the campaign's folder."""
    wanted = _telling(place / _FOLDER)
    left = [
        f"{path.relative_to(place)} tells {what}"
        for area in (place / "home", place / "tmp")
        for path in area.rglob("*")
        for what in _told(path, wanted)
    ]
    work = place / "home" / _WORK
    return [*left, *(f"{path.relative_to(place)} {_STAYED}" for path in work.rglob("*"))]


def _telling(campaign: Path) -> dict[str, str]:
    """What would tell of the campaign: the kind of it by its text."""
    opened = open_campaign(campaign)
    names = {row.name: "a name" for row in opened.signatories if len(row.name) > 8}
    return {
        **names,
        NAME: "a name",
        opened.campaign.title: "the title",
        _FOLDER: "the folder",
        WORD: "a word of the letter",
    }


def _told(path: Path, wanted: dict[str, str]) -> Iterator[str]:
    """By its name, its bytes, and by all that is packed in them."""
    layers = [path.name.encode()]
    if path.is_file():
        try:
            layers += layers_of(path)
        except (Unscannable, BadZipFile):
            layers.append(path.read_bytes())
            yield "what cannot be taken apart"
    found = {
        what
        for text, what in wanted.items()
        for needle in {code for coding in _CODINGS for code in (text.encode(coding), *needles(text))}
        if any(needle in layer for layer in layers)
    }
    yield from sorted(found)


TRACES = Promise(
    "P15",
    "A session that is to leave no traces leaves none in home, settings and temporary folders.",
    of_sizes(1, 2, 10),
    _check,
)
