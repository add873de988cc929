"""How the window looks: one palette and one short style sheet, both filled from the tokens."""

from dataclasses import asdict
from enum import Enum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.support import resources
from desktop_app.ui.tokens import DARK, LIGHT, Tokens

_BODY = 13
"""Pixels at 100 %, if the system asks for no larger text. All other sizes are ratios of it."""
_SIZES = {"title": 22, "section": 15, "side": 14, "body": 13, "caption": 12, "figure": 36, "figure-small": 24}


class Look(Enum):
    """Light or dark: as the system has it, unless somebody chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens() -> Tokens:
    """The colours that hold now."""
    return DARK if is_dark() else LIGHT


def is_dark() -> bool:
    """Whether it is dark now."""
    app = QGuiApplication.instance()
    asked = app.property("look") if app is not None else None
    if asked in (Look.LIGHT.value, Look.DARK.value):
        return bool(asked == Look.DARK.value)
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def wear(app: QApplication, look: Look) -> None:
    """Change between light and dark."""
    app.setProperty("look", look.value)
    _colour(app)


def dress(app: QApplication) -> None:
    """Give the program its look, and again whenever the system changes between light and dark."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font("body"))
    _colour(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _colour(app))


def font(kind: str, weight: int = 400) -> QFont:
    """The system's font in one of our sizes: ``title``, ``section``, ``body``, ``caption``, ``figure``."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(round(_base() * _SIZES[kind] / _BODY))
    made.setWeight(QFont.Weight(weight))
    return made


def letter_font(size: int) -> QFont:
    """The face of the letters, where it shows how something will print."""
    made = QFont(["Cambria", "Caladea", "Noto Serif", "serif"])
    made.setPixelSize(round(_base() * size / _BODY))
    return made


def colour(name: str) -> QColor:
    """A token's colour as it holds now."""
    return QColor(str(getattr(tokens(), name)))


def _base() -> int:
    app = QGuiApplication.instance()
    asked = app.property("textSize") if app is not None else None
    if isinstance(asked, int):
        return asked
    base = max(_BODY, QFontInfo(QGuiApplication.font()).pixelSize())
    if app is not None:
        app.setProperty("textSize", base)
    return base


def _colour(app: QApplication) -> None:
    now = tokens()
    app.setPalette(_palette(now))
    sheet = resources.path("resources/window.qss").read_text("utf-8")
    app.setStyleSheet(Template(sheet).substitute(asdict(now)))


def _palette(now: Tokens) -> QPalette:
    role, palette = QPalette.ColorRole, QPalette()
    for name, value in (
        (role.Window, now.ground),
        (role.WindowText, now.text),
        (role.Base, now.surface),
        (role.AlternateBase, now.sunken),
        (role.Text, now.text),
        (role.Button, now.surface),
        (role.ButtonText, now.text),
        (role.Highlight, now.tint),
        (role.HighlightedText, now.text),
        (role.Link, now.link),
        (role.PlaceholderText, now.text3),
        (role.Accent, now.accent),
        (role.ToolTipBase, now.surface),
        (role.ToolTipText, now.text),
        (role.Light, now.surface),
        (role.Midlight, now.line),
        (role.Mid, now.strong),
        (role.Dark, now.strong),
        (role.Shadow, now.shadow),
        (role.BrightText, now.on_accent),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(now.text3))
    return palette


def is_right_to_left() -> bool:
    """Whether the interface's language is written from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
