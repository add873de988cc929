"""Commands about signatories that are probably on the list twice."""

from argparse import Namespace
from collections.abc import Collection, Mapping

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign, saving_for
from desktop_app.cli.output import Output, finding_json, withheld
from desktop_app.domain.duplicates import Pair
from desktop_app.domain.hiding import may_be_shown
from desktop_app.domain.signatory import Signatory
from desktop_app.services.deduplicating import find_duplicates, keep_apart, unite_rows
from desktop_app.services.opening import OpenCampaign
from desktop_app.support.i18n import _
from desktop_app.wording import of_reasons

Shown = Mapping[int, str]


def signatories_duplicates(program: Program, asked: Namespace, output: Output) -> int:
    """Pairs of rows that are probably one signatory; or what is decided about one of them."""
    opened = opened_campaign(asked)
    if asked.merge:
        return _merge(program, asked, opened, output)
    if asked.not_the_same:
        return _keep_apart(asked, opened, output)
    pairs = find_duplicates(opened, program.reference)
    shown = _shown(opened.signatories, all_names=asked.show_withheld)
    lines = [line for pair in pairs for line in _lines(pair, shown)] or [_("Nothing looks like a duplicate.")]
    output.result({"pairs": [_json(pair, shown) for pair in pairs]}, lines)
    return 0


def _merge(program: Program, asked: Namespace, opened: OpenCampaign, output: Output) -> int:
    keep, other = asked.merge
    done = unite_rows(saving_for(asked), opened.listed, keep, other, program.today())
    content = {
        "kept": keep,
        "emptied": other,
        "listed": done.listed.value,
        "findings": [finding_json(finding) for finding in done.findings],
    }
    line = _("Row {other} is merged into row {keep}, which is {listed} now.")
    output.result(content, [line.format(keep=keep, other=other, listed=done.listed.value)])
    output.findings(done.findings)
    return 0


def _keep_apart(asked: Namespace, opened: OpenCampaign, output: Output) -> int:
    a, b = asked.not_the_same
    keep_apart(saving_for(asked), opened.listed, a, b)
    line = _("Rows {a} and {b} are not asked about again while their names stay.").format(a=a, b=b)
    output.result({"not_the_same": [a, b]}, [line])
    return 0


def _shown(signatories: Collection[Signatory], *, all_names: bool) -> Shown:
    """What stands for each row."""
    return {
        signatory.row: signatory.name if all_names or may_be_shown(signatory) else withheld(signatory.row)
        for signatory in signatories
    }


def _json(pair: Pair, shown: Shown) -> Mapping[str, object]:
    return {
        "a": {"row": pair.a, "name": shown[pair.a]},
        "b": {"row": pair.b, "name": shown[pair.b]},
        "score": pair.score,
        "why": of_reasons(pair.reasons),
    }


def _lines(pair: Pair, shown: Shown) -> tuple[str, ...]:
    rows = (f"{row:>6}  {shown[row]}" for row in (pair.a, pair.b))
    return (*rows, f"{pair.score:>6}  {of_reasons(pair.reasons)}", "")
