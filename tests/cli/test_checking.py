"""``check`` says before an export what the export would be refused for."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from cli.terminal import Run
from cli.test_terminal import edit, letter, withheld_name
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image


def table(path: Path, *rows: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)


ADDRESSED = 'recipients = {to = "security-council", on = 2024-02-01, as = "each"}'
ON_NO_DAY = 'recipients = {to = "security-council"}'
HEADINGS = ("Name", "Organisation", "Address", "Country", "Paragraph")


@pytest.mark.parametrize("column", [0, 1, 2, 4])
def test_a_withheld_name_in_a_list_of_recipients_is_found_before_the_export(
    run: Run, sample: Path, column: int
) -> None:
    cells = ["Minister Ada Brask", "Ministry of Trade", "1 Quay Street", "Norway", ""]
    cells[column] = f"c/o {withheld_name(sample)}"
    table(sample / "ministers.xlsx", HEADINGS, tuple(cells))
    edit(sample, ADDRESSED, 'recipients = {to = "ministers.xlsx"}')
    checked, exported = run("check", sample, "--json"), run("export", sample, "--json")
    (found,) = [one for one in checked.json["findings"] if one["code"] == "withheld-name"]
    assert [found] == exported.json["findings"]
    assert (checked.status, exported.status) == (1, 3)
    assert withheld_name(sample) not in checked.out
    (place,) = found["places"]
    assert (place["part"], place["paragraph"]) == ("ministers.xlsx", 2)
    said = run("check", sample).out
    assert f"ministers.xlsx, row 2, the name of row {place['row']} of the signatories" in said
    assert "Take it out there." in said


@pytest.mark.parametrize("recipients", [ADDRESSED, "", ON_NO_DAY], ids=["chosen", "nobody", "no day"])
def test_a_withheld_name_in_a_correction_is_found_before_the_export(
    run: Run, sample: Path, recipients: str
) -> None:
    if recipients == ON_NO_DAY:
        edit(sample, "date = 2024-02-01\n", "")
    edit(sample, ADDRESSED, recipients)
    table(
        sample / "recipients.xlsx", ("State", "Paragraph"), ("France", f"As {withheld_name(sample)} told you")
    )
    checked = run("check", sample, "--json")
    (found,) = [one for one in checked.json["findings"] if one["code"] == "withheld-name"]
    assert found["places"][0]["file"] == "recipients"


def test_recipients_without_a_withheld_name_are_none(run: Run, sample: Path) -> None:
    table(sample / "recipients.xlsx", ("State", "Name"), ("France", "Ada Brask"))
    assert run("check", sample).status == 0


def test_a_version_that_is_not_there_is_named_with_how_many_would_get_it(run: Run, sample: Path) -> None:
    (sample / "letter.fr.docx").unlink()
    said = run("check", sample).out
    assert "There is no version of the letter in French, though the campaign names the language." in said
    assert (
        "Recipients who would get the letter in French, and get another version as there is none: 3." in said
    )
    refused = run("export", sample, "--language", "fr").err
    assert "There is no version of the letter in French; recipients who are to get it: 15." in refused
    assert "or ask for one that is there: English, Spanish." in refused


def test_status_check_and_export_count_the_same_things(run: Run, sample: Path) -> None:
    letter(sample, "{{ recipient.address }}", *["To [whom], from [somebody]"] * 7, "{{ signatories }}")
    counted = "1 to settle, 0 to look at, 2 good to know. What is to be settled stands in 7 places."
    edit(sample, 'languages = ["en", "fr", "es"]', 'languages = ["en"]')
    assert run("status", sample).out.splitlines()[-1] == counted
    assert run("check", sample).out.splitlines()[-1] == counted
    assert "Things to settle first: 1; places where they stand: 7." in run("export", sample).err


def picture(made: DocxDocument, description: str) -> None:
    dot = io.BytesIO()
    Image.new("RGB", (2, 2)).save(dot, "PNG")
    made.add_paragraph().add_run().add_picture(dot)
    made.inline_shapes[-1]._inline.docPr.set("descr", description)


def linked(made: DocxDocument, name: str) -> None:
    target = "https://example.org/" + name.replace(" ", "-")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), made.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph = made.add_paragraph()
    paragraph._p.append(link)  # type: ignore[arg-type]
    link.append(paragraph.add_run("their page")._r)


def in_table(made: DocxDocument, name: str) -> None:
    made.add_table(1, 1).cell(0, 0).text = f"Met with {name}"


def over_two(made: DocxDocument, name: str) -> None:
    first, _, rest = name.partition(" ")
    made.add_paragraph(f"We thank {first}")
    made.add_paragraph(f"{rest} for its work.")


@pytest.mark.parametrize("write", [picture, linked, in_table, over_two])
def test_a_name_anywhere_in_a_draft_is_one_place_of_the_draft(
    run: Run, sample: Path, write: Callable[[DocxDocument, str], None]
) -> None:
    made = docx.Document()
    made.add_paragraph("{{ recipient.address }}")
    write(made, withheld_name(sample))
    made.add_paragraph("{{ signatories }}")
    made.save(str(sample / "letter.docx"))
    edit(sample, 'languages = ["en", "fr", "es"]', 'languages = ["en"]')
    exported = run("export", sample, "--json")
    (found,) = exported.json["findings"]
    (place,) = found["places"]
    assert (exported.status, found["code"]) == (3, "withheld-name")
    assert (place["file"], place["paragraph"]) == ("letter.docx", 2)
    assert found in run("check", sample, "--json").json["findings"]
