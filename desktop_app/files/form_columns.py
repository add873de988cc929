"""What each column of a sign-on form is for, by its heading or by the long question that somebody wrote.

A heading that could ask for two things is not guessed: a question about agreeing that does not plainly speak
of publishing the name ("Do you agree?", a newsletter in the same breath) is unsure; the coordinator is asked.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.consent import Asked, Consent, consent_of, is_yes_or_no, speaks_of_hiding
from desktop_app.domain.consent_questions import asked_by
from desktop_app.domain.folding import fold
from desktop_app.domain.plain_text import letters, plain
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.form_words import (
    BESIDE_A_NAME,
    EXACT,
    GENERIC_NAMES,
    NAMING,
    ORGANISATION_NAMES,
    SERIAL,
    STARTED,
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
        return any(stem in self.text for stem in topic)

    def begins_with(self, topic: Iterable[str]) -> bool:
        """Whether one of its first words does."""
        return any(stem in " ".join(["", *self.text.split()[:_SHORT]]) for stem in topic)


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
    if _asks_for_the_sort(said) and not touched & {"ask", "consent", "hide"}:
        return None
    shows = "show" in touched and bool(whom or said.words & _US or speaks_of_hiding(asked))
    if "other" in touched and not ("publish" in touched or (whom and (shows or "hide" in touched))):
        return None
    return Use.UNSURE if shows or touched & {"publish", "hide", "consent"} else None


_US = frozenset({"us", "me", "you", "nous", "vous", "nos", "nosotros", "uns", "euch", "нас", "вас"})


def _asks_for_the_sort(said: _Said) -> bool:
    """As "Type of organisation (public, NGO)" does."""
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


Columns = tuple[tuple[str, Use | None], ...]
"""The headings of a form from left to right, and what each is for; None = not used."""

_PERSONS = frozenset({Use.PERSON, Use.FIRST_NAME, Use.LAST_NAME})
"""Where no organisation is asked for, a person signs."""

_WHOLE = (Use.SIGNED_ON, Use.ANSWER)
"""Of several such columns one is taken, the best."""


def columns_of(
    headings: Sequence[str], choices: Mapping[str, Use], place: Place, answers: Sequence[Sequence[str]]
) -> Columns:
    """What each column is for.

    Args:
        headings: As they stand in the file.
        choices: What the coordinator chose, by ``heading_key``.
        place: Of the file, for what goes wrong.
        answers: What was answered under each heading, blanks left out.

    Raises:
        ProblemError: ``form-headings-missing`` where no heading says anything to us; with the headings
            ``form-heading-unknown`` for a choice about one that is not there, ``form-consent-unsure``,
            ``form-names-several`` and ``form-name-missing``.
    """
    shown = tuple(plain(heading) for heading in headings)
    keys = [heading_key(heading) for heading in headings]
    if not any(key in choices or use_of(heading) for key, heading in zip(keys, headings, strict=True)):
        # Perhaps it is the first answer, which nobody may read in a message.
        raise ProblemError("form-headings-missing", place)
    for chosen in choices:
        if chosen not in keys:
            known = tuple(filter(None, shown))
            raise ProblemError("form-heading-unknown", place, given=chosen, headings=known)
    uses = [
        choices.get(key) or _answered(heading, use_of(heading), texts)
        for key, heading, texts in zip(keys, headings, answers, strict=True)
    ]
    uses = _of_microsoft(keys, choices, uses)
    uses = _one_of_each(headings, uses)
    uses = _whose_name(keys, choices, uses)
    if not choices and not _are_headings(headings, uses, answers):
        raise ProblemError("form-headings-missing", place)
    # Sharing the name with somebody is not publishing it.
    asked = {Use.UNSURE} if Use.CONSENT in uses else {Use.UNSURE, Use.SHARING}
    unsure = tuple(heading for heading, use in zip(shown, uses, strict=True) if use in asked)
    if unsure:
        raise ProblemError("form-consent-unsure", place, headings=unsure)
    columns = tuple(zip(shown, uses, strict=True))
    _check_names(columns, choices, place)
    return columns


def _are_headings(
    headings: Sequence[str], uses: Sequence[Use | None], answers: Sequence[Sequence[str]]
) -> bool:
    """Whether the first row holds questions: an answer may be a word known as one, such as "anonymous"."""
    known = [place for place, use in enumerate(uses) if use not in (None, Use.IGNORE)]
    naming = {place for place in known if uses[place] in (Use.NAME, *_PERSONS)}
    if naming:
        # "organisation" is also what people answer when asked who signs. Where all stands twice, two exports
        # were put one below the other.
        again = {place for place in known if heading_key(headings[place]) in map(heading_key, answers[place])}
        return not naming <= again or len(again) == len(known) > 1
    return len(known) > 1 or any(" " in plain(headings[place]) for place in known)


def _check_names(columns: Columns, choices: Mapping[str, Use], place: Place) -> None:
    """Whether it can be told who signs."""
    names = tuple(heading for heading, use in columns if use is Use.NAME)
    if len(names) > 1 and not all(heading_key(heading) in choices for heading in names):
        raise ProblemError("form-names-several", place, headings=names)
    if not names and not _PERSONS & {use for _, use in columns}:
        headings = tuple(heading for heading, _ in columns if heading)
        raise ProblemError("form-name-missing", place, headings=headings)


def _answered(heading: str, use: Use | None, texts: Sequence[str]) -> Use | None:
    """A column for something else, or for nothing, is asked about where it was answered by yes and no."""
    if use not in (None, Use.NAME):
        return use
    # "Say No to Violence" is a name, and "private" a sort of organisation.
    barely = use is Use.NAME or _asks_for_the_sort(_Said(_last_step(heading)))
    decides = is_yes_or_no if barely else _decides
    decided = sum(times for text, times in Counter(texts).items() if decides(text))
    return Use.UNSURE if texts and decided * 2 >= len(texts) else use


def _decides(answer: str) -> bool:
    return is_yes_or_no(answer) or consent_of(answer) is not Consent.UNCLEAR


def _is_microsoft(keys: Sequence[str]) -> bool:
    return any(key in STARTED for key in keys)


def _of_microsoft(
    keys: Sequence[str], choices: Mapping[str, Use], uses: Sequence[Use | None]
) -> list[Use | None]:
    """Microsoft Forms numbers its answers, and writes down who was logged in: nobody's sign-on."""
    if not _is_microsoft(keys):
        return list(uses)
    own = {SERIAL: Use.ANSWER, **dict.fromkeys(GENERIC_NAMES, Use.CONTACT)}
    return [use if key in choices else own.get(key, use) for key, use in zip(keys, uses, strict=True)]


def _one_of_each(headings: Sequence[str], uses: Sequence[Use | None]) -> list[Use | None]:
    best = {}
    for only in _WHOLE:
        places = [place for place, use in enumerate(uses) if use is only]
        best[only] = min(places, key=lambda place: rank_of(headings[place], only), default=-1)
    return [None if use in best and best[use] != place else use for place, use in enumerate(uses)]


def _whose_name(
    keys: Sequence[str], choices: Mapping[str, Use], uses: Sequence[Use | None]
) -> list[Use | None]:
    """Beside the name of an organisation, a plain "Name" is that of who filled in the form."""
    if uses.count(Use.NAME) < 2:
        return list(uses)
    return [
        Use.PERSON if use is Use.NAME and key in GENERIC_NAMES and key not in choices else use
        for key, use in zip(keys, uses, strict=True)
    ]
