"""What coordinators know of recipients: tables in three languages, no row dropped in silence."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from files.workbooks import workbook

from desktop_app.domain.recipient import Correction, OwnRecipient
from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.files import recipients_table
from desktop_app.files.recipient_words import Column, column_of, gender_of, language_of
from desktop_app.files.recipients_table import Corrections, OwnList, read_corrections, read_own_list
from desktop_app.files.reference_data import Reference


def corrections(folder: Path, reference: Reference, *rows: Sequence[object]) -> Corrections:
    return read_corrections(workbook(folder / "recipients.xlsx", rows), reference)


def own(folder: Path, *rows: Sequence[object]) -> OwnList:
    return read_own_list(workbook(folder / "own.xlsx", rows))


def found(findings: tuple[Finding, ...]) -> dict[str, list[int | None]]:
    return {finding.code: [place.row for place in finding.places] for finding in findings}


def test_every_column_of_a_correction_arrives(tmp_path: Path, reference: Reference) -> None:
    read = corrections(
        tmp_path,
        reference,
        ["ISO3", "Name", "Gender", "Language", "Salutation", "Address", "Paragraph", "E-mail", "Phone"],
        [
            *("FRA", " Noor  Example ", "Mme", "français", "Madame,", "1 Quay Road; Room 5\nNew York"),
            *("As we said.", "mission@example.org", "x"),
        ],
    )
    assert read.by_key == {
        "FRA": Correction(
            row=2,
            name="Noor Example",
            gender="f",
            language="fr",
            salutation="Madame,",
            address=("1 Quay Road", "Room 5", "New York"),
            paragraph="As we said.",
            email="mission@example.org",
        )
    }
    assert read.findings == ()


def test_a_state_is_matched_by_code_or_name_in_any_language(tmp_path: Path, reference: Reference) -> None:
    read = corrections(
        tmp_path,
        reference,
        ["Corrections for our campaign"],
        ["País", "Nombre"],
        *([name, "Noor Example"] for name in ("fra", "Japón", "Côte d'Ivoire", "Китай", "Secretary-General")),
    )
    assert list(read.by_key) == ["FRA", "JPN", "CIV", "CHN", "secretary-general"]


def test_rows_nobody_can_use_are_shown(tmp_path: Path, reference: Reference) -> None:
    read = corrections(
        tmp_path,
        reference,
        ["State", "Name", "Gender", "Language"],
        ["Atlantis", "Noor Example", "", ""],
        ["FRA", "Noor Example", "H", "Klingon"],
        ["France", "Noor Other", "", ""],
        ["", "Noor Example", "", ""],
    )
    assert found(read.findings) == {
        "state-unknown": [2, 5],
        "gender-unknown": [3],
        "language-unknown": [3],
        "state-twice": [4],
    }
    assert read.by_key == {"FRA": Correction(3, name="Noor Example")}


def test_the_table_of_corrections_is_optional(tmp_path: Path, reference: Reference) -> None:
    assert read_corrections(tmp_path / "recipients.xlsx", reference) == Corrections()


def test_a_list_of_ones_own_in_csv(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "Nom;Titre;Organisme;Adresse 1;Adresse 2;Pays;Langue\n"
        "Noor Example;Ministre;;1, rue du Quai;Bureau 5;Norvège;anglais\n"
        ";;Autorité portuaire;;;;\n",
        "utf-8",
    )
    assert read_own_list(file) == OwnList(
        (
            OwnRecipient(
                row=2,
                name="Noor Example",
                title="Ministre",
                address=("1, rue du Quai", "Bureau 5"),
                country="Norvège",
                language="en",
            ),
            OwnRecipient(row=3, organisation="Autorité portuaire"),
        ),
        (),
    )


def test_a_row_that_names_nobody_is_shown(tmp_path: Path) -> None:
    read = own(tmp_path, ["Name", "Address"], ["", "1 Quay Road"], ["Noor Example", "2 Quay Road"])
    assert [recipient.row for recipient in read.recipients] == [3]
    assert found(read.findings) == {"recipient-nameless": [2]}


def test_a_cell_that_went_wrong_is_shown_and_not_printed(tmp_path: Path) -> None:
    read = own(tmp_path, ["Name", "Title"], ["Noor Example", "=NA()"])
    assert read.recipients[0].title == ""


@pytest.mark.parametrize(
    "rows", [[["Phone", "Fax"], ["1", "2"]], [["Address"], ["1 Quay Road"]]], ids=["other", "nobody"]
)
def test_a_table_without_a_header_is_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(ProblemError, match="header-missing"):
        own(tmp_path, *rows)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("ÉTAT", Column.STATE),
        ("Address line 2", Column.ADDRESS),
        ("Dirección", Column.ADDRESS),
        ("Género", Column.GENDER),
        ("Formule d’appel", Column.SALUTATION),
        ("Párrafo", Column.PARAGRAPH),
        ("Téléphone", None),
        ("", None),
    ],
)
def test_headers_in_three_languages(header: str, column: Column | None) -> None:
    assert column_of(header) is column


def test_answers() -> None:
    assert [gender_of(answer) for answer in ("F", "hombre", "", "H", "?")] == ["f", "m", "", None, None]
    assert [language_of(answer) for answer in ("ES", "中文", "", "de")] == ["es", "zh", "", None]


def test_a_guessed_encoding_of_a_list_is_told(tmp_path: Path) -> None:
    file, text = tmp_path / "own.csv", "Name,Title\nNoor Example,Minister\nZoë Example,Minister\n"
    for encoding, said in (("cp1252", {"encoding-guessed": [3]}), ("utf-8", {}), ("utf-16", {})):
        file.write_text(text, encoding)
        assert found(read_own_list(file).findings) == said


def test_recipients_that_a_filter_hides_are_told(tmp_path: Path) -> None:
    file = workbook(tmp_path / "own.xlsx", [["Name"], ["Noor Example"], ["Zoë Example"]])
    book = openpyxl.load_workbook(file)
    book["Sheet"].row_dimensions[3].hidden = True
    book.save(file)
    read = read_own_list(file)
    assert [one.name for one in read.recipients] == ["Noor Example", "Zoë Example"]
    assert found(read.findings) == {"rows-hidden": [3]}


def test_a_name_of_which_nothing_is_seen_is_none(tmp_path: Path) -> None:
    read = own(tmp_path, ["Name", "Country"], ["\u200b", "x"], ["\u2060 \u200d", "x"], ["\ufeffAda", "x"])
    assert [recipient.name for recipient in read.recipients] == ["Ada"]
    assert found(read.findings) == {"recipient-nameless": [2, 3]}


@pytest.mark.parametrize("most", [3, 4])
def test_more_recipients_than_there_are_are_refused(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(recipients_table, "MAX_RECIPIENTS", most)
    monkeypatch.setattr(recipients_table, "_HEADER_WITHIN", 1)
    path = tmp_path / "own.csv"
    path.write_text("Name,Country\n" + "\n" * 9 + "Ada,FRA\nBea,LAO\n\nCai,KEN\nDee,JPN\n", "utf-8")
    if most == 4:
        assert len(read_own_list(path).recipients) == 4
        return
    with pytest.raises(ProblemError) as refused:
        read_own_list(path)
    assert (refused.value.code, refused.value.values) == ("own-list-too-long", {"most": 3})
    with pytest.raises(ProblemError, match="own-list-too-long"):
        read_corrections(path, reference)


def test_a_text_longer_than_a_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"Name,Country\nAda,FRA\nBea,{'x' * 32_768}\n", "utf-8")
    with pytest.raises(ProblemError) as refused:
        read_own_list(path)
    problem = refused.value
    assert (problem.code, problem.place.row, problem.values["column"]) == ("cell-too-long", 3, 2)
    path.write_text(f"Name,Country\nAda,FRA\nBea,{'x' * 32_767}\n", "utf-8")
    assert len(read_own_list(path).recipients) == 2
