"""What may stand in a letter's syntax tree, and nothing else. It is checked before anything is compiled."""

from collections.abc import Mapping

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from desktop_app.domain.letter import BLOCKS, FIELDS, FILTERS, LOOP, SIGNATORY_COLUMNS, TESTS, nearest_field
from desktop_app.domain.plain_text import inert

MAX_NODES = 20_000
MAX_LOOPS = 40
MAX_LOOP_DEPTH = 2
MAX_DEPTH = 40
"""Of fields inside fields: Python compiles no more than a hundred levels of indentation."""
MAX_TEXT = 500

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

Scope = Mapping[str, frozenset[str]]


class NotAllowedError(TemplateSyntaxError):
    """A node that may not stand in a letter. ``field`` is set where the node names one."""

    def __init__(self, code: str, line: int, field: str = "", nearest: str = "") -> None:
        super().__init__(code, line)
        self.code = code
        self.field = field
        self.nearest = nearest


def check_tree(tree: nodes.Template) -> None:
    """Refuse the first node that may not stand in a letter.

    Raises:
        NotAllowedError: with the line and, where the node names one, the field.
    """
    _Check(tree)


class _Check:
    """Walks a syntax tree once and refuses the first node that is not allowed."""

    def __init__(self, tree: nodes.Template) -> None:
        self._nodes = 0
        self._loops = 0
        self._depth = 0
        self._walk(tree, 0, {})

    def _walk(self, node: nodes.Node, loops: int, scope: Scope) -> None:
        self._nodes += 1
        self._depth += 1
        line = getattr(node, "lineno", 1) or 1
        if self._nodes > MAX_NODES:
            raise NotAllowedError("too-many-fields", line)
        if not isinstance(node, _ALLOWED) or self._depth > MAX_DEPTH:
            raise NotAllowedError("field-not-allowed", line)
        self._check(node, line, loops, scope)
        self._depth -= 1

    def _check(self, node: nodes.Node, line: int, loops: int, scope: Scope) -> None:
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
            raise NotAllowedError(
                "test-unknown", line, field=node.name, nearest=nearest_field(node.name, TESTS)
            )
        elif isinstance(node, nodes.For):
            self._loop(node, line, loops, scope)
            return
        for child in node.iter_child_nodes():
            self._walk(child, loops, scope)

    def _const(self, node: nodes.Const, line: int) -> None:
        plain = node.value is None or isinstance(node.value, str | int | bool)
        text = str(node.value)
        if not plain or len(text) > MAX_TEXT or inert(text) != text:
            raise NotAllowedError("field-not-allowed", line)

    def _output(self, node: nodes.Output, line: int, scope: Scope) -> None:
        for printed in node.nodes:
            if isinstance(printed, nodes.Name) and printed.name in BLOCKS and printed.name not in scope:
                raise NotAllowedError("block-not-alone", printed.lineno or line, field=printed.name)

    def _name(self, node: nodes.Name, line: int, scope: Scope) -> None:
        if node.name in scope or node.name == "signatories":
            return
        if node.name in BLOCKS:
            raise NotAllowedError("block-not-alone", line, field=node.name)
        if node.name not in FIELDS:
            raise NotAllowedError("unknown-field", line, field=node.name, nearest=nearest_field(node.name))
        raise NotAllowedError("unknown-field", line, field=node.name, nearest=nearest_field(node.name + "."))

    def _column(self, node: nodes.Getattr | nodes.Getitem, line: int, scope: Scope) -> None:
        key = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        if not isinstance(node.node, nodes.Name) or not isinstance(key, str):
            raise NotAllowedError("field-not-allowed", line)
        root = node.node.name
        columns = scope.get(root, FIELDS.get(root, frozenset()))
        if key not in columns:
            given = f"{root}.{key}"
            near = nearest_field(given, [f"{root}.{column}" for column in columns] if root in scope else ())
            raise NotAllowedError("unknown-field", line, field=given, nearest=near)

    def _filter(self, node: nodes.Filter, line: int) -> None:
        if node.name not in FILTERS:
            raise NotAllowedError(
                "filter-unknown", line, field=node.name, nearest=nearest_field(node.name, FILTERS)
            )
        constant = all(isinstance(argument, nodes.Const) for argument in node.args)
        fits = len(node.args) <= (1 if node.name == "default" else 0)
        if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs or not (constant and fits):
            raise NotAllowedError("field-not-allowed", line, field=node.name)

    def _loop(self, node: nodes.For, line: int, loops: int, scope: Scope) -> None:
        self._loops += 1
        if not isinstance(node.target, nodes.Name) or node.recursive or loops >= MAX_LOOP_DEPTH:
            raise NotAllowedError("loop-not-allowed", line)
        if self._loops > MAX_LOOPS or not _is_list(node.iter, scope):
            raise NotAllowedError("loop-not-allowed", line)
        if node.target.name in FIELDS or node.target.name == "loop":
            raise NotAllowedError("loop-not-allowed", line)
        inner = {**scope, node.target.name: SIGNATORY_COLUMNS}
        if node.test:
            self._walk(node.test, loops, inner)
        for child in node.body:
            self._walk(child, loops + 1, {**inner, "loop": LOOP})
        for child in node.else_:
            self._walk(child, loops, scope)


def _is_list(node: nodes.Node, scope: Scope) -> bool:
    if isinstance(node, nodes.Name):
        # Not inside another loop: the list within the list grows with the square of its length.
        return node.name == "signatories" and not scope
    return (
        isinstance(node, nodes.Getattr)
        and node.attr == "members"
        and isinstance(node.node, nodes.Name)
        and node.node.name != "loop"
        and node.node.name in scope
    )
