"""A link that leads nowhere is no missing file: what it said is not known."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import agreed_versions, decisions, open_questions, settled_places
from desktop_app.files.agreed_versions import read_agreed
from desktop_app.files.decisions import read_decisions
from desktop_app.files.form_memory import read_answers
from desktop_app.files.frozen_texts import frozen_texts
from desktop_app.files.open_questions import read_questions
from desktop_app.files.settled_places import read_settled

READERS: list[tuple[Callable[[Path], object], str, str]] = [
    (read_questions, open_questions.FILE, "questions-broken"),
    (read_settled, settled_places.FILE, "settled-broken"),
    (read_decisions, decisions.FILE, "decisions-broken"),
    (read_agreed, agreed_versions.FILE, "versions-broken"),
    (frozen_texts, "private/texts", "frozen-text-broken"),
    (read_answers, "private/forms/answers.json", "form-memory-broken"),
]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")


@pytest.mark.parametrize(("read", "file", "code"), READERS)
@pytest.mark.parametrize("to", ["nowhere", "itself"])
@pytest.mark.parametrize("of_folder", [False, True])
def test_a_link_that_leads_nowhere_is_refused(
    tmp_path: Path, read: Callable[[Path], object], file: str, code: str, to: str, *, of_folder: bool
) -> None:
    link = tmp_path / "private" if of_folder else tmp_path / file
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(link.name if to == "itself" else "gone")
    with pytest.raises(ProblemError, match=code):
        read(tmp_path)


@pytest.mark.parametrize(("read", "file", "code"), READERS)
def test_where_nothing_is_kept_nothing_is_known(
    tmp_path: Path, read: Callable[[Path], object], file: str, code: str
) -> None:
    assert not read(tmp_path) or code == "form-memory-broken"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "private").symlink_to("elsewhere")
    assert read(tmp_path) == read(tmp_path / "elsewhere")
    assert not (tmp_path / file).exists()
