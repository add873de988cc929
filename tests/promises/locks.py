"""P14: a locked list opens with its password alone, and nothing readable of it touches the disk."""

import random
import re
from pathlib import Path
from unittest.mock import patch

from files.zips import package
from promises.kept import Outcome, Promise, of_sizes
from services.cut_short import Saves
from tracing import can_trace

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import encryption
from desktop_app.files.encryption import decrypt, encrypt, is_weakly_locked

_FILE = "signatories-private.xlsx"
_PASSWORD = "Fjälle og elv"
_READABLE = (b"PK\x03\x04", b"<row ", b"Lantern Network", b"Quiet River", b"Harbour Watch")
_BUFFER = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def _check(cases: int, folder: Path) -> Outcome:
    chance = random.Random(14)  # noqa: S311 - chance, not a secret
    faults: list[str] = []
    sizes = [1 + number * 10_000 // cases for number in range(cases)]
    noticed = of_no_account = 0
    with patch.object(encryption, "ROUNDS", 50):
        for size in sizes:
            data = package(size, seed=size)
            locked = encrypt(data, _PASSWORD, _FILE)
            if decrypt(locked, _PASSWORD, _FILE) != data or is_weakly_locked(locked):
                faults.append(f"{size} bytes did not come back, or are locked weakly")
            spoiled = bytearray(locked)
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
            try:
                if decrypt(bytes(spoiled), _PASSWORD, _FILE) != data:
                    faults.append(f"{size} bytes: a flipped bit was not noticed, and other bytes came out")
                of_no_account += 1
            except ProblemError:
                noticed += 1
            if _opens(locked, f"{_PASSWORD}!"):
                faults.append(f"{size} bytes opened with another password")
    written, readable = _readable(folder)
    faults += readable
    left_out = "" if written else "what a save writes: strace is not there, or may not trace"
    said = (
        f"{len(faults)} faults in {cases} round trips of 1 to 10,000 bytes; bits flipped: {noticed} noticed, "
    )
    said += f"{of_no_account} where nothing is said; {written:,} bytes written by a save, none plain"
    return Outcome(said, tuple(faults), left_out)


def _opens(locked: bytes, password: str) -> bool:
    try:
        decrypt(locked, password, _FILE)
    except ProblemError:
        return False
    return True


def _readable(folder: Path) -> tuple[int, list[str]]:
    """How many bytes a save of a locked list writes, and what of the list can be read in them."""
    if not can_trace():
        return 0, []
    saves = Saves(folder, _PASSWORD)
    trace = folder / "trace"
    saves.run("-o", str(trace), "-e", "trace=write,pwrite64,writev,pwritev", "-s", "10000000", "-xx")
    saves.end()
    found = _BUFFER.findall(trace.read_text("ascii"))
    written = b"".join(bytes.fromhex(buffer.replace("\\x", "")) for buffer in found)
    wide = [text.decode("latin-1").encode("utf-16-le") for text in _READABLE[2:]]
    return len(written), [f"{text!r} was written" for text in (*_READABLE, *wide) if text in written]


LOCKS = Promise(
    "P14",
    "A locked list opens with its password alone, and nothing readable of it is written.",
    of_sizes(60, 300, 1500),
    _check,
)
