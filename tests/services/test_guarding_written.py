"""A name is found in whichever manner some program writes it, or the file is said not to be checked."""

import base64
import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from campaigns import hidden
from files.far_members import with_far_member
from files.packages import zipped
from services.test_guarding import NAME, saved, searched

from desktop_app.files.unreadable import WhyUnread

BURMESE = "ကရင်ဝတ်လွင် အမျိုးသမီးအဖွဲ့"
ZAWGYI = "ကရင္ဝတ္လြင္ အမ်ိဳးသမီးအဖြဲ႔"
ACCENTED = "Österreichische Übersee Gesellschaft"
HEBREW = "רשת פנס סרת"
THAI = "สมาคมช่างทอออนดาลี"
RUSSIAN = "Союз Серетских Фонарей"
PERSIAN = "جمعية نسيم الوادي الأزرق"
CHINESE = "中国莲灯织工会"
NAMES = (NAME, BURMESE, ACCENTED, HEBREW, THAI, RUSSIAN, PERSIAN, CHINESE)
ROWS = [hidden(row, name) for row, name in enumerate(NAMES, start=7)]
_CODES = ",".join(str(ord(c)) for c in NAME)
_WORDS = NAME.split()
_RUBY = "".join(
    f"<w:r><w:ruby><w:rt><w:r><w:t>aloud</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>{word} </w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
    for word in _WORDS
)
_BETWEEN = "<w:r><w:rPr>{}</w:rPr><w:t>words</w:t></w:r>"
_SYMBOLS = "".join(f'<w:r><w:sym w:font="A" w:char="{0xF000 + ord(c):04X}"/></w:r>' for c in NAME)


class Pipe(io.BytesIO):
    """Where nothing can be mended behind: what writes to it says lengths when it knows them."""

    def seekable(self) -> bool:
        """It is not."""
        return False


def _in_mathematics(letter: str) -> str:
    return chr(0x1D400 + ord(letter.upper()) - 65) if letter.isalpha() else letter


def letter(inside: str) -> bytes:
    return zipped({"word/document.xml": f"<w:document><w:body><w:p>{inside}</w:p></w:body></w:document>"})


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("codes in a script.html", f"<script>String.fromCharCode({_CODES})</script>"),
        ("codes of a list.json", json.dumps([ord(c) for c in NAME])),
        ("codes of wide letters.json", json.dumps([ord(c) + 0xFEE0 if c > " " else 32 for c in NAME])),
        ("codes with U+.txt", " ".join(f"U+{ord(c):04X}" for c in NAME)),
        ("pairs.json", json.dumps("".join(_in_mathematics(c) for c in NAME))),
        ("ends of lines.ics", "BEGIN:VCALENDAR\r\nSUMMARY:" + NAME.replace(" ", "\\n") + "\r\n"),
        ("commands of TeX.txt", " ".join(f"\\textbf{{{word}}}" for word in _WORDS)),
        ("accents of TeX.txt", ACCENTED.replace("Ö", '\\"O').replace("Ü", '\\"{U}')),
        ("struck twice.txt", "".join(f"{c}\b{c}" for c in NAME)),
        ("taken for another encoding.txt", ACCENTED.encode().decode("cp1252")),
        ("tags.txt", "".join(chr(0xE0000 + ord(c)) for c in NAME)),
        ("from the right.txt", HEBREW[::-1]),
        ("Zawgyi.txt", ZAWGYI),
        ("marks in another order.txt", BURMESE.replace("ို", "ုိ")),
        ("letters of Persian.txt", PERSIAN.replace("ي", "ی")),
        (
            "a page in a page.html",
            f'<iframe srcdoc="&lt;p&gt;{"&lt;b&gt; &lt;/b&gt;".join(_WORDS)}"></iframe>',
        ),
        ("turned.html", f'<bdo dir="rtl">{NAME[::-1]}</bdo>'),
        ("aloud.html", "<ruby>" + "".join(f"{word} <rt>x</rt>" for word in _WORDS) + "</ruby>"),
        ("kind of the page.html", f'<!DOCTYPE x "{NAME}"><p>x</p>'),
        ("aloud.docx", letter(_RUBY)),
        ("symbols.docx", letter(_SYMBOLS)),
        ("symbols of another prefix.docx", letter(_SYMBOLS.replace("w:sym", "s:sym").replace("w:", "s:"))),
        ("symbols of short numbers.docx", letter(_SYMBOLS.replace('"F0', '"'))),
        ("turned.docx", letter(f'<w:bdo w:val="rtl"><w:r><w:t>{NAME[::-1]}</w:t></w:r></w:bdo>')),
        (
            "domain.docx",
            letter(f"<w:t>https://{RUSSIAN.lower().replace(' ', '-').encode('idna').decode()}</w:t>"),
        ),
        (
            "header.xlsx",
            zipped({"xl/worksheets/sheet1.xml": f"<oddHeader>&amp;L{'&amp;C'.join(_WORDS)}</oddHeader>"}),
        ),
        ("style.odt", zipped({"content.xml": f'<a style-name="{"_20_".join(_WORDS)}"/>'})),
    ],
)
def test_a_name_is_found(tmp_path: Path, file: str, data: str | bytes) -> None:
    assert searched([saved(tmp_path, data, file)], *ROWS).certain


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:b/><w:vanish w:val="true"/>',
        "<w:specVanish/>",
        "<w:webHidden/>",
        '<w:rStyle w:val="Unseen"/>',
    ],
)
def test_a_name_is_found_around_hidden_words(look: str, tmp_path: Path) -> None:
    between = f"{_WORDS[0]}</w:t></w:r>{_BETWEEN.format(look)}<w:r><w:t> {_WORDS[1]}"
    said = f"<w:r><w:t>To the {between} we write.</w:t></w:r>"
    assert searched([saved(tmp_path, letter(said))], *ROWS).certain
    # As it was found between what is hidden, it is found in that.
    inside = letter(_BETWEEN.format(look).replace("words", NAME))
    assert searched([saved(tmp_path, inside)], *ROWS).certain


def test_words_around_those_that_are_shown_are_no_name(tmp_path: Path) -> None:
    shown = _BETWEEN.format('<w:vanish w:val="0"/>')
    said = f"<w:r><w:t>{_WORDS[0]} </w:t></w:r>{shown}<w:r><w:t> {_WORDS[1]}</w:t></w:r>"
    assert searched([saved(tmp_path, letter(said))], *ROWS).hits == ()


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("two bytes to a letter.txt", THAI.encode("utf-16-le")),
        ("locked.txt", b"-----BEGIN PGP MESSAGE-----\n\nyEABx\n"),
        ("something behind.zip", zipped({"a.txt": "x"}) + b"\xd3\xf0I\xcc"),
        ("queries.xlsx", zipped({"customXml/item1.xml": "<DataMashup>AAAAAA==</DataMashup>"})),
    ],
)
def test_what_is_not_certain_was_not_checked(tmp_path: Path, file: str, data: bytes) -> None:
    assert searched([saved(tmp_path, data, file)], *ROWS).not_read


def test_a_name_of_a_member_in_an_old_encoding_was_not_checked(tmp_path: Path) -> None:
    data = zipped({"Q" * 10: "x"}).replace(b"Q" * 10, RUSSIAN[:10].encode("cp866"))
    assert searched([saved(tmp_path, data, "a.zip")], *ROWS).not_read


def test_a_package_in_base64_stops_no_search(tmp_path: Path) -> None:
    """Its letters and signs look like UTF-7, in which they are halves of letters."""
    data = f"https://example.org/?q={'+'.join(_WORDS)}+2AA-2AA and more"
    assert searched([saved(tmp_path, data, "a.txt"), saved(tmp_path, NAME, "b.txt")], *ROWS).certain


@pytest.mark.parametrize(
    "behind", [gzip.compress(NAME.encode()), zipped({"a.txt": NAME})], ids=["packed", "package"]
)
def test_a_file_behind_a_pdf_was_not_checked(tmp_path: Path, behind: bytes) -> None:
    data = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n" + behind
    assert searched([saved(tmp_path, data, "a.pdf")], *ROWS).not_read


@pytest.mark.parametrize(
    ("name", "text"),
    [("أمل", "وصلت الرسالة لما كتبنا"), ("FSM", "نشكر منظمة MSF على دعمها")],
    ids=["a word from its end", "capitals within Arabic"],
)
def test_what_is_another_word_from_its_end_is_no_name(tmp_path: Path, name: str, text: str) -> None:
    assert searched([saved(tmp_path, text, "a.txt")], hidden(7, name)).hits == ()


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a list in lines.json", json.dumps([ord(c) for c in NAME], indent=8)),
        ("codes of letters with signs.json", json.dumps([ord(c) for c in BURMESE])),
        ("codes beneath percent signs.txt", " ".join(f"U%2B{ord(c):04X}" for c in NAME)),
        (
            "a page in an address.html",
            f'<a href="data:text/html;base64,{base64.b64encode("<b> </b>".join(_WORDS).encode()).decode()}">',
        ),
        (
            "signs beyond ASCII.docx",
            letter("".join(f"<w:r><w:sym w:char='{ord(c):04X}'/></w:r>" for c in CHINESE)),
        ),
    ],
)
def test_a_name_is_found_beneath_another_manner(tmp_path: Path, file: str, data: str | bytes) -> None:
    assert searched([saved(tmp_path, data, file)], *ROWS).certain


def test_an_archive_between_two_ends_of_a_pdf_was_not_checked(tmp_path: Path) -> None:
    archive = zipped({"a.txt": NAME})
    for number, data in enumerate((b"%PDF-1.4\n%%EOF\n" + archive + b"\n%%EOF\n", b"%PDF-1.4\n" + archive)):
        assert searched([saved(tmp_path, data, f"{number}.pdf")], *ROWS).not_read


@pytest.mark.parametrize("sign", ["\a", "\x1a", "\x1f"])
def test_a_stray_sign_of_control_makes_no_other_encoding(tmp_path: Path, sign: str) -> None:
    assert not searched([saved(tmp_path, f"We write to you {sign}as allies.", "a.txt")], *ROWS).not_read


def test_a_streamed_archive_with_long_lengths_is_read(tmp_path: Path) -> None:
    out = Pipe()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(b"We write to you.")
    search = searched([saved(tmp_path, out.getvalue(), "a.zip")], *ROWS)
    assert (search.hits, search.not_read) == ((), ())


@pytest.mark.parametrize("offset", [1 << 40, 1 << 63, (1 << 64) - 1])
def test_an_archive_with_a_member_far_off_is_damaged(offset: int, tmp_path: Path) -> None:
    data = with_far_member(letter("x"), offset)
    search = searched([saved(tmp_path, data)], *ROWS)
    assert [one.why for one in search.not_read] == [WhyUnread.DAMAGED]


@pytest.mark.parametrize("code", ["D800", "DFFF", "110000"])
def test_half_a_letter_stops_no_search(code: str, tmp_path: Path) -> None:
    data = letter(f'<w:r><w:sym w:char="{code}"/></w:r><w:r><w:t>{NAME}</w:t></w:r>')
    search = searched([saved(tmp_path, data)], *ROWS, hidden(40, "QVX"))
    assert (search.certain != (), search.not_read) == (True, ())


def test_figures_of_a_table_are_no_letters(tmp_path: Path) -> None:
    data = "Year, signed: 2021, 2022, 2023, 2024, 12, 45, 67, 89, 101, 34, 78, 90"
    search = searched([saved(tmp_path, data, "a.csv")], *ROWS)
    assert (search.hits, search.not_read) == ((), ())


def test_what_libreoffice_says_of_the_parts_of_a_letter_is_read(tmp_path: Path) -> None:
    said = '<rdf:RDF xmlns:rdf="r"><rdf:Description rdf:about="{}"/></rdf:RDF>'
    plain, named = (
        saved(tmp_path, zipped({"manifest.rdf": said.format(n)}), f"{n}.odt") for n in ("x", NAME)
    )
    assert (searched([plain], *ROWS).hits, searched([plain], *ROWS).not_read) == ((), ())
    assert {hit.part for hit in searched([named], *ROWS).certain} >= {"manifest.rdf"}
