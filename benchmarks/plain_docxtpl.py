"""The same letters as one writes them with docxtpl: a template with loops, rendered for each recipient."""

import copy
from collections.abc import Iterator
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from benchmarks.workload import LANGUAGE, Workload
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.letter_values import letter_values, recipient_values
from desktop_app.domain.printed_list import Listed
from desktop_app.files.docx_merge.list_block import list_numbering
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import DocxPackage, serialise
from desktop_app.files.wordml import properties, put, text_of, w

_LOOPS = {
    "{{ signatories }}": (
        "{%p for s in names %}",
        "{{ s.name }}",
        "{%p for m in s.members %}",
        "{{ m.name }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "{{ contacts }}": ("{%p for line in contacts %}", "{{ line }}", "{%p endfor %}"),
    "{{ signature }}": ("{%p for line in signature %}", "{{ line }}", "{%p endfor %}"),
}


class PlainLoop:
    """A letter.docx with loops in it, and everything its fields print."""

    def __init__(self, work: Workload, path: Path) -> None:
        path.write_bytes(_with_loops(work.opened.draft(LANGUAGE).package))
        self._path = path
        self._language = LetterLanguage(LANGUAGE)
        self._common = self._values(work)

    def write(self, work: Workload, folder: Path) -> None:
        """One file for each recipient."""
        for recipient in work.chosen.recipients:
            letter = DocxTemplate(self._path)
            values = {**self._common, "recipient": dict(recipient_values(recipient))}
            letter.render(values, self._environment(), autoescape=True)
            letter.save(folder / f"{recipient.iso3}.docx")

    def _environment(self) -> Environment:
        environment = Environment(autoescape=True)
        environment.filters["number"] = self._language.number
        environment.filters["long_date"] = str
        return environment

    def _values(self, work: Workload) -> dict[str, object]:
        campaign, counted = work.opened.campaign, work.counted
        text, phrases = campaign.text(LANGUAGE), work.reference.phrases(LANGUAGE)
        day = self._language.long_date(campaign.date) if campaign.date else ""
        statement = self._language.statement(counted.total, counted.anonymous, text, phrases.count)
        return {
            "letter": {**letter_values(campaign, LANGUAGE), "date": day},
            "signatories": {
                "total": counted.total,
                "named": counted.named,
                "anonymous": counted.anonymous,
                "noun": self._language.noun(counted.total, text),
                "statement": statement,
                "as_of": day,
            },
            "names": [_as_dict(one) for one in work.ordered],
            "contacts": [f"{c.role}, {c.organisation} – {c.email}" for c in campaign.contacts],
            "signature": [f"{s.name}\n{s.title}, {s.organisation}" for s in campaign.signed_by],
        }


def _as_dict(listed: Listed) -> dict[str, object]:
    return {"name": listed.name, "members": [_as_dict(member) for member in listed.members]}


def _with_loops(package: DocxPackage) -> bytes:
    """The letter as a DOCX in which loops stand where ours has one field."""
    numbering = list_numbering(package, digits=3)
    for paragraph in list(package.body.iter(w("p"))):
        field = text_of(paragraph)
        for made in _expanded(paragraph, field, numbering.number) if field in _LOOPS else ():
            paragraph.addprevious(made)
        if field in _LOOPS:
            package.body.remove(paragraph)
    stories = {story.name: serialise(story.root) for story in package.stories}
    return Shell({**package.supporting_parts("Letter", None), **stories}).file({})


def _expanded(paragraph: etree._Element, field: str, numbering: str) -> Iterator[etree._Element]:
    for line in _LOOPS[field]:
        made = copy.deepcopy(paragraph)
        run, *others = made.iter(w("r"))
        for other in others:
            made.remove(other)
        for child in [child for child in run if child.tag != w("rPr")]:
            run.remove(child)
        etree.SubElement(run, w("t")).text = line
        if line.endswith(".name }}"):
            entry = put(properties(made, "pPr"), "numPr")
            etree.SubElement(entry, w("ilvl")).set(w("val"), "1" if line.startswith("{{ m") else "0")
            etree.SubElement(entry, w("numId")).set(w("val"), numbering)
        yield made
