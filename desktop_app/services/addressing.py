"""Choose the recipients of a campaign with all that its folder knows, or address one without a campaign."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from desktop_app.domain.campaign import Campaign, Request
from desktop_app.domain.offices import PERMANENT_REPRESENTATIVE
from desktop_app.domain.recipient import Correction, OwnRecipient, Recipient
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Value
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.recipients_table import CORRECTIONS, read_corrections, read_own_list
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.choosing import Chosen, choose, own_files, recorded_language
from desktop_app.services.composing import Composer
from desktop_app.services.recognising import checked, states


def choose_for(folder: Path, campaign: Campaign, request: Request, reference: Reference) -> Chosen:
    """The recipients of a campaign's letter.

    Args:
        folder: The campaign's.
        campaign: What it says.
        request: Whom it asks for; a list of one's own is looked for in the folder, then where we are.
        reference: The program's tables.

    Raises:
        ProblemError: ``recipients-missing``, ``date-needed``, and as ``choose``, ``read_corrections`` and
            ``read_own_list``.
    """
    if not request.to:
        raise ProblemError("recipients-missing", Place(file="campaign.toml", part="recipients.to"))
    request = replace(request, seat=request.seat or campaign.seat)
    day = request.on or campaign.date
    if day is None:
        raise ProblemError("date-needed", Place(file="campaign.toml", part="date"))
    corrections = read_corrections(folder / CORRECTIONS, reference)
    lists, findings = _own_lists(request, (folder, Path()))
    chosen_in = partial(
        choose,
        request,
        reference,
        on=day,
        about=campaign.about,
        closing=campaign.closing,
        address=campaign.address,
        corrections=corrections.by_key,
        own_lists=lists,
    )
    there = letter_languages(folder, campaign)
    chosen = chosen_in(languages=there)
    findings += corrections.findings
    if missing := tuple(language for language in campaign.languages if language not in there):
        findings += _wanted_in(missing, chosen, chosen_in(languages=campaign.languages))
    return replace(chosen, findings=(*findings, *chosen.findings))


def _wanted_in(missing: tuple[str, ...], chosen: Chosen, wanted: Chosen) -> Iterator[Finding]:
    """Of each version of the letter that is not there: how many would get it."""
    got = Counter(recipient.language for recipient in chosen.recipients)
    asked = Counter(recipient.language for recipient in wanted.recipients)
    for language in missing:
        if number := asked[language] - got[language]:
            values: dict[str, Value] = {"languages": (language,), "number": number}
            yield Finding("version-wanted", Severity.WARNING, values=values)


def letter_languages(folder: Path, campaign: Campaign) -> tuple[str, ...]:
    """Those of the campaign's languages whose letter is there; the first even if it is not."""
    first = campaign.languages[0]
    there = tuple(lang for lang in campaign.languages if (folder / letter_name(lang, first)).exists())
    return there or (first,)


def choose_without_campaign(request: Request, reference: Reference, today: dt.date) -> Chosen:
    """Recipients as anyone may look them up; by default those of today."""
    lists, findings = _own_lists(request, (Path(),))
    chosen = choose(request, reference, on=request.on or today, own_lists=lists)
    return replace(chosen, findings=(*findings, *chosen.findings))


def _own_lists(
    request: Request, folders: Sequence[Path]
) -> tuple[dict[str, tuple[OwnRecipient, ...]], list[Finding]]:
    lists: dict[str, tuple[OwnRecipient, ...]] = {}
    findings: list[Finding] = []
    for entry in own_files(request):
        places = [folder / entry for folder in folders]
        path = next((place for place in places if place.exists()), places[0])
        own = read_own_list(path)
        lists[entry] = own.recipients
        findings += own.findings
    return lists, findings


def address_one(
    iso3: str,
    reference: Reference,
    *,
    office: str = "",
    seat: str = "",
    language: str = "",
    gender: str = "",
    name: str = "",
    closing: str = "formal",
    address: str = "full",
) -> Recipient:
    """One state's recipient, without a campaign. Its language is by default the one its mission asked for.

    Raises:
        ProblemError: As ``choose``, and ``unknown-gender``, ``head-of-state-special``.
    """
    (state,) = states((iso3,), reference)
    asked = checked(Request(office=office, seat=seat, language=language), reference)
    if gender not in ("", "m", "f"):
        raise ProblemError("unknown-gender", given=gender)
    if asked.office in reference.offices.single:
        raise ProblemError("office-unfit", office=asked.office, to=state)
    composer = Composer(reference, closing, short=address == "short")
    target = composer.target(state, asked.office or PERMANENT_REPRESENTATIVE, asked.seat)
    spoken = asked.language or recorded_language(reference, target) or LANGUAGES[0]
    return composer.to_office(target, spoken, Correction(0, name=name, gender=gender))
