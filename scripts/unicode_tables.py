"""What three tables of the domain take from CLDR and Unicode: countries, days, weights of letters.

    python -m scripts.unicode_tables

Babel reads forty languages in a third of a second, and pyuca its own table in another: no command should wait
for them. After a new Babel or pyuca, or a change of how names are folded, run it again; a test says when.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from babel import Locale
from babel.core import get_cldr_version
from pyuca import Collator

from desktop_app.domain.burmese import in_unicode
from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.folding import fold

ROOT = Path(__file__).resolve().parents[1]
COUNTRIES = ROOT / "desktop_app" / "domain" / "country_table.py"
CALENDAR = ROOT / "desktop_app" / "domain" / "letter_anatomy" / "calendar_table.py"
WEIGHTS = ROOT / "desktop_app" / "domain" / "latin_weights.py"

_OF_COUNTRIES = (
    "en fr es pt de it nl sv nb da fi pl cs hu ro ru uk ar fa tr zh zh_Hant ja ko th vi id ms my hi bn ne ta "
    "km lo he ur sw"
).split()
_OF_DATES = "en fr es pt de it nl ar ru zh my th ja ko id".split()
_ALSO = {"uk": "GB", "usa": "US", "uae": "AE", "drc": "CD", "burma": "MM", "birmanie": "MM", "turkey": "TR"}
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_SHORTEST_COUNTRY = 4
"""Letters of a Latin name: shorter ones are words of other languages ("my", "duc", "nga")."""
_OTHER_WORDS = COMMON_WORDS - {"burma", "myanmar"} | {"island", "indie"}
"""Names of countries in one language, and more often plain words of another."""
_SHORTEST_MONTH = 3
Key = TypeVar("Key", str, int)

_MODULE = '''"""{what}

Written by ``python -m scripts.unicode_tables`` from {source}; not by hand.
"""

from collections.abc import Mapping
{tables}'''
_TABLE = '''
{name}: Mapping[{key}, str] = {{
{rows}
}}
"""{about}"""
'''


def countries() -> str:
    """The module with the names of countries and territories."""
    codes = dict(_ALSO)
    for language in _OF_COUNTRIES:
        for code, name in Locale.parse(language).territories.items():
            if code.isalpha():
                for form in _forms(name):
                    codes.setdefault(form, code)
    named = _gathered((code, name) for name, code in codes.items())
    return _MODULE.format(
        what="Countries and territories by their codes: for recognising what somebody has written.",
        source=f"CLDR {get_cldr_version()}",
        tables=_table(
            "NAMES", "str", named, "The names of each in forty languages, folded, parted by semicolons."
        ),
    )


def calendar() -> str:
    """The module with the names of months and of days of the week."""
    months = _gathered((number, name) for name, number in _months().items())
    days = _gathered((language, name) for language in _OF_DATES for name in _days(language))
    return _MODULE.format(
        what="Months and days of the week in fifteen languages, in lower case and without their full stops.",
        source=f"CLDR {get_cldr_version()}",
        tables=_table("MONTHS", "int", months, "The names of each month, parted by semicolons.")
        + _table("DAYS", "str", days, "The days of the week in each language, parted by semicolons."),
    )


def weights() -> str:
    """The module with what the letters of Latin script weigh."""
    collator = Collator()
    known = "".join(sorted(_latin()))
    rows = {
        letter: [_weighed(element) for element in collator.collation_elements(letter)] for letter in known
    }
    return _MODULE.format(
        what="What letters of Latin script, their marks and the digits weigh where a list is sorted.",
        source=f"the Unicode collation table {collator.UCA_VERSION}",
        tables=_table(
            "WEIGHTS",
            "str",
            rows,
            "Of each, what it weighs in three levels, in hexadecimal: the letter, its accent, its case.",
            " ",
        ),
    )


def _latin() -> set[str]:
    """What remains of the letters and figures of Western and Central Europe when their marks stand apart."""
    known = {chr(code) for code in range(0x20, 0x250) if unicodedata.category(chr(code))[0] in "LMN"}
    return set(unicodedata.normalize("NFD", "".join(known))) | {" ", "\N{REPLACEMENT CHARACTER}"}


def _weighed(element: Sequence[int]) -> str:
    return ".".join(f"{weight:04X}" for weight in element[:3])


def _gathered(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, Sequence[str]]:
    found: dict[Key, list[str]] = {}
    for key, name in pairs:
        found.setdefault(key, []).append(name)
    return dict(sorted(found.items()))


def _table(
    name: str,
    key: str,
    rows: Mapping[str, Sequence[str]] | Mapping[int, Sequence[str]],
    about: str,
    between: str = ";",
) -> str:
    quoted = (f'    {json.dumps(of)}: "{between.join(names)}",' for of, names in rows.items())
    return _TABLE.format(name=name, key=key, rows="\n".join(quoted), about=about)


def _forms(name: str) -> Iterator[str]:
    """A name as it may be written: "Myanmar (Burma)" is both."""
    for text in (_IN_BRACKETS.sub("", name), *_IN_BRACKETS.findall(name)):
        form = fold(in_unicode(text))
        short = form.isascii() and len(form) < _SHORTEST_COUNTRY
        if form and not short and form not in _OTHER_WORDS:
            yield form


def _months() -> Mapping[str, int]:
    months: dict[str, int] = {}
    for language in _OF_DATES:
        names = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names[context][width].items():
                    known = name.lower().rstrip(".")
                    shortest = _SHORTEST_MONTH if known.isascii() else _SHORTEST_MONTH - 1
                    if len(known) >= shortest and not known[0].isdigit():
                        months[known] = number
    return months


def _days(language: str) -> Iterable[str]:
    named = Locale.parse(language).days["format"]
    return dict.fromkeys(
        name.lower().rstrip(".") for width in ("wide", "abbreviated") for name in named[width].values()
    )


def main() -> int:
    """Write the three modules."""
    for path, text in ((COUNTRIES, countries()), (CALENDAR, calendar()), (WEIGHTS, weights())):
        path.write_text(text, "utf-8", newline="\n")
        print(f"{path.relative_to(ROOT)}: {len(text.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
