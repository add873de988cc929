"""How long each part of a long job takes."""

import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stopwatch:
    """Seconds by what was done; each time is added to what ``add`` names."""

    seconds: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(("merge", "write", "guard", "convert"), 0.0)
    )
    _since: float = field(default_factory=time.perf_counter)

    def restart(self) -> None:
        """Forget what went by since the last ``add``."""
        self._since = time.perf_counter()

    def add(self, what: str) -> None:
        """What went by was this."""
        now = time.perf_counter()
        self.seconds[what] += now - self._since
        self._since = now
