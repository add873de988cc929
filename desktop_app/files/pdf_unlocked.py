"""An encrypted PDF that opens without a password, as one does that may only not be printed or changed."""

import io
from contextlib import suppress

from desktop_app.files.unreadable import UnreadableError, WhyUnread
from desktop_app.support.bounded import CrashedError, OverTimeError, run_bounded

_SECONDS, _MEMORY = 6, 560 << 20
_MAX_REVISIONS = 20
_END = b"%%EOF"


def unlocked(data: bytes) -> tuple[bytes, ...]:
    """The file without its encryption, with all objects that its tables name; and its older states.

    Raises:
        UnreadableError: ``ENCRYPTED`` where it asks for a password, ``TOO_LONG``, ``DAMAGED``.
    """
    states = [*_before(data), data]
    if len(states) > _MAX_REVISIONS:
        raise UnreadableError(why=WhyUnread.UNUSUAL)
    found = []
    for state in states:
        # What was written before an older end may be no file by itself.
        with suppress(*((UnreadableError,) if state is not data else ())):
            found.append(_opened(state))
    return tuple(found)


def _before(data: bytes) -> list[bytes]:
    ends, at = [], data.find(_END)
    while at >= 0:
        ends.append(at + len(_END))
        at = data.find(_END, at + 1)
    return [data[:end] for end in ends[:-1]]


def _opened(data: bytes) -> bytes:
    try:
        plain = run_bounded(_without_lock, data, seconds=_SECONDS, memory=_MEMORY)
    except OverTimeError:
        raise UnreadableError(why=WhyUnread.TOO_LONG) from None
    except CrashedError:
        raise UnreadableError(why=WhyUnread.STOPPED) from None
    if len(plain) == 1:
        raise UnreadableError(why=WhyUnread.ENCRYPTED if plain == _ASKS else WhyUnread.DAMAGED)
    return plain


_ASKS, _BROKEN = b"?", b"!"


def _without_lock(data: bytes) -> bytes:  # pragma: no cover - runs in another process
    from pikepdf import Array, Name, ObjectStreamMode, PasswordError, Pdf, PdfError  # noqa: PLC0415

    plain = io.BytesIO()
    try:
        with Pdf.open(io.BytesIO(data)) as document:
            lock = document.trailer[Name.Encrypt].objgen
            # What nothing refers to would not be written.
            document.Root[Name.Obj] = Array([held for held in document.objects if held.objgen != lock])
            document.save(plain, encryption=False, object_stream_mode=ObjectStreamMode.disable)
    except PasswordError:
        return _ASKS
    except (PdfError, ValueError, TypeError, KeyError):
        return _BROKEN
    return plain.getvalue()
