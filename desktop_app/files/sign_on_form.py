"""What a sign-on form exported: a table with headings, or names alone, one a line.

Read are the exports of Google Forms, Microsoft Forms, KoboToolbox, Action Network and Mailchimp, and any
other table whose headings say what its columns are for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from desktop_app.domain.consent import Asked, Consent, consent_of, together
from desktop_app.domain.plain_text import folded, letters, plain
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.sign_ons import SignOn
from desktop_app.domain.signatory import Disclosure, Kind, Signatory
from desktop_app.files.csv_text import decoded
from desktop_app.files.form_columns import Columns, columns_of, is_bare_heading
from desktop_app.files.form_times import Moment, moments
from desktop_app.files.form_words import Use
from desktop_app.files.quick_rows import aliases_in
from desktop_app.files.sheet_words import disclosure_of, kind_of
from desktop_app.files.spreadsheet import CellKind, CellText, SheetRow, table_in

_CONSENTS = {
    Use.CONSENT: Asked.TO_PUBLISH,
    Use.ANONYMITY: Asked.TO_HIDE,
    Use.SHARING: Asked.TO_SHARE,
}
_CAREFUL = (Disclosure.NAMED, Disclosure.PENDING, Disclosure.ANONYMOUS, Disclosure.WITHDRAWN)
_NOBODY = frozenset(map(letters, ("anonymous", "anonyme", "anónimo", "anonym", "anônimo", "anonimo", "匿名")))
"""What Microsoft Forms writes where it does not know who filled in the form."""
_ODD_NAMES = {
    CellKind.FORMULA: "name-is-formula",
    CellKind.VALUE: "name-is-number",
    CellKind.ERROR: "name-is-error",
}
_TEXT = ".txt"


@dataclass(frozen=True, slots=True)
class Heading:
    """The top row of a form.

    Attributes:
        texts: Its cells; none where the file holds names alone.
        row: Where it stands, 0 where there is none.
    """

    texts: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What a form's file holds, before anybody said what its columns are for."""

    file: str
    heading: Heading
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What the answers come to.

    Attributes:
        columns: The headings, and what each is used for.
        sign_ons: In the order of the file.
        doubtful: Rows that are no sign-on for us, each with the reason.
        findings: What was odd about others.
        asks: Whether it asks how a signatory wants to appear.
    """

    columns: Columns
    sign_ons: tuple[SignOn, ...]
    doubtful: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    asks: bool = False


def answers_in(data: bytes, file: str, *, password: str = "") -> Answers:
    """Read an export, or names alone.

    Raises:
        ProblemError: as ``table_in``; ``form-empty`` where nothing stands in it.
    """
    rows = tuple(_lines(data, file)) if PurePath(file).suffix.casefold() == _TEXT else ()
    rows = rows or table_in(data, file, password=password).rows
    if not rows:
        raise ProblemError("form-empty", Place(file))
    top, *rest = rows
    only_names = all(sum(not cell.is_blank for cell in row.cells) < 2 for row in rows)
    if only_names and not any(is_bare_heading(cell.text) for cell in top.cells):
        return Answers(file, Heading(), rows)
    return Answers(file, Heading(tuple(plain(cell.text) for cell in top.cells), top.number), tuple(rest))


def form_of(answers: Answers, choices: Mapping[str, Use], listed: Disclosure) -> Form:
    """The sign-ons in what was read.

    Args:
        answers: As they were read.
        choices: What columns are for, by ``heading_key``, where the coordinator said so.
        listed: How signatories appear where the form does not ask.

    Raises:
        ProblemError: as ``columns_of``.
    """
    if not answers.heading.row:
        return Form((), tuple(_names_alone(answers, listed)))
    place = Place(answers.file, row=answers.heading.row)
    columns = columns_of(answers.heading.texts, choices, place, tuple(_by_column(answers)))
    reader = _Reader(answers, columns, listed)
    sign_ons = tuple(reader.sign_ons())
    return Form(columns, sign_ons, tuple(reader.doubtful), tuple(reader.findings()), reader.asks)


def _by_column(answers: Answers) -> Iterator[Sequence[str]]:
    """What was answered under each heading, blanks left out."""
    for place in range(len(answers.heading.texts)):
        cells = (row.cells[place] for row in answers.rows if place < len(row.cells))
        yield [cell.text for cell in cells if not cell.is_blank]


def _lines(data: bytes, file: str) -> Iterator[SheetRow]:
    """Names have commas; a text is a table only where it has tabs."""
    text = decoded(data, file)
    if "\t" not in text:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield SheetRow(number, (CellText(line),))


def _names_alone(answers: Answers, listed: Disclosure) -> Iterator[SignOn]:
    for row in answers.rows:
        name = next(plain(cell.text) for cell in row.cells if not cell.is_blank)
        yield SignOn(row.number, folded(name), "", Signatory(0, name, listed, source=answers.file))


@dataclass
class _Reader:
    """Makes sign-ons of rows and remembers what was odd about them."""

    answers: Answers
    columns: Columns
    listed: Disclosure
    doubtful: list[Finding] = field(default_factory=list)
    odd: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    @property
    def asks(self) -> bool:
        return any(use in _CONSENTS for _, use in self.columns)

    def findings(self) -> Iterator[Finding]:
        for code, places in self.odd.items():
            severity = Severity.NOTE if code == "form-dates-unclear" else Severity.WARNING
            yield Finding(code, severity, tuple(places))

    def sign_ons(self) -> Iterator[SignOn]:
        rows = self.answers.rows
        times = moments([self._text(row, Use.SIGNED_ON) for row in rows])
        own = Counter(self._text(row, Use.ANSWER) for row in rows)
        if any(moment.day and not moment.order for moment in times):
            self.odd["form-dates-unclear"].append(Place(self.answers.file))
        for row, moment in zip(rows, times, strict=True):
            signatory = self._signatory(row, moment)
            if signatory is not None:
                # A number that several rows have tells none of them from another.
                number = self._text(row, Use.ANSWER)
                key = self._number_key(row, number) if own[number] == 1 else ""
                yield SignOn(row.number, key or self._key(row), moment.order, signatory)

    def _signatory(self, row: SheetRow, moment: Moment) -> Signatory | None:
        kind = self._kind(row)
        person = " ".join(filter(None, (self._text(row, Use.FIRST_NAME), self._text(row, Use.LAST_NAME))))
        person = person or self._text(row, Use.CONTACT)
        organisation, role = self._name(row), self._text(row, Use.TITLE)
        is_person = kind is Kind.PERSON
        name = person if is_person else organisation
        if not name:
            self.doubtful.append(Finding("name-missing", Severity.WARNING, (self._place(row),)))
            return None
        said = self._text(row, Use.SIGNED_ON)
        return Signatory(
            row=0,
            name=name,
            disclosure=self._disclosure(row),
            acronym=self._text(row, Use.ACRONYM),
            country=self._text(row, Use.COUNTRY),
            kind=kind,
            title=", ".join(filter(None, (role, organisation))) if is_person else "",
            group=self._text(row, Use.GROUP),
            member_of=self._text(row, Use.MEMBER_OF),
            listed_as=self._text(row, Use.LISTED_AS),
            also_known_as=tuple(self._aliases(row)),
            # Whoever signs for an organisation stays in the private columns, and so does what they do there.
            contact="" if is_person else ", ".join(filter(None, (person, role))),
            email=self._email(row),
            signed_on=moment.day,
            source=", ".join(filter(None, (f"form {self.answers.file}", said))),
            notes="; ".join(self._texts(row, Use.NOTES)),
        )

    def _kind(self, row: SheetRow) -> Kind:
        used = {use for _, use in self.columns}
        if Use.NAME not in used:
            return Kind.PERSON
        answer = self._text(row, Use.KIND)
        meant = {kind_of(word) for word in (answer, *answer.split())} - {None}
        return Kind.PERSON if meant == {Kind.PERSON} else Kind.ORGANISATION

    def _disclosure(self, row: SheetRow) -> Disclosure:
        said = self._consent(row).disclosure if self.asks else self.listed
        marked = [self._marked(row, cell) for cell in self._cells_of(row, Use.LISTED)]
        if any(cell.kind is CellKind.ERROR for cell in self._cells_of(row, Use.LISTED_AS)):
            # It is to be printed under another name, and nobody can tell which: not under its own.
            self.odd["cell-is-error"].append(self._place(row))
            marked.append(Disclosure.ANONYMOUS)
        mark = max(marked, key=_CAREFUL.index, default=Disclosure.NAMED)
        if mark is not Disclosure.NAMED:
            return max(said, mark, key=_CAREFUL.index) if self.asks else mark
        if marked and said is Disclosure.PENDING:
            self.odd["named-in-another-list"].append(self._place(row))
        return said

    def _consent(self, row: SheetRow) -> Consent:
        consent = together(
            consent_of(cell.text if cell.kind in (CellKind.TEXT, CellKind.VALUE) else "", _CONSENTS[use])
            for (_, use), cell in zip(self.columns, self._cells(row), strict=True)
            if use in _CONSENTS
        )
        if consent is Consent.UNCLEAR:
            self.odd["consent-unclear"].append(self._place(row))
        return consent

    def _marked(self, row: SheetRow, cell: CellText) -> Disclosure:
        """How a list has it. Where that cannot be told it waits, as it does in a list of our own."""
        mark = disclosure_of(cell.text) if cell.kind in (CellKind.TEXT, CellKind.VALUE) else None
        if mark is None:
            self.odd["listed-unknown"].append(self._place(row))
        return mark or Disclosure.PENDING

    def _name(self, row: SheetRow) -> str:
        for cell in self._cells_of(row, Use.NAME):
            if not cell.is_blank:
                if cell.kind in _ODD_NAMES:
                    self.odd[_ODD_NAMES[cell.kind]].append(self._place(row))
                return "" if cell.kind is CellKind.ERROR else plain(cell.text)
        return ""

    def _email(self, row: SheetRow) -> str:
        given = (email for email in self._texts(row, Use.EMAIL) if letters(email) not in _NOBODY)
        return next(given, "")

    def _key(self, row: SheetRow) -> str:
        parts = (self._text(row, Use.SIGNED_ON), self._email(row), self._name(row))
        return "\n".join(map(folded, parts))

    def _number_key(self, row: SheetRow, number: str) -> str:
        """Each form counts from one; with the time at which it was sent in, a count tells answers apart."""
        if not number.isdecimal():
            return number
        said = self._text(row, Use.SIGNED_ON)
        return f"{number}\n{said}" if said else ""

    def _text(self, row: SheetRow, use: Use) -> str:
        return next(iter(self._texts(row, use)), "")

    def _texts(self, row: SheetRow, use: Use) -> list[str]:
        cells = self._cells_of(row, use)
        texts = [plain(cell.text) for cell in cells if cell.kind is not CellKind.ERROR]
        return [text for text in texts if text]

    def _aliases(self, row: SheetRow) -> Iterator[str]:
        for cell in self._cells_of(row, Use.ALSO_KNOWN_AS):
            yield from aliases_in(cell.text if cell.kind is not CellKind.ERROR else "")

    def _cells_of(self, row: SheetRow, use: Use) -> Iterator[CellText]:
        pairs = zip(self.columns, self._cells(row), strict=True)
        return (cell for (_, used), cell in pairs if used is use)

    def _cells(self, row: SheetRow) -> Sequence[CellText]:
        """As many cells as there are headings."""
        missing = len(self.columns) - len(row.cells)
        return (*row.cells[: len(self.columns)], *[CellText("")] * missing)

    def _place(self, row: SheetRow) -> Place:
        return Place(self.answers.file, row=row.number)
