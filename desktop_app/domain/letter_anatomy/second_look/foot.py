"""The foot once more: the closing, who signs by hand, whom readers may ask, and who gets a copy."""

import re
from collections.abc import Collection, Iterator

from desktop_app.domain.letter_anatomy import cues, formulas
from desktop_app.domain.letter_anatomy.layout import Page
from desktop_app.domain.letter_anatomy.parts import Anatomy, Doubt, FoundContact, FoundSigner, Part, Role
from desktop_app.domain.letter_anatomy.shapes import (
    HONORIFIC,
    ends_a_sentence,
    looks_like_person,
    names_an_office,
    names_an_organisation,
)

_LEADS = re.compile(
    r"^(?:gez\.|fdo\.|pour|für|for|por|per|à|p\.\s?p\.|on behalf|the|le|la|les|los|las|die|der|das|as|os)\s",
    re.IGNORECASE,
)
_LANGUAGES = re.compile(
    r"\b(?:english|german|french|spanish|arabic|russian|chinese|deutsch|anglais|français|allemand|español|inglés|"
    r"toruvian)\b",
    re.IGNORECASE,
)
_LONGEST_COPY = 120
_REACHES = re.compile(r"[:：]\s|#\w|https?:|\d{5,}")
_CJK = re.compile(r"[\u3400-\u9fff]\s[\u3400-\u9fff]")


def looked_at_foot(anatomy: Anatomy, page: Page) -> Iterator[Doubt]:
    """What is odd after the text."""
    if closing := anatomy.parts.get(Role.CLOSING):
        yield from _closing(closing, anatomy)
    listed = {found.name.casefold() for found in anatomy.names}
    for signer in anatomy.signers:
        if _is_odd_signer(signer, listed):
            yield Doubt("import-odd-signer", signer.lines[0], signer.written)
    for contact in anatomy.contacts:
        if _is_odd_contact(contact):
            yield Doubt("import-odd-contact", contact.lines[0], contact.written)
    if copies := anatomy.parts.get(Role.CC):
        for entry in copies.text.split("\n"):
            if (
                len(entry) > _LONGEST_COPY
                or re.match(r"^\W|^(?:al?|an|à|in|в)\s", entry)
                or _holds_more(entry)
                or _REACHES.search(entry)
            ):
                yield Doubt("import-odd-copy", copies.lines[0], copies.written)
    written = {line.number: line.text for line in page.lines}
    for signer in anatomy.signers:
        if any(cues.CC.match(written.get(number, "")) for number in signer.lines):
            yield Doubt("import-copy-word", signer.lines[0], signer.written)


def _holds_more(entry: str) -> bool:
    return ends_a_sentence(entry) and len(entry) > 40


def _closing(part: Part, anatomy: Anatomy) -> Iterator[Doubt]:
    for text in part.text.split("\n"):
        if not (formulas.CLOSING.match(text) or formulas.CLOSING_SENTENCE.match(text)):
            yield Doubt("import-odd-closing", part.lines[0], part.text)
    sentences = re.findall(r"[.!?]\s+[^\W\d_a-z]", part.text)
    if len(part.text) > 300 or len(sentences) > 1:
        yield Doubt("import-odd-closing", part.lines[0], part.text)
    signed = [signer.lines[0] for signer in anatomy.signers]
    if any(first < part.lines[0] for first in signed):
        yield Doubt("import-odd-closing", part.lines[0], part.text)


def _is_odd_signer(signer: FoundSigner, listed: Collection[str]) -> bool:
    name, what = signer.name, f"{signer.title} {signer.organisation}"
    bare = HONORIFIC.sub("", name)
    return (
        bool(_LEADS.match(name))
        or not looks_like_person(re.sub(r"\s*[（(].*[)）]$|\s[A-Z]{2,4}$", "", bare))
        or names_an_office(name)
        or name.casefold() in listed
        or (
            looks_like_person(signer.title)
            and not names_an_office(signer.title)
            and len(signer.title.split()) > 1
        )
        or not what.strip()
        or bool(signer.title and not names_an_office(signer.title))
        or bool(cues.MAIL.search(what) or cues.PHONE.search(what) or re.search(r"[:：|;]|\s{3}", name + what))
        or (names_an_organisation(signer.title) and not names_an_office(signer.title))
        or bool(_LEADS.match(signer.organisation))
        or cues.CC.match(signer.title) is not None
    )


def _is_odd_contact(contact: FoundContact) -> bool:
    told = (contact.name, contact.role, contact.organisation)
    return (
        not contact.name
        or len(set(cues.MAIL.findall(contact.written))) > 1
        or any(re.fullmatch(r"[\W\d_]+", text) for text in told if text)
        or any(_LANGUAGES.search(text) or _CJK.search(text) or re.search(r"[:：;|]", text) for text in told)
        or any(text.count("(") != text.count(")") for text in told)
        or (bool(contact.role) and names_an_organisation(contact.role) and not names_an_office(contact.role))
        or (names_an_organisation(contact.name) or not looks_like_person(contact.name))
        or not contact.email
        or (ends_a_sentence(contact.organisation) and len(contact.organisation) > 60)
    )
