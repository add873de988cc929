"""Makes sentences of codes and values, in the interface's language."""

from collections.abc import Mapping

from desktop_app.domain.reporting import Finding, ProblemError, Severity, Step, Value
from desktop_app.support.i18n import N_, _
from desktop_app.wording.findings import FINDINGS, IN_RECIPIENTS
from desktop_app.wording.languages import of_language
from desktop_app.wording.places import RECIPIENTS, of_place
from desktop_app.wording.problems import PROBLEMS

_SEVERITIES = {
    Severity.ERROR: N_("Must be settled"),
    Severity.WARNING: N_("Have a look"),
    Severity.NOTE: N_("Good to know"),
}
_STEPS = {
    "open": N_("Reading the campaign"),
    "read": N_("Reading the letters"),
    "write": N_("Letter {done} of {total}"),
    "convert": N_("PDF {done} of {total}"),
    "publish": N_("Writing the public copies"),
    "address": N_("E-mail draft {done} of {total}"),
    "guard": N_("Name check {done} of {total}"),
    "answers": N_("Reading the answers"),
    "compare": N_("Comparing them with the list"),
    "take-apart": N_("Taking the letter apart"),
    "make": N_("Making the letter's folder"),
}
_TAKEN_BACK = {
    "add": N_("Taken back: a signatory that was added."),
    "disclosure": N_("Taken back: how a signatory is listed."),
    "edits": N_("Taken back: what was changed in the window since the save before."),
    "import": N_("Taken back: an import."),
    "merge": N_("Taken back: a merge of two rows."),
}
_MOST_SHOWN = 12
_EXPECTED = {
    "text": N_("a text in quotation marks"),
    "texts": N_('a text in quotation marks, or several in brackets: ["one", "another"]'),
    "number": N_("a whole number without quotation marks"),
    "flag": N_("true or false"),
    "date": N_("a date such as 2024-02-01"),
    "table": N_('a table: {key = "value"}'),
    "tables": N_('a list of tables: [{key = "value"}]'),
}
"""Kinds of values in campaign.toml."""
_OF_LANGUAGES = ("language", "languages", "has")
"""Values that are codes of languages."""
_NEAREST = N_("Did you mean “{nearest}”?")


def severity_label(severity: Severity) -> str:
    """What a severity is called on the screen."""
    return _(_SEVERITIES[severity])


def of_problem(problem: ProblemError, otherwise: str = "") -> str:
    """One sentence or two for an error: the file and the place, what is wrong, what to do."""
    said = filled(_(otherwise or PROBLEMS[problem.code]), problem.values)
    place = of_place(problem.place)
    return f"{place}: {said}" if place else said


def of_finding(finding: Finding, otherwise: str = "") -> str:
    """The sentence for a finding, without its places; ``otherwise``: the words of another face."""
    message = otherwise or FINDINGS.get(finding.code) or PROBLEMS[finding.code]
    if finding.code == "withheld-name" and finding.values.get("where") == RECIPIENTS:
        message = IN_RECIPIENTS
    values = finding.values
    if finding.code.startswith("claim-"):
        values = {**values, "claim": of_claim(values.get("total"), values.get("anonymous"))}
    return filled(_(message), values)


def of_claim(total: Value | None, anonymous: Value | None) -> str:
    """What a letter claims of its signatories: both figures, or the one that it has."""
    if total is None:
        return _("{anonymous} without a name").format(anonymous=anonymous)
    if anonymous is None:
        return str(total)
    return _("{total}, {anonymous} of them without a name").format(total=total, anonymous=anonymous)


def of_step(step: Step) -> str:
    """One line of progress."""
    return _(_STEPS[step.what]).format(done=step.done, total=step.total)


def of_undone(what: str) -> str:
    """One line about a step on the list that was taken back."""
    said = _TAKEN_BACK.get(what)
    # A later version may have made it.
    return _(said) if said else _("Taken back: the last step.")


def filled(sentence: str, values: Mapping[str, Value]) -> str:
    """A sentence with its values; of a word that nobody knows the nearest one that somebody does."""
    said = _filled(sentence, values)
    return f"{said} {_filled(_(_NEAREST), values)}" if values.get("nearest") else said


def _filled(sentence: str, values: Mapping[str, Value]) -> str:
    return sentence.format_map(_Blank({key: _said(key, value) for key, value in values.items()}))


def _said(key: str, value: Value) -> str:
    if key == "expected" and value in _EXPECTED:
        return _(_EXPECTED[str(value)])
    if key in _OF_LANGUAGES and not isinstance(value, int):
        codes = (value,) if isinstance(value, str) else value
        return _shown(tuple(map(of_language, codes)))
    return _shown(value)


def _shown(value: Value) -> str:
    if not isinstance(value, tuple):
        return str(value)
    more = ", …" if len(value) > _MOST_SHOWN else ""
    return ", ".join(part or '""' for part in value[:_MOST_SHOWN]) + more


class _Blank(dict[str, str]):
    """A value that a sentence has a place for and an error does not give."""

    def __missing__(self, key: str) -> str:
        return "?"
