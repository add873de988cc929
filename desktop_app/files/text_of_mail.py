"""What an e-mail holds, piece by piece: headers, texts and attachments, decoded as a mail program shows them.

The guard's own reader. It shares no code with the module that writes drafts.
"""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from desktop_app.files.unreadable import UnreadableError

_TEXTS = {"text/plain": ".txt", "text/html": ".html"}


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
    message: EmailMessage = email.message_from_bytes(data, policy=email.policy.default)
    try:
        for piece in message.walk():
            yield MailPiece("", _around(piece).encode("utf-8", "surrogateescape"))
            if not piece.is_multipart():
                name = piece.get_filename() or ""
                suffix = f".{name.rsplit('.', 1)[1].casefold()}" if "." in name else ""
                kind = piece.get_content_type()
                yield MailPiece(name or kind, _content(piece), suffix or _TEXTS.get(kind, ""))
    except (LookupError, ValueError, AttributeError, TypeError):
        raise UnreadableMailError from None


def _around(piece: EmailMessage) -> str:
    """Headers as they lie there and as they are shown, and what stands before and behind the pieces."""
    raw = [f"{name}: {value}" for name, value in piece.raw_items()]
    shown = [str(value) for value in piece.values()]
    return "\n".join([*raw, *shown, piece.preamble or "", piece.epilogue or "", piece.get_filename() or ""])


def _content(piece: EmailMessage) -> bytes:
    content = piece.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    charset = piece.get_content_charset("utf-8")
    if piece.get_content_maintype() != "text" or charset in ("utf-8", "us-ascii"):
        return content
    return content.decode(charset, "replace").encode("utf-8", "replace")
