"""Texts as they are compared when a name is looked for: nothing a reader overlooks makes a difference."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from desktop_app.domain.burmese import in_one_order

# Cyrillic and Greek letters that a reader takes for Latin ones, after case was folded. Letters with a stroke
# are nobody's accents, but are typed without it as accents are; so are three of Arabic's.
_LOOK_ALIKES: Mapping[int, int] = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏαβεζηικμνορτυχłøđħŧıɑɡىةکیᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢҽǀօոսհց",
    "abekmhopctyxijshdqwlabezhikmvoptyxlodhtiagيهكيabcdefghijklmnoprstuvwyzelonuhg",
)
_APOSTROPHE_SIGNS = "‘’ʼ`´′＇｀\u1fef"
_APOSTROPHES = str.maketrans(_APOSTROPHE_SIGNS, "'" * len(_APOSTROPHE_SIGNS))
_ANY_APOSTROPHE = re.compile(f"['{_APOSTROPHE_SIGNS}]")
_INNER_APOSTROPHE = re.compile(r"(?<=[^\W_]{3})'(?=\w)")
"""As in "women's"; after one or two letters it parts words, as in "l'union"."""
PARTED = "\ua725"
"""Stands for an apostrophe where that is read as the end of a word: a letter, so that folding keeps it."""
_SEPARATOR = re.compile(r"(?:[^\w\u0900-\u0963\u0966-\u1049\u1050-\u109f\u1780-\u17d3]|_)+")
"""Vowel signs of Indic, Thai, Burmese and Khmer are no letters to Python, but belong to the word."""
_ASCII_SEPARATORS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
"""The same as ``_SEPARATOR`` in a text that needs no other: quicker."""
_AND = re.compile(r"(?<![^ ])(?:(?:and|et|und) (?=[^ ])|y (?=[^ ]{2}))")
"""What stands for "&", which is a separator."""
_ANDS = frozenset(("and", "et", "und", "y"))
_SHORT = 400
_FILLERS = "\u115f\u1160\u3164\uffa0"


def fold(text: str) -> str:
    """A text as it is compared: compatibility forms, case, accents, look-alikes and punctuation folded.

    Line feeds are kept: nothing is looked for across them.
    """
    # The same words and attributes stand in thousands of paragraphs.
    return _folded_once(text) if len(text) < _SHORT else _folded(text)


def _folded(text: str) -> str:
    # Blanks part what is compared: of a long text only the words are spelt alike that need it.
    if len(text) < _SHORT or text.isascii():
        plain = _spelt(text)
    else:
        plain = " ".join([_spelt(word) if word else "" for word in text.split(" ")])
    if "'" in plain:
        plain = _INNER_APOSTROPHE.sub("", plain)
    return "\n".join(map(_words, plain.split("\n")))


def _spelt(text: str) -> str:
    """A text in small letters, in the letters and signs that are compared."""
    if text.isascii():
        return text.replace("`", "'").lower()  # the only one of _APOSTROPHE_SIGNS here
    plain = text.translate(_APOSTROPHES).translate(_WITHOUT_UNSEEN)
    return in_one_order(unicodedata.normalize("NFKC", plain).casefold())


def _words(line: str) -> str:
    if line.isascii():
        words = line.translate(_ASCII_SEPARATORS).split()
    else:
        plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", line).translate(_COMPARED_AS))
        words = _SEPARATOR.sub(" ", plain).split()
    folded = " ".join(words)
    return folded if _ANDS.isdisjoint(words) else _AND.sub("", folded)


_folded_once = lru_cache(maxsize=1 << 16)(_folded)


def squeeze(folded: str) -> str:
    """A folded text without blanks, line by line."""
    return folded.replace(" ", "")


def as_seen(text: str) -> str:
    """A text as a reader sees it, in its own case: no unseen signs, wide letters as plain ones."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_WITHOUT_UNSEEN))


def parted(text: str) -> str:
    """The lines with apostrophes between letters, those read as ends of words; empty where there are none.

    "Women's" is compared as one word, but a name goes before such a sign ("Vera Okten's", "Okten'in") and
    behind it ("dell'Okten") as well.
    """
    if not _ANY_APOSTROPHE.search(text):
        return ""
    return "\n".join(filter(None, map(_line_parted, text.split("\n"))))


def _line_parted(line: str) -> str:
    words = line.split(" ")
    found = [_word_parted(word) if word and _ANY_APOSTROPHE.search(word) else word for word in words]
    return " ".join(found) if found != words else ""


def _word_parted(word: str) -> str:
    plain = word.translate(_APOSTROPHES)
    if not plain.isascii():
        # As folding does before it looks for one: an accent or an unseen sign beside it makes no difference.
        plain = unicodedata.normalize("NFKC", plain.translate(_WITHOUT_UNSEEN))
    apart = _INNER_APOSTROPHE.sub(f" {PARTED} ", plain)
    return apart if apart != plain else word


class _WithoutUnseen(dict[int, int | None]):
    """None for a character that nobody sees; worked out when first met."""

    def __missing__(self, code: int) -> int | None:
        unseen = chr(code) in _FILLERS or unicodedata.category(chr(code)) == "Cf"
        self[code] = None if unseen else code
        return self[code]


_WITHOUT_UNSEEN = _WithoutUnseen()


class _ComparedAs(dict[int, int | None]):
    """What each character is compared as, None for one that is ignored; worked out when first met."""

    def __missing__(self, code: int) -> int | None:
        compared = None if _is_ignored(chr(code)) else _LOOK_ALIKES.get(code, code)
        self[code] = compared
        return compared


_COMPARED_AS = _ComparedAs()


def _is_ignored(character: str) -> bool:
    """Accents, vowel points of Arabic and Hebrew, its tatweel; not vowel signs, which tell words apart."""
    mark = unicodedata.category(character) in ("Mn", "Me")
    return character == "\u0640" or (mark and not "\u0900" <= character <= "\u1aaf")
