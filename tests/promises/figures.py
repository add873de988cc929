"""P11: every figure is right, in every language, and a small one is warned of."""

import random
import re
from collections import Counter
from pathlib import Path

from campaigns import Bench, campaign, recipient
from docx import Document
from letters import Letter, p
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.campaign import Text
from desktop_app.domain.counting import count
from desktop_app.domain.list_findings import findings_of
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way

_LETTER = Letter(
    [p("Total {{ signatories.total }} named {{ signatories.named }} anonymous {{ signatories.anonymous }}.")]
)
_PRINTED_EVERY = 25
"""One campaign in so many is printed, in three languages."""
_LANGUAGES = ("en", "fr", "es")
_FEW = 3


def _check(cases: int, folder: Path) -> Outcome:
    chance = random.Random(11)  # noqa: S311 - chance, not a secret
    reference = bootstrap().reference
    faults: list[str] = []
    printed = 0
    for number in range(cases):
        rows, way = _list(chance), chance.choice(list(Way))
        faults += [f"campaign {number}: {fault}" for fault in _wrong(rows, way)]
        if number % _PRINTED_EVERY == 0:
            bench = Bench(folder, reference, _LETTER, rows, campaign(counts=way, texts=_TEXTS))
            for language in _LANGUAGES:
                printed += 1
                faults += [f"campaign {number}: {fault}" for fault in _misprinted(bench, language)]
    said = f"{len(faults)} wrong figures in {cases} campaigns"
    return Outcome(f"{said}, {printed} of their letters printed in three languages", tuple(faults))


_TEXTS = {language: Text(subject="Truce") for language in _LANGUAGES}


def _list(chance: random.Random) -> list[Signatory]:
    """A list of up to sixty, some of them under networks."""
    rows: list[Signatory] = []
    networks = [f"Network {n}" for n in range(chance.randrange(4))]
    for number in range(chance.choice([0, 1, 2, 5, 12, 60])):
        name = networks.pop() if networks and chance.random() < 0.3 else f"Orchard {number}"
        above = [row.name for row in rows if row.name.startswith("Network")]
        rows.append(
            Signatory(
                number + 2,
                name,
                chance.choices(list(Disclosure), weights=[6, 3, 1, 1])[0],
                kind=chance.choice(list(Kind)),
                country=chance.choice(["", "Chad", "Mali", "Niger"]),
                member_of=chance.choice(above) if above and chance.random() < 0.4 else "",
                counts=chance.choice([None, None, *Way]) if name.startswith("Network") else None,
            )
        )
    return rows


def _wrong(rows: list[Signatory], way: Way) -> list[str]:
    counted = count(rows, way)
    of = Counter(row.disclosure for row in rows)
    faults = []
    if counted.named + counted.anonymous != counted.total:
        faults.append("named and anonymous are not the total")
    if counted.organisations + counted.individuals != counted.named:
        faults.append("organisations and persons are not the named")
    if (counted.pending, counted.withdrawn) != (of[Disclosure.PENDING], of[Disclosure.WITHDRAWN]):
        faults.append("pending or withdrawn")
    flat = not any(row.member_of for row in rows)
    if flat and (counted.named, counted.anonymous) != (of[Disclosure.NAMED], of[Disclosure.ANONYMOUS]):
        faults.append("a list without networks is not counted row by row")
    few = any(finding.code == "few-anonymous" for finding in findings_of(rows, way))
    if few != (0 < counted.anonymous < _FEW):
        faults.append(f"{counted.anonymous} anonymous, and {'a' if few else 'no'} warning of so few")
    return faults


def _misprinted(bench: Bench, language: str) -> list[str]:
    bench.recipients = [recipient(language=language)]
    path = bench.folder / "figures.docx"
    path.write_bytes(bench.document())
    text = " ".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    counted = count(bench.signatories, bench.campaign.counts)
    said = tuple(map(int, re.findall(r"(?:Total|named|anonymous) (\d+)", text)))
    right = (counted.total, counted.named, counted.anonymous)
    return [] if said == right else [f"{language} prints {said} and not {right}"]


FIGURES = Promise(
    "P11",
    "Named and anonymous are the total, in every file and language; too few anonymous are warned of.",
    of_sizes(300, 3000, 12_000),
    _check,
)
