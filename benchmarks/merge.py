"""How long 193 letters take, against a plain docxtpl loop and against the bare compression of the same bytes.

    python benchmarks/merge.py [W1|W3|all]

W1 has 378 names, W3 has 5,000. Everything is measured in one run and in turn, so that a busy machine
slows all alike; figures are medians. The exit status is always 0: a benchmark informs, tests decide.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.plain_docxtpl import PlainLoop
from benchmarks.workload import LANGUAGE, Workload, make_workload
from desktop_app.bootstrap import bootstrap
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.sorting import sort_key
from desktop_app.services.exporting import Export, export
from desktop_app.services.merging import Material, Merge

ROOT = Path(__file__).resolve().parents[1]
WORKLOADS = {"W1": 378, "W3": 5_000}
ROUNDS = 3
TARGETS: Mapping[str, Mapping[str, float]] = {
    "W1": {"merge + write": 1 / 40, "whole export": 1 / 6, "guard": 1 / 8},
    "W3": {"merge + write": 1 / 150},
}
"""Shares of the docxtpl loop's time that we want to stay under.

The guard shall take less than 2 ms a letter where that loop takes 16, as it did where we measured first.
"""

Seconds = dict[str, float]


def merge_and_write(work: Workload, folder: Path) -> None:
    """Our merge from the draft on disk to written files, set-up included."""
    opened = work.in_order
    draft = opened.draft(LANGUAGE)
    merge = Merge(Material(opened.campaign, LANGUAGE, draft, work.ordered, work.counted), work.reference)
    for recipient in work.chosen.recipients:
        (folder / f"{recipient.iso3}.docx").write_bytes(merge.document(recipient))


def whole_export(work: Workload, folder: Path) -> Export:
    """All that ``undersigned export`` does once the list is read and the recipients are chosen."""
    steps = export(work.opened, work.chosen, work.reference, out=folder / "out")
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Export = end.value
            return made


def deflate_and_write(bodies: Mapping[str, bytes], folder: Path) -> None:
    """The least that compressing every letter by itself takes: its body, nothing else."""
    for name, body in bodies.items():
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        (folder / name).write_bytes(deflate.compress(body) + deflate.flush())


def write_only(files: Mapping[str, bytes], folder: Path) -> None:
    """The least that any program takes which leaves these files behind."""
    for name, data in files.items():
        (folder / name).write_bytes(data)


def timed(act: Callable[[Path], object]) -> float:
    """Seconds that ``act`` takes in an empty folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="undersigned-bench-"))
    try:
        start = time.perf_counter()
        act(folder)
        return time.perf_counter() - start
    finally:
        shutil.rmtree(folder)


def measure(work: Workload, folder: Path) -> None:
    """Measure one workload and print what came out."""
    loop = PlainLoop(work, folder / "loops.docx")
    ours, theirs = folder / "ours", folder / "theirs"
    for made in (ours, theirs):
        made.mkdir()
    merge_and_write(work, ours)
    loop.write(work, theirs)
    check_same_names(work, ours, theirs)
    files = {path.name: path.read_bytes() for path in sorted(ours.iterdir())}
    bodies = {name: body_of(ours / name) for name in files}
    guard: list[float] = []

    def run_export(target: Path) -> None:
        guard.append(whole_export(work, target).seconds["guard"])

    acts: dict[str, Callable[[Path], object]] = {
        "docxtpl loop": lambda target: loop.write(work, target),
        "merge + write": lambda target: merge_and_write(work, target),
        "whole export": run_export,
        "deflate 6 + write": lambda target: deflate_and_write(bodies, target),
        "plain write": lambda target: write_only(files, target),
    }
    rounds = [{name: timed(act) for name, act in acts.items()} for _ in range(ROUNDS)]
    for taken, seconds in zip(rounds, guard, strict=True):
        taken["guard"] = seconds
    sizes = [sum(len(data) for data in files.values()), sum(p.stat().st_size for p in theirs.iterdir())]
    report(work, rounds, sizes)


def check_same_names(work: Workload, ours: Path, theirs: Path) -> None:
    """Both ways must have written the whole list, or their times say nothing."""
    name = f"{work.chosen.recipients[0].iso3}.docx"
    lines = {f">{one.name.replace('&', '&amp;')}<" for top in work.ordered for one in (top, *top.members)}
    for folder in (ours, theirs):
        body = body_of(folder / name).decode()
        assert not [line for line in lines if line not in body], f"{folder.name}: names are missing"


def body_of(path: Path) -> bytes:
    """``word/document.xml`` of a letter."""
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml")


def report(work: Workload, rounds: list[Seconds], sizes: list[int]) -> None:
    """Print milliseconds a letter, ratios within each round, and which targets are met."""
    letters = len(work.chosen.recipients)
    print(
        f"\n{work.name}: {letters} letters, {work.counted.named:,} names, {work.counted.anonymous} withheld;"
    )
    print(f"    bytes a file: {sizes[0] // letters:,} ours, {sizes[1] // letters:,} docxtpl's")
    print(f"{'':20}{'ms a letter':>12}{'x docxtpl':>12}{'x deflate 6':>12}")
    ratios: Seconds = {}
    for name in rounds[0]:
        ms = statistics.median(r[name] for r in rounds) / letters * 1_000
        ratios[name] = statistics.median(r[name] / r["docxtpl loop"] for r in rounds)
        limit = statistics.median(r[name] / r["deflate 6 + write"] for r in rounds)
        print(f"{name:20}{ms:12.3f}{ratios[name]:12.4f}{limit:12.2f}")
    for name, target in TARGETS[work.name].items():
        met = "met" if ratios[name] <= target else "NOT MET"
        print(f"    {name}: 1/{1 / ratios[name]:.0f} of the docxtpl loop, wanted 1/{1 / target:.0f}: {met}")


def warm_up() -> None:
    """What is paid once in a process stands apart, for it would weigh on whoever comes first."""
    language = LetterLanguage(LANGUAGE)
    firsts: dict[str, Callable[[], object]] = {
        "collation table": lambda: sort_key("Ansel", LANGUAGE),
        "number words": lambda: language.words(462),
    }
    print("paid once in a process, in ms:")
    for module in ("docxtpl", "num2words", "desktop_app.services.exporting"):
        print(f"    import {module:34}{import_seconds(module) * 1_000:8.0f}")
    for name, act in firsts.items():
        start = time.perf_counter()
        act()
        print(f"    {name:41}{(time.perf_counter() - start) * 1_000:8.0f}")


def import_seconds(module: str) -> float:
    """Seconds that importing a module takes in a new process, Python's own start not counted."""
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    """Measure the workloads asked for."""
    arguments = argparse.ArgumentParser(description="Measure how long 193 letters take.")
    arguments.add_argument("workload", nargs="?", default="all", choices=[*WORKLOADS, "all"])
    chosen: str = arguments.parse_args().workload
    program = bootstrap()
    warm_up()
    for name in WORKLOADS if chosen == "all" else (chosen,):
        with tempfile.TemporaryDirectory(prefix="undersigned-bench-") as folder:
            place = Path(folder)
            names = WORKLOADS[name]
            work = make_workload(name, names, place / "campaign", program.templates, program.reference)
            measure(work, place)


if __name__ == "__main__":
    main()
