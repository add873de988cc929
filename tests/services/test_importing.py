"""An existing letter becomes a campaign folder: a template, a list, settings, and what deserves a look."""

import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.terminal import TEMPLATES
from imports import COUNCIL
from letters import Letter, p
from template_files import body, parts_of

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.counting import count
from desktop_app.domain.imported import ImportAs
from desktop_app.domain.letter_anatomy import Doubt, Role
from desktop_app.domain.reporting import ProblemError, Severity
from desktop_app.domain.signatory import Disclosure
from desktop_app.services import importing
from desktop_app.services.checking import check_campaign
from desktop_app.services.importing import Imported, Patterns, Words, import_letter
from desktop_app.services.opening import open_campaign
from desktop_app.support.long_work import result_of

RESOURCES = TEMPLATES.parent / "resources"
PATTERNS = Patterns.shipped(RESOURCES / "import", TEMPLATES)


def why(doubt: Doubt) -> str:
    return f"look: {doubt.code}"


WORDS = Words(lambda way, title, date: f"{way}: {title}, {date}", why, lambda number: f"line {number}")


def imported(tmp_path: Path, text: str = COUNCIL, way: ImportAs = ImportAs.SAME) -> Imported:
    letter = tmp_path / "last-year.TXT"
    letter.write_text(text, "utf-8")
    return result_of(import_letter(letter, tmp_path / "campaign", way, PATTERNS, WORDS))


def files(folder: Path) -> Sequence[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_it_is_a_campaign_folder(tmp_path: Path) -> None:
    assert files(imported(tmp_path).folder) == [
        "READ ME FIRST.txt",
        "campaign.toml",
        "letter.docx",
        "private/imported-letter.txt",
        "signatories-private.xlsx",
    ]


def test_it_reads_back_as_what_was_found(tmp_path: Path) -> None:
    made = imported(tmp_path)
    opened = open_campaign(made.folder)
    assert opened.campaign == made.campaign
    assert opened.signatories == made.signatories
    assert opened.findings == ()


def test_the_letter_has_fields_where_letters_differ(tmp_path: Path) -> None:
    texts = [text for _, text in body(imported(tmp_path).folder / "letter.docx")]
    assert texts[:4] == [
        "{{ recipient.address }}",
        "{{ letter.date|long_date }}",
        "Re:\t{{ letter.subject }}",
        "{{ recipient.salutation }}",
    ]
    assert "we, {{ signatories.total|number }} civil society organizations" in texts[4]
    assert texts[6:] == [
        "Yours sincerely,",
        "{{ signature }}",
        "For more information, please contact:",
        "{{ contacts }}",
        "{{ signatories.statement }}",
        "{{ signatories }}",
    ]


def test_the_same_letter_can_go_out_as_it_is(tmp_path: Path) -> None:
    opened = open_campaign(imported(tmp_path).folder)
    findings = check_campaign(opened, [("en", opened.draft("en"))])
    assert [finding.code for finding in findings if finding.severity is Severity.ERROR] == []
    counted = count(opened.signatories, opened.campaign.counts)
    assert (counted.total, counted.anonymous) == (9, 2)


def test_a_model_says_that_nobody_was_asked(tmp_path: Path) -> None:
    opened = open_campaign(imported(tmp_path, way=ImportAs.MODEL).folder)
    assert {row.disclosure for row in opened.signatories} == {Disclosure.PENDING}
    findings = check_campaign(opened, [("en", opened.draft("en"))])
    assert "no-named-row" in [finding.code for finding in findings if finding.severity is Severity.ERROR]


def test_the_source_of_each_row_names_the_letter(tmp_path: Path) -> None:
    sources = {row.source for row in imported(tmp_path).signatories}
    assert sources == {"same: Urgent call to protect civilians in Orlavia, 2024-02-01"}


def test_a_copy_of_the_letter_is_nobody_elses_business(tmp_path: Path) -> None:
    folder = imported(tmp_path).folder
    copy = folder / "private" / "imported-letter.txt"
    assert copy.read_text("utf-8") == COUNCIL
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "signatories-private.xlsx").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "private").stat().st_mode) == 0o700


def test_the_review_holds_each_doubt_with_its_line(tmp_path: Path) -> None:
    made = imported(tmp_path, COUNCIL + "6. Lantern House\n")
    review = (made.folder / "private" / "import-review.txt").read_text("utf-8")
    assert "line 33: look: import-name-twice\n    Lantern House\n" in review
    assert review.count("look:") == len(made.doubts)


def test_a_letter_without_title_and_date_says_so(tmp_path: Path) -> None:
    made = imported(tmp_path, "Lantern House\nAmber Coast Union\n")
    assert {"import-no-title", "import-no-date"} <= {doubt.code for doubt in made.doubts}
    assert open_campaign(made.folder).campaign.title == "last year"


def test_a_word_letter_keeps_its_look_and_says_what_stands_on_every_page(tmp_path: Path) -> None:
    body = [p(line, style="Own") for line in COUNCIL.splitlines() if line]
    own = '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/></w:style>'
    source = Letter(body, header=p("Joint letter, 1 February 2024"), styles=own).save(tmp_path / "old.docx")
    made = result_of(import_letter(source, tmp_path / "campaign", ImportAs.SAME, PATTERNS, WORDS))
    texts = parts_of((made.folder / "letter.docx").read_bytes())
    assert texts["word/header1.xml"] == parts_of(source.read_bytes())["word/header1.xml"]
    assert texts["word/styles.xml"] == parts_of(source.read_bytes())["word/styles.xml"]
    assert b"{{ recipient.address }}" in texts["word/document.xml"]
    said = [doubt.text for doubt in made.doubts if doubt.code == "import-margin"]
    assert said == ["Joint letter, 1 February 2024"]


@pytest.mark.parametrize("language", ["de", "my", "pt"])
def test_a_language_that_the_program_knows_little_of_is_kept(tmp_path: Path, language: str) -> None:
    texts = {
        "de": "Wir, die unterzeichnenden Organisationen, bitten den Rat um ein Ende der Gewalt in dem Tal.",
        "my": "ကျွန်ုပ်တို့ လက်မှတ်ရေးထိုးသူများက ကောင်စီကို တောင်းဆိုပါသည်။",
        "pt": "Nós, as organizações abaixo assinadas, pedimos ao Conselho que não deixe de agir pela paz.",
    }
    made = imported(tmp_path, f"{texts[language]}\n")
    assert open_campaign(made.folder).campaign.languages == (language,)
    assert "import-language" in [doubt.code for doubt in made.doubts]
    assert (made.folder / "letter.docx").exists()


@pytest.mark.parametrize(
    "letter",
    sorted((Path(__file__).parents[1] / "data" / "letters").glob("*.txt")),
    ids=lambda path: path.stem,
)
def test_letters_of_every_layout_become_campaigns(tmp_path: Path, letter: Path) -> None:
    made = result_of(import_letter(letter, tmp_path / "campaign", ImportAs.SAME, PATTERNS, WORDS))
    opened = open_campaign(made.folder)
    assert (opened.campaign, opened.signatories) == (made.campaign, made.signatories)
    findings = check_campaign(opened, [(made.anatomy.language, opened.draft(made.anatomy.language))])
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    # What the letter itself lacks, and a language in which the program addresses nobody.
    assert errors <= {"date-missing", "no-named-row", "unknown-language"}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "campaign").mkdir()
    (tmp_path / "campaign" / "notes.txt").write_text("mine")
    with pytest.raises(ProblemError) as caught:
        imported(tmp_path)
    assert caught.value.code == "target-exists"
    assert files(tmp_path / "campaign") == ["notes.txt"]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_target: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importing, "write_private", full)
    with pytest.raises(ProblemError) as caught:
        imported(tmp_path)
    assert caught.value.code == "disk-full"
    assert files(tmp_path) == ["last-year.TXT"]


def test_the_program_has_its_patterns() -> None:
    program = bootstrap()
    assert Patterns.shipped(program.patterns, program.templates) == PATTERNS


def test_of_a_word_letter_what_stays_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    lines = (
        *("Reed Trust Foundation", "", "H.E. Ms Ada Lind", "President of the River Council", "Norrby", ""),
        *("5 May 2024", "", "Dear Madam President,", "", "We ask you to keep the river clean.", ""),
        *("Sincerely,", "", "Signed by:", "Bread Bank", "River Watch"),
    )
    source = Letter("".join(p(line) for line in lines)).save(tmp_path / "old.docx")
    made = result_of(import_letter(source, tmp_path / "campaign", ImportAs.SAME, PATTERNS, WORDS))
    address = made.anatomy.text_of(Role.ADDRESSEE).split("\n")
    assert address == ["H.E. Ms Ada Lind", "President of the River Council", "Norrby"]
    assert [doubt.text for doubt in made.doubts if doubt.code == "import-stays"] == ["Reed Trust Foundation"]
    assert (
        b"Reed Trust Foundation" in parts_of((made.folder / "letter.docx").read_bytes())["word/document.xml"]
    )
