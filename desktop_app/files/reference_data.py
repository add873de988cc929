"""The tables that come with the program: states, bodies, missions, forms of address.

Each is read when it is first asked for, so that a letter in French never waits for the Chinese names.
Tables keep plain apostrophes; what leaves this module has typographic ones.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app.domain.addressing import Form, Manner, Person, Post
from desktop_app.domain.body import Body, Chair, ChairTerm, Rotation, Term
from desktop_app.domain.offices import Offices, SingleOffice
from desktop_app.domain.phrases import CountPhrases, MailPhrases, Phrases, SignOnPhrases
from desktop_app.domain.plain_text import folded, letters
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.state import MEMBER, Mission, State, StateNames

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
MEMBER_STATES = "member-states"


class Reference:
    """The shipped tables, each read once, when it is first asked for.

    Args:
        root: The folder that holds ``recipients`` and ``addressing``.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names: dict[str, Mapping[str, StateNames]] = {}
        self._languages: dict[str, Mapping[str, Any]] = {}
        self._manners: dict[str, Manner] = {}

    @cached_property
    def states(self) -> Mapping[str, State]:
        """By ISO3 code, in the order of their English names."""
        with self._reading("recipients/states.csv") as path:
            return {row["iso3"]: _state(row) for row in _rows(path)}

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """By the name the terminal gives them."""
        rules, tables = self._posts["bodies"], self.body_tables
        with self._reading("recipients/bodies.toml"):
            return {name: self._body(name, rules[name], tables.get(name)) for name in rules}

    @cached_property
    def offices(self) -> Offices:
        """Which offices there are, and which post answers for them where."""
        posts, single = self._posts, self.body_tables["offices"]
        with self._reading("addressing/posts.toml"):
            return Offices(
                of_states=tuple(posts["state_offices"]),
                of_presidents=tuple(b["president"] for b in posts["bodies"].values() if "president" in b),
                single={
                    name: SingleOffice(office["gender"], office["from"], office["check_from"])
                    for name, office in single.items()
                },
                mission_heads={seat: _by_state(table) for seat, table in posts["mission_head"].items()},
                heads_of_state=_by_state(posts["head_of_state"]),
                shared_crown=frozenset(posts["head_of_state_elsewhere"]["shared_crown"]),
                special=frozenset(posts["head_of_state_elsewhere"]["special"]),
            )

    @cached_property
    def missions(self) -> Mapping[str, Mission]:
        """Missions in New York, by ISO3 code. None are known in Geneva."""
        with self._reading("recipients/missions-new-york.csv") as path:
            return {row["iso3"]: _mission(row) for row in _rows(path)}

    def names(self, language: str) -> Mapping[str, StateNames]:
        """The states' names in a letter language, by ISO3 code."""
        if language not in self._names:
            with self._reading(f"recipients/names-{language}.csv") as path:
                self._names[language] = {row["iso3"]: _names(row) for row in _rows(path)}
        return self._names[language]

    def manner(self, language: str) -> Manner:
        """The forms of address of a letter language."""
        if language not in self._manners:
            table = self._language(language)
            with self._reading(f"addressing/{language}.toml"):
                self._manners[language] = _manner(table)
        return self._manners[language]

    def phrases(self, language: str) -> Phrases:
        """The fixed sentences of a letter language."""
        table = self._language(language)
        with self._reading(f"addressing/{language}.toml"):
            count, courtesy = table["count_sentence"], table["courtesy"]
            return Phrases(
                sample=table["banner"]["sample"],
                draft=table["banner"]["draft"],
                courtesy={o: courtesy["line"].format(original=n) for o, n in courtesy["original"].items()},
                count=CountPhrases(
                    count["lead"], count["zero"], {k: v for k, v in count.items() if isinstance(v, dict)}
                ),
                sign_on=_sign_on(table["sign_on"]),
                mail=MailPhrases(table["mail"]["subject"], table["mail"]["message"]),
            )

    def find_state(self, given: str) -> str:
        """The ISO3 code of a state given by a code, or by its name in any letter language; else empty."""
        code = given.strip().upper()
        return code if code in self.states else self._states_by_name.get(letters(given), "")

    def country_key(self, written: str) -> str:
        """What a country is counted by, however it is written; its own spelling where it is no state."""
        return self.find_state(written) or folded(written)

    @cached_property
    def _states_by_name(self) -> Mapping[str, str]:
        known = {state.iso2.lower(): state.iso3 for state in self.states.values()}
        for language in LANGUAGES:
            for iso3, names in self.names(language).items():
                for name in (names.short, names.running, names.the, names.formal, names.former):
                    known.setdefault(letters(name), iso3)
        known.pop("", None)
        return known

    def rows(self, name: str) -> list[dict[str, str]]:
        """A table as it lies on disk, for the checks: ``recipients/names-fr.csv``."""
        with self._reading(name) as path:
            return list(_rows(path, typeset=False))

    @cached_property
    def _posts(self) -> dict[str, Any]:
        with self._reading("addressing/posts.toml") as path:
            return tomllib.loads(path.read_text("utf-8"))

    @cached_property
    def body_tables(self) -> Mapping[str, Any]:
        """bodies.toml as it lies on disk."""
        with self._reading("recipients/bodies.toml") as path:
            return tomllib.loads(path.read_text("utf-8"))

    @property
    def compiled(self) -> date:
        """The day on which the tables were put together."""
        return date.fromisoformat(str(self.body_tables["compiled"]))

    def sources(self, body: str, day: date) -> tuple[str, ...]:
        """Where it is written who was a member of a body on a day; empty where membership is the UN's own."""
        with self._reading("recipients/bodies.toml"):
            table = self.body_tables.get(body, {})
            blocks = [b for b in table.get("terms", ()) if b.get("from", day) <= day <= b.get("to", day)]
            return tuple(dict.fromkeys(b["source"] for b in (table, *blocks) if "source" in b))

    def _language(self, language: str) -> Mapping[str, Any]:
        if language not in self._languages:
            with self._reading(f"addressing/{language}.toml") as path:
                self._languages[language] = tomllib.loads(_typeset(path.read_text("utf-8")))
        return self._languages[language]

    def _body(self, name: str, rule: Mapping[str, Any], table: Mapping[str, Any] | None) -> Body:
        if table is None:
            members = [
                s for s in self.states.values() if s.status == MEMBER and name in (MEMBER_STATES, s.group)
            ]
            terms = tuple(Term(state.iso3, state.admitted or date.min) for state in members)
            return Body(name, rule["seat"], rule["office"], terms)
        order = {iso3: place for place, iso3 in enumerate(self.states)}
        terms = tuple(sorted(_terms_of(table["terms"]), key=lambda term: (order[term.iso3], term.first)))
        rotation = table.get("rotation")
        return Body(
            name,
            rule["seat"],
            rule["office"],
            terms,
            seats=table.get("seats", 0),
            known_from=table["known"]["from"],
            known_to=table["known"].get("to", date.max),
            president=rule.get("president", ""),
            rotation=Rotation(rotation["from"], rotation["state"]) if rotation else None,
            chairs=tuple(
                ChairTerm(Chair(c["state"], c["gender"]), c["from"], c["to"])
                for c in table.get("presidents", ())
            ),
            others=tuple(table.get("others", ())),
        )

    @contextmanager
    def _reading(self, name: str) -> Iterator[Path]:
        """Whatever is wrong with a table becomes one error that names the file."""
        try:
            yield self._root / name
        except (KeyError, ValueError, TypeError, AttributeError, OSError) as error:
            raise ProblemError(
                "reference-broken", Place(name), why=f"{type(error).__name__}: {error}"
            ) from error


def load(root: Path) -> Reference:
    """The tables below ``root``, the program's ``resources`` folder. Nothing is read before it is needed."""
    return Reference(root)


def _typeset(text: str) -> str:
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def _rows(path: Path, *, typeset: bool = True) -> Iterator[dict[str, str]]:
    text = path.read_text("utf-8")
    if typeset:
        text = _typeset(text)
    return csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), strict=True)


def _state(row: Mapping[str, str]) -> State:
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"],
        status=row["status"],
        admitted=date.fromisoformat(row["admitted"]) if row["admitted"] else None,
        group=row["regional_group"],
        address_language=row["address_language"],
    )


def _names(row: Mapping[str, str]) -> StateNames:
    return StateNames(
        short=row["short"],
        running=row["running"],
        the=row["the"],
        of=row["of"],
        to=row["to"],
        formal=row["formal"],
        formal_of=row["formal_of"],
        former=row.get("former", ""),
    )


def _mission(row: Mapping[str, str]) -> Mission:
    return Mission(
        name=row["mission"],
        street=row["street"],
        street_2=row["street_2"],
        city_line=f"{row['city']}, {row['region']} {row['zip']}" if row["zip"] else row["city"],
        words={language: row[f"word_{language}"] for language in ("fr", "es")},
        as_of=date.fromisoformat(row["date"]) if row["date"] else None,
    )


def _by_state(table: Mapping[str, list[str]]) -> dict[str, str]:
    listed = [iso3 for states in table.values() for iso3 in states]
    if len(set(listed)) < len(listed):
        raise ValueError("a state is listed twice")
    return {iso3: post for post, states in table.items() for iso3 in states}


def _terms_of(blocks: list[dict[str, Any]]) -> Iterator[Term]:
    for block in blocks:
        for iso3 in block["states"]:
            yield Term(iso3, block.get("from", date.min), block.get("to", date.max))


def _manner(table: Mapping[str, Any]) -> Manner:
    person = table["person"]
    return Manner(
        language=table["language"],
        posts={name: _post(post) for name, post in table["post"].items()},
        closings=table["closing"],
        bodies={name: tuple(body["address"]) for name, body in table["body"].items()},
        person=Person(_by_form(person["salutation"]), _by_form(person["vocative"])),
        openings=tuple(person["openings"]),
        mission_words=table.get("mission_word", {}),
        titles=table.get("title", {}),
        words={
            word: {"usual": by["usual"]} | _by_state({k: v for k, v in by.items() if k != "usual"})
            for word, by in table.get("word", {}).items()
        },
    )


def _sign_on(table: Mapping[str, Any]) -> SignOnPhrases:
    return SignOnPhrases(**{field.name: table[field.name] for field in fields(SignOnPhrases)})


def _post(table: Mapping[str, Any]) -> Post:
    return Post(
        address={
            seat: {Form(form): tuple(lines) for form, lines in forms.items()}
            for seat, forms in table["address"].items()
        },
        salutation=_by_form(table["salutation"]),
        vocative=_by_form(table["vocative"]),
        closing=table.get("closing_formal", ""),
    )


def _by_form(table: Mapping[str, str]) -> dict[Form, str]:
    return {Form(form): text for form, text in table.items()}
