"""What stands before an item or a numbered name, and what stands at the end of a sentence."""

import re

BULLET = re.compile(
    r"^[\s]*(?P<mark>[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2022\u2023\u2043\u25cf\u25cb\u25aa\u25ab\u25a0\u25"
    r"a1\u25e6\u00b7"
    r"\u2219\u27a2\u27a4\u2794\u2192\u2713\u2714\u203a\u00bb\u2756\u25c6\u25c7\u25b8\u25b6\u2605\u2610\u066d]|[-–—*‒―](?=\s)|[-–=]>|"
    r"o(?=\s+[^\W\d_a-z]|\s{2,}\S|\t)|‣|►|▪|"
    r"(?:[-–—]\s+)?[a-z][.)](?=\s))\s*"
)
NUMBERED = re.compile(
    r"^\s*(?P<mark>\(?(?P<number>\d{1,4})(?:[)）]|\.\)|\.[-–]|[.．။](?!\d)|-(?=\s)|[、:：°º])|"
    r"#(?P<hash>\d{1,4})(?=\s))\s*(?=\S)"
)
LETTERED = re.compile(
    r"^\s*(?:[-–—]\s+)?(?P<mark>\(?(?:[a-hj-zа-и]|i{1,3}|iv|vi{0,3}|ix|x)[.)]|(?:I{1,3}|IV|VI{0,3}|IX|"
    r"X)[.)](?=\s+[^\W\d_]))\s+(?=\S)|"
    r"^\s*(?P<ideograph>[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*(?=\S)"
)
ENDS = re.compile(r"[.!?:;。！？؟：；။؛…]\s?[”\"’'»)\]“«」』]*(?:\[?\d{1,2}\]?|[¹²³⁴-⁹]+)?$|[.!?][”’\")]*$")
"""Where a sentence, or a clause of a list, ends with its line."""

SENTENCE_END = re.compile(r"[.!?。！？؟။…]\s?[”\"’'»)\]“«」』]*(?:\[?\d{1,2}\]?|[¹²³⁴-⁹]+)?$")


IN_BRACKETS = re.compile(r"^(?P<mark>\[(?P<number>\d{1,4})\])\s*(?=\S)")
"""A number before a name, which would be a note's in the text: "[1] Alpha Trust"."""

ORDINAL = re.compile(
    r"^(?:(?:primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]|"
    r"d[eé]cim[oa]|primeir[oa]|terceir[oa]|quart[oa]|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|"
    r"fifth(?:ly)?|premi[eè]rement|deuxi[eè]mement|troisi[eè]mement|quatri[eè]mement|erstens|zweitens|drittens|"
    r"viertens|primo|secondo|terzo|quarto|во-первых|во-вторых|в-третьих)\s*(?:\.[-–—]?|:|[-–—])|"
    r"(?:أولاً?|أولًا|ثانياً?|ثانيًا|ثالثاً?|ثالثًا|رابعاً?|رابعًا|خامساً?|خامسًا)\s*[:：،.-]|"
    r"第?[一二三四五六七八九十]{1,2}[是：:])\s*(?=\S)",
    re.IGNORECASE,
)
"""Words that number what is asked for: "PRIMERO. ...", "First: ...". They are part of the text."""


def mark_in(match: re.Match[str]) -> str:
    """What stood before an item: of a match of ``BULLET``, ``NUMBERED`` or ``LETTERED``."""
    groups = match.groupdict()
    return groups.get("mark") or groups.get("ideograph") or ""


def kind_of(marker: str) -> str:
    """What kind of mark it is: items with one kind are of one level."""
    bare = marker.strip("().-–— ")
    if re.search(r"[一二三四五六七八九十]", bare):
        return "number" if marker.endswith("、") else "letter"
    if re.fullmatch(r"[IVXA-H]+", bare):
        return "capital"
    if re.fullmatch(r"[ivx]+", bare) and len(bare) > 1:
        return "letter"
    if re.fullmatch(r"[a-z]", bare):
        return "ring" if marker == "o" else "letter"
    if re.fullmatch(r"\d+", bare):
        return "number"
    if marker in "-–—*":
        return "dash"
    return "ring" if marker in "o○◦" else "bullet"
