"""How long 193 letters take as PDF, against one plain ``soffice --convert-to`` a core over the same files.

    python benchmarks/pdf.py [--letters 193] [--rounds 3]

The plain conversion has a warm profile for each core, and all are measured in turn in one run. Figures are
medians, by the clock and, where the system counts it, by the processor: a busy machine slows the clock alone.
The name check is timed apart. Every PDF is checked by qpdf, where that is there, and read again by pikepdf.
The exit status is always 0: a benchmark informs, tests decide.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.merge import merge_and_write
from benchmarks.workload import LANGUAGE, Workload, make_workload
from desktop_app.bootstrap import bootstrap
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.withheld import forms_of
from desktop_app.files import libreoffice
from desktop_app.files.office_pdfs import FILTER, cores, made_pdfs
from desktop_app.services.guarding import Guard

NAMES = 378
_ACTS = ("plain", "plain, PDF/A", "ours", "name check")
_WANTED = (
    ("ours", "plain", "conversion and cleaning, x plain", 1.1),
    ("name check", "ours", "name check, x conversion and cleaning", 0.5),
)


def plain(documents: Sequence[Path], folder: Path, profiles: Path, to: str) -> None:
    """One ``soffice --convert-to`` for each core, each with its share of the files."""
    found = libreoffice.program()
    if found is None:
        raise SystemExit("LibreOffice is not there")
    running = []
    for at in range(cores()):
        profile = f"-env:UserInstallation={(profiles / str(at)).as_uri()}"
        share = [str(path) for path in documents[at :: cores()]]
        if share:
            command = [found, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *share]
            running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    for process in running:
        process.wait()
    missing = [path.name for path in documents if not (folder / f"{path.stem}.pdf").exists()]
    assert not missing, f"not converted: {missing[:3]}"


def ours(documents: Sequence[Path], folder: Path, title: str) -> None:
    """Conversion and cleaning as an export does them."""
    from desktop_app.files.pdf_scrub import scrubbed

    for ready in made_pdfs(documents, folder):
        if ready is not None:
            number, path = ready
            (folder / f"{documents[number].stem}.pdf").write_bytes(
                scrubbed(path, title=title, language=LANGUAGE)
            )


def guarded(work: Workload, paths: Sequence[Path]) -> None:
    """The name check."""
    printed = printed_names(work.opened.signatories)
    texts = [*printed, work.opened.draft(LANGUAGE).text]
    guard = Guard(forms_of(work.opened.signatories, texts), printed, letters=True)
    steps = guard.search(paths, [path.name for path in paths])
    while True:
        try:
            next(steps)
        except StopIteration as end:
            search = end.value
            break
    assert not search.certain, "the name check found a name"
    assert not [*search.unread, *search.faults], "the name check found something else"


def sound(paths: Sequence[Path]) -> int:
    """How many qpdf finds sound and pikepdf reads as PDF/A-2b."""
    qpdf = shutil.which("qpdf")
    good = 0
    for path in paths:
        with pikepdf.open(path) as pdf:
            archival = pdf.open_metadata().pdfa_status == "2B"
        checked = (
            qpdf is None
            or subprocess.run([qpdf, "--check", str(path)], capture_output=True, check=False).returncode == 0
        )
        good += archival and checked
    return good


def processor() -> float:
    """Seconds that this process and all that it has waited for have worked."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(act: Callable[[Path], object], keep: Path | None = None) -> tuple[float, float]:
    """Seconds by the clock and by the processor that ``act`` takes in an empty folder.

    Its PDFs are kept where ``keep`` says.
    """
    folder = Path(tempfile.mkdtemp(prefix="undersigned-bench-"))
    try:
        start, worked = time.perf_counter(), processor()
        act(folder)
        seconds = time.perf_counter() - start, processor() - worked
        for path in folder.glob("*.pdf") if keep else ():
            shutil.move(path, keep / path.name)  # type: ignore[operator]
    finally:
        shutil.rmtree(folder)
    return seconds


def measure(work: Workload, place: Path, rounds: int) -> None:
    """Measure and print."""
    documents = place / "letters"
    kept, profiles = place / "kept", place / "profiles"
    for folder in (documents, kept, profiles):
        folder.mkdir()
    merge_and_write(work, documents)
    paths = sorted(documents.iterdir())
    title = work.opened.campaign.title
    plain(paths[: cores()], Path(tempfile.mkdtemp(dir=place)), profiles, "pdf")  # warms the profiles
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in _ACTS}
    for _ in range(rounds):
        taken["plain"].append(timed(lambda folder: plain(paths, folder, profiles, "pdf")))
        taken["plain, PDF/A"].append(timed(lambda folder: plain(paths, folder, profiles, FILTER)))
        taken["ours"].append(timed(lambda folder: ours(paths, folder, title), kept))
        made = sorted(kept.iterdir())
        taken["name check"].append(timed(lambda _, made=made: guarded(work, made)))  # type: ignore[misc]
    print(f"{len(paths)} letters of {work.counted.named} names, {cores()} cores; seconds in all:")
    for at, by in enumerate(("clock", "processor")):
        print(f"by the {by}")
        for name, both in taken.items():
            seconds = [one[at] for one in both]
            each = ", ".join(f"{s:.1f}" for s in seconds)
            print(f"    {name:14}{statistics.median(seconds):8.1f}   ({each})")
        for name, of, what, most in _WANTED:
            ratio = statistics.median(
                a[at] / b[at] for a, b in zip(taken[name], taken[of], strict=True) if b[at]
            )
            print(f"    {what}: {ratio:.2f}, wanted at most {most}: {'met' if ratio <= most else 'NOT MET'}")
    sizes = [path.stat().st_size for path in made]
    print(f"{sound(made)} of {len(made)} sound and PDF/A-2b; {sum(sizes) // len(sizes):,} bytes each")


def main() -> None:
    """Measure as many letters as asked for."""
    arguments = argparse.ArgumentParser(description="Measure how long letters take as PDF.")
    arguments.add_argument("--letters", type=int, default=193)
    arguments.add_argument("--rounds", type=int, default=3)
    asked = arguments.parse_args()
    program = bootstrap()
    with tempfile.TemporaryDirectory(prefix="undersigned-bench-") as folder:
        place = Path(folder)
        work = make_workload("PDF", NAMES, place / "campaign", program.templates, program.reference)
        chosen = replace(work.chosen, recipients=work.chosen.recipients[: asked.letters])
        measure(replace(work, chosen=chosen), place, asked.rounds)


if __name__ == "__main__":
    main()
