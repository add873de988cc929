"""Writes campaign.toml, with the remarks that help a coordinator to change it."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int | dt.date | Sequence["Value"] | Mapping[str, "Value"]
Table = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What differs from campaign to campaign. ``remark`` explains the recipients."""

    title: str
    texts: Mapping[str, Mapping[str, str]]
    layout: Table
    recipients: Table
    remark: str
    place: str = "New York"
    date: dt.date | None = None
    counts: str = "once"
    closing: str = "formal"
    address: str = "full"
    petition: bool = False
    signed_by: Sequence[Table] = ()
    contacts: Sequence[Table] = ()
    more: Table = field(default_factory=dict)


def campaign_toml(facts: Facts) -> str:
    """The text of campaign.toml."""
    lines = [*_letter(facts), "", *_list_and_recipients(facts), "", *_people(facts)]
    for language, text in facts.texts.items():
        lines += ["", f"[text.{language}]", *(_pair(key, value) for key, value in text.items())]
    return "\n".join(lines) + "\n"


def _letter(facts: Facts) -> Iterator[str]:
    yield "# What the program knows of this campaign besides its letter and its list. It may be changed here"
    yield "# or in the program. What stands in [brackets] has to be replaced before the letter can be sent."
    yield ""
    yield _pair("title", facts.title)
    yield "# The letter's date. Membership of a body is asked on this day."
    yield _pair("date", facts.date) if facts.date else "# date = 2026-02-28"
    yield _pair("place", facts.place)
    yield "# The first is the language of the text that is signed; the others are courtesy translations."
    yield _pair("languages", list(facts.texts))
    yield _pair("state", "draft")
    if not facts.date:
        yield "# ISO codes of the countries the letter is about: no letter goes to them unless chosen."
        yield '# about = ["XXX"]'
    for key, value in facts.more.items():
        yield _pair(key, value)


def _list_and_recipients(facts: Facts) -> Iterator[str]:
    yield '# A network and its members: "once" (it signed for them), "with-members" or "members-only".'
    yield _pair("counts", facts.counts)
    yield '# columns 1 to 3; members "dashes", "numbered" or "hidden"; by "", "country" or "group";'
    yield '# order "alphabetical" or "sheet"; ignore_articles puts "The ..." under its next word.'
    yield _pair("list", facts.layout)
    yield ""
    for line in facts.remark.splitlines():
        yield f"# {line}"
    yield _pair("recipients", facts.recipients)
    yield '# closing "formal" or "plain"; address "full" or "short"; paper "A4" or "Letter".'
    yield _pair("closing", facts.closing)
    yield _pair("address", facts.address)
    yield _pair("paper", "A4")


def _people(facts: Facts) -> Iterator[str]:
    if facts.petition:
        yield "# The appeal that is handed over with the letter: its figures, and the day they are as of."
        yield "# petition = {people = 70000, countries = 161, date = 2026-02-28}"
        yield "# Or have a file of sign-ons in this folder counted: no name in it reaches a letter."
        yield '# petition = {file = "petition.csv", date = 2026-02-28}'
    if facts.signed_by:
        yield "# Who signs by hand."
        yield _pair("signed_by", facts.signed_by)
    yield "# Whom readers may ask: role addresses, printed only where may_be_named is true."
    yield _pair("contacts", facts.contacts)


def _pair(key: str, value: Value) -> str:
    return f"{key} = {_toml(value)}"


def _toml(value: Value) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(_pair(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, str | int):
        return json.dumps(value, ensure_ascii=False)
    if any(isinstance(inner, Mapping) for inner in value):
        return "[\n" + "".join(f"    {_toml(inner)},\n" for inner in value) + "]"
    return "[" + ", ".join(map(_toml, value)) + "]"
