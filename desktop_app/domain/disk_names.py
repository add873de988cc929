"""Names of files as a disk has them, which may be in an encoding that the system does not expect.

Python has such bytes as halves of letters, which nobody can print, search or write.
"""

import re

_HALVES = re.compile("[\ud800-\udfff]")
_MOST_LIKELY = "cp1252"


def readable(name: str) -> str:
    """The name with a sign for each byte that is no letter."""
    return _HALVES.sub("\ufffd", name)


def other_readings(name: str) -> tuple[str, ...]:
    """What a name that is no text may be meant to be; of one that is text there is no other."""
    if not _HALVES.search(name):
        return ()
    try:
        return (name.encode("utf-8", "surrogateescape").decode(_MOST_LIKELY, "replace"),)
    except UnicodeError:  # halves that are Windows' own
        return ()
