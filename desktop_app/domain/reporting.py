"""What a job tells whoever runs it: findings, steps, and the one base of all errors.

None of these holds a sentence. They hold a code and values, and ``desktop_app.wording`` makes the
sentence in the language of the interface.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | tuple[str, ...]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Must be settled: ``export`` refuses."""
    WARNING = "warning"
    """Files are handed over; shown first."""
    NOTE = "note"
    """Good to know: an address that may be old, a gap in our tables."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Every part is optional.

    Attributes:
        file: A file's name, or its path inside the campaign folder.
        part: A part of that file: ``body``, ``header``, ``footnotes``, a key of campaign.toml, a sheet.
        paragraph: Number of the paragraph in its part, counted from 1.
        row: Number of the spreadsheet row, counted from 1 as the spreadsheet does.
    """

    file: str = ""
    part: str = ""
    paragraph: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the user's files, or in a finished file, that needs attention.

    One finding for each kind, with all its places. ``values`` go into the sentence; they never hold a
    withheld name (the place's row stands for it).
    """

    code: str
    severity: Severity
    places: tuple[Place, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How often this was found: one for each place, at least one."""
        return max(1, len(self.places))


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each kind, with all its places, the gravest first."""
    by_kind: dict[tuple[str, Severity, str], list[Finding]] = {}
    for finding in findings:
        kind = (finding.code, finding.severity, repr(sorted(finding.values.items())))
        by_kind.setdefault(kind, []).append(finding)
    merged = [
        Finding(code, severity, tuple(dict.fromkeys(p for f in same for p in f.places)), same[0].values)
        for (code, severity, _), same in by_kind.items()
    ]
    rank = list(Severity)
    return tuple(sorted(merged, key=lambda finding: rank.index(finding.severity)))


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of progress of a long job.

    Attributes:
        what: Code of what is being done, such as ``merge``, ``write`` or ``guard``.
        done: Units finished, from 0 to ``total``.
        total: Units in all.
        subject: What the unit was about: a recipient's key, a file name. Never a signatory.
    """

    what: str
    done: int
    total: int
    subject: str = ""


class ProblemError(Exception):
    """Something stops the work. The base of every error that a user can meet.

    Args:
        code: What happened, as ``wording`` knows it: ``letter-missing``, ``unknown-body``.
        place: The file and the place in it.
        values: What goes into the sentence. Never a withheld name.
    """

    exit_status = 2
    """Wrong use, or input that cannot be read."""

    def __init__(self, code: str, place: Place = Place(), **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.values: Mapping[str, Value] = values


class RefusedError(ProblemError):
    """The work was refused because of findings that must be settled first."""

    exit_status = 1

    def __init__(
        self, code: str, findings: tuple[Finding, ...], place: Place = Place(), **values: Value
    ) -> None:
        super().__init__(code, place, **values)
        self.findings = findings


class LeakError(RefusedError):
    """A withheld name was found in a file that was to be handed over. Nothing is handed over."""

    exit_status = 3
