"""English as both sides of the Atlantic spell it: by this a dictionary of one knows the other's words."""

import re
from collections.abc import Iterator

_OUR = (
    "arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od parl ranc rig "
    "rum sav savi splend succ tum val vap vig"
).split()
_RE = "cent theat met lit fib somb spect meag lust manoeuv kilomet centimet millimet calib reconnoit".split()
_L = (
    "cance channe counse dia equa fue grove labe leve marve mode pane penci quarre signa tota trave tunne"
).split()
_PAIRS = (
    (r"(\w{2,}[a-z])(?:is|iz)((?:e[ds]?|ing|ers?|able|ation(?:s|al)?|ingly)(?:'s)?)", ("is", "iz")),
    (r"(\w+l)(?:ys|yz)((?:e[ds]?|ing|ers?)(?:'s)?)", ("ys", "yz")),
    (rf"((?:un|dis|mis|re)?(?:{'|'.join(_OUR)}))(?:our|or)(\w*(?:'s)?)", ("our", "or")),
    (rf"((?:epi|dia|para)?(?:{'|'.join(_RE)}))(?:re|er)(s?(?:'s)?|d)", ("re", "er")),
    (rf"((?:{'|'.join(_L)}))(?:ll|l)((?:ed|ing|ers?|ors?|ous)(?:'s)?)", ("ll", "l")),
    (r"((?:def|off|pret|lic)en)(?:c|s)(es?(?:'s)?|eless)", ("c", "s")),
    (r"((?:dia|cata|ana|mono|pro)lo)(?:gue|g)(s?(?:'s)?)", ("gue", "g")),
    (r"((?:ju|acknowle|abri)dg)(?:em|m)(ents?(?:'s)?)", ("em", "m")),
    (r"(program)(?:me|)(s?(?:'s)?)", ("me", "")),
    (r"(fulfil|enrol|instal|skil|wil)(?:l|)((?:s|fully?|ments?)?(?:'s)?)", ("l", "")),
    (r"(gr)(?:e|a)(y(?:s|ed)?)", ("e", "a")),
)
_PATTERNS = [(re.compile(pattern), ways) for pattern, ways in _PAIRS]


def variants_of(word: str) -> Iterator[str]:
    """The same word as the other side of the Atlantic spells it; nothing for most words."""
    lower = word[:1].lower() + word[1:]
    for pattern, ways in _PATTERNS:
        if match := pattern.fullmatch(lower):
            for way in ways:
                variant = f"{match[1]}{way}{match[2]}"
                if variant != lower:
                    yield variant
