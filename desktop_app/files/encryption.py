"""Opens an office file that is locked with a password, in memory: nothing readable touches the disk."""

import io
import struct
from xml.parsers.expat import ExpatError

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from desktop_app.domain.reporting import Place, ProblemError

_BROKEN = (
    *(DecryptionError, FileFormatError, ParseError),
    # msoffcrypto and olefile let these through where bytes are missing or changed.
    *(OSError, ValueError, LookupError, TypeError, AttributeError, struct.error, ExpatError),
)


def decrypt(data: bytes, password: str, file: str) -> bytes:
    """The package inside an encrypted office file.

    Raises:
        ProblemError: ``file-encrypted`` without a password, ``password-wrong``, ``file-old-format`` where the
            file is no encrypted package but a workbook of before 2007, ``file-damaged``.
    """
    place = Place(file=file)
    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(data))
        if locked.format != "ooxml":
            raise ProblemError("file-old-format", place)
        if not password:
            raise ProblemError("file-encrypted", place)
        locked.load_key(password=password, verify_password=True)
        opened = io.BytesIO()
        # Only the stronger of the two formats carries a seal; LibreOffice before 24 writes the other.
        locked.decrypt(opened, verify_integrity=locked.type == "agile")
    except InvalidKeyError:
        raise ProblemError("password-wrong", place) from None
    except _BROKEN:
        raise ProblemError("file-damaged", place) from None
    return opened.getvalue()
