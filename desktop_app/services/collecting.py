"""Collect sign-ons from a form: see what its answers would change in the list, then apply it."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.domain.disk_names import readable
from desktop_app.domain.enrolment import plan_of
from desktop_app.domain.fingerprints import keyed, new_key
from desktop_app.domain.freezing import FrozenText, text_signed_at
from desktop_app.domain.questions import Questions
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Step, gathered
from desktop_app.domain.sign_ons import FileNames, Plan, SignOn
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.form_apart import reading_answers
from desktop_app.files.form_columns import Columns
from desktop_app.files.form_headings import heading_key
from desktop_app.files.form_memory import (
    AnswerMemory,
    FormMemory,
    read_answers,
    read_form,
    write_answers,
    write_form,
)
from desktop_app.files.form_words import Use
from desktop_app.files.frozen_texts import frozen_texts
from desktop_app.files.list_editor import list_key
from desktop_app.files.list_file import ListFile
from desktop_app.files.open_questions import read_questions, write_questions
from desktop_app.files.safe_save import digest
from desktop_app.files.sign_on_form import Answers, Form, form_of
from desktop_app.services.disclosing import named_before
from desktop_app.services.saving import Saving
from desktop_app.support.long_work import with_step

_USES = {use.value.casefold(): use for use in Use if use is not Use.UNSURE}

_STAGES = 3
"""Of a plan: the file, its answers, the list."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the coordinator said about a form.

    Attributes:
        uses: What columns are for, by ``heading_key``.
        listed: How signatories appear where the form does not ask. It is consent to this file alone, and
            never remembered.
        sheet: Which sheet of a workbook holds the answers; empty = she did not say.
    """

    uses: Mapping[str, Use] = field(default_factory=dict)
    listed: Disclosure = Disclosure.PENDING
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """What importing a form comes to.

    Attributes:
        headings: What the form is known by; none for names alone, of which nothing is remembered.
        doubtful: Rows that are left to the coordinator.
        findings: What was odd about answers that are enrolled all the same.
        chosen: What its columns are for.
        known: What was known of answers.
        key: Of its fingerprints: the list's, or the one that it gets.
    """

    headings: tuple[str, ...]
    form: Form
    plan: Plan
    doubtful: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    chosen: FormMemory
    known: AnswerMemory
    key: str


def choices_of(maps: Sequence[str], listed: str, sheet: str) -> Choices:
    """The choices in words: ``Heading=Column``; ``pending``, ``named`` or ``anonymous``; a sheet's name.

    Raises:
        ProblemError: ``form-map-wrong`` and ``disclosure-unknown``.
    """
    uses = {}
    for given in maps:
        heading, equals, use = given.rpartition("=")
        if not equals or use.strip().casefold() not in _USES:
            raise ProblemError("form-map-wrong", given=given, known=tuple(u.value for u in _USES.values()))
        uses[heading_key(heading)] = _USES[use.strip().casefold()]
    known = tuple(kind.value for kind in Disclosure if kind is not Disclosure.WITHDRAWN)
    if listed and listed.casefold() not in known:
        raise ProblemError("disclosure-unknown", given=listed, known=known)
    return Choices(uses, Disclosure(listed.casefold() or Disclosure.PENDING), sheet)


def plan_import(
    listed: ListFile, file: Path, choices: Choices, today: dt.date, left_out: Collection[str] = ()
) -> Generator[Step, None, Import]:
    """What importing a file would do to the list. Nothing is changed.

    Args:
        listed: The list as it was read.
        file: The export, or a text with names.
        choices: What the coordinator says now; what columns were for before is known.
        today: For the change log.
        left_out: Folded names whose answers are to change nothing this time.

    Raises:
        ProblemError: as ``reading_answers``, ``form_of``, ``read_form``, ``read_answers``, ``frozen_texts``.
    """
    answers = yield from _answers(file, listed.password, choices.sheet)
    folder, headings = listed.path.parent, tuple(map(heading_key, answers.heading.texts))
    # Where the list has no key yet, nothing is remembered, and any new one will do.
    key = list_key(listed.package, listed.path.name) or new_key()
    fingerprint = keyed(key)
    earlier = read_form(folder, headings, fingerprint) if headings else FormMemory()
    known = read_answers(folder).at(digest(listed.data)) if headings else AnswerMemory()
    uses = {key: use for key, use in {**earlier.uses, **choices.uses}.items() if use is not None}
    yield Step("answers", 1, _STAGES)
    form = form_of(answers, uses, choices.listed)
    sign_ons = _with_text(form.sign_ons, frozen_texts(folder))
    files = FileNames(readable(file.name), listed.path.name)
    questions = read_questions(folder)
    yield Step("compare", 2, _STAGES)
    plan = plan_of(
        listed.signatories, sign_ons, known.brought, fingerprint, today, files, questions, left_out
    )
    yield Step("compare", _STAGES, _STAGES)
    doubtful = (*plan.doubtful, *form.doubtful)
    findings = gathered(_findings(listed, file, form, plan))
    return Import(
        headings, form, plan, doubtful, findings, FormMemory({**uses, **_kept(form.columns)}), known, key
    )


def _answers(file: Path, password: str, sheet: str) -> Generator[Step, None, Answers]:
    reading = reading_answers(file, password=password, sheet=sheet)
    return (yield from with_step(reading, Step("answers", 0, _STAGES)))


def _findings(listed: ListFile, file: Path, form: Form, plan: Plan) -> Iterator[Finding]:
    yield from _still_waiting(form.findings, plan)
    yield from _out_already(listed, plan)
    yield from _counted_already(listed, file, plan)


def _with_text(sign_ons: Iterable[SignOn], texts: Sequence[FrozenText]) -> list[SignOn]:
    """The sign-ons, each with the text that it signed.

    What another list says of that holds where it is one of this campaign's texts; else it is where that row
    comes from, and no more.
    """
    labels = {text.label for text in texts}
    return [_signed(sign_on, labels, text_signed_at(texts, sign_on.said_at)) for sign_on in sign_ons]


def _signed(sign_on: SignOn, labels: Collection[str], otherwise: str) -> SignOn:
    row = sign_on.signatory
    if row.text_version in labels:
        return sign_on
    if not row.text_version and not otherwise:
        return sign_on
    source = ", ".join(filter(None, (row.source, row.text_version)))
    return replace(sign_on, signatory=replace(row, text_version=otherwise, source=source))


def _out_already(listed: ListFile, plan: Plan) -> Iterator[Finding]:
    """Those whose name is taken back, and stands in letters that are out."""
    for enrolment in plan.withdrawn:
        if enrolment.before is not None:
            yield from named_before(listed.path.parent, listed, enrolment.before)


def _still_waiting(findings: Iterable[Finding], plan: Plan) -> Iterator[Finding]:
    """The findings; that a row waits is said of those alone that do."""
    waiting = {
        enrolment.row
        for enrolment in (*plan.new, *plan.changed)
        if enrolment.after.disclosure is Disclosure.PENDING
    }
    for finding in findings:
        if finding.code != "named-in-another-list":
            yield finding
        elif places := tuple(place for place in finding.places if place.row in waiting):
            yield replace(finding, places=places)


def _counted_already(listed: ListFile, file: Path, plan: Plan) -> Iterator[Finding]:
    """New ones that are not to be named, where rows are counted whose names are not kept."""
    rows = [row for row in listed.signatories if row.disclosure is Disclosure.ANONYMOUS and not row.name]
    new = [made.row for made in plan.new if made.after.disclosure is Disclosure.ANONYMOUS]
    if rows and new:
        places = tuple(Place(file.name, row=row) for row in new)
        yield Finding("perhaps-counted-already", Severity.WARNING, places, {"rows": len(rows)})


def _kept(columns: Columns) -> dict[str, Use | None]:
    """What every column was used for, so that it is again; headings that stand twice are read anew."""
    times = Counter(heading_key(heading) for heading, _ in columns)
    kept = ((heading_key(heading), use) for heading, use in columns)
    return {key: use for key, use in kept if times[key] == 1}


def apply_import(saving: Saving, listed: ListFile, imported: Import) -> tuple[Finding, ...]:
    """Save what an import changes, and only then remember that it was brought, and what columns are for.

    If the second fails, the next import finds the same answers in the list, and changes nothing.

    Args:
        saving: Of the campaign's list.
        listed: The list that the import was planned for.
        imported: The plan.

    Returns:
        What the coordinator should know about how it was saved.

    Raises:
        ProblemError: as ``Saving.save_key``, ``Saving.save``, ``write_questions``, ``write_form`` and
            ``write_answers``.
    """
    plan, known, folder = imported.plan, imported.known, listed.path.parent
    if list_key(listed.package, listed.path.name) is None:
        listed = saving.save_key(listed, imported.key)
    if plan.questions:
        # Before anything is changed: a no that was read once is never forgotten.
        asked = Questions(read_questions(folder), (), keyed(imported.key))
        write_questions(folder, asked.with_new(plan.questions))
    findings: tuple[Finding, ...] = ()
    if plan.edit.is_empty:
        known = replace(known, brought=plan.memory)
    else:
        findings = saving.save(listed, plan.edit, "import").findings
        known = known.after(digest(listed.data), plan.memory)
    if imported.headings:
        write_form(listed.path.parent, imported.headings, imported.chosen, keyed(imported.key))
        write_answers(listed.path.parent, known)
    return findings
