"""A public copy of the letter, with the list: to nobody in particular, so without anybody's address."""

from collections.abc import Sequence
from dataclasses import astuple, replace

from desktop_app.domain.campaign import Request
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.plain_text import plain
from desktop_app.domain.public_letter import PublicLetter
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_blocks import letter_blocks
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen, choose
from desktop_app.services.merging import Material, Merge, banners_of
from desktop_app.services.opening import OpenCampaign


def public_letter(material: Material, to: Recipient, reference: Reference) -> PublicLetter:
    """The letter of one language as the public reads it.

    Raises:
        ProblemError: as ``Merge``.
    """
    campaign, language = material.campaign, material.language
    blocks, notes = letter_blocks(Merge(material, reference).document(to))
    return PublicLetter(
        title=plain(campaign.text(language).title or campaign.title),
        language=language,
        is_right_to_left=LetterLanguage(language).is_right_to_left,
        banners=tuple(banner.text for banner in banners_of(material, reference)),
        blocks=blocks,
        notes=notes,
    )


def the_public(opened: OpenCampaign, chosen: Chosen, language: str, reference: Reference) -> Recipient:
    """Whom a public copy is addressed to: the members of the body, if one was chosen; else nobody."""
    campaign, state = opened.campaign, reference.phrases(language).sign_on.state
    to = _body_as_one(chosen, language, opened.languages, campaign.closing, reference)
    if to is None:
        opening = reference.manner(language).opening_to_person(campaign.closing)
        to = Recipient("", "", language, (), *astuple(opening))
    # "To Members of the United Nations Security Council"; where that sits is for an envelope.
    address = to.address[:1]
    return replace(
        to, address=address, state=state, the_state=state, formal_state=state, of_state=state, to_state=state
    )


def _body_as_one(
    chosen: Chosen, language: str, languages: Sequence[str], closing: str, reference: Reference
) -> Recipient | None:
    if chosen.body not in reference.bodies:
        return None
    request = Request(to=(chosen.body,), way="body", language=language)
    try:
        found = choose(request, reference, on=chosen.on, languages=tuple(languages), closing=closing)
    except (ProblemError, KeyError):
        return None  # nobody writes to that body as one
    return found.recipients[0] if found.recipients else None
