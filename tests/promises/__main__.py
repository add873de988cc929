"""Check what is promised: ``python3 dev.py promises [P4 P9] [--full] [--write]``."""

import argparse
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from promises.all_promises import PROMISES
from promises.kept import Outcome, Promise, Size
from promises.table import with_outcome

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "promises.md"


def main(arguments: list[str]) -> int:
    """Check them; 1 if one is broken."""
    known = {promise.number: promise for promise in PROMISES}
    parser = argparse.ArgumentParser(prog="dev.py promises", description="Check what is promised.")
    parser.add_argument(
        "numbers", nargs="*", metavar="P", help=f"of {', '.join(known)}; all if none is given"
    )
    parser.add_argument("--full", action="store_true", help="as many cases as a release takes: hours")
    parser.add_argument("--tests", action="store_true", help="as few cases as the tests take")
    parser.add_argument("--write", action="store_true", help="write what was found to docs/promises.md")
    wanted = parser.parse_args(arguments)
    unknown = [number for number in wanted.numbers if number not in known]
    if unknown:
        parser.error(f"no promise has the number {', '.join(unknown)}; there are {', '.join(known)}")
    size = Size.FULL if wanted.full else Size.TESTS if wanted.tests else Size.SHORT
    broken = 0
    for promise in [known[number] for number in wanted.numbers] or PROMISES:
        outcome = _checked(promise, size)
        broken += bool(outcome.faults)
        if wanted.write and size is not Size.TESTS:
            page = _PAGE.read_text("utf-8")
            _PAGE.write_text(with_outcome(page, promise, size, outcome, datetime.now(UTC).date()), "utf-8")
    return 1 if broken else 0


def _checked(promise: Promise, size: Size) -> Outcome:
    print(f"{promise.number}: {promise.says}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        outcome = promise.check(promise.cases[size], Path(folder))
    took = time.monotonic() - began
    print(f"   {'BROKEN' if outcome.faults else 'kept'}: {outcome.figure} ({took:.0f} s)")
    for line in (*outcome.faults[:20], *([f"not checked: {outcome.left_out}"] if outcome.left_out else [])):
        print(f"   {line}")
    sys.stdout.flush()
    return outcome


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("UNDERSIGNED_PASSWORD", None)
    sys.exit(main(sys.argv[1:]))
