"""A number as letters spell it, in more languages and forms than we should write it in ourselves."""

from collections.abc import Sequence

from desktop_app.domain.number_words import in_words

_BY_TABLE = {"de": "de", "it": "it", "pt": "pt", "ru": "ru", "nl": "nl"}
_MOST = 2000


_IDEOGRAPHS = {**{sign: at for at, sign in enumerate("零一二三四五六七八九")}, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def ideographs_in(digits: str) -> int:
    """What ideographs come to: "三十五" is 35."""
    total = current = 0
    for sign in digits:
        if sign in _UNITS:
            total += max(current, 1) * _UNITS[sign]
            current = 0
        else:
            current = _IDEOGRAPHS.get(sign, 0)
    return total + current


def spelt(number: int, language: str) -> Sequence[str]:
    """How a letter may spell it; nothing where no table tells."""
    if not 0 < number < _MOST:
        return ()
    forms = [in_words(number, language), in_words(number, language, "f")]
    if language in _BY_TABLE:
        from num2words import num2words

        forms.append(str(num2words(number, lang=_BY_TABLE[language])))
    if language == "pt":
        forms += [form.replace("dois", "duas").replace("quatorze", "catorze") for form in forms]
    return tuple(dict.fromkeys(form for form in forms if form))
