"""Numbers in words, agreeing with what they count."""

import re

_SPELLED = ("en", "fr", "es", "ru")
_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_MYRIAD = 10_000
_CHINESE_BELOW = _MYRIAD**2
_TEENS = range(10, 20)


def in_words(number: int, language: str, gender: str = "") -> str:
    """The number in words; empty where we cannot vouch for them.

    Arabic is left out on purpose: its numerals agree with the noun by polarity and case, which num2words does
    not do, and a wrong ending is worse than a figure.

    Args:
        number: Not negative.
        language: Letter language.
        gender: ``m`` or ``f``, of the noun that follows; empty for the number by itself.
    """
    if language == "zh":
        return _chinese(number) if number < _CHINESE_BELOW else ""
    if language not in _SPELLED:
        return ""
    from num2words import num2words

    words = str(num2words(number, lang=language))
    match language:
        case "fr":
            return re.sub(r"\bun$", "une", words) if gender == "f" else words
        case "es":
            return _spanish(words, gender)
        case "ru":
            return _russian(words) if gender == "f" else words
        case _:
            return words


def _spanish(words: str, gender: str) -> str:
    """Before a noun: "veintiún", "veintiuna", "doscientas"; num2words knows neither."""
    shortened = re.sub(r"\bveintiuno (?=mil)", "veintiún ", words)
    shortened = re.sub(r"\buno (?=mil)", "un ", shortened)
    if gender == "m":
        return re.sub(r"\buno$", "un", re.sub(r"\bveintiuno$", "veintiún", shortened))
    if gender != "f":
        return shortened
    # The millions are nouns, and masculine: "doscientos millones de organizaciones".
    millions, mark, rest = shortened.rpartition("mill") if "mill" in shortened else ("", "", shortened)
    feminine = re.sub(r"(cient|quinient)os\b", r"\1as", rest)
    return millions + mark + re.sub(r"uno$", "una", feminine)


def _russian(words: str) -> str:
    return re.sub(r"\bдва$", "две", re.sub(r"\bодин$", "одна", words))


def _chinese(number: int) -> str:
    if number == 2:  # as before every measure word
        return "两"
    high, low = divmod(number, _MYRIAD)
    if not high:
        return _below_myriad(low) or _DIGITS[0]
    gap = _DIGITS[0] if 0 < low < _MYRIAD // 10 else ""
    return _below_myriad(high) + "万" + gap + _below_myriad(low, leading=False)


def _below_myriad(number: int, *, leading: bool = True) -> str:
    if leading and number in _TEENS:  # "十二", not "一十二"
        return _below_myriad(number, leading=False)[1:]
    text = ""
    for place, digit in enumerate(reversed([int(d) for d in str(number)])):
        text = (_DIGITS[digit] + _UNITS[place] if digit else _DIGITS[0]) + text
    return re.sub("零+", "零", text).rstrip("零")
