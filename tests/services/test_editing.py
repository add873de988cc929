"""Work on the list in one session: steps in memory and in a journal, the workbook when it is time."""

import datetime as dt
import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.collecting import Choices, plan_import
from desktop_app.services.editing import Editing
from desktop_app.services.opening import open_campaign
from desktop_app.services.saving import Saving
from desktop_app.services.undoing import FileStep, UndoStack
from desktop_app.support.long_work import result_of

DAY = dt.date(2024, 2, 1)
SETTINGS = 'title = "A truce in Orlavia"\nlanguages = ["en"]\n'
LANTERN = Signatory(2, "Lantern Network", Disclosure.NAMED, country="Chad")
RIVER = Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS)
MEMBER = Signatory(4, "Lantern House", Disclosure.NAMED, member_of="Lantern Network")
HARBOUR = Signatory(0, "Harbour Watch", Disclosure.NAMED)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(encryption, "ROUNDS", 50)
    (tmp_path / "signatories-private.xlsx").write_bytes(new_list([LANTERN, RIVER, MEMBER]))
    (tmp_path / "campaign.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "letter.docx").touch()
    return tmp_path


def session(folder: Path, password: str = "", *, keeps_journal: bool = True) -> Editing:
    return Editing(open_campaign(folder, password=password), lambda: DAY, keeps_journal=keeps_journal)


def names_on_disk(folder: Path, password: str = "") -> list[str]:
    listed = read_list(folder / "signatories-private.xlsx", password=password)
    return [row.name for row in listed.signatories]


def journals(folder: Path) -> list[Path]:
    return sorted((folder / "private").glob("unsaved-*.journal"))


def die(editing: Editing) -> None:
    """The process ends: its locks go with it, its files stay."""
    journal = editing._keeper.journal
    if journal is not None:
        journal._lock.release(force=True)


def test_a_step_is_on_the_screen_at_once_and_in_the_workbook_when_it_is_saved(folder: Path) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    assert [row.name for row in editing.history.rows][-1] == "Harbour Watch"
    assert "Harbour Watch" not in names_on_disk(folder)
    editing.save()
    assert names_on_disk(folder)[-1] == "Harbour Watch"
    assert editing.history.is_saved


def test_what_was_not_saved_is_there_after_a_crash(folder: Path) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    editing.list_as([4], Disclosure.ANONYMOUS)
    die(editing)
    again = session(folder)
    assert again.recover() == 2
    assert [row.name for row in again.history.rows][-1] == "Harbour Watch"
    assert again.history.row(4).disclosure is Disclosure.ANONYMOUS
    again.save()
    assert names_on_disk(folder)[-1] == "Harbour Watch"
    assert journals(folder) == []


def test_a_second_window_leaves_the_journal_of_a_living_one_alone(folder: Path) -> None:
    first = session(folder)
    first.add([HARBOUR])
    assert session(folder).recover() == 0
    assert len(journals(folder)) == 1


def test_a_line_that_was_cut_off_takes_nothing_with_it(folder: Path) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    editing.add([replace(HARBOUR, name="Alder Group")])
    die(editing)
    (journal,) = journals(folder)
    journal.write_bytes(journal.read_bytes()[:-9])
    again = session(folder)
    assert again.recover() == 1
    assert [row.name for row in again.history.rows][-1] == "Harbour Watch"


def test_steps_are_made_again_on_a_list_that_somebody_has_sorted_since(folder: Path) -> None:
    editing = session(folder)
    editing.write([2], "country", "Mali")
    die(editing)
    (folder / "signatories-private.xlsx").write_bytes(
        new_list([replace(MEMBER, row=2), replace(RIVER, row=3), replace(LANTERN, row=4)])
    )
    again = session(folder)
    assert again.recover() == 1
    assert again.history.row(4).country == "Mali"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by their folder")
def test_nobody_else_can_read_the_journal(folder: Path) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    (journal,) = journals(folder)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_the_journal_of_a_locked_list_holds_no_name(folder: Path) -> None:
    open_list = session(folder)
    open_list.lock("correct horse battery")
    editing = session(folder, "correct horse battery")
    editing.add([HARBOUR])
    (journal,) = journals(folder)
    assert b"Harbour" not in journal.read_bytes()
    die(editing)
    assert session(folder, "correct horse battery").recover() == 1


def test_a_session_without_traces_writes_no_journal(folder: Path) -> None:
    editing = session(folder, keeps_journal=False)
    editing.add([HARBOUR])
    assert journals(folder) == []


def test_a_network_takes_its_members_along(folder: Path) -> None:
    editing = session(folder)
    editing.write([2], "name", "Lantern Alliance")
    assert editing.history.row(4).member_of == "Lantern Alliance"
    editing.undo()
    assert editing.history.row(4).member_of == "Lantern Network"


def test_nobody_is_named_under_a_withheld_name_by_typing_over_another(folder: Path) -> None:
    editing = session(folder)
    with pytest.raises(ProblemError, match="naming-like-withheld"):
        editing.write([2], "name", "Quiet River Circle")
    assert editing.history.row(2).name == "Lantern Network"


def test_an_anonymous_row_is_named_only_with_a_source_and_twice_asked(folder: Path) -> None:
    editing = session(folder)
    with pytest.raises(ProblemError, match="naming-needs-source"):
        editing.list_as([3], Disclosure.NAMED)
    editing.list_as([3], Disclosure.NAMED, source="e-mail of 3 May", confirmed=True)
    assert editing.history.row(3).disclosure is Disclosure.NAMED


def test_one_like_a_withheld_row_is_named_only_where_a_source_says_that_it_is_another(folder: Path) -> None:
    editing = session(folder)
    circle = Signatory(0, "The Quiet River Circle", Disclosure.PENDING)
    editing.add([circle, HARBOUR])
    with pytest.raises(ProblemError, match="naming-like-withheld") as refused:
        editing.list_as([5, 6], Disclosure.NAMED)
    assert refused.value.place.row == 3
    assert editing.history.row(5).disclosure is Disclosure.PENDING
    assert editing.like_withheld([5, 6], 3) == [5]
    editing.list_as([5, 6], Disclosure.NAMED, others={5: "call of 3 May"})
    assert editing.history.row(5).disclosure is Disclosure.NAMED
    assert [editing.history.row(row).source for row in (5, 6)] == ["call of 3 May", ""]


def test_a_source_for_those_who_said_no_is_none_for_one_like_them(folder: Path) -> None:
    editing = session(folder)
    editing.add([Signatory(0, "The Quiet River Circle", Disclosure.ANONYMOUS)])
    with pytest.raises(ProblemError, match="naming-like-withheld"):
        editing.list_as([5], Disclosure.NAMED, source="e-mail of 3 May", confirmed=True)
    editing.list_as([3, 5], Disclosure.NAMED, source="e-mail of 3 May", confirmed=True)
    assert {editing.history.row(row).disclosure for row in (3, 5)} == {Disclosure.NAMED}


def test_what_asks_not_to_be_printed_is_not_listed_as_named(folder: Path) -> None:
    editing = session(folder)
    editing.add([Signatory(0, "Fig House (please keep anonymous)", Disclosure.PENDING)])
    with pytest.raises(ProblemError, match="naming-refused"):
        editing.list_as([5], Disclosure.NAMED)


def test_several_rows_are_changed_in_one_step(folder: Path) -> None:
    editing = session(folder)
    editing.list_as([2, 4], Disclosure.PENDING)
    editing.undo(naming_confirmed=True)
    assert [row.disclosure for row in editing.history.rows] == ["named", "anonymous", "named"]


def test_what_somebody_else_has_saved_comes_in_under_our_steps(folder: Path) -> None:
    editing = session(folder)
    editing.write([2], "country", "Mali")
    other = session(folder)
    other.add([HARBOUR])
    other.save()
    editing.refresh()
    assert [row.name for row in editing.history.rows][-1] == "Harbour Watch"
    assert editing.history.row(2).country == "Mali"
    assert names_on_disk(folder)[-1] == "Harbour Watch"


def with_own_column(folder: Path, row: int, text: str) -> None:
    """Somebody writes into a column that is none of ours."""
    path = folder / "signatories-private.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    column = next((c.column for c in sheet[1] if c.value == "Called"), sheet.max_column + 1)
    sheet.cell(1, column, "Called")
    sheet.cell(row, column, text)
    book.save(path)


def test_a_merge_is_a_step_like_others_and_taken_back_nothing_has_happened(folder: Path) -> None:
    with_own_column(folder, 4, "on 3 May")
    editing = session(folder)
    rows, data = editing.history.rows, editing.campaign.listed.path.read_bytes()
    editing.unite(2, 3)
    editing.undo(naming_confirmed=True)
    assert editing.history.rows == rows
    assert editing.undone() == ()
    editing.save()
    assert editing.campaign.listed.path.read_bytes() == data


def test_what_stood_in_other_columns_of_a_merged_row_goes_to_the_notes(folder: Path) -> None:
    with_own_column(folder, 3, "on 3 May")
    editing = session(folder)
    editing.unite(2, 3)
    editing.save()
    assert editing.history.row(2).notes == "Called: on 3 May"
    assert names_on_disk(folder) == ["Lantern Network", "Lantern House"]


def test_a_row_that_somebody_writes_beside_is_not_emptied_by_a_merge(folder: Path) -> None:
    editing = session(folder)
    editing.unite(2, 3)
    with_own_column(folder, 3, "on 3 May")
    with pytest.raises(ProblemError, match="list-torn"):
        editing.save()
    assert names_on_disk(folder) == ["Lantern Network", "Quiet River Circle", "Lantern House"]


def test_a_merge_that_was_saved_is_taken_back_and_it_is_said_where_the_row_comes(folder: Path) -> None:
    editing = session(folder)
    editing.unite(2, 3)
    editing.save()
    editing.undo(naming_confirmed=True)
    (finding,) = editing.undone()
    assert finding.code == "row-back-below"
    assert [place.row for place in finding.places] == [3]
    editing.save()
    assert names_on_disk(folder)[-1] == "Quiet River Circle"


def test_what_others_have_saved_is_not_taken_back_with_a_merge(folder: Path) -> None:
    editing = session(folder)
    other = session(folder, keeps_journal=False)
    other.add([HARBOUR])
    other.save()
    editing.unite(2, 3)
    editing.save()
    with suppress(ProblemError):
        editing.undo(naming_confirmed=True)
    editing.save()
    assert "Harbour Watch" in names_on_disk(folder)


def test_what_others_have_saved_is_not_taken_back_with_an_import(folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    editing = session(folder)
    names.write_text("Birch Weavers\n", "utf-8")
    editing.apply(result_of(plan_import(editing.campaign.listed, names, Choices(), DAY)))
    names.write_text("Alder Reading Room\n", "utf-8")
    imported = result_of(plan_import(editing.campaign.listed, names, Choices(), DAY))
    other = session(folder, keeps_journal=False)
    other.add([HARBOUR])
    other.save()
    findings = editing.apply(imported)
    assert "list-merged" in {finding.code for finding in findings}
    assert {"Alder Reading Room", "Harbour Watch"} <= set(names_on_disk(folder))
    with suppress(ProblemError):
        editing.undo()
    editing.save()
    assert "Harbour Watch" in names_on_disk(folder)


def test_an_import_can_be_taken_back(folder: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Alder Reading Room\n", "utf-8")
    editing = session(folder)
    editing.apply(result_of(plan_import(editing.campaign.listed, names, Choices(), DAY)))
    editing.undo()
    editing.save()
    assert names_on_disk(folder) == ["Lantern Network", "Quiet River Circle", "Lantern House"]


def test_a_session_that_dies_while_steps_go_on_behind_a_save_loses_none(folder: Path) -> None:
    for written in (False, True):
        editing = session(folder)
        editing.add([replace(HARBOUR, name=f"Harbour Watch {written}")])
        pending = editing.begin_save()
        assert pending is not None
        editing.add([replace(HARBOUR, name=f"Harbour House {written}")])
        if written:
            pending.write()
        for volume in (*editing._keeper._handed, *editing._keeper._volumes):
            if volume.journal is not None:
                volume.journal._lock.release(force=True)
        again = session(folder)
        again.recover()
        wanted = {f"Harbour Watch {written}", f"Harbour House {written}"}
        assert wanted <= {row.name for row in again.history.rows}
        again.save()
        again.close()
        assert journals(folder) == []


def test_a_save_behind_that_fails_leaves_its_steps_in_the_journal(
    folder: Path,
) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    pending = editing.begin_save()
    assert pending is not None
    editing.write([2], "country", "Mali")
    (folder / "campaign.toml").write_text(f'{SETTINGS}state = "closed"\n', "utf-8")
    with pytest.raises(ProblemError, match="campaign-closed"):
        editing.end_save()
    assert editing.is_kept
    assert len(journals(folder)) == 2
    (folder / "campaign.toml").write_text(SETTINGS, "utf-8")
    editing.save()
    assert journals(folder) == []
    assert names_on_disk(folder)[-1] == "Harbour Watch"


def test_a_save_that_fails_leaves_everything_where_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = session(folder)
    editing.add([HARBOUR])

    def full(*_args: object, **_more: object) -> None:
        raise ProblemError("disk-full")

    with monkeypatch.context() as world:
        world.setattr(Saving, "save", full)
        with pytest.raises(ProblemError, match="disk-full"):
            editing.save()
    assert not editing.history.is_saved
    assert len(journals(folder)) == 1
    editing.save()
    assert names_on_disk(folder)[-1] == "Harbour Watch"


def test_the_list_and_files_beside_it_are_taken_back_in_their_order(folder: Path) -> None:
    editing = session(folder)
    stack = UndoStack(editing)
    settings = folder / "campaign.toml"
    editing.add([HARBOUR])
    stack.noted()
    before, after = settings.read_bytes(), settings.read_bytes() + b'place = "Geneva"\n'
    settings.write_bytes(after)
    stack.noted(FileStep("settings", settings, before, after))
    told = stack.undoable()
    assert told is not None
    assert told.what == "settings"
    stack.undo()
    assert settings.read_bytes() == before
    assert len(editing.history.rows) == 4
    stack.undo()
    assert len(editing.history.rows) == 3
    stack.redo()
    stack.redo()
    assert settings.read_bytes() == after


def test_another_ones_change_of_a_file_is_not_taken_back(folder: Path) -> None:
    editing = session(folder)
    stack = UndoStack(editing)
    settings = folder / "campaign.toml"
    stack.noted(FileStep("settings", settings, b"", settings.read_bytes() + b"x"))
    with pytest.raises(ProblemError, match="changed-since"):
        stack.undo()


def test_a_full_disk_leaves_the_step_and_says_that_no_journal_keeps_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = session(folder)

    def full(*_args: object) -> None:
        raise OSError

    monkeypatch.setattr("desktop_app.files.list_journal.os.write", full)
    editing.add([HARBOUR])
    assert [row.name for row in editing.history.rows][-1] == "Harbour Watch"
    assert not editing.is_kept
    monkeypatch.undo()
    editing.save()
    assert editing.is_kept


def test_a_damaged_journal_is_put_aside_and_stops_nothing(folder: Path) -> None:
    editing = session(folder)
    editing.add([HARBOUR])
    die(editing)
    (journal,) = journals(folder)
    journal.write_bytes(b'{"what": "nothing of ours"}\n')
    assert session(folder).recover() == 0
    assert journals(folder) == []
    assert list((folder / "private").glob("*.not-recovered"))


def test_a_step_on_a_row_that_both_changed_is_kept_aside_and_counted(folder: Path) -> None:
    editing = session(folder)
    editing.write([2], "country", "Mali")
    die(editing)
    other = session(folder, keeps_journal=False)
    other.write([2], "country", "Norway")
    other.save()
    again = session(folder)
    assert again.recover() == 0
    assert again.not_recovered == 1
    assert again.history.row(2).country == "Norway"
    assert list((folder / "private").glob("*.not-recovered"))


def test_rows_are_merged_that_were_meant_although_a_save_moved_them(folder: Path) -> None:
    editing = session(folder)
    editing.add([replace(HARBOUR, name="Harbour Watch Group"), HARBOUR, replace(HARBOUR, name="Alder")])
    editing.unite(5, 6)
    names = [row.name for row in editing.history.rows]
    assert "Harbour Watch" not in names
    assert "Alder" in names
