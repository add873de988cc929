"""What the heading of a column in a form asks for: one of ours, or the long question that somebody wrote.

A heading that could ask for two things is not guessed: a question about agreeing that does not plainly speak
of publishing the name ("Do you agree?", a newsletter in the same breath) is unsure; the coordinator is asked.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.consent import Asked, speaks_of_hiding
from desktop_app.domain.consent_questions import asked_by
from desktop_app.domain.folding import fold
from desktop_app.domain.plain_text import letters, plain
from desktop_app.files.form_words import (
    BESIDE_A_NAME,
    EXACT,
    GENERIC_NAMES,
    NAMING,
    ORGANISATION_NAMES,
    TOPICS,
    Use,
)
from desktop_app.files.sheet_words import Column, column_of

_TAG = re.compile(r"</?(?:span|div|p|br|font|a|b|i|u|em|strong|small|h\d)(?:\s[^<>]*)?/?>|\*+", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*\d{1,2}\s*[.)]\s*")
_SHORT = 3
"""Words. "Organisation or group" asks for a name; a longer question about one may ask anything."""


def heading_key(heading: str) -> str:
    """A heading as two of them compare."""
    return letters(plain(heading))


def use_of(heading: str) -> Use | None:
    """What this column is for, None where its heading says nothing to us."""
    asked = _last_step(heading)
    for use, words in EXACT.items():
        # KoboToolbox marks its own columns by an underscore; "_notes" are not ours.
        if letters(asked) in words and (use is not Use.IGNORE or asked.startswith("_") or "_" in asked):
            return use
    of_a_list = _OF_A_LIST.get(column_of(asked))
    if of_a_list is not None and asked_by(asked) is None:
        return of_a_list
    said = _Said(asked)
    about = _about_consent(said, asked) or _about_facts(said)
    # Where nothing else is asked for: a newsletter, a privacy policy.
    return about or (Use.IGNORE if said.speaks_of(_TOPICS["other"]) else None)


def is_bare_heading(text: str) -> bool:
    """Whether it can only be the heading of a column of names, and nobody's name."""
    return letters(text) in (*EXACT[Use.NAME], *GENERIC_NAMES)


def asks_for_an_organisation(heading: str) -> bool:
    """Whether a column of names is headed so that a person's name has no place in it."""
    asked = _last_step(heading)
    return letters(asked) in ORGANISATION_NAMES or _Said(asked).speaks_of(_TOPICS["organisation"])


def asks_for_a_sort(heading: str) -> bool:
    """As "Type of organisation (public, NGO)" does."""
    return _is_of_a_sort(_Said(_last_step(heading)))


def rank_of(heading: str, use: Use) -> int:
    """How well a heading says when or which: the lower, the better."""
    words = EXACT.get(use, ())
    key = letters(_last_step(heading))
    return words.index(key) if key in words else len(words)


def _last_step(heading: str) -> str:
    """The question itself: KoboToolbox writes ``group_one/organisation_name``."""
    asked = plain(_NUMBER.sub("", _TAG.sub(" ", heading)))
    if " " in asked:
        return asked
    last = asked.rpartition("/")[2]
    return last if last.startswith("_") else last.replace("_", " ")


class _Said:
    """A question, and which topics it touches."""

    def __init__(self, asked: str) -> None:
        self.text = f" {fold(asked)} "
        self.words = frozenset(self.text.split())
        self.length = len(self.text.split())

    def speaks_of(self, topic: Iterable[str]) -> bool:
        """Whether a word of it begins so; in scripts that part no words, whether it stands anywhere."""
        return any(map(self.text.__contains__, topic))

    def begins_with(self, topic: Iterable[str]) -> bool:
        """Whether one of its first words does."""
        first = " ".join(["", *self.text.split()[:_SHORT]])
        return any(map(first.__contains__, topic))


def _stem(topic: str) -> str:
    word = fold(topic.rstrip("_")) + (" " if topic.endswith("_") else "")
    kind = unicodedata.name(word[0], "").partition(" ")[0]
    return f" {word}" if kind in ("LATIN", "GREEK", "CYRILLIC", "DEVANAGARI", "BENGALI", "HEBREW") else word


_TOPICS = {name: tuple(_stem(word) for word in words) for name, words in TOPICS.items()}


_NAMING = frozenset(fold(word) for word in NAMING)
_OF_A_NAME = _NAMING | {fold(word) for word in BESIDE_A_NAME}

_OF_A_LIST: Mapping[Column | None, Use] = {
    column: Use(column.value)
    for column in (
        *(Column.LISTED, Column.LISTED_AS, Column.ALSO_KNOWN_AS, Column.TITLE, Column.COUNTS),
        *(Column.TEXT_VERSION, Column.CONFIRMED_BY, Column.SOURCE),
    )
}
"""What a list of signatories has and a form has not."""

_ASKED = {
    Asked.TO_PUBLISH: Use.CONSENT,
    Asked.TO_HIDE: Use.ANONYMITY,
    Asked.TO_SHARE: Use.SHARING,
}


def _about_consent(said: _Said, asked: str) -> Use | None:
    """What a question that may be about printing the name is for; None where it surely is not."""
    known = asked_by(asked)
    if known is not None:
        return _ASKED[known]
    touched = {name for name, topic in _TOPICS.items() if said.speaks_of(topic)}
    whom = touched & {"name", "organisation"}
    if _asks_for_the_name(said, touched, turned=speaks_of_hiding(asked)):
        return None
    if _is_of_a_sort(said) and not touched & {"ask", "consent", "hide"}:
        return None
    shows = "show" in touched and bool(whom or said.words & _US or speaks_of_hiding(asked))
    if "other" in touched and not ("publish" in touched or (whom and (shows or "hide" in touched))):
        return None
    return Use.UNSURE if shows or touched & {"publish", "hide", "consent"} else None


_US = frozenset({"us", "me", "you", "nous", "vous", "nos", "nosotros", "uns", "euch", "нас", "вас"})


def _is_of_a_sort(said: _Said) -> bool:
    return said.begins_with(_TOPICS["sort"]) and said.speaks_of(_TOPICS["organisation"])


def _asks_for_the_name(said: _Said, touched: set[str], *, turned: bool) -> bool:
    """As "Name of the organisation, as it should appear in the letter" does."""
    if turned or touched & {"ask", "consent", "hide"} or not touched & {"name", "organisation"}:
        return False
    return "as" in touched or ("publish" not in touched and said.begins_with(_TOPICS["name"]))


_FACTS: Sequence[tuple[Use, Sequence[str]]] = (
    (Use.EMAIL, ("email",)),
    (Use.CONTACT, ("contact",)),
    (Use.ACRONYM, ("acronym",)),
    (Use.NAME, ("organisation", "called")),
    (Use.PERSON, ("person",)),
    (Use.COUNTRY, ("country",)),
    (Use.TITLE, ("role",)),
    (Use.NOTES, ("notes",)),
)


def _about_facts(said: _Said) -> Use | None:
    for use, topics in _FACTS:
        if all(said.speaks_of(_TOPICS[topic]) for topic in topics):
            return use
    # "Karen Union" and "named" may be answers: not one word may stand beside what asks for a name.
    return Use.NAME if said.words <= _OF_A_NAME and said.words & _NAMING else None
