"""Exports a campaign whenever it is told to, in a process of its own that a tracer can take hold of.

Reads lines from standard input: a campaign's folder. For each it forks; the child says its number, and
exports as soon as a file ``go`` is in the folder. The formats may be given as arguments.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from services.letting_go import wait_to_be_let_go

from desktop_app.bootstrap import Program, bootstrap
from desktop_app.domain.reporting import ProblemError
from desktop_app.services.exporting_again import export_on_disk

FORMATS = ("docx", "html", "txt", "zip")
"""What is made if nothing else is asked for."""


def export(program: Program, folder: Path, formats: Sequence[str]) -> int:
    """Export: 0 done, 1 refused with a sentence, 2 anything else."""
    wait_to_be_let_go(folder)
    try:
        for _ in export_on_disk(folder, program.reference, formats=formats):
            pass
    except ProblemError:
        return 1
    except BaseException:  # noqa: BLE001 - whatever it is, the test shall hear of it
        return 2
    return 0


def main() -> None:
    """Fork once for each line; what an export imports was imported before."""
    program = bootstrap()
    formats = tuple(sys.argv[1:]) or FORMATS
    warm: Path | None = None
    for line in sys.stdin:
        folder = Path(line.rstrip("\n").partition("\t")[0])
        if warm is None:
            # What the first one reads and remembers is no part of those that are counted.
            warm = folder.with_name("warm")
            _copy(folder, warm)
            for _ in export_on_disk(warm, program.reference, formats=formats):
                pass
        child = os.fork()
        if child == 0:
            os._exit(export(program, folder, formats))
        _, status = os.waitpid(child, 0)
        print("ended", os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _copy(folder: Path, to: Path) -> None:
    to.mkdir()
    for path in folder.iterdir():
        (to / path.name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
