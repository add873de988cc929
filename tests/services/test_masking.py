"""Where a withheld name stands can be shown; the name cannot."""

from pathlib import Path

import pytest
from docx import Document
from template_files import TEMPLATES

from desktop_app.domain.reporting import Place
from desktop_app.domain.signatory import Disclosure
from desktop_app.services.checking_names import check_names
from desktop_app.services.masking import Masker
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign


@pytest.fixture
def opened(tmp_path: Path) -> OpenCampaign:
    folder = tmp_path / "sample"
    make_campaign(TEMPLATES, folder, sample=True)
    return open_campaign(folder)


@pytest.fixture
def secret(opened: OpenCampaign) -> str:
    return next(row.name for row in opened.signatories if row.disclosure is Disclosure.ANONYMOUS)


def test_a_name_is_a_gap_in_its_sentence(opened: OpenCampaign, secret: str) -> None:
    masker = Masker(opened)
    assert masker.masked(f"We thank {secret}, who wrote.") == ("We thank", None, "who wrote.")
    assert masker.masked(f"{secret} wrote.") == (None, "wrote.")
    assert masker.masked("Nobody is meant here.") == ("Nobody is meant here.",)


def test_every_withheld_name_of_the_sample_is_left_out(opened: OpenCampaign) -> None:
    masker = Masker(opened)
    for row in opened.signatories:
        if row.disclosure is Disclosure.ANONYMOUS:
            pieces = masker.masked(f"For more, ask {row.name} ({row.acronym}) today.")
            said = " ".join(piece or "" for piece in pieces)
            assert said.split()[:3] == ["For", "more,", "ask"]
            assert said.split()[-1] == "today."
            assert len(said.split()) <= 5
            assert None in pieces


def test_a_place_of_the_letter_is_read(opened: OpenCampaign, secret: str) -> None:
    letter = Document(str(opened.folder / "letter.docx"))
    letter.paragraphs[5].add_run(f" So says {secret}.")
    letter.save(str(opened.folder / "letter.docx"))
    pieces = Masker(opened).text_at(Place("letter.docx", "body", 6, row=7))
    assert pieces[-1] is None or secret not in str(pieces[-1])
    assert None in pieces
    assert secret not in " ".join(piece or "" for piece in pieces)
    assert Masker(opened).text_at(Place("letter.docx", "body", 999)) == ()


def test_a_letter_that_was_written_on_is_read_anew(opened: OpenCampaign, secret: str) -> None:
    place = Place("letter.docx", "body", 6)
    for said in ("", f" So says {secret}.", " So say many."):
        letter = Document(str(opened.folder / "letter.docx"))
        letter.paragraphs[5].text = f"We ask you to act.{said}"
        letter.save(str(opened.folder / "letter.docx"))
        assert (None in Masker(opened).text_at(place)) is (secret in said)
        paragraphs = opened.paragraphs("en")
        assert paragraphs == opened.draft("en").paragraphs
        assert f"We ask you to act.{said}" in [paragraph.text for paragraph in paragraphs]


def test_a_fact_that_tells_a_name_is_found_and_the_others_are_not(opened: OpenCampaign, secret: str) -> None:
    settings = opened.folder / "campaign.toml"
    title = opened.campaign.title
    assert Masker(opened).held(title) is None
    told = f"A call by {secret}"
    settings.write_text(settings.read_text("utf-8").replace(title, told), "utf-8")
    assert Masker(open_campaign(opened.folder)).held(told) == ("A call by", None)


def test_of_several_contacts_the_one_is_read_that_the_place_means(opened: OpenCampaign, secret: str) -> None:
    settings = opened.folder / "campaign.toml"
    told = settings.read_text("utf-8").replace("Media desk", f"Desk of {secret}")
    settings.write_text(told, "utf-8")
    campaign = open_campaign(opened.folder)
    places = [place for finding in check_names(campaign, []) for place in finding.places]
    assert [place.part for place in places] == ["contacts[2].role"]
    masker = Masker(campaign)
    assert masker.text_at(places[0]) == ("Desk of", None)
    assert masker.text_at(Place("campaign.toml", "contacts[1].role")) == ("Secretariat …",)
