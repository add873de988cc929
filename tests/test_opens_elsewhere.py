"""The sample's letters in a program that is not ours: what a mission sees on its pages."""

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from imports import COUNCIL

from desktop_app.cli.main import main

IN_ORDER = [
    "The President of the Security Council",
    "1 February 2024",
    "Re: Urgent call to protect civilians in Orlavia",
    "Excellency,",
    "Yours sincerely,",
    "Anneth Solvarin",
    "1 Amber Coast Union",
    "3 Harbour Peace Network",
    "– Harbour Youth Circle",
    "– Harbour Women's Circle",
    "5 The Willow Fund",
]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """By language, the text of each page of one of the sample's letters, as LibreOffice lays it out."""
    soffice, pdftotext = program("soffice"), program("pdftotext")
    folder = tmp_path_factory.mktemp("sample")
    campaign, letters = folder / "campaign", folder / "letters"
    assert main(["new", str(campaign), "--sample"]) == 0
    asked = ["--to", "MLT", "FRA", "ECU", "--out", str(letters)]
    assert main(["export", str(campaign), *asked]) == 0
    _convert(soffice, folder, sorted(letters.glob("*.docx")))
    return {pdf.stem[-3:-1]: _text(pdftotext, pdf) for pdf in folder.glob("*.pdf")}


def _convert(soffice: str, folder: Path, letters: list[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    where = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([soffice, profile, *where, *map(str, letters)], check=True, capture_output=True)


def _text(pdftotext: str, pdf: Path) -> list[str]:
    done = subprocess.run(
        [pdftotext, "-layout", str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.removesuffix("\f").split("\f")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Excellency,", "1 February 2024", "486"]),
        ("fr", ["Excellence,", "1er février 2024", "486"]),
        ("es", ["1 de febrero de 2024", "486"]),
    ],
)
def test_letters_open_with_address_date_and_figures(
    pages: Mapping[str, list[str]], language: str, sentences: list[str]
) -> None:
    text = "\n".join(pages[language])
    assert [sentence for sentence in sentences if sentence not in text] == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Sample. Not signed by anyone."),
        ("fr", "Exemple. Cette lettre n’a été signée par personne."),
        ("es", "Ejemplo."),
    ],
)
def test_every_page_says_that_it_is_a_sample(
    pages: Mapping[str, list[str]], language: str, line: str
) -> None:
    assert len(pages[language]) > 3
    assert [number for number, page in enumerate(pages[language], 1) if line not in page] == []


def test_every_page_of_a_translation_says_which_text_was_signed(pages: Mapping[str, list[str]]) -> None:
    line = "Traduction de courtoisie. Seul le texte anglais a été signé."
    assert all(line in page for page in pages["fr"])
    assert not any("Courtesy" in page for page in pages["en"])


def test_lines_are_numbered_to_the_last_and_no_further(pages: Mapping[str, list[str]]) -> None:
    # 361 stand at the top level, 41 under their networks with a dash: 402 are named.
    numbers = {int(number) for number in re.findall(r"(?<!\S)\d+(?= \S)", "\n".join(pages["en"]))}
    assert set(range(1, 362)) - numbers == set()
    assert not numbers & set(range(362, 403))


def test_an_imported_letter_lies_on_its_pages_as_the_old_one_did(
    program: Callable[[str], str], tmp_path: Path
) -> None:
    soffice, pdftotext = program("soffice"), program("pdftotext")
    old, folder, out = tmp_path / "old.txt", tmp_path / "campaign", tmp_path / "out"
    old.write_text(COUNCIL, "utf-8")
    assert main(["import", str(old), str(folder), "--as", "same"]) == 0
    assert (
        main(["export", str(folder), "--to", "security-council", "--as", "president", "--out", str(out)]) == 0
    )
    _convert(soffice, tmp_path, sorted(out.glob("*.docx")))
    (pdf,) = tmp_path.glob("*.pdf")
    lines = [" ".join(line.split()) for page in _text(pdftotext, pdf) for line in page.splitlines()]
    told = [line for line in lines if line in IN_ORDER]
    assert told == IN_ORDER
