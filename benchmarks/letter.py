"""How long the letter takes: its printed pages, and writing on a long one.

    python benchmarks/letter.py

Pages: from a change to the PDF of the letter with 402 names, against LibreOffice's own conversion of the same
file in the same run.
Writing: a letter of 430 paragraphs is loaded, typed on and saved; the letter with 402 names is read for one
recipient after another.

What is wanted stands beside each figure. The exit status is always 0: a benchmark informs, tests decide.
"""

import datetime as dt
import itertools
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest  # noqa: E402 - found by the path above
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop_app.bootstrap import Program, bootstrap  # noqa: E402
from desktop_app.domain.recipient import Recipient  # noqa: E402
from desktop_app.domain.writing import Block, PieceKind  # noqa: E402
from desktop_app.files import libreoffice  # noqa: E402
from desktop_app.files.letter_editor import LetterFile  # noqa: E402
from desktop_app.services.addressing import choose_for  # noqa: E402
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign  # noqa: E402
from desktop_app.services.previewing import MEMORY, Previewer  # noqa: E402
from desktop_app.services.reading_letters import LetterReader  # noqa: E402
from desktop_app.services.writing import Writing  # noqa: E402
from desktop_app.ui import theme  # noqa: E402
from desktop_app.ui.writing.writer import Writer  # noqa: E402

ROUNDS = 5
PARAGRAPHS = 430
KEYS = 200
SAVES = 9
TEXT = "the people of the northern littoral are waiting for an answer "
WANTED_PREVIEW = 1.3
WANTED_LOAD, WANTED_KEY, WANTED_SAVE, WANTED_READ = 700.0, 2.0, 50.0, 50.0
"""Milliseconds."""


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1_000


def report(name: str, found: float, wanted: float, unit: str = "ms") -> None:
    """One line: what was found, what is wanted."""
    met = "met" if found <= wanted else "NOT MET"
    print(f"    {name:46}{found:9.2f} {unit}, wanted {wanted:g}: {met}")


# Pages


def measure_preview(opened: OpenCampaign, recipients: tuple[Recipient, ...], program: Program) -> None:
    """Ours and LibreOffice's own, in turn; both begin with a profile that is there already."""
    found = libreoffice.program()
    if found is None:
        print("pages: LibreOffice is not there")
        return
    previewer = Previewer(program.reference)
    recipient = recipients[0]
    document = LetterReader(opened, program.reference).document(recipient)

    def ours() -> None:
        pages = previewer.steps(opened, recipient, masked=True)
        for _ in pages:
            pass

    with TemporaryDirectory(prefix="undersigned-bench-") as made:

        def theirs() -> None:
            Path(made, "letter.docx").write_bytes(document)
            process = libreoffice.start(found, Path(made), "pdf", ["letter.docx"], memory=MEMORY)
            process.wait()

        ours()
        theirs()
        rounds = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    previewer.close()
    print("pages of the letter with 402 names:")
    print(f"    {'ours':46}{statistics.median(ours for ours, _ in rounds):9.0f} ms")
    print(f"    {'LibreOffice by itself':46}{statistics.median(theirs for _, theirs in rounds):9.0f} ms")
    ratio = statistics.median(ours / theirs for ours, theirs in rounds)
    report("ratio, median of the rounds", ratio, WANTED_PREVIEW, "x ")


# Writing


def long_blocks(letter: LetterFile) -> tuple[Block, ...]:
    """The letter's running text again and again, in as many paragraphs as are wanted."""
    running = [
        block
        for block in letter.blocks
        if block.text.strip()
        and not any(piece.kind in (PieceKind.BLOCK, PieceKind.KEPT) for piece in block.pieces)
        and "{{ signatories }}" not in block.text
    ]
    # Cut to a few lines each: 430 paragraphs are thirteen pages.
    short = [replace(block, source=None, pieces=block.pieces[:1]) for block in running]
    more = itertools.islice(itertools.cycle(short), PARAGRAPHS - len(letter.blocks))
    return (*letter.blocks, *more)


def make_long(folder: Path) -> None:
    """Have the campaign's letter be a long one."""
    path = folder / "letter.docx"
    letter = LetterFile(path.read_bytes(), path.name)
    path.write_bytes(letter.written(long_blocks(letter), letter.notes))


def measure_writing(app: QApplication, opened: OpenCampaign) -> None:
    """Load the long letter, type in the middle of it, save it."""
    make_long(opened.folder)
    writer = Writer(lambda _kind, text: text)
    writer.resize(700, 900)
    writer.show()
    app.processEvents()

    def load() -> Writing:
        writing = Writing(opened, "en", set())
        writer.show_letter(writing.letter)
        app.processEvents()
        return writing

    loads = [timed(load) for _ in range(ROUNDS)]
    writing = load()
    blocks = writer.document().blockCount()
    writer.stand_at(writer.document().findBlockByNumber(blocks // 2).position() + 3)

    def type_key(sign: str) -> None:
        QTest.keyClicks(writer, sign)
        app.processEvents()

    keys = [timed(partial(type_key, sign)) for sign in itertools.islice(itertools.cycle(TEXT), KEYS)]
    print(f"\na letter of {blocks} paragraphs, {len(writing.letter.notes)} of them with notes:")
    report("read and shown", statistics.median(loads), WANTED_LOAD)
    report("a key, median", statistics.median(keys), WANTED_KEY)
    report("saved after a change", statistics.median(save_times(writer, writing)), WANTED_SAVE)


def save_times(writer: Writer, writing: Writing) -> Iterator[float]:
    """The first save puts the letter that was there by, and counts apart."""
    now = dt.datetime(2024, 2, 1, tzinfo=dt.UTC)
    notes = writing.letter.notes
    for at in range(SAVES):
        QTest.keyClicks(writer, "x")
        spent = timed(lambda: writing.save(writer.blocks, notes, (), now))
        if at:
            yield spent


def measure_reading(opened: OpenCampaign, recipients: tuple[Recipient, ...], program: Program) -> None:
    """The letter with 402 names, merged and read for one recipient after another."""
    english = [recipient for recipient in recipients if recipient.language == "en"]
    reader = LetterReader(opened, program.reference)
    first = timed(lambda: reader.read(english[0]))
    after = [timed(partial(reader.read, one)) for one in english[1:]]
    print("\nthe letter with 402 names, read for a recipient:")
    print(f"    {'the first':46}{first:9.2f} ms")
    report("each one after", statistics.median(after), WANTED_READ)


def main() -> None:
    """Measure all."""
    app = QApplication([])
    theme.dress(app)
    program = bootstrap()
    with TemporaryDirectory(prefix="undersigned-bench-") as made:
        folder = Path(made) / "sample"
        make_campaign(program.templates, folder, sample=True)
        opened = open_campaign(folder)
        chosen = choose_for(folder, opened.campaign, opened.campaign.request, program.reference)
        measure_preview(opened, chosen.recipients, program)
        measure_reading(opened, chosen.recipients, program)
        measure_writing(app, opened)


if __name__ == "__main__":
    main()
