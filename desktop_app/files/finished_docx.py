"""What a finished letter may not hold, looked for in the file itself.

The writers promise a package built from an allow-list; this takes nothing on trust. It stands on the
guard's side and shares no code with the modules that write.
"""

import html
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from xml.parsers import expat

from desktop_app.domain.letter import prompts_in
from desktop_app.files.zip_inside import inside_of_zip

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|"
    r"word/(document|styles|numbering|settings|theme|footnotes|endnotes|header\d+|footer\d+)\.xml|"
    r"word/_rels/(document|footnotes|endnotes|header\d+|footer\d+)\.xml\.rels|word/media/image\d+\.(png|jpeg)"
)
_FIELD = re.compile(r"\{\{|\{%|%\}|\}\}|[\ufdd0-\ufdef]")
_UNSEEN = re.compile(
    r"<w:(ins|del|moveFrom|moveTo|comment\w*|vanish|specVanish|webHidden|docVars?|mailMerge|attachedTemplate|"
    r"altChunk|object|sdt|permStart|rsids?|nsid)[ />]|\sw:rsid\w*=|<!--|<!DOCTYPE(?! html>)"
)
_EXTERNAL = re.compile(r'Target="([^"]*)"[^>]*TargetMode="External"')
_SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def faults_in_text(markup: str, *, draft: bool, brackets: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Codes of what is wrong in a stretch of a part.

    Args:
        markup: The stretch as it stands in the part.
        draft: Whether unfilled prompts are let through.
        brackets: What stands in brackets in a printed name, its case folded: "[Norway chapter]" is no prompt,
            nor is it where the letter prints the name in capitals.
    """
    shown = html.unescape(_TAG.sub("", markup))
    if _FIELD.search(shown) or _FIELD.search(html.unescape(markup)):
        yield "field-left-over"
    if not draft and "<w:t" in markup and set(prompts_in(shown.casefold())) - brackets:
        yield "prompt-unfilled"
    if _UNSEEN.search(markup):
        yield "unseen-content"
    if any(not _SAFE_LINK.match(target) for target in _EXTERNAL.findall(markup)):
        yield "link-not-allowed"


def faults_in_package(data: bytes) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a letter as a package, each with the part it concerns."""
    inside = inside_of_zip(data)
    if inside.comment or inside.beside:
        yield "zip-tells", ""
    for member in inside.members:
        info = member.info
        if not _PARTS.fullmatch(info.filename):
            yield "part-not-allowed", info.filename
        if info.date_time != _EPOCH or info.extra or info.comment or info.external_attr:
            yield "zip-tells", info.filename


def is_well_formed(data: bytes) -> bool:
    """Whether a part can be read by whoever opens the letter."""
    try:
        parser = expat.ParserCreate()
        parser.Parse(data)
        parser.Parse(b"", True)  # noqa: FBT003 - the parser takes no keywords
    except (expat.ExpatError, ValueError):
        return False
    return True
