"""What is doubtful about an imported letter, and what to do; how sure each of its parts is."""

import datetime as dt

from desktop_app.domain.imported import ImportAs
from desktop_app.domain.letter_anatomy import Doubt, Role, Sureness
from desktop_app.support.i18n import N_, _
from desktop_app.wording.letter_doubts import LETTER_DOUBTS
from desktop_app.wording.name_doubts import NAME_DOUBTS

_NEW_TEXT = {
    # a new text
    "text-differs": N_(
        "This was written where {{{{ {field} }}}} stands, which prints “{value}”. "
        "If the new one is right, change campaign.toml or the list."
    ),
    "text-replaced": N_(
        "{{{{ {field} }}}} stands here again, and prints what the campaign has. "
        "See whether anything of this is new."
    ),
    "text-look": N_(
        "This text has no look of its own, so it was put into the letter as it looks now. See that new "
        "passages look right."
    ),
    "text-look-kept": N_(
        "This file has no letterhead, and the letter has one, or pictures or footnotes. So its text was put "
        "into the letter as it looks now; bold words and footnotes of new passages are not taken over."
    ),
    "text-link-lost": N_("This link is not in the letter. Set it in Word, or write its address out."),
    "text-notes-lost": N_(
        "Footnotes that the new text does not have: {lost}. “text --undo” brings the old letter back."
    ),
    "text-pictures-lost": N_(
        "Pictures that the new text does not have: {lost}. “text --undo” brings the old letter back."
    ),
    "text-tables-lost": N_(
        "Tables that the new text does not have: {lost}. Their words stand in it as paragraphs, if at all."
    ),
    "text-figure-typed": N_(
        "A number of signatories is typed here. Write {{{{ {field} }}}} instead, so that it stays right."
    ),
}
DOUBTS = {**_NEW_TEXT, **LETTER_DOUBTS, **NAME_DOUBTS}

_REASONS = {
    "its-own-words": N_("its own words say so"),
    "its-place": N_("its place says so"),
    "file-says": N_("the file says so"),
    "only-shape": N_("only its shape says so"),
}
_SURENESS = {
    Sureness.SURE: N_("sure"),
    Sureness.LIKELY: N_("likely"),
    Sureness.GUESSED: N_("guessed: have a look"),
}
_ROLES = {
    Role.TITLE: N_("Title"),
    Role.DATE: N_("Date"),
    Role.PLACE: N_("Place"),
    Role.ADDRESSEE: N_("Addressee"),
    Role.SUBJECT: N_("Subject"),
    Role.REFERENCE: N_("Reference"),
    Role.SALUTATION: N_("Salutation"),
    Role.CLOSING: N_("Closing"),
    Role.STATEMENT: N_("Over the list"),
    Role.AS_OF: N_("Day of the list"),
    Role.CONTACTS: N_("Over the contacts"),
    Role.CC: N_("Copies to"),
    Role.ENCLOSURES: N_("Enclosures"),
}


def of_doubt(doubt: Doubt) -> str:
    """One sentence or two: what is doubtful, and what to do."""
    return _(DOUBTS[doubt.code]).format_map(doubt.values)


ASKED = {
    "field-typed-over": N_(
        "Something else is written where {{{{ {field} }}}} stood. Put it back, or change what it prints."
    ),
    "field-lost": N_(
        "The passage with {{{{ {field} }}}} is gone. Put the field where it belongs, or do without."
    ),
}


def of_asked(code: str, field: str) -> str:
    """What to do about a field that was not put back."""
    return _(ASKED[code]).format(field=field)


def of_reason(code: str) -> str:
    """Why a part was taken for what it is."""
    return _(_REASONS[code])


def of_sureness(sure: Sureness) -> str:
    """How sure a part is."""
    return _(_SURENESS[sure])


def of_role(role: Role) -> str:
    """What a part is called."""
    return _(_ROLES[role])


def of_line(number: int) -> str:
    """A line of the source."""
    return _("Line {number}").format(number=number)


def source_of(way: ImportAs, title: str, date: dt.date | None) -> str:
    """What the rows of an imported list rest on."""
    day = date.isoformat() if date else _("without date")
    if way is ImportAs.SAME:
        return _("published: {title}, {date}").format(title=title, date=day)
    return _("signed {title}, {date}; not yet asked").format(title=title, date=day)
