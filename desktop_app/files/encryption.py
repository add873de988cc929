"""Opens and locks office files with a password, in memory: nothing readable touches the disk.

Written is Excel's own Agile encryption: AES-256, SHA-512, 100,000 rounds, sealed. The library's own
``encrypt`` loses packages below 4 kB in a container that cannot hold them
(github.com/nolze/msoffcrypto-tool, issue 105), so the pieces are put together here, and what comes out is
opened again and compared before anybody gets it.
"""

import io
import re
import secrets
import struct
import unicodedata
from xml.parsers.expat import ExpatError

import msoffcrypto
import olefile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from desktop_app.domain.reporting import Place, ProblemError

ROUNDS = 100_000
_MOST_ROUNDS = 1_000_000
"""A file may ask for any number, and each million takes a second."""
_SMALLEST_STREAM = 4_200
"""Bytes. Streams below 4,096 lie elsewhere in the container, where the library does not put them."""
_LONGEST = 255
"""UTF-16 units of a password, by the file format."""
_SHORT = 12
"""Characters. NIST asks for eight where a server counts the tries (SP 800-63B); a file counts none."""
NOBODYS_PASSWORD = "VelvetSweatshop"  # noqa: S105 - known to everybody
"""Excel locks "read-only recommended" files with it and opens them without asking."""

_ROUNDS = re.compile(rb'spinCount="(\d+)"')
_BROKEN = (
    *(DecryptionError, FileFormatError, ParseError),
    # msoffcrypto and olefile let these through where bytes are missing or changed.
    *(OSError, ValueError, LookupError, TypeError, AttributeError, struct.error, ExpatError, OverflowError),
)


def decrypt(data: bytes, password: str, file: str) -> bytes:
    """The package inside an encrypted office file.

    Raises:
        ProblemError: ``file-encrypted`` without a password, ``password-wrong``, ``file-old-format`` where the
            file is no encrypted package but a workbook of before 2007, ``file-damaged``, ``file-hostile``
            where opening it would take for ever.
    """
    place = Place(file=file)
    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(data))
        if locked.format != "ooxml":
            raise ProblemError("file-old-format", place)
        if _rounds(data) > _MOST_ROUNDS:
            raise ProblemError("file-hostile", place)
        try:
            locked.load_key(password=_as_typed(password) or NOBODYS_PASSWORD, verify_password=True)
        except InvalidKeyError:
            raise ProblemError("password-wrong" if password else "file-encrypted", place) from None
        opened = io.BytesIO()
        # Only the stronger of the two formats carries a seal; LibreOffice before 24 writes the other.
        locked.decrypt(opened, verify_integrity=locked.type == "agile")
    except (*_BROKEN, InvalidKeyError):
        raise ProblemError("file-damaged", place) from None
    return opened.getvalue()


def encrypt(data: bytes, password: str, file: str) -> bytes:
    """The package, locked with the password.

    Raises:
        ProblemError: ``password-empty``, ``password-too-long``, ``password-known``; ``encryption-failed``
            where what was made does not open to the very same bytes.
    """
    key = _checked(password, file)
    info, secret = ECMA376Agile.generate_encryption_parameters(key, spin_count=ROUNDS)
    payload: bytes = ECMA376Agile.encrypt_payload(
        io.BytesIO(data), info.encryptedKey, secret, info.keyData.saltValue
    )
    # The payload begins with its true length, so readers stop before the filling; the seal covers it.
    payload += secrets.token_bytes(max(0, _SMALLEST_STREAM - len(payload)))
    locked = io.BytesIO()
    ECMA376Encrypted(payload, ECMA376Agile.get_encryption_information(info, payload, secret)).write_to(locked)
    made = locked.getvalue()
    if decrypt(made, password, file) != data:
        raise ProblemError("encryption-failed", Place(file=file))
    return made


def is_short(password: str) -> bool:
    """Whether a password is soon found by trying. Length is what counts; no kind of sign is asked for."""
    return len(_as_typed(password)) < _SHORT


def is_weakly_locked(data: bytes) -> bool:
    """Whether an encrypted file has the format of Office 2007: a short key, and no seal against changes."""
    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(data)).type == "standard")
    except _BROKEN:
        return False


def _checked(password: str, file: str) -> str:
    key = _as_typed(password)
    if not key.strip():
        raise ProblemError("password-empty", Place(file=file))
    if len(key.encode("utf-16-le")) > 2 * _LONGEST:
        raise ProblemError("password-too-long", Place(file=file), most=_LONGEST)
    if key == NOBODYS_PASSWORD:
        raise ProblemError("password-known", Place(file=file))
    return key


def _as_typed(password: str) -> str:
    """Composed letters: one keyboard types "é" as a letter, another as a letter and an accent."""
    return unicodedata.normalize("NFC", password)


def _rounds(data: bytes) -> int:
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        info = container.openstream("EncryptionInfo").read()
    return max(map(int, _ROUNDS.findall(info)), default=0)
