"""One part of a letter as a template: what names no recipient is rendered once, the rest for each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache

from jinja2 import nodes
from jinja2.environment import Template
from lxml import etree

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.docx_merge.blocks import insert_blocks
from desktop_app.files.docx_merge.finishing import finish, paragraph_spans, parsed
from desktop_app.files.docx_merge.splice import Segment
from desktop_app.files.safe_template import EMPTY, SafeEnvironment, Source, parse, render

VARYING = frozenset({"recipient"})
"""Roots whose values differ from letter to letter of one language."""

_CUT = "\ufdd1"
"""Stands where something varies. A noncharacter, as the other marks are."""
_CUT_AT = re.compile(f"{_CUT}(\\d+){_CUT}")

Values = Mapping[str, object]


class PartTemplate:
    """A compiled part. ``values`` gives what stands in each place that varies."""

    def __init__(self, source: Source, environment: SafeEnvironment, common: Values) -> None:
        """Compile ``source`` and render all that is ``common``.

        Raises:
            ProblemError: for an unknown, hostile or unclosed field, with its paragraph.
        """
        self._source = source
        self._texts, varying = [source.text], list[nodes.Node]()
        if "{" in source.text:  # else Jinja would take as long over a footer as over the letter
            runs, varying = _parted(parse(environment, source))
            rendered = render(_compile(environment, runs), common, source)
            self._texts = rendered.split(_CUT)[1:]
        self._template = _compile(environment, [[node] for node in varying]) if varying else None

    @property
    def varies(self) -> bool:
        """Whether anything in this part differs between recipients."""
        return self._template is not None

    def skeleton(self) -> str:
        """The part's XML with a numbered cut in each place that varies.

        Raises:
            ProblemError: ``fields-crossed`` where an ``if`` or a ``for`` took one end of something away.
        """
        pieces = [self._texts[0]]
        for number, text in enumerate(self._texts[1:]):
            pieces += [f"{_CUT}{number}{_CUT}", text]
        xml = "".join(pieces).replace("\n", "")
        with self.kept_whole():
            etree.fromstring(xml.encode())
        return xml

    @contextmanager
    def kept_whole(self) -> Iterator[None]:
        """Name the part in the error where its rendered XML is not well-formed."""
        try:
            yield
        except etree.XMLSyntaxError:
            raise ProblemError("fields-crossed", Place(self._source.file, self._source.part)) from None

    def values(self, varying: Values, common: Values) -> list[str]:
        """What stands in each cut for one recipient."""
        if self._template is None:
            return []
        rendered = render(self._template, {**common, **varying}, self._source)
        return rendered.replace("\n", "").split(_CUT)[1:]


class FinishedPart:
    """A part ready to write: constant stretches compressed once, paragraphs that vary made for each.

    Args:
        template: The compiled part.
        blocks: What replaces the sentinels of the block fields, finished.
        fonts: See ``finish``.
    """

    def __init__(self, template: PartTemplate, blocks: Mapping[str, str], *, fonts: bool) -> None:
        self._template = template
        self._blocks = blocks
        self._fonts = fonts
        # Many recipients share a salutation or a closing. The number kept does not grow with the letters.
        self._finished = lru_cache(maxsize=256)(self._finish)
        self._items: list[Segment | str] = []
        for text, varies in _split(template.skeleton()):
            if varies:
                self._items.append(text)
            elif text:
                self._items.append(Segment(_finished(text, blocks, fonts=fonts)))

    def pieces(self, varying: Values, common: Values) -> list[Segment | bytes]:
        """The part for one recipient, for ``Shell.file``."""
        values = self._template.values(varying, common)
        return [
            item if isinstance(item, Segment) else self._finished(_fill(item, values)) for item in self._items
        ]

    def _finish(self, xml: str) -> bytes:
        with self._template.kept_whole():
            parsed(xml)
        return _finished(xml, self._blocks, fonts=self._fonts)


def finish_constant(template: PartTemplate, blocks: Mapping[str, str], *, fonts: bool) -> bytes:
    """The bytes of a part in which nothing varies."""
    return _finished(template.skeleton(), blocks, fonts=fonts)


def _finished(xml: str, blocks: Mapping[str, str], *, fonts: bool) -> bytes:
    """A stretch ready to write. Blocks are long and finished already, so they come in last."""
    return insert_blocks(finish(xml, fonts=fonts), blocks).encode()


def plain_render(template: PartTemplate, blocks: Mapping[str, str], varying: Values, common: Values) -> str:
    """A part as it is before it is finished: what docxtpl makes of the same letter and values."""
    skeleton = insert_blocks(template.skeleton(), blocks)
    return _fill(skeleton, template.values(varying, common)).replace(EMPTY, "")


def source_of(xml: str, file: str, part: str, numbers: Sequence[int]) -> Source:
    """A part as Jinja source. It has no line feeds but those that begin a paragraph's line.

    The lines are made first: docxtpl takes the paragraph round ``{%p for ... %}`` away, and the numbers of
    those after it would no longer be right.
    """
    source = re.sub(r"<w:p(?=[ >/])", "\n<w:p", xml.replace("\n", " "))
    if "{" in source:
        from docxtpl import DocxTemplate

        source = DocxTemplate(None).patch_xml(source)
    return Source(source, file, part, numbers)


def _names_recipient(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Name):
        return node.name in VARYING
    return any(name.name in VARYING for name in node.find_all(nodes.Name))


def _pieces(tree: nodes.Template) -> Iterator[nodes.Node]:
    for node in tree.body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                yield nodes.Output([child], lineno=node.lineno)
        else:
            yield node


def _parted(tree: nodes.Template) -> tuple[list[list[nodes.Node]], list[nodes.Node]]:
    """The nodes that vary, and what stands before, between and after them."""
    runs: list[list[nodes.Node]] = [[]]
    varying: list[nodes.Node] = []
    for node in _pieces(tree):
        if _names_recipient(node):
            varying.append(node)
            runs.append([])
        else:
            runs[-1].append(node)
    return runs, varying


def _compile(environment: SafeEnvironment, groups: Sequence[Sequence[nodes.Node]]) -> Template:
    """A template of checked nodes, with a cut before each group."""
    body: list[nodes.Node] = []
    for group in groups:
        body += [nodes.Output([nodes.TemplateData(_CUT)], lineno=1), *group]
    tree = nodes.Template(body, lineno=1)
    tree.set_environment(environment)
    return environment.template_class.from_code(environment, environment.compile(tree), {})


def _fill(xml: str, values: Sequence[str]) -> str:
    return _CUT_AT.sub(lambda found: values[int(found[1])], xml)


def _split(skeleton: str) -> Iterator[tuple[str, bool]]:
    """Constant stretches and stretches that vary, in turn; the latter are whole paragraphs."""
    at = 0
    for start, end in _varying_spans(skeleton):
        yield skeleton[at:start], False
        yield skeleton[start:end], True
        at = end
    yield skeleton[at:], False


def _varying_spans(skeleton: str) -> list[tuple[int, int]]:
    cuts = [(found.start(), found.end()) for found in _CUT_AT.finditer(skeleton)]
    if not cuts:
        return []
    paragraphs = sorted(paragraph_spans(skeleton))
    spans: list[tuple[int, int]] = []
    for cut in cuts:
        around = [p for p in paragraphs if p[0] <= cut[0] and cut[1] <= p[1]]
        outer = min(around, default=cut)
        if spans and outer[0] < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], outer[1]))
        else:
            spans.append(outer)
    return spans
