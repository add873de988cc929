"""P8b: what stands in the braces of a letter never runs: known payloads in many disguises, in every part."""

import itertools
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from hostile.trying import MARKER
from letters import Letter, p
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.field_check import field_findings
from desktop_app.files.letter_docx import letter_of

_SECONDS = 1.0
_ROOTS = (
    *("cycler", "lipsum", "joiner", "namespace", "range", "dict", "self", "config", "request", "url_for"),
    *("letter", "recipient", "signatories", "petition", "''", "[]", "()", "{}", "1", "loop"),
)
_WALKS = (
    "{0}.__init__.__globals__.os.popen('{1}').read()",
    "{0}.__init__.__globals__['os'].system('{1}')",
    "{0}.__class__.__mro__[1].__subclasses__()",
    "{0}['__class__']['__mro__'][1]['__subclasses__']()",
    "{0}|attr('__class__')|attr('__mro__')|list",
    "{0}|attr('\\x5f\\x5fclass\\x5f\\x5f')",
    "{0}.__class__.__base__.__subclasses__()[132].__init__.__globals__['popen']('{1}')",
    "{0}.__getattribute__('__class__')",
    "{0}.__class__.__init__.__globals__.__builtins__.exec('{1}')",
    "{0}.tpl.docx.save('{2}')",
    "{0}.format('{1}')",
    "('%s' * 999999999)|format({0})",
    "({0}|string) * 4000000000",
    "{0}|map(attribute='__class__')|list",
    "{0}|groupby('__class__')",
    "{0}|tojson|safe",
    "{0}.clear() or {0}.append(1)",
)
_WHOLE = (
    *("{% include '/etc/passwd' %}", "{% import '/etc/passwd' as x %}", "{% extends '/etc/passwd' %}"),
    *("{% set x = 1 %}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "{% block a %}{% endblock %}"),
    *("{% for a in range(999999999) %}{% endfor %}", "{% call a() %}{% endcall %}", "{{ 10**(10**8) }}"),
    *("{% filter upper %}x{% endfilter %}", "{% with a = 1 %}{% endwith %}", "{% debug %}", "{% do 1 %}"),
    *(
        "{% for a in signatories recursive %}{{ loop(a.members) }}{% endfor %}",
        "{{ 'a'|center(3000000000) }}",
    ),
    *(
        "{% autoescape false %}x{% endautoescape %}",
        "{{ [1] * 10**9 }}",
        "{{ ''.join(['a']) }}",
        "{{ 6 * 7 }}",
    ),
)
_PLACES = ("body", "header", "footer", "footnote")


def _payloads(marker: Path) -> Iterator[str]:
    yield from _WHOLE
    for walk, root in itertools.product(_WALKS, _ROOTS):
        said = walk.replace("{0}", root).replace("{1}", f"touch {marker}").replace("{2}", str(marker))
        yield f"{{{{ {said} }}}}"


def _letter(payload: str, place: str) -> Letter:
    beside: Mapping[str, str] = {} if place == "body" else {place: p(payload)}
    return Letter([p("{{ signatories }}"), p(payload if place == "body" else "Text")], **beside)  # type: ignore[arg-type]


def check(cases: int, folder: Path) -> Outcome:
    """Read and check letters with so many payloads, each in the next part of the letter."""
    marker = folder / MARKER
    faults: list[str] = []
    slowest = 0.0
    tried = list(itertools.product(_PLACES, list(_payloads(marker))))
    step = max(1, len(tried) // cases)
    chosen = tried[::step][:cases] if cases < len(tried) else tried
    for place, payload in chosen:
        began = time.process_time()
        said = _said(payload, place)
        slowest = max(slowest, time.process_time() - began)
        if not said:
            faults.append(f"let through in the {place}: {payload}")
    if marker.exists():
        faults.append("a payload ran")
    if slowest > _SECONDS:
        faults.append(f"one took {slowest:.1f} s")
    figure = f"{len(chosen)} letters with payloads: {len(chosen) - len(faults)} refused with the field named"
    return Outcome(f"{figure}; at most {slowest:.2f} s; 0 ran" if not faults else figure, tuple(faults))


def _said(payload: str, place: str) -> str:
    """What stops a letter with a payload."""
    try:
        draft = letter_of(_letter(payload, place).data(), "letter.docx")
        findings = [finding.code for finding in field_findings(draft.package, "letter.docx")]
    except ProblemError as problem:
        return problem.code
    return ", ".join(findings)


P8_PAYLOADS = Promise(
    "P8b",
    "What stands in a letter's braces is one of our fields or is refused where it stands; nothing runs.",
    of_sizes(60, 400, 10_000),
    check,
)
