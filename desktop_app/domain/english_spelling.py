"""English as both sides of the Atlantic spell it: by this a dictionary of one knows the other's words."""

import re
from collections.abc import Iterator

_OUR = (
    "arm behavi cand clam col demean endeav enam fav ferv flav glam harb hon hum lab neighb od parl ranc rig "
    "rum sav savi splend succ tum val vap vig"
).split()
_OF_OUR = (
    "s|ed|ings?|ers?|ees?|abl[ey]|ful(?:ly)?|less(?:ly)?|some|ites?|itism|age|ly|liness|hoods?|y|ies|ier|iest"
)
"""What keeps the *u* before it; *honorary*, *humorous* and *glamorise* have none anywhere."""
_RE = (
    "(?:epi)?cent theat (?:kilo|centi|milli)?met lit fib somb spect meag lust manoeuv calib reconnoit".split()
)
_L = (
    "cance channe counse dia equa fue grove labe leve marve mode pane penci quarre signa tota trave tunne"
).split()
_ALWAYS_S = (
    "absc adv advert affranch appr cer chast chem circumc compr comprom conc dem desp dev enfranch enterpr "
    "exc exerc expert franch improv inc merchand moonr mort parad pract prec prem prom rem repr rev sunr "
    "superv surm surpr telev treat upr val"
).split()
"""Words that no side writes with a *z*; those as *otherwise* and *noise* are told by their last letters."""
_ALWAYS_Z = "ass caps downs fulls mids outs overs pints res rights supers unders".split()
_ALWAYS = rf"(?:un|dis|im|mis|over|pre|re)?(?:{'|'.join((*_ALWAYS_S, *_ALWAYS_Z))})i[sz]"
_IZE = r"(\w{2,}[b-df-hj-np-tvxz])(?:is|iz)((?:e[ds]?|ing|ers?|able|ation(?:s|al)?|ingly)(?:'s)?)"
_PAIRS = (
    (rf"(?!{_ALWAYS}){_IZE}", ("is", "iz")),
    (r"(\w+l)(?:ys|yz)((?:e[ds]?|ing|ers?)(?:'s)?)", ("ys", "yz")),
    (rf"((?:un|dis|mis|re)?(?:{'|'.join(_OUR)}))(?:our|or)((?:{_OF_OUR})?(?:'s)?)", ("our", "or")),
    (r"(behavi)(?:our|or)(al(?:ly)?|is[mt]s?)", ("our", "or")),
    (rf"({'|'.join(_RE)})(?:re|er)(s?(?:'s)?)", ("re", "er")),
    (rf"({'|'.join(_RE)})(?:r|er)(ed|ing)", ("r", "er")),
    (rf"((?:{'|'.join(_L)}))(?:ll|l)((?:ed|ing|ers?|ors?|ous)(?:'s)?)", ("ll", "l")),
    (r"((?:def|off|pret|lic)en)(?:c|s)(es?(?:'s)?|eless)", ("c", "s")),
    (r"((?:dia|cata|ana|mono|pro)lo)(?:gue|g)(s?(?:'s)?)", ("gue", "g")),
    (r"((?:ju|acknowle|abri)dg)(?:em|m)(ents?(?:'s)?)", ("em", "m")),
    (r"(program)(?:me|)(s?(?:'s)?)", ("me", "")),
    (r"(fulfil|enrol|instal)(?:l|)((?:s|ments?)?(?:'s)?)", ("l", "")),
    (r"((?:un)?skil|wil)(?:l|)(ful(?:ly|ness)?)", ("l", "")),
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
