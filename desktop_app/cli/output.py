"""What the terminal shows: sentences for people, or one JSON object for programs."""

import json
import os
import re
import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import TextIO, TypeVar

from desktop_app.domain.disk_names import readable
from desktop_app.domain.reporting import Finding, Place, ProblemError, RefusedError, Severity, Step
from desktop_app.services.search_results import Search, Unread
from desktop_app.support.i18n import _
from desktop_app.wording import of_finding, of_place, of_problem, of_step, severity_label

Json = Mapping[str, object]
_Result = TypeVar("_Result")
_PLACES_SHOWN = 5
_SHOWN_WHOLE = frozenset({"close-name-elsewhere", "close-not-searched"})
"""Each place is to be mended by hand, and nothing will tell of it again."""
_STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it, or what turns the words beside it round."""


class NobodyReadsError(Exception):
    """Whoever read our output has had enough of it, as ``head`` does."""


def say(text: str, stream: TextIO, end: str = "\n") -> None:
    """Print it at once, with what steers a terminal spelled out, in the way that JSON has for it.

    Raises:
        NobodyReadsError: where the other end of a pipe is closed.
        ProblemError: ``output-lost`` where it cannot be written.
    """
    try:
        told = _STEERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", readable(text))
        print(told, file=stream, end=end, flush=True)
    except BrokenPipeError:
        raise NobodyReadsError from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise ProblemError("output-lost", reason=reason) from None


class Output:
    """Prints the result of one command.

    Args:
        as_json: One JSON object on standard output and nothing else there; sentences go to standard error.
    """

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def result(self, content: Json, lines: Iterable[str]) -> None:
        """The result: the JSON object, or its lines for people."""
        if self._json:
            say(json.dumps(content, ensure_ascii=False, indent=2), self._out)
        else:
            for line in lines:
                say(line, self._out)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings for people, the gravest first; in JSON they are part of the result."""
        if self._json:
            return
        for line in finding_lines(findings):
            say(line, self._out)

    def problem(self, problem: ProblemError) -> None:
        """An error: its sentence on standard error, in JSON its object on standard output as well."""
        say(of_problem(problem), self._err)
        findings = problem.findings if isinstance(problem, RefusedError) else ()
        for line in finding_lines(findings):
            say(line, self._err)
        if self._json:
            content: dict[str, object] = {"error": problem_json(problem)}
            if findings:
                content["findings"] = [finding_json(finding) for finding in findings]
            say(json.dumps(content, ensure_ascii=False, indent=2), self._out)

    def run(self, steps: Generator[Step, None, _Result]) -> _Result:
        """Run a long job to its end and show how far it is, where somebody watches.

        An interrupt closes the job, which then clears up behind itself.
        """
        watched = not self._json and self._err.isatty()
        try:
            while True:
                step = next(steps)
                if watched:
                    print(f"\r\x1b[K{of_step(step)}", end="", file=self._err, flush=True)
        except StopIteration as end:
            result: _Result = end.value
            return result
        finally:
            steps.close()
            if watched:
                print("\r\x1b[K", end="", file=self._err, flush=True)


def finding_lines(findings: Iterable[Finding]) -> Iterable[str]:
    """Each finding on a line, its places below it."""
    for finding in findings:
        yield f"{severity_label(finding.severity)}: {of_finding(finding)}"
        shown = len(finding.places) if finding.code in _SHOWN_WHOLE else _PLACES_SHOWN
        for place in finding.places[:shown]:
            yield f"    {of_place(place)}"
        more = len(finding.places) - shown
        if more > 0:
            yield "    " + _("and {more} more").format(more=more)


def finding_json(finding: Finding) -> Json:
    """A finding as programs read it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": of_finding(finding),
        "count": finding.count,
        "places": [place_json(place) for place in finding.places],
    }


def place_json(place: Place) -> Json:
    """A place as programs read it: what is not known is null."""
    return {
        "file": place.file or None,
        "part": place.part or None,
        "paragraph": place.paragraph,
        "row": place.row,
    }


def problem_json(problem: ProblemError) -> Json:
    """An error as programs read it."""
    return {"code": problem.code, "message": of_problem(problem), "place": place_json(problem.place)}


def guard_json(search: Search) -> Json:
    """What a search before handing over came to; a certain hit would have stopped it."""
    return {
        "files": search.files,
        "names": search.names,
        "hits": len(search.certain),
    }


def unread_json(not_read: Iterable[Unread]) -> list[Json]:
    """Files that were not searched, and why, as programs read it."""
    return [{"file": one.file, "part": one.part or None, "reason": one.why.value} for one in not_read]


def tally(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings of each severity there are."""
    counted = dict.fromkeys((severity.value for severity in Severity), 0)
    for finding in findings:
        counted[finding.severity.value] += 1
    return counted


def tally_line(findings: Sequence[Finding]) -> str:
    """The same for people: how many things there are, and in how many places those that must be settled."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    said = _("{error} to settle, {warning} to look at, {note} good to know.").format(**tally(findings))
    places = sum(finding.count for finding in errors)
    if places == len(errors):
        return said
    return said + " " + _("What is to be settled stands in {places} places.").format(places=places)


def withheld(row: int) -> str:
    """What stands for a name that is not shown."""
    return _("(withheld, row {row})").format(row=row)
