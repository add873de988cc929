"""A letter that is written on: the text with its tools, saved by itself a moment after each change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.reporting import Place
from desktop_app.domain.writing import Block, Piece, PieceKind
from desktop_app.services.field_values import field_values
from desktop_app.services.writing import Writing
from desktop_app.support.i18n import ngettext
from desktop_app.ui import kit
from desktop_app.ui.clip_cover import tells_name
from desktop_app.ui.desk import Desk
from desktop_app.ui.recent import Traces
from desktop_app.ui.writing.find_bar import FindBar
from desktop_app.ui.writing.footnotes import Footnotes
from desktop_app.ui.writing.labels import Labels, field_of
from desktop_app.ui.writing.letter_saver import LetterSaver
from desktop_app.ui.writing.side_lines import LinkLine, NoteLine
from desktop_app.ui.writing.spelling import Spelling
from desktop_app.ui.writing.text_cover import TextCover, covered
from desktop_app.ui.writing.write_bar import WriteBar
from desktop_app.ui.writing.writer import Writer


class WritingView(QWidget):
    """Over a desk, one of whose letters it shows.

    Signals:
        problem: Why the letter cannot be read or saved, and ways out.
        mended: What the last problem was about is over.
        compare_asked: The language, and the text and notes that were written, to be held against the file.
    """

    problem = Signal(object, object)
    mended = Signal()
    compare_asked = Signal(str, object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._away: tuple[Block, ...] | None = None
        self.saver = LetterSaver(desk, lambda: (self._blocks, self.footnotes.said), self)
        self._labels = Labels(lambda: self.writer)
        self.writer = Writer(self._labels.of)
        self.bar = WriteBar(self.writer)
        self.search = FindBar(self.writer)
        self.link = LinkLine()
        self.note = NoteLine(self._labels.of)
        self.footnotes = Footnotes(self.writer, self.note, self._labels)
        self.words = kit.caption()
        self.cover = TextCover(desk, self._texts)
        self.spelling = Spelling(self)
        for writer in (self.writer, self.note.writer):
            writer.check_spelling(self.spelling)
            writer.clips.is_secret = partial(tells_name, desk)
        self.bar.follow_spelling(self.spelling)
        self._sheet = QStackedWidget()
        self._sheet.addWidget(self.writer)
        self._sheet.addWidget(covered(desk))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.search)
        layout.addWidget(self._sheet, 1)
        layout.addWidget(self.link)
        layout.addWidget(self.note)
        layout.addLayout(kit.row(self.words, None, self.bar.spelling))
        self._connect()
        self._show_cover()

    def _connect(self) -> None:
        self.saver.problem.connect(self.problem)
        self.saver.mended.connect(self.mended)
        self.saver.compare_asked.connect(self._compare)
        self.saver.theirs_asked.connect(self._open)
        self.saver.saved.connect(lambda: self.writer.document().setModified(False))
        self.spelling.failed.connect(self._desk.said)
        self.cover.changed.connect(self._show_cover)
        self.writer.changed.connect(self._text_changed)
        self.writer.moved.connect(self._show_words)
        self.bar.field_asked.connect(self.put_field)
        self.bar.note_asked.connect(self.put_note)
        self.bar.link_asked.connect(lambda: self.link.begin(self.writer.piece.link))
        self.link.given.connect(self._link)
        self.link.left.connect(lambda: self._back(self.link))
        self.footnotes.changed.connect(self._changed)
        self.note.left.connect(lambda: self._back(self.note))
        for keys, call in (
            ("Ctrl+B", lambda: self.writer.mark("bold")),
            ("Ctrl+I", lambda: self.writer.mark("italic")),
            ("Ctrl+U", lambda: self.writer.mark("underlined")),
            ("Ctrl+K", self.bar.link.click),
            ("Ctrl+Alt+F", self.put_note),
            ("Ctrl+Shift+F", self.bar.field.click),
            ("Ctrl+Shift+7", lambda: next(iter(reversed(self.bar.lists.values()))).click()),
            ("Ctrl+Shift+8", lambda: next(iter(self.bar.lists.values())).click()),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._if_shown, call))

    def _if_shown(self, call: Callable[[], object]) -> None:
        """Keys do nothing to a text that is out of sight."""
        if not self.writer.is_empty:
            call()

    def remember_in(self, traces: Traces) -> None:
        """Where it is kept whether spelling is checked, and which words are right."""
        self.spelling.remember_in(traces)

    # Which letter

    @property
    def _writing(self) -> Writing | None:
        return self.saver.writing

    @property
    def language(self) -> str:
        """Of the letter that is written on; empty where none is."""
        return "" if self._writing is None else self._writing.language

    def show_language(self, language: str) -> bool:
        """Write on the letter of a language; False where it cannot be read, which is told."""
        if self._writing is not None and not self.commit():
            return False
        return self._open(language)

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self.saver.forget()
        self.spelling.forget()
        self._away = None
        self.writer.clear_letter()
        self.footnotes.forget()
        for part in (self.search, self.link):
            part.hide()

    def reread(self) -> None:
        """The campaign has changed: its figures, or somebody else has written the letter."""
        if self._writing is None:
            return
        self._show_values()
        if self.isVisible():
            self.spelling.take(self._desk.campaign, self.language)
        if self.saver.has_stale_text():
            self._open(self._writing.language)

    def _open(self, language: str) -> bool:
        writing = self.saver.read(language)
        if writing is None:
            return False
        at = self.writer.textCursor().position()
        stays = self._writing is not None and self._writing.language == language
        bar = self.writer.verticalScrollBar().value()
        self.saver.take(writing)
        # Put on the screen once it is known that it may be seen there.
        self._away = writing.letter.blocks
        self.writer.clear_letter()
        self.footnotes.show_letter(writing.letter)
        self.link.hide()
        self._show_values()
        self.writer.language = self.note.writer.language = language
        self.spelling.take(self._desk.campaign, language)
        self.cover.look()
        self._show_cover()
        if stays and self._away is None:
            self.writer.stand_at(at)
            self.writer.verticalScrollBar().setValue(bar)
        self.saver.take(writing)  # filling the sheet was told as a change
        self.bar.show_styles(writing.letter.styles.choices())
        self._show_words()
        self.saver.mend()
        return True

    def _show_values(self) -> None:
        if self._writing is not None:
            values = field_values(self._desk.campaign, self._writing.language)
            if values != self._labels.values:
                self._labels.values = values
                self.bar.show_fields({c: v for c, v in values.items() if not tells_name(self._desk, v)})
                self.writer.relabel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._writing is not None:
            self.cover.look()  # what was typed before is a text like any other now
            self.spelling.take(self._desk.campaign, self.language)  # others may stand on the list

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    # Saving

    def commit(self) -> bool:
        """Write what was changed; False where that failed, which is told with a way out."""
        return self.saver.commit()

    def _text_changed(self) -> None:
        # Colours and labels that are drawn anew are told as changes as well.
        if self.writer.document().isModified():
            self._changed()
        self.footnotes.look_back()

    def _changed(self) -> None:
        if self._writing is not None:
            self.saver.change()
            if self._desk.cover.is_on:
                self._desk.cover.watch()  # what is typed goes out of sight when nobody is there

    def tell_again(self) -> None:
        """Say once more what is still to be settled."""
        self.saver.tell_again()

    def _compare(self) -> None:
        notes = [block for key in self.writer.notes() for block in self.footnotes.said.get(key, ())]
        self.compare_asked.emit(self.language, self._blocks, notes)

    # What somebody does

    def put_field(self, code: str) -> None:
        """Put a field in at the cursor."""
        self._if_shown(lambda: self.writer.insert_piece(Piece(field_of(code), PieceKind.FIELD)))
        self.writer.setFocus()

    def put_note(self) -> None:
        """Make a footnote at the cursor, and go on writing in it."""
        self._if_shown(self.footnotes.make)

    def show_place(self, place: Place) -> bool:
        """Bring a paragraph into sight; False where it is none of the letter's own text."""
        writing = self._writing
        if writing is None or place.part != "body" or place.paragraph is None:
            return False
        source = writing.letter.source_of(place.paragraph)
        return source is not None and self.writer.show_source(source)

    def _link(self, address: str) -> None:
        self._back(self.link)
        if address and not self.writer.textCursor().hasSelection():
            self.writer.insert_link(address)
        else:
            self.writer.lead_to(address)

    def _back(self, part: QWidget) -> None:
        part.hide()
        self.writer.setFocus()

    def _quietly(self, change: Callable[[], object]) -> None:
        """Show something else, which is no change of the letter."""
        was_dirty = self.saver.is_dirty
        change()
        self.saver.is_dirty = was_dirty

    # What is shown

    def _texts(self) -> list[str]:
        """Every paragraph of the text and its footnotes, and what is told of that which is kept."""
        notes = [block for blocks in self.footnotes.said.values() for block in blocks]
        shown = [*self._blocks, *notes]
        kept = (
            x.text for block in shown for x in block.pieces if x.kind in (PieceKind.KEPT, PieceKind.BLOCK)
        )
        return [*(block.text for block in shown), *kept]

    @property
    def _blocks(self) -> tuple[Block, ...]:
        return self.writer.blocks if self._away is None else self._away

    def _show_cover(self) -> None:
        """Put the text away, or show it again. While it is away no screen reader finds it, either."""
        if self._writing is not None:
            if self.cover.is_on and self._away is None:
                self._away = self.writer.blocks
                self.footnotes.put_away()
                self._quietly(self.writer.clear_letter)
            elif not self.cover.is_on and self._away is not None:
                letter, away, self._away = self._writing.letter, self._away, None
                self._quietly(lambda: self.writer.show_letter(letter, away))
        self._sheet.setCurrentIndex(int(self.cover.is_on))
        for part in (self.bar, self.words, self.bar.spelling):
            part.setVisible(not self.cover.is_on)
        if self.cover.is_on:
            self.note.forget()
            for side in (self.search, self.link):
                side.hide()

    def _show_words(self) -> None:
        if self._writing is None:
            return
        chosen = self.writer.textCursor().selectedText()
        number = len((chosen or self.writer.toPlainText()).split())
        said = ngettext("{number} word", "{number} words", number)
        if chosen:
            said = ngettext("{number} word chosen", "{number} words chosen", number)
        self.words.setText(said.format(number=number))
