"""What of a part differs from one of another file that was searched before it, stretch by stretch.

The guard's own. It shares no code with the modules that write letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop_app.files.part import Part
from desktop_app.files.text_unlike import alike_bytes

_Seen = TypeVar("_Seen")
_FEWEST, _MOST, _PARTS = 1 << 16, 4 << 20, 4
"""Bytes of a part that is worth comparing, of one that is kept, and how many are."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """Two parts that begin and end alike.

    Attributes:
        old: Stretches of the first between what is alike.
        new: Those of the second.
        raw: The second.
        begin: Where the bytes end that both begin with; a stretch ends there.
        end: Where the bytes begin that both end with: behind a stretch.
        mark: What stands between stretches.
    """

    old: list[bytes]
    new: list[bytes]
    raw: bytes
    begin: int
    end: int
    mark: bytes

    def before(self) -> Iterator[bytes]:
        """The stretches that both begin with, from the last."""
        end = self.begin - len(self.mark)
        while end >= 0:
            start = self.raw.rfind(self.mark, 0, end)
            yield self.raw[start + len(self.mark) if start >= 0 else 0 : end]
            end = start

    def behind(self) -> Iterator[bytes]:
        """The stretches that both end with, from the first."""
        start = self.end
        while start <= len(self.raw):
            end = self.raw.find(self.mark, start)
            yield self.raw[start : end if end >= 0 else len(self.raw)]
            start = end + len(self.mark) if end >= 0 else len(self.raw) + 1


@dataclass(slots=True)
class LastParts(Generic[_Seen]):
    """Keeps the last large part of each name, and what was seen in it."""

    _kept: dict[str, tuple[Part, _Seen]] = field(default_factory=dict)

    def keep(self, part: Part, seen: _Seen) -> None:
        """Keep a part that was searched, if it is one of a kind that is worth it."""
        large = _FEWEST < len(part.raw) <= _MOST
        if large and part.mark and (part.own_name in self._kept or len(self._kept) < _PARTS):
            self._kept[part.own_name] = part, seen

    def unlike(self, part: Part) -> tuple[Unlike, _Seen] | None:
        """How a part differs from the last of its name, and what was seen in that; None where all may."""
        if part.own_name not in self._kept or len(part.raw) <= _FEWEST:
            return None
        kept, seen = self._kept[part.own_name]
        apart = _unlike(kept, part)
        return (apart, seen) if apart else None


def _unlike(old: Part, new: Part) -> Unlike | None:
    """How two parts differ; None for parts that are not cut at the same marks, or not alike at both ends."""
    mark = old.mark
    if not mark or mark != new.mark:
        return None
    begin, end = alike_bytes(old.raw, new.raw)
    begin = new.raw.rfind(mark, 0, begin) + len(mark)
    behind = new.raw.find(mark, len(new.raw) - end)
    if begin < len(mark) or behind < 0:
        return None
    behind = max(begin, behind + len(mark))
    last = len(old.raw) - (len(new.raw) - behind)
    return Unlike(
        _between(old.raw, begin, last, mark),
        _between(new.raw, begin, behind, mark),
        new.raw,
        begin,
        behind,
        mark,
    )


def _between(raw: bytes, begin: int, end: int, mark: bytes) -> list[bytes]:
    return raw[begin:end].split(mark)[:-1]
