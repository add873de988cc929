"""P16: whatever recipients are called, the names of their files work everywhere, and no two are one."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from promises.kept import Outcome, Promise, of_sizes

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 255
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
NAMES = (
    *("CON", "con.txt", "nul.docx", "COM1", "LPT9.tar.gz", "AUX", "COM¹", "CONIN$", "..", ".", "...", "~"),
    *(
        "a/b\\c",
        "C:\\Windows",
        "\\\\example.org\\share",
        "/etc/passwd",
        "../../x",
        "~/x",
        "a:b",
        "file:stream:$DATA",
    ),
    *(
        "*?<>|",
        '"quoted"',
        "line\nfeed",
        "tab\tin",
        "bell\x07",
        "  blanks  ",
        "dot at the end.",
        ". dot before",
    ),
    *(
        "Été",
        "E\u0301te\u0301",
        "ÉTÉ",
        "été",
        "Straße",
        "STRASSE",
        "İstanbul",
        "istanbul",
        "ﬁnance",
        "finance",
    ),
    *(
        "x" * 300,
        "ဗ" * 200,
        "\U0001f600" * 90,
        "\u202etxt.exe",
        "zero\u200bwidth",
        "%00",
        "$(touch x)",
        "-rf",
    ),
)
assert len(NAMES) == 46


def check(cases: int, folder: Path) -> Outcome:
    """Export a letter to each of so many, and look at what their files are called."""
    names = NAMES[:cases]
    out = folder / "out"
    made = _exported(names, folder, out)
    faults = [fault for path in made for fault in _faults(path, out.resolve())]
    different = {unicodedata.normalize("NFC", path.name).casefold() for path in made}
    if len(different) != len(names):
        faults.append(f"{len(names)} recipients, {len(different)} different files")
    return Outcome(
        f"{len(names)} names, {len(different)} different files, {len(faults)} faults", tuple(faults)
    )


def _exported(names: Sequence[str], folder: Path, out: Path) -> Sequence[Path]:
    campaign, listed = folder / "campaign", folder / "people.xlsx"
    shutil.copytree(ROOT / "templates" / "sample", campaign)
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Name", "Organisation"])
    for row, name in enumerate(names, start=2):
        # As a file may hold it: openpyxl writes no sign that steers a terminal.
        book.active.append(["".join(c for c in name if c >= " " or c in "\n\t"), f"Ministry {row}"])
        book.active.cell(row, 1).data_type = "s"
    book.save(listed)
    words = ["export", campaign, "--to", listed, "--language", "en", "--out", out, "--json"]
    command = [sys.executable, "-m", "desktop_app", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    return [Path(file["path"]) for file in json.loads(done.stdout).get("files", ())]


def _faults(path: Path, out: Path) -> Sequence[str]:
    name = path.name
    wrong = {
        "lies elsewhere": path.parent != out,
        "holds a sign that no name may": _FORBIDDEN.search(name) is not None,
        "is a device of Windows": _DEVICE.match(name) is not None,
        "begins or ends with a blank or a dot": name != name.strip(" .")
        or path.stem != path.stem.strip(" ."),
        "is too long": len(name.encode()) > _LONGEST or len(name.encode("utf-16-le")) > 2 * _LONGEST,
        "looks like an option": name.startswith(("-", "~")),
        "is not there": not path.is_file(),
    }
    return [f"{name!a} {what}" for what, is_so in wrong.items() if is_so]


P16 = Promise(
    "P16",
    "Files are named so that every system takes the name, whatever the recipient is called.",
    of_sizes(46, 46, 46),
    check,
)
