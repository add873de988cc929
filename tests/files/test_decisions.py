"""Decisions are kept whole or not at all, and for nobody else's eyes."""

import os
from pathlib import Path

import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.decisions import FILE, read_decisions, write_decisions


def test_what_was_decided_is_read_again(tmp_path: Path) -> None:
    assert read_decisions(tmp_path) == frozenset()
    write_decisions(tmp_path, {"b", "a"})
    write_decisions(tmp_path, {"b", "a", "c"})
    assert read_decisions(tmp_path) == {"a", "b", "c"}


def test_the_order_of_decisions_is_not_kept(tmp_path: Path) -> None:
    write_decisions(tmp_path, ["b", "a"])
    text = (tmp_path / FILE).read_text("utf-8")
    assert text.index('"a"') < text.index('"b"')


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    write_decisions(tmp_path, {"a"})
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FILE).parent.stat().st_mode & 0o777 == 0o700


def test_a_write_that_fails_leaves_the_old_ones_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_decisions(tmp_path, {"a"})

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as refused:
        write_decisions(tmp_path, {"a", "b"})
    assert refused.value.code == "disk-full"
    assert read_decisions(tmp_path) == {"a"}
    assert [path.name for path in (tmp_path / FILE).parent.iterdir()] == ["not-the-same.json"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pairs": 1}', '{"pairs": [1]}', "[" * 100_000, "\0\xff"])
def test_a_file_that_is_not_ours_is_refused_and_left(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with pytest.raises(ProblemError) as refused:
        read_decisions(tmp_path)
    assert refused.value.code == "decisions-broken"
    assert path.read_text("utf-8") == text
