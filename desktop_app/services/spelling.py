"""Words of a campaign that no dictionary needs to know: they are names."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.spelling import names_in
from desktop_app.services.opening import OpenCampaign


@dataclass(frozen=True, slots=True)
class Names:
    """Words by which somebody or something is called.

    Attributes:
        all: Of the list and the facts. None is looked up, or offered to be added to a dictionary.
        hidden: Those that stand in names which must not be seen, and in no other.
    """

    all: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()


def names_of(opened: OpenCampaign) -> Names:
    """Of the list as it is now, and of the facts."""
    rows = opened.signatories
    facts = names_in(text for _key, text in texts_of(opened.campaign))
    listed = names_in(text for row in rows for text in _called(row))
    seen = names_in(printed_names(rows)) | facts
    return Names(listed | facts, listed - seen)


def _called(row: Signatory) -> Iterator[str]:
    told = (row.name, row.acronym, row.listed_as, row.member_of, row.country, row.contact)
    yield from filter(None, (*told, *row.also_known_as))
