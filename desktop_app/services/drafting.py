"""Draft the e-mails that bring the letters: to whom, with which subject, and a few words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.campaign import Campaign
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.plain_text import plain
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import Finding, Place, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.files.reference_data import Reference

_BETWEEN = re.compile(r"[\s;,]+")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """What a draft says."""

    subject: str
    text: str


def words_for(campaign: Campaign, to: Recipient, total: int, reference: Reference, *, draft: bool) -> Words:
    """Subject and text of the e-mail to one recipient, in its language.

    Args:
        campaign: Its subject, noun and message.
        to: The recipient.
        total: How many signed.
        reference: The program's tables.
        draft: Whether the letter is a draft.
    """
    language = LetterLanguage(to.language)
    own, phrases = campaign.text(to.language), reference.phrases(to.language)
    slots = {
        "subject": plain(own.subject or own.title or campaign.title),
        "total": language.number(total),
        "noun": plain(language.noun(total, own)),
    }
    banners = [phrases.sample] if campaign.sample else []
    banners += [phrases.draft] if draft else []
    message = own.message or phrases.mail.message.format(**slots)
    subject = " ".join([*(f"[{banner}]" for banner in banners), phrases.mail.subject.format(**slots)])
    paragraphs = [*banners, to.salutation, message, to.closing]
    return Words(subject, "\n\n".join(text for text in paragraphs if text) + "\n")


def addresses_of_signatories(signatories: Sequence[Signatory]) -> Mapping[str, int]:
    """Each e-mail address on the list, with its row."""
    return {
        address.casefold(): signatory.row
        for signatory in signatories
        for text in (signatory.email, signatory.contact)
        for address in _ADDRESS.findall(text)
    }


def without_address(recipients: Sequence[Recipient], signatories: Sequence[Signatory]) -> int:
    """To how many of them a draft would have no address."""
    taken = addresses_of_signatories(signatories)
    return sum(not addresses_for(recipient, "", taken)[0] for recipient in recipients)


def addresses_for(
    to: Recipient, file: str, taken: Mapping[str, int]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Where the draft for a recipient goes, and what is to be said of that.

    An address that is also a signatory's is left out: who signed would be told by who is written to.

    Args:
        to: The recipient, with what recipients.xlsx says.
        file: The draft's name.
        taken: From ``addresses_of_signatories``.
    """
    place = (Place(file),)
    given = [piece for piece in _BETWEEN.split(to.email) if piece]
    if not given:
        return (), (Finding("mail-without-address", Severity.WARNING, place),)
    if not all(map(_ADDRESS.fullmatch, given)):
        return (), (Finding("mail-address-wrong", Severity.WARNING, place),)
    rows = [taken[address.casefold()] for address in given if address.casefold() in taken]
    if rows:
        values = {"row": rows[0]}
        return (), (Finding("mail-address-of-signatory", Severity.WARNING, place, values),)
    return tuple(given), ()
