"""One's own recipients from the clipboard: cells of a spreadsheet, address blocks, or a name on each line."""

import re
from collections.abc import Sequence

from desktop_app.domain.plain_text import plain
from desktop_app.domain.recipient import OwnRecipient
from desktop_app.files.recipient_words import Column, column_of, gender_of, language_of
from desktop_app.files.recipients_table import LINE_END, OF_PEOPLE

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def recipients_in(text: str) -> tuple[OwnRecipient, ...]:
    """The recipients in a text; their row is 0.

    With tabs they are cells, under headings or with the name first. Blocks with blank lines between them are
    addresses, each beginning with its name. Otherwise every line is a name.
    """
    whole = "\n".join(text.splitlines()).strip("\n")
    if "\t" in whole:
        found = _in_cells([[plain(cell) for cell in line.split("\t")] for line in whole.split("\n")])
    elif _BLANK_LINE.search(whole.strip()):
        found = [_block(block.split("\n")) for block in _BLANK_LINE.split(whole.strip())]
    else:
        found = [OwnRecipient(0, name=plain(line)) for line in whole.split("\n")]
    return tuple(recipient for recipient in found if recipient.key)


def _block(lines: Sequence[str]) -> OwnRecipient:
    clean = [line for line in map(plain, lines) if line]
    email = next((line for line in clean if _MAIL.fullmatch(line)), "")
    name, *address = [line for line in clean if line != email] or [""]
    return OwnRecipient(0, name=name, address=tuple(address), email=email)


def _in_cells(lines: Sequence[Sequence[str]]) -> list[OwnRecipient]:
    columns = [column_of(cell) for cell in lines[0]]
    if set(columns) & set(OF_PEOPLE):
        return [_recipient(line, columns) for line in lines[1:]]
    # Without headings the name is first; an address for mail is one wherever it stands.
    return [_block(line) for line in lines]


def _recipient(cells: Sequence[str], columns: Sequence[Column | None]) -> OwnRecipient:
    said: dict[Column, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column is not None and cell:
            said[column] = f"{said[column]}\n{cell}" if column in said else cell
    texts = {column: plain(text) for column, text in said.items()}
    return OwnRecipient(
        0,
        name=texts.get(Column.NAME, ""),
        gender=gender_of(texts.get(Column.GENDER, "")) or "",
        title=texts.get(Column.TITLE, ""),
        organisation=texts.get(Column.ORGANISATION, ""),
        address=tuple(line for part in LINE_END.split(said.get(Column.ADDRESS, "")) if (line := plain(part))),
        country=texts.get(Column.COUNTRY, ""),
        salutation=texts.get(Column.SALUTATION, ""),
        language=language_of(texts.get(Column.LANGUAGE, "")) or "",
        paragraph=texts.get(Column.PARAGRAPH, ""),
        email=texts.get(Column.EMAIL, ""),
    )
