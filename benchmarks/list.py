"""How long work on a long list takes, against the plain way of doing the same.

    python benchmarks/list.py [SECTION ...]

Sections: duplicates, reading, petition. Everything is measured in one run and in turn, so that a busy machine
slows all alike;
figures are medians. The exit status is always 0: a benchmark informs, tests decide.
"""

import argparse
import difflib
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.workload import invented_names
from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates import find_pairs
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_file import read_list
from desktop_app.files.petition_sheet import count_petition
from desktop_app.files.reference_data import load
from desktop_app.services.petitioning import country_key_of
from desktop_app.support import resources

ROUNDS = 3
NAMES = 10_000
COMPARED = 200
"""Names of which difflib compares every pair: all of them would take it half an hour."""
SHARE_OF_DIFFLIB = 1 / 500
ROWS = 70_000
TIMES_OF_READING = 2
TIMES_OF_PETITION = 2


def seconds(act: Callable[[], object]) -> float:
    """How long ``act`` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def duplicates() -> None:
    """Pairs among ten thousand invented names, a twentieth of them written in a second way."""
    names = list(itertools.islice(invented_names(), NAMES * 19 // 20))
    twice = NAMES - len(names)
    planted = {(row, len(names) + row) for row in range(2, twice + 2)}
    names += [second_spelling(name, place) for place, name in enumerate(names[:twice])]
    rows = [Signatory(row, name, Disclosure.NAMED) for row, name in enumerate(names, 2)]
    once = seconds(country_names)
    sample = random.Random(1).sample(names, COMPARED)  # noqa: S311 - a sample, no secret

    def difflib_over_sample() -> None:
        for one, other in itertools.combinations(sample, 2):
            difflib.SequenceMatcher(None, one, other).ratio()

    rounds = [(seconds(lambda: find_pairs(rows)), seconds(difflib_over_sample)) for _ in range(ROUNDS)]
    all_pairs, sampled = NAMES * (NAMES - 1) / 2, COMPARED * (COMPARED - 1) / 2
    ours = statistics.median(first for first, _ in rounds)
    theirs = statistics.median(second for _, second in rounds) * all_pairs / sampled
    ratio = statistics.median(first / (second * all_pairs / sampled) for first, second in rounds)
    found = {(pair.a, pair.b) for pair in find_pairs(rows)}
    print(f"duplicates among {NAMES:,} names: {len(found):,} pairs asked about,")
    print(f"    {len(found & planted)} of the {twice} that were written in a second way among them")
    print(f"    ours: {ours:.2f} s, and {once:.2f} s once for the names of countries")
    print(
        f"    difflib over all pairs: {theirs:,.0f} s, extrapolated from {sampled:,.0f} of {all_pairs:,.0f}"
    )
    met = "met" if ratio <= SHARE_OF_DIFFLIB else "NOT MET"
    print(f"    1/{1 / ratio:,.0f} of difflib, wanted 1/{1 / SHARE_OF_DIFFLIB:.0f}: {met}")


def second_spelling(name: str, place: int) -> str:
    """A name as somebody else types it."""
    longest = max(name.split(), key=len)
    slip = name.replace(longest, longest[:3] + longest[4:])
    return (f"The {name}", name.upper(), slip, f"{name} Inc.")[place % 4]


def reading() -> None:
    """The list of signatories read from a workbook of 70,000 rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = sheet_of(Path(folder), listed="named")
        against_calamine("reading the list", path, lambda: read_list(path), TIMES_OF_READING)


def petition() -> None:
    """The people and countries of a petition of 70,000 rows."""
    country_key = country_key_of(load(resources.path("resources")))
    with tempfile.TemporaryDirectory() as folder:
        path = sheet_of(Path(folder), listed="yes")
        act = partial(count_petition, path, country_key)
        once = seconds(act) - seconds(act)
        against_calamine("counting a petition", path, act, TIMES_OF_PETITION)
        print(f"    and {once:.2f} s once for the names of countries")


def sheet_of(folder: Path, listed: str) -> Path:
    """A workbook of invented names, ten columns wide."""
    path = folder / "rows.xlsx"
    names = itertools.islice(invented_names(), ROWS)
    countries = itertools.cycle(("Norway", "Pérou", "Kenya", "Japón", "FRA", "Taiwan", "Fiji"))
    header = (
        "Name",
        "E-mail",
        "Country",
        "Consent",
        "Listed",
        "Acronym",
        "Group",
        "Signed on",
        "Source",
        "Notes",
    )
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        for row, (name, country) in enumerate(zip(names, countries, strict=False), 1):
            mail = f"p{row}@example.org"
            sheet.write_row(
                row, 0, (name, mail, country, "yes", listed, "", "North", "2026-02-01", "form", row)
            )
    return path


def against_calamine(what: str, path: Path, act: Callable[[], object], wanted: float) -> None:
    """How long that takes, against the time in which calamine alone hands over the cells."""

    def calamine() -> None:
        with CalamineWorkbook.from_path(path) as workbook:
            workbook.get_sheet_by_index(0).to_python()

    rounds = [(seconds(act), seconds(calamine)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(first / second for first, second in rounds)
    print(f"{what}: {ROWS:,} rows of 10 columns")
    print(f"    ours: {ours:.2f} s, calamine's cells alone: {theirs:.2f} s")
    print(
        f"    {ratio:.2f} times as long, wanted at most {wanted:g}: {'met' if ratio <= wanted else 'NOT MET'}"
    )


SECTIONS: Mapping[str, Callable[[], None]] = {
    "duplicates": duplicates,
    "reading": reading,
    "petition": petition,
}


def main() -> None:
    """Run the sections that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    asked = parser.parse_args().sections
    unknown = set(asked) - set(SECTIONS)
    if unknown:
        parser.error(f"there is no section {', '.join(sorted(unknown))}; there are: {', '.join(SECTIONS)}")
    for section in asked or SECTIONS:
        SECTIONS[section]()


if __name__ == "__main__":
    main()
