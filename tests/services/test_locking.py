"""A list gets a password: no copy stays open in silence, and what went wrong is finished by the next try."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption, safe_save
from desktop_app.files.encryption import encrypt
from desktop_app.files.kept_copies import copies, keep_export, without_password
from desktop_app.files.list_editor import new_list
from desktop_app.files.list_file import ListFile, read_list
from desktop_app.files.package_gate import is_ole
from desktop_app.services.locking import copies_left_open, lock_list
from desktop_app.services.saving import Saving

SETTINGS = 'title = "A truce in Orlavia"\nlanguages = ["en"]\n'
NOON = dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC)
LANTERN = Signatory(2, "Lantern Network", Disclosure.NAMED)
RIVER = Signatory(3, "Quiet River Circle", Disclosure.ANONYMOUS)
HARBOUR = Signatory(0, "Harbour Watch", Disclosure.PENDING)
LONG = "river under four bridges"


class Safe:
    """A campaign's folder, its list, and the password that it has at the moment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.password = ""
        (folder / "signatories-private.xlsx").write_bytes(new_list([LANTERN, RIVER]))
        (folder / "campaign.toml").write_text(SETTINGS, "utf-8")
        for name in ("Harbour Watch", "Orchard"):
            self.saving().save(self.read(), ListEdit(added=(replace(HARBOUR, name=name),)), "add")
        keep_export(folder, "2024-02-01 security-council", self.read().data, NOON)

    def saving(self) -> Saving:
        """A session of the program."""
        return Saving(self.folder, lambda: NOON)

    def read(self) -> ListFile:
        """The list as it is now."""
        return read_list(self.folder / "signatories-private.xlsx", password=self.password)

    def lock(self, password: str = LONG) -> tuple[Finding, ...]:
        """Set a password."""
        listed = self.read()
        self.password = password
        return lock_list(self.saving(), listed, password).findings

    def undo(self) -> str:
        """Take the last step back."""
        return self.saving().undo(self.read())[0]

    def state(self) -> dict[Path, bytes]:
        """Every file and what it holds, but the lock that is nobody's."""
        files = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".lock")
        return {path: path.read_bytes() for path in files}


@pytest.fixture
def safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Safe:
    """A list after two steps and an export."""
    monkeypatch.setattr(encryption, "ROUNDS", 50)
    return Safe(tmp_path)


def told(findings: tuple[Finding, ...]) -> dict[str, list[str]]:
    """Each code with the files it is about."""
    return {finding.code: [place.file for place in finding.places] for finding in findings}


def test_the_list_and_every_copy_are_locked(safe: Safe) -> None:
    assert safe.lock() == ()
    assert len(copies(safe.folder)) >= 4
    assert without_password(safe.folder) == []
    assert not [path for path, data in safe.state().items() if b"PK\x03\x04" in data[:4]]


def test_steps_are_taken_back_under_one_password_after_the_other(safe: Safe) -> None:
    safe.lock()
    assert safe.undo() == "add"
    safe.lock("another river under bridges")
    assert safe.undo() == "add"
    assert [row.name for row in safe.read().signatories] == ["Lantern Network", "Quiet River Circle"]
    assert safe.read().is_locked


@pytest.mark.parametrize("data", [b"to do: call Ana", b"", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_list_is_left_alone_and_named(safe: Safe, data: bytes) -> None:
    note = safe.folder / "private" / "journal" / "notes.xlsx"
    note.write_bytes(data)
    assert told(safe.lock()) == {"copy-is-no-list": ["private/journal/notes.xlsx"]}
    assert note.read_bytes() == data
    assert without_password(safe.folder) == [note]
    assert copies_left_open(safe.folder) == ()
    assert safe.undo() == "add"


def test_a_copy_with_an_older_password_keeps_it_and_is_named(safe: Safe) -> None:
    old = copies(safe.folder)[0]
    old.write_bytes(encrypt(old.read_bytes(), "orchard", "list"))
    before = old.read_bytes()
    assert told(safe.lock()) == {"copy-other-password": [old.relative_to(safe.folder).as_posix()]}
    assert old.read_bytes() == before


def test_a_copy_that_cannot_be_written_leaves_all_as_it_was(
    safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = safe.state()
    flushed: list[int] = []

    def full(handle: int) -> None:
        flushed.append(handle)
        if len(flushed) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_save, "_to_the_disk", full)
    with pytest.raises(ProblemError, match="disk-full") as caught:
        safe.lock()
    assert "private" in caught.value.place.file
    assert safe.state() == before


def test_a_list_that_is_open_elsewhere_leaves_every_copy_as_it_was(safe: Safe) -> None:
    (safe.folder / "~$signatories-private.xlsx").write_text("somebody", encoding="utf-8")
    before = {path: path.read_bytes() for path in copies(safe.folder)}
    with pytest.raises(ProblemError, match="list-open"):
        safe.lock()
    assert {path: path.read_bytes() for path in copies(safe.folder)} == before


def test_a_copy_that_is_left_open_is_said_each_time_and_locked_by_the_next_try(
    safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = copies(safe.folder)[1]
    moving = safe_save._move

    def stuck(temporary: Path, target: Path) -> None:
        if target == held:
            raise PermissionError(13, "held by somebody")
        moving(temporary, target)

    monkeypatch.setattr(safe_save, "_move", stuck)
    where = held.relative_to(safe.folder).as_posix()
    with pytest.raises(ProblemError, match="copies-left-open") as caught:
        safe.lock()
    assert caught.value.place.file == where
    assert is_ole(safe.read().data)
    assert told(copies_left_open(safe.folder)) == {"copies-not-locked": [where]}
    monkeypatch.setattr(safe_save, "_move", moving)
    assert safe.lock() == ()
    assert without_password(safe.folder) == []
    assert [safe.undo(), safe.undo()] == ["add", "add"]


def test_a_step_that_was_left_open_is_taken_back_and_the_list_stays_locked(safe: Safe) -> None:
    step = safe.folder / "private" / "journal" / "000002 add.xlsx"
    plain = step.read_bytes()
    safe.lock()
    step.write_bytes(plain)
    assert safe.undo() == "add"
    assert safe.read().is_locked


def test_a_step_with_an_older_password_says_where_it_lies(safe: Safe) -> None:
    step = safe.folder / "private" / "journal" / "000002 add.xlsx"
    step.write_bytes(encrypt(step.read_bytes(), "orchard", "list"))
    safe.lock()
    with pytest.raises(ProblemError, match="undo-other-password") as caught:
        safe.undo()
    assert caught.value.place.file == "private/journal/000002 add.xlsx"


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u3000"])
def test_blanks_are_no_password(safe: Safe, blank: str) -> None:
    before = safe.state()
    with pytest.raises(ProblemError, match="password-empty"):
        safe.lock(blank)
    assert safe.state() == before


@pytest.mark.parametrize(("password", "short"), [("a", True), ("a" * 11, True), ("a" * 12, False)])
def test_only_the_length_of_a_password_is_judged(safe: Safe, password: str, *, short: bool) -> None:
    assert ("password-short" in told(safe.lock(password))) is short
