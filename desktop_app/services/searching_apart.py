"""The guard's search of files that strangers made, in a process of its own.

Some file will make it stall or fill the memory: then that process ends, and the file is told as not checked.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.reporting import Step
from desktop_app.domain.withheld import Form
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.guarding import Guard
from desktop_app.services.search_results import Search, Unread, joined
from desktop_app.support.bounded import Apart, CrashedError, OverTimeError
from desktop_app.support.long_work import result_of, with_step
from desktop_app.support.plain_values import NotOfTypeError, read_as, written

SECONDS = 2.5
"""For each file; with what the program itself needs, it is under five."""
_MEMORY = 560 << 20


@dataclass(frozen=True, slots=True)
class _Sought:
    forms: tuple[Form, ...]
    printed: tuple[str, ...]
    pictures: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    path: str
    shown: str


def search_apart(
    guard: Guard, paths: Sequence[Path], shown: Sequence[str], seconds: float = SECONDS
) -> Generator[Step, None, Search]:
    """What ``guard.search`` does, each file bounded in time and memory."""
    sought = written(_Sought(tuple(guard.forms), tuple(guard.printed), guard.pictures))
    search = Search(0, guard.names, forms=len(guard.forms))
    with closing(Apart(_searcher, sought, seconds=seconds, memory=_MEMORY)) as apart:
        for number, (path, name) in enumerate(zip(paths, shown, strict=True)):
            waiting = Step("guard", number, len(paths), name)
            found = yield from with_step(_of_file(apart, _Asked(str(path), name)), waiting)
            search = joined(search, replace(found, names=guard.names, forms=len(guard.forms)))
            yield Step("guard", number + 1, len(paths), name)
    return search


def _of_file(apart: Apart, asked: _Asked) -> Generator[None, None, Search]:
    try:
        return read_as(Search, (yield from apart.asking(written(asked))))
    except OverTimeError:
        return _unread(asked, WhyUnread.TOO_LONG)
    except (CrashedError, NotOfTypeError):
        return _unread(asked, WhyUnread.STOPPED)


def _unread(asked: _Asked, why: WhyUnread) -> Search:
    return Search(1, 0, not_read=(Unread(asked.shown, "", why),))


def _searcher(sought: bytes) -> Callable[[bytes], bytes]:  # pragma: no cover - runs in another process
    it = read_as(_Sought, sought)
    guard = Guard(it.forms, it.printed, pictures=it.pictures)

    def search(question: bytes) -> bytes:
        asked = read_as(_Asked, question)
        try:
            return written(result_of(guard.search([Path(asked.path)], [asked.shown])))
        except MemoryError:
            return written(_unread(asked, WhyUnread.TOO_LONG))

    return search
