"""Who signs a letter by hand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.letter_anatomy import cues
from desktop_app.domain.letter_anatomy.lines import Line
from desktop_app.domain.letter_anatomy.parts import FoundSigner
from desktop_app.domain.letter_anatomy.regions import groups
from desktop_app.domain.letter_anatomy.shapes import looks_like_person, names_an_office, names_an_organisation

_WIDE = re.compile(r"\s{3,}|\t+")
APART = re.compile(
    r"\s*[,;|،，；၊]\s*|\s+[–—-]\s+|\s*[（(](?!(?:Mrs?|Ms|Mme|Sra?)\.?[)）])\s*|(?<!\bMrs\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSra\.)(?<!\bMme)\s*[)）]\s*"
)
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
    if len(lines) > 1 and _speaks_for_others(blocks[0][0].text):
        behalf, blocks[0] = blocks[0][:1], blocks[0][1:]
        blocks = [block for block in blocks if block]
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
    return all(looks_like_person(APART.split(block[0].text)[0]) for block in blocks)


def _signers(block: Sequence[Line]) -> Iterator[FoundSigner]:
    current: FoundSigner | None = None
    for line in _names_first(block):
        pieces = [piece for piece in APART.split(_bare(line.text)) if piece]
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
    dotted = re.sub(r"^(?:p\.\s?p\.)?\s*[._…]{4,}", "", reach)
    return re.sub(r"\s+[|,;]\s*$|^\s*[|,;]\s*", "", dotted).strip(" |")


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
