"""Commands about signatories that are probably on the list twice."""

from argparse import Namespace
from collections.abc import Collection, Mapping

from desktop_app.bootstrap import Program
from desktop_app.cli.campaigns import opened_campaign
from desktop_app.cli.lists import withheld
from desktop_app.cli.output import Output
from desktop_app.domain.duplicates import Pair
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.services.deduplicating import find_duplicates
from desktop_app.support.i18n import _
from desktop_app.wording import of_reasons

Shown = Mapping[int, str]


def signatories_duplicates(program: Program, asked: Namespace, output: Output) -> int:
    """Pairs of rows that are probably one signatory; names that are withheld go by their row."""
    opened = opened_campaign(asked)
    pairs = find_duplicates(opened, program.reference, key="")
    shown = _shown(opened.signatories, all_names=asked.show_withheld)
    lines = [line for pair in pairs for line in _lines(pair, shown)] or [_("Nothing looks like a duplicate.")]
    output.result({"pairs": [_json(pair, shown) for pair in pairs]}, lines)
    return 0


def _shown(signatories: Collection[Signatory], *, all_names: bool) -> Shown:
    """What stands for each row."""
    return {
        signatory.row: signatory.name if all_names or _is_open(signatory) else withheld(signatory.row)
        for signatory in signatories
    }


def _is_open(signatory: Signatory) -> bool:
    return signatory.disclosure is Disclosure.NAMED and not hides_its_name(signatory)


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
