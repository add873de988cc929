"""What a column of a form is used for, in words."""

from desktop_app.files.form_words import Use
from desktop_app.support.i18n import N_, _

USES = {
    Use.NAME: N_("Name of who signs"),
    Use.ACRONYM: N_("Acronym"),
    Use.COUNTRY: N_("Country"),
    Use.KIND: N_("Organisation or person"),
    Use.TITLE: N_("Title or affiliation"),
    Use.GROUP: N_("Group"),
    Use.MEMBER_OF: N_("Member of a network"),
    Use.CONTACT: N_("Contact, private"),
    Use.PERSON: N_("Name of a person"),
    Use.FIRST_NAME: N_("First name"),
    Use.LAST_NAME: N_("Last name"),
    Use.EMAIL: N_("E-mail, private"),
    Use.SIGNED_ON: N_("Day it signed"),
    Use.NOTES: N_("Notes, private"),
    Use.COUNTS: N_("How a network counts"),
    Use.TEXT_VERSION: N_("Which text it signed"),
    Use.CONFIRMED_BY: N_("Confirmed by"),
    Use.SOURCE: N_("Source"),
    Use.ANSWER: N_("Number of the answer"),
    Use.CONSENT: N_("A yes publishes the name"),
    Use.ANONYMITY: N_("A yes hides the name"),
    Use.SHARING: N_("A yes shows the name to some, and publishes nothing"),
    Use.LISTED: N_("How it is listed"),
    Use.LISTED_AS: N_("Name as printed"),
    Use.ALSO_KNOWN_AS: N_("Other names"),
    Use.IGNORE: N_("Not used"),
}
"""What can be chosen; of ``Use.UNSURE`` nothing can be said."""


def of_use(use: Use) -> str:
    """What a column is used for."""
    return _(USES[use])
