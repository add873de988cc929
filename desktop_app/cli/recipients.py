"""Commands about recipients: who gets the letter, and how each is addressed."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.output import Output, finding_json
from desktop_app.domain.campaign import Request
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.campaign_toml import read_campaign
from desktop_app.services.addressing import address_one, choose_for, choose_without_campaign
from desktop_app.support.i18n import _


def recipients(program: Program, asked: Namespace, output: Output) -> int:
    """Who gets the letter on a day, with or without a campaign."""
    if asked.folder:
        folder = Path(asked.folder)
        campaign = read_campaign(folder)
        chosen = choose_for(folder, campaign, request_of(asked, campaign.request), program.reference)
    else:
        request = request_of(asked, Request())
        if not request.to:
            raise ProblemError("recipients-missing")
        chosen = choose_without_campaign(request, program.reference, program.today())
    content = {
        "body": chosen.body,
        "on": chosen.on.isoformat(),
        "recipients": [recipient_json(recipient) for recipient in chosen.recipients],
        "left_out": list(chosen.left_out),
        "findings": [finding_json(finding) for finding in chosen.findings],
    }
    output.result(content, _lines(chosen.recipients))
    output.findings(chosen.findings)
    return 0


def address(program: Program, asked: Namespace, output: Output) -> int:
    """How one state is addressed."""
    recipient = address_one(
        asked.iso3,
        program.reference,
        office=asked.office,
        seat=asked.seat,
        language=asked.language,
        gender=asked.gender,
        name=asked.name,
    )
    output.result(recipient_json(recipient), _lines([recipient]))
    return 0


def request_of(asked: Namespace, planned: Request) -> Request:
    """What the command line asks for, over what the campaign plans."""
    return replace(
        planned,
        to=tuple(asked.to) or planned.to,
        on=asked.on or planned.on,
        way=asked.way or planned.way,
        office=asked.office or planned.office,
        seat=asked.seat or planned.seat,
        language=("" if asked.language == "auto" else asked.language) or planned.language,
        leave_out=asked.leave_out or planned.leave_out,
    )


def recipient_json(recipient: Recipient) -> Mapping[str, object]:
    """A recipient as programs read it."""
    return {
        "iso3": recipient.iso3 or None,
        "name": recipient.name or None,
        "state": recipient.state or None,
        "formal_state": recipient.formal_state or None,
        "language": recipient.language,
        "address": list(recipient.address),
        "salutation": recipient.salutation,
        "vocative": recipient.vocative,
        "closing": recipient.closing,
    }


def _lines(chosen: Iterable[Recipient]) -> Iterable[str]:
    for recipient in chosen:
        yield f"{recipient.key} ({recipient.language})"
        yield from (f"    {line}" for line in recipient.address)
        yield f"    {recipient.salutation}"
        yield _("    ({vocative}) {closing}").format(vocative=recipient.vocative, closing=recipient.closing)
        yield ""
