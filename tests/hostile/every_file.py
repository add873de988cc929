"""All hostile files."""

from hostile.campaign_files import odd_names, odd_things, own_lists, settings
from hostile.docx_files import drafts, letters
from hostile.form_files import forms
from hostile.kinds import Hostile
from hostile.list_files import lists
from hostile.more_files import more
from hostile.office_files import offices
from hostile.scan_files import scans
from hostile.text_files import texts


def every_file() -> list[Hostile]:
    """Each with the one use that it is tried in; some bytes are tried in several."""
    made = [
        letters(),
        texts(),
        offices(),
        drafts(),
        forms(),
        settings(),
        own_lists(),
        odd_things(),
        odd_names(),
        scans(),
        lists(),
        more(),
    ]
    return [file for files in made for file in files]
