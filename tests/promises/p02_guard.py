"""P1b and P2: the name check finds a name wherever it hides, and none where there is none."""

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from campaigns import Bench, hidden, recipient
from domain.lists import named
from promises.finished import NAMES, ROW, Finished, all_plants, finished_files, guard_for, searched
from promises.kept import Outcome, Promise, of_sizes
from promises.planting import Plant

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import LeakError
from desktop_app.files import text_of_pdf_pages

_NAME, _HARMLESS = NAMES["Latin"]
_PLACES = "Amber Brook Cedar Delta Ember Fjord Grove Haven Isle Jetty Knoll Lagoon Mesa Nook Orchard".split()
_CAUSES = "Women Youth Labour Press Legal Health Refugee Farmer Student Teacher Peace Rights".split()
_BODIES = "Network Union Forum Centre Trust Alliance Council Society League Circle".split()
_LOOK_ALIKES = str.maketrans("aeopcxyiAEOPCXT", "аеорсхуіАЕОРСХТ")


@contextmanager
def _in_this_process() -> Iterator[None]:
    """A stranger's PDF is read in a process of its own, which would take most of the time."""
    with mock.patch.object(text_of_pdf_pages, "run_bounded", lambda work, data, **_: work(data)):
        yield


def _is_found(finished: Finished, plant: Plant, name: str, written: str, folder: Path) -> tuple[bool, bool]:
    """Whether the check stops an export with this file, and whether that is since it could not read it."""
    path = finished.planted(plant, written, folder)
    search = searched(guard_for(name), path)
    path.unlink()
    found = any(hit.row == ROW for hit in search.certain)
    return found or bool(search.unread), bool(search.unread) and not found


def _check_places(places: int, folder: Path) -> Outcome:
    plants = all_plants()
    chosen = plants if places >= len(plants) else random.Random(places).sample(plants, places)  # noqa: S311
    faults: list[str] = []
    found = unread = 0
    with _in_this_process():
        finished = finished_files(folder)
        for plant in chosen:
            stopped, only_unread = _is_found(finished, plant, _NAME, _NAME, folder)
            found += stopped
            unread += only_unread
            if not stopped:
                faults.append(f"{plant.kind}: {plant.place}: not found")
            path = finished.planted(plant, _HARMLESS, folder)
            if searched(guard_for(_NAME), path).hits:
                faults.append(f"{plant.kind}: {plant.place}: found where it is not")
            path.unlink()
    kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(plant.kind for plant in chosen).most_common())
    files = 60 if places >= len(plants) else 10
    alarms = _false_alarms(files, folder)
    faults += alarms
    figure = (
        f"{found} of {len(chosen)} places found ({kinds}; "
        f"{unread} of them as not readable), no name in {len(chosen)} twins, "
        f"{len(alarms)} false alarms in {files} letters of 378 named and 84 withheld names of the same words"
    )
    return Outcome(figure, tuple(faults))


def _false_alarms(files: int, folder: Path) -> list[str]:
    """Letters whose printed and withheld names are made of the same words."""
    reference = bootstrap().reference
    faults = []
    for number in range(files // 10):
        dice = random.Random(number)  # noqa: S311 - the same dice each time
        every = [f"{a} {b} {c}" for a in _PLACES for b in _CAUSES for c in _BODIES]
        names = dice.sample(every, 378 + 84)
        rows = [named(at, name) for at, name in enumerate(names[:378], start=2)]
        rows += [hidden(at, name) for at, name in enumerate(names[378:], start=400)]
        place = folder / f"alarms {number}"
        place.mkdir()
        to = [recipient(state) for state in "NOR FRA JPN EGY TCD BRA FJI KEN PER IND".split()]
        try:
            Bench(place, reference, signatories=rows, recipients=to).export()
        except LeakError:
            faults.append(f"list {number}: a false alarm stopped the export")
    return faults


_SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "letter and accent apart": lambda name: unicodedata.normalize("NFD", name),
    "with unseen signs": lambda name: f"{name[:3]}\u200b{name[3:]}",
    "before an apostrophe": lambda name: f"{name}’s",
    "behind an apostrophe": lambda name: f"dell’{name}",
    "in letters of another script": lambda name: name.translate(_LOOK_ALIKES),
    "in wide letters": lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
}


def _check_draws(draws: int, folder: Path) -> Outcome:
    plants = all_plants()
    dice = random.Random(draws)  # noqa: S311 - the same dice each time
    faults: list[str] = []
    with _in_this_process():
        finished = finished_files(folder)
        for _ in range(draws):
            plant = dice.choice(plants)
            script = "Latin" if plant.is_latin else dice.choice(list(NAMES))
            spelling = "as it is" if plant.is_latin else dice.choice(list(_SPELLINGS))
            name = NAMES[script][0]
            if not _is_found(finished, plant, name, _SPELLINGS[spelling](name), folder)[0]:
                faults.append(f"{plant.kind}: {plant.place}: {script}, {spelling}: not found")
    figure = (
        f"{draws - len(faults):,} of {draws:,} found, each in one of {len(plants)} places, "
        f"in one of {len(NAMES)} scripts, in one of {len(_SPELLINGS)} spellings"
    )
    return Outcome(figure, tuple(faults))


DRAWS = Promise(
    number="P1b",
    says="The name check is alive: a name that dice put into a finished file is found.",
    cases=of_sizes(60, 300, 1_000),
    check=_check_draws,
)
PROMISE = Promise(
    number="P2",
    says="The name check finds a name in every place that we know, and none where there is none.",
    cases=of_sizes(80, 1_000, 1_000),
    check=_check_places,
)
