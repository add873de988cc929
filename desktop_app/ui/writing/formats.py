"""What a piece or a paragraph is, as properties of Qt's formats.

Qt keeps them through undo, cutting and joining. How a text looks on the screen is set beside them and never
read back: the properties alone say what goes into the file.
"""

from itertools import count
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from desktop_app.domain.typing import runs_from_right
from desktop_app.domain.writing import Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import StyleLook
from desktop_app.ui import theme

OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
CHIP: Final = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type of object that a field, a note's mark or anything kept is to Qt."""

_FIRST: Final = QTextFormat.Property.UserProperty.value
_SOURCE, _STYLE, _LIST, _LEVEL, _ALIGNED, _MIRRORED, _TURNED = range(_FIRST, _FIRST + 7)
_KIND, _TEXT, _KEPT, _RUN, _ANCHOR, _LINK, _BOLD, _ITALIC, _UNDERLINED, _NONCE = range(
    _FIRST + 10, _FIRST + 20
)
_STATE: Final = _FIRST + 20

PIXELS_A_POINT: Final = 15 / 11
"""The text of a letter is 11 points on paper and 15 pixels on the screen."""
INDENT: Final = 28
"""Pixels by which each level of a list is set in."""

_SECOND_PLANE: Final = "\U00010000"
_FILLER: Final = "\N{WORD JOINER}"
_nonces = count(1)
_ALIGNMENTS: Final = {
    Alignment.START: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.END: Qt.AlignmentFlag.AlignRight,
    Alignment.JUSTIFIED: Qt.AlignmentFlag.AlignJustify,
}
_OF_STYLE: Final = {
    "center": Alignment.CENTRE,
    "right": Alignment.END,
    "end": Alignment.END,
    "both": Alignment.JUSTIFIED,
}


def char_format(piece: Piece, look: StyleLook) -> QTextCharFormat:
    """The format of a piece in a paragraph of a style."""
    made = QTextCharFormat()
    made.setFont(theme.letter_font(round(look.size * PIXELS_A_POINT)))
    if piece.kind is not PieceKind.TEXT:
        made.setObjectType(CHIP)
        made.setProperty(_KIND, piece.kind.value)
        made.setProperty(_TEXT, piece.text)
        # Qt makes equal neighbours one piece of text.
        made.setProperty(_NONCE, next(_nonces))
    for name, value in ((_KEPT, piece.kept), (_RUN, piece.run), (_ANCHOR, piece.anchor)):
        if value is not None:
            made.setProperty(name, value)
    set_link(made, piece.link)
    set_marks(made, look, bold=piece.bold, italic=piece.italic, underlined=piece.underlined)
    if piece.kind is PieceKind.NOTE:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return made


def set_marks(made: QTextCharFormat, look: StyleLook, *, bold: bool, italic: bool, underlined: bool) -> None:
    """Make a text bold, italic, underlined, or as its style has it."""
    made.setProperty(_BOLD, bold)
    made.setProperty(_ITALIC, italic)
    made.setProperty(_UNDERLINED, underlined)
    made.setFontWeight(QFont.Weight.Bold if bold or look.bold else QFont.Weight.Normal)
    made.setFontItalic(italic or look.italic)
    made.setFontUnderline(underlined or bool(made.property(_LINK)))


def set_link(made: QTextCharFormat, link: str) -> None:
    """Have a text lead somewhere, or nowhere."""
    if link:
        made.setProperty(_LINK, link)
        made.setToolTip(link)
    else:
        for name in (_LINK, _ANCHOR):
            made.clearProperty(name)
        made.setToolTip("")


def piece_of(text: str, form: QTextCharFormat) -> Piece:
    """What a stretch of text in one format is."""
    marks = (bool(form.property(_BOLD)), bool(form.property(_ITALIC)), bool(form.property(_UNDERLINED)))
    link = str(form.property(_LINK) or "")
    anchor = _number(form, _ANCHOR) if link else None
    kind = form.property(_KIND)
    if form.objectType() == CHIP and kind:
        of_file = (_number(form, _KEPT), _number(form, _RUN), anchor)
        return Piece(str(form.property(_TEXT) or ""), PieceKind(kind), *marks, link, *of_file)
    # What is typed behind a note's mark is no mark.
    run = None if kind == PieceKind.NOTE.value else _number(form, _RUN)
    return Piece(text, PieceKind.TEXT, *marks, link, None, run, anchor)


def kind_of(form: QTextCharFormat) -> PieceKind:
    """What kind of piece has a format."""
    kind = form.property(_KIND)
    return PieceKind(kind) if form.objectType() == CHIP and kind else PieceKind.TEXT


def text_of(form: QTextCharFormat) -> str:
    """The text of a field, the key of a note, what is told of something kept."""
    return str(form.property(_TEXT) or "")


def by_place(text: str) -> str:
    """A paragraph's text such that Qt's places fit it: to Qt a sign beyond the first plane is two."""
    if text.isascii() or max(text) < _SECOND_PLANE:
        return text
    return "".join(sign if sign < _SECOND_PLANE else f"{sign}{_FILLER}" for sign in text)


def between(text: str, first: int, last: int) -> str:
    """What stands between two of Qt's places of a paragraph's text."""
    return text.encode("utf-16-le", "surrogatepass")[2 * first : 2 * last].decode("utf-16-le", "replace")


def places_of(text: str) -> int:
    """How many of Qt's places a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def state_of(form: QTextCharFormat) -> tuple[int, int]:
    """Which mark of a note it is, and the number of what its note says; 0 where that was not given."""
    return _number(form, _NONCE) or 0, _number(form, _STATE) or 0


def set_state(form: QTextCharFormat, number: int) -> None:
    """Have the mark of a note carry the number of what its note says."""
    form.setProperty(_STATE, number)


def link_of(form: QTextCharFormat) -> str:
    """Where a text leads; empty where nowhere."""
    return str(form.property(_LINK) or "")


def marks_of(form: QTextCharFormat) -> tuple[bool, bool, bool]:
    """Whether a text is marked bold, italic, underlined by itself."""
    return bool(form.property(_BOLD)), bool(form.property(_ITALIC)), bool(form.property(_UNDERLINED))


def for_typing(form: QTextCharFormat) -> QTextCharFormat:
    """The format of what is typed behind a field or a mark: as the text around it."""
    made = QTextCharFormat(form)
    is_note = form.property(_KIND) == PieceKind.NOTE.value
    for name in (_KIND, _TEXT, _KEPT, _NONCE, _STATE, *((_RUN,) if is_note else ())):
        made.clearProperty(name)
    made.clearProperty(QTextFormat.Property.ObjectType.value)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    return made


def block_format(block: Block, look: StyleLook) -> QTextBlockFormat:
    """The format of a paragraph of a style."""
    made = QTextBlockFormat()
    if block.source is not None:
        made.setProperty(_SOURCE, block.source)
    made.setProperty(_STYLE, block.style)
    made.setProperty(_LIST, block.list)
    made.setProperty(_LEVEL, block.level)
    made.setProperty(_ALIGNED, block.alignment.value)
    if block.right_to_left is not None:
        made.setProperty(_MIRRORED, block.right_to_left)
        # Somebody chose what the letters do not tell.
        made.setProperty(_TURNED, block.right_to_left is not runs_from_right(block.text))
    dress_block(made, look)
    return made


def dress_block(made: QTextBlockFormat, look: StyleLook) -> None:
    """Set a paragraph on the screen as its properties and its style say."""
    block = block_of(made)
    made.setTopMargin(look.before * PIXELS_A_POINT)
    made.setBottomMargin(max(look.after, 3) * PIXELS_A_POINT)
    made.setLineHeight(125.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setHeadingLevel(look.heading)
    set_in = INDENT * (block.level + 1) if block.list else look.left * PIXELS_A_POINT
    # To Qt left is left, whichever way the lines run.
    made.setLeftMargin(0 if block.right_to_left else set_in)
    made.setRightMargin(set_in if block.right_to_left else 0)
    made.setTextIndent(0 if block.list else -look.hanging * PIXELS_A_POINT)
    own = block.alignment
    shown = _OF_STYLE.get(look.alignment, Alignment.START) if own is Alignment.AS_STYLE else own
    made.setAlignment(_ALIGNMENTS[shown])
    if block.right_to_left is None:
        made.clearProperty(QTextFormat.Property.LayoutDirection.value)
    else:
        way = Qt.LayoutDirection.RightToLeft if block.right_to_left else Qt.LayoutDirection.LeftToRight
        made.setLayoutDirection(way)


def block_of(form: QTextBlockFormat) -> Block:
    """What a paragraph is, without its text."""
    return Block(
        (),
        _number(form, _SOURCE),
        str(form.property(_STYLE) or ""),
        str(form.property(_LIST) or ""),
        int(form.property(_LEVEL) or 0),
        Alignment(form.property(_ALIGNED) or ""),
        None if form.property(_MIRRORED) is None else bool(form.property(_MIRRORED)),
    )


def set_style(form: QTextBlockFormat, style: str) -> None:
    """Give a paragraph a style."""
    form.setProperty(_STYLE, style)


def set_list(form: QTextBlockFormat, key: str, level: int) -> None:
    """Make a paragraph an item of a list; an empty key takes it out."""
    form.setProperty(_LIST, key)
    form.setProperty(_LEVEL, level if key else 0)


def set_alignment(form: QTextBlockFormat, alignment: Alignment) -> None:
    """Have a paragraph's lines stand otherwise."""
    form.setProperty(_ALIGNED, alignment.value)


def set_direction(form: QTextBlockFormat, *, right_to_left: bool | None) -> None:
    """Have a paragraph's lines run otherwise; None: as its letters tell."""
    if right_to_left is None:
        form.clearProperty(_MIRRORED)
    else:
        form.setProperty(_MIRRORED, right_to_left)


def set_turned(form: QTextBlockFormat, *, turned: bool) -> None:
    """Remember that somebody chose a paragraph's direction, or that its text does."""
    form.setProperty(_TURNED, turned)


def is_turned(form: QTextBlockFormat) -> bool:
    """Whether somebody chose a paragraph's direction."""
    return bool(form.property(_TURNED))


def _number(form: QTextFormat, name: int) -> int | None:
    value = form.property(name)
    return int(value) if isinstance(value, int) else None
