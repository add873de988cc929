"""What hostile files have found, each in its smallest form; tests/hostile has the files themselves."""

import io
from pathlib import Path

import openpyxl
import pytest
from files.workbooks import workbook_of_xml
from hostile import docx_word, docx_xml, form_files, zips
from hostile.draft_files import DRAFTS, SETTINGS
from hostile.kinds import OPENS, Rows
from hostile.list_of_files import PAGE, listed
from letters import Letter, p

from desktop_app.cli.output import say
from desktop_app.domain.claims import typed_figures
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.docx_scrub.styles import hidden_styles
from desktop_app.files.letter_apart import reading_source
from desktop_app.files.letter_docx import MAX_TEXT, letter_of
from desktop_app.files.letter_source import source_in
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.sign_on_form import answers_in, form_of
from desktop_app.files.spreadsheet import table_in
from desktop_app.files.text_of_mail import UnreadableMailError, pieces_of_mail
from desktop_app.files.text_readings import readings_of


def code_of(rows: Rows, what: str) -> bytes:
    made = rows[what][0]
    data = made() if callable(made) else made
    return data if isinstance(data, bytes) else data.encode()


def lines(data: bytes, file: str) -> list[str]:
    return [line.text for line in source_in(data, file).source.lines if line.text]


def refused(data: bytes, file: str) -> str:
    with pytest.raises(ProblemError) as caught:
        source_in(data, file)
    return caught.value.code


def test_the_list_of_hostile_files_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == listed()


@pytest.mark.parametrize("name", ["", "word/a\0.xml", "word/" + "a" * 300, "word/a\nb.xml"])
def test_a_member_whose_name_no_program_writes_is_refused(name: str) -> None:
    with pytest.raises(ProblemError) as caught:
        unpack(zips.letter_with((name, b"x")), Kind.DOCX, "letter.docx")
    assert caught.value.code == "file-hostile"


@pytest.mark.parametrize("size", [100, 0x7FFFFFFF])
def test_a_member_that_lies_about_its_size_is_refused(size: int) -> None:
    assert refused(zips.size_lie(size), "letter.docx") == "file-damaged"


@pytest.mark.parametrize("what", [what for what, row in DRAFTS.items() if row[1] == "too-many-fields"])
def test_a_paragraph_of_more_fields_than_a_letter_has_is_refused_with_its_place(what: str) -> None:
    with pytest.raises(ProblemError) as caught:
        letter_of(code_of(DRAFTS, what), "letter.docx")
    assert (caught.value.code, caught.value.place.paragraph) == ("too-many-fields", 1)


@pytest.mark.parametrize("what", [what for what, row in SETTINGS.items() if row[1] == OPENS])
def test_settings_at_their_limits_are_read(what: str) -> None:
    assert campaign_in(code_of(SETTINGS, what).decode()).title == "Lamps"


def test_a_size_of_letters_without_end_is_none() -> None:
    draft = letter_of(code_of(DRAFTS, "letters of a size of 5,000 digits"), "letter.docx")
    assert [paragraph.text for paragraph in draft.paragraphs][:1] == ["x"]


@pytest.mark.parametrize("what", ["30,000 cells", "20,000 paragraphs without a word"])
def test_a_letter_of_more_paragraphs_than_a_letter_has_is_refused(what: str) -> None:
    with pytest.raises(ProblemError) as caught:
        letter_of(code_of(DRAFTS, what), "letter.docx")
    assert caught.value.code == "letter-too-long"


@pytest.mark.parametrize("what", [what for what, row in SETTINGS.items() if row[1] != OPENS])
def test_settings_without_end_are_refused(what: str) -> None:
    with pytest.raises(ProblemError) as caught:
        campaign_in(code_of(SETTINGS, what).decode())
    assert caught.value.code == SETTINGS[what][1]


def test_what_steers_a_terminal_is_spelled_out() -> None:
    out = io.StringIO()
    say("“\x1b[2J\u202e\x9b” cannot be.\n\tTry again.", out)
    assert out.getvalue() == "“\\u001b[2J\\u202e\\u009b” cannot be.\n\tTry again.\n"


@pytest.mark.parametrize(
    "mail",
    [
        b"Subject: " + b"=?utf-8?q?=41?= " * 80_000 + b"\n\nx",
        b"Content-Type: text/plain" + b"; name*1=a" * 50_000 + b"\n\nx",
        b"To: " + b"(" * 1_100_000 + b"\n\nx",
        b"Content-Type: message/rfc822\n\n" * 3_000 + b"x",
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 2_000 + b"--b--\n",
    ],
)
def test_a_mail_whose_headers_have_no_end_is_not_checked(mail: bytes) -> None:
    with pytest.raises(UnreadableMailError):
        list(pieces_of_mail(mail))


@pytest.mark.parametrize(
    "mail",
    [
        b"Date: " + b"9" * 40_000 + b"\n\nQuiet Harbour",
        b"To: " + b"(" * 40_000 + b"\n\nQuiet Harbour",
        b"Subject: =?utf-8?q?Quiet?=\n =?utf-8?b?IEhhcmJvdXI=?=\n\nx",
        b"Subject: =?utf-8?b?UXVpZXQgSGFyYm91cg?= and others\n\nx",
        b"Content-Type: text/plain; charset=utf-8; name*0*=utf-8''Quiet%20; name*1*=Harbour.txt\n\nx",
        b'Content-Disposition: attachment; filename="=?utf-8?q?Quiet_Harbour.txt?="\n\nx',
        b"Content-Transfer-Encoding: base64 (a comment)\n\nUXVpZXQgSGFyYm91cg==\n",
        b"Content-Transfer-Encoding: Quoted-Printable \n\nQuiet=20Harb=\nour\n",
    ],
)
def test_what_a_mail_shows_is_read_wherever_it_stands(mail: bytes) -> None:
    assert any(b"Quiet Harbour" in piece.content for piece in pieces_of_mail(mail))


def test_a_field_that_is_being_written_is_no_reason_to_refuse_the_letter() -> None:
    draft = letter_of(Letter([p("Excellency, {{ letter.ti"), p("We ask.")]).data(), "letter.docx")
    assert draft.paragraphs[0].text == "Excellency, {{ letter.ti"


@pytest.mark.parametrize("text", ["{{" + "x" * 900_000, "{{" + " " * 900_000])
def test_a_field_without_an_end_is_looked_for_once(text: str) -> None:
    assert list(typed_figures(text, "en", ())) == []


def test_a_letter_of_two_bodies_is_damaged() -> None:
    """The second one would be left out without a word."""
    data = code_of(DRAFTS, "two bodies")
    assert refused(data, "letter.docx") == "file-damaged"
    with pytest.raises(ProblemError, match="file-damaged"):
        letter_of(data, "letter.docx")


def test_a_letter_with_more_namespaces_than_pictures_declare_is_refused() -> None:
    with pytest.raises(ProblemError) as caught:
        unpack(code_of(DRAFTS, "100,000 namespaces"), Kind.DOCX, "letter.docx")
    assert caught.value.code == "file-too-large"


def test_text_behind_a_comment_is_text() -> None:
    xml = docx_xml.inside("<w:p><w:r><w:t>a<!-- b --><?c d?>e</w:t></w:r></w:p>")
    assert "ae" in lines(xml, "letter.docx")


def test_an_element_with_masses_of_attributes_is_refused() -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(501))
    with pytest.raises(ProblemError):
        parse(f"<x {attributes}/>".encode(), "letter.docx", "word/document.xml")


def test_a_letter_of_a_million_letters_is_refused() -> None:
    with pytest.raises(ProblemError) as caught:
        letter_of(Letter([p(zips.letters_of(MAX_TEXT + 8))]).data(), "letter.docx")
    assert caught.value.code == "letter-too-long"


@pytest.mark.parametrize(
    "what", ["a number of 9,000 digits", "styles based on each other", "5,000 styles, each based on the next"]
)
def test_what_sends_word_round_in_circles_is_read(what: str) -> None:
    assert zips.TEXT in lines(code_of(docx_word.WORD, what), "letter.docx")


def test_a_style_hides_through_those_it_builds_on_whichever_comes_first() -> None:
    def style(key: str, base: str, look: str = "") -> str:
        return f'<w:style w:styleId="{key}"><w:basedOn w:val="{base}"/><w:rPr>{look}</w:rPr></w:style>'

    made = (
        style("a", "b") + style("b", "c") + style("c", "", "<w:vanish/>") + style("d", "d") + style("e", "b")
    )
    root = parse(_styles(made), "letter.docx", "word/styles.xml")
    assert hidden_styles(root) == {"a", "b", "c", "e"}


def _styles(made: str) -> bytes:
    return unpack(Letter([p("x")], styles=made).data(), Kind.DOCX, "letter.docx")["word/styles.xml"]


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "unicode_escape", "zlib_codec", "base64"])
def test_a_page_in_plain_letters_is_read_whatever_it_says_of_them(charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p>+ADw- \\x3c The lamps</p></html>'
    assert lines(page.encode(), "letter.html") == ["+ADw- \\x3c The lamps"]


def test_single_zeros_make_no_other_encoding_of_a_page() -> None:
    assert lines(b"<html><p>Lamps a\0re l\0it</p></html>", "letter.html") == ["Lamps are lit"]


def test_markup_of_no_letter_is_refused() -> None:
    assert refused(b'<?xml version="1.0"?><office:document/>', "letter.fodt") == "import-kind-unknown"


def test_one_text_in_masses_of_cells_is_refused_before_it_is_laid_out() -> None:
    with pytest.raises(ProblemError) as caught:
        table_in(code_of(form_files.XLSX, "a text of 300 kB in 3,000 cells"), "form.xlsx")
    assert caught.value.code == "file-too-large"


def test_one_text_in_few_cells_is_read(tmp_path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 4))
    strings = (
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>Lamp</t></si></sst>"
    )
    path = workbook_of_xml(tmp_path / "a.xlsx", cells, {"xl/sharedStrings.xml": strings})
    assert len(table_in(path.read_bytes(), "a.xlsx").lines) == 3


def test_masses_of_answers_are_refused_with_the_number_that_can_be_read() -> None:
    data = "Organisation\n" + "".join(f"Union {number}\n" for number in range(10_001))
    with pytest.raises(ProblemError) as caught:
        answers_in(data.encode(), "form.csv")
    assert (caught.value.code, caught.value.values["most"]) == ("form-too-long", 10_000)


def test_ordinary_answers_are_read() -> None:
    read = answers_in(b"Organisation,Country\nLamp Union,Laos\n", "form.csv")
    assert [one.signatory.name for one in form_of(read, {}, Disclosure.PENDING).sign_ons] == ["Lamp Union"]


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 100_000, "{a=" * 900 + "1" + "}" * 900])
def test_settings_that_stop_the_parser_are_broken_in_that_line(value: str) -> None:
    with pytest.raises(ProblemError) as caught:
        campaign_in(f'title = "x"\nabout = {value}\nplace = "y"\n')
    assert caught.value.code == "campaign-broken"
    assert caught.value.place.part == "line 2"


def test_a_letter_whose_reading_is_stopped_leaves_no_process(tmp_path: Path) -> None:
    from multiprocessing import active_children

    (tmp_path / "letter.txt").write_text("Excellency,\n\nThe lamps are lit.\n", "utf-8")
    reading = reading_source(tmp_path / "letter.txt")
    next(reading)
    assert active_children()
    reading.close()
    assert not active_children()


def test_sheets_that_hold_too_much_together_are_refused() -> None:
    book = openpyxl.Workbook()
    rows = [[f"Union {number}"] for number in range(8_000)]
    for sheet in (book.active, *(book.create_sheet() for _ in range(3))):
        assert sheet is not None
        for row in (["Organisation"], *rows):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(ProblemError) as caught:
        answers_in(out.getvalue(), "form.xlsx")
    assert caught.value.code == "form-too-long"


def test_a_number_without_an_end_is_looked_at_once() -> None:
    assert readings_of(b"Date: " + b"9" * 200_000, markup=False)
