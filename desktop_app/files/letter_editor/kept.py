"""What a writer does not see of a letter: kept as it is, under a key."""

import copy
from collections.abc import Sequence

from lxml import etree


class Kept:
    """Elements by key. Run properties that are equal have one key, so that equal text stays in one piece."""

    def __init__(self) -> None:
        self._elements: list[tuple[etree._Element, ...]] = []
        self._runs: dict[bytes, int] = {}

    def put(self, elements: Sequence[etree._Element]) -> int:
        """Keep elements."""
        self._elements.append(tuple(elements))
        return len(self._elements) - 1

    def put_run(self, look: etree._Element) -> int:
        """Keep the properties of a run."""
        written = etree.tostring(look, method="c14n")
        if written not in self._runs:
            self._runs[written] = self.put([look])
        return self._runs[written]

    def copies(self, key: int | None) -> list[etree._Element]:
        """The elements once more; nothing for a key that was never given."""
        if key is None or not 0 <= key < len(self._elements):
            return []
        return [copy.deepcopy(element) for element in self._elements[key]]
