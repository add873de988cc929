"""A letter as plain text: what an e-mail holds, or a program exports."""

import re
from collections.abc import Iterator

from desktop_app.domain.letter_anatomy.source import LetterSource, Link, SourceLine
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.text_readings import decode

_LINE_END = re.compile("\r\n|[\n\r\v\u0085\u2028\u2029]")
_LINK = re.compile(
    r"(?<!\\)!?\[(?P<text>[^\[\]]*)\]"
    r"\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_LEADS = re.compile(r"(?:https?://|www\.|mailto:|#|$)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROLS = tuple(byte for byte in range(1, 0x20) if byte not in b"\t\n\v\f\r\x1b")
_SAMPLE = 1 << 20
_ACCENTED = re.compile("[\u0080-\u00ff]")
_LETTER = re.compile(r"[^\W\d_]")
_MUCH = 0.35
"""Share of accented letters that no language has: another encoding was taken for Windows-1252."""
_BEGINS_A_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|div|p|h1|article|table|title|span)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_html(data: bytes, suffix: str) -> bool:
    """Whether a file is a page: it begins as one, or its ending says so and it has tags."""
    begins = bool(_BEGINS_A_PAGE.match(decode(data[:4096]).lstrip("\ufeff")))
    return begins or (suffix in (".html", ".htm", ".xhtml") and b"<" in data)


def read_text(text: str) -> LetterSource:
    """The lines of a text, numbered as an editor numbers them."""
    return LetterSource(tuple(_lines(text)))


def text_of_letter(data: bytes, file: str) -> str:
    """What the bytes of a text say.

    Raises:
        ProblemError: ``import-kind-unknown`` for something else, ``import-encoding`` for text that cannot be
            told from its bytes.
    """
    text = decode(data)
    if len(_CONTROL.findall(text)) > len(text) / 1000:
        raise ProblemError("import-kind-unknown", Place(file))
    check_reading(text, file)
    return text


def check_reading(text: str, file: str) -> None:
    """Refuse a text that was read in another encoding than it was written in.

    Raises:
        ProblemError: ``import-encoding``.
    """
    if _is_misread(text):
        raise ProblemError("import-encoding", Place(file))


def is_guess(data: bytes) -> bool:
    """Whether nothing says which encoding a text is in, so that it was read in that of Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or b"\0" in data[:200]:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    sample = data[:_SAMPLE]
    zeros = sample[::2].count(0), sample[1::2].count(0)
    if max(zeros) > len(sample) / 20:
        # UTF-16 has its zeros in every other place.
        return min(zeros) > max(zeros) / 20
    return sum(map(sample.count, _CONTROLS)) > len(sample) / 100


def _is_misread(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return text.count("\ufffd") > letters / 100 or len(_ACCENTED.findall(text)) > _MUCH * (letters or 1)


def _lines(text: str) -> Iterator[SourceLine]:
    page_begins = False
    for number, written in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1):
        page_begins = page_begins or written.startswith("\f")
        shown, links = _with_links(written.lstrip("\f"))
        yield SourceLine(number=number, text=shown, starts_page=page_begins, links=links)
        page_begins = page_begins and not shown.strip()


def _with_links(written: str) -> tuple[str, tuple[Link, ...]]:
    """A line with the words of its links alone: programs write them as Markdown does."""
    text = ""
    links = []
    at = 0
    for match in _LINK.finditer(written):
        if not _LEADS.match(match["target"]):
            continue
        text += written[at : match.start()]
        links.append(Link(len(text), len(text) + len(match["text"]), _reached(match["target"])))
        text += match["text"]
        at = match.end()
    return text + written[at:], tuple(links)


def _reached(target: str) -> str:
    """Where a link leads; "#" is what a program writes that has lost it."""
    return "" if target == "#" else target
