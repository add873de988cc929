"""Which language a letter is written in, by its script and its commonest words."""

import re
import unicodedata
from collections import Counter

_WORDS = {
    "en": "the of and to in that for we is are our on with have by which be this as from their",
    "fr": "le la les des et de du dans nous que pour une un est sur au aux par qui ont leur ce",
    "es": "el la los las de y en que por para una un del con nos es su se al han como",
    "pt": "o a os as de e em que por para uma um do da dos das com nos não são ao pela sua",
    "de": "der die das und in zu den von mit für wir ist auf des im dem eine nicht dass sich auch",
    "it": "il la le gli di e che in per una un del della con sono dei alla nel noi si da",
    "nl": "de het een van en in op dat te voor met wij zijn is door aan die niet ook om",
}
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru", "CJK": "zh", "MYANMAR": "my", "THAI": "th", "HANGUL": "ko"}
_KANA = {"HIRAGANA", "KATAKANA"}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The letter's language, English where nothing tells."""
    scripts = Counter(_script(character) for character in text[:20_000] if character.isalpha())
    script, _ = next(iter(scripts.most_common(1)), ("LATIN", 0))
    if any(scripts[kana] > scripts["CJK"] / 10 for kana in _KANA):
        return "ja"
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    words = Counter(word.casefold() for word in _WORD.findall(text))
    scores = {code: sum(words[word] for word in common.split()) for code, common in _WORDS.items()}
    return max(scores, key=lambda code: scores[code])


def _script(character: str) -> str:
    return unicodedata.name(character, "LATIN").split()[0]
