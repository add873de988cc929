"""What was seen of runs that were cut short."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from services.cut_short import KILLED, Exports, Saves

_ENDS = {KILLED: "killed", 1: "refused", 0: "done"}


@dataclass(slots=True)
class Seen:
    """Collects it.

    Attributes:
        torn: How many runs left neither the old state nor the new one.
        faults: What else broke the promise as well, a line each.
        left_out: What could not be tried here.
    """

    torn: int = 0
    faults: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def end(self, on_command: Saves | Exports, ended: int, folder: Path, how: str) -> str:
        """How a run has ended, in words; its folder goes."""
        state = on_command.state(folder)
        told_true = ended == KILLED or (ended, state) in ((0, "new"), (1, "old"))
        if state not in ("old", "new"):
            self.torn += 1
        if state not in ("old", "new") or not told_true:
            self.faults.append(f"{how}: ended {ended}, {state}")
        shutil.rmtree(folder)
        return f"{_ENDS.get(ended, 'crashed')} and {state}"
