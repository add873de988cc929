"""What of a text differs from one that was searched before it: only there can anything new be.

The guard's own. It shares no code with the modules that write letters.
"""

from collections.abc import Sequence
from typing import TypeVar

_Texts = TypeVar("_Texts", bytes, str, tuple[str, str])


def alike_at_ends(old: Sequence[_Texts], new: Sequence[_Texts]) -> tuple[int, int]:
    """How many pieces two sequences begin with alike, and how many of the others they end with alike."""
    most = min(len(old), len(new))
    begin = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - begin) if old[-1 - at] != new[-1 - at]), most - begin)
    return begin, end


Line = tuple[str, str]
"""A line as it is compared, and with its apostrophes read as ends of words."""


def lines_unlike(old: Sequence[Line], new: Sequence[Line], reach: int) -> Sequence[Line]:
    """The lines in which all lies that runs over an end of a line and does not lie in the old lines as well.

    Args:
        old: Other lines.
        new: Lines that may differ from them.
        reach: Characters of the longest that is looked for.
    """
    begin, end = alike_at_ends(old, new)
    start, stop = begin, len(new) - end
    before = after = 0
    while start > 0 and before <= reach:
        start -= 1
        before += len(new[start][0]) + 1
    while stop < len(new) and after <= reach:
        after += len(new[stop][0]) + 1
        stop += 1
    return new[start:stop]


def bytes_unlike(old: bytes, new: bytes, reach: int) -> bytes:
    """The bytes in which all lies that does not lie in the old bytes as well, be it ``reach`` bytes long."""
    begin, end = alike_bytes(old, new)
    return new[max(0, begin - reach) : len(new) - end + reach]


def alike_bytes(old: bytes, new: bytes) -> tuple[int, int]:
    """How many bytes two texts begin with alike, and how many of the others they end with alike."""
    begin = _alike(old, new)
    return begin, _alike_backwards(old[begin:], new[begin:])


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes two begin with alike: halves are compared whole, for that is what is quick."""
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            most = middle - 1
    return known


def _alike_backwards(one: bytes, other: bytes) -> int:
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[len(one) - middle : len(one) - known] == other[len(other) - middle : len(other) - known]:
            known = middle
        else:
            most = middle - 1
    return known
