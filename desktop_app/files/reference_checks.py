"""Everything that may not break in the shipped tables. The tests run it; so does whoever corrects a table."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from desktop_app.domain.addressing import Addressee, Form, Manner
from desktop_app.domain.body import Body
from desktop_app.domain.phrases import SignOnPhrases
from desktop_app.domain.plain_text import letters
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.state import MEMBER, OBSERVER
from desktop_app.files.reference_data import LANGUAGES, MEMBER_STATES, Reference

_STATES, _BODIES, _MISSIONS = "states.csv", "bodies.toml", "missions-new-york.csv"
_GROUPS = {"african": 54, "asia-pacific": 54, "eastern-european": 23, "grulac": 33, "weog": 29}
_SCRIPTS = {"ru": "[\u0400-\u04ff]", "zh": "[\u4e00-\u9fff]", "ar": "[\u0600-\u06ff]"}
_SALUTATION_ENDS = {"en": ",", "fr": ",", "es": ":", "ru": "!", "zh": "：", "ar": "،"}
_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {"le": ("du ",), "la": ("de la ",), "les": ("des ",), "l'": ("de l'",), "": ("de ", "d'")},
    "es": {"el": ("del ",), "la": ("de la ",), "los": ("de los ",), "las": ("de las ",), "": ("de ",)},
}
_TO: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {"le": ("au ",), "la": ("à la ",), "les": ("aux ",), "l'": ("à l'",), "": ("à ",)},
    "es": {"el": ("al ",), "la": ("a la ",), "los": ("a los ",), "las": ("a las ",), "": ("a ",)},
}
_UNPRINTABLE = re.compile(
    r"Mr\./|/Ms\.|\(e\)|None|[{}']|  |^ | $|^$|\bde el\b|\bde les?\b|\bà les?\b|\ba el\b|\bthe the\b"
)
_HONORIFIC = re.compile(r"H\.E\.|Excellen|Exce?lent|Excm|S\. E\.|M[rs]\.|Превосходительств|阁下|سعادة|معالي")
_NEW_YORK = re.compile(r"New York|Nueva York|Нью-Йорк|纽约|نيويورك")
_SEAT_FORMS = frozenset(Form) - {Form.GROUP}
_QUESTIONS = ("name", "acronym", "country", "contact", "email", "publish")


def check(reference: Reference) -> None:
    """Hold every table against what is known of it.

    Raises:
        ProblemError: ``reference-broken``, with the file and what is wrong in it.
    """
    _check_states(reference)
    for language in LANGUAGES:
        _check_names(reference, language)
    _check_missions(reference)
    for body in reference.bodies.values():
        _check_body(reference, body)
    _check_presidents(reference)
    _check_offices(reference)
    for language in LANGUAGES:
        _check_openings(reference, language)
    for language in LANGUAGES:
        for to in _every_addressee(reference, language):
            _check_block(reference.manner(language), to)


def _insist(holds: object, file: str, why: str) -> None:
    if not holds:
        folder = "addressing" if file.removesuffix(".toml") in (*LANGUAGES, "posts") else "recipients"
        raise ProblemError("reference-broken", Place(f"{folder}/{file}"), why=why)


@cache
def _printable(text: str) -> bool:
    return not _UNPRINTABLE.search(text)


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def _check_states(reference: Reference) -> None:
    rows = reference.rows("recipients/states.csv")
    for column in ("iso3", "iso2", "m49"):
        twice = _twice(row[column] for row in rows)
        _insist(not twice, _STATES, f"{column} twice: {twice}")
    states = reference.states.values()
    status = Counter(state.status for state in states)
    _insist(status == {MEMBER: 193, OBSERVER: 2}, _STATES, f"status: {dict(status)}")
    groups = Counter(state.group for state in states if state.status == MEMBER)
    _insist(groups == _GROUPS, _STATES, f"regional groups: {dict(groups)}")
    for state in states:
        _insist(bool(state.admitted) == (state.status == MEMBER), _STATES, f"{state.iso3}: admitted")
        _insist(state.address_language in ("", *LANGUAGES), _STATES, f"{state.iso3}: language")


def _check_names(reference: Reference, language: str) -> None:
    file = f"names-{language}.csv"
    rows = reference.rows(f"recipients/{file}")
    _insist(
        [row["iso3"] for row in rows] == list(reference.states),
        file,
        "not the states of states.csv, in order",
    )
    twice = _twice(row["short"] for row in rows)
    _insist(not twice, file, f"short name twice: {twice}")
    if language == "en":
        order = [letters(row["short"]) for row in rows]
        _insist(order == sorted(order), _STATES, "rows are not in the order of the English names")
    blank_may_be = {"ru": ("of", "to", "formal_of"), "ar": ("formal_of",)}.get(language, ())
    for row in rows:
        for column, text in row.items():
            where = f"{row['iso3']} {column}: {text!r}"
            _insist(
                text == " ".join(text.split()) and "\N{RIGHT SINGLE QUOTATION MARK}" not in text, file, where
            )
            _insist(text or column in (*blank_may_be, "former", "article"), file, where)
        if language in _SCRIPTS:
            for column in ("short", "running", "formal"):
                _insist(re.search(_SCRIPTS[language], row[column]), file, f"{row['iso3']} {column}: script")
        if language in _OF:
            _check_contractions(row, language, file)


def _check_contractions(row: Mapping[str, str], language: str, file: str) -> None:
    article = row["article"]
    for column, starts in (("of", _OF[language]), ("to", _TO[language])):
        _insist(
            row[column].startswith(starts[article]), file, f"{row['iso3']}: {row[column]!r} after {article!r}"
        )
    plural = article in ("les", "los", "las")
    _insist(not plural or row["number"] == "p", file, f"{row['iso3']}: number")
    gender = {"le": "m", "el": "m", "los": "m", "la": "f", "las": "f"}.get(article, row["gender"])
    _insist(row["gender"] == gender, file, f"{row['iso3']}: gender")


def _check_missions(reference: Reference) -> None:
    rows = reference.rows(f"recipients/{_MISSIONS}")
    _insist(
        [row["iso3"] for row in rows] == list(reference.states), _MISSIONS, "not the states of states.csv"
    )
    for row in rows:
        where, street = row["iso3"], row["street"] + row["street_2"]
        _insist(row["mission"].endswith(" to the United Nations"), _MISSIONS, f"{where}: {row['mission']!r}")
        _insist(
            not re.search(r"[;|()/&@]", street) and "\N{RIGHT SINGLE QUOTATION MARK}" not in street,
            _MISSIONS,
            where,
        )
        _insist(row["street"] or not row["street_2"], _MISSIONS, f"{where}: second street line alone")
        _insist(bool(row["street"]) == bool(row["date"]) == bool(row["zip"]), _MISSIONS, f"{where}: undated")
        _insist(re.fullmatch(r"(\d{5}(-\d{4})?)?", row["zip"]), _MISSIONS, f"{where}: ZIP {row['zip']!r}")


def _vacancies(reference: Reference, body: Body) -> list[tuple[date, date, int]]:
    blocks = reference.body_tables.get(body.name, {}).get("vacant", ())
    return [(block["from"], block["to"], block["seats"]) for block in blocks]


def _check_body(reference: Reference, body: Body) -> None:
    vacancies = _vacancies(reference, body)
    spans = [(term.first, term.last) for term in body.terms] + [(first, last) for first, last, _ in vacancies]
    _insist(all(first <= last for first, last in spans), _BODIES, f"{body.name}: a term ends too early")
    # Between these days the membership stays as it is.
    after = {last + timedelta(days=1) for _, last in spans if last != date.max}
    changes = {body.known_from, *(first for first, _ in spans), *after}
    for day in sorted(day for day in changes if body.known_from <= day <= body.known_to):
        members = body.members_on(day)
        _insist(not _twice(members), _BODIES, f"{body.name} {day}: twice {_twice(members)}")
        if not body.seats:
            continue
        vacant = sum(seats for first, last, seats in vacancies if first <= day <= last)
        _insist(len(members) == body.seats - vacant, _BODIES, f"{body.name} {day}: {len(members)} members")
        groups = Counter(reference.states[iso3].group for iso3 in members)
        fixed = reference.body_tables[body.name]["groups"]
        _insist(vacant or groups == fixed, _BODIES, f"{body.name} {day}: {dict(groups)}")


def _check_presidents(reference: Reference) -> None:
    for body in reference.bodies.values():
        for term in body.chairs:
            members = body.members_on(term.first)
            _insist(term.chair.iso3 in members, _BODIES, f"{body.name} {term.first}: president is no member")
            _insist(term.chair.gender in ("m", "f"), _BODIES, f"{body.name} {term.first}: gender")
        for block in reference.body_tables.get(body.name, {}).get("presided", ()):
            for step, iso3 in enumerate(block["states"]):
                month = date(block["from"].year, block["from"].month + step, 1)
                chair = body.president_on(month).iso3
                _insist(
                    chair == iso3, _BODIES, f"{body.name} {month}: the rule gives {chair}, the source {iso3}"
                )


def _check_offices(reference: Reference) -> None:
    offices = reference.offices
    listed = [*offices.heads_of_state, *offices.shared_crown, *offices.special]
    listed += [iso3 for heads in offices.mission_heads.values() for iso3 in heads]
    unknown = sorted(set(listed) - set(reference.states))
    _insist(not unknown, "posts.toml", f"unknown states: {unknown}")
    several = _twice([*offices.heads_of_state, *offices.shared_crown, *offices.special])
    _insist(not several, "posts.toml", f"two kinds of head of state: {several}")
    for body in reference.bodies.values():
        seats = reference.manner("en").posts[body.office].address
        _insist(body.seat in seats, "posts.toml", f"{body.name}: {body.office} has no seat {body.seat}")
    _insist(MEMBER_STATES in reference.bodies, "posts.toml", "no member states")


def _check_openings(reference: Reference, language: str) -> None:
    file, manner, model = f"{language}.toml", reference.manner(language), reference.manner("en")
    _insist(manner.language == language, file, f"says it is {manner.language}")
    _insist(set(manner.posts) == set(model.posts), file, f"posts: {set(manner.posts) ^ set(model.posts)}")
    _insist(set(manner.bodies) == set(reference.bodies), file, "bodies are not those of posts.toml")
    persons = (manner.person.salutation, manner.person.vocative)
    _insist(
        all(set(table) == {Form.MAN, Form.WOMAN, Form.NAMELESS} for table in persons), file, "person: forms"
    )
    _insist(set(reference.phrases(language).courtesy) == set(LANGUAGES), file, "courtesy line")
    _check_sign_on(reference.phrases(language).sign_on, language)
    for text in (reference.phrases(language).mail.subject, reference.phrases(language).mail.message):
        _insist("{subject}" in text and "{total}" in text, file, f"a slot is missing: {text!r}")
    grouped = {body.office for body in reference.bodies.values()}
    for name, post in manner.posts.items():
        forms = set(Form) if name in grouped else _SEAT_FORMS
        for table in (post.salutation, post.vocative):
            _insist(forms <= set(table), file, f"{name}: forms {sorted(forms - set(table))} missing")
        _insist(set(post.address) == set(model.posts[name].address), file, f"{name}: seats")
        _insist(all(set(table) == _SEAT_FORMS for table in post.address.values()), file, f"{name}: forms")
        for salutation in post.salutation.values():
            _insist(salutation.endswith(_SALUTATION_ENDS[language]), file, f"{name}: {salutation!r}")
        for vocative in post.vocative.values():
            _insist(not re.search(r"[!:;،：/]|[,.]$", vocative), file, f"{name}: {vocative!r}")
    for lines in manner.bodies.values():
        _insist(lines and all(_printable(line) for line in lines), file, f"body: {lines}")


def _check_sign_on(says: SignOnPhrases, language: str) -> None:
    file = f"{language}.toml"
    _insist(tuple(says.questions) == _QUESTIONS, file, f"questions: {tuple(says.questions)}")
    slots = {
        says.reading: "{until}",
        says.until: "{until}",
        says.invitation: "{title}",
        says.moment: "{time}",
    }
    for text, slot in slots.items():
        _insist(slot in text, file, f"{slot} is missing: {text!r}")
    for text in (says.number, says.names, says.address, says.salutation, says.state):
        _insist(text.startswith("[") and "]" in text, file, f"no bracket: {text!r}")
    _insist(says.salutation.endswith(_SALUTATION_ENDS[language]), file, f"{says.salutation!r}")


def _every_addressee(reference: Reference, language: str) -> Iterator[Addressee]:
    posts, names = reference.manner(language).posts, reference.names(language)
    people = [
        ("", ""),
        ("Noor Example", ""),
        ("Noor Example", "m"),
        ("Noor Example", "f"),
        ("", "m"),
        ("", "f"),
    ]
    for iso3, state in reference.states.items():
        for post, table in posts.items():
            for seat in table.address:
                head = reference.offices.mission_head(iso3, seat)
                mission = reference.missions[iso3] if seat == "new_york" else None
                for name, gender in people:
                    yield Addressee(post, seat, head, name, gender, state, names[iso3], mission)


def _check_block(manner: Manner, to: Addressee) -> None:
    file = f"{manner.language}.toml"
    try:
        lines = manner.address(to)
        openings = [manner.opening(to, closing) for closing in ("formal", "plain")]
    except ProblemError as error:
        raise ProblemError(
            "reference-broken", Place(f"addressing/{file}"), why=f"{to}: {error.values}"
        ) from error
    texts = [*lines, *(text for o in openings for text in (o.salutation, o.vocative, o.closing))]
    where = f"{to.state and to.state.iso3} {to.post} {to.seat} {to.address_form}"
    _insist(lines, file, f"{where}: no lines")
    for text in texts:
        _insist(_printable(text), file, f"{where}: {text!r}")
    block = "\n".join(lines)
    _insist((to.name in block) if to.name else not _HONORIFIC.search(block), file, f"{where}: {block}")
    _insist(to.seat == "new_york" or not _NEW_YORK.search(block), file, f"{where}: {block}")
    if manner.language == "fr" and not manner.posts[to.post].closing:
        _insist(
            all(o.vocative in o.closing for o in openings), file, f"{where}: the closing repeats no vocative"
        )
