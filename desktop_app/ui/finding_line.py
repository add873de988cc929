"""One line that says what was found, and at most two ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.reporting import Severity
from desktop_app.ui import kit
from desktop_app.ui.flow import Flow

LOOKS = {
    "danger": "octagon-alert",
    "warn": "triangle-alert",
    "ok": "circle-check",
    "info": "info",
}
KIND_OF = {Severity.ERROR: "danger", Severity.WARNING: "warn", Severity.NOTE: "info"}

_BESIDE = 2
"""Links that stand beside a sentence; more of them would leave it no room."""

Link = tuple[str, Callable[[], object]]


class FindingLine(QFrame):
    """An icon, one sentence and its links, on a ground that says how much it matters."""

    def __init__(
        self, kind: str, sentence: str, links: Sequence[Link] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        # As high as its words are at this width: a "maximum" would be that of a wider line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(sentence)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(kit.Icon(LOOKS[kind], "link" if kind == "info" else kind))
        words = kit.Text(sentence, wraps=True, weight=500)
        if len(links) > _BESIDE:
            ways = Flow()
            for text, way in links:
                ways.addWidget(kit.button(text, "link", pressed=way))
            layout.addLayout(kit.column(words, ways, spacing=0), 1)
            return
        layout.addWidget(words, 1)
        for text, way in links:
            layout.addWidget(kit.button(text, "link", pressed=way))
