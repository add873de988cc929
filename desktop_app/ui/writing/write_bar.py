"""The tools over a text that is being written."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QPushButton

from desktop_app.domain.writing import Alignment
from desktop_app.files.letter_editor import ListKind, StyleLook
from desktop_app.support.i18n import N_, _
from desktop_app.ui import kit
from desktop_app.ui.choice import Choice
from desktop_app.ui.writing.spelling import Spelling
from desktop_app.ui.writing.writer import Writer
from desktop_app.wording.fields import FIELDS
from desktop_app.wording.spelling import of_missing

_STYLE_NAMES: Mapping[str, str] = {
    "normal": N_("Text"),
    "body text": N_("Text"),
    "title": N_("Title"),
    "subtitle": N_("Subtitle"),
    "heading 1": N_("Heading"),
    "heading 2": N_("Subheading"),
    "heading 3": N_("Small heading"),
    "list bullet": N_("Bullets"),
    "list number": N_("Numbers"),
    "list paragraph": N_("Item of a list"),
    "quote": N_("Quotation"),
    "salutation": N_("Salutation"),
    "closing": N_("Closing"),
    "signature": N_("Signature"),
    "date": N_("Date"),
}
"""Word's names of styles, in people's words; a letter's own names are shown as they are."""


class WriteBar(QFrame):
    """Over a ``Writer``.

    Signals:
        field_asked: Code of a field that shall be inserted.
        note_asked: A footnote shall be made at the cursor.
        link_asked: The chosen text shall lead somewhere.
    """

    field_asked = Signal(str)
    note_asked = Signal()
    link_asked = Signal()

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self._writer = writer
        self.styles = self._styles()
        self.marks = {
            name: self._tool(name, text, keys, partial(writer.mark, kind), checks=True)
            for name, kind, text, keys in (
                ("bold", "bold", _("Bold"), "Ctrl+B"),
                ("italic", "italic", _("Italic"), "Ctrl+I"),
                ("underline", "underlined", _("Underlined"), "Ctrl+U"),
            )
        }
        self.lists = {
            kind: self._tool(icon, text, keys, partial(writer.toggle_list, kind), checks=True)
            for kind, icon, text, keys in (
                (ListKind.BULLETS, "list", _("Bullets"), "Ctrl+Shift+8"),
                (ListKind.NUMBERS, "list-ordered", _("Numbers"), "Ctrl+Shift+7"),
            )
        }
        self.aligned = {
            alignment: self._tool(icon, text, keys, partial(self._align, alignment), checks=True)
            for alignment, icon, text, keys in (
                (Alignment.START, "text-align-start", _("Lines begin at the margin"), "Ctrl+Shift+L"),
                (Alignment.CENTRE, "text-align-center", _("Lines in the middle"), ""),
                (Alignment.END, "text-align-end", _("Lines end at the margin"), "Ctrl+Shift+R"),
                (Alignment.JUSTIFIED, "text-align-justify", _("Lines at both margins"), "Ctrl+J"),
            )
        }
        self.link = self._tool("link", _("Link"), "Ctrl+K", self.link_asked.emit)
        self.note = self._tool("superscript", _("Footnote"), "Ctrl+Alt+F", self.note_asked.emit)
        self.field = kit.button(_("Field"), "quiet", icon="braces")
        self.field.setToolTip(_("Put in something that the program fills in"))
        self.field_menu = QMenu(self)
        self.field.setMenu(self.field_menu)
        self._more = self._list_menu()
        self.spelling = kit.icon_button("spell-check", _("Check spelling"))
        self.spelling.setCheckable(True)
        self._lay_out()
        writer.moved.connect(self.show_place)

    def _styles(self) -> Choice:
        styles = Choice()
        styles.setAccessibleName(_("Style of the paragraph"))
        styles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        styles.setMinimumContentsLength(12)
        styles.activated.connect(lambda _at: self._writer.set_paragraph_style(styles.currentData()))
        return styles

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.styles)
        for group in (self.marks.values(), (*self.lists.values(), self._more), self.aligned.values()):
            layout.addSpacing(8)
            for tool in group:
                layout.addWidget(tool)
        layout.addSpacing(8)
        for tool in (self.link, self.note, self.field):
            layout.addWidget(tool)
        layout.addStretch(1)

    # What it shows

    def show_styles(self, styles: Sequence[StyleLook]) -> None:
        """Those of another letter."""
        self.styles.clear()
        for style in styles:
            self.styles.addItem(_name_of(style), style.key)
        self.show_place()

    def show_fields(self, values: Mapping[str, str]) -> None:
        """The fields that can be put in, each with what it prints, as far as anybody may see that."""
        self.field_menu.clear()
        groups: dict[str, QMenu] = {}
        titles = {
            "letter": _("Letter"),
            "recipient": _("Recipient"),
            "signatories": _("Signatories"),
            "petition": _("Petition"),
            "signature": _("Signatures and contacts"),
            "contacts": _("Signatures and contacts"),
        }
        for code, name in FIELDS.items():
            title = titles[code.partition(".")[0]]
            if title not in groups:
                groups[title] = self.field_menu.addMenu(title)
            value = " ".join(values.get(code, "").split())
            shown = f"{_(name)}\t{value[:40]}" if value else _(name)
            action = groups[title].addAction(shown.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, code=code: self.field_asked.emit(code))

    def show_place(self) -> None:
        """Which tools hold where the cursor stands."""
        writer = self._writer
        if writer.is_empty:
            return
        block, piece = writer.block, writer.piece
        self.styles.setCurrentIndex(max(0, self.styles.findData(block.style or writer.letter.styles.usual)))
        for name, on in (("bold", piece.bold), ("italic", piece.italic), ("underline", piece.underlined)):
            self.marks[name].setChecked(on)
        kind = writer.letter.lists.kind_of(block.list, block.level) if block.list else None
        for one, tool in self.lists.items():
            tool.setChecked(one is kind)
        for alignment, tool in self.aligned.items():
            tool.setChecked(alignment is block.alignment)

    def follow_spelling(self, spelling: Spelling) -> None:
        """Have the switch show whether words are looked up, or say what is missing for it."""

        def show() -> None:
            missing = spelling.missing
            self.spelling.setEnabled(missing is None)
            self.spelling.setChecked(spelling.is_on)
            said = _("Check spelling") if missing is None else of_missing(missing, spelling.language)
            self.spelling.setToolTip(said)
            self.spelling.setAccessibleDescription("" if missing is None else said)

        spelling.state_changed.connect(show)
        self.spelling.clicked.connect(lambda checked: spelling.turn(on=checked))
        show()

    # Inside

    def _tool(
        self, icon: str, text: str, keys: str, pressed: Callable[[], object], *, checks: bool = False
    ) -> QPushButton:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        tool = kit.icon_button(icon, f"{text} ({shown})" if shown else text)
        tool.setCheckable(checks)
        tool.clicked.connect(lambda _checked=False: self._press(pressed))
        return tool

    def _press(self, pressed: Callable[[], object]) -> None:
        pressed()
        self.show_place()

    def _align(self, alignment: Alignment) -> None:
        there = self._writer.block.alignment
        self._writer.align(Alignment.AS_STYLE if there is alignment else alignment)
        self._writer.setFocus()

    def _list_menu(self) -> QPushButton:
        more = kit.icon_button("chevron-down", _("More for paragraphs"))
        menu = QMenu(more)
        for text, call in (
            (_("A level deeper (Tab)"), lambda: self._writer.deepen(1)),
            (_("A level higher (Shift+Tab)"), lambda: self._writer.deepen(-1)),
            (_("Begin with 1 again"), self._writer.begin_list_again),
            (_("Go on with the numbers of the list before"), self._writer.go_on_with_list),
            (_("Turn the direction of the lines"), self._writer.turn_direction),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, call=call: call())
        more.setMenu(menu)
        return more


def _name_of(style: StyleLook) -> str:
    known = _STYLE_NAMES.get(style.name.casefold())
    return _(known) if known else style.name
