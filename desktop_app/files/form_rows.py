"""The rows of a sign-on form: each becomes a sign-on, or a doubt with its row; none is dropped in silence."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from desktop_app.domain.consent import Asked, Consent, consent_of, together
from desktop_app.domain.plain_text import folded, letters, plain
from desktop_app.domain.refusals import (
    asks_to_be_hidden,
    is_name_of_hidden,
    is_no_name,
    is_to_be_read,
    names_nobody,
)
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.sign_ons import SignOn
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.form_columns import Columns
from desktop_app.files.form_headings import asks_for_an_organisation
from desktop_app.files.form_times import Moment, moments
from desktop_app.files.form_words import Use
from desktop_app.files.list_editor.row_texts import texts_of
from desktop_app.files.quick_rows import aliases_in
from desktop_app.files.sheet_words import disclosure_of, kind_of, way_of
from desktop_app.files.sheetml import LONGEST_TEXT, fits_a_cell
from desktop_app.files.spreadsheet import CellKind, CellText, SheetRow

_CONSENTS = {
    Use.CONSENT: Asked.TO_PUBLISH,
    Use.ANONYMITY: Asked.TO_HIDE,
    Use.SHARING: Asked.TO_SHARE,
}
_NO_REMARKS = frozenset(
    {
        *_CONSENTS,
        *(Use.NAME, Use.PERSON, Use.FIRST_NAME, Use.LAST_NAME, Use.LISTED, Use.LISTED_AS, Use.ALSO_KNOWN_AS),
        # Microsoft Forms writes "anonymous" where it does not know who filled in the form.
        *(Use.CONTACT, Use.EMAIL, Use.ANSWER, Use.SIGNED_ON),
    }
)
"""Columns that hold names, or are read for what they say about printing them. All others may hold a no."""
_BLANK = CellText("")
_REMARKS = frozenset({Use.NOTES, Use.SOURCE, Use.IGNORE, Use.UNSURE})
"""Columns in which people write sentences, about danger as well: "Security" may be a title, or a group."""
_CAREFUL = (Disclosure.NAMED, Disclosure.PENDING, Disclosure.ANONYMOUS, Disclosure.WITHDRAWN)
_NOBODY = frozenset(map(letters, ("anonymous", "anonyme", "anónimo", "anonym", "anônimo", "anonimo", "匿名")))
"""What Microsoft Forms writes where it does not know who filled in the form."""
_ODD_NAMES = {
    CellKind.FORMULA: "name-is-formula",
    CellKind.VALUE: "name-is-number",
    CellKind.ERROR: "name-is-error",
}


@dataclass
class FormReader:
    """Makes sign-ons of rows and remembers what was odd about them.

    Attributes:
        file: The form's, for places.
        columns: Its headings, and what each is for.
        listed: How signatories appear where it does not ask.
        doubtful: Rows that are no sign-on for us, each with the reason.
    """

    file: str
    columns: Columns
    listed: Disclosure
    doubtful: list[Finding] = field(default_factory=list)
    _nobody: frozenset[str] = frozenset()
    _odd: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    @property
    def asks(self) -> bool:
        """Whether the form asks how a signatory wants to appear."""
        return any(use in _CONSENTS for _, use in self.columns)

    def findings(self) -> Iterator[Finding]:
        """What was odd about rows that are sign-ons all the same, one for each kind."""
        for code, places in self._odd.items():
            severity = Severity.NOTE if code == "form-dates-unclear" else Severity.WARNING
            yield Finding(code, severity, tuple(places))

    def sign_ons(self, rows: Sequence[SheetRow]) -> Iterator[SignOn]:
        """The sign-ons in these rows, in their order."""
        times = moments([self._text(row, Use.SIGNED_ON) for row in rows])
        own = Counter(self._text(row, Use.ANSWER) for row in rows)
        if any(moment.day and not moment.order for moment in times):
            self._odd["form-dates-unclear"].append(Place(self.file))
        for row, moment in zip(rows, times, strict=True):
            signatory = self._signatory(row, moment)
            if signatory is not None and not self._is_too_long(row, signatory):
                # A number that several rows have tells none of them from another.
                number = self._text(row, Use.ANSWER)
                key = self._number_key(row, number) if own[number] == 1 else ""
                yield SignOn(row.number, key or self._key(row), moment.order, signatory)

    def _signatory(self, row: SheetRow, moment: Moment) -> Signatory | None:
        kind = self._kind(row)
        is_person = kind is Kind.PERSON
        name, affiliation = self._person(row) if is_person else (self._name(row), "")
        role = self._text(row, Use.TITLE)
        if is_no_name(name) and self._says_no(row):
            name = ""  # a no holds whoever gives it: the address may be that of a named row
        elif not name or is_no_name(name) or self._was_nobody(name):
            code = "name-is-none" if name else "name-missing"
            self.doubtful.append(Finding(code, Severity.WARNING, (self._place(row),)))
            return None
        said = self._text(row, Use.SIGNED_ON)
        return Signatory(
            row=0,
            name=name,
            disclosure=self._unless_hidden(row, name, self._disclosure(row)),
            acronym=self._text(row, Use.ACRONYM),
            country=self._text(row, Use.COUNTRY),
            kind=kind,
            title=", ".join(filter(None, (role, affiliation))) if is_person else "",
            group=self._text(row, Use.GROUP),
            member_of=self._text(row, Use.MEMBER_OF),
            counts=self._way(row),
            listed_as=self._text(row, Use.LISTED_AS),
            also_known_as=tuple(self._aliases(row)),
            contact=self._contact(row, name, "" if is_person else role),
            email=self._email(row),
            signed_on=moment.day,
            text_version=self._text(row, Use.TEXT_VERSION),
            confirmed_by=self._text(row, Use.CONFIRMED_BY),
            source=", ".join(filter(None, (f"form {self.file}", said, *self._texts(row, Use.SOURCE)))),
            notes="; ".join(self._texts(row, Use.NOTES)),
        )

    def _was_nobody(self, name: str) -> bool:
        """Whether an earlier row gave the same instead of a name: they are two, and would become one."""
        if not names_nobody(name):
            return False
        was, self._nobody = folded(name) in self._nobody, self._nobody | {folded(name)}
        return was

    def _way(self, row: SheetRow) -> Way | None:
        """How a list counts an umbrella and its members."""
        answer = self._text(row, Use.COUNTS)
        way = way_of(answer)
        if answer and way is None:
            self._odd["counts-unknown"].append(self._place(row))
        return way

    def _person(self, row: SheetRow) -> tuple[str, str]:
        """The name of a person who signs, and the organisation they are from. A contact is neither."""
        given, own = self._name(row), self._own_name(row)
        headings = [heading for heading, use in self.columns if use is Use.NAME]
        if not any(map(asks_for_an_organisation, headings)):
            return given or own, ""
        if own:
            return own, given
        # Beside a contact it is surely the organisation, which has not signed.
        return ("", given) if self._text(row, Use.CONTACT) else (given, "")

    def _own_name(self, row: SheetRow) -> str:
        """Whoever filled in the form."""
        parts = " ".join(filter(None, (self._text(row, Use.FIRST_NAME), self._text(row, Use.LAST_NAME))))
        return parts or self._text(row, Use.PERSON)

    def _contact(self, row: SheetRow, name: str, role: str) -> str:
        """Whom to write to. Who is not the signatory stays in the private columns, and so does their role."""
        own = self._own_name(row)
        contact = own if own != name else ""
        return ", ".join(filter(None, (contact or self._text(row, Use.CONTACT), role)))

    def _says_no(self, row: SheetRow) -> bool:
        """Whether somebody who gives no name, but an address, does not want to be named."""
        return bool(self._email(row)) and self.asks and self._consent(row) is not Consent.YES

    def _is_too_long(self, row: SheetRow, signatory: Signatory) -> bool:
        """Whether something in it fits into no cell of the list."""
        # One cell of the list may hold what stands in several of the form, and where it comes from.
        if sum(len(cell.text) for cell in row.cells) < LONGEST_TEXT // 8:
            return False
        if all(map(fits_a_cell, texts_of(signatory).values())):
            return False
        (heading, _), _ = max(
            zip(self.columns, self._cells(row), strict=True), key=lambda pair: len(pair[1].text)
        )
        too_long = Finding(
            "answer-too-long",
            Severity.WARNING,
            (self._place(row),),
            {"heading": heading, "most": LONGEST_TEXT},
        )
        self.doubtful.append(too_long)
        return True

    def _kind(self, row: SheetRow) -> Kind:
        if Use.NAME not in self._places_of:
            return Kind.PERSON
        answer = self._text(row, Use.KIND)
        meant = {kind_of(word) for word in (answer, *answer.split())} - {None}
        return Kind.PERSON if meant == {Kind.PERSON} else Kind.ORGANISATION

    def _disclosure(self, row: SheetRow) -> Disclosure:
        said = self._consent(row).disclosure if self.asks else self.listed
        marked = [self._marked(row, cell) for cell in self._cells_of(row, Use.LISTED)]
        if any(cell.kind is CellKind.ERROR for cell in self._cells_of(row, Use.LISTED_AS)):
            # It is to be printed under another name, and nobody can tell which: not under its own.
            self._odd["cell-is-error"].append(self._place(row))
            marked.append(Disclosure.ANONYMOUS)
        mark = max(marked, key=_CAREFUL.index, default=Disclosure.NAMED)
        if mark is not Disclosure.NAMED:
            return max(said, mark, key=_CAREFUL.index) if self.asks else mark
        if marked and said is Disclosure.PENDING:
            self._odd["named-in-another-list"].append(self._place(row))
        return said

    def _unless_hidden(self, row: SheetRow, name: str, disclosure: Disclosure) -> Disclosure:
        """How it appears, but for a no in a remark, which outweighs a yes as any other no does."""
        careful = max(disclosure, Disclosure.ANONYMOUS, key=_CAREFUL.index)
        if careful is disclosure:
            return disclosure
        texts = [
            (use, plain(cell.text)) for (_, use), cell in zip(self.columns, self._cells(row), strict=True)
        ]
        names = {name, *self._texts(row, Use.NAME)}
        asked = (asks_to_be_hidden(text) for use, text in texts if use not in _NO_REMARKS)
        if any(map(is_name_of_hidden, names)) or any(asked):
            self._odd["asks-to-be-hidden"].append(self._place(row))
            return careful
        # Who waits is not printed before somebody has read it.
        remarks = (text for use, text in texts if use in _REMARKS)
        if disclosure is Disclosure.NAMED and any(map(is_to_be_read, remarks)):
            self._odd["remark-to-read"].append(self._place(row))
            return careful
        return disclosure

    def _consent(self, row: SheetRow) -> Consent:
        consent = together(
            consent_of(cell.text if cell.kind in (CellKind.TEXT, CellKind.VALUE) else "", _CONSENTS[use])
            for (_, use), cell in zip(self.columns, self._cells(row), strict=True)
            if use in _CONSENTS
        )
        if consent is Consent.UNCLEAR:
            self._odd["consent-unclear"].append(self._place(row))
        return consent

    def _marked(self, row: SheetRow, cell: CellText) -> Disclosure:
        """How a list has it. Where that cannot be told it waits, as it does in a list of our own."""
        mark = disclosure_of(cell.text) if cell.kind in (CellKind.TEXT, CellKind.VALUE) else None
        if mark is None:
            self._odd["listed-unknown"].append(self._place(row))
        return mark or Disclosure.PENDING

    def _name(self, row: SheetRow) -> str:
        for cell in self._cells_of(row, Use.NAME):
            if not cell.is_blank:
                if cell.kind in _ODD_NAMES:
                    self._odd[_ODD_NAMES[cell.kind]].append(self._place(row))
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
        if use not in self._places_of:
            return []  # most forms have a few of all columns, and are asked for each in every row
        cells = self._cells_of(row, use)
        texts = [plain(cell.text) for cell in cells if cell.kind is not CellKind.ERROR]
        return [text for text in texts if text]

    def _aliases(self, row: SheetRow) -> Iterator[str]:
        for cell in self._cells_of(row, Use.ALSO_KNOWN_AS):
            yield from aliases_in(cell.text if cell.kind is not CellKind.ERROR else "")

    def _cells_of(self, row: SheetRow, use: Use) -> Sequence[CellText]:
        cells = row.cells
        return [cells[at] if at < len(cells) else _BLANK for at in self._places_of.get(use, ())]

    @cached_property
    def _places_of(self) -> Mapping[Use | None, Sequence[int]]:
        """The columns of each use, counted from 0: every row is asked for each of them."""
        places: dict[Use | None, list[int]] = defaultdict(list)
        for at, (_, use) in enumerate(self.columns):
            places[use].append(at)
        return dict(places)

    def _cells(self, row: SheetRow) -> Sequence[CellText]:
        """As many cells as there are headings."""
        missing = len(self.columns) - len(row.cells)
        return (*row.cells[: len(self.columns)], *[_BLANK] * missing)

    def _place(self, row: SheetRow) -> Place:
        return Place(self.file, row=row.number)
