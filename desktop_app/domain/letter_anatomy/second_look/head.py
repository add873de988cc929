"""The head once more: what is lacking, and what does not look like the part that it was taken for."""

import re
from collections.abc import Iterator

from desktop_app.domain.letter_anatomy import cues, formulas, list_cues
from desktop_app.domain.letter_anatomy.dates import dates_in
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.parts import Anatomy, Doubt, Part, Role, Sureness
from desktop_app.domain.letter_anatomy.shapes import (
    HONORIFIC,
    ends_a_sentence,
    looks_like_address,
    looks_like_person,
    names_an_office,
    names_an_organisation,
)

_MOST_LINES = 6
_TITLE_WORDS = 2
_LONGEST_SUBJECT = 180
_SMALL_IN_PLACES = frozenset(
    "de del la las los el do da dos das di du des le les am an der im in upon on sur sous al y i"
    " bei ob près près-de en".split()
)
_BEFORE_PLACES = frozenset("in en em à a zu aus at from fait done dado".split())
_LONGEST_PLACE_WORDS = 4
_CLOCK_OR_WEB = re.compile(
    r"\d{1,2}\s?[:h]\s?\d{2}|\s[|»›·]\s|^(?:posted|published|publi|por |by |share|partager|tweet)",
    re.IGNORECASE,
)
_ADDRESSED_WORDS = re.compile(
    r"^(?:the|to|all|members?|permanent|mission|heads?|governments?|president|their|his|her)\b|"
    r"^(?:al|alla|allo|ai|agli|ao|à|au|aux|an|los|las|les|die|der|das)\b|先生|女士|阁下|^(?:председател|директор|министр|президент|генеральн|губернатор|глав|уполномоченн|мэр)\w*|ဝန်ကြီး|"
    r"\b(?:mission|missione|misión|ministr|ministère|ministerio|ministero|government|republic|parliament|bank|plc|"
    r"company|s\.?a\.?|gmbh|ag|embassy|ambassade|embajada)\w*",
    re.IGNORECASE,
)


def looked_at_head(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """What is lacking or odd before the text."""
    yield from _lacking(anatomy, page)
    yield from _title(anatomy)
    yield from _place(anatomy, page)
    if addressee := anatomy.parts.get(Role.ADDRESSEE):
        yield from _addressee(addressee, page)
    subject = anatomy.parts.get(Role.SUBJECT)
    if subject and (ends_a_sentence(subject.text) or len(subject.text) > _LONGEST_SUBJECT):
        yield Doubt("import-odd-subject", subject.lines[0], subject.text)


def _lacking(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    first = page.lines[0].number if page.lines else 1
    parts = anatomy.parts
    greets = Role.SALUTATION in parts
    if anatomy.date is None:
        yield Doubt("import-no-date", first, "")
    says = any(list_cues.SIGNED.match(line.text) for line in page.lines)
    if not anatomy.names and (anatomy.claimed.total is not None or len(anatomy.signers) != 1 or says):
        yield Doubt("import-no-list", first, "")
    if greets and Role.ADDRESSEE not in parts:
        yield Doubt("import-no-addressee", first, "")
    if Role.ADDRESSEE in parts and not greets:
        yield Doubt("import-no-salutation", parts[Role.ADDRESSEE].lines[-1], "")
    subject = parts.get(Role.SUBJECT)
    if subject and subject.sure is Sureness.SURE and not greets and Role.ADDRESSEE not in parts:
        yield Doubt("import-no-salutation", subject.lines[0], subject.text)
    if greets and Role.CLOSING not in parts:
        yield Doubt("import-no-closing", first, "")
    if Role.CLOSING in parts and not greets:
        yield Doubt("import-no-salutation", parts[Role.CLOSING].lines[0], parts[Role.CLOSING].text)
    if Role.TITLE not in parts and Role.SUBJECT not in parts and not _says_what_it_is_about(anatomy):
        yield Doubt("import-no-title", first, "")


def _says_what_it_is_about(anatomy: Anatomy) -> bool:
    """A short letter goes without title and subject; where one could be hidden, that is a doubt."""
    first = anatomy.body[0] if anatomy.body else None
    return first is not None and ends_a_sentence(first.text) and len(anatomy.body) <= _LONGEST_PLACE_WORDS


def _title(anatomy: Anatomy) -> Iterator[Doubt]:
    title = anatomy.parts.get(Role.TITLE)
    if title is None:
        return
    first = title.written.split("\n")[0]
    capitals = not any(word.islower() for word in first.split())
    addressed = HONORIFIC.match(first) or (capitals and looks_like_person(first))
    if title.sure is not Sureness.SURE and (
        addressed
        or (title.text.isascii() and len(title.text.split()) == 1)
        or cues.MAIL.search(title.written)
        or _CLOCK_OR_WEB.search(first)
        or len(title.lines) > 4
    ):
        yield Doubt("import-odd-title", title.lines[0], title.written)


def _place(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    place = anatomy.parts.get(Role.PLACE)
    if place is None:
        return
    words = place.text.split()
    small = [word for word in words if word[:1].islower() and word not in _SMALL_IN_PLACES]
    elsewhere = any(place.text in line.text for line in page.lines if line.number not in place.lines)
    long = len(words) > _LONGEST_PLACE_WORDS or any(character.isdigit() for character in place.text)
    label = f"{place.text}:" in place.written or f"{place.text} :" in place.written
    article = words[-1:] and words[-1] in _SMALL_IN_PLACES
    inner = len(words) > 1 and words[0].casefold() in _BEFORE_PLACES
    if small or (long and not elsewhere) or label or article or inner or re.search(r"[/.:;()|]", place.text):
        yield Doubt("import-odd-place", place.lines[0], place.written)


def _addressee(part: Part, page: Page) -> Iterator[Doubt]:
    lines = [line for line in page.lines if line.number in part.lines]
    texts = [line.text for line in lines]
    parted = any(line.gap for line in lines[1:])
    odd = (
        part.lines != tuple(sorted(part.lines))
        or _names_two(texts)
        or [text for text in texts if _CLOCK_OR_WEB.search(text) or _holds_other(text)]
    )
    if odd or parted or len(part.text.split("\n")) > _MOST_LINES or not _begins_an_address(texts, part):
        yield Doubt("import-odd-addressee", part.lines[0], part.text)


def _names_two(texts: list[str]) -> list[str]:
    """A line like a person's name without title, over another one with it: a menu, or who writes."""
    first, *rest = texts
    titled = HONORIFIC.match(first) or names_an_office(first) or cues.ADDRESSED.match(first)
    named = (
        looks_like_person(first) and first[:1].isupper() and len(first.split()) > _TITLE_WORDS and not titled
    )
    return rest[:1] if named and rest and HONORIFIC.match(rest[0]) else []


def _holds_other(text: str) -> bool:
    """Whether a line of the address is a date, a sentence or a way to reach somebody."""
    return bool(
        next(iter(dates_in(text)), None)
        or cues.MAIL.search(text)
        or (cues.URL.search(text))
        or (len(text) > 60 and ends_a_sentence(text))
        or re.search(r"(?:19|20)\d\d$|[၀-၉٠-٩]{4}", text)
        or formulas.CLOSING.match(text)
        or (re.search(r"^\D+\s\d{1,3}\s\D{3,}$", text) and not looks_like_address(text))
    )


def _begins_an_address(texts: list[str], part: Part) -> bool:
    if part.sure is Sureness.SURE and cues.ADDRESSED.match(texts[0]):
        return True
    first = texts[0]
    return bool(
        looks_like_address(first)
        or looks_like_person(first)
        or names_an_office(first)
        or names_an_organisation(first)
        or _ADDRESSED_WORDS.search(first)
    )
