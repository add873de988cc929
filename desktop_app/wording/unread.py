"""Why a file was not searched, and what to do to have it searched."""

from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.search_results import Unread
from desktop_app.support.i18n import N_, _
from desktop_app.wording.places import of_file, of_part

WHY = {
    WhyUnread.MISSING: N_("it is not there any more."),
    WhyUnread.LOCKED: N_("it is in use, or you may not read it."),
    WhyUnread.NO_FILE: N_("it is a device or a pipe, not a file."),
    WhyUnread.LEADS_BACK: N_(
        "it is a link to a folder around it. Name that folder, if it is to be searched."
    ),
    WhyUnread.EMPTY: N_("it is empty."),
    WhyUnread.DAMAGED: N_(
        "it is damaged, or not of the kind that its name says. Save it anew, and search that."
    ),
    WhyUnread.ENCRYPTED: N_("it is protected by a password. Save a copy without one, and search that."),
    WhyUnread.TOO_LARGE: N_(
        "it is too large, or unpacks to too much. Cut it into smaller files, and search these."
    ),
    WhyUnread.TOO_LONG: N_(
        "it takes too long to read, or too much memory. Cut it into smaller files, and search these."
    ),
    WhyUnread.STOPPED: N_("it is damaged, or made to stop its reader. Save it anew, and search that."),
    WhyUnread.OLD_OFFICE: N_(
        "it is in an office format of before 2007. Save it as .docx or .xlsx, and search that."
    ),
    WhyUnread.PICTURE: N_("it is a picture, so what it shows must be looked at."),
    WhyUnread.PICTURE_PAGES: N_("a page is scanned or a picture, so what it shows must be looked at."),
    WhyUnread.FONTS: N_("the fonts of a page do not say which letters they draw, so it must be looked at."),
    WhyUnread.UNKNOWN_KIND: N_("it is of a kind that cannot be read here. Open it, and search it there."),
    WhyUnread.UNUSUAL: N_(
        "it is written as no ordinary program writes it. Save it anew in one, and search that."
    ),
    WhyUnread.OLD_ENCODING: N_(
        "its text is in an old encoding that it does not name. Save it as UTF-8, and search that."
    ),
    WhyUnread.NESTED: N_("packages lie in packages, too many of them. Unpack it, and search what is in it."),
    WhyUnread.DELETED: N_("what was deleted from it lies in it still. Pack it anew."),
}


def of_unread(one: Unread) -> str:
    """A line about a file, or a part of it, that was not searched."""
    place = ", ".join(filter(None, (of_file(one.file), of_part(one.part))))
    return _("{place}: not checked: {reason}").format(place=place, reason=_(WHY[one.why]))
