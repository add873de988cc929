"""What lies in a campaign's folder, or beside it: settings, a list of recipients, things that are no files."""

import os
from collections.abc import Callable
from pathlib import Path

from hostile.kinds import OPENS, Hostile, Rows, Use, put, several
from hostile.zips import LETTER

_BASE = 'title = "Lamps"\nlanguages = ["en"]\n'
BROKEN, TYPE, VALUE, PATH = "campaign-broken", "campaign-wrong-type", "campaign-wrong-value", "path-outside"

SETTINGS: Rows = {
    "nothing": (b"", "campaign-key-missing"),
    "NULs": (b"\0" * 100, BROKEN),
    "random bytes": (bytes(range(256)), "campaign-not-utf8"),
    "UTF-16": (_BASE.encode("utf-16"), "campaign-not-utf8"),
    "a mark of order before it": (b"\xef\xbb\xbf" + _BASE.encode(), OPENS),
    "a sign that steers a terminal": (_BASE + 'place = "a\x1b[2J"\n', BROKEN),
    "the same as an escape": (_BASE + 'place = "a\\u001b[2J\\u0000"\n', OPENS),
    "half a letter as an escape": (_BASE + 'place = "\\ud800"\n', BROKEN),
    "a key twice": (_BASE + 'title = "x"\n', "campaign-key-twice"),
    "a table twice": (_BASE + "[list]\n[list]\n", "campaign-key-twice"),
    "a table that is a value": (_BASE + "list = 3\n", TYPE),
    "tables where one is meant": (_BASE + "[[list]]\n", TYPE),
    "one where tables are meant": (_BASE + "[contacts]\n", TYPE),
    "a title that is a number": ("title = 7\n", TYPE),
    "a title that is a date": ("title = 2024-02-01\n", TYPE),
    "a title of blanks": ('title = "  "\n', "campaign-key-missing"),
    "a title of a megabyte": ('title = "' + "a" * 1_000_000 + '"\n', "campaign-too-long"),
    "a title in many lines": ('title = """a\nb\nc"""\n', OPENS),
    "a title with a field": ('title = "{{ cycler.__init__ }}"\n', OPENS),
    "languages of no kind": (_BASE.replace('["en"]', "[7]"), TYPE),
    "a language that is a path": (_BASE.replace("en", "../../en"), VALUE),
    "100,000 languages": (_BASE.replace('["en"]', "[" + '"en",' * 100_000 + "]"), "campaign-too-many"),
    "a figure of 5,000 digits": (_BASE + "[claimed]\ntotal = " + "9" * 5_000 + "\n", BROKEN),
    "a figure of 400 digits": (_BASE + "[claimed]\ntotal = " + "9" * 400 + "\n", TYPE),
    "a negative figure": (_BASE + "[claimed]\ntotal = -5\n", TYPE),
    "infinity": (_BASE + "[claimed]\ntotal = inf\n", TYPE),
    "no number": (_BASE + "[claimed]\ntotal = nan\n", TYPE),
    "truth for a figure": (_BASE + "[claimed]\ntotal = true\n", TYPE),
    "a date that is none": (_BASE + "date = 2024-02-31\n", "campaign-wrong-date"),
    "a date in the year 0": (_BASE + "date = 0000-01-01\n", "campaign-wrong-date"),
    "a date in the year 9999": (_BASE + "date = 9999-12-31\n", OPENS),
    "a date in the year 1": (_BASE + "date = 0001-01-01\n", OPENS),
    "a time for a date": (_BASE + "date = 10:00:00\n", TYPE),
    "a date with a zone": (_BASE + "date = 0001-01-01T00:00:00+23:59\n", OPENS),
    "a date in words": (_BASE + 'date = "tomorrow"\n', "campaign-wrong-date"),
    "brackets 100,000 deep": (_BASE + "about = " + "[" * 100_000 + "\n", BROKEN),
    "brackets 100,000 deep and closed": (_BASE + "about = " + "[" * 100_000 + "]" * 100_000 + "\n", BROKEN),
    "tables 900 deep": (_BASE + "x = " + "{a=" * 900 + "1" + "}" * 900 + "\n", BROKEN),
    "a key of 3,000 parts": (_BASE + ".".join(["a"] * 3_000) + " = 1\n", BROKEN),
    "100,000 keys": (_BASE + "".join(f"k{n} = {n}\n" for n in range(100_000)), OPENS),
    "a string that never ends": (_BASE + 'place = "a\n', BROKEN),
    "a string of many lines that never ends": (_BASE + 'place = """a\n', BROKEN),
    "carriage returns alone": (_BASE.replace("\n", "\r"), BROKEN),
    "a file of recipients outside": (_BASE + '[recipients]\nto = ["../../etc/passwd"]\n', PATH),
    "the same, absolute": (_BASE + '[recipients]\nto = ["/etc/passwd"]\n', PATH),
    "the same on drive C": (_BASE + '[recipients]\nto = ["C:\\\\list.csv"]\n', PATH),
    "the same on a share": (_BASE + "[recipients]\nto = ['\\\\\\\\example.org\\\\x']\n", PATH),
    "the same, in many steps": (_BASE + '[recipients]\nto = ["a/../../b.csv"]\n', PATH),
    "a petition outside": (_BASE + '[petition]\nfile = "../people.csv"\n', PATH),
    "a picture outside": (_BASE + '[[signed_by]]\nname = "a"\npicture = "/etc/passwd"\n', PATH),
    "names of files that lead outside": (_BASE + '[files]\nname = "../../{recipient}"\n', OPENS),
    "names of files with a field of Python's": (
        _BASE + '[files]\nname = "{recipient.__class__}{0}{"\n',
        OPENS,
    ),
    "a state that is none": (_BASE + 'state = "on fire"\n', VALUE),
    "a country that is none": (_BASE + 'about = ["Burma"]\n', "campaign-wrong-code"),
    "a petition of nobody": (_BASE + "[petition]\n", "campaign-key-missing"),
    "texts of a language that is none": (_BASE + "[text]\nfr = 7\n", TYPE),
    "unknown keys": (_BASE + '[__class__]\n__init__ = "x"\n', OPENS),
    "XML": (b"<?xml version='1.0'?><a/>", BROKEN),
    "a letter": (LETTER.data, "campaign-not-utf8"),
}

_HEAD = "Name,Organisation,E-mail\n"
OWN: Rows = {
    "nothing": (b"", "header-missing"),
    "no names": (_HEAD, "own-list-empty"),
    "formulas": (_HEAD + "=1+1,=cmd|' /C calc'!A0,+1\n", OPENS),
    "NUL": (_HEAD + "a\0b,c,d\n", "csv-row-nul"),
    "an open quotation mark": (_HEAD + '"a,b,c\n', "csv-row-broken"),
    "a name of 50,000 letters": (_HEAD + "a" * 50_000 + ",b,c@example.org\n", "cell-too-long"),
    "markup and fields": (_HEAD + "<b>&amp;{{ 6*7 }}{% raw %},x,c@example.org\n", OPENS),
    "lines in an address": (
        _HEAD + '"a\nBcc: x@example.net","b\r\nc","d@example.org\nBcc: e@example.org"\n',
        OPENS,
    ),
    "signs that steer a terminal": (_HEAD + "a\x1b[2Jb,x,c@example.org\n", OPENS),
    "half a letter": (_HEAD.encode() + b"\xed\xa0\x80,x,y\n", OPENS),
    "20,000 rows": (
        lambda: _HEAD + "".join(f"Name {n},Ministry {n},m{n}@example.org\n" for n in range(20_000)),
        "own-list-too-long",
    ),
}

ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "file-is-device"),
    "a folder": (Path.mkdir, "file-is-folder"),
    "a link to a device without end": (lambda path: path.symlink_to("/dev/zero"), "file-is-device"),
    "a link to a device that is full": (lambda path: path.symlink_to("/dev/full"), "file-is-device"),
    "a link to itself": (lambda path: path.symlink_to(path), "file-not-readable"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "file-missing"),
    "a link to a folder": (lambda path: path.symlink_to("/"), "file-is-folder"),
    "a file of the system that claims no size": (lambda path: path.symlink_to("/proc/self/maps"), OPENS),
    "a sparse file of ten gigabytes": (lambda path: path.open("wb").truncate(10 << 30), "file-too-large"),
}
_PLACES = {Use.LETTER: ".docx", Use.FORM: ".csv", Use.OWN_LIST: ".csv"}


def settings() -> list[Hostile]:
    """Files for campaign.toml."""
    return several(Use.SETTINGS, ".toml", SETTINGS)


def own_lists() -> list[Hostile]:
    """Lists of recipients: some of their own, and the workbooks that were made for forms."""
    return several(Use.OWN_LIST, ".csv", OWN)


def odd_things() -> list[Hostile]:
    """What is no ordinary file, in the place of a letter, a form and a list of recipients."""
    # What the system says of itself is no list of recipients.
    said = {(Use.OWN_LIST, OPENS): "header-missing"}
    return [
        Hostile(
            f"odd-{use.value.replace(' ', '-')}-{number}{suffix}",
            what,
            make,
            use,
            said.get((use, outcome), outcome),
        )
        for use, suffix in _PLACES.items()
        for number, (what, (make, outcome)) in enumerate(ODD.items(), start=1)
    ]


def odd_names() -> list[Hostile]:
    """A letter and a form in order, under names that are not."""
    names = (
        "a\nb.txt",
        "\x1b[2Jgone.txt",
        "-rf.txt",
        "{{ letter.date }}.txt",
        "%s%n.txt",
        "\u202etxt.exe.txt",
        "a" * 240 + ".txt",
        "e\u0301\U0001f600 .txt",
        "COM1.txt",
        "~$letter.txt",
    )
    return [
        Hostile(
            name,
            f"a letter by the name {name[:30]!a}",
            put("Excellency,\n\nThe lamps are lit.\n"),
            Use.LETTER,
            OPENS,
            ("The lamps are lit.",),
        )
        for name in names
    ]
