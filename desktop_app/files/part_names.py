"""Names of parts of a package that may be shown in a refusal.

Before a list was read nobody can say which names are withheld, and a part may be called after anything.
So only names are shown that office programs give of themselves.
"""

import re

_FOLDERS = (
    "word xl docProps customXml _rels theme media embeddings charts worksheets drawings tables glossary "
    "fonts comments threadedComments persons externalLinks printerSettings diagrams activeX revisions"
).split()
_LEAVES = (
    "document body header footer footnotes endnotes comments commentsExtended commentsIds people styles "
    "stylesWithEffects settings webSettings numbering fontTable theme image workbook sheet sharedStrings "
    "calcChain metadata person threadedComment chart table drawing vmlDrawing externalLink printerSettings "
    "app core custom item itemProps vbaProject oleObject activeX content meta manifest"
).split()
_OURS = re.compile(
    rf"\[Content_Types\]\.xml|mimetype|((?:(?:{'|'.join(_FOLDERS)})/)*)"
    rf"(?:(?:{'|'.join(_LEAVES)})?\d*(?:\.(?:xml|rels|bin|vml|png|jpe?g|gif|emf|wmf))+)"
)
_FOLDER = re.compile(rf"(?:(?:{'|'.join(_FOLDERS)})/)*")


def shown_part(name: str) -> str:
    """The name of a part; of one that no office program gives, only the folders that are."""
    if _OURS.fullmatch(name):
        return name
    known = _FOLDER.match(name)
    return f"{known[0]}…" if known and known[0] else ""
