"""Where a name can hide in a mail, an archive, and the names of files."""

import base64
import gzip
import io
import quopri
import struct
import zipfile
from collections.abc import Callable, Iterator
from email.header import Header
from urllib.parse import quote

from promises.carriers import jpeg, png, sheet, texts_in_jpeg, texts_in_png
from promises.planting import EPOCH, Edit, Plant, package, parts_of


def _head(line: str, *, coded: str = "") -> Edit:
    """One more line at the head of the mail."""

    def edit(data: bytes, name: str) -> bytes:
        said = Header(name, coded, maxlinelen=70).encode() if coded else name
        return (line.format(said) + "\r\n").encode() + data

    return edit


def _piece(head: str, encode: Callable[[str], bytes], *, before_end: bool = True) -> Edit:
    """One more piece of the mail, or something behind its last."""

    def edit(data: bytes, name: str) -> bytes:
        boundary = data.split(b'boundary="', 1)[1].split(b'"', 1)[0]
        end = b"--" + boundary + b"--"
        at = data.rindex(end)
        piece = encode(name)
        if not before_end:
            return data + b"\r\n" + piece
        made = b"--" + boundary + b"\r\n" + head.format(quote(name)).encode() + b"\r\n\r\n" + piece + b"\r\n"
        return data[:at] + made + data[at:]

    return edit


def _before_pieces(data: bytes, name: str) -> bytes:
    head, _, rest = data.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + name.encode() + b"\r\n" + rest


def _b64(raw: bytes) -> bytes:
    return base64.encodebytes(raw).replace(b"\n", b"\r\n")


_BASE64 = "\r\nContent-Transfer-Encoding: base64"
_QUOTED = "\r\nContent-Transfer-Encoding: quoted-printable"
_FILE = 'Content-Type: application/octet-stream; name="{}"\r\nContent-Disposition: attachment'


def _forwarded(name: str) -> bytes:
    """A mail with a packed file in it."""
    head = 'Content-Type: x/y; name="a.docx"' + _BASE64
    return f"Subject: x\r\n{head}\r\n\r\n".encode() + _b64(package({"word/document.xml": name.encode()}))


def _all_behind_the_end(data: bytes, name: str) -> bytes:
    """Pieces that begin only behind the line that ends them all."""
    boundary = data.split(b'boundary="', 1)[1].split(b'"', 1)[0]
    head, between, rest = data.partition(b"\r\n\r\n")
    end = b"--" + boundary + b"--\r\n"
    return head + between + end + _forwarded(name) + b"\r\n" + rest


_MAIL: dict[str, Edit] = {
    "sender": _head("From: {} <x@example.org>"),
    "sender, in base64": _head("From: {} <x@example.org>", coded="utf-8"),
    "sender, in UTF-16": _head("Sender: {}", coded="utf-16-be"),
    "hidden recipient": _head("Bcc: {} <x@example.org>"),
    "number of the mail": _head("Message-ID: <1@x>\r\nX-Note: {}"),
    "program": _head("User-Agent: {}"),
    "name of a header": lambda data, name: "-".join(name.split()).encode() + b": x\r\n" + data,
    "comment in an address": _head("Cc: x@example.org ({})"),
    "before the pieces": _before_pieces,
    "behind the pieces": _piece("", str.encode, before_end=False),
    "text": _piece("Content-Type: text/plain; charset=utf-8", str.encode),
    "text, in base64": _piece(
        f"Content-Type: text/plain; charset=utf-8{_BASE64}", lambda n: _b64(n.encode())
    ),
    "text, quoted": _piece(
        f"Content-Type: text/plain; charset=utf-8{_QUOTED}",
        lambda n: b"".join(b"=%02X" % byte for byte in n.encode()),
    ),
    "text, quoted over lines": _piece(
        f"Content-Type: text/plain; charset=utf-8{_QUOTED}",
        lambda n: quopri.encodestring((n[: len(n) // 2]).encode()) + b"=\r\n" + n[len(n) // 2 :].encode(),
    ),
    "text in UTF-16": _piece(
        f"Content-Type: text/plain; charset=utf-16le{_BASE64}", lambda n: _b64(n.encode("utf-16-le"))
    ),
    "text in UTF-7": _piece("Content-Type: text/plain; charset=utf-7", lambda n: n.encode("utf-7")),
    "page": _piece("Content-Type: text/html; charset=utf-8", lambda n: f"<p title='{n}'>x</p>".encode()),
    "calendar": _piece('Content-Type: text/calendar; name="a.ics"', lambda n: f"SUMMARY:{n}".encode()),
    "name of a file": _piece(
        f"{_FILE}; filename*=utf-8''{{}}.txt".replace('name="{}"', 'name="x"'), lambda _: b"x"
    ),
    "file": _piece(
        'Content-Type: application/zip; name="a.zip"' + _BASE64,
        lambda n: _b64(package({"a.txt": n.encode()})),
    ),
    "sheet": _piece('Content-Type: x/y; name="a.xlsx"' + _BASE64, lambda n: _b64(sheet(n))),
    "mail in the mail": _piece("Content-Type: message/rfc822", lambda n: f"Subject: {n}\r\n\r\nx".encode()),
    "mail in the mail, in base64": _piece(
        f"Content-Type: message/rfc822{_BASE64}", lambda n: _b64(_forwarded(n))
    ),
    "mail in the mail of the world, in base64": _piece(
        f"Content-Type: message/global{_BASE64}", lambda n: _b64(_forwarded(n))
    ),
    "mail in the mail, quoted": _piece(
        f"Content-Type: message/rfc822{_QUOTED}", lambda n: quopri.encodestring(_forwarded(n))
    ),
    "mail that begins behind its end": _all_behind_the_end,
    "packed file that is said to be text": _piece(
        f"Content-Type: text/plain{_BASE64}", lambda n: _b64(gzip.compress(n.encode()))
    ),
    "file of another program": _piece(
        'Content-Type: x/y; name="winmail.dat"' + _BASE64, lambda n: _b64(b"\x78\x9f" + n.encode())
    ),
}


def _member(**how: bytes) -> Edit:
    """One more member, with a comment or extra field."""

    def edit(data: bytes, name: str) -> bytes:
        out = io.BytesIO(data)
        with zipfile.ZipFile(out, "a") as archive:
            entry = zipfile.ZipInfo("x.txt", EPOCH)
            raw = name.encode()
            if "comment" in how:
                entry.comment = raw
            if "extra" in how:
                entry.extra = struct.pack("<2H", 0x4E55, len(raw)) + raw
            archive.writestr(entry, raw if "content" in how else b"x")
        return out.getvalue()

    return edit


def _extra_here_only(data: bytes, name: str) -> bytes:
    """An extra field beside the member, of which the directory says nothing."""
    raw = struct.pack("<2H", 0x4E55, len(name.encode())) + name.encode()
    made = bytearray(_member(extra=b"")(data, name))
    directory = made.rindex(b"PK\1\2")
    size, extra, comment = struct.unpack_from("<3H", made, directory + 28)
    start = directory + 46 + size
    del made[start : start + extra]
    struct.pack_into("<3H", made, directory + 28, size, extra - len(raw), comment)
    end = made.rindex(b"PK\5\6")
    struct.pack_into("<I", made, end + 12, struct.unpack_from("<I", made, end + 12)[0] - len(raw))
    return bytes(made)


def _old_name(data: bytes, name: str) -> bytes:
    """A name of a member as archivers of old wrote it: in no encoding that is said."""
    raw = name.encode()
    out = _member(content=b"")(data, "x").replace(b"x.txt", b"#" * len(raw))
    made = package_with(data, "#" * len(raw))
    return made.replace(b"#" * len(raw), raw) if out else made


def package_with(data: bytes, member: str) -> bytes:
    """An archive with one more member."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(member, EPOCH), b"x")
    return out.getvalue()


def _deleted(data: bytes, name: str, *, method: int) -> bytes:
    """A member that lies there still, of which the directory says nothing more."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("old.txt", EPOCH), name * 3, method)
    old = out.getvalue()[: out.getvalue().index(b"PK\1\2")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        directory = archive.start_dir
    made = bytearray(data[:directory] + old + data[directory:])
    end = made.rindex(b"PK\5\6")
    struct.pack_into("<I", made, end + 16, directory + len(old))
    return bytes(made)


_ZIP: dict[str, Edit] = {
    "member": _member(content=b""),
    "comment": lambda data, name: package(parts_of(data), comment=name.encode()),
    "comment of a member": _member(comment=b""),
    "extra field": _member(extra=b""),
    "extra field beside the member only": _extra_here_only,
    "name of a member": lambda data, name: package_with(data, f"{name}.txt"),
    "name of a folder": lambda data, name: package_with(data, f"{name}/x.txt"),
    "name of a member, in no encoding": _old_name,
    "before the archive": lambda data, name: name.encode() + b"\n" + data,
    "behind the archive": lambda data, name: data + b"\n" + name.encode(),
    "deleted member": lambda data, name: _deleted(data, name, method=zipfile.ZIP_STORED),
    "deleted member, packed": lambda data, name: _deleted(data, name, method=zipfile.ZIP_DEFLATED),
    "archive in the archive": lambda data, name: package(
        {**parts_of(data), "a.zip": package({"b.txt": name.encode()})}
    ),
    "program in the archive": lambda data, name: package(
        {**parts_of(data), "a.exe": b"MZ\0" + name.encode()}
    ),
}

_NAMES: dict[str, Callable[[str], str]] = {
    "name": lambda name: f"{name}.csv",
    "name with underscores": lambda name: f"Letter - {'_'.join(name.split())}.csv",
    "name without blanks": lambda name: f"{''.join(name.split())}.csv",
    "name in capitals": lambda name: f"{name.upper()}.csv",
    "name, coded": lambda name: f"{quote(name)}.csv",
    "name among others": lambda name: f"signatories {name} FINAL.csv",
}


def _named(call: Callable[[str], str]) -> Edit:
    return lambda _, name: call(name).encode()


def plants() -> Iterator[Plant]:
    """All of them."""
    for place, edit in _MAIL.items():
        yield Plant("eml", place, edit)
    for place, edit in _ZIP.items():
        yield Plant("zip", place, edit)
    for place, call in _NAMES.items():
        yield Plant("csv", f"file: {place}", _named(call), in_file_name=True)
    for place in texts_in_png(""):
        made = lambda d, n, at=place: package({**parts_of(d), "word/media/image1.png": texts_in_png(n)[at]})  # noqa: E731
        yield Plant("docx", f"PNG: {place}", made)
    for place in texts_in_jpeg(""):
        made = lambda d, n, at=place: package({**parts_of(d), "word/media/image1.jpeg": texts_in_jpeg(n)[at]})  # noqa: E731
        yield Plant("docx", f"JPEG: {place}", made)


PICTURES = (png(), jpeg())
"""Pictures without any text, in which nothing may be found by chance."""
