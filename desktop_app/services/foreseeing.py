"""What the figures would be after a step that is still being thought about."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from desktop_app.domain.counting import Count, count
from desktop_app.domain.list_edit import ListEdit, edited_rows, without
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.united import united
from desktop_app.services.collecting import Import
from desktop_app.services.opening import OpenCampaign


@dataclass(frozen=True, slots=True)
class Union:
    """One row made of two, and the figures with it."""

    made: Signatory
    then: Count


def after_import(campaign: OpenCampaign, imported: Import, left_out: Collection[str]) -> Count:
    """The figures once an import is made, without those answers that are left out."""
    return _after(campaign, without(imported.plan.edit, left_out))


def after_uniting(campaign: OpenCampaign, keep: int, other: int, today: dt.date) -> Union:
    """What would become of two rows that are one signatory.

    Raises:
        ProblemError: as ``united``.
    """
    edit = united(campaign.signatories, keep, other, today, campaign.list_file)
    made = next(row for row in edit.changed if row.row == keep)
    return Union(made, _after(campaign, replace(edit, log=())))


def _after(campaign: OpenCampaign, edit: ListEdit) -> Count:
    return count(edited_rows(campaign.signatories, edit), campaign.campaign.counts)
