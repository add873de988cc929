"""Files of strangers are searched in a process of its own, which may end without an answer."""

from collections.abc import Generator
from pathlib import Path

import pytest
from campaigns import hidden

from desktop_app.domain.withheld import forms_of
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.guarding import Guard
from desktop_app.services.searching_apart import search_apart
from desktop_app.support.bounded import Apart, CrashedError, OverTimeError
from desktop_app.support.long_work import result_of


@pytest.fixture
def guard() -> Guard:
    return Guard(forms_of([hidden(5, "Lantern House Harrow")], ()))


def test_it_finds_what_the_guard_finds(guard: Guard, tmp_path: Path) -> None:
    named, clean = tmp_path / "named.txt", tmp_path / "clean \udce9.txt"
    named.write_text("with Lantern House Harrow", "utf-8")
    clean.write_text("with others", "utf-8")
    paths, shown = [named, clean, tmp_path / "gone.txt"], ["named.txt", "clean \udce9.txt", "gone.txt"]
    assert result_of(search_apart(guard, paths, shown)) == result_of(guard.search(paths, shown))


@pytest.mark.parametrize(
    ("error", "why"), [(CrashedError, WhyUnread.STOPPED), (OverTimeError, WhyUnread.TOO_LONG)]
)
def test_a_reader_that_crashes_is_told_from_one_that_takes_too_long(
    guard: Guard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception], why: WhyUnread
) -> None:
    def ends(_self: Apart, _question: bytes) -> Generator[None, None, bytes]:
        yield
        raise error

    (tmp_path / "a.txt").touch()
    monkeypatch.setattr(Apart, "asking", ends)
    search = result_of(search_apart(guard, [tmp_path / "a.txt"], ["a.txt"]))
    assert [(one.file, one.why) for one in search.not_read] == [("a.txt", why)]


def test_a_file_without_end_is_not_checked_and_the_next_one_is(guard: Guard, tmp_path: Path) -> None:
    endless, next_one = tmp_path / "endless.txt", tmp_path / "next.txt"
    endless.write_text("word " * 8_000_000, "utf-8")
    next_one.write_text("with Lantern House Harrow", "utf-8")
    search = result_of(search_apart(guard, [endless, next_one], ["endless.txt", "next.txt"], seconds=0.5))
    assert [(one.file, one.why) for one in search.not_read] == [("endless.txt", WhyUnread.TOO_LONG)]
    assert [(hit.file, hit.row) for hit in search.hits] == [("next.txt", 5)]
    assert (search.files, search.names) == (2, 1)
