"""Reads campaign.toml: what is written wrongly is named with its key, what is unknown is left alone."""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TypeVar

from desktop_app.domain.campaign import (
    Campaign,
    Claim,
    Contact,
    GroupBy,
    ListLayout,
    Members,
    Order,
    Petition,
    PetitionFile,
    Request,
    Signer,
    State,
    Text,
)
from desktop_app.domain.reporting import Place, ProblemError, Value
from desktop_app.domain.signatory import Way
from desktop_app.files.package_gate import read_bytes

FILE = "campaign.toml"

_Member = TypeVar("_Member", bound=StrEnum)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_ISO3 = re.compile(r"[A-Z]{3}")


def read_campaign(folder: Path) -> Campaign:
    """What the campaign.toml of a folder says.

    Raises:
        ProblemError: ``campaign-missing``, ``campaign-broken`` and ``campaign-key-twice`` (the
            place names the line),
            ``campaign-wrong-type``, ``campaign-wrong-value``, ``campaign-key-missing`` or ``path-outside``.
    """
    try:
        data = read_bytes(folder / FILE)
    except ProblemError as error:
        if error.code == "file-missing":
            raise ProblemError("campaign-missing", Place(file=folder.name), folder=str(folder)) from None
        raise
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProblemError("campaign-not-utf8", Place(file=FILE)) from None
    return campaign_in(text)


def campaign_in(text: str) -> Campaign:
    """What the text of a campaign.toml says.

    Raises:
        ProblemError: as ``read_campaign``.
    """
    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # tomllib lets through figures of thousands of digits, and brackets in brackets without end.
        raise _broken(text, str(error)) from None
    return _campaign(_Table(content))


def _broken(text: str, reason: str) -> ProblemError:
    """What the parser stumbled over, by its line; a key that stands twice by its name."""
    found = re.search(r"line (\d+)", reason)
    lines = text.splitlines()
    longest = max(range(len(lines)), key=lambda at: len(lines[at]), default=0) + 1
    at_end = "end of document" in reason
    number = int(found[1]) if found else text.count("\n") + 1 if at_end else longest
    place = Place(FILE, f"line {number}")
    if "overwrite" in reason and number <= len(lines):
        return ProblemError("campaign-key-twice", place, key=lines[number - 1].partition("=")[0].strip())
    line = lines[number - 1] if number <= len(lines) else ""
    if day := _NO_DAY.fullmatch(line.strip()):
        return ProblemError("campaign-wrong-date", place, key=day[1].strip(), given=day[2])
    return ProblemError("campaign-broken", place)


_NO_DAY = re.compile(r"([\w.]+\s*)=\s*(\d{4}-\d\d?-\d\d?)\s*(?:#.*)?")
"""A line whose date is none: the thirtieth of February."""


class _Table:
    """A table of the file that knows its own name, so that a mistake can be named in full."""

    def __init__(self, content: Mapping[str, object], name: str = "") -> None:
        self._content = content
        self._name = name

    def wrong_type(self, key: str, expected: str) -> ProblemError:
        return ProblemError("campaign-wrong-type", self._place(key), key=self._path(key), expected=expected)

    def wrong_value(self, key: str, given: object, known: tuple[str, ...] = ()) -> ProblemError:
        values: dict[str, Value] = {"key": self._path(key), "given": str(given)[:60], "known": known}
        return ProblemError("campaign-wrong-value", self._place(key), **values)

    def _wrong_date(self, key: str, given: str) -> ProblemError:
        return ProblemError("campaign-wrong-date", self._place(key), key=self._path(key), given=given[:60])

    def wrong_code(self, key: str, given: str) -> ProblemError:
        return ProblemError("campaign-wrong-code", self._place(key), key=self._path(key), given=given[:60])

    def _place(self, key: str) -> Place:
        return Place(file=FILE, part=self._path(key))

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def has(self, key: str) -> bool:
        return key in self._content

    def text(self, key: str, default: str = "") -> str:
        value = self._content.get(key, default)
        if not isinstance(value, str):
            raise self.wrong_type(key, "text")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is taken for a list of one."""
        value = self._content.get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong_type(key, "texts")
        return tuple(item.strip() for item in value if item.strip())

    def number(self, key: str) -> int | None:
        value = self._content.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong_type(key, "number")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._content.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong_type(key, "flag")
        return value

    def day(self, key: str) -> dt.date | None:
        value = self._content.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        if isinstance(value, str):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                raise self._wrong_date(key, value) from None
        raise self.wrong_type(key, "date")

    def moment(self, key: str) -> str:
        """A date or a time, TOML's own or as text; kept as it is written."""
        value = self._content.get(key, "")
        if isinstance(value, dt.date):
            return value.isoformat()
        if text := self.text(key):
            try:
                dt.datetime.fromisoformat(text)
            except ValueError:
                raise self._wrong_date(key, text) from None
        return text

    def choice(self, key: str, kind: type[_Member], default: _Member) -> _Member:
        value = self.text(key, default.value)
        try:
            return kind(value)
        except ValueError:
            raise self.wrong_value(key, value, tuple(member.value for member in kind)) from None

    def one_of(self, key: str, known: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        if value not in known:
            raise self.wrong_value(key, value, known)
        return value

    def table(self, key: str) -> "_Table":
        value = self._content.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong_type(key, "table")
        return _Table(value, self._path(key))

    def tables(self, key: str) -> "list[_Table]":
        value = self._content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong_type(key, "tables")
        return [_Table(item, f"{self._path(key)}[{place}]") for place, item in enumerate(value, start=1)]

    def children(self) -> "list[tuple[str, _Table]]":
        return [(key, self.table(key)) for key in self._content]

    def inside(self, key: str) -> str:
        """The name of a file inside the campaign folder."""
        value = self.text(key)
        if value and leads_outside(value):
            raise ProblemError("path-outside", self._place(key), path=value)
        return value


def leads_outside(name: str) -> bool:
    """Whether a file name in campaign.toml leaves the campaign folder, on any system."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) is not None


def _campaign(top: _Table) -> Campaign:
    languages = top.texts("languages") or ("en",)
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            raise top.wrong_value("languages", language, ("en", "fr", "es", "ru", "zh", "ar"))
    if not top.text("title"):
        raise ProblemError("campaign-key-missing", Place(file=FILE), key="title")
    return Campaign(
        title=top.text("title"),
        languages=languages,
        date=top.day("date"),
        place=top.text("place"),
        seat=top.text("seat"),
        state=top.choice("state", State, State.DRAFT),
        until=top.moment("until"),
        about=_codes(top, "about"),
        claimed=_claim(top.table("claimed")),
        petition=_petition(top.table("petition")) if top.has("petition") else None,
        petition_file=_petition_file(top.table("petition")),
        counts=top.choice("counts", Way, Way.ONCE),
        anonymous_figure=top.flag("anonymous_figure", default=True),
        layout=_layout(top.table("list")),
        contacts=_each(top, "contacts", _contact),
        signed_by=_each(top, "signed_by", _signer),
        cc=top.texts("cc"),
        reference=top.text("reference"),
        enclosures=top.texts("enclosures"),
        closing=top.one_of("closing", ("formal", "plain"), "formal"),
        address=top.one_of("address", ("full", "short"), "full"),
        paper=top.one_of("paper", ("A4", "Letter"), "A4"),
        request=_request(top.table("recipients")),
        file_pattern=top.table("files").text("name"),
        texts={key: _text(table) for key, table in top.table("text").children()},
        sample=top.flag("sample", default=False),
    )


_Made = TypeVar("_Made")


def _each(top: _Table, key: str, make: Callable[[_Table], _Made]) -> tuple[_Made, ...]:
    return tuple(make(table) for table in top.tables(key))


def _codes(table: _Table, key: str) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in table.texts(key))
    for code in codes:
        if not _ISO3.fullmatch(code):
            raise table.wrong_code(key, code)
    return codes


def _claim(table: _Table) -> Claim:
    return Claim(
        total=table.number("total"),
        anonymous=table.number("anonymous"),
        of_model=table.flag("of_model", default=False),
    )


def _petition(table: _Table) -> Petition | None:
    """Figures that are typed; those of a file are counted."""
    if table.text("file"):
        return None
    people = table.number("people")
    if people is None:
        raise ProblemError("campaign-key-missing", Place(file=FILE, part="petition"), key="petition.people")
    return Petition(people=people, countries=table.number("countries"), date=table.day("date"))


def _petition_file(table: _Table) -> PetitionFile | None:
    name = table.inside("file")
    if not name:
        return None
    return PetitionFile(name, table.number("people"), table.number("countries"), table.day("date"))


def _layout(table: _Table) -> ListLayout:
    columns = table.number("columns")
    if columns is not None and columns not in (1, 2, 3):
        raise table.wrong_value("columns", columns, ("1", "2", "3"))
    return ListLayout(
        numbered=table.flag("numbered", default=True),
        columns=columns or 2,
        members=table.choice("members", Members, Members.DASHES),
        by=table.choice("by", GroupBy, GroupBy.NOTHING),
        order=table.choice("order", Order, Order.ALPHABETICAL),
        ignore_articles=table.flag("ignore_articles", default=True),
    )


def _contact(table: _Table) -> Contact:
    return Contact(
        name=table.text("name"),
        role=table.text("role"),
        organisation=table.text("organisation"),
        email=table.text("email"),
        may_be_named=table.flag("may_be_named", default=False),
    )


def _signer(table: _Table) -> Signer:
    return Signer(
        name=table.text("name"),
        title=table.text("title"),
        organisation=table.text("organisation"),
        picture=table.inside("picture"),
    )


def _request(table: _Table) -> Request:
    to = table.texts("to")
    for name in to:
        if leads_outside(name):
            raise ProblemError("path-outside", Place(file=FILE, part="recipients.to"), path=name)
    return Request(
        to=to,
        on=table.day("on"),
        way=table.one_of("as", ("each", "body", "president"), "each"),
        office=table.text("office"),
        seat=table.text("seat"),
        leave_out=_codes(table, "leave_out"),
        language=table.text("language"),
    )


def _text(table: _Table) -> Text:
    return Text(
        subject=table.text("subject"),
        noun=table.text("noun"),
        nouns=table.text("nouns"),
        gender=table.one_of("gender", ("", "m", "f"), ""),
        reason=table.text("reason"),
        title=table.text("title"),
        place=table.text("place"),
        cc=table.texts("cc"),
        enclosures=table.texts("enclosures"),
        message=table.text("message"),
    )
