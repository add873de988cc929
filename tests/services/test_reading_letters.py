"""A letter on the screen says what the finished file says."""

from dataclasses import replace
from pathlib import Path

import pytest
from template_files import TEMPLATES

from desktop_app.domain.reading import PassageKind
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import Place
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign
from desktop_app.services.reading_letters import LetterReader


@pytest.fixture
def opened(tmp_path: Path) -> OpenCampaign:
    make_campaign(TEMPLATES, tmp_path / "sample", sample=True)
    return open_campaign(tmp_path / "sample")


def to(opened: OpenCampaign, key: str, reference: Reference, language: str = "") -> Recipient:
    request = replace(opened.campaign.request, language=language)
    chosen = choose_for(opened.folder, opened.campaign, request, reference)
    return next(recipient for recipient in chosen.recipients if recipient.key == key)


def test_the_french_letter_is_read_with_its_salutation_and_list(
    opened: OpenCampaign, reference: Reference
) -> None:
    letter = LetterReader(opened, reference).read(to(opened, "FRA", reference))
    of_kind = {kind: [passage for passage in letter.passages if passage.kind is kind] for kind in PassageKind}
    texts = [passage.text for passage in of_kind[PassageKind.PARAGRAPH]]
    assert "Excellence," in texts
    assert [p.marker for p in of_kind[PassageKind.ITEM]] == ["1.", "2.", "3.", "4.", "5."]
    assert len(of_kind[PassageKind.LISTED]) == 402
    assert [p.marker for p in of_kind[PassageKind.FOOTNOTE]] == ["1", "2", "3"]
    assert "Traduction de courtoisie" in of_kind[PassageKind.BANNER][0].text
    assert (letter.columns, letter.right_to_left) == (2, False)


def test_no_withheld_name_is_in_it(opened: OpenCampaign, reference: Reference) -> None:
    letter = LetterReader(opened, reference).read(to(opened, "JPN", reference))
    text = "\n".join(passage.text for passage in letter.passages)
    withheld = [row.name for row in opened.signatories if row.disclosure is Disclosure.ANONYMOUS]
    assert len(withheld) == 84
    assert [name for name in withheld if name in text] == []


def test_a_place_of_the_draft_is_found_in_the_letter(opened: OpenCampaign, reference: Reference) -> None:
    reader = LetterReader(opened, reference)
    letter = reader.read(to(opened, "JPN", reference))
    drafted = next(p.text for p in opened.draft("en").paragraphs if (p.part, p.number) == ("body", 8))
    at = reader.passage_of(letter, Place("letter.docx", "body", 8))
    assert at is not None
    assert letter.passages[at].text.split()[:3] == drafted.split()[:3]
    assert reader.passage_of(letter, Place("campaign.toml", "title")) is None
    assert reader.passage_of(letter, Place("letter.docx", "body", 999)) is None


def test_a_language_that_is_missing_is_read_in_the_first(opened: OpenCampaign, reference: Reference) -> None:
    japan = replace(to(opened, "JPN", reference), language="ru")
    letter = LetterReader(opened, reference).read(japan)
    assert any(passage.text.startswith("As we mark") for passage in letter.passages)
