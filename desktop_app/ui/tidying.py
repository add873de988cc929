"""Reference circles are cleared up in the window's thread alone: Qt's objects must not end in another one."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000
"""Milliseconds."""


class Tidying(QObject):
    """Does what Python does by itself, in whatever thread it happens to be, while this lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_EVERY)
        timer.timeout.connect(tidy_up)
        timer.start()


def tidy_up() -> None:
    """Clear up what is due: what is new often, what has been there for long seldom."""
    for generation, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if count <= most:
            break
        gc.collect(generation)
