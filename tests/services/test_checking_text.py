"""What a check says of the words of a letter, whoever has written them."""

from pathlib import Path

from docx import Document

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.reporting import Place
from desktop_app.services.checking import check_draft
from desktop_app.services.opening import make_campaign, open_campaign


def test_signs_that_turn_the_order_of_letters_are_found_in_a_letter(tmp_path: Path) -> None:
    folder = tmp_path / "letter"
    make_campaign(bootstrap().templates, folder, sample=True)
    path = folder / "letter.docx"
    letter = Document(str(path))
    letter.paragraphs[7].add_run(" \u202egnihtemos esle\u202c")
    letter.paragraphs[8].add_run(" \u2067closed\u2069 \u200e")
    letter.save(str(path))
    opened = open_campaign(folder)
    found = check_draft(opened.draft("en"), opened.campaign, "en")
    places = [place for finding in found if finding.code == "text-reorders" for place in finding.places]
    assert places == [Place("letter.docx", "body", 8)]
