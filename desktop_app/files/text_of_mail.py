"""What an e-mail holds, piece by piece: headers, texts and attachments, decoded as a mail program shows them.

The guard's own reader. It shares no code with the module that writes drafts.
"""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.generator import BytesGenerator
from email.message import Message
from email.utils import collapse_rfc2231_value

from desktop_app.files.text_of_mail_words import shown_words
from desktop_app.files.unreadable import UnreadableError, WhyUnread

_TEXTS = {"text/plain": ".txt", "text/html": ".html"}
_MOST_HEADERS = 1 << 20
"""Characters of the headers of one piece."""
_MOST_PIECES = 1_000
"""No program sends more; to look into each takes a while."""
_ENDLESS = re.compile(rb"^content-[a-z-]+:(?:[^\n]|\n[ \t]){20000}", re.IGNORECASE | re.MULTILINE)
"""Those that are taken apart to find the pieces: to find all that one says takes the square of it."""
_WITH_PARAMETERS = ("content-type", "content-disposition")
_TOKEN = re.compile(r"\s*([A-Za-z0-9-]+)")
_PACKED = frozenset(("base64", "quoted-printable", "x-uuencode", "uuencode"))


class UnreadableMailError(UnreadableError):
    """It cannot be read, so that nobody can say what is in it."""


@dataclass(frozen=True, slots=True)
class MailPiece:
    """A piece of a message.

    Attributes:
        name: Of the file, or of its kind; empty for what stands around the pieces.
        content: Its bytes; text in UTF-8.
        suffix: How its name ends, if it has one; of its kind, if it is text.
    """

    name: str
    content: bytes
    suffix: str = ".txt"


def pieces_of_mail(data: bytes) -> Iterator[MailPiece]:
    """All pieces, those of messages in the message included.

    Raises:
        UnreadableMailError: where that cannot be done.
    """
    if _ENDLESS.search(data):
        raise UnreadableMailError(why=WhyUnread.TOO_LONG)
    try:
        # The older of Python's readers: the newer takes the square of many a header to show it.
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for number, piece in enumerate(message.walk()):
            if number == _MOST_PIECES:
                raise UnreadableMailError(why=WhyUnread.TOO_LONG)
            yield MailPiece("", _around(piece).encode("utf-8", "surrogateescape"))
            if not piece.is_multipart():
                name = shown_words(piece.get_filename() or "")
                suffix = f".{name.rsplit('.', 1)[1].casefold()}" if "." in name else ""
                kind = piece.get_content_type()
                yield MailPiece(name or kind, _content(piece), suffix or _TEXTS.get(kind, ""))
            elif piece.get_content_maintype() == "message" and _packing(piece) in _PACKED:
                yield MailPiece(piece.get_content_type(), _packed_mail(piece), ".eml")
        if any(piece.defects for piece in message.walk()):
            # Python's reader leaves out lines that it has no place for, and a mail program may show them.
            yield MailPiece("", data)
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError, MessageError):
        raise UnreadableMailError from None


def _around(piece: Message) -> str:
    """Headers as they lie there and as they are shown, and what stands before and behind the pieces."""
    raw = [f"{name}: {value}" for name, value in piece.raw_items()]
    if sum(map(len, raw)) > _MOST_HEADERS:
        raise UnreadableMailError(why=WhyUnread.TOO_LONG)
    shown = [shown_words(value) for _, value in piece.raw_items()]
    said = [shown_words(value) for header in _WITH_PARAMETERS for value in _parameters(piece, header)]
    return "\n".join([*raw, *shown, *said, piece.preamble or "", piece.epilogue or ""])


def _parameters(piece: Message, header: str) -> Iterator[str]:
    """What stands behind the kind, such as the names of files: in pieces, and in encodings of its own."""
    for _, value in piece.get_params([], header):
        yield collapse_rfc2231_value(value)


def _packing(piece: Message) -> str:
    """How it was packed; what stands behind it, a comment or a blank, keeps nobody from showing the text."""
    told = _TOKEN.match(str(piece.get("content-transfer-encoding", "")))
    return told[1].lower() if told else ""


def _packed_mail(piece: Message) -> bytes:
    """A message in the message that was packed as a file is: Python's reader took the packed lines for it."""
    lines = io.BytesIO()
    for inner in piece.get_payload():
        if isinstance(inner, Message):
            BytesGenerator(lines, mangle_from_=False, maxheaderlen=0).flatten(inner)
    whole = Message()
    whole["content-transfer-encoding"] = _packing(piece)
    whole.set_payload(lines.getvalue().decode("ascii", "surrogateescape"))
    content = whole.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _content(piece: Message) -> bytes:
    if packing := _packing(piece):
        piece.replace_header("content-transfer-encoding", packing)
    content = piece.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    charset = str(piece.get_content_charset("utf-8"))
    if piece.get_content_maintype() != "text" or charset in ("utf-8", "us-ascii"):
        return content
    return content.decode(charset, "replace").encode("utf-8", "replace")
