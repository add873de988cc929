"""Commands about the list of signatories."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.campaigns import count_json, count_lines
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, guard_json, withheld
from desktop_app.domain.counting import count
from desktop_app.domain.hiding import may_be_shown
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import gathered
from desktop_app.domain.roster import names_of
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.services.listing import write_named_list
from desktop_app.services.refusing import doubtful
from desktop_app.support.i18n import _


def signatories_list(_program: Program, asked: Namespace, output: Output) -> int:
    """The rows of the list; what the letter does not print goes by its row."""
    opened = opened_campaign(asked)
    hidden = set() if asked.show_withheld else {s.row for s in opened.signatories if not may_be_shown(s)}
    rows = list(_rows(opened.signatories, hidden))
    findings = gathered(opened.findings)
    content = {"signatories": rows, "findings": [finding_json(finding) for finding in findings]}
    lines = [f"{row['row']:>6}  {row['listed']:<9}  {row['name']}" for row in rows]
    output.result(content, lines or [_("The list has no signatory yet.")])
    output.findings(findings)
    return 0


def _rows(signatories: Sequence[Signatory], hidden: set[int]) -> Iterator[Mapping[str, object]]:
    open_rows = [signatory for signatory in signatories if signatory.row not in hidden]
    open_names = {name for s in open_rows for name in (*names_of(s), folded(s.acronym))}
    hidden_names = {name for s in signatories if s.row in hidden for name in names_of(s)} - open_names
    for signatory in signatories:
        masked = signatory.row in hidden
        # "Member of" repeats an umbrella's name; only one that is shown itself may be shown there.
        other_masked = bool(hidden) and folded(signatory.member_of) not in open_names
        yield {
            "row": signatory.row,
            "name": withheld(signatory.row) if masked else signatory.name,
            "acronym": _unless(masked, signatory.acronym),
            "country": _unless(masked, signatory.country),
            "kind": signatory.kind.value,
            "group": _unless(masked or folded(signatory.group) in hidden_names, signatory.group),
            "member_of": _unless(masked or other_masked, signatory.member_of),
            "counts": signatory.counts.value if signatory.counts else None,
            "listed": signatory.disclosure.value,
            "listed_as": _unless(signatory.disclosure is not Disclosure.NAMED, signatory.listed_as),
        }


def _unless(masked: bool, text: str) -> str | None:  # noqa: FBT001 - the two read as one word
    """A cell, or null where it is masked or blank."""
    return None if masked or not text else text


def signatories_count(_program: Program, asked: Namespace, output: Output) -> int:
    """The figures of the list."""
    opened = opened_campaign(asked)
    counted = count(opened.signatories, opened.campaign.counts)
    claimed = opened.campaign.claimed
    output.result(count_json(counted, claimed), count_lines(counted, claimed))
    output.findings(gathered(opened.findings))
    return 0


def named_list(program: Program, asked: Namespace, output: Output) -> int:
    """The named signatories as a file of their own."""
    opened = opened_campaign(asked)
    out = Path(asked.out)
    named, search = output.run(write_named_list(opened, program.reference, out))
    shown = str(out.resolve())
    findings = gathered((*opened.findings, *doubtful(search)))
    content = {
        "file": shown,
        "named": named,
        "findings": [finding_json(finding) for finding in findings],
        "guard": guard_json(search),
    }
    output.findings(findings)
    output.result(content, [_("{named} names written to {file}.").format(named=named, file=shown)])
    return 0
