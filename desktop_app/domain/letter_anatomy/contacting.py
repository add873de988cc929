"""Whom the readers of a letter may ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.letter_anatomy import cues, marks
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt, FoundContact, FoundSigner, Part, Sureness
from desktop_app.domain.letter_anatomy.regions import groups
from desktop_app.domain.letter_anatomy.shapes import looks_like_person, names_an_office, names_an_organisation
from desktop_app.domain.letter_anatomy.signing import APART

_LABEL = re.compile(
    r"(?:e-?mail|mail|courriel|correo(?: electrónico)?|tel(?:ephone|éfono|efone|efon)?|tél|phone|mobile|"
    r"cell|whatsapp|signal|fax|"
    r"web(?:site)?|тел|почта|электронная почта|电话|邮箱|电子邮件|البريد الإلكتروني|هاتف|အီးမေးလ်|"
    r"ဖုန်း)\.?\s*[:：]?\s*$",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"(?:(?:english|french|german|spanish|arabic|russian|chinese|portuguese|italian|anglais|français|allemand|espagnol|"
    r"arabe|russe|inglés|francés|alemán|español|árabe|englisch|französisch|deutsch|spanisch|"
    r"[A-Z][a-z]+(?:ian|ese|ish)|英语|中文|法语|العربية|английский|русский)(?:\s*(?:[,/&]|and|et|y|und)\s*)?)+",
    re.IGNORECASE,
)
"""What a contact speaks."""
_PLACE_AND_FOR = re.compile(
    r"^(?:in|à|a|en|em|from) (?P<place>[^,:;]{2,40}), (?:for|pour|por|para) (?P<organisation>[^,:;]{2,80}), "
    r"(?P<name>[^,:;(]{3,60})(?P<rest>.*)$",
    re.IGNORECASE,
)
"""As in "In Brussels, for Press Watch Europe, Odile Marchetti (English, French): odile@example.org"."""
_BY_WHEN = re.compile(r"^(?:by|before|until|avant|antes|bis)\s+\w+(?:\s+\w+)?$", re.IGNORECASE)


class Contacts:
    """Reads the lines about whom readers may ask.

    Attributes:
        heading: The line over them.
        found: One for each person or address.
        doubts: What was left out: telephone numbers.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.heading: Part | None = None
        self.found: tuple[FoundContact, ...] = ()
        self.doubts: list[Doubt] = []
        rest = list(lines)
        texts = {line.number: line.text for line in lines}
        if rest and (cue := cues.CONTACTS.match(rest[0].text)):
            rest = self._heading(rest, texts, cue)
        entries = [entry for group in groups(rest) for entry in _entries(group)]
        made = [
            (contact, entry)
            for entry in entries
            for contact in _contacts([texts[line.number] for line in entry])
        ]
        self.found = tuple(
            replace(contact, lines=tuple(line.number for line in entry)) for contact, entry in made
        )
        for contact in self.found:
            if phone := cues.PHONE.search(cues.MAIL.sub("", contact.written)):
                self.doubts.append(Doubt("import-phone", contact.lines[0], phone[0]))
            if _unread_words(contact, self.heading.text if self.heading else ""):
                self.doubts.append(Doubt("import-contact-words", contact.lines[0], contact.written))

    def _heading(self, rest: list[Line], texts: dict[int, str], cue: re.Match[str]) -> list[Line]:
        line = rest[0]
        before, colon, after = _parted(line.text, cue.end())
        lines = (line.number,)
        if after and (cues.MAIL.search(after) or cues.PHONE.search(after)):
            texts[line.number] = after
        else:
            before, rest = line.text, rest[1:]
            colon = ""
        self.heading = Part(before.strip() + colon, line.text, lines, Sureness.SURE, "its-own-words")
        return rest


def _parted(text: str, at_least: int) -> tuple[str, str, str]:
    colon = re.compile(r"[:：]").search(text, max(0, at_least - 1))
    if colon:
        return text[: colon.start()], colon[0], text[colon.end() :].strip()
    return text[:at_least], "", text[at_least:].strip(" ,-–")


def _entries(group: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each contact: a bullet, a person or an address after another one begins the next."""
    entry: list[Line] = []
    reached = False
    for line in group:
        reaches = bool(cues.MAIL.search(line.text) or cues.PHONE.search(line.text))
        more = bool(re.match(r"^[\w.\- ]{0,25}[:：]", line.text)) and reaches
        if entry and (line.is_item or (reached and not _only_reaches(line.text) and not more)):
            yield entry
            entry, reached = [], False
        entry.append(line)
        reached = reached or reaches
    if entry:
        yield entry


def _only_reaches(text: str) -> bool:
    bare = cues.URL.sub("", cues.PHONE.sub("", cues.MAIL.sub("", text)))
    return len(re.sub(r"[\W\d_]+", "", _LABEL.sub("", bare))) < 12


def _contacts(texts: Sequence[str]) -> Iterator[FoundContact]:
    """The contact of an entry, or the several of a line: "A, a@example.org; B, b@example.org"."""
    apart = re.split(r"(?<=\S)\s*[;；]\s+", texts[0]) if len(texts) == 1 else []
    if len(apart) > 1 and all(cues.MAIL.search(piece) for piece in apart):
        for piece in apart:
            yield _contact([piece])
    else:
        yield _contact(texts)


def contacts_among(signers: Sequence[FoundSigner]) -> Iterator[FoundContact]:
    """Those who sign and tell where to write to."""
    for signer in signers:
        if mail := cues.MAIL.search(signer.written):
            yield FoundContact(
                signer.name,
                signer.title,
                signer.organisation,
                mail[0].rstrip("."),
                signer.lines,
                signer.written,
            )


def _unread_words(contact: FoundContact, lead: str) -> tuple[str, ...]:
    """Words of a contact's lines that neither it nor the line over the contacts holds."""
    bare = contact.written
    for known in (marks.BULLET, cues.MAIL, cues.URL, cues.PHONE):
        bare = known.sub("\n", bare)
    bare = "\n".join(_LABEL.sub("", piece.strip()) for piece in re.split(r"[\n,;|]", bare))
    kept = f"{contact.name} {contact.role} {contact.organisation} {contact.email} {lead}"
    held = {word.casefold() for word in re.findall(r"\w+", kept)}
    words = re.findall(r"\w+", bare)
    return tuple(word for word in words if word.casefold() not in held and len(word) > 1 and word.isalpha())


def _contact(texts: Sequence[str]) -> FoundContact:
    written = "\n".join(texts)
    mail = cues.MAIL.search(written)
    pieces = []
    for text in [_name_first(text) for text in texts]:
        bare = cues.URL.sub("", cues.PHONE.sub("\n", cues.MAIL.sub("\n", marks.BULLET.sub("", text))))
        for stretch in bare.split("\n"):
            pieces += [_LABEL.sub("", piece).strip(" :.<>[]") for piece in APART.split(stretch)]
    pieces = [
        piece
        for piece in pieces
        if any(map(str.isalnum, piece))
        and not _BY_WHEN.match(piece)
        and not _LABEL.fullmatch(piece)
        and not _LANGUAGE.fullmatch(piece)
    ]
    pieces = [part for piece in pieces for part in _office_apart(piece)]
    contact = FoundContact(email=mail[0].rstrip(".") if mail else "", written=written)
    if pieces and not (names_an_organisation(pieces[0]) and not looks_like_person(pieces[0])):
        contact = replace(contact, name=pieces.pop(0))
    for place, piece in enumerate(pieces):
        more = place + 1 < len(pieces) and not names_an_organisation(piece)
        if not contact.role and not contact.organisation and (more or names_an_office(piece)):
            contact = replace(contact, role=piece)
        elif not contact.organisation:
            contact = replace(contact, organisation=_once(piece))
    return contact


def _name_first(text: str) -> str:
    """The name before the organisation that it speaks for; where it stands is nobody's office."""
    found = _PLACE_AND_FOR.match(text)
    return f"{found['name'].strip()}, {found['organisation']} {found['rest']}" if found else text


def _office_apart(piece: str) -> list[str]:
    """Of "东亚人权观察站 研究员" the organisation and the office; anything else as it is."""
    first, blank, last = piece.rpartition(" ")
    if blank and "\u3400" <= first[-1:] <= "\u9fff" and names_an_office(last) and len(last) <= 6:
        return [last, first]
    return [piece]


def _once(text: str) -> str:
    """An organisation without the sentence that begins with its name again: "X X is one of ..."."""
    words = text.split()
    for size in range(len(words) // 2, 0, -1):
        if words[0] == words[size] and words[:size] == words[size : 2 * size]:
            return " ".join(words[:size])
    return text
