"""What the fields of a letter print: plain text, figures, dates; nothing that leads anywhere else."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from desktop_app.domain.campaign import Campaign, Text
from desktop_app.domain.plain_text import inert
from desktop_app.domain.recipient import Recipient

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"})
"""Letter languages whose lines run from right to left."""

_ISOLATE, _POP = "\u2068", "\u2069"
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")


class IsoDay(str):
    """A date in a letter's values: text as every value is, printed in the letter's own way."""

    __slots__ = ()


def day(value: dt.date | None) -> str:
    """A date as a value; empty where there is none."""
    return "" if value is None else IsoDay(value.isoformat())


def isolated(text: str, language: str) -> str:
    """A value for a letter in that language, set apart where its direction differs from the letter's.

    Without the isolates, "Arabic (UN Mission), 462" inside an English line comes out in the wrong order.
    """
    foreign = _LTR if language in RIGHT_TO_LEFT else _RTL
    return f"{_ISOLATE}{text}{_POP}" if foreign.search(text) else text


def value(text: str, language: str) -> str:
    """One line of text as a value."""
    return isolated(inert(text), language)


def lines(texts: Sequence[str], language: str) -> str:
    """Several lines as one value; the merge breaks them where they stand."""
    return "\n".join(value(text, language) for text in texts if text.strip())


def letter_values(campaign: Campaign, language: str) -> Mapping[str, str]:
    """``letter.*`` in a language."""
    text: Text = campaign.text(language)
    cc = text.cc or campaign.cc
    enclosures = "; ".join(text.enclosures or campaign.enclosures)
    return {
        "date": day(campaign.date),
        "place": value(text.place or campaign.place, language),
        "title": value(text.title or campaign.title, language),
        "subject": value(text.subject, language),
        "reference": value(campaign.reference, language),
        "cc": lines(cc, language),
        "enclosures": value(enclosures, language),
    }


def petition_values(campaign: Campaign) -> Mapping[str, object]:
    """``petition.*``; all empty where the campaign has none."""
    petition = campaign.petition
    if petition is None:
        return {"people": "", "countries": "", "date": ""}
    countries: object = "" if petition.countries is None else petition.countries
    return {"people": petition.people, "countries": countries, "date": day(petition.date)}


def recipient_values(recipient: Recipient) -> Mapping[str, str]:
    """``recipient.*`` in the recipient's language."""
    texts = {
        "salutation": recipient.salutation,
        "vocative": recipient.vocative,
        "closing": recipient.closing,
        "name": recipient.name,
        "state": recipient.state,
        "the_state": recipient.the_state,
        "formal_state": recipient.formal_state,
        "of_state": recipient.of_state,
        "to_state": recipient.to_state,
        "mission": recipient.mission,
        "paragraph": recipient.paragraph,
    }
    values = {name: value(text, recipient.language) for name, text in texts.items()}
    values["address"] = lines(recipient.address, recipient.language)
    return values
