"""A letter's fields as templates that a stranger may have written.

Jinja's own sandbox stops only the classic ways of running code; it leaves every public attribute, the
processor and the memory to the template. So a letter's syntax tree is checked before it is compiled, and
only what is listed may stand in it: no call, no arithmetic, no assignment, no macro, loops over lists of
the campaign alone. Running time is then bounded by the size of the list and of the letter.
"""

import re
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.environment import Template
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.filters import do_title
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from desktop_app.domain.letter import FIELDS, LOOP, TESTS, nearest_field
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.field_tags import short
from desktop_app.files.field_tree import NotAllowedError, check_tree

MAX_SOURCE = 8 << 20
MAX_OUTPUT = 64 << 20
MAX_SECONDS = 10.0

EMPTY = "\ufdd0"
"""Stands where a field printed nothing, until the blank line it would leave is removed.

A noncharacter: XML allows it, no text holds it, and values are stripped of it.
"""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK = re.compile(r"\{%-?\s*(?:p |tr |tc |r )?\s*(end)?(?:if|for)\b.*?%\}", re.DOTALL)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORDS = re.compile(
    rf"\{{\{{-?+(?!\s*(?:if|elif|else|for|end\w*)\b)((?:[\w\s.’'-]|{_UNSEEN.pattern})+?)-?\}}\}}"
)
"""A field of words alone: ``{{ list of signatories }}``; ``{{ if date }}`` is a block in wrong braces."""
_TEMPLATE_FILE = "<template>"
"""What Jinja calls a template that has no file."""
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

Filters = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Source:
    """A part of a letter as Jinja reads it, each paragraph at the beginning of a line.

    Attributes:
        numbers: For each line after the first, the number of its paragraph in the draft; 0 for one that the
            program put there itself.
    """

    text: str
    file: str
    part: str
    numbers: Sequence[int]

    def place(self, line: int) -> Place:
        """Where a line stands in the draft."""
        number = self.numbers[line - 2] if 2 <= line < len(self.numbers) + 2 else 0
        return Place(self.file, self.part, number or None)


class _CountedTemplate(Template):
    """Counts what it writes; a template that grows without end is stopped."""

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - Jinja's own signature
        pieces: list[str] = []
        size, end = 0, time.monotonic() + MAX_SECONDS
        for piece in self.generate(*args, **kwargs):
            size += len(piece)
            if size > MAX_OUTPUT or time.monotonic() > end:
                raise ProblemError("letter-grows")
            pieces.append(piece)
        return "".join(pieces)


class SafeEnvironment(ImmutableSandboxedEnvironment):
    """Compiles letters. ``filters`` holds the ones that print in the letter's language.

    ``display`` turns a value into the text that is printed where no filter says otherwise.
    """

    template_class = _CountedTemplate

    def __init__(self, filters: Filters, display: Callable[[object], object]) -> None:
        self._display = display
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            cache_size=0,
            loader=None,
            finalize=self._print,
            optimized=False,
        )
        self.globals.clear()
        self.filters = {
            "upper": lambda value: self._text(value).upper(),
            "lower": lambda value: self._text(value).lower(),
            "title": lambda value: do_title(self._text(value)),
            **filters,
        }
        self.tests = {name: made for name, made in self.tests.items() if name in TESTS}
        # Jinja's own take a text for a format: "%09d" is odd.
        self.tests["odd"] = lambda value: isinstance(value, int) and value % 2 == 1
        self.tests["even"] = lambda value: isinstance(value, int) and value % 2 == 0

    def _text(self, value: object) -> str:
        if not isinstance(value, str | int | Undefined | None):
            raise TypeError("text and figures alone are printed")
        return str(self._display(value))

    def _print(self, value: object) -> object:
        if isinstance(value, Markup):
            return value
        text = self._text(value)
        if not text:
            return EMPTY
        if "\n" in text:
            return Markup(str(escape(text)).replace("\n", _LINE_BREAK))  # noqa: S704 - escaped just before
        return text

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Columns only: the tree was checked, so a missing one is a value the campaign does not give."""
        if isinstance(obj, dict):
            return obj.get(attribute, "")
        if type(obj).__name__ == "LoopContext" and attribute in LOOP:
            return getattr(obj, attribute)
        if type(obj).__name__ == "Signatories" and attribute in FIELDS["signatories"]:
            return getattr(obj, attribute)
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja's own signature
        """The same as ``getattr``: ``s['name']`` is ``s.name``."""
        return self.getattr(obj, str(argument))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        """Nothing: what may be read is answered by ``getattr``."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401, ARG002
        """Nothing may be called."""
        return False

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > MAX_SOURCE:
            raise ProblemError("letter-too-large")
        tree = super()._parse(source, name, filename)
        check_tree(tree)
        return tree


def parse(environment: SafeEnvironment, source: Source) -> nodes.Template:
    """Parse and check one part of a letter.

    Raises:
        ProblemError: naming the field, the paragraph and, where there is one, the nearest known field.
    """
    try:
        return environment.parse(source.text)
    except NotAllowedError as error:
        field = error.field or _tag_at(environment, source, error.lineno)
        raise ProblemError(
            error.code, source.place(error.lineno), field=field, nearest=error.nearest
        ) from None
    except TemplateSyntaxError as error:
        opened = _never_ended(source.text)
        line = error.lineno if opened is None else 1 + source.text.count("\n", 0, opened.start())
        field = _tag_at(environment, source, line) if opened is None else short(opened[0])
        raise _not_written_as_a_field(field, source.place(line)) from None
    except RecursionError:
        deepest = max(_TAG.finditer(source.text), key=lambda tag: len(tag[0]))
        line = 1 + source.text.count("\n", 0, deepest.start())
        raise ProblemError("field-not-allowed", source.place(line), field=short(deepest[0])) from None


def render(template: Template, values: Mapping[str, object], source: Source) -> str:
    """Render a template that was compiled from ``source``.

    Raises:
        ProblemError: ``field-unfit`` where a field asks what cannot be answered: whether a text is less than
            a figure; ``letter-grows``.
    """
    try:
        return template.render(dict(values))
    except (TemplateError, TypeError) as error:
        lines = [
            frame.lineno or 1
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename == _TEMPLATE_FILE
        ]
        line = lines[-1] if lines else 1
        tags = _TAG.findall(_line(source, line))
        field = short(tags[0]) if tags else ""
        raise ProblemError("field-unfit", source.place(line), field=field) from None


def _not_written_as_a_field(tag: str, place: Place) -> ProblemError:
    """What is wrong with a tag that cannot be read: its words, a sign that nobody sees, or its braces."""
    words = _WORDS.fullmatch(tag)
    said = words[1].strip() if words else ""
    seen = " ".join(_UNSEEN.sub("", said).split())
    if not seen:
        return ProblemError("field-unclosed", place, field=tag)
    if seen != said and " " not in seen:
        return ProblemError("field-with-unseen-sign", place, field=seen)
    return ProblemError("unknown-field", place, field=seen, nearest=nearest_field(seen))


def _never_ended(text: str) -> re.Match[str] | None:
    """The first ``{% if %}`` or ``{% for %}`` that has no end."""
    opened: list[re.Match[str]] = []
    for tag in _BLOCK.finditer(text):
        if not tag[1]:
            opened.append(tag)
        elif opened:
            opened.pop()
    return opened[0] if opened else None


def _line(source: Source, number: int) -> str:
    lines = source.text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _tag_at(environment: SafeEnvironment, source: Source, line: int) -> str:
    """The tag that is to blame: the first in that line which does not pass by itself."""
    tags: list[str] = _TAG.findall(_line(source, line))
    for tag in tags:
        try:
            environment.parse(tag)
        except TemplateSyntaxError:
            return short(tag)
    return short(tags[0]) if tags else ""
