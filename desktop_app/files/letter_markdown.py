"""A letter in Markdown: laid out as the page that it describes, with the line numbers of its own file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from desktop_app.domain.letter_anatomy.parts import Doubt
from desktop_app.domain.letter_anatomy.source import LetterSource, SourceLine
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.html_lines import PageLines
from desktop_app.files.left_out import LeftOut
from desktop_app.files.letter_html import page_of

_DEEPEST = 100
_MOST_LINKS = 5_000
_MOST_MARKS = 100_000
"""Brackets and marks of emphasis; reading takes the square of their number."""
_NUMBER = "data-line"
_LINE_END = re.compile("\r\n|[\r\v\u0085\u2028\u2029]")
_TAG = re.compile(r"</?([A-Za-z][\w:-]*)")
_CODE = ("fence", "code_block")
_HTML = ("html_block", "html_inline")


def read_markdown(text: str, file: str) -> tuple[LetterSource, tuple[Doubt, ...]]:
    """The lines of a letter, and what is no line of it.

    Raises:
        ProblemError: ``import-too-deep`` for one that is nested without end, ``import-too-marked`` for one
            with more links or marks than any letter has.
    """
    if text.count("[") > _MOST_LINKS or text.count("*") + text.count("_") > _MOST_MARKS:
        raise ProblemError("import-too-marked", Place(file))
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff")).replace("\f", "\n")
    reader = _parser()
    env: dict[str, Any] = {}
    tokens = reader.parse(text, env)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise ProblemError("import-too-deep", Place(file))
    _Notes(tokens).mark()
    _keep_numbers(tokens)
    for token in tokens:
        _prepare(token)
    page = PageLines(
        page_of(f"<html><body>{reader.renderer.render(tokens, reader.options, env)}</body></html>", file),
        None,
        numbers=_NUMBER,
    )
    lines = page.read()
    _note_beside(tokens, env, page.left_out)
    return LetterSource(tuple(_with_blanks(lines, text.split("\n")))), page.left_out.doubts()


def _parser() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    reader.use(footnote_plugin).use(front_matter_plugin)
    # Notes stay where they are written: the plugin drops those that nothing refers to.
    reader.core.ruler.disable("footnote_tail")
    reader.inline.ruler.disable("footnote_inline")
    return reader


# ---- the page


class _Notes:
    """Footnotes, numbered as the text refers to them; those that it does not refer to follow."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._numbers: dict[str, str] = {}

    def mark(self) -> None:
        """Make of each reference a raised figure, and of each note a block that begins with its number."""
        for token in self._tokens:
            for child in token.children or ():
                if child.type == "footnote_ref":
                    number = self._number(child.meta["label"])
                    child.type, child.content = "html_inline", f"<sup>{number}</sup>"
        begun = ""
        for token in self._tokens:
            if token.type == "footnote_reference_open":
                begun = self._number(token.meta["label"])
                token.type, token.tag, token.attrs = "div_open", "div", {"class": "footnote"}
            elif token.type == "footnote_reference_close":
                token.type, token.tag = "div_close", "div"
            elif begun and token.children:
                token.children.insert(0, Token("text", "", 0, content=f"[{begun}] "))
                begun = ""

    def _number(self, label: str) -> str:
        return self._numbers.setdefault(label, str(len(self._numbers) + 1))


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """Number items as they are typed; Markdown counts them, which is meant only where all have one number."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            if len({item.info for item in items}) > 1:
                for item in items:
                    item.attrSet("value", item.info)


def _prepare(token: Token) -> None:
    """Say in a token's attributes what the page needs of it: its line, its number, where its lines end."""
    if token.map and token.nesting >= 0:
        token.attrSet(_NUMBER, str(token.map[0] + 1 + (token.type == "fence")))
    if token.type in _HTML:
        token.content = _TAG.sub(_known, token.content)
    elif token.type in _CODE:
        line = token.attrs[_NUMBER]
        token.type, token.content = "html_block", f'<pre {_NUMBER}="{line}">{escape(token.content)}</pre>\n'
    for child in token.children or ():
        if child.type == "softbreak" and token.level == 1:
            child.type, child.tag = "hardbreak", "br"
        _prepare(child)


def _known(tag: re.Match[str]) -> str:
    """A tag; what only looks like one, as "<name of the sender>" does, is text."""
    return tag[0] if tag[1].casefold() in defs.tags else "&lt;" + tag[0][1:]


def _note_beside(tokens: Sequence[Token], env: Mapping[str, Any], left_out: LeftOut) -> None:
    """What Markdown holds beside its text: settings at its head, addresses that no link uses."""
    for token in tokens:
        if token.type == "front_matter":
            left_out.add("import-file-head", 1, token.content)
    used = {str(child.attrs.get("href") or child.attrs.get("src")) for child in _inner(tokens)}
    defined = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
    for reference in defined:
        if reference["href"] not in used:
            left_out.add("import-loose-link", reference.get("map", [0])[0] + 1, reference["href"])


def _inner(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        for child in token.children or ():
            yield child
            yield from _inner([child])


# ---- its lines


def _with_blanks(lines: Sequence[SourceLine], written: Sequence[str]) -> Iterator[SourceLine]:
    """The lines, with a blank one wherever the file has some."""
    last = 0
    for line in lines:
        blank = next((at for at in range(last + 1, line.number) if not _says(written, at)), None)
        if blank is not None:
            yield SourceLine(number=blank, text="")
        yield line
        last = line.number


def _says(written: Sequence[str], number: int) -> bool:
    return number <= len(written) and bool(written[number - 1].strip(" \t>"))
