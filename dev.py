"""What a developer does with this project, one command each; it needs nothing but Python.

    python3 dev.py setup     make .venv from requirements.lock
    python3 dev.py run       start the program: dev.py run check DIR
    python3 dev.py demo      write the sample's letters to the Security Council, and open the window
    python3 dev.py test      lint, then all tests; dev.py test tests/domain -k plural: only these tests
    python3 dev.py lint      ruff and mypy
    python3 dev.py bench     measure how long the letters take, and the window
    python3 dev.py promises  check what is promised (docs/promises.md): dev.py promises P4 --full
    python3 dev.py catalogs  collect the messages of the interface; say what is to be translated
    python3 dev.py lock      write requirements.lock anew (needs uv; dev.py lock --upgrade)

Each sets up what it needs first. What is there already is not installed again.
"""

# A Python that is too old for this file shall still reach the sentence that says so.
from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up-from"
DEMO = ROOT / "build" / "demo"

OLDEST, NEWEST = (3, 11), (3, 13)

# "a|b": either will do, and a is the one to install. To apt, libglib2.0-0t64 provides libglib2.0-0; the nogui
# Writer would throw out the one that somebody works with.
DEBIAN_TEST_PACKAGES = """
    libgl1 libegl1 libglib2.0-0|libglib2.0-0t64 libfontconfig1 libdbus-1-3 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
    libreoffice-writer-nogui|libreoffice-writer libreoffice-calc-nogui|libreoffice-calc
    xvfb xauth xdotool strace poppler-utils qpdf
    fonts-dejavu-core fonts-noto-core fonts-noto-cjk
    libenchant-2-2 hunspell-en-us hunspell-fr hunspell-es
""".split()
TEST_PROGRAMS = ("soffice", "pdftotext", "qpdf")
ELSEWHERE = {
    "darwin": "brew install --cask libreoffice && brew install poppler qpdf",
    "win32": "winget install TheDocumentFoundation.LibreOffice oschwartz10612.Poppler QPDF.QPDF",
}
_WINDOW_STARTS = 5
"""Seconds after which a window that is still there has been shown."""
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}


def refusal(major: int, minor: int) -> str:
    """What to say to a Python that this project does not run on; empty for one that will do."""
    if OLDEST <= (major, minor) <= NEWEST:
        return ""
    return (
        f"Undersigned runs on Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is Python {major}.{minor}.\n"
        f"Start it with one of those, for example: python3.{NEWEST[1]} dev.py demo"
    )


def missing_packages(wanted: list[str], installed: set[str]) -> list[str]:
    """Which Debian packages are to be installed, of those for which no alternative is there."""
    choices = [package.split("|") for package in wanted]
    # Debian's LibreOffice has its windows in all programs or in none.
    windows = "libreoffice-writer" in installed
    return [
        names[-1] if windows and names[0].endswith("-nogui") else names[0]
        for names in choices
        if not installed.intersection(names)
    ]


def advice(platform: str, missing: list[str], *, debian: bool) -> str:
    """The one line that installs what is missing, for whoever has to run it."""
    if debian:
        return f"sudo apt-get install --no-install-recommends {' '.join(missing)}"
    return ELSEWHERE.get(platform, f"your package manager, for the programs {', '.join(missing)}")


def main(arguments: list[str]) -> int:
    """Run a command; its exit status is the one of whatever failed first."""
    commands = {
        "setup": setup,
        "run": run,
        "demo": demo,
        "test": test,
        "lint": lint,
        "bench": bench,
        "promises": promises,
        "catalogs": catalogs,
        "lock": lock,
    }
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in commands:
        print(__doc__)
        return 0 if name in ("", "-h", "--help") else 2
    try:
        return commands[name](rest)
    except subprocess.CalledProcessError as failed:
        print(f"\nThis failed: {_shown(failed.cmd)}", file=sys.stderr)
        return failed.returncode
    except KeyboardInterrupt:
        return 130


def setup(_arguments: list[str]) -> int:
    """Everything that developing and testing takes."""
    _tools_for_tests()
    _environment()
    print(f"Ready. The program is {BIN / 'undersigned'}")
    return 0


def run(arguments: list[str]) -> int:
    """The program, from the source as it is."""
    _environment()
    return subprocess.run([BIN / "undersigned", *arguments], check=False).returncode


def demo(_arguments: list[str]) -> int:
    """The sample campaign, made and exported as a coordinator would do it in a terminal."""
    _environment()
    shutil.rmtree(DEMO, ignore_errors=True)
    _undersigned("new", str(DEMO), "--sample")
    export = _undersigned("export", str(DEMO), "--to", "security-council", "--on", "2024-02-01")
    by_language = defaultdict(list)
    for file in export["files"]:
        by_language[file["language"]].append(Path(file["path"]))
    print(f"\n{len(export['files'])} letters to the members of the Security Council of 1 February 2024:\n")
    for language, paths in sorted(by_language.items(), key=lambda entry: -len(entry[1])):
        print(f"  {LANGUAGES[language]} ({len(paths)})")
        for path in sorted(paths):
            print(f"    {path.name}")
    guard = export["guard"]
    print(f"\nThey are in {paths[0].parent}")
    print(
        f"Searched {guard['files']} files for {guard['names']} withheld names; found: {guard['hits']}.",
        flush=True,
    )
    _window(DEMO)
    return 0


def _window(campaign: Path) -> None:
    """Open a campaign in the window where there is a screen; it stays when this command has ended."""
    if os.environ.get("CI") or not has_screen(sys.platform, dict(os.environ)):
        return
    print("The window opens with it.", flush=True)
    window = subprocess.Popen([BIN / "undersigned", campaign], start_new_session=True)
    try:
        failed = window.wait(_WINDOW_STARTS)
    except subprocess.TimeoutExpired:
        return
    if failed:
        packages = [name.partition("|")[0] for name in DEBIAN_TEST_PACKAGES if name.startswith("lib")]
        line = advice(sys.platform, packages, debian=shutil.which("apt-get") is not None)
        print(f"The window needs what this system lacks. It comes with:\n  {line}", file=sys.stderr)


def has_screen(platform: str, environment: dict[str, str]) -> bool:
    """Whether a window could be shown."""
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def test(arguments: list[str]) -> int:
    """Lint and all tests, or only the tests that the arguments name."""
    _tools_for_tests()
    _environment()
    linted = 0 if arguments else _lint()
    # A change is judged by what it does, not by dice: elsewhere the order of the tests is one of chance.
    order = ["--randomly-seed=1"] if os.environ.get("CI") == "true" else []
    tested = _attempt("-m", "pytest", *(arguments or ["--quiet", "-rs", "--numprocesses", "2", *order]))
    if linted:
        print("The tests ran, but lint found something: see above.", file=sys.stderr)
    return linted or tested


def lint(_arguments: list[str]) -> int:
    """Ruff's rules and layout, mypy's types."""
    _environment()
    return _lint()


def bench(arguments: list[str]) -> int:
    """How long a large export takes, its PDFs, and the window."""
    _environment()
    scripts = ("benchmarks/pdf.py", "benchmarks/window.py", "benchmarks/letter.py")
    return _attempt("benchmarks/merge.py", *arguments) or max(_attempt(script) for script in scripts)


def promises(arguments: list[str]) -> int:
    """Check what the program promises, in more cases than the tests do."""
    _tools_for_tests()
    _environment()
    os.environ["PYTHONPATH"] = str(ROOT / "tests")
    return _attempt("-m", "promises", *arguments)


def catalogs(arguments: list[str]) -> int:
    """Bring the catalogs of the interface up to date; dev.py catalogs pt: begin one."""
    _environment()
    return _attempt("-m", "scripts.catalogs", *arguments)


def lock(arguments: list[str]) -> int:
    """The newest versions that pyproject.toml allows, with the hashes of every file for every platform."""
    uv = [shutil.which("uv") or sys.executable, *([] if shutil.which("uv") else ["-m", "uv"])]
    what = "pip compile pyproject.toml --extra test --universal --python-version 3.11"
    how = "--generate-hashes --no-emit-index-url --quiet --output-file requirements.lock"
    header = ["--custom-compile-command", "python3 dev.py lock"]
    _call(*uv, *what.split(), *how.split(), *header, *arguments)
    return 0


def _lint() -> int:
    checks = ("ruff check .", "ruff format --check .", "mypy")
    return next((code for code in [_attempt("-m", *check.split()) for check in checks] if code), 0)


def _environment() -> None:
    """Make .venv hold what is locked, and the project itself. The stamp is written last."""
    # Tests start the program hundreds of times: to compile it each time takes longer than they do.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    stamp = _stamp()
    if STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    print("Setting up .venv. The first time it fetches about 200 MB.", flush=True)
    if not _is_of_this_python():
        line = _system_packages(["python3-venv"], ()) if importlib.util.find_spec("ensurepip") is None else ""
        if line:
            raise SystemExit(
                f"This Python cannot make a virtual environment. What it lacks comes with:\n  {line}"
            )
        venv.create(VENV, clear=True, with_pip=True)
    pip = (BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    _call(*pip, "--require-hashes", "--requirement", LOCK)
    # Hatchling is locked with the rest, so building needs no second, unlocked environment.
    _call(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text(stamp, "utf-8")


def _is_of_this_python() -> bool:
    settings = VENV / "pyvenv.cfg"
    return settings.exists() and f"version = {platform.python_version()}\n" in settings.read_text("utf-8")


def _stamp() -> str:
    digest = hashlib.sha256()
    for source in (LOCK, ROOT / "pyproject.toml"):
        digest.update(source.read_bytes())
    return f"{ROOT} {sys.version} {digest.hexdigest()}"


def _tools_for_tests() -> None:
    line = _system_packages(DEBIAN_TEST_PACKAGES, TEST_PROGRAMS)
    if line:
        print(f"Some tests need what this system lacks, and say so. It comes with:\n  {line}", flush=True)


def _system_packages(debian_packages: list[str], programs: tuple[str, ...]) -> str:
    """Install what the system lacks, where we may; else the line to run."""
    debian = shutil.which("apt-get") is not None
    if debian:
        missing = missing_packages(debian_packages, _installed())
    else:
        missing = [program for program in programs if shutil.which(program) is None]
    if not missing or (debian and os.geteuid() == 0 and _apt(missing)):
        return ""
    return advice(sys.platform, missing, debian=debian)


def _installed() -> set[str]:
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n"]
    listed = subprocess.run(query, check=True, capture_output=True, text=True).stdout.splitlines()
    return {line.split()[1] for line in listed if line.startswith("installed ")}


def _apt(packages: list[str]) -> bool:
    print(f"Installing {len(packages)} system packages: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "--quiet=2"], install):
        if subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL).returncode:
            return False
    return True


def _undersigned(*arguments: str) -> dict[str, Any]:
    """What the terminal program answers; it says itself, on standard error, when it cannot."""
    command: list[str | Path] = [BIN / "undersigned", *arguments, "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _attempt(*arguments: str) -> int:
    print(f"\n$ python {' '.join(arguments)}", flush=True)
    return subprocess.run([BIN / "python", *arguments], check=False, cwd=ROOT).returncode


def _call(*command: str | Path) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def _shown(command: list[str | Path]) -> str:
    return " ".join(Path(part).name if isinstance(part, Path) else part for part in command)


if __name__ == "__main__":
    refused = refusal(*sys.version_info[:2])
    sys.exit(refused or main(sys.argv[1:]))
