"""Which row of the list the answers of one signatory belong to, or why that is doubtful.

A no may reach its row by less than a yes: what it takes back can be printed again, and a name that is out
cannot be taken in. So where a no may be about a named row and that is not sure, it is always said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from desktop_app.domain.fingerprints import Fingerprint
from desktop_app.domain.known_names import KnownNames, known_as
from desktop_app.domain.plain_text import folded
from desktop_app.domain.questions import Question, Questions
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.resemblance import Resemblance, withheld_like
from desktop_app.domain.sign_ons import Enrolment, FileNames, Memory, SignOn
from desktop_app.domain.signatory import Disclosure, Signatory

_TELLING = ("email", "source")
"""Fields by which a row is known again whose name was corrected by hand."""


class Belonging:
    """Finds the row that answers belong to.

    Args:
        signatories: The list.
        memory: What earlier imports of the form brought.
        fingerprint: The one that ``memory`` was made with.
        files: For the places of doubts.
        answers: All of the form: a no that may be asked about, a yes that may be a withheld row's.
        questions: Those that earlier imports have asked about rows.

    Attributes:
        asked: Questions that came up now.
    """

    def __init__(
        self,
        signatories: Sequence[Signatory],
        memory: Memory,
        fingerprint: Fingerprint,
        files: FileNames,
        answers: Sequence[SignOn],
        questions: Sequence[Question],
    ) -> None:
        self.asked: list[Question] = []
        self._answers = answers
        self._refusing = [sign_on for sign_on in answers if refuses([sign_on])]
        self._questions = Questions(questions, signatories, fingerprint)
        self._known = KnownNames(signatories)
        self._memory = memory
        self._fingerprint = fingerprint
        self._files = files
        self._new = {id(sign_on.signatory): sign_on.row for sign_on in self._refusing}
        self._rows = tuple(signatories)
        self._by_row = {signatory.row: signatory for signatory in signatories}
        self._by_whom: dict[str, list[Signatory]] = defaultdict(list)
        for signatory in signatories:
            self._by_whom[self.whom(signatory)].append(signatory)

    def whom(self, signatory: Signatory) -> str:
        """Fingerprint of the name: what memory knows a signatory by."""
        return self._fingerprint(f"whom\n{folded(signatory.name)}")

    def is_remembered(self, sign_on: SignOn) -> bool:
        """Whether an earlier import brought this answer, whatever it said then."""
        return self._fingerprint(sign_on.key) in self._memory.answers

    def earlier(self, group: Iterable[SignOn]) -> str:
        """Fingerprint of the name under which an earlier import enrolled it; empty if none did."""
        whom = ""
        for sign_on in group:
            if remembered := self._memory.answers.get(self._fingerprint(sign_on.key)):
                return remembered.whom
            whom = self.whom(sign_on.signatory)
        return whom if whom in self._memory.fields else ""

    def add(self, enrolment: Enrolment) -> None:
        """A new signatory, which later answers may be about as well."""
        self._known.add(enrolment.after)
        self._new[id(enrolment.after)] = enrolment.row

    def is_listed(self, sign_on: SignOn) -> bool:
        """Whether an answer that was brought before is still in the list, under whatever spelling."""
        signatory, known = sign_on.signatory, self._known
        return bool(
            known.same(signatory)
            or known.with_email(signatory)
            or known.alike(signatory)
            or self._renamed(self.earlier([sign_on]))
        )

    def row_of(self, group: Sequence[SignOn]) -> int | Finding:
        """The row these answers belong to, 0 for a new one; or why that is doubtful."""
        row = self._sure_row(group)
        kept = self._withheld_like.get(group[-1].signatory.name, ()) if self._would_name(group, row) else ()
        others = [signatory for signatory in kept if not row or signatory.row != row]
        return self.doubt("looks-like-withheld", group, others) if others else row

    def _would_name(self, group: Sequence[SignOn], row: int | Finding) -> bool:
        """Whether these answers print a name that was not printed before."""
        if isinstance(row, Finding) or refuses(group):
            return False
        signatory = group[-1].signatory
        listed = self._by_row.get(row)
        if signatory.disclosure is not Disclosure.NAMED or listed is None:
            return signatory.disclosure is Disclosure.NAMED
        return listed.disclosure is Disclosure.PENDING or folded(signatory.name) not in known_as(listed)

    def _sure_row(self, group: Sequence[SignOn]) -> int | Finding:
        signatory, earlier = group[-1].signatory, self.earlier(group)
        same = [*self._known.same(signatory)]
        if earlier and earlier != self.whom(signatory):
            # The answer was changed, and its name with it: it belongs to the row that it made.
            same += (row for row in self._by_whom.get(earlier, ()) if row not in same)
        same = self._not_settled(group, same)
        if not same and (hidden := self._hidden_since(group)):
            is_its_own = len(hidden) == 1 and self._questions.is_asked_once(hidden[0])
            return hidden[0].row if is_its_own else self.doubt("looks-like", group, hidden)
        close = same or self._not_settled(group, self._known.alike(signatory))
        mailed = self._not_settled(group, self._with_emails(group))
        both = [row for row in close if row.row and row in mailed]
        if refuses(group) and len(both) == 1:
            return both[0].row
        if len(same) > 1:
            return self.doubt("row-twice", group, same)
        if same and same[0].row:
            # An answer that was changed may have changed its country, and is the same all the same.
            sure = any(map(self.is_remembered, group)) or _may_be_one(same[0], signatory)
            return same[0].row if sure else self.doubt("other-country", group, same)
        if earlier:
            return self._row_again(group, close)
        if close:
            return self.doubt("looks-like", group, close)
        return self._new_row(group, mailed)

    def doubt(self, code: str, group: Sequence[SignOn], others: Sequence[Signatory] = ()) -> Finding:
        """What is left to the coordinator, with the row of the answer and those it may be about."""
        perhaps = dict.fromkeys((*others, *self._with_emails(group))) if refuses(group) else {}
        named = [row for row in self._not_settled(group, [*perhaps]) if row.disclosure is Disclosure.NAMED]
        if named and code != "yes-after-no":
            code, others = "perhaps-taken-back", named
            self.asked += (self._questions.about(self._refusal(group), row) for row in named)
        places = (Place(self._files.form, row=group[-1].row), *map(self._place, others))
        return Finding(code, Severity.WARNING, places)

    def _row_again(self, group: Sequence[SignOn], close: Sequence[Signatory]) -> int | Finding:
        """The row of one that was enrolled before: its name was mended in the list since, or the row went."""
        earlier = self.earlier(group)
        renamed = self._renamed(earlier)
        rows = renamed or close
        # A name that answered the form itself belongs to somebody else.
        is_sure = self._is_telling(earlier) if renamed else not any(map(self._has_answered, rows))
        if len(rows) == 1 and rows[0].row and is_sure:
            return rows[0].row
        return self.doubt("row-gone", group, rows)

    def _new_row(self, group: Sequence[SignOn], mailed: Sequence[Signatory]) -> int | Finding:
        """A row of its own, unless whoever wrote from this address is on the list under another name."""
        if refuses(group):
            like = self._not_settled(group, self._resemblance.rows_like(group[-1].signatory))
            named = [row for row in (*mailed, *like) if row.disclosure is Disclosure.NAMED]
            return self.doubt("perhaps-taken-back", group, named) if named else 0
        signatory = group[-1].signatory
        if signatory.disclosure is not Disclosure.NAMED:
            return 0
        hidden = self._known.withheld_with_email(signatory)
        if hidden is not None:
            return self.doubt("same-email", group, [hidden])
        return 0

    def of_nobody(self, sign_on: SignOn) -> Finding:
        """A no without a name: what is left to the coordinator."""
        return self.doubt("name-missing", [sign_on])

    def _not_settled(self, group: Sequence[SignOn], rows: Sequence[Signatory]) -> list[Signatory]:
        """The rows without those of which somebody said that this no is not theirs."""
        if not refuses(group):
            return [*rows]
        answer = self._refusal(group)
        return [row for row in rows if not self._questions.is_settled(answer, row)]

    def _hidden_since(self, group: Sequence[SignOn]) -> list[Signatory]:
        """The rows that the coordinator has hidden when she was asked whether this no is theirs."""
        return self._questions.hidden_rows(self._refusal(group)) if refuses(group) else []

    def _refusal(self, group: Sequence[SignOn]) -> str:
        """Fingerprint of the last answer of a group that says no."""
        return self._fingerprint([sign_on for sign_on in group if refuses([sign_on])][-1].key)

    @cached_property
    def _resemblance(self) -> Resemblance:
        return Resemblance(self._rows, [sign_on.signatory for sign_on in self._refusing])

    @cached_property
    def _withheld_like(self) -> Mapping[str, Sequence[Signatory]]:
        """Withheld rows by the names of the answers that may newly print them; noes of this form are such."""
        publishing = [
            sign_on.signatory
            for sign_on in self._answers
            if sign_on.signatory.disclosure is Disclosure.NAMED
            and not (self.is_remembered(sign_on) and self._known.same(sign_on.signatory))
        ]
        return withheld_like((*self._rows, *(sign_on.signatory for sign_on in self._refusing)), publishing)

    def _renamed(self, earlier: str) -> list[Signatory]:
        """Rows that still hold what an import wrote into one that has another name by now."""
        found = [row for told in self._told(earlier) for row in self._rows_told.get(told, ())]
        return sorted(set(found), key=lambda row: row.row)

    def _is_telling(self, earlier: str) -> bool:
        """Whether what was written for one signatory was written for no other: the time of an answer is."""
        return any(self._times_told[told] == 1 for told in self._told(earlier))

    def _told(self, whom: str) -> set[tuple[str, str]]:
        written = self._memory.fields.get(whom, {})
        return {(name, written[name].text) for name in _TELLING if name in written and written[name].text}

    @cached_property
    def _rows_told(self) -> Mapping[tuple[str, str], Sequence[Signatory]]:
        found = defaultdict(list)
        for row in self._rows:
            if not self._has_answered(row):
                for name in _TELLING:
                    found[name, self._fingerprint(f"text\n{getattr(row, name)}")].append(row)
        return found

    @cached_property
    def _times_told(self) -> Counter[tuple[str, str]]:
        return Counter(told for whom in self._memory.fields for told in self._told(whom))

    def _has_answered(self, signatory: Signatory) -> bool:
        return self.whom(signatory) in self._memory.fields

    def _with_emails(self, group: Iterable[SignOn]) -> list[Signatory]:
        return [row for sign_on in group for row in self._known.with_email(sign_on.signatory)]

    def _place(self, signatory: Signatory) -> Place:
        new = self._new.get(id(signatory))
        return Place(self._files.form, row=new) if new else Place(self._files.list, row=signatory.row)


def refuses(group: Iterable[SignOn]) -> bool:
    """Whether one of the answers asks not to be named, or takes the signature back."""
    return any(s.signatory.disclosure in (Disclosure.ANONYMOUS, Disclosure.WITHDRAWN) for s in group)


def _may_be_one(listed: Signatory, signatory: Signatory) -> bool:
    countries = {folded(listed.country), folded(signatory.country)} - {""}
    return len(countries) < 2
