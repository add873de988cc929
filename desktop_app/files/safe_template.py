"""A letter's fields as templates that a stranger may have written.

Jinja's own sandbox stops only the classic ways of running code; it leaves every public attribute, the
processor and the memory to the template. So a letter's syntax tree is checked before it is compiled, and
only what is listed may stand in it: no call, no arithmetic, no assignment, no macro, loops over lists of
the campaign alone. Running time is then bounded by the size of the list and of the letter.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.environment import Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from desktop_app.domain.letter import BLOCKS, FIELDS, FILTERS, LOOP, SIGNATORY_COLUMNS, TESTS, nearest_field
from desktop_app.domain.reporting import Place, ProblemError

MAX_SOURCE = 8 << 20
MAX_NODES = 20_000
MAX_OUTPUT = 64 << 20
MAX_SECONDS = 10.0
MAX_LOOPS = 40
MAX_LOOP_DEPTH = 2
MAX_TEXT = 500

EMPTY = "\ufdd0"
"""Stands where a field printed nothing, until the blank line it would leave is removed.

A noncharacter: XML allows it, no text holds it, and values are stripped of it.
"""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.For,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

Scope = Mapping[str, frozenset[str]]
Filters = Mapping[str, Callable[..., object]]


class _NotAllowedError(TemplateSyntaxError):
    """A node that may not stand in a letter. ``field`` is set where the node names one."""

    def __init__(self, code: str, line: int, field: str = "", nearest: str = "") -> None:
        super().__init__(code, line)
        self.code = code
        self.field = field
        self.nearest = nearest


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
        self.filters = {name: made for name, made in self.filters.items() if name in FILTERS} | dict(filters)
        self.tests = {name: made for name, made in self.tests.items() if name in TESTS}

    def _print(self, value: object) -> object:
        if isinstance(value, Markup):
            return value
        text = str(self._display(value))
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
        _Check(tree)
        return tree


class _Check:
    """Walks a syntax tree once and refuses the first node that is not allowed."""

    def __init__(self, tree: nodes.Template) -> None:
        self._nodes = 0
        self._loops = 0
        self._walk(tree, 0, {})

    def _walk(self, node: nodes.Node, depth: int, scope: Scope) -> None:
        self._nodes += 1
        line = getattr(node, "lineno", 1) or 1
        if self._nodes > MAX_NODES:
            raise _NotAllowedError("too-many-fields", line)
        if not isinstance(node, _ALLOWED):
            raise _NotAllowedError("field-not-allowed", line)
        if isinstance(node, nodes.Const):
            self._const(node, line)
        elif isinstance(node, nodes.Output):
            self._output(node, line, scope)
        elif isinstance(node, nodes.Name):
            self._name(node, line, scope)
        elif isinstance(node, nodes.Getattr | nodes.Getitem):
            self._column(node, line, scope)
            return
        elif isinstance(node, nodes.Filter):
            self._filter(node, line)
        elif isinstance(node, nodes.Test) and (node.name not in TESTS or node.args or node.kwargs):
            raise _NotAllowedError(
                "test-unknown", line, field=node.name, nearest=nearest_field(node.name, TESTS)
            )
        elif isinstance(node, nodes.For):
            self._loop(node, line, depth, scope)
            return
        for child in node.iter_child_nodes():
            self._walk(child, depth, scope)

    def _const(self, node: nodes.Const, line: int) -> None:
        plain = node.value is None or isinstance(node.value, str | int | bool)
        if not plain or len(str(node.value)) > MAX_TEXT:
            raise _NotAllowedError("field-not-allowed", line)

    def _output(self, node: nodes.Output, line: int, scope: Scope) -> None:
        for printed in node.nodes:
            if isinstance(printed, nodes.Name) and printed.name in BLOCKS and printed.name not in scope:
                raise _NotAllowedError("block-not-alone", printed.lineno or line, field=printed.name)

    def _name(self, node: nodes.Name, line: int, scope: Scope) -> None:
        if node.ctx != "load":
            raise _NotAllowedError("field-not-allowed", line, field=node.name)
        if node.name in scope:
            return
        if node.name not in FIELDS:
            raise _NotAllowedError("unknown-field", line, field=node.name, nearest=nearest_field(node.name))
        if FIELDS[node.name] and node.name not in BLOCKS:
            raise _NotAllowedError(
                "unknown-field", line, field=node.name, nearest=nearest_field(node.name + ".")
            )

    def _column(self, node: nodes.Getattr | nodes.Getitem, line: int, scope: Scope) -> None:
        key = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        if not isinstance(node.node, nodes.Name) or not isinstance(key, str):
            raise _NotAllowedError("field-not-allowed", line)
        root = node.node.name
        columns = scope.get(root, FIELDS.get(root, frozenset()))
        if key not in columns:
            given = f"{root}.{key}"
            near = nearest_field(given, [f"{root}.{column}" for column in columns] if root in scope else ())
            raise _NotAllowedError("unknown-field", line, field=given, nearest=near)

    def _filter(self, node: nodes.Filter, line: int) -> None:
        if node.name not in FILTERS:
            raise _NotAllowedError(
                "filter-unknown", line, field=node.name, nearest=nearest_field(node.name, FILTERS)
            )
        constant = all(isinstance(argument, nodes.Const) for argument in node.args)
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs or not constant:
            raise _NotAllowedError("field-not-allowed", line, field=node.name)

    def _loop(self, node: nodes.For, line: int, depth: int, scope: Scope) -> None:
        self._loops += 1
        if not isinstance(node.target, nodes.Name) or node.recursive or depth >= MAX_LOOP_DEPTH:
            raise _NotAllowedError("loop-not-allowed", line)
        if self._loops > MAX_LOOPS or not _is_list(node.iter, scope):
            raise _NotAllowedError("loop-not-allowed", line)
        inner = {**scope, node.target.name: SIGNATORY_COLUMNS, "loop": LOOP}
        for child in [*([node.test] if node.test else []), *node.body]:
            self._walk(child, depth + 1, inner)
        for child in node.else_:
            self._walk(child, depth, scope)


def _is_list(node: nodes.Node, scope: Scope) -> bool:
    if isinstance(node, nodes.Name):
        return node.name == "signatories" and node.name not in scope
    return (
        isinstance(node, nodes.Getattr)
        and node.attr == "members"
        and isinstance(node.node, nodes.Name)
        and node.node.name != "loop"
        and node.node.name in scope
    )


def parse(environment: SafeEnvironment, source: str, file: str, part: str) -> nodes.Template:
    """Parse and check one part of a letter, whose paragraphs each begin a line of ``source``.

    Raises:
        ProblemError: naming the field, the paragraph and, where there is one, the nearest known field.
    """
    try:
        return environment.parse(source)
    except _NotAllowedError as error:
        field = error.field or _tag_at(environment, source, error.lineno)
        place = Place(file=file, part=part, paragraph=max(1, error.lineno - 1))
        raise ProblemError(error.code, place, field=field, nearest=error.nearest) from None
    except TemplateSyntaxError as error:
        place = Place(file=file, part=part, paragraph=max(1, error.lineno - 1))
        raise ProblemError(
            "field-unclosed", place, field=_tag_at(environment, source, error.lineno)
        ) from None
    except RecursionError:
        raise ProblemError("field-not-allowed", Place(file=file, part=part), field="") from None


def _tag_at(environment: SafeEnvironment, source: str, line: int) -> str:
    """The tag that is to blame: the first in that line which does not pass by itself."""
    lines = source.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    shown = [_shown(tag) for tag in _TAG.findall(text)] or [_shown(part) for part in _unclosed(text)]
    for tag in shown:
        try:
            environment.parse(tag)
        except TemplateSyntaxError:
            return tag
    return shown[0] if shown else ""


def _unclosed(text: str) -> Iterator[str]:
    for found in re.finditer(r"\{[{%]", text):
        yield text[found.start() :]


def _shown(tag: str) -> str:
    """A tag short and plain enough for a sentence."""
    words = " ".join(re.sub(r"<[^>]*>", "", tag).split())
    return words if len(words) <= 60 else words[:57] + "..."
