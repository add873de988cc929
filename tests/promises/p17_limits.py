"""P17: a name in a file of any kind is found, or the file is said not to be checked; none is called clean."""

import base64
import bz2
import gzip
import io
import json
import lzma
import pickle
import quopri
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf
from files.pdfs import down, pdf
from letters import Letter, p
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.files import libreoffice
from desktop_app.files.encryption import encrypt

_ROOT = Path(__file__).resolve().parents[2]
_NAME = "Sereth Lantern Circle"
_NAMES = (_NAME, "Österreichische Übersee Gesellschaft", "灯台を守る会", "Союз Серетских Фонарей")
_TEXT = f"They told us this: {_NAME} was there."
_PAGE = f"<html><body><p>{_TEXT}</p></body></html>"
_SHEET = f"Name,Country\n{_NAME},Orlavia\n"
_OFFICE: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("odt", "rtf", "doc", "fodt", "epub", "dotx", "ott", "docm"), (_TEXT, ".txt")),
    **dict.fromkeys(("ods", "xls", "fods", "slk", "dif", "xltx", "xlsm"), (_SHEET, ".csv")),
}
"""What LibreOffice makes, and of what."""


def _letter() -> bytes:
    return Letter([p(_TEXT)]).data()


def _zip(
    packing: int = zipfile.ZIP_DEFLATED, inside: bytes | None = None, name: str = "letter.docx"
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as package:
        package.writestr(name, inside or _letter())
    return made.getvalue()


def _zips_in_zips(depth: int) -> bytes:
    made = _zip()
    for _ in range(depth):
        made = _zip(inside=made, name="more.zip")
    return made


def _said_to_be_encrypted() -> bytes:
    made = bytearray(_zip())
    made[6] |= 1
    made[made.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        member = tarfile.TarInfo("letter.docx")
        member.size = len(_letter())
        archive.addfile(member, io.BytesIO(_letter()))
    return made.getvalue()


def _pdf(**locked: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(down(50, 700, _TEXT)))) as document:
        if locked:
            document.save(made, encryption=pikepdf.Encryption(R=6, **locked))  # type: ignore[arg-type]
        else:
            document.save(made)
    return made.getvalue()


def _utf(encoding: str) -> Callable[[], bytes]:
    return lambda: _TEXT.encode(encoding)


_MADE: Mapping[str, Callable[[], bytes]] = {
    "docx": _letter,
    "docx of another name.txt": _letter,
    "docx without an ending": _letter,
    "cut.docx": lambda: _letter()[: len(_letter()) // 2],
    "without a directory.docx": lambda: _letter()[: _letter().rindex(b"PK\x01\x02")],
    "locked.docx": lambda: encrypt(_letter(), "of nobody here", "letter.docx"),
    "beginning with a program.docx": lambda: b"MZ" + bytes(500) + _letter(),
    "zip": _zip,
    "stored.zip": lambda: _zip(zipfile.ZIP_STORED),
    "bzip2.zip": lambda: _zip(zipfile.ZIP_BZIP2),
    "lzma.zip": lambda: _zip(zipfile.ZIP_LZMA),
    "encrypted.zip": _said_to_be_encrypted,
    "cut.zip": lambda: _zip()[:-30],
    "two deep.zip": lambda: _zips_in_zips(2),
    "nine deep.zip": lambda: _zips_in_zips(9),
    "gz": lambda: gzip.compress(_TEXT.encode()),
    "bz2": lambda: bz2.compress(_TEXT.encode()),
    "xz": lambda: lzma.compress(_TEXT.encode()),
    "tar": _tar,
    "tar.gz": lambda: gzip.compress(_tar()),
    "tar.bz2": lambda: bz2.compress(_tar()),
    "tar.xz": lambda: lzma.compress(_tar()),
    "pdf": _pdf,
    "locked against changes.pdf": lambda: _pdf(owner="k"),
    "locked.pdf": lambda: _pdf(owner="k", user="k"),
    "cut.pdf": lambda: _pdf()[:-200],
    "no pdf.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4,
    "txt": _utf("utf-8"),
    "with a mark.txt": _utf("utf-8-sig"),
    "utf-16.txt": _utf("utf-16"),
    "utf-16 without a mark.txt": _utf("utf-16-le"),
    "utf-16 backwards.txt": _utf("utf-16-be"),
    "utf-32.txt": _utf("utf-32"),
    "utf-7.txt": _utf("utf-7"),
    "of a mainframe.txt": _utf("cp500"),
    "Russian.txt": lambda: f"a {_NAMES[3]}".encode("cp1251"),
    "Russian that says nothing of itself.html": lambda: f"<p>{_NAMES[3]}</p>".encode("koi8-r"),
    "Russian in its own.html": lambda: f"<meta charset='koi8-r'><p>{_NAMES[3]}</p>".encode("koi8-r"),
    "Japanese in seven bits.txt": lambda: f"a {_NAMES[2]}".encode("iso-2022-jp"),
    "Japanese.csv": lambda: f"a,{_NAMES[2]}".encode("shift_jis"),
    "German in seven bits.txt": lambda: f"a {_NAMES[1]}".encode("utf-7"),
    "German of another.html": f"<meta charset='windows-1252'><p>{_NAMES[1]}</p>".encode,
    "base64.txt": lambda: base64.encodebytes(_TEXT.encode()),
    "hex.txt": lambda: _TEXT.encode().hex().encode(),
    "quoted.vcf": lambda: quopri.encodestring(f"FN:{_NAME}".encode(), quotetabs=True),
    "escaped.json": lambda: json.dumps({"n": "".join(f"\\u{ord(c):04x}" for c in _NAME)}).encode(),
    "csv": _SHEET.encode,
    "tsv": lambda: _SHEET.replace(",", "\t").encode(),
    "html": _PAGE.encode,
    "entities.html": lambda: "".join(f"&#{ord(c)};" for c in _TEXT).encode(),
    "mht": lambda: b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + _PAGE.encode(),
    "eml": lambda: (
        b"To: press@example.org\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(_TEXT.encode())
    ),
    "ics": f"BEGIN:VEVENT\nSUMMARY:{_NAME}\nEND:VEVENT\n".encode,
    "svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text>{_NAME}</text></svg>".encode,
    "xml": f"<a b='{_NAME}'/>".encode,
    "md": _utf("utf-8"),
    "toml": f'title = "{_NAME}"'.encode,
    "pickle": lambda: pickle.dumps({"name": _NAME.encode("utf-16")}),
    "png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(40) + _NAME.encode(),
    "jpg": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(40) + _NAME.encode("utf-16"),
    "mp3": lambda: b"ID3\x04\0\0" + bytes(40) + lzma.compress(_NAME.encode()),
    "exe": lambda: b"MZ" + bytes(100) + lzma.compress(_NAME.encode()),
    "7z": lambda: b"7z\xbc\xaf\x27\x1c\0\x04" + lzma.compress(_NAME.encode()),
    "rar": lambda: b"Rar!\x1a\x07\x01\0" + lzma.compress(_NAME.encode()),
    "msg": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + lzma.compress(_NAME.encode()),
    "sqlite": lambda: b"SQLite format 3\0" + bytes(100) + lzma.compress(_NAME.encode()),
    "of no kind": lambda: bytes(range(256)) + lzma.compress(_NAME.encode()),
    "empty.docx": bytes,
    "blank.pdf": lambda: b"\n\n",
}


def _check(files: int, folder: Path) -> Outcome:
    campaign, place = folder / "orlavia", folder / "files"
    place.mkdir()
    _answer("new", campaign)
    for name in _NAMES:
        _answer("signatories", "add", campaign, name, "--listed", "anonymous", "--source", "e-mail")
    paths = list(islice(_written(place), files))
    answer = _answer("scan", campaign, *paths)
    found = {str(hit["file"]) for hit in answer["hits"]}
    unread = {str(file) for file in answer["unread"]} - found
    faults = [f"{path.name}: called clean" for path in paths if str(path) not in found | unread]
    figure = (
        f"{len(faults)} of {len(paths)} kinds of files with a name in them are called clean; the name is "
        f"found in {len(found)}, and {len(unread)} are said not to be checked"
    )
    return Outcome(figure, tuple(faults), "" if libreoffice.program() else "office formats: no LibreOffice")


def _written(folder: Path) -> Iterator[Path]:
    for name, made in _MADE.items():
        path = folder / (name if "." in name or " " in name else f"letter.{name}")
        path.write_bytes(made())
        yield path
    for kind, (text, suffix) in _OFFICE.items() if libreoffice.program() else ():
        path = folder / f"office.{kind}"
        path.write_bytes(libreoffice.converted(text.encode(), suffix, kind))
        yield path


def _answer(*words: str | Path) -> Mapping[str, Any]:
    command = [sys.executable, "-m", "desktop_app", *map(str, words), "--json"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    answer: Mapping[str, Any] = json.loads(done.stdout)
    return answer


PROMISE = Promise(
    number="P17",
    says="What cannot be read is said not to be checked, and is never called clean.",
    cases=of_sizes(60, 200, 200),
    check=_check,
)
