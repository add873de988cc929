"""Why a file, or a part of one, could not be read when withheld names were searched for."""

from enum import StrEnum


class WhyUnread(StrEnum):
    """What keeps anybody from saying what is in it."""

    MISSING = "missing"
    LOCKED = "locked"
    """It may not be read, or another program holds it."""
    NO_FILE = "no-file"
    """A pipe or a device."""
    LEADS_BACK = "leads-back"
    """A link to a folder that it lies in."""
    EMPTY = "empty"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too-large"
    TOO_LONG = "too-long"
    """It takes too much time or memory."""
    STOPPED = "stopped"
    """Its reader came to a bad end, as nothing in order makes it."""
    OLD_OFFICE = "old-office"
    PICTURE = "picture"
    PICTURE_PAGES = "picture-pages"
    FONTS = "fonts"
    """A PDF whose fonts do not say which letters they draw."""
    UNKNOWN_KIND = "unknown-kind"
    UNUSUAL = "unusual"
    """It is written as no ordinary program writes it."""
    OLD_ENCODING = "old-encoding"
    """Text that is no UTF-8 and does not say in which of a hundred encodings it is."""
    NESTED = "nested"
    DELETED = "deleted"
    """Something that was deleted from a package lies in it still."""


class UnreadableError(Exception):
    """A file or a part that cannot be read, so that nobody can say what is in it.

    Args:
        part: Of the file; empty for all of it.
        why: The reason.
    """

    def __init__(self, part: str = "", why: WhyUnread = WhyUnread.DAMAGED) -> None:
        super().__init__(part, why)
        self.part = part
        self.why = why
