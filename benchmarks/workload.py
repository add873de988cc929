"""What the benchmark writes: a campaign with as many invented names as asked for, and 193 recipients."""

import datetime as dt
import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.campaign import Order, Request
from desktop_app.domain.counting import Count, count
from desktop_app.domain.disclosure import arrange, project
from desktop_app.domain.printed_list import Listed
from desktop_app.domain.sorting import sort_key
from desktop_app.files.campaign_folder import list_path
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import Chosen, choose
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign
from scripts.templates.list_xlsx import list_xlsx

_SENT_ON = dt.date(2024, 2, 1)
LANGUAGE = "en"
UMBRELLAS = (3, 5, 15, 6, 12)
"""How many members each umbrella of the list has, as in a public letter of 2024."""
WITHHELD = 84

_CONSONANTS = "b d f g h j k l m n p r s t v w z br dr kh ng st th tr".split()
_VOWELS = "a e i o u ai é ö".split()
_CAUSES = (
    *("Women’s", "Human Rights", "Legal Aid", "Press Freedom", "Youth", "Health & Relief", "Students’"),
    *("Farmers’", "Peace and Justice", "Education", "Refugee", "Labour", "Environmental", "Teachers’"),
)
_BODIES = (
    *("Network", "Association", "Forum", "Centre", "Union", "Alliance", "Council", "Committee", "Trust"),
    *("Initiative", "Society", "Foundation"),
)
_SEEDS_OF_THE_WITHHELD = 1_000_000


@dataclass(frozen=True, slots=True)
class Workload:
    """A campaign on disk, and what both ways of merging it are given.

    Attributes:
        ordered: The names in the order of the letter, so that neither way is timed sorting them.
    """

    name: str
    opened: OpenCampaign
    chosen: Chosen
    reference: Reference
    ordered: tuple[Listed, ...]
    counted: Count

    @property
    def in_order(self) -> OpenCampaign:
        """The campaign, told to leave the order as it is."""
        layout = replace(self.opened.campaign.layout, order=Order.SHEET)
        return replace(self.opened, campaign=replace(self.opened.campaign, layout=layout))


def make_workload(name: str, names: int, folder: Path, templates: Path, reference: Reference) -> Workload:
    """The sample's letter with a list of that many names, to all member states, in English."""
    make_campaign(templates, folder, sample=True)
    list_path(folder).write_bytes(list_xlsx(_rows(names)))
    opened = open_campaign(folder)
    campaign = replace(opened.campaign, languages=(LANGUAGE,))
    opened = replace(opened, campaign=campaign, languages=(LANGUAGE,))
    chosen = choose(Request(to=("member-states",)), reference, on=_SENT_ON, languages=(LANGUAGE,))
    printed = arrange(project(opened.signatories), campaign.layout, _key, lambda country: country)
    ordered = tuple(one for group in printed.groups for one in group.listed)
    counted = count(opened.signatories, campaign.counts)
    return Workload(name, opened, chosen, reference, ordered, counted)


def _key(name: str) -> tuple[int, ...]:
    return sort_key(name, LANGUAGE)


def _rows(names: int) -> Iterator[dict[str, str]]:
    """Rows of the sheet: umbrellas with their members, the others, and those that are withheld."""
    invented = invented_names()
    for members in UMBRELLAS:
        umbrella = next(invented)
        yield {"Name": umbrella, "Listed": "named"}
        for _ in range(members):
            yield {"Name": next(invented), "Member of": umbrella, "Listed": "named"}
    for _ in range(names - len(UMBRELLAS) - sum(UMBRELLAS)):
        yield {"Name": next(invented), "Listed": "named"}
    for number in range(WITHHELD):
        name = _name(_SEEDS_OF_THE_WITHHELD + number)
        yield {"Name": name, "E-mail": f"desk{number}@example.org", "Listed": "anonymous"}


def invented_names() -> Iterator[str]:
    """Names without end, the same ones each time."""
    return map(_name, itertools.count())


def _name(seed: int) -> str:
    """A name of the length and the variety that real ones have; the same seed gives the same name."""
    dice = int.from_bytes(hashlib.blake2b(str(seed).encode(), digest_size=24).digest())

    def pick(words: Sequence[str]) -> str:
        nonlocal dice
        dice, place = divmod(dice, len(words))
        return words[place]

    def place(syllables: int) -> str:
        return "".join(pick(_CONSONANTS) + pick(_VOWELS) for _ in range(syllables)).title()

    where = f"{place(3)} and {place(3)}" if seed % 3 else place(4)
    acronym = "".join(pick(_CONSONANTS)[0] for _ in range(4)).upper()
    return f"{place(2)} {pick(_CAUSES)} {pick(_BODIES)} of {where} ({acronym})"
