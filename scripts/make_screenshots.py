"""Pictures of the window for the README and the guide, drawn from the sample, in light and dark.

    python -m scripts.make_screenshots [FOLDER]

Nothing is photographed: the window draws itself without a screen. The default folder is docs/guide/pictures.
"""

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANGUAGE", "en")

from PIL import Image
from PySide6.QtCore import QBuffer, QElapsedTimer, QIODevice, QSettings, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.services.opening import make_campaign
from desktop_app.ui import theme
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.side_bar import Page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "guide" / "pictures"
LETTER = ROOT / "tests" / "data" / "letters" / "harder" / "en07_bank_list_before_footnotes.txt"
_COLOURS = 96
_SETTLE = 1_500
"""Milliseconds for what a page puts off."""


def main(arguments: list[str]) -> int:
    """Draw all of them."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.dress(app)
    for look in (theme.Look.LIGHT, theme.Look.DARK):
        theme.wear(app, look)
        with tempfile.TemporaryDirectory() as work:
            for name, picture in _pictures(Path(work)):
                (folder / f"{name}-{look.value}.png").write_bytes(picture)
                print(f"{name}-{look.value}")
    return 0


def _pictures(work: Path) -> Iterator[tuple[str, bytes]]:
    program = bootstrap()
    campaign = work / "Orlavia"
    make_campaign(program.templates, campaign, sample=True)
    window = MainWindow(QSettings(str(work / "window.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 800)
    window.fill()
    window.furnish(program)
    window.show()
    yield "start", _drawn(window)
    window.open(campaign)
    for page in Page:
        window.show_page(page)
        yield page.value, _drawn(window)
    pages = window.pages
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("duplicates", lambda: _look_for_duplicates(window)),
        ("import", lambda: window.import_letter(LETTER)),
    )
    for name, step in steps:
        step()
        yield name, _drawn(window)
    pages.desk.put_away()
    window.close()


def _look_for_duplicates(window: MainWindow) -> None:
    window.pages.desk.steps.add([Signatory(0, "The Halbrisa Market Women", Disclosure.NAMED)])
    window.show_page(Page.SIGNATORIES)
    window.pages.lists.find_duplicates()


def _drawn(window: MainWindow) -> bytes:
    """What the window shows once it has done what it puts off, in few colours."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < _SETTLE:
        QThreadPool.globalInstance().waitForDone(50)
        QApplication.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    out = io.BytesIO()
    Image.open(io.BytesIO(buffer.data().data())).convert("RGB").quantize(_COLOURS).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
