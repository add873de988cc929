"""Countries and territories as people name their own on a form, in any language."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from desktop_app.domain.country_names import country_names
from desktop_app.domain.folding import fold

_ALSO: Mapping[str, str] = {
    # CLDR says "Hong Kong SAR China" and "Palestinian Territories"; nobody else does.
    "hong kong": "HK",
    "macao": "MO",
    "macau": "MO",
    "palestine": "PS",
    "palestina": "PS",
    "vatican": "VA",
}
_NO_TERRITORIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""Codes of CLDR for unions, for parts of a territory, and for trying things out."""


def territory_code(written: str) -> str:
    """The ISO code of two letters, given itself or a name in any of forty languages; else empty."""
    name = fold(written)
    code = _ALSO.get(name) or country_names().code(written)
    if code == name:
        code = written.strip().upper()
    return code if code in _codes() else ""


@cache
def _codes() -> frozenset[str]:
    codes = map(str, Locale.parse("en").territories)
    return frozenset(code for code in codes if code.isalpha()) - _NO_TERRITORIES
