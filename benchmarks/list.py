"""How long work on a long list takes, against the plain way of doing the same.

    python benchmarks/list.py [SECTION ...]

Sections: duplicates. Everything is measured in one run and in turn, so that a busy machine slows all alike;
figures are medians. The exit status is always 0: a benchmark informs, tests decide.
"""

import argparse
import difflib
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.workload import invented_names
from desktop_app.domain.country_names import country_names
from desktop_app.domain.duplicates import find_pairs
from desktop_app.domain.signatory import Disclosure, Signatory

ROUNDS = 3
NAMES = 10_000
COMPARED = 200
"""Names of which difflib compares every pair: all of them would take it half an hour."""
SHARE_OF_DIFFLIB = 1 / 500


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


SECTIONS: Mapping[str, Callable[[], None]] = {"duplicates": duplicates}


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
