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
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, reduce

from desktop_app.domain.belonging import Belonging
from desktop_app.domain.fingerprints import Fingerprint
from desktop_app.domain.hiding import would_hide_its_name
from desktop_app.domain.known_names import known_as
from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.nameless import with_names_by_email
from desktop_app.domain.plain_text import folded
from desktop_app.domain.questions import Question
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.roster import names_of
from desktop_app.domain.sign_ons import (
    Enrolment,
    FileNames,
    Memory,
    Plan,
    Remembered,
    SignOn,
    Written,
    settled,
)
from desktop_app.domain.signatory import Disclosure, Signatory

_SAID = (
    *(
        "name",
        "acronym",
        "country",
        "kind",
        "title",
        "group",
        "member_of",
        "counts",
        "listed_as",
        "also_known_as",
    ),
    *("contact", "email", "signed_on", "confirmed_by", "notes"),
)
_FIELDS = (*_SAID, "source", "text_version")
_LISTED = "disclosure"
_NOBODY_YET = Signatory(0, "", Disclosure.PENDING)
"""What a new row holds before anything of an answer is in it."""


def plan_of(
    signatories: Sequence[Signatory],
    sign_ons: Sequence[SignOn],
    memory: Memory,
    fingerprint: Fingerprint,
    today: dt.date,
    files: FileNames,
    questions: Sequence[Question] = (),
    left_out: Collection[str] = (),
) -> Plan:
    """What these answers would change, given what earlier imports brought and asked.

    Answers of the folded names ``left_out`` change nothing, and come again with the next import.
    """
    answers = with_names_by_email(signatories, sign_ons)
    planner = _Planner(signatories, answers, memory, fingerprint, files, questions)
    wanted = (a for a in answers if a.signatory.name and folded(a.signatory.name) not in left_out)
    for group in planner.fresh(wanted):
        planner.enrol(group)
    planner.doubt_nameless()
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
        questions: Sequence[Question],
    ) -> None:
        self._nameless = [sign_on for sign_on in sign_ons if not sign_on.signatory.name]
        self._present = {fingerprint(sign_on.key): sign_on for sign_on in sign_ons}
        # The form of those among them which are known; else a new one.
        self._forms = Counter(memory.answers[key].form for key in self._present if key in memory.answers)
        self._form = next((form for form, _ in self._forms.most_common(1)), min(self._present, default=""))
        self._rows = {signatory.row: signatory for signatory in signatories}
        self._belonging = Belonging(signatories, memory, fingerprint, files, sign_ons, questions)
        self._fingerprint = fingerprint
        self._files = files
        self._before = memory
        self._answers = dict(memory.answers)
        self._fields = {whom: dict(fields) for whom, fields in memory.fields.items()}
        self._enrolments: dict[int, Enrolment] = {}
        self._new: list[Enrolment] = []
        self._doubtful: list[Finding] = []
        self._unchanged = 0
        self._said = cache(self._what_it_said)

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
                # It must still be in the list, under whatever spelling.
                if self._belonging.is_listed(sign_on):
                    self._unchanged += 1
                else:
                    self._doubtful.append(self._belonging.doubt("row-gone", [sign_on]))
            else:
                answers.append(sign_on)
            seen.add(said)
        ordered = [sorted(group, key=self._stamp) for group in _groups(answers)]
        # Those of one moment, or of none, come in the order in which the file has them.
        return sorted(ordered, key=lambda group: (group[0].said_at, group[0].row))

    def enrol(self, group: list[SignOn]) -> None:
        """Bring the answers of one signatory into the list, or say why not."""
        row = self._belonging.row_of(group)
        if isinstance(row, Finding):
            self._doubtful.append(row)
            return
        whom = self._belonging.whom(group[-1].signatory)
        before = self._as_it_stands(row)
        earlier = self._belonging.earlier(group) or (self._belonging.whom(before) if before else "")
        fields = self._fields.setdefault(whom, dict(self._fields.get(earlier, {})))
        after = before or _NOBODY_YET
        for sign_on in group:
            after = _with_other_names(self._with_facts(after, sign_on, fields), after, sign_on)
            key = self._fingerprint(sign_on.key)
            said = self._answers[key].said if key in self._answers else ()
            self._answers[key] = Remembered((*said, self._said(sign_on)), whom, self._form)
        after = replace(after, disclosure=self._disclosure(before, group, fields))
        self._note(Enrolment(group[-1].row, after, self._rows.get(row)), len(group))

    def doubt_nameless(self) -> None:
        """Say of each no without a name which rows it may be about; those of this import are known by now."""
        self._doubtful += map(self._belonging.of_nobody, self._nameless)

    def miss(self) -> None:
        """Say which earlier answers of the same form are there no longer. Absence takes nothing back."""
        speaking = {self._belonging.whom(sign_on.signatory) for sign_on in self._present.values()}
        earlier = {key: answer for key, answer in self._before.answers.items() if answer.form in self._forms}
        gone = {answer.whom for key, answer in earlier.items() if key not in self._present} - speaking
        for signatory in self._rows.values():
            if signatory.disclosure is not Disclosure.WITHDRAWN and self._belonging.whom(signatory) in gone:
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
            questions=tuple(self._belonging.asked),
        )

    def _as_it_stands(self, row: int) -> Signatory | None:
        """The row, with what this import has brought under another of its names."""
        return self._enrolments[row].after if row in self._enrolments else self._rows.get(row)

    def _with_facts(self, after: Signatory, sign_on: SignOn, fields: dict[str, Written]) -> Signatory:
        """The row with what is later than what it holds. What was typed by hand stays."""
        stamp = self._stamp(sign_on)
        # One that was changed in its place keeps its time, and is later than what it said before.
        is_changed = self._belonging.is_remembered(sign_on)
        latest = f"{sign_on.said_at} ~" if is_changed else stamp
        new: dict[str, object] = {}
        for name in _FIELDS:
            value, held, written = getattr(sign_on.signatory, name), getattr(after, name), fields.get(name)
            if not value or (written is not None and written.stamp >= latest):
                continue
            if name == "name" and not (is_changed or _has_name(after, value)):
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
        self._doubtful.append(self._belonging.doubt("yes-after-no", group, [before] if before else []))
        return listed

    def _note(self, enrolment: Enrolment, answers: int) -> None:
        if enrolment.before is None:
            self._new.append(enrolment)
            self._belonging.add(enrolment)
        elif enrolment.after != enrolment.before:
            self._enrolments[enrolment.after.row] = enrolment
        else:
            self._unchanged += answers

    def _text(self, value: object) -> str:
        return self._fingerprint(f"text\n{value}")

    def _what_it_said(self, sign_on: SignOn) -> str:
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


def _has_name(signatory: Signatory, name: str) -> bool:
    """Whether it may be spelled like this: a new row has no name yet."""
    return not signatory.name or folded(name) in names_of(signatory)


def _with_other_names(after: Signatory, before: Signatory, sign_on: SignOn) -> Signatory:
    """The row with every name that it signed under, so that all are found again, and searched for.

    What hides its name stays another name: were it an alias, the name would be withheld no longer.
    """
    if not before.name:
        return after
    signed = {
        folded(name): name for name in (before.name, sign_on.signatory.name, *sign_on.signatory.also_known_as)
    }
    others = (name for key, name in signed.items() if key not in known_as(after))
    # The cell holds several, parted by semicolons; a search makes no difference between the two.
    aliases = (*after.also_known_as, *(name.replace(";", ",") for name in others))
    known = replace(after, also_known_as=aliases)
    if would_hide_its_name(before) and not would_hide_its_name(known):
        kept = (before.name, before.acronym, before.also_known_as)
        return replace(after, name=kept[0], acronym=kept[1], also_known_as=kept[2])
    return known


def _log(enrolments: Iterable[Enrolment], today: dt.date) -> Iterator[LogEntry]:
    for enrolment in enrolments:
        before, after = enrolment.before, enrolment.after
        if before is not None and before.disclosure is not after.disclosure:
            yield LogEntry(
                today, before.row, "Listed", before.disclosure, after.disclosure, source=after.source
            )
