"""Looks at all fields of a draft at once, so that every slip is named and not only the first."""

import copy
import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.files.docx_merge.blocks import is_block
from desktop_app.files.docx_merge.part_template import source_of
from desktop_app.files.docx_package import DocxPackage, Story, serialise
from desktop_app.files.field_tags import check_fields
from desktop_app.files.safe_template import SafeEnvironment, Source, parse
from desktop_app.files.wordml import w

_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_GOES_ON = frozenset({"unknown-field", "filter-unknown", "block-not-alone", "field-with-unseen-sign"})
"""What one field got wrong: without that field the rest of the part can still be read."""
_MOST = 50


def field_findings(package: DocxPackage, file: str) -> Iterator[Finding]:
    """An error for each field that is unknown, hostile or not closed, with its paragraph."""
    environment = SafeEnvironment({}, str)
    for story in package.stories:
        try:
            check_fields(story.root, file, story.part)
        except ProblemError as problem:
            yield Finding(problem.code, Severity.ERROR, (problem.place,), problem.values)
            continue
        source = _source(story, file)
        for _ in range(_MOST):
            try:
                parse(environment, source)
            except ProblemError as problem:
                yield Finding(problem.code, Severity.ERROR, (problem.place,), problem.values)
                if problem.code not in _GOES_ON:
                    break
                source = _without_fields(source, problem.place)
            else:
                break


def _source(story: Story, file: str) -> Source:
    """The part's source without the paragraphs that blocks take the place of."""
    root = copy.deepcopy(story.root)
    paragraphs = list(root.iter(w("p")))
    for paragraph in paragraphs:
        if story.kind == "document" and is_block(paragraph):
            # Emptied, not removed: the paragraphs after it keep their numbers.
            for child in list(paragraph):
                paragraph.remove(child)
    return source_of(serialise(root).decode(), file, story.part, range(1, len(paragraphs) + 1))


def _without_fields(source: Source, place: Place) -> Source:
    """The source with the fields of one paragraph taken out."""
    lines = source.text.split("\n")
    line = place.paragraph or 0
    if line < len(lines):
        lines[line] = _PRINTED.sub("", lines[line])
    return replace(source, text="\n".join(lines))
