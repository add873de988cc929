"""What the guard's reader has read before, so that many files that are nearly alike are read quickly.

The guard's own. It shares no code with the modules that write letters.
"""

import hashlib
from dataclasses import dataclass, field

from desktop_app.files.text_encoded import FILE_BEGINS
from desktop_app.files.text_unlike import bytes_unlike
from desktop_app.files.zip_inside import Unpacked

MAX_FILE = 200 << 20
SMALL = 1 << 16
ENTITY = b"<!ENTITY"
_MOST_KEPT, _PARTS_KEPT = 4 << 20, 4
"""Of the plain parts that others are compared with: bytes of one, and how many."""
_REACH = max(map(len, (ENTITY, *FILE_BEGINS)))


@dataclass(slots=True)
class Memory:
    """What was read before, so that many letters are read quickly.

    Attributes:
        files: Lengths and digests of clean files, each as the kind it was read as: inside a package they
            are not read again.
        unpacked: Members of packages.
        plain_markup: Parts in UTF-8 that carry no files along.
        left: Bytes that the packages of one file, and those inside them, may still unpack to.
        pictures: Those inside the file that was read last; what they show nobody has read.
    """

    files: dict[int, set[bytes]] = field(default_factory=dict)
    unpacked: Unpacked = field(default_factory=Unpacked)
    plain_markup: set[bytes] = field(default_factory=set)
    left: int = MAX_FILE
    pictures: list[str] = field(default_factory=list)
    _plain: dict[str, bytes] = field(default_factory=dict)

    def knows(self, data: bytes, suffix: str) -> bool:
        """Whether these bytes were read before as a file of this kind, and nothing was found in it."""
        return len(data) in self.files and _digest(data, suffix) in self.files[len(data)]

    def keep_clean(self, data: bytes, suffix: str) -> None:
        """Keep that nothing is in a file."""
        self.files.setdefault(len(data), set()).add(_digest(data, suffix.casefold()))

    def unlike_plain(self, name: str, text: bytes) -> bytes:
        """What of a part may be new to the guard: the last plain one of its name is known to hold nothing."""
        known = self._plain.get(name.rpartition("!")[2])
        return text if known is None else bytes_unlike(known, text, _REACH)

    def keep_plain(self, name: str, text: bytes) -> None:
        """Keep a part without entities and without files that it carries along."""
        own = name.rpartition("!")[2]
        if SMALL <= len(text) <= _MOST_KEPT and (own in self._plain or len(self._plain) < _PARTS_KEPT):
            self._plain[own] = text


def _digest(data: bytes, suffix: str) -> bytes:
    return hashlib.sha256(suffix.encode() + b"\0" + data).digest()
