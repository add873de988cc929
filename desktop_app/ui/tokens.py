"""The colours and measures of the window: one set for light, one for dark.

Contrast of text on the worst ground it stands on is at least 4.5 to 1; a test measures it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as ``#RRGGBB``.

    ``line`` and ``mask`` are decoration and say nothing; ``strong`` is the edge of what can be typed into.
    """

    ground: str
    side: str
    surface: str
    sunken: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    tint: str
    on_tint: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    strong: str
    line: str
    mask: str
    shadow: str


LIGHT = Tokens(
    ground="#F6F5F3",
    side="#EDEBE7",
    surface="#FFFFFF",
    sunken="#F1EFEC",
    text="#1E1D1B",
    text2="#57534D",
    text3="#6A665F",
    accent="#1D4E89",
    accent_hover="#173F70",
    on_accent="#FFFFFF",
    link="#1D4E89",
    tint="#E1EAF5",
    on_tint="#173F70",
    danger="#A3261B",
    danger_bg="#FBECEA",
    warn="#7A4D00",
    warn_bg="#FCF3DF",
    ok="#1F6A43",
    ok_bg="#E7F3EB",
    strong="#87827A",
    line="#E2DFD9",
    mask="#DAD6CF",
    shadow="#C9C5BE",
)

DARK = Tokens(
    ground="#1C1D1F",
    side="#161719",
    surface="#242528",
    sunken="#1F2023",
    text="#E9E7E3",
    text2="#B9B6B0",
    text3="#A6A39D",
    accent="#3674BF",
    accent_hover="#2E65AA",
    on_accent="#FFFFFF",
    link="#8FBAF0",
    tint="#22374F",
    on_tint="#C0D9F8",
    danger="#FF9F92",
    danger_bg="#3A2321",
    warn="#F0C46C",
    warn_bg="#352B18",
    ok="#86D1A3",
    ok_bg="#1C3226",
    strong="#7F838A",
    line="#36383C",
    mask="#46494E",
    shadow="#0E0F10",
)
