"""What the fields of a letter are called to people, and what stands for that which a writer cannot change."""

import re
from collections.abc import Mapping

from desktop_app.support.i18n import N_, _

FIELDS: Mapping[str, str] = {
    "letter.date": N_("Date"),
    "letter.place": N_("Place"),
    "letter.title": N_("Title"),
    "letter.subject": N_("Subject"),
    "letter.reference": N_("Reference"),
    "letter.cc": N_("Copies to"),
    "letter.enclosures": N_("Enclosures"),
    "recipient.address": N_("Address of the recipient"),
    "recipient.salutation": N_("Salutation"),
    "recipient.vocative": N_("Form of address in the text"),
    "recipient.closing": N_("Closing"),
    "recipient.name": N_("Name of the recipient"),
    "recipient.state": N_("State"),
    "recipient.the_state": N_("The state, with its article"),
    "recipient.formal_state": N_("Formal name of the state"),
    "recipient.of_state": N_("Of the state"),
    "recipient.to_state": N_("To the state"),
    "recipient.mission": N_("Mission"),
    "recipient.paragraph": N_("Paragraph for this recipient"),
    "signatories": N_("List of signatories"),
    "signatories.total": N_("Number of signatories"),
    "signatories.named": N_("Number of the named"),
    "signatories.anonymous": N_("Number of those not named"),
    "signatories.countries": N_("Number of countries"),
    "signatories.organisations": N_("Number of organizations"),
    "signatories.individuals": N_("Number of persons"),
    "signatories.noun": N_("What the signatories are called"),
    "signatories.reason": N_("Why some are not named"),
    "signatories.as_of": N_("Date of the list"),
    "signatories.statement": N_("Sentence with the figures"),
    "petition.people": N_("Number of people who signed the petition"),
    "petition.countries": N_("Number of countries of the petition"),
    "petition.date": N_("Date of the petition"),
    "signature": N_("Signatures"),
    "contacts": N_("Contacts"),
}
"""By code, in the order in which a menu lists them."""

_KEPT: Mapping[str, str] = {
    "table": N_("Table: {said}"),
    "control": N_("Form field of Word’s: {said}"),
    "picture": N_("Picture"),
    "object": N_("Embedded object"),
    "break": N_("Page break"),
    "field": N_("{said}"),
    "inserted": N_("+ {said}"),
    "deleted": N_("− {said}"),
    "comment": N_("Comment"),
    "endnote": N_("Endnote"),
    "formula": N_("Formula"),
    "hidden": N_("Hidden: {said}"),
    "other": N_("{said}"),
}
_CODE = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)")
_FILTER = re.compile(r"\|\s*(\w+)")


def code_of(field: str) -> str:
    """The field's code without braces and filters: ``letter.date`` of ``{{ letter.date|long_date }}``."""
    match = _CODE.match(field)
    return match[1] if match else ""


def filters_of(field: str) -> set[str]:
    """The filters of a field: ``long_date`` of ``{{ letter.date|long_date }}``."""
    return set(_FILTER.findall(field))


def of_field(field: str) -> str:
    """What a field is called; what is no field of ours is shown as it is written."""
    name = FIELDS.get(code_of(field))
    return _(name) if name else field.strip("{}% ")


def of_kept(piece: str) -> str:
    """What stands for a table, a picture or a change that Word tracks."""
    name, _colon, said = piece.partition(":")
    shown = _(_KEPT.get(name, _KEPT["other"])).format(said=said)
    return shown.strip(" :") or _("Kept as it is")
