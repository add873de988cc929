"""What each column of a sign-on form is for: by its heading, by the answers, and by what others are for."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.domain.consent import Consent, consent_of, is_yes_or_no
from desktop_app.domain.plain_text import plain
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.form_headings import asks_for_a_sort, heading_key, rank_of, use_of
from desktop_app.files.form_words import GENERIC_NAMES, SERIAL, STARTED, Use

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
    columns = tuple(zip(shown, uses, strict=True))
    _check_consent(columns, place)
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


def _check_consent(columns: Columns, place: Place) -> None:
    """Whether it can be told who may be named."""
    # Sharing the name with somebody is not publishing it.
    asked = {Use.UNSURE} if any(use is Use.CONSENT for _, use in columns) else {Use.UNSURE, Use.SHARING}
    unsure = tuple(heading for heading, use in columns if use in asked)
    if unsure:
        raise ProblemError("form-consent-unsure", place, headings=unsure)


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
    barely = use is Use.NAME or asks_for_a_sort(heading)
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
