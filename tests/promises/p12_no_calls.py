"""P12: to read a stranger's letter tells nobody. Every command is watched while letters ask it to call."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from files.test_letters_fetch_nothing import LETTERS
from promises.kept import Outcome, Promise, of_sizes
from tracing import STRACE

ROOT = Path(__file__).resolve().parents[2]
_CALL = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg|bind)\(.*\bAF_INET6?\b")
_NOT_TO_BE_TRACED = "no program may be watched here"
_PREVIEW = """
import sys
from pathlib import Path
from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import ProblemError
from desktop_app.services.opening import open_campaign
from desktop_app.services.previewing import Previewer
from desktop_app.domain.recipient import Recipient
if __name__ == "__main__":
    program = bootstrap()
    opened = open_campaign(Path(sys.argv[1]))
    preview = Previewer(program.reference)
    try:
        whom = Recipient("x", "", "en", ("To all",), "Excellency,", "Excellency", "Yours")
        list(preview.steps(opened, whom, masked=False))
    except ProblemError as problem:
        print(problem.code)
    preview.close()
"""
Job = tuple[str, Sequence[str | Path]]


def check(cases: int, folder: Path) -> Outcome:
    """Watch so many commands over hostile letters."""
    if not _may_trace():
        return Outcome("0 commands watched", left_out=_NOT_TO_BE_TRACED)
    faults: list[str] = []
    watched = 0
    for name, command in _jobs(folder):
        if watched == cases:
            break
        watched += 1
        faults += [f"{name}: {call[:160]}" for call in _calls(command, folder / "log")]
    figure = f"{watched} commands over letters that ask to be called: {len(faults)} calls to other computers"
    return Outcome(figure, tuple(faults))


def _may_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run([STRACE, "-e", "trace=none", "true"], capture_output=True, check=False).returncode == 0
    )


def _jobs(folder: Path) -> Iterator[Job]:
    """Commands, by what they are; each letter is imported, checked, exported and previewed in turn."""
    for name in sorted(LETTERS, key=lambda name: (name.endswith((".rtf", ".odt")), name)):
        letter, campaign = folder / name, folder / name.replace(".", "-")
        letter.write_bytes(LETTERS[name]())
        yield f"import {name}", ["-m", "desktop_app", "import", letter, campaign]
        if not campaign.is_dir():
            continue
        yield f"check {name}", ["-m", "desktop_app", "check", campaign]
        if name == "letter.docx":
            shutil.copy(letter, campaign / name)  # as it was sent, links and all
        export: Sequence[str | Path] = [
            "export",
            campaign,
            "--to",
            "security-council",
            "--draft",
            "--formats",
            "docx,pdf",
        ]
        yield f"export {name}", ["-m", "desktop_app", *export, "--as", "body"]
        reader = folder / "preview.py"
        reader.write_text(_PREVIEW, "utf-8")
        yield f"preview {name}", [reader, campaign]


def _calls(command: Sequence[str | Path], log: Path) -> Sequence[str]:
    watch = [STRACE, "-f", "-qq", "-e", "trace=network", "-o", str(log)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = [*watch, sys.executable, *map(str, command)]
    done = subprocess.run(run, capture_output=True, check=False, cwd=ROOT, env=env)
    if b"Traceback" in done.stderr or b"internal" in done.stdout:
        return [f"did not do its work: {done.stderr.decode()[-200:]!a}"]
    return [line for line in log.read_text("utf-8", "replace").splitlines() if _CALL.search(line)]


P12 = Promise(
    "P12",
    "To import, check, export and look at a stranger's letter calls no other computer.",
    of_sizes(2, 16, 100),
    check,
)
