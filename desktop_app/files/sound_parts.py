"""Whether parts of finished files are well-formed; what is alike in many letters is parsed once."""

from collections.abc import Iterable, Sequence

from desktop_app.files.finished_docx import is_well_formed
from desktop_app.files.part import Part
from desktop_app.files.text_unlike import alike_at_ends


class SoundParts:
    """Remembers the parts that were well-formed."""

    def __init__(self) -> None:
        self._parsed: dict[str, Sequence[bytes]] = {}
        self._balanced: dict[bytes, bool] = {}

    def has(self, part: Part, stretches: Sequence[bytes]) -> bool:
        """Whether a part is one of them.

        It is parsed whole, unless it differs from one that was only in paragraphs that are each well-formed
        in themselves: then it is as that one is.
        """
        parsed = self._parsed.get(part.own_name, ())
        if parsed:
            begin, end = alike_at_ends(parsed, stretches)
            differing = (*parsed[begin : len(parsed) - end], *stretches[begin : len(stretches) - end])
            if self.are_balanced(differing, part.mark):
                return True
        if not is_well_formed(part.raw):
            return False
        self._parsed[part.own_name] = stretches
        return True

    def are_balanced(self, stretches: Iterable[bytes], mark: bytes) -> bool:
        """Whether stretches are each well-formed in themselves: a part is as it was without them.

        Args:
            stretches: Each without the mark that it ends with.
            mark: That mark.
        """
        return all(self._is_balanced(stretch + mark) for stretch in stretches)

    def _is_balanced(self, stretch: bytes) -> bool:
        balanced = self._balanced.get(stretch)
        if balanced is None:
            balanced = self._balanced[stretch] = is_well_formed(b"<x>" + stretch + b"</x>")
        return balanced
