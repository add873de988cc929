"""Reads campaign.toml: what is written wrongly is named with its key, what is unknown is left alone."""

import re
import tomllib
from collections.abc import Callable
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
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
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.signatory import Way
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.reference_data import LANGUAGES
from desktop_app.files.settings_table import FILE, SettingsTable, leads_outside

_MOST_TOLD = 20
_MOST_DOTS, _MOST_DOTS_IN_ALL = 1_000, 20_000
MAX_TEXT = 2_000_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
_ISO3 = re.compile(r"[A-Z]{3}")


def read_campaign(folder: Path) -> Campaign:
    """What the campaign.toml of a folder says.

    Raises:
        ProblemError: ``campaign-missing``, ``campaign-broken`` and ``campaign-key-twice`` (the
            place names the line),
            ``campaign-wrong-type``, ``campaign-wrong-value``, ``campaign-key-missing`` or ``path-outside``.
    """
    return campaign_in(_text_of(folder))


def _text_of(folder: Path) -> str:
    try:
        data = read_bytes(folder / FILE)
    except ProblemError as error:
        if error.code == "file-missing":
            raise ProblemError("campaign-missing", Place(file=folder.name), folder=str(folder)) from None
        raise
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProblemError("campaign-not-utf8", Place(file=FILE)) from None


def campaign_in(text: str) -> Campaign:
    """What the text of a campaign.toml says.

    Raises:
        ProblemError: as ``read_campaign``.
    """
    return _campaign(_table_of(text))


def unknown_keys(folder: Path) -> tuple[tuple[str, str], ...]:
    """Keys of a folder's campaign.toml that say nothing, each with the one that may be meant, or nothing.

    The first of them: a file that has more of them is none of ours.

    Raises:
        ProblemError: as ``read_campaign``.
    """
    table = _table_of(_text_of(folder))
    campaign = _campaign(table)
    found = list(islice(table.unknown(), _MOST_TOLD))
    for language in islice(campaign.texts, _MOST_TOLD):
        # Texts in a language that letters come in may wait for their letter.
        if language not in (*campaign.languages, *LANGUAGES):
            # "fra" is like "fr", and no code of two letters is like another.
            meant = next(iter(get_close_matches(language, campaign.languages, n=1)), "")
            found.append((f"text.{language}", meant and f"text.{meant}"))
    return tuple(found)


def _check_size(text: str) -> None:
    """A file of settings has a hundred lines; a parser takes the square of the names in a dotted key."""
    if len(text) > MAX_TEXT:
        raise ProblemError("file-too-large", Place(file=FILE))
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS:
            raise ProblemError("campaign-broken", Place(FILE, f"line {number}"))
    if text.count(".") > _MOST_DOTS_IN_ALL:
        raise ProblemError("file-too-large", Place(file=FILE))


def _table_of(text: str) -> SettingsTable:
    _check_size(text)
    try:
        return SettingsTable(tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        # tomllib lets through figures of thousands of digits, and brackets in brackets without end.
        raise _broken(text, str(error)) from None


def _broken(text: str, reason: str) -> ProblemError:
    """What the parser stumbled over, by its line; a key that stands twice by its name."""
    found = re.search(r"line (\d+)", reason)
    lines = text.splitlines()
    longest = max(range(len(lines)), key=lambda at: len(lines[at]), default=0) + 1
    at_end = "end of document" in reason
    number = int(found[1]) if found else text.count("\n") + 1 if at_end else longest
    place = Place(FILE, f"line {number}")
    if named := re.search("inline table key '(.*?)'", reason):
        return ProblemError("campaign-key-twice", place, key=named[1])
    if ("overwrite" in reason or "declare" in reason) and number <= len(lines):
        return ProblemError("campaign-key-twice", place, key=lines[number - 1].partition("=")[0].strip())
    line = lines[number - 1] if number <= len(lines) else ""
    if day := _NO_DAY.fullmatch(line.strip()):
        return ProblemError("campaign-wrong-date", place, key=day[1].strip(), given=day[2])
    return ProblemError("campaign-broken", place)


_NO_DAY = re.compile(r"([\w.]+\s*)=\s*(\d{4}-\d\d?-\d\d?)\s*(?:#.*)?")
"""A line whose date is none: the thirtieth of February."""


def _campaign(top: SettingsTable) -> Campaign:
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


def _each(top: SettingsTable, key: str, make: Callable[[SettingsTable], _Made]) -> tuple[_Made, ...]:
    return tuple(make(table) for table in top.tables(key))


def _codes(table: SettingsTable, key: str) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in table.texts(key))
    for code in codes:
        if not _ISO3.fullmatch(code):
            raise table.wrong_code(key, code)
    return codes


def _claim(table: SettingsTable) -> Claim:
    return Claim(
        total=table.number("total"),
        anonymous=table.number("anonymous"),
        of_model=table.flag("of_model", default=False),
    )


def _petition(table: SettingsTable) -> Petition | None:
    """Figures that are typed; those of a file are counted."""
    if table.text("file"):
        return None
    people = table.number("people")
    if people is None:
        raise ProblemError("campaign-key-missing", Place(file=FILE, part="petition"), key="petition.people")
    return Petition(people=people, countries=table.number("countries"), date=table.day("date"))


def _petition_file(table: SettingsTable) -> PetitionFile | None:
    name = table.inside("file")
    if not name:
        return None
    return PetitionFile(name, table.number("people"), table.number("countries"), table.day("date"))


def _layout(table: SettingsTable) -> ListLayout:
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


def _contact(table: SettingsTable) -> Contact:
    return Contact(
        name=table.text("name"),
        role=table.text("role"),
        organisation=table.text("organisation"),
        email=table.text("email"),
        may_be_named=table.flag("may_be_named", default=False),
    )


def _signer(table: SettingsTable) -> Signer:
    return Signer(
        name=table.text("name"),
        title=table.text("title"),
        organisation=table.text("organisation"),
        picture=table.inside("picture"),
    )


def _request(table: SettingsTable) -> Request:
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


def _text(table: SettingsTable) -> Text:
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
