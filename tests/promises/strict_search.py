"""An independent search of exported files: other programs, other code than the program's own guard.

It unpacks whatever it can, and looks for bytes: of a name as it is, in capitals, in small letters, in other
encodings, and for its words in a text from which everything but letters was taken out.
"""

import base64
import hashlib
import html
import io
import quopri
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

_SHORTEST = 5
_TAG = re.compile(rb"<[^>]*>")
_MAIL_PIECE = re.compile(rb"\r\n\r\n((?:[A-Za-z0-9+/=]{2,76}\r\n)+)")


class Unscannable(Exception):  # noqa: N818
    """A file that could not be taken apart; it counts as one with a name in it."""


def letters_only(text: str) -> str:
    """Letters and digits, of one width and case, without accents."""
    flat = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in flat if c.isalnum())


def layers_of(path: Path) -> Iterator[bytes]:
    """The file's name, its bytes, and everything that is packed in them."""
    yield path.name.encode()
    yield from _layers(path.read_bytes(), path.suffix, path)


def _layers(data: bytes, suffix: str, path: Path | None) -> Iterator[bytes]:
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode() + b"\n" + member.extra + b"\n" + member.comment
                yield from _layers(archive.read(member), Path(member.filename).suffix, None)
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data, path)
    elif suffix == ".eml":
        yield quopri.decodestring(data)
        for piece in _MAIL_PIECE.findall(data):
            bare = b"".join(piece.split())
            decoded = base64.b64decode(bare) if len(bare) % 4 == 0 else b""
            yield from _layers(decoded, ".pdf" if decoded.startswith(b"%PDF") else "", None)
    elif suffix in (".xml", ".rels", ".html"):
        yield html.unescape(_TAG.sub(b"", data).decode("utf-8", "replace")).encode()
        yield html.unescape(data.decode("utf-8", "replace")).encode()


def _of_pdf(data: bytes, path: Path | None) -> Iterator[bytes]:
    """Its objects in plain sight, and what its pages show."""
    source = str(path) if path and path.suffix == ".pdf" else "-"
    given = None if source != "-" else data
    for command in (["qpdf", "--qdf", "--object-streams=disable", source, "-"], ["pdftotext", source, "-"]):
        if command[0] == "qpdf" and source == "-":
            continue  # it reads no pipe
        done = subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)
        if done.returncode not in (0, 3):
            raise Unscannable(command[0])
        yield done.stdout
        for text in re.findall(rb"<([0-9a-fA-F]{8,})>", done.stdout):
            yield bytes.fromhex(text.decode() + "0" * (len(text) % 2))
    if source == "-" and b"/Encrypt" in data:
        raise Unscannable("encrypted")


def needles(name: str) -> tuple[bytes, ...]:
    """A name in every encoding that is looked for byte by byte."""
    found: dict[bytes, None] = {}
    for spelled in {name, name.upper(), name.lower(), unicodedata.normalize("NFD", name)}:
        raw = spelled.encode()
        found |= dict.fromkeys((raw, html.escape(spelled).encode(), quote(spelled).encode()))
        found |= dict.fromkeys(
            spelled.encode(code) for code in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
        )
        found |= dict.fromkeys((raw.hex().encode(), raw.hex().upper().encode()))
        found |= dict.fromkeys(base64.b64encode(b"\0" * n + raw)[4 if n else 0 : -4] for n in range(3))
        found |= dict.fromkeys(("".join(f"={byte:02X}" for byte in raw).encode(),))
    return tuple(needle for needle in found if len(needle) > _SHORTEST)


class Searcher:
    """Looks for some names in any number of files.

    Args:
        names: Full forms: names, aliases, addresses.
        runs: Pairs of words of theirs that stand nowhere else.
    """

    def __init__(self, names: Sequence[str], runs: Sequence[str]) -> None:
        raw = {needle for name in names for needle in needles(name)}
        bare = {letters_only(text) for text in (*names, *runs)}
        self._raw = BytesAhoCorasick(sorted(raw))
        self._bare = AhoCorasick(sorted(text for text in bare if len(text) > _SHORTEST))
        self._clean: set[bytes] = set()

    def found_in(self, path: Path) -> bool:
        """Whether any of them stands in the file."""
        return any(self._stands_in(layer) for layer in layers_of(path))

    def _stands_in(self, layer: bytes) -> bool:
        digest = hashlib.sha256(layer).digest()
        if digest in self._clean:
            return False
        text = layer.decode("utf-8", "ignore")
        text = unquote(text) if "%" in text else text
        if self._raw.find_matches_as_indexes(layer) or self._bare.find_matches_as_indexes(letters_only(text)):
            return True
        self._clean.add(digest)
        return False
