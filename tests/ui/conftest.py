"""What tests of the window share: its look, a campaign on the desk, no job left behind."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.bootstrap import Program, bootstrap
from desktop_app.services.opening import make_campaign
from desktop_app.ui import theme
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.tidying import Tidying, tidy_up

_PATIENCE = 60_000
"""Milliseconds."""
TODAY = dt.date(2024, 2, 1)


class PatientBot(QtBot):
    """Waits as long as a loaded machine takes; what is to come comes, and then nobody waits any longer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, _PATIENCE))

    def waitSignal(self, signal: object, *, timeout: int = _PATIENCE, **how: Any) -> Any:  # noqa: ANN401, N802
        return super().waitSignal(signal, timeout=max(timeout, _PATIENCE), **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 - made before it
    return PatientBot(request)


@pytest.fixture(scope="session")
def shipped() -> Program:
    """The program with its tables; its day is always the same."""
    return bootstrap(today=lambda: TODAY)


@pytest.fixture(scope="session", autouse=True)
def _dictionaries_stay() -> Iterator[None]:
    """A dictionary that one window has loaded is there for the windows of other tests."""
    try:
        import enchant
    except ImportError:
        yield
        return
    broker = enchant.Broker()
    with pytest.MonkeyPatch.context() as world:
        world.setattr(enchant, "Broker", lambda: broker)
        held = [
            broker.request_dict(tag) for tag in ("en_GB", "en_US", "fr", "es_ES") if broker.dict_exists(tag)
        ]
        yield
        held.clear()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    """Every test sees the window as people do, finds nothing copied, and leaves no work behind."""
    # The window of the test before is closed by now, but takes part in all that is drawn until it is gone.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QGuiApplication.clipboard().clear()
    if qapp.property("textSize") is None:
        theme.dress(qapp)
        Tidying(qapp)
    yield
    assert QThreadPool.globalInstance().waitForDone(60_000)
    tidy_up()


@pytest.fixture
def sample(shipped: Program, tmp_path: Path) -> Path:
    """The sample: 402 named signatories, 84 anonymous, three languages."""
    folder = tmp_path / "sample"
    make_campaign(shipped.templates, folder, sample=True)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """The window's settings, in a file of this test."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot: QtBot, shipped: Program, settings: QSettings) -> MainWindow:
    """The window, at the start."""
    made = MainWindow(settings)
    made.fill()
    made.furnish(shipped)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_sample(qtbot: QtBot, window: MainWindow, sample: Path) -> MainWindow:
    """The window with the sample in it, checked."""
    with qtbot.waitSignal(window.pages.desk.checker.checked, timeout=60_000):
        window.open(sample)
    return window


@pytest.fixture
def desk(open_sample: MainWindow) -> Desk:
    """The desk with the sample on it."""
    return open_sample.pages.desk
