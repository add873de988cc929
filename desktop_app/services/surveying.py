"""Look over a campaign's recipients: everybody who may get the letter, who is left out, and what is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.domain.campaign import Campaign, Request
from desktop_app.domain.composition import Composition, composition_on
from desktop_app.domain.recipient import Correction, Recipient
from desktop_app.domain.reporting import Finding
from desktop_app.files.recipients_table import CORRECTIONS, read_corrections
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for, letter_languages
from desktop_app.services.composing import NO_CORRECTION
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.recognising import states, terminal_name


@dataclass(frozen=True, slots=True)
class Prospect:
    """Somebody who may get the letter.

    Attributes:
        key: Under which recipients.xlsx corrects what the tables say; empty where it does not.
        state: The ISO3 code by which it can be left out; empty where it cannot.
        left_out: Why it gets none: ``asked``, or ``about`` where the letter is about it. Empty: it gets one.
        recorded: The language its mission asked for; ``lacking``: that one, where the letter is written in
            another because the campaign has none in it.
        as_of: The day on which the address of its mission was true, where that is printed.
        known: What recipients.xlsx says.
    """

    recipient: Recipient
    key: str
    state: str
    left_out: str
    recorded: str
    lacking: str
    as_of: date | None
    known: Correction


@dataclass(frozen=True, slots=True)
class Survey:
    """All recipients of a letter.

    Attributes:
        on: The day whose members are meant.
        languages: Those in which the campaign has a letter; the first is the one signed.
        compositions: Of the bodies whose members get letters.
    """

    on: date
    prospects: tuple[Prospect, ...]
    findings: tuple[Finding, ...]
    languages: tuple[str, ...]
    compositions: tuple[Composition, ...]


def survey(folder: Path, campaign: Campaign, request: Request, reference: Reference) -> Survey:
    """Everybody the request may mean, with those it leaves out.

    Raises:
        ProblemError: as ``choose_for``.
    """
    chosen = choose_for(folder, campaign, request, reference)
    everybody = choose_for(folder, replace(campaign, about=()), replace(request, leave_out=()), reference)
    taken = {recipient.key: recipient for recipient in chosen.recipients}
    # A state that is asked for by its code stands where it was named, and not where its body names it.
    late = [recipient for key, recipient in taken.items() if key not in {r.key for r in everybody.recipients}]
    asked = set(states(request.leave_out, reference))
    languages = letter_languages(folder, campaign)
    corrections = read_corrections(folder / CORRECTIONS, reference).by_key
    made = _Maker(reference, campaign, request, languages, corrections)
    prospects = (
        made.prospect(
            taken.get(recipient.key, recipient),
            "" if recipient.key in taken else "asked" if recipient.iso3 in asked else "about",
        )
        for recipient in (*everybody.recipients, *late)
    )
    return Survey(
        chosen.on,
        tuple(prospects),
        chosen.findings,
        languages,
        tuple(
            composition_on(reference.bodies[name], chosen.on)
            for name in dict.fromkeys(map(terminal_name, request.to))
            if name in reference.bodies
        ),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    reference: Reference
    campaign: Campaign
    request: Request
    languages: tuple[str, ...]
    corrections: Mapping[str, Correction]

    def prospect(self, recipient: Recipient, left_out: str) -> Prospect:
        """Somebody with what is known besides."""
        key = self._key(recipient)
        known = self.corrections.get(key, NO_CORRECTION)
        state = self.reference.states.get(recipient.iso3)
        # The record was made in New York, and the mission is known only there.
        recorded = state.address_language if state and recipient.mission else ""
        follows = not (known.language or self.request.language)
        mission = self.reference.missions.get(recipient.iso3) if recipient.mission else None
        prints = self.campaign.address == "full" and not known.address
        return Prospect(
            recipient,
            key=key,
            state=recipient.iso3 if key == recipient.iso3 else "",
            left_out=left_out,
            recorded=recorded,
            lacking=recorded if follows and recorded and recorded not in self.languages else "",
            as_of=mission.as_of if mission and prints else None,
            known=known,
        )

    def _key(self, recipient: Recipient) -> str:
        offices = self.reference.offices
        name = recipient.key.partition(" (")[0]
        return name if name in (*offices.of_presidents, *offices.single) else recipient.iso3


def prints_paragraph(campaign: OpenCampaign, language: str) -> bool:
    """Whether the letter in a language has a place for a recipient's extra paragraph.

    Raises:
        ProblemError: as ``OpenCampaign.draft``.
    """
    draft = campaign.draft(language if language in campaign.languages else campaign.languages[0])
    return any("recipient.paragraph" in paragraph.text for paragraph in draft.paragraphs)
