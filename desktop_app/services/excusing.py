"""A finished part without the sentences in which a name was settled, for the guard to search again.

A sentence is excused where all of this is true, worked out from the finished bytes: it is, letter by letter,
the settled one; it stands in running text of the part it was settled in; the part holds it no oftener than
it was settled; the same forms of the name are found in it, and none that runs on into the next sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from desktop_app.domain.prose import Settled, sentences_of, single_blanks
from desktop_app.files.finished_prose import PARTS, Paragraph, paragraphs_of, without_sentences
from desktop_app.files.part import Part, is_page
from desktop_app.files.text_readings import readings_of

_NOTED = r"\d{0,3} "
"""Between two words of a page the mark of a footnote may stand."""
FormsIn = Callable[[str], Counter[tuple[int, str]]]
"""How often each form stands in a text, with the row it belongs to."""


def without_settled(part: Part, row: int, settled: Collection[Settled], forms_in: FormsIn) -> Part | None:
    """The part without sentences in which the name of a row is settled; None where there are none."""
    if part.lined or is_page(part):
        return _page_without(part, row, settled, forms_in)
    wanted = {s.sentence: s for s in settled if s.row == row and s.part == PARTS.get(part.name)}
    if not wanted:
        return None
    paragraphs = paragraphs_of(part.raw)
    times = Counter(
        sentence
        for paragraph in paragraphs
        for sentence in sentences_of(paragraph.text)
        if sentence in wanted
    )

    def goes(paragraph: Paragraph, text: str) -> bool:
        known = wanted.get(single_blanks(text))
        return (
            known is not None
            and paragraph.is_running
            and times[known.sentence] <= known.times
            and forms_of_row(row, known.sentence, forms_in) == known.forms
            and not runs_over(row, paragraph.text, forms_in)
        )

    raw = without_sentences(part.raw, paragraphs, goes)
    return None if raw == part.raw else replace(part, raw=raw)


def _page_without(part: Part, row: int, settled: Collection[Settled], forms_in: FormsIn) -> Part | None:
    """The same of a page, whose lines break a sentence anywhere and do not say what is a footnote.

    The letter that the page was made of is searched part by part, so that a sentence is counted there. What
    is left is searched line by line: no break of the page's own can hide a name in it.
    """
    if part.markup:
        lines = [single_blanks(text) for cut in part.stretches() for text in readings_of(cut, markup=True)]
    else:
        lines = [single_blanks(part.raw.decode("utf-8", "replace"))]
    sentences = [
        _NOTED.join(map(re.escape, one.sentence.split()))
        for one in settled
        if one.row == row and forms_of_row(row, one.sentence, forms_in) == one.forms
    ]
    left = [re.sub("|".join(sentences), "\n", line) for line in lines] if sentences else lines
    return None if left == lines else Part(part.name, "\n".join(left).encode(), markup=False, lined=True)


def forms_of_row(row: int, sentence: str, forms_in: FormsIn) -> tuple[str, ...]:
    """What of a row's name stands in a sentence, each once."""
    return tuple(sorted(form for at, form in forms_in(sentence) if at == row))


def runs_over(row: int, text: str, forms_in: FormsIn) -> bool:
    """Whether a name of the row begins in one sentence of a paragraph and ends in another."""
    whole = _of_row(row, [single_blanks(text)], forms_in)
    return whole != _of_row(row, sentences_of(text), forms_in)


def _of_row(row: int, texts: Iterable[str], forms_in: FormsIn) -> Counter[str]:
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update({form: times for (at, form), times in forms_in(text).items() if at == row})
    return counted
