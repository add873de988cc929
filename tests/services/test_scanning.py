"""Folders are searched to their bottom, and not beyond."""

from pathlib import Path

from campaigns import hidden

from desktop_app.domain.withheld import forms_of
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.guarding import Guard
from desktop_app.services.scanning import files_below
from desktop_app.support.long_work import result_of


def test_a_folder_is_searched_however_deep_it_is(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep /= "d"
        deep.mkdir()
    (deep / "a.txt").touch()
    assert [file.name for file in files_below(tmp_path)] == ["a.txt"]


def test_a_link_that_leads_back_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "beside.txt").write_text("Lantern House Harrow", "utf-8")
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text("others", "utf-8")
    (folder / "up").symlink_to("..")
    files = list(files_below(folder))
    assert [file.name for file in files] == ["a.txt", "up"]
    guard = Guard(forms_of([hidden(5, "Lantern House Harrow")], ()))
    search = result_of(guard.search(files, [file.name for file in files]))
    assert search.hits == ()
    assert [(one.file, one.why) for one in search.not_read] == [("up", WhyUnread.LEADS_BACK)]
