"""Language versions on disk: begun with their formulas, held against the original, taken back."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from template_files import TEMPLATES

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.versions import Standing
from desktop_app.files.agreed_versions import FILE
from desktop_app.files.letter_editor import LetterFile
from desktop_app.services.opening import OpenCampaign, make_campaign, open_campaign
from desktop_app.services.versions import agree, can_begin, compare, new_version


def made(folder: Path, template: str = "") -> OpenCampaign:
    make_campaign(TEMPLATES, folder, template=template, sample=not template)
    return open_campaign(folder)


def write(opened: OpenCampaign, file: str, was: str, now: str) -> None:
    """Write something else into a paragraph of a letter."""
    path = opened.folder / file
    letter = LetterFile(path.read_bytes(), file)
    blocks = [
        replace(
            block, pieces=tuple(replace(piece, text=piece.text.replace(was, now)) for piece in block.pieces)
        )
        for block in letter.blocks
    ]
    assert tuple(blocks) != letter.blocks
    path.write_bytes(letter.written(blocks, letter.notes))


def says(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as package:
        xml = package.read(part).decode()
    return "\n".join("".join(re.findall(r"<w:t[ >][^<]*", p)) for p in xml.split("</w:p>"))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_samples_versions_agree_paragraph_by_paragraph(tmp_path: Path, language: str) -> None:
    comparison = compare(made(tmp_path / "sample"), language)
    assert comparison.open == ()
    assert not comparison.is_known
    pairs = [(pair.original, pair.version) for pair in comparison.pairs]
    assert all(one and other and one.number == other.number for one, other in pairs)


def test_a_change_of_the_original_makes_one_paragraph_older(tmp_path: Path) -> None:
    opened = made(tmp_path / "sample")
    agree(opened, "fr", compare(opened, "fr").pairs)
    write(opened, "letter.docx", "5,310 civilians", "5,402 civilians")
    comparison = compare(opened, "fr")
    assert [comparison.pairs[at].standing for at in comparison.open] == [Standing.OLDER]
    assert compare(opened, "es").open == (), "of Spanish nobody has said anything"
    step = agree(opened, "fr", [comparison.pairs[at] for at in comparison.open])
    assert step is not None
    assert (step.what, step.path) == ("agreed", opened.folder / FILE)
    assert compare(opened, "fr").open == ()


def test_a_version_begins_with_its_formulas(tmp_path: Path) -> None:
    opened = made(tmp_path / "letter", "member-states-open-letter")
    assert "fr" in can_begin(opened)
    steps = new_version(opened, "fr")
    assert [(step.what, step.path.name, step.before is None) for step in steps] == [
        ("version", "letter.fr.docx", True),
        ("version", "campaign.toml", False),
    ]
    opened = open_campaign(opened.folder)
    assert opened.languages == ("en", "fr")
    assert "fr" not in can_begin(opened)
    comparison = compare(opened, "fr")
    done = [
        pair.version.text for pair in comparison.pairs if pair.version and pair.standing is Standing.AGREES
    ]
    for text in (
        "{{ letter.place }}, le {{ letter.date|long_date }}",
        "Objet\N{NO-BREAK SPACE}:\t{{ letter.subject }}",
        "P.J.\N{NO-BREAK SPACE}: {{ letter.enclosures }}",
        "Pour tout renseignement\N{NO-BREAK SPACE}:",
        "{{ recipient.salutation }}",
    ):
        assert text in done
    assert {comparison.pairs[at].standing for at in comparison.open} == {Standing.UNTRANSLATED}
    copied = opened.folder / "letter.fr.docx"
    assert " sur " in says(copied, "word/footer1.xml")
    with zipfile.ZipFile(copied) as package:
        assert b'w:val="fr-FR"' in package.read("word/styles.xml")


def test_what_must_be_said_in_the_language_waits_in_brackets(tmp_path: Path) -> None:
    opened = made(tmp_path / "letter", "member-states-open-letter")
    comments = re.findall("#.*", (opened.folder / "campaign.toml").read_text("utf-8"))
    new_version(opened, "ar")
    campaign = open_campaign(opened.folder).campaign
    text, first = campaign.text("ar"), campaign.text("en")
    for said, original in ((text.noun, first.noun), (text.nouns, first.nouns)):
        assert said == f"[{original}]"
    assert re.findall("#.*", (opened.folder / "campaign.toml").read_text("utf-8")) == comments


def test_a_letter_that_is_there_already_is_taken_as_it_is(tmp_path: Path) -> None:
    opened = made(tmp_path / "letter", "member-states-open-letter")
    there = opened.folder / "letter.es.docx"
    there.write_bytes((TEMPLATES / "sample" / "letter.es.docx").read_bytes())
    before = there.read_bytes()
    assert [step.path.name for step in new_version(opened, "es")] == ["campaign.toml"]
    assert there.read_bytes() == before, "not one byte is another"


@pytest.mark.parametrize(("language", "code"), [("tlh", "version-unknown"), ("fr", "version-exists")])
def test_only_a_language_that_letters_have_and_this_one_lacks(
    tmp_path: Path, language: str, code: str
) -> None:
    with pytest.raises(ProblemError) as refusal:
        new_version(made(tmp_path / "sample"), language)
    assert refusal.value.code == code


def test_a_broken_memory_is_told_and_left_alone(tmp_path: Path) -> None:
    opened = made(tmp_path / "sample")
    (opened.folder / "private").mkdir(exist_ok=True)
    for broken in ("[]", '{"fr": 1}', '{"fr": {"a": 1}}', "{"):
        (opened.folder / FILE).write_text(broken)
        with pytest.raises(ProblemError) as refusal:
            agree(opened, "fr", ())
        assert refusal.value.code == "versions-broken"
        assert (opened.folder / FILE).read_text() == broken
