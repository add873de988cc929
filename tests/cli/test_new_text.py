"""``text``: a letter that was worked on elsewhere comes back into its campaign."""

import copy
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from cli.terminal import Run, runner
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from letters import Letter, p, parts_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


@pytest.fixture
def campaign(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    return folder


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def remove(element: Any) -> None:  # noqa: ANN401 - an element of python-docx
    element.getparent().remove(element)


def write(paragraph: Paragraph, old: str, new: str) -> None:
    text = paragraph.text
    assert old in text
    for extra in paragraph.runs[1:]:
        remove(extra._r)
    paragraph.runs[0].text = text.replace(old, new)


def find(document: docx.document.Document, words: str) -> Paragraph:
    return next(paragraph for paragraph in document.paragraphs if words in paragraph.text)


def style(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style else None


@pytest.fixture
def worked_on(campaign: Path, tmp_path: Path) -> Path:
    """The letter with fields typed over and lost, a paragraph moved, an ask added, a change tracked."""
    document = docx.Document(str(campaign / "letter.docx"))
    write(
        find(document, "{{ letter.place"),
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "New York, 1 February 2024",
    )
    write(find(document, "{{ signatories.total"), "{{ signatories.total|number }}", "480")
    write(find(document, "{{ recipient.vocative"), "{{ recipient.vocative }}", "Excellencies")
    write(find(document, "{{ letter.subject"), "{{ letter.subject }}", "A stronger subject for the Council")
    statement = find(document, "{{ signatories.statement")
    remove(statement._p)
    find(document, "Since the coup, at least")._p.addprevious(find(document, "Nor will a dialogue")._p)
    last = find(document, "The people of Orlavia")
    ask = copy.deepcopy(last._p)
    last._p.addnext(ask)
    write(
        Paragraph(ask, last._parent),
        last.text,
        "We, 480 civil society organizations, also ask for a meeting.",
    )
    by = 'w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'
    last._p.append(parse_xml(f"<w:ins {_W} {by}><w:r><w:t> And soon.</w:t></w:r></w:ins>"))  # type: ignore[arg-type]
    path = tmp_path / "From Google Docs.docx"
    document.save(str(path))
    return path


def test_fields_are_put_back_and_what_is_not_sure_is_asked(run: Run, campaign: Path, worked_on: Path) -> None:
    ran = run("text", campaign, worked_on, "--json")
    assert ran.status == 0
    put_back = {entry["field"]: entry["was"] for entry in ran.json["put_back"]}
    assert put_back == {
        "letter.place": "New York",
        "letter.date": "1 February 2024",
        "signatories.total": "480",
        "recipient.vocative": "Excellencies",
    }
    asked = [(entry["code"], entry["text"]) for entry in ran.json["review"]]
    assert ("field-lost", "{{ signatories.statement }}") in asked
    assert any(code == "text-figure-typed" and "also ask" in text for code, text in asked)
    assert any("{{ letter.subject }}" in entry["why"] for entry in ran.json["review"])
    assert [finding["code"] for finding in ran.json["findings"]] == ["import-changes-accepted"]


def test_the_letter_holds_the_new_prose_with_its_fields(run: Run, campaign: Path, worked_on: Path) -> None:
    run("text", campaign, worked_on)
    made = texts(campaign / "letter.docx")
    assert made[0] == "{{ letter.place }}, {{ letter.date|long_date }}"
    assert any(text.startswith("{{ recipient.vocative }}, for almost two years") for text in made)
    assert any(text.endswith("And soon.") for text in made)
    order = [
        next(at for at, text in enumerate(made) if words in text)
        for words in ("Nor will a", "Since the coup, at")
    ]
    assert order == sorted(order)


def taken(run: Run, campaign: Path, folder: Path, ask: str) -> bytes:
    """A new text with this ask in it, taken into the campaign: what the letter is then."""
    lines = [text for text in texts(campaign / "letter.docx") if text]
    (folder / "new.txt").write_text("\n".join([*lines[:9], ask, *lines[9:]]), "utf-8")
    assert run("text", campaign, folder / "new.txt").status == 0
    return (campaign / "letter.docx").read_bytes()


class TestUndo:
    def test_goes_back_text_by_text_until_none_is_left(
        self, run: Run, campaign: Path, tmp_path: Path
    ) -> None:
        letter = campaign / "letter.docx"
        first = letter.read_bytes()
        second = taken(run, campaign, tmp_path, "We ask for a meeting.")
        third = taken(run, campaign, tmp_path, "We ask for an answer.")
        assert len({first, second, third}) == 3
        undone = run("text", campaign, "--undo")
        assert letter.read_bytes() == second
        assert undone.out.splitlines()[0].startswith("letter.docx is as it was until 20")
        assert "One older text is kept; --undo goes on to it." in undone.out
        undone = run("text", campaign, "--undo")
        assert letter.read_bytes() == first
        assert "Nothing older is kept." in undone.out
        undone = run("text", campaign, "--undo")
        assert undone.status == 2
        assert "nothing to take back" in undone.err
        assert letter.read_bytes() == first

    def test_loses_nothing_that_was_written_since(self, run: Run, campaign: Path, tmp_path: Path) -> None:
        last = taken(run, campaign, tmp_path, "We ask for a meeting.")
        run("text", campaign, "--undo")
        kept = [
            path for path in (campaign / "private" / "letters").iterdir() if path.name.startswith("undone")
        ]
        assert [path.read_bytes() for path in kept] == [last]

    def test_takes_no_file(self, run: Run, campaign: Path, tmp_path: Path) -> None:
        taken(run, campaign, tmp_path, "We ask for a meeting.")
        before = (campaign / "letter.docx").read_bytes()
        ran = run("text", campaign, tmp_path / "new.txt", "--undo")
        assert ran.status == 2
        assert "not both" in ran.err
        assert (campaign / "letter.docx").read_bytes() == before


class TestATextThatIsOpenForSignature:
    @pytest.fixture
    def signed(self, run: Run, campaign: Path) -> Path:
        assert run("open", campaign, "--until", "2999-01-30").status == 0
        return campaign

    @pytest.fixture
    def new(self, signed: Path, tmp_path: Path) -> Path:
        lines = [text for text in texts(signed / "letter.docx") if text]
        path = tmp_path / "new.txt"
        path.write_text("\n".join([*lines[:9], "We also ask for a meeting.", *lines[9:]]), "utf-8")
        return path

    def test_is_changed_with_a_yes_only(self, run: Run, signed: Path, new: Path) -> None:
        before = (signed / "letter.docx").read_bytes()
        ran = run("text", signed, new)
        assert ran.status == 2
        assert "signed by 486" in ran.err
        assert "--confirm" in ran.err
        assert (signed / "letter.docx").read_bytes() == before

    def test_and_it_is_said_how_many_had_signed(self, run: Run, signed: Path, new: Path) -> None:
        ran = run("text", signed, new, "--confirm")
        assert ran.status == 0
        assert ran.out.startswith("The text was changed after 486 had signed 1 (")

    def test_the_text_as_signed_may_come_back_without(self, run: Run, signed: Path, new: Path) -> None:
        run("text", signed, new, "--confirm")
        ran = run("text", signed, "--undo")
        assert ran.status == 0
        assert "had signed" not in ran.out

    def test_nobody_is_not_a_number(self, run: Run, signed: Path, new: Path) -> None:
        book = openpyxl.load_workbook(signed / "signatories-private.xlsx")
        sheet = book.worksheets[0]
        column = next(cell.column for cell in sheet[1] if cell.value == "Listed")
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, column).value = "pending"
        book.save(signed / "signatories-private.xlsx")
        assert "nobody on the list has signed it yet" in run("text", signed, new).err
        assert "nobody on the list had signed that" in run("text", signed, new, "--confirm").out
        checked = run("check", signed)
        assert "after 0 had signed" not in checked.out
        assert "Nobody on the list has signed that one" in checked.out


def test_braces_that_are_no_fields_are_text(run: Run, campaign: Path, tmp_path: Path) -> None:
    lines = [text for text in texts(campaign / "letter.docx") if text]
    odd = "Fill in {{ x }} before {% if y %} you sign {% endif %}."
    (tmp_path / "new.txt").write_text("\n".join([*lines[:9], odd, *lines[9:]]), "utf-8")
    review = run("text", campaign, tmp_path / "new.txt", "--json").json["review"]
    assert [spot["text"] for spot in review if spot["code"] == "import-braces"] == [odd]
    assert run("check", campaign).status == 0


def test_what_the_reader_is_unsure_of_is_told(run: Run, campaign: Path, tmp_path: Path) -> None:
    lines = [text for text in texts(campaign / "letter.docx") if text]
    mail = "Ask Joram Bekkule, joram@example.org, for the footage of the attacks of last May in Dravenna."
    typed = [line.replace("{{ recipient.salutation }}", "Your Excellencies,") for line in lines]
    (tmp_path / "new.txt").write_text("\n\n".join([*typed[:9], mail, *typed[9:]]), "utf-8")
    review = run("text", campaign, tmp_path / "new.txt", "--json").json["review"]
    told = [(spot["code"], spot["text"]) for spot in review]
    assert [spot for spot in told if spot[0].startswith("import-")] == [("import-address-in-text", mail)]


@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_a_clause_that_falls_away_at_none_does_so_again(
    run: Run, campaign: Path, tmp_path: Path, ending: str
) -> None:
    document = docx.Document(str(campaign / "letter.docx"))
    noun = "{{ signatories.noun }}"
    clause = ", including {{ signatories.anonymous|number }} that cannot be named for their safety"
    conditional = f"{noun}{{% if signatories.anonymous %}}{clause}{{% endif %}}"
    write(find(document, noun), noun, conditional)
    document.save(str(campaign / "letter.docx"))
    paragraph = find(document, noun)
    for tag, typed in (
        (conditional, f"{noun}{clause}"),
        ("signatories.anonymous|number", "[number]"),
        ("{{ [number] }}", "84"),
        ("{{ signatories.total|number }}", "486"),
    ):
        write(paragraph, tag, typed)
    if ending == ".docx":
        document.save(str(tmp_path / "new.docx"))
    else:
        lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
        (tmp_path / "new.txt").write_text("\n".join(lines), "utf-8")
    assert run("text", campaign, tmp_path / f"new{ending}").status == 0
    assert any(conditional in text for text in texts(campaign / "letter.docx"))


def test_the_letter_as_it_is_changes_nothing_but_its_bytes(run: Run, campaign: Path) -> None:
    before = texts(campaign / "letter.docx")
    ran = run("text", campaign, campaign / "letter.docx", "--json")
    assert ran.json["put_back"] == []
    assert ran.json["review"] == []
    assert texts(campaign / "letter.docx") == before


def test_plain_text_is_set_in_the_letters_styles(run: Run, campaign: Path, tmp_path: Path) -> None:
    lines = [text for text in texts(campaign / "letter.docx") if text]
    typed = [line.replace("{{ signatories.total|number }}", "[number]") for line in lines]
    (tmp_path / "new.txt").write_text("\n".join(typed), "utf-8")
    ran = run("text", campaign, tmp_path / "new.txt", "--json")
    assert [entry["was"] for entry in ran.json["put_back"]] == ["[number]"]
    made = docx.Document(str(campaign / "letter.docx"))
    assert style(find(made, "{{ recipient.address }}")) == "Address"
    assert style(find(made, "{{ signatories }}")) == "Signatory"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name the file with the new text"),
        (("--undo",), "nothing to take back"),
        (("missing.docx",), "missing.docx"),
        (("x.txt", "--language", "de"), "no letter in"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, campaign: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = run("text", campaign, *arguments)
    assert ran.status == 2
    assert words in ran.err


def test_a_file_that_is_no_letter_leaves_the_letter_alone(run: Run, campaign: Path, tmp_path: Path) -> None:
    before = (campaign / "letter.docx").read_bytes()
    (tmp_path / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert run("text", campaign, tmp_path / "picture.docx").status == 2
    assert (campaign / "letter.docx").read_bytes() == before


class TestTheLookOfTheLetter:
    """The letterhead, the styles and the notes are the campaign's; a new text brings words."""

    @pytest.fixture
    def own(self, run: Run, tmp_path: Path) -> Path:
        """A campaign made of a Word letter in a look of its own."""
        note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
        styles = '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/></w:style>'
        first = "As we mark the siege of Dravenna we write to ask the Council to act without delay"
        lines = [
            "Your Excellencies,",
            "The crossings of the valley are closed to relief.",
            "Yours sincerely,",
        ]
        body = [p(lines[0], style="Own"), p(first, note, ".", style="Own")]
        body += [p(line, style="Own") for line in lines[1:]]
        letter = Letter(body, header=p("Lantern House"), styles=styles, footnote=p("Report of 3 May."))
        run("import", letter.save(tmp_path / "old.docx"), tmp_path / "own", "--as", "same")
        return tmp_path / "own"

    def test_stays_where_the_new_text_has_none(self, run: Run, own: Path, tmp_path: Path) -> None:
        before = parts_of((own / "letter.docx").read_bytes())
        lines = [text for text in texts(own / "letter.docx") if text]
        (tmp_path / "new.txt").write_text(
            "\n\n".join([*lines[:3], "We ask for a meeting.", *lines[3:]]), "utf-8"
        )
        ran = run("text", own, tmp_path / "new.txt")
        assert ran.status == 0
        after = parts_of((own / "letter.docx").read_bytes())
        same = ("word/header1.xml", "word/styles.xml", "word/footnotes.xml")
        assert [after[name] for name in same] == [before[name] for name in same]
        made = docx.Document(str(own / "letter.docx"))
        assert style(find(made, "for a meeting")) == "Own"
        assert after["word/document.xml"].count(b"footnoteReference") == 2
        assert "put into the letter as it looks now" in ran.out
        assert "does not have" not in ran.out

    def test_stays_where_a_word_file_would_lose_it(self, run: Run, own: Path, tmp_path: Path) -> None:
        bare = docx.Document()
        for line in texts(own / "letter.docx"):
            bare.add_paragraph(line)
        bare.save(str(tmp_path / "bare.docx"))
        review = run("text", own, tmp_path / "bare.docx", "--json").json["review"]
        assert [spot["code"] for spot in review if spot["code"].startswith("text-")] == ["text-look-kept"]
        after = parts_of((own / "letter.docx").read_bytes())
        assert b"Lantern House" in after["word/header1.xml"]

    def test_is_the_word_files_where_that_has_a_letterhead(self, run: Run, own: Path, tmp_path: Path) -> None:
        other = Letter([p(line) for line in texts(own / "letter.docx")], header=p("The Willow Fund"))
        review = run("text", own, other.save(tmp_path / "other.docx"), "--json").json["review"]
        assert [spot["why"] for spot in review if spot["code"] == "text-notes-lost"] == [
            "Footnotes that the new text does not have: 1. “text --undo” brings the old letter back."
        ]
        assert b"Willow Fund" in parts_of((own / "letter.docx").read_bytes())["word/header1.xml"]

    def test_has_no_link_that_is_new_and_says_so(self, run: Run, own: Path, tmp_path: Path) -> None:
        lines = [text for text in texts(own / "letter.docx") if text]
        link = "Relief is counted in a [report of the valley](https://example.org/valley)."
        (tmp_path / "new.md").write_text("\n\n".join([*lines[:3], link, *lines[3:]]), "utf-8")
        review = run("text", own, tmp_path / "new.md", "--json").json["review"]
        assert [spot["text"] for spot in review if spot["code"] == "text-link-lost"] == [
            "report of the valley: https://example.org/valley"
        ]
