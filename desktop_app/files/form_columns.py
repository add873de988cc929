"""What each column of a sign-on form is for, by its heading or by the long question that somebody wrote.

A heading that could ask for two things is not guessed: a question about agreeing that does not plainly speak
of publishing the name ("Do you agree?", a newsletter in the same breath) is unsure; the coordinator is asked.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.domain.consent import speaks_of_hiding
from desktop_app.domain.folding import fold
from desktop_app.domain.plain_text import letters, plain
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.form_words import EXACT, GENERIC_NAMES, SERIAL, STARTED, TOPICS, Use

_TAG = re.compile(r"<[^>]*>|\*+")
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
    said = _Said(asked)
    return _about_consent(said, asked) or _about_facts(said)


def is_bare_heading(text: str) -> bool:
    """Whether it can only be the heading of a column of names, and nobody's name."""
    return letters(text) in (*EXACT[Use.NAME], *GENERIC_NAMES)


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
        self.length = len(self.text.split())

    def speaks_of(self, topic: Iterable[str]) -> bool:
        """Whether a word of it begins so; in scripts that part no words, whether it stands anywhere."""
        return any(stem in self.text for stem in topic)


def _stem(word: str) -> str:
    kind = unicodedata.name(word[0], "").partition(" ")[0]
    return f" {word}" if kind in ("LATIN", "GREEK", "CYRILLIC", "DEVANAGARI", "BENGALI", "HEBREW") else word


_TOPICS = {name: tuple(_stem(fold(word)) for word in words) for name, words in TOPICS.items()}


def _about_consent(said: _Said, asked: str) -> Use | None:
    touched = {name for name, topic in _TOPICS.items() if said.speaks_of(topic)}
    whom = touched & {"name", "organisation"}
    publish = "publish" in touched or ({"show", "ask"} <= touched and bool(whom))
    if "as" in touched and whom and "consent" not in touched:
        return None  # "Name of the organisation, as it should appear in the letter"
    hides = "hide" in touched
    if not (publish or hides or "consent" in touched):
        return None
    if "other" in touched:
        return Use.UNSURE if publish or (hides and whom) else None
    if publish:
        turned = hides or speaks_of_hiding(asked) or _MAY_TURN_ROUND.search(asked)
        return Use.UNSURE if turned else Use.CONSENT
    return Use.ANONYMITY if hides else Use.UNSURE


_MAY_TURN_ROUND = re.compile(
    r"opt(?:ing)?[ -]?out|object|oppos|refus|declin|prevent|remov|exclu|delet|eras|avoid|"
    r"keep .*\bout\b|without|"
    r"risk|danger|harm|wait|delay|before|after|other signator|internal|donor|only|regist|"
    r"type of|kind of|compan|topic|the letter be|statement be|retir|suppr|effac|évit|risque|attend|opon|"
    r"rechaz|elimin|borr|riesgo|esper|widersp|ablehn|verweig|entfern|lösch|gefahr|risiko|"
    r"publique \?|pública \?",
    re.IGNORECASE,
)
"""A question with such a word may mean the contrary by its yes, or something else: it is asked about."""

_FACTS: Sequence[tuple[Use, Sequence[str]]] = (
    (Use.EMAIL, ("email",)),
    (Use.CONTACT, ("contact",)),
    (Use.ACRONYM, ("acronym",)),
    (Use.NAME, ("organisation", "name")),
    (Use.CONTACT, ("person",)),
    (Use.COUNTRY, ("country",)),
    (Use.TITLE, ("role",)),
    (Use.NOTES, ("notes",)),
)


def _about_facts(said: _Said) -> Use | None:
    for use, topics in _FACTS:
        if all(said.speaks_of(_TOPICS[topic]) for topic in topics):
            return use
    short = said.length <= _SHORT
    if short and (said.speaks_of(_TOPICS["organisation"]) or said.speaks_of(_TOPICS["name"])):
        return Use.NAME
    return None


Columns = tuple[tuple[str, Use | None], ...]
"""The headings of a form from left to right, and what each is for; None = not used."""

_WHOLE = (Use.SIGNED_ON, Use.ANSWER)
"""Of several such columns one is taken, the best."""


def columns_of(headings: Sequence[str], choices: Mapping[str, Use], place: Place) -> Columns:
    """What each column is for.

    Args:
        headings: As they stand in the file.
        choices: What the coordinator chose, by ``heading_key``.
        place: Of the file, for what goes wrong.

    Raises:
        ProblemError: ``form-heading-unknown`` for a choice about a heading that is not there,
            ``form-consent-unsure``, ``form-names-several`` and ``form-name-missing``, each with the headings.
    """
    shown = tuple(plain(heading) for heading in headings)
    keys = [heading_key(heading) for heading in headings]
    for chosen in choices:
        if chosen not in keys:
            raise ProblemError("form-heading-unknown", place, headings=tuple(filter(None, shown)))
    uses = [choices.get(key) or use_of(heading) for key, heading in zip(keys, headings, strict=True)]
    uses = _of_microsoft(keys, choices, uses)
    uses = _one_of_each(headings, uses)
    uses = _whose_name(keys, choices, uses)
    unsure = tuple(heading for heading, use in zip(shown, uses, strict=True) if use is Use.UNSURE)
    if unsure:
        raise ProblemError("form-consent-unsure", place, headings=unsure)
    names = tuple(heading for heading, use in zip(shown, uses, strict=True) if use is Use.NAME)
    if len(names) > 1 and not all(k in choices for k, use in zip(keys, uses, strict=True) if use is Use.NAME):
        raise ProblemError("form-names-several", place, headings=names)
    persons = {Use.FIRST_NAME, Use.LAST_NAME} & set(uses)
    if not names and not persons and (Use.CONTACT not in uses or _is_microsoft(keys)):
        raise ProblemError("form-name-missing", place, headings=tuple(filter(None, shown)))
    return tuple(zip(shown, uses, strict=True))


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
        Use.CONTACT if use is Use.NAME and key in GENERIC_NAMES and key not in choices else use
        for key, use in zip(keys, uses, strict=True)
    ]
