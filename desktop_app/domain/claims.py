"""What the draft says that its list may not bear out: typed figures, prompts, words that go stale."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.domain.campaign import Text
from desktop_app.domain.counting import Count

_FIGURE = r"(?<![\d.,])(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d+)(?![\d.,]*\d)"
_STALE = re.compile(
    r"\b(today|yesterday|tomorrow|this (?:week|month|morning|year)|last (?:week|month|night)|"
    r"aujourd[’']hui|hier|demain|cette (?:semaine|année)|ce mois-ci|la semaine dernière|le mois dernier|"
    r"hoy|ayer|mañana|esta semana|este mes|la semana pasada|el mes pasado)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"^https?://([\w.-]*\.)?example\.(org|com|net)(/|$)", re.IGNORECASE)
_TRACKING = re.compile(
    r"^https?://([\w.-]*\.)?(docs\.google\.com|drive\.google\.com|forms\.gle|sheets\.google\.com)/",
    re.IGNORECASE,
)


def typed_figures(text: str, words: Text) -> Iterator[int]:
    """Figures that stand before what the campaign calls its signatories: "462 civil society organizations".

    Only the campaign's own full words are looked for; "400 organizations document ..." may be anyone's.
    """
    nouns = sorted({w for w in (words.noun, words.nouns) if len(w.split()) > 1}, key=len, reverse=True)
    if not nouns:
        return
    phrase = "|".join(re.escape(noun).replace(r"\ ", r"\s+") for noun in nouns)
    for found in re.finditer(rf"{_FIGURE}\s+(?:{phrase})\b", text, re.IGNORECASE):
        yield int(re.sub(r"\D", "", found[1]))


def differs(figure: int, count: Count) -> bool:
    """Whether a typed figure is none that the list gives."""
    return figure not in (count.total, count.named, count.anonymous)


def stale_words(text: str) -> list[str]:
    """Words that are true on one day only; a paragraph that prints the letter's date may use them."""
    return [] if "letter.date" in text else [found[0] for found in _STALE.finditer(text)]


def placeholder_links(links: Iterable[str]) -> list[str]:
    """Links that still lead to the templates' example."""
    return [link for link in links if _EXAMPLE.match(link)]


def tracking_links(links: Iterable[str]) -> list[str]:
    """Links that show their owner's account and log who opens them."""
    return [link for link in links if _TRACKING.match(link)]
