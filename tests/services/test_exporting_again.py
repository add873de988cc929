"""A second export says how it differs from the first, and is what the terminal would write."""

from collections.abc import Generator
from pathlib import Path

import pytest
from docx import Document
from template_files import TEMPLATES

from desktop_app.domain.reporting import ProblemError, Step
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for
from desktop_app.services.editing import Editing
from desktop_app.services.exporting import Export
from desktop_app.services.exporting_again import Handed, export_on_disk, since_last_export
from desktop_app.services.naming import letter_names, next_folder
from desktop_app.services.opening import make_campaign, open_campaign
from desktop_app.support.long_work import result_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "campaign"
    make_campaign(TEMPLATES, made, sample=True)
    settings = made / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace("sample = true", ""), "utf-8")
    return made


def run(job: Generator[Step, None, Handed]) -> Export:
    return result_of(job).export


def test_files_are_called_as_was_said_before(folder: Path, reference: Reference) -> None:
    opened = open_campaign(folder)
    chosen = choose_for(folder, opened.campaign, opened.campaign.request, reference)
    names, target = letter_names(opened, chosen, reference), next_folder(opened, chosen)
    done = run(export_on_disk(folder, reference))
    assert tuple(file.path.name for file in done.files) == names
    assert done.folder == target
    assert next_folder(opened, chosen).name == f"{target.name} 2"


def test_nothing_was_handed_over_yet(folder: Path) -> None:
    assert since_last_export(open_campaign(folder)) is None


def test_what_changed_since_the_last_export(folder: Path, reference: Reference) -> None:
    run(export_on_disk(folder, reference))
    same = since_last_export(open_campaign(folder))
    assert same is not None
    assert same.changes is not None
    assert (same.changes.added, same.changes.hidden, same.text_changed) == ((), (), False)

    editing = Editing(open_campaign(folder), keeps_journal=False)
    first = next(row for row in editing.history.rows if row.disclosure is Disclosure.NAMED)
    editing.list_as([first.row], Disclosure.ANONYMOUS)
    editing.add([Signatory(0, "Alder Reading Room", Disclosure.NAMED)])
    editing.save()
    letter = Document(str(folder / "letter.docx"))
    letter.paragraphs[5].add_run(" And so on.")
    letter.save(str(folder / "letter.docx"))
    since = since_last_export(open_campaign(folder))
    assert since is not None
    assert since.changes is not None
    assert (since.changes.added, since.changes.hidden) == (("Alder Reading Room",), (first.row,))
    assert since.text_changed


def test_an_export_of_an_older_version_says_nothing_of_the_text(folder: Path, reference: Reference) -> None:
    run(export_on_disk(folder, reference))
    for note in (folder / "private" / "exports").glob("*.json"):
        note.write_text("[]", "utf-8")
    since = since_last_export(open_campaign(folder))
    assert since is not None
    assert since.text_changed is None


def test_a_letter_that_is_gone_is_said(folder: Path, reference: Reference) -> None:
    (folder / "letter.docx").unlink()
    with pytest.raises(ProblemError, match="letter-missing"):
        run(export_on_disk(folder, reference))
