"""Which lines of a letter are its head, text, closing, contacts and list."""

from desktop_app.domain.letter_anatomy.regions.announced_lists import names_inline_in
from desktop_app.domain.letter_anatomy.regions.finding import regions_of
from desktop_app.domain.letter_anatomy.regions.marking import Region, Regions, groups

__all__ = ["Region", "Regions", "groups", "names_inline_in", "regions_of"]
