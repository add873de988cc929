"""What the answers of a form would change in the list.

The same growing export comes again and again, its questions change, late answers come out of order, and the
coordinator corrects rows by hand in between. So the result does not depend on what was imported first: how a
signatory appears is the most careful of all it ever answered, and every other field holds the latest answer
that is not blank, unless somebody wrote there by hand.

Two things do depend on it. Of two names that look alike, the first is enrolled and the second is doubtful.
Of an answer that was changed in its place, what is brought last holds, but for its consent.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from desktop_app.domain.fingerprints import Fingerprint
from desktop_app.domain.known_names import KnownNames
from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.plain_text import folded
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.sign_ons import Enrolment, Memory, Plan, Remembered, SignOn, Written, settled
from desktop_app.domain.signatory import Disclosure, Signatory

_SAID = (
    *("name", "acronym", "country", "kind", "title", "group", "member_of", "listed_as", "also_known_as"),
    *("contact", "email", "signed_on", "notes"),
)
_FIELDS = (*_SAID, "source", "text_version")
_LISTED = "disclosure"

_PERHAPS_ANOTHER = ("row-twice", "other-country", "looks-like")


@dataclass(frozen=True, slots=True)
class FileNames:
    """The two files that a plan speaks of."""

    form: str
    list: str


def plan_of(
    signatories: Sequence[Signatory],
    sign_ons: Sequence[SignOn],
    memory: Memory,
    fingerprint: Fingerprint,
    today: dt.date,
    files: FileNames,
) -> Plan:
    """What these answers would change, given what earlier imports brought."""
    planner = _Planner(signatories, sign_ons, memory, fingerprint, files)
    for group in planner.fresh(sign_ons):
        planner.enrol(group)
    planner.miss()
    return planner.plan(today)


class _Planner:
    def __init__(
        self,
        signatories: Sequence[Signatory],
        sign_ons: Sequence[SignOn],
        memory: Memory,
        fingerprint: Fingerprint,
        files: FileNames,
    ) -> None:
        self._present = {fingerprint(sign_on.key): sign_on for sign_on in sign_ons}
        # The form of those among them which are known; else a new one.
        self._forms = Counter(memory.answers[key].form for key in self._present if key in memory.answers)
        self._form = next((form for form, _ in self._forms.most_common(1)), min(self._present, default=""))
        self._rows = {signatory.row: signatory for signatory in signatories}
        self._known = KnownNames(signatories)
        self._fingerprint = fingerprint
        self._files = files
        self._before = memory
        self._answers = dict(memory.answers)
        self._fields = {whom: dict(fields) for whom, fields in memory.fields.items()}
        self._enrolments: dict[int, Enrolment] = {}
        self._new: list[Enrolment] = []
        self._doubtful: list[Finding] = []
        self._unchanged = 0

    def fresh(self, sign_ons: Iterable[SignOn]) -> list[list[SignOn]]:
        """The answers that no earlier import brought as they are now: a group for each signatory, in time."""
        answers = []
        seen = set()
        for sign_on in sign_ons:
            said = (self._fingerprint(sign_on.key), self._said(sign_on))
            remembered = self._before.answers.get(said[0])
            if said in seen:
                self._unchanged += 1
            elif remembered is not None and said[1] in remembered.said:
                self._look_for(sign_on)
            else:
                answers.append(sign_on)
            seen.add(said)
        ordered = [sorted(group, key=self._stamp) for group in _groups(answers)]
        return sorted(ordered, key=lambda group: self._stamp(group[0]))

    def enrol(self, group: list[SignOn]) -> None:
        """Bring the answers of one signatory into the list, or say why not."""
        earlier = self._earlier(group)
        row = self._row_of(group, earlier)
        if isinstance(row, Finding):
            self._doubtful.append(row)
            return
        whom = self._whom(group[-1].signatory)
        before = self._rows.get(row)
        fields = self._fields.setdefault(whom, dict(self._fields.get(earlier, {})))
        after = before or Signatory(0, "", Disclosure.PENDING)
        for sign_on in group:
            after = self._with_facts(after, sign_on, fields)
            key = self._fingerprint(sign_on.key)
            said = self._answers[key].said if key in self._answers else ()
            self._answers[key] = Remembered((*said, self._said(sign_on)), whom, self._form)
        after = replace(after, disclosure=self._disclosure(before, group, fields))
        self._note(Enrolment(group[-1].row, after, before), len(group))

    def miss(self) -> None:
        """Say which earlier answers of the same form are there no longer. Absence takes nothing back."""
        speaking = {self._whom(sign_on.signatory) for sign_on in self._present.values()}
        earlier = {key: answer for key, answer in self._before.answers.items() if answer.form in self._forms}
        gone = {answer.whom for key, answer in earlier.items() if key not in self._present} - speaking
        for signatory in self._rows.values():
            if signatory.disclosure is not Disclosure.WITHDRAWN and self._whom(signatory) in gone:
                place = Place(self._files.list, row=signatory.row)
                self._doubtful.append(Finding("answer-gone", Severity.WARNING, (place,)))

    def plan(self, today: dt.date) -> Plan:
        """All of it."""
        listed = tuple(self._enrolments.values())
        return Plan(
            new=tuple(self._new),
            changed=tuple(enrolment for enrolment in listed if not enrolment.takes_back),
            withdrawn=tuple(enrolment for enrolment in listed if enrolment.takes_back),
            unchanged=self._unchanged,
            doubtful=tuple(self._doubtful),
            edit=ListEdit(
                changed=tuple(enrolment.after for enrolment in listed),
                added=tuple(enrolment.after for enrolment in self._new),
                log=tuple(_log(listed, today)),
            ),
            memory=Memory(self._answers, self._fields),
        )

    def _row_of(self, group: list[SignOn], earlier: str) -> int | Finding:
        """The row these answers belong to, 0 for a new one; or why that is doubtful."""
        signatory = group[-1].signatory
        same = [*self._known.same(signatory)]
        if earlier and earlier != self._whom(signatory):
            # The answer was changed, and its name with it: it belongs to the row that it made.
            same += (row for row in self._rows.values() if self._whom(row) == earlier and row not in same)
        if len(same) > 1:
            return self._doubt("row-twice", group, same[0])
        if same and same[0].row:
            # An answer that was changed may have changed its country, and is the same all the same.
            sure = any(self._fingerprint(sign_on.key) in self._before.answers for sign_on in group)
            if sure or _may_be_one(same[0], signatory):
                return same[0].row
            return self._doubt("other-country", group, same[0])
        alike = same or self._known.alike(signatory)
        if earlier:
            # It was enrolled before. Either its spelling was mended in the list since, or the row went.
            return alike[0].row if len(alike) == 1 else self._doubt("row-gone", group)
        if alike:
            return self._doubt("looks-like", group, alike[0])
        hidden = self._known.withheld_with_email(signatory)
        if hidden is not None and signatory.disclosure is Disclosure.NAMED:
            return self._doubt("same-email", group, hidden)
        return 0

    def _doubt(self, code: str, group: list[SignOn], other: Signatory | None = None) -> Finding:
        places = [Place(self._files.form, row=group[-1].row)]
        if other is not None:
            if code in _PERHAPS_ANOTHER and other.disclosure is Disclosure.NAMED and _refuses(group):
                code = "perhaps-taken-back"
            new = next((e.row for e in self._new if e.after is other), 0)
            places.append(Place(self._files.form, row=new) if new else Place(self._files.list, row=other.row))
        return Finding(code, Severity.WARNING, tuple(places))

    def _look_for(self, sign_on: SignOn) -> None:
        """An answer that was brought before must still be in the list, under whatever spelling."""
        signatory, known = sign_on.signatory, self._known
        if known.same(signatory) or known.alike(signatory) or known.has_email(signatory):
            self._unchanged += 1
        else:
            self._doubtful.append(self._doubt("row-gone", [sign_on]))

    def _earlier(self, group: list[SignOn]) -> str:
        """Fingerprint of the name under which an earlier import enrolled it; empty if none did."""
        for sign_on in group:
            if remembered := self._before.answers.get(self._fingerprint(sign_on.key)):
                return remembered.whom
        whom = self._whom(group[-1].signatory)
        return whom if whom in self._before.fields else ""

    def _with_facts(self, after: Signatory, sign_on: SignOn, fields: dict[str, Written]) -> Signatory:
        """The row with what is later than what it holds. What was typed by hand stays."""
        stamp = self._stamp(sign_on)
        # One that was changed in its place keeps its time, and is later than what it said before.
        is_changed = self._fingerprint(sign_on.key) in self._before.answers
        latest = f"{sign_on.said_at} ~" if is_changed else stamp
        new: dict[str, object] = {}
        for name in _FIELDS:
            value, held, written = getattr(sign_on.signatory, name), getattr(after, name), fields.get(name)
            if not value or (written is not None and written.stamp >= latest):
                continue
            untouched = not (held and after.row) if written is None else written.text == self._text(held)
            fields[name] = Written(stamp, self._text(value) if untouched else "")
            if untouched:
                new[name] = value
        return replace(after, **new)  # type: ignore[arg-type]

    def _disclosure(
        self, before: Signatory | None, group: list[SignOn], fields: dict[str, Written]
    ) -> Disclosure:
        """How it is to appear now. Never named again where it answered, or was set, otherwise before."""
        answered = reduce(settled, (s.signatory.disclosure for s in group), Disclosure.PENDING)
        listed = before.disclosure if before else Disclosure.PENDING
        if answered is Disclosure.PENDING:
            return listed
        # Once it has answered, only the coordinator can have set it back to pending.
        held_back = before is not None and listed is Disclosure.PENDING and _LISTED in fields
        fields[_LISTED] = Written(self._stamp(group[-1]), self._text(answered))
        outcome = settled(listed, answered)
        if outcome is answered and not (held_back and answered is Disclosure.NAMED):
            return outcome
        self._doubtful.append(self._doubt("yes-after-no", group, before))
        return listed

    def _note(self, enrolment: Enrolment, answers: int) -> None:
        if enrolment.before is None:
            self._new.append(enrolment)
            self._known.add(enrolment.after)
        elif enrolment.after != enrolment.before:
            self._enrolments[enrolment.after.row] = enrolment
        else:
            self._unchanged += answers

    def _whom(self, signatory: Signatory) -> str:
        return self._fingerprint(f"whom\n{folded(signatory.name)}")

    def _text(self, value: object) -> str:
        return self._fingerprint(f"text\n{value}")

    def _said(self, sign_on: SignOn) -> str:
        facts = (str(getattr(sign_on.signatory, name)) for name in (*_SAID, _LISTED))
        return self._fingerprint("\n".join(("said", *facts)))

    def _stamp(self, sign_on: SignOn) -> str:
        # Of two answers of one moment the same one is the later in every import.
        return f"{sign_on.said_at} {self._said(sign_on)}"


def _groups(sign_ons: Iterable[SignOn]) -> Iterator[list[SignOn]]:
    """The answers of each signatory. Chapters of one name in several countries are several."""
    by_name: dict[str, dict[str, list[SignOn]]] = defaultdict(lambda: defaultdict(list))
    for sign_on in sign_ons:
        by_name[folded(sign_on.signatory.name)][folded(sign_on.signatory.country)].append(sign_on)
    for by_country in by_name.values():
        nowhere = by_country.pop("", [])
        if len(by_country) == 1:
            nowhere += by_country.popitem()[1]
        yield from (group for group in (nowhere, *by_country.values()) if group)


def _refuses(group: Iterable[SignOn]) -> bool:
    return any(s.signatory.disclosure in (Disclosure.ANONYMOUS, Disclosure.WITHDRAWN) for s in group)


def _may_be_one(listed: Signatory, signatory: Signatory) -> bool:
    countries = {folded(listed.country), folded(signatory.country)} - {""}
    return len(countries) < 2


def _log(enrolments: Iterable[Enrolment], today: dt.date) -> Iterator[LogEntry]:
    for enrolment in enrolments:
        before, after = enrolment.before, enrolment.after
        if before is not None and before.disclosure is not after.disclosure:
            yield LogEntry(
                today, before.row, "Listed", before.disclosure, after.disclosure, source=after.source
            )
