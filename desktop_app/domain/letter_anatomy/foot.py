"""The foot of a letter: who signs it by hand, and whom readers may ask."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.letter_anatomy import cues, marks
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import Doubt, FoundContact, FoundSigner, Part, Sureness
from desktop_app.domain.letter_anatomy.regions import groups
from desktop_app.domain.letter_anatomy.shapes import looks_like_person, names_an_office, names_an_organisation

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
_WIDE = re.compile(r"\s{3,}|\t+")
_APART = re.compile(r"\s*[,;|،，；၊]\s*|\s+[–—-]\s+|\s*[（(]\s*|\s*[)）]\s*")
_ON_BEHALF = re.compile(
    r"^(?:i\.\s?[AV]\.|gez\.|signed:?|firmado:?|s/|assinado:?|p\.?\s?p\.?|fdo\.?:?|on behalf of|"
    "for and on behalf of|for|au nom de|pour|"
    r"en nombre de|por|em nome de|"
    r"im namen (?:von|der|des)|"
    r"نيابة عن|باسم|от имени|代表)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the|le|la|les|l[’']|el|los|las|der|die|das|den|il|lo|gli|o|os|as)\s*(?<=[\s’'])", re.IGNORECASE
)


def signers_of(lines: Sequence[Line]) -> tuple[FoundSigner, ...]:
    """Who signs: a name, an office and an organisation for each, as far as they stand there."""
    blocks = list(groups(lines))
    behalf: list[Line] = []
    if len(blocks) > 1 and len(blocks[0]) == 1 and _speaks_for_others(blocks[0][0].text):
        behalf = blocks.pop(0)
    if len(blocks) > 1 and all(len(block) == 1 for block in blocks) and not _each_is_somebody(blocks):
        blocks = [[line for block in blocks for line in block]]
    columns = [column for block in blocks for column in _side_by_side(block)]
    signers = [signer for column in columns for signer in _signers(column)]
    if behalf and signers:
        signers[0] = _for_others(signers[0], behalf[0])
    return tuple(signers)


def _speaks_for_others(text: str) -> bool:
    """Whether it tells no more than for whom somebody signs: "Pour le collectif,"."""
    said = _ON_BEHALF.match(text)
    return (
        said is not None
        and text.endswith((",", ":", "：", "，"))
        and not looks_like_person(text[said.end() :])
    )


def _for_others(signer: FoundSigner, line: Line) -> FoundSigner:
    """Who signs, with the organisation that the line before names; "the collective" names none."""
    bare = _ARTICLE.sub("", _ON_BEHALF.sub("", line.text)).strip(" ,:：，")
    named = bare[:1].isupper() and not signer.organisation
    return replace(
        signer,
        organisation=bare if named else signer.organisation,
        lines=(line.number, *signer.lines),
        written=f"{line.text}\n{signer.written}",
    )


def _side_by_side(block: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each who signs beside another one."""
    parted = [[piece for piece in _WIDE.split(line.text) if piece] for line in block]
    width = max(len(pieces) for pieces in parted)
    if width == 1 or sum(len(pieces) > 1 for pieces in parted) <= len(block) / 2:
        yield list(block)
        return
    for at in range(width):
        yield [
            replace(line, text=pieces[at])
            for line, pieces in zip(block, parted, strict=True)
            if at < len(pieces)
        ]


def _each_is_somebody(blocks: Sequence[Sequence[Line]]) -> bool:
    return all(looks_like_person(_APART.split(block[0].text)[0]) for block in blocks)


def _signers(block: Sequence[Line]) -> Iterator[FoundSigner]:
    current: FoundSigner | None = None
    for line in _names_first(block):
        pieces = [piece for piece in _APART.split(_bare(line.text)) if piece]
        behalf = [] if current else _taken_behalf(pieces)
        new = bool(pieces) and (
            current is None
            or (looks_like_person(pieces[0]) and not names_an_office(pieces[0]) and bool(current.title))
        )
        if new:
            if current:
                yield current
            current = FoundSigner(_ON_BEHALF.sub("", pieces.pop(0)), lines=())
        if current is None:
            continue
        written = f"{current.written}\n{line.text}".lstrip()
        current = replace(
            _with(current, [*pieces, *behalf]), lines=(*current.lines, line.number), written=written
        )
    if current:
        yield current


def _bare(text: str) -> str:
    """A line of who signs, without dots to sign on and without what reaches them."""
    reach = cues.URL.sub("", cues.PHONE.sub("", cues.MAIL.sub("", text)))
    return re.sub(r"\s+[|,;]\s*$|^\s*[|,;]\s*", "", re.sub(r"[._…]{4,}", "", reach)).strip(" |")


def _taken_behalf(pieces: list[str]) -> list[str]:
    """Of "Pour les signataires, Ahmed Belkacem, ..." the first piece, taken off, where it names a group."""
    said = _ON_BEHALF.match(pieces[0]) if len(pieces) > 1 else None
    if said is None or looks_like_person(pieces[0][said.end() :]) or not looks_like_person(pieces[1]):
        return []
    bare = _ARTICLE.sub("", pieces.pop(0)[said.end() :]).strip()
    return [f"{said[0]}{bare}"] if bare[:1].isupper() else []


def _names_first(block: Sequence[Line]) -> Sequence[Line]:
    """The lines with the name before the office, where the office stands over it."""
    if len(block) < 2:
        return block
    first, second, *rest = block
    office = names_an_office(first.text) and not looks_like_person(first.text.split(",")[0])
    if office and looks_like_person(second.text) and not names_an_office(second.text):
        return [second, first, *rest]
    return block


def _with(signer: FoundSigner, pieces: Sequence[str]) -> FoundSigner:
    for piece in pieces:
        bare = _ON_BEHALF.sub("", piece)
        if not signer.title and (names_an_office(bare) or not names_an_organisation(bare)) and bare == piece:
            signer = replace(signer, title=bare)
        else:
            joined = f"{signer.organisation}, {bare}" if signer.organisation else bare
            signer = replace(signer, organisation=joined)
    return signer


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


def _contact(texts: Sequence[str]) -> FoundContact:
    written = "\n".join(texts)
    mail = cues.MAIL.search(written)
    pieces = []
    for text in texts:
        bare = cues.URL.sub("", cues.PHONE.sub("\n", cues.MAIL.sub("\n", marks.BULLET.sub("", text))))
        for stretch in bare.split("\n"):
            pieces += [_LABEL.sub("", piece).strip(" :.<>[]") for piece in _APART.split(stretch)]
    pieces = [
        piece
        for piece in pieces
        if any(map(str.isalnum, piece)) and not _LABEL.fullmatch(piece) and not _LANGUAGE.fullmatch(piece)
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
        if words[:size] == words[size : 2 * size]:
            return " ".join(words[:size])
    return text
