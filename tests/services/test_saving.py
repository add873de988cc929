"""Steps on the list, saved: no change is lost, each can be taken back, a lock locks the copies as well."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.list_edit import ListEdit, LogEntry
from desktop_app.domain.reporting import ProblemError, RefusedError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption, safe_save
from desktop_app.files.kept_copies import backups, copies
from desktop_app.files.list_editor import list_key, new_list
from desktop_app.files.list_file import ListFile, read_list
from desktop_app.files.package_gate import is_ole
from desktop_app.services import saving
from desktop_app.services.locking import lock_list
from desktop_app.services.saving import Saving

DAY = dt.date(2024, 2, 1)
SETTINGS = 'title = "A truce in Orlavia"\nlanguages = ["en"]\n'
NOON = dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC)
LANTERN = Signatory(2, "Lantern Network", Disclosure.NAMED, country="Chad")
RIVER = Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS)
HARBOUR = Signatory(0, "Harbour Watch", Disclosure.PENDING)


class Desk:
    """A campaign's folder with a list in it, and what a coordinator does there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "signatories-private.xlsx"
        self.password = ""
        self.path.write_bytes(new_list([LANTERN, RIVER]))
        (folder / "campaign.toml").write_text(SETTINGS, "utf-8")

    def read(self) -> ListFile:
        """The list as it is now."""
        return read_list(self.path, password=self.password)

    def names(self) -> list[str]:
        """Who is on it."""
        return [row.name for row in self.read().signatories]

    def session(self) -> Saving:
        """A session of the program."""
        return Saving(self.folder, lambda: NOON)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A fresh campaign."""
    monkeypatch.setattr(encryption, "ROUNDS", 50)
    return Desk(tmp_path)


def test_a_step_is_saved_and_the_list_before_it_is_kept(desk: Desk) -> None:
    before = desk.path.read_bytes()
    saved = desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    assert desk.names() == ["Lantern Network", "Quiet River Circle", "Harbour Watch"]
    assert saved.listed.signatories == desk.read().signatories
    assert [path.read_bytes() for _, path in backups(desk.folder)] == [before]


def test_what_somebody_else_changed_meanwhile_is_kept_as_well(desk: Desk) -> None:
    mine, theirs = desk.read(), desk.read()
    desk.session().save(theirs, ListEdit(changed=(replace(LANTERN, acronym="LN"),)), "edit")
    saved = desk.session().save(mine, ListEdit(changed=(replace(LANTERN, country="Niger"),)), "edit")
    assert desk.read().signatories[0] == replace(LANTERN, acronym="LN", country="Niger")
    assert [finding.code for finding in saved.findings] == ["list-merged"]


def test_a_cell_that_both_changed_is_refused_with_its_row_and_nothing_is_written(desk: Desk) -> None:
    mine, theirs = desk.read(), desk.read()
    desk.session().save(theirs, ListEdit(changed=(replace(LANTERN, country="Tchad"),)), "edit")
    state = desk.path.read_bytes()
    edit = ListEdit(changed=(replace(LANTERN, country="Niger"),))
    with pytest.raises(RefusedError) as caught:
        desk.session().save(mine, edit, "edit")
    assert [place.row for place in caught.value.findings[0].places] == [2]
    assert desk.path.read_bytes() == state


@pytest.mark.parametrize("lock_file", ["~$signatories-private.xlsx", ".~lock.signatories-private.xlsx#"])
def test_a_list_that_is_open_elsewhere_is_not_saved_unasked(desk: Desk, lock_file: str) -> None:
    (desk.folder / lock_file).write_text("somebody", encoding="utf-8")
    with pytest.raises(ProblemError, match="list-open"):
        desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    assert "Harbour Watch" not in desk.names()
    Saving(desk.folder, anyway=True).save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    assert "Harbour Watch" in desk.names()


def test_only_the_lock_that_was_told_of_is_overruled(desk: Desk) -> None:
    session, edit = desk.session(), ListEdit(added=(HARBOUR,))
    stale, live = desk.folder / "~$signatories-private.xlsx", desk.folder / ".~lock.signatories-private.xlsx#"

    def refused() -> ProblemError:
        with pytest.raises(ProblemError, match="list-open") as caught:
            session.save(desk.read(), edit, "add")
        return caught.value

    stale.write_text("somebody", encoding="utf-8")
    first = refused()
    # Somebody opens the list in the other program after that was said.
    live.write_text("another", encoding="utf-8")
    session.overrule_lock(first)
    second = refused()
    assert (first.values["program"], second.values["program"]) == ("Excel", "LibreOffice")
    # And in the first one again, before the second is overruled.
    os.utime(stale, (1, 1))
    session.overrule_lock(second)
    assert refused().values["program"] == "Excel"
    session.overrule_lock(first)
    third = refused()
    assert "Harbour Watch" not in desk.names()
    session.overrule_lock(third)
    session.save(desk.read(), edit, "add")
    assert "Harbour Watch" in desk.names()


def test_steps_are_taken_back_one_by_one_byte_for_byte(desk: Desk) -> None:
    states = [desk.path.read_bytes()]
    for number in range(3):
        desk.session().save(desk.read(), ListEdit(added=(replace(HARBOUR, name=f"Harbour {number}"),)), "add")
        states.append(desk.path.read_bytes())
    for state in reversed(states[:-1]):
        assert desk.session().undo(desk.read())[0] == "add"
        assert desk.path.read_bytes() == state
    with pytest.raises(ProblemError, match="nothing-to-undo"):
        desk.session().undo(desk.read())


def test_a_step_is_taken_back_after_the_list_has_got_a_key(desk: Desk) -> None:
    desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    desk.session().save(desk.read(), ListEdit(added=(replace(HARBOUR, name="Orchard"),)), "import")
    desk.session().save_key(desk.read(), "0123456789abcdef")
    assert [desk.session().undo(desk.read())[0] for _ in range(2)] == ["import", "add"]
    assert desk.names() == ["Lantern Network", "Quiet River Circle"]
    # What was decided about duplicates is known by the key, and stays decided.
    assert list_key(desk.read().package, "list.xlsx") == "0123456789abcdef"


def test_two_that_save_at_once_take_two_numbers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = desk.session()
    waiting: list[Callable[[], object]] = [
        lambda: theirs.save(desk.read(), ListEdit(added=(replace(HARBOUR, name="Orchard"),)), "edit")
    ]
    replacing = safe_save.replace_file

    def late(*arguments: object, **named: object) -> None:
        if waiting:
            waiting.pop()()
        replacing(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "replace_file", late)
    desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    steps = sorted(path.name for path in (desk.folder / "private" / "journal").glob("*.xlsx"))
    assert steps == ["000001 edit.xlsx", "000002 add.xlsx"]
    assert [desk.session().undo(desk.read())[0] for _ in range(2)] == ["add", "edit"]


def test_a_save_that_fails_leaves_no_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_save, "_move", full)
    monkeypatch.setattr("desktop_app.files.kept_copies.write_private", Path.write_bytes)
    (desk.folder / "private" / "journal").mkdir(parents=True)
    (desk.folder / "private" / "backups").mkdir()
    with pytest.raises(ProblemError, match="disk-full"):
        desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    assert list((desk.folder / "private" / "journal").iterdir()) == []


def test_a_step_before_a_change_by_hand_is_not_taken_back(desk: Desk) -> None:
    desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    desk.path.write_bytes(new_list([LANTERN]))
    with pytest.raises(ProblemError, match="nothing-to-undo"):
        desk.session().undo(desk.read())
    assert desk.names() == ["Lantern Network"]


def test_undo_names_nobody_again_without_being_asked_twice(desk: Desk) -> None:
    hidden = replace(LANTERN, disclosure=Disclosure.ANONYMOUS)
    entry = LogEntry(DAY, 2, "Listed", "named", "anonymous")
    desk.session().save(desk.read(), ListEdit(changed=(hidden,), log=(entry,)), "disclosure")
    with pytest.raises(ProblemError, match="undo-names-again"):
        desk.session().undo(desk.read())
    desk.session().undo(desk.read(), naming_confirmed=True)
    assert desk.read().signatories[0].disclosure is Disclosure.NAMED


def test_the_first_secret_of_an_open_list_asks_for_a_password_once(desk: Desk) -> None:
    desk.path.write_bytes(new_list([LANTERN]))
    secret = replace(HARBOUR, disclosure=Disclosure.ANONYMOUS)
    first = desk.session().save(desk.read(), ListEdit(added=(secret,)), "add")
    second = desk.session().save(desk.read(), ListEdit(added=(replace(secret, name="Orchard"),)), "add")
    assert [[finding.code for finding in saved.findings] for saved in (first, second)] == [
        ["list-not-locked"],
        [],
    ]


def test_a_lock_locks_every_copy_and_every_later_save(desk: Desk) -> None:
    desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    lock_list(desk.session(), desk.read(), "river")
    desk.password = "river"
    desk.session().save(desk.read(), ListEdit(added=(replace(HARBOUR, name="Orchard"),)), "add")
    kept = copies(desk.folder)
    assert len(kept) >= 3
    for path in (desk.path, *kept):
        assert is_ole(path.read_bytes())
        assert read_list(path, password="river").signatories
    everything = b"".join(path.read_bytes() for path in desk.folder.rglob("*") if path.is_file())
    assert b"Lantern" not in everything
    with pytest.raises(ProblemError, match="file-encrypted"):
        read_list(desk.path)
    desk.session().undo(desk.read())
    assert desk.names()[-1] == "Harbour Watch"


def test_a_list_locked_the_old_way_is_locked_well_by_the_next_save(desk: Desk) -> None:
    weak = Path(__file__).parents[1] / "data" / "lists" / "locked-the-old-way.xlsx"
    shutil.copyfile(weak, desk.path)
    desk.password = "lantern"
    desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
    assert not encryption.is_weakly_locked(desk.path.read_bytes())
    assert desk.names() == ["Lantern Network", "Quiet River Circle", "Harbour Watch"]


def test_a_writer_that_loses_a_row_is_caught(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    state = desk.path.read_bytes()
    spoilt: list[Callable[..., bytes]] = [
        lambda *_: new_list([LANTERN]),
        lambda *_: new_list([LANTERN, RIVER]),
        lambda *_: new_list([LANTERN, replace(RIVER, disclosure=Disclosure.NAMED), HARBOUR]),
        lambda *_: new_list([RIVER, LANTERN, HARBOUR]),
        lambda *_: new_list([LANTERN, RIVER, HARBOUR, HARBOUR]),
    ]
    for writer in spoilt:
        monkeypatch.setattr("desktop_app.services.saving.edited", writer)
        with pytest.raises(ProblemError, match="save-not-verified"):
            desk.session().save(desk.read(), ListEdit(added=(HARBOUR,)), "add")
        assert desk.path.read_bytes() == state


actors = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["read", "add", "by hand"])), max_size=12)


@settings(max_examples=60)
@given(actors)
def test_whatever_two_people_do_in_whatever_order_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[int, str]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    sessions, lists = [desk.session(), desk.session()], [desk.read(), desk.read()]
    expected = set(desk.names())
    for number, (who, what) in enumerate(actions):
        name = f"Signatory {number}"
        if what == "read":
            lists[who] = desk.read()
        elif what == "add":
            edit = ListEdit(added=(replace(HARBOUR, name=name),))
            lists[who] = sessions[who].save(lists[who], edit, "add").listed
            expected.add(name)
        else:
            desk.path.write_bytes(new_list([*desk.read().signatories, replace(HARBOUR, name=name)]))
            expected.add(name)
        assert set(desk.names()) == expected
