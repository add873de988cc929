"""Burmese typed for the Zawgyi font, as Unicode, so that both spellings of a name compare equal.

Zawgyi gives the code points of the Myanmar block meanings of its own and stores letters as they stand on
the page: the vowel *e* and the medial *r* before their consonant. Half of all phones in Myanmar wrote it
for ten years, so forms and old lists hold both. The code table is that of the font; the libraries that
there are tell the two apart only, or need ICU for the rest.
"""

import re

_CONSONANT = "\u1000-\u102a\u103f\u104e"
_KINZI = "\ue064"
"""Stands for the small *nga* over a letter until it is put before it."""

_ZAWGYI_SIGNS = re.compile(
    # What Unicode never stores: a killed stack, an e or r without a consonant before it, a vowel after the
    # killer; and letters which only Zawgyi uses in Burmese.
    rf"\u1039(?![\u1000-\u1021])|(?<![{_CONSONANT}\u103b-\u103e])\u1031|(?<![{_CONSONANT}\u103a])\u103b"
    r"|\u103a[\u102d-\u1030\u1032\u103c-\u103e]|[\u1033\u1034\u105a\u1060-\u1097]"
)

_STACKED = {
    0x1060: 0x1000, 0x1061: 0x1001, 0x1062: 0x1002, 0x1063: 0x1003, 0x1065: 0x1005, 0x1066: 0x1006,
    0x1067: 0x1006, 0x1068: 0x1007, 0x1069: 0x1008, 0x106C: 0x100B, 0x106D: 0x100C, 0x1070: 0x100F,
    0x1071: 0x1010, 0x1072: 0x1010, 0x1073: 0x1011, 0x1074: 0x1011, 0x1075: 0x1012, 0x1076: 0x1013,
    0x1077: 0x1014, 0x1078: 0x1015, 0x1079: 0x1016, 0x107A: 0x1017, 0x107B: 0x1018, 0x107C: 0x1019,
    0x1085: 0x101C, 0x1093: 0x1018,
}  # fmt: skip
_MEANINGS = {code: f"\u1039{chr(letter)}" for code, letter in _STACKED.items()} | {
    0x1033: "\u102f", 0x1034: "\u1030", 0x1039: "\u103a", 0x103A: "\u103b", 0x103B: "\u103c",
    0x103C: "\u103d", 0x103D: "\u103e", 0x105A: "\u102b\u103a", 0x1064: _KINZI,
    0x106A: "\u1009", 0x106B: "\u100a", 0x106E: "\u100d\u1039\u100d", 0x106F: "\u100d\u1039\u100e",
    0x107D: "\u103b", 0x107E: "\u103c", 0x107F: "\u103c", 0x1080: "\u103c", 0x1081: "\u103c",
    0x1082: "\u103c", 0x1083: "\u103c", 0x1084: "\u103c", 0x1086: "\u103f", 0x1087: "\u103e",
    0x1088: "\u103e\u102f", 0x1089: "\u103e\u1030", 0x108A: "\u103d\u103e", 0x108B: _KINZI + "\u102d",
    0x108C: _KINZI + "\u102e", 0x108D: _KINZI + "\u1036", 0x108E: "\u102d\u1036", 0x108F: "\u1014",
    0x1090: "\u101b", 0x1091: "\u100f\u1039\u100d", 0x1092: "\u100b\u1039\u100c", 0x1094: "\u1037",
    0x1095: "\u1037", 0x1096: "\u1039\u1010\u103d", 0x1097: "\u100b\u1039\u100b",
}  # fmt: skip

_ORDER = "\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u1036\u1037\u103a\u1038"
"""The marks on a letter as Unicode stores them: medials, vowels, tones."""
_BEHIND = _ORDER.replace("\u103c", "").replace("\u1031", "")
_STACK = rf"\u1039[{_CONSONANT}]"
_ZAWGYI_LETTER = re.compile(rf"(\u1031?)(\u103c?)([{_CONSONANT}])((?:{_STACK}|[{_KINZI}{_BEHIND}])*)")
_MARKS = re.compile(rf"[{_ORDER}]{{2,}}")
_ZERO = re.compile(r"(?<![\u1040-\u1049])\u1040(?=[\u102b-\u103e])")
"""Typed for the letter *wa*, which looks the same."""


def in_unicode(text: str) -> str:
    """Burmese as Unicode stores it, the marks of each letter in one order; other text as it is."""
    if text.isascii() or not any("\u1000" <= character <= "\u109f" for character in text):
        return text
    if _ZAWGYI_SIGNS.search(text):
        text = _ZAWGYI_LETTER.sub(_reordered, text.translate(_MEANINGS)).replace(_KINZI, "")
    text = _ZERO.sub("\u101d", text)
    return in_one_order(text)


def in_one_order(text: str) -> str:
    """The marks of each Burmese letter in the order of Unicode, whichever they were typed in."""
    return _MARKS.sub(lambda marks: "".join(sorted(set(marks[0]), key=_ORDER.index)), text)


def _reordered(letter: re.Match[str]) -> str:
    """A letter with what Zawgyi stores before it put behind, and its kinzi put before."""
    vowel, medial, consonant, rest = letter.groups()
    kinzi = "\u1004\u103a\u1039" if _KINZI in rest else ""
    rest = rest.replace(_KINZI, "")
    stacks = "".join(re.findall(_STACK, rest))
    marks = re.sub(_STACK, "", rest)
    return f"{kinzi}{consonant}{stacks}{medial}{vowel}{marks}"
