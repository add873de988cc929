"""The command that brings the answers of a form into the list."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign, saving_for
from desktop_app.cli.output import Output, finding_json, withheld
from desktop_app.domain.hiding import may_be_shown
from desktop_app.domain.reporting import Finding
from desktop_app.domain.sign_ons import Enrolment
from desktop_app.files.form_columns import Columns
from desktop_app.files.form_words import Use
from desktop_app.files.list_editor.row_texts import texts_of
from desktop_app.services.collecting import (
    Import,
    apply_import,
    choices_of,
    plan_import,
)
from desktop_app.services.saving import check_takes_names
from desktop_app.support.i18n import _
from desktop_app.wording import of_finding


def signatories_import(program: Program, asked: Namespace, output: Output) -> int:
    """Show what a form's answers would change in the list; change it where that is asked for."""
    choices = choices_of(asked.map, asked.listed, asked.sheet)
    listed = opened_campaign(asked).listed
    saving = saving_for(asked)
    check_takes_names(saving.folder)
    imported = output.run(plan_import(listed, Path(asked.file), choices, program.today()))
    findings = imported.findings
    if asked.apply:
        findings = (*findings, *apply_import(saving, listed, imported))
    content = _json(imported, findings, show=asked.show_withheld) | {"applied": asked.apply}
    lines = [*_lines(imported, show=asked.show_withheld), _ending(imported, applied=asked.apply)]
    output.result(content, lines)
    output.findings(findings)
    return 0


def _ending(imported: Import, *, applied: bool) -> str:
    if imported.plan.edit.is_empty:
        return _("There is nothing to change.")
    return (
        _("The list is changed.") if applied else _("Nothing is changed yet. Add --apply to change the list.")
    )


def _json(imported: Import, findings: Iterable[Finding], *, show: bool) -> dict[str, object]:
    plan = imported.plan
    return {
        "new": [_enrolment_json(enrolment, show=show) for enrolment in plan.new],
        "changed": [_enrolment_json(enrolment, show=show) for enrolment in plan.changed],
        "withdrawn": [_enrolment_json(enrolment, show=show) for enrolment in plan.withdrawn],
        "unchanged": plan.unchanged,
        "doubtful": [_doubt_json(finding) for finding in imported.doubtful],
        "columns": {heading: use.value if use else None for heading, use in imported.form.columns},
        "findings": [finding_json(finding) for finding in findings],
    }


def _enrolment_json(enrolment: Enrolment, *, show: bool) -> Mapping[str, object]:
    return {
        "row": enrolment.row,
        "list_row": enrolment.before.row if enrolment.before else None,
        "name": _name(enrolment, show=show),
        "listed": enrolment.after.disclosure.value,
        "fields": _changed_fields(enrolment),
    }


def _doubt_json(finding: Finding) -> Mapping[str, object]:
    place = finding.places[0]
    return {"row": place.row, "file": place.file, "code": finding.code, "why": _why(finding)}


def _lines(imported: Import, *, show: bool) -> Iterator[str]:
    yield from _column_lines(imported.form.columns)
    plan = imported.plan
    for title, enrolments in (
        (_("New: {count}"), plan.new),
        (_("Changed: {count}"), plan.changed),
        (_("Taken back: {count}"), plan.withdrawn),
    ):
        yield title.format(count=len(enrolments))
        for enrolment in enrolments:
            changed = ", ".join(_changed_fields(enrolment))
            listed = enrolment.after.disclosure.value
            line = f"    {_where(enrolment)}  {listed:<9}  {_name(enrolment, show=show)}"
            yield f"{line}  ({changed})" if changed else line
    yield _("Doubtful: {count}").format(count=len(imported.doubtful))
    for finding in imported.doubtful:
        place = finding.places[0]
        yield f"{place.row:>6}  {place.file}: {_why(finding)}"
    yield _("Unchanged: {count}").format(count=plan.unchanged)


def _where(enrolment: Enrolment) -> str:
    """The row of the list, where there is one already; else the row of the form."""
    if enrolment.before is not None:
        return _("row {row} of the list").format(row=enrolment.before.row)
    return _("row {row} of the form").format(row=enrolment.row)


def _column_lines(columns: Columns) -> Iterator[str]:
    used = [(heading, use.value) for heading, use in columns if use not in (None, Use.IGNORE)]
    if not columns:
        yield _("Names alone, one a line.")
    for heading, use in used:
        yield f"    {heading}  ->  {use}"
    if unused := [heading for heading, use in columns if heading and use in (None, Use.IGNORE)]:
        yield "    " + _("Not used: {headings}").format(headings=", ".join(unused))


def _why(finding: Finding) -> str:
    others = [_("{file}, row {row}").format(file=p.file, row=p.row) for p in finding.places[1:]]
    return " ".join([of_finding(finding), *(f"({other})" for other in others)])


def _name(enrolment: Enrolment, *, show: bool) -> str:
    rows = [row for row in (enrolment.before, enrolment.after) if row is not None]
    return enrolment.after.name if show or all(map(may_be_shown, rows)) else _withheld(enrolment)


def _withheld(enrolment: Enrolment) -> str:
    """It goes by its row of the list; where it has none yet, by that of the form."""
    if enrolment.before is not None:
        return withheld(enrolment.before.row)
    return _("(withheld, row {row} of the form)").format(row=enrolment.row)


def _changed_fields(enrolment: Enrolment) -> Sequence[str]:
    """The columns of the list whose cells change."""
    if enrolment.before is None:
        return ()
    before, after = texts_of(enrolment.before), texts_of(enrolment.after)
    return [column.value for column, text in after.items() if text != before[column]]
