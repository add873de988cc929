"""What the fields of a letter print that are the same for all its recipients."""

from desktop_app.domain.counting import count
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.services.opening import OpenCampaign


def field_values(opened: OpenCampaign, language: str) -> dict[str, str]:
    """The values by field, in the letter's language; a field that prints nothing is left out."""
    campaign = opened.campaign
    text = campaign.text(language)
    words = LetterLanguage(language)
    counted = count(opened.signatories, campaign.counts)
    values = {
        "letter.title": text.title or campaign.title,
        "letter.subject": text.subject,
        "letter.place": text.place or campaign.place,
        "letter.reference": campaign.reference,
        "letter.date": words.long_date(campaign.date) if campaign.date else "",
        "signatories.noun": words.noun(counted.total, text),
        "signatories.reason": text.reason,
        "signatories.as_of": words.long_date(campaign.date) if campaign.date else "",
        "signatories.total": words.number(counted.total),
        "signatories.anonymous": words.number(counted.anonymous),
        "signatories.named": words.number(counted.named),
    }
    return {field: value for field, value in values.items() if value}
