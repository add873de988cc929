"""A row that is new in a sheet, written as it is to be saved.

As a tree of elements the rows of an import take ten times as long, which is half a second for 5,000.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from desktop_app.domain.plain_text import plain
from desktop_app.files.list_editor.cells import escaped
from desktop_app.files.sheetml import reference


def row_xml(
    prefix: str,
    number: int,
    model: etree._Element | None,
    texts: Mapping[int, str],
    styles: Mapping[int, str],
) -> bytes:
    """The row, its cells in order.

    Args:
        prefix: Of the elements, with its colon; or nothing.
        number: Which row it is.
        model: The row that it looks like, in columns without a text as well; None for none.
        texts: What its cells say, by column.
        styles: Those of cells that have one, by column.
    """
    look = (
        {name: model.get(name, "") for name in ("s", "customFormat") if name in model.attrib}
        if model is not None
        else {}
    )
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in look.items())
    cells = (
        _cell_xml(prefix, reference(number, column), styles.get(column, ""), plain(texts.get(column, "")))
        for column in sorted({*texts, *styles})
    )
    return f'<{prefix}row r="{number}"{attributes}>{"".join(cells)}</{prefix}row>'.encode()


def _cell_xml(prefix: str, place: str, style: str, text: str) -> str:
    look = f" s={quoteattr(style)}" if style else ""
    if not text:
        return f'<{prefix}c r="{place}"{look}/>'
    said = f"<{prefix}is><{prefix}t>{escape(escaped(text))}</{prefix}t></{prefix}is>"
    return f'<{prefix}c r="{place}"{look} t="inlineStr">{said}</{prefix}c>'
