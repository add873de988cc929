"""The signatory sheet as coordinators keep it: any order, three languages, and nothing dropped in silence."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from files.workbooks import workbook, workbook_of_xml

from desktop_app.domain.reporting import ProblemError, Severity
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.list_file import read_list
from desktop_app.files.sheet_words import Column, disclosure_of
from desktop_app.files.signatories_xlsx import SignatorySheet


def sheet(folder: Path, *rows: Sequence[object]) -> SignatorySheet:
    return read_list(workbook(folder / "signatories.xlsx", rows)).sheet


def found(read: SignatorySheet) -> dict[str, list[int | None]]:
    return {finding.code: [place.row for place in finding.places] for finding in read.findings}


def test_every_column_arrives(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        [column.value for column in Column],
        [
            *("Lantern Network", "LN", "Norway", "Organisation", "Co-chair", "Regional", "Harbour Alliance"),
            *("with members", "named", "Lantern", "Old Lantern; The Lamp\nLampe", "M. Example"),
            *("lantern@example.org", "2024-02-01", "2", "M. Example", "form", "called back"),
        ],
    )
    assert read.signatories == (
        Signatory(
            row=2,
            name="Lantern Network",
            disclosure=Disclosure.NAMED,
            acronym="LN",
            country="Norway",
            kind=Kind.ORGANISATION,
            title="Co-chair",
            group="Regional",
            member_of="Harbour Alliance",
            counts=Way.WITH_MEMBERS,
            listed_as="Lantern",
            also_known_as=("Old Lantern", "The Lamp", "Lampe"),
            contact="M. Example",
            email="lantern@example.org",
            signed_on="2024-02-01",
            text_version="2",
            confirmed_by="M. Example",
            source="form",
            notes="called back",
        ),
    )
    assert read.findings == ()


@pytest.mark.parametrize(
    "header",
    [
        ["LISTED", "country ", "Name"],
        ["Publié", "Pays", "Nom de l'organisation"],
        ["Publie", "PAYS", "nom de l’organisation :"],
        ["¿Publicar?", "País", "Nombre de la organización"],
    ],
)
def test_headers_are_known_in_any_order_and_language(tmp_path: Path, header: list[str]) -> None:
    read = sheet(tmp_path, ["Sign-ons of March"], [], header, ["oui", "Chad", "Lantern Network"])
    assert read.signatories == (Signatory(4, "Lantern Network", Disclosure.NAMED, country="Chad"),)
    assert read.headers.row == 3
    assert read.headers.columns == {Column.LISTED: 1, Column.COUNTRY: 2, Column.NAME: 3}


def test_own_columns_are_told_and_left(tmp_path: Path) -> None:
    read = sheet(tmp_path, ["No.", "Name", "Called?", "Listed", ""], [1, "Lantern", "x", "yes"])
    assert read.headers.others == ("No.", "Called?")
    assert read.signatories == (Signatory(2, "Lantern", Disclosure.NAMED),)


@pytest.mark.parametrize(
    ("answers", "disclosure"),
    [
        ("named|Yes|publish|nommée|oui|Sí|publicar|TRUE|да|是|نعم", Disclosure.NAMED),
        ("anonymous|No|n|do not publish|anonyme|Non|anónimo|confidential|нет|匿名", Disclosure.ANONYMOUS),
        ("Missions yes, web no|yes, but anonymous|oui (ministères), non (site)", Disclosure.ANONYMOUS),
        ("pending|à confirmer|pendiente|| ", Disclosure.PENDING),
        ("withdrawn|retirée|retirado", Disclosure.WITHDRAWN),
        ("x|1|?|perhaps|yes if the others do|no, please do|named?no idea", None),
    ],
)
def test_only_a_clear_yes_publishes(answers: str, disclosure: Disclosure | None) -> None:
    assert {answer: disclosure_of(answer) for answer in answers.split("|")} == dict.fromkeys(
        answers.split("|"), disclosure
    )


def test_an_unknown_answer_is_pending_and_said(tmp_path: Path) -> None:
    read = sheet(tmp_path, ["Name", "Listed"], ["Lantern", "x"], ["Harbour", ""], ["Beacon", "ask again"])
    assert {s.disclosure for s in read.signatories} == {Disclosure.PENDING}
    assert found(read) == {"listed-unknown": [2, 4]}
    assert read.findings[0].severity is Severity.WARNING


def test_without_a_column_of_answers_nobody_is_named(tmp_path: Path) -> None:
    read = sheet(tmp_path, ["Name", "Country"], ["Lantern", "Chad"])
    assert read.signatories == (Signatory(2, "Lantern", Disclosure.PENDING, country="Chad"),)
    assert found(read) == {"listed-column-missing": [None]}


@pytest.mark.parametrize(
    ("rows", "code", "row"),
    [
        ([["Country", "Listed"], ["Chad", "yes"]], "header-missing", None),
        ([["Country", "Kind", "Listed"], ["Chad", "organisation", "yes"]], "header-missing", None),
        ([], "header-missing", None),
        ([[""]] * 30 + [["Name"], ["Lantern"]], "header-missing", None),
        (
            [["Sign-ons"], ["Name", "Organisation", "Listed"], ["M. Example", "Lantern", ""]],
            "header-doubled",
            2,
        ),
    ],
)
def test_a_sheet_whose_names_cannot_be_told_is_refused(
    tmp_path: Path, rows: list[list[str]], code: str, row: int | None
) -> None:
    with pytest.raises(ProblemError) as caught:
        sheet(tmp_path, *rows)
    assert (caught.value.code, caught.value.place.row) == (code, row)
    assert caught.value.values == {"column": "Name"}


def test_a_row_without_a_name_counts_only_if_it_is_anonymous(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ["Name", "Listed", "Notes"],
        ["", "anonymous", ""],
        [],
        ["", "named", ""],
        ["", "", "Updated in March"],
        ["\u00a0", " ", ""],
        ["Lantern", "named", ""],
    )
    assert read.signatories == (
        Signatory(2, "", Disclosure.ANONYMOUS),
        Signatory(7, "Lantern", Disclosure.NAMED),
    )
    assert found(read) == {"name-missing": [4, 5]}


def test_a_name_that_the_spreadsheet_made_is_said_and_kept(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
        '<row r="2"><c r="A2"><v>88</v></c></row>'
        '<row r="3"><c r="A3" t="str"><f>B3</f><v>Lantern</v></c></row>'
        '<row r="4"><c r="A4" t="e"><v>#REF!</v></c></row>'
        '<row r="5"><c r="A5" t="str"><f>B5</f></c></row>'
    )
    read = read_list(workbook_of_xml(tmp_path / "signatories.xlsx", rows)).sheet
    assert [s.name for s in read.signatories] == ["88", "Lantern", "#REF!"]
    assert found(read) == {
        "listed-column-missing": [None],
        "name-is-error": [4],
        "name-is-formula": [3],
        "formula-unread": [5],
        "name-is-number": [2],
        "name-missing": [5],
    }


def test_what_a_form_smuggles_into_a_name_is_cleaned(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('Name,Listed\n"Lantern\n Net\u202fwork\x07",yes\n', "utf-8")
    read = read_list(tmp_path / "list.csv").sheet
    assert [s.name for s in read.signatories] == ["Lantern Net work"]


def test_unknown_kinds_and_ways_of_counting_are_said(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ["Name", "Kind", "Counts", "Listed"],
        ["Lantern", "individu", "membres seulement", "yes"],
        ["Harbour", "parish", "twice", "yes"],
    )
    assert [(s.kind, s.counts) for s in read.signatories] == [
        (Kind.PERSON, Way.MEMBERS_ONLY),
        (Kind.ORGANISATION, None),
    ]
    assert found(read) == {"counts-unknown": [3], "kind-unknown": [3]}


def test_findings_never_hold_a_name(tmp_path: Path) -> None:
    read = sheet(tmp_path, ["Name", "Listed", "Kind"], ["Secret Lantern", "Secret answer", "Secret kind"])
    assert "Secret" not in repr(read.findings)


def test_a_formula_without_a_saved_result_is_said_wherever_it_stands(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Listed</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Lantern</t></is></c><c r="B2" t="str"><f>C2</f></c></row>'
    )
    read = read_list(workbook_of_xml(tmp_path / "signatories.xlsx", rows)).sheet
    assert read.signatories == (Signatory(2, "Lantern", Disclosure.PENDING),)
    assert found(read) == {"formula-unread": [2]}


def test_signs_that_turn_letters_around_are_left_out_and_said(tmp_path: Path) -> None:
    read = sheet(tmp_path, ["Name", "Listed"], ["Lantern \u202eesuoH\u202c", "named"], ["Willow", "named"])
    assert [signatory.name for signatory in read.signatories] == ["Lantern esuoH", "Willow"]
    assert found(read) == {"name-reorders": [2]}
