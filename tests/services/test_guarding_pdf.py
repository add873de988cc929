"""A withheld name in a PDF is found wherever it stands: shown, unseen, in an older state, beside the text."""

import gzip
import io
import re
import zipfile
import zlib
from base64 import a85encode
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from campaigns import NAMED, hidden
from domain.lists import named
from files.pdfs import Text, down, pdf
from pdf_letters import office_pdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.prose import BODY, Settled
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.withheld import forms_of
from desktop_app.files import pdf_unlocked, text_of_pdf_pages
from desktop_app.files.pdf_scrub import scrubbed
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.guarding import Guard
from desktop_app.services.search_results import Search
from desktop_app.support.long_work import result_of

SECRET = "Lantern of Ondara"
ROWS = (*NAMED, hidden(9, SECRET))
OWNERS = pikepdf.Encryption(owner="x", user="", R=4)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """A process for each of these files would take most of the time."""
    if "strangers" not in request.node.name:
        monkeypatch.setattr(text_of_pdf_pages, "run_bounded", lambda work, data, **_: work(data))
        monkeypatch.setattr(pdf_unlocked, "run_bounded", lambda work, data, **_: work(data))


def searched(path: Path, rows: tuple[Signatory, ...] = ROWS, **how: object) -> Search:
    printed = printed_names(rows)
    guard = Guard(forms_of(rows, printed), printed, **how)  # type: ignore[arg-type]
    return result_of(guard.search([path], [path.name]))


def _stream(about: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (about, len(content), content)


def _with_object(thing: bytes) -> bytes:
    """A file with one object more, to which nothing leads."""
    data = pdf(down(50, 700, "We met."))
    at = data.index(b"%%EOF")
    return data[:at] + b"\n90 0 obj\n" + thing + b"\nendobj\n" + data[at:]


_PACKED = zlib.compress(SECRET.encode())


@pytest.mark.parametrize(
    "thing",
    [
        _stream(b"/F#69lter /FlateDecode", _PACKED),
        _stream(b"/Type /Metadata /Subtype /XML /#46ilter /FlateDecode", _PACKED),
        _stream(b"/F#69lter /ASCIIHexDecode", _PACKED.hex().encode() + b">"),
        _stream(b"", _PACKED),
        b"<< /A [(Lantern )(of )(Ondara)] >>",
        b"<< /A [ (Lan) <7465726e206f66204f6e64617261> ] >>",
    ],
)
def test_a_name_is_found_in_an_object_that_nothing_leads_to(thing: bytes, tmp_path: Path) -> None:
    assert found_in(tmp_path / "a.pdf", _with_object(thing))


def test_a_file_packed_otherwise_among_the_streams_was_not_checked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(_with_object(_stream(b"", gzip.compress(SECRET.encode()))))
    assert searched(tmp_path / "a.pdf").not_read
    for plain in (b"x\x9c and more", b"x\x9c", b"words"):
        (tmp_path / "b.pdf").write_bytes(_with_object(_stream(b"", plain)))
        assert searched(tmp_path / "b.pdf").hits == ()


@pytest.mark.parametrize("digits", [1, 20, 5_000])
def test_the_length_of_a_stream_may_be_any_number(digits: int, tmp_path: Path) -> None:
    told = f"<< /Length {'9' * digits} >>\nstream\n{SECRET}\nendstream".encode()
    assert found_in(tmp_path / "a.pdf", _with_object(told))


def found_in(path: Path, data: bytes) -> bool:
    path.write_bytes(data)
    return bool(searched(path).certain)


@pytest.mark.parametrize(
    "page",
    [
        down(50, 700, "We met Lantern of Ondara."),
        down(50, 700, "We met people of the Lantern", "of Ondara in May."),
        [(50.0, 700.0, "Lan"), (66.0, 700.0, "tern of Ondara")],
        [(900.0, 2000.0, SECRET)],
        [(50.0, 700.0, SECRET, 0.5)],
    ],
    ids=["a line", "two lines", "pieces", "off the page", "tiny"],
)
def test_what_a_page_draws_is_read(tmp_path: Path, page: list[Text]) -> None:
    assert found_in(tmp_path / "a.pdf", pdf(page))
    assert found_in(tmp_path / "b.pdf", pdf(page, drawing="3 Tr")), "text that is drawn unseen"


def test_a_name_that_goes_on_over_the_page_is_read(tmp_path: Path) -> None:
    first = [*down(50, 80, "as people of the Lantern"), (280.0, 20.0, "Page 1 of 2")]
    second = [(50.0, 780.0, "Joint letter, 1 February 2024"), *down(50, 700, "of Ondara have told us.")]
    assert found_in(tmp_path / "a.pdf", pdf(first, second))


def info(made: Pdf) -> None:
    made.docinfo["/Subject"] = SECRET


def xmp(made: Pdf) -> None:
    with made.open_metadata(set_pikepdf_as_editor=False) as packet:
        packet["dc:description"] = SECRET


def alternative(made: Pdf) -> None:
    made.Root.StructTreeRoot.K = Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(SECRET))


def utf16(made: Pdf) -> None:
    made.Root.Note = String(b"\xfe\xff" + SECRET.encode("utf-16-be"))


def name(made: Pdf) -> None:
    made.Root[f"/{SECRET.replace(' ', '_')}"] = 1


def outline(made: Pdf) -> None:
    with made.open_outline() as entries:
        entries.root.append(pikepdf.OutlineItem(SECRET, 0))


def attached(made: Pdf) -> None:
    made.attachments["notes.txt"] = SECRET.encode()


def attached_archive(made: Pdf) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes.txt", SECRET)
    made.attachments["notes.zip"] = packed.getvalue()


def unused(made: Pdf) -> None:
    made.Root.Spare = made.make_indirect(Stream(made, f"BT ({SECRET}) Tj ET".encode()))


def actual_text(made: Pdf) -> None:
    marked = SECRET.encode("utf-16-be").hex()
    made.pages[0].contents_add(f"/Span<</ActualText<FEFF{marked}>>>BDC EMC".encode())


def twice_packed(made: Pdf) -> None:
    packed = a85encode(zlib.compress(f"({SECRET}) Tj".encode())) + b"~>"
    filters = Array([Name.ASCII85Decode, Name.FlateDecode])
    made.Root.Spare = made.make_indirect(Stream(made, packed, Filter=filters))


@pytest.mark.parametrize("objects", [pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable])
@pytest.mark.parametrize(
    "plant",
    [
        *(info, xmp, alternative, utf16, name, outline, attached, attached_archive),
        *(unused, actual_text, twice_packed),
    ],
)
def test_what_stands_beside_the_pages_is_read(
    tmp_path: Path, plant: Callable[[Pdf], None], objects: pikepdf.ObjectStreamMode
) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        assert searched(path).hits == ()
        plant(made)
        made.save(path, object_stream_mode=objects, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert searched(path).certain


@pytest.mark.parametrize("name", ["សមាគមចង្កៀង", "สมาคมโคมไฟ", "Lantern of Ondara"])
@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060"])
def test_a_drawn_name_with_unseen_signs_is_read(tmp_path: Path, name: str, sign: str) -> None:
    path = tmp_path / "a.pdf"
    typed = f"{name[:3]}{sign}{name[3:]}".replace(" ", "\u00a0")
    with office_pdf(path, "Excellency,") as made:
        made.Root.Spare = made.make_indirect(Stream(made, f"BT ({typed}) Tj ET".encode()))
        made.save(path)
    assert searched(path, (*NAMED, hidden(9, name))).certain


def test_older_states_comments_and_what_nothing_refers_to_are_read(tmp_path: Path) -> None:
    clean, telling = pdf(down(50, 700, "Excellency,")), pdf(down(50, 700, SECRET))
    path = tmp_path / "a.pdf"
    assert found_in(path, telling + clean[clean.index(b"4 0 obj") :])
    assert found_in(path, clean + f"% {SECRET.replace(' ', '-')}\n".encode())
    assert found_in(path, clean.replace(b"trailer", f"99 0 obj({SECRET})endobj\ntrailer".encode()))
    assert not found_in(path, clean)


def test_words_of_arabic_are_read_in_either_order() -> None:
    from desktop_app.files.text_of_pdf_pages import _readable

    assert "شبكة الميناء" in _readable("شبكة الميناء"[::-1])
    assert "شبكة السلام" in _readable("شبكة السالم"), "the ligature that PDFium takes apart"
    assert _readable("Lan\x02\r\ntern\r\nof") == "Lantern\nof"


def test_a_strangers_pdf_is_read_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(down(50, 700, SECRET)))
    assert searched(path).certain
    monkeypatch.setattr(text_of_pdf_pages, "_MEMORY", 1 << 20)
    assert searched(path).unread == ("a.pdf",)


@pytest.mark.parametrize("spoil", ["cut", "locked", "odd filter", "differences", "cut stream", "no PDF"])
def test_what_cannot_be_read_is_said(tmp_path: Path, spoil: str) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        if spoil == "locked":
            made.save(path, encryption=pikepdf.Encryption(owner="x", user="lantern"))
        if spoil == "odd filter":
            made.Root.Spare = made.make_indirect(Stream(made, b"x", Filter=Name.Zalto))
            made.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        if spoil == "differences":
            how = Dictionary(Predictor=12, Columns=4)
            odd = Stream(made, zlib.compress(b"\x02text"), Filter=Name.FlateDecode, DecodeParms=how)
            made.Root.Spare = made.make_indirect(odd)
            made.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        if spoil == "cut stream":
            half = zlib.compress(SECRET.encode() * 9)[:-12]
            made.Root.Spare = made.make_indirect(Stream(made, half, Filter=Name.FlateDecode))
            made.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    data = path.read_bytes()
    if spoil == "cut":
        path.write_bytes(data[: len(data) // 2])
    if spoil == "no PDF":
        path.write_bytes(b"%PDF-1.6 and nothing more")
    assert searched(path).unread == ("a.pdf",)


def test_an_acronym_that_is_a_word_of_the_format_is_no_hit(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,"):
        pass
    rows = (
        *NAMED,
        Signatory(9, "Youth Relief Initiative", Disclosure.ANONYMOUS, acronym="URI"),
        hidden(10, "Xanadu Yard Zone"),
    )
    assert searched(path, rows).hits == ()


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("info", "zip-tells"),
        ("attached", "part-not-allowed"),
        ("script", "unseen-content"),
        ("link", "link-not-allowed"),
        ("marks", "pdf-not-archival"),
    ],
)
def test_a_letter_may_not_hold_what_no_letter_needs(tmp_path: Path, at: str, code: str) -> None:
    path = tmp_path / "a.pdf"
    office_pdf(path, "Excellency,").close()
    path.write_bytes(scrubbed(path, title="A truce", language="en"))
    assert searched(path, letters=True).faults == ()
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        if at == "info":
            made.docinfo["/CreationDate"] = "D:20240201"
        if at == "attached":
            attached(made)
        if at == "script":
            made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))
        if at == "link":
            action = Dictionary(S=Name.URI, URI=String("file:///etc/hosts"))
            link = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), A=action)
            made.pages[0].obj.Annots = Array([made.make_indirect(link)])
        if at == "marks":
            del made.Root.Metadata
        made.save(path)
    assert code in {fault.code for fault in searched(path, letters=True).faults}


def by_glyph(data: bytes) -> bytes:
    """The same PDF as an office program writes it: the text is glyphs, and no string of its own."""
    return re.sub(rb"\(([^()]*)\) Tj", lambda found: b"<" + found[1].hex().encode() + b"> Tj", data)


def test_a_settled_sentence_may_stand_on_a_page_over_two_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    sentence = "We read what Lantern of Ondara has published of late."
    forms = tuple(sorted({text for _, text in Guard(forms_of(ROWS, printed_names(ROWS))).forms_in(sentence)}))
    settled = {"a.pdf": [Settled(9, BODY, sentence, forms, 1)]}
    path.write_bytes(by_glyph(pdf(down(50, 700, "We read what Lantern of", "Ondara has published of late."))))
    assert searched(path).certain
    assert searched(path, settled=settled).certain == ()
    path.write_bytes(by_glyph(pdf(down(50, 700, "We read what Lantern of", "Ondara has published."))))
    assert searched(path, settled=settled).certain


def test_a_settled_sentence_may_stand_in_a_public_copy_and_no_other(tmp_path: Path) -> None:
    sentence = "We read what Lantern of Ondara has published of late."
    forms = tuple(sorted({text for _, text in Guard(forms_of(ROWS, printed_names(ROWS))).forms_in(sentence)}))
    body = "<p>We read<sup>1</sup> what <em>Lantern of Ondara</em> has published of late.</p>"
    for name, text, more in (
        (
            "a.html",
            f"<!DOCTYPE html>\n<html><body>{body}</body></html>",
            '<p title="Lantern of Ondara">x</p></body>',
        ),
        ("a.txt", "We read what Lantern of Ondara\nhas published of late.\n", "Lantern of Ondara\n"),
    ):
        path, settled = tmp_path / name, {name: [Settled(9, BODY, sentence, forms, 1)]}
        path.write_text(text)
        assert searched(path, letters=True).certain
        assert searched(path, letters=True, settled=settled).certain == ()
        path.write_text(text.replace("</body>", more) if "</body>" in text else text + more)
        assert searched(path, letters=True, settled=settled).certain


def test_a_withheld_name_inside_a_printed_one_over_two_lines_is_a_warning_as_on_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    rows = (*NAMED, named(5, "Friends of the Harbour Lantern of Ondara Trust"), hidden(9, SECRET))
    path.write_bytes(by_glyph(pdf(down(50, 700, "4 Friends of the Harbour Lantern of", "Ondara Trust"))))
    found = searched(path, rows)
    assert [hit.certain for hit in found.hits] == [False]
    path.write_bytes(by_glyph(pdf(down(50, 700, "4 Friends of the Lantern of", "Ondara Trust"))))
    assert searched(path, rows).certain


@pytest.mark.parametrize("lock", [OWNERS, pikepdf.Encryption(owner="x", user="", R=6)])
def test_a_pdf_that_opens_without_its_owners_password_is_read(
    tmp_path: Path, lock: pikepdf.Encryption
) -> None:
    path = tmp_path / "a.pdf"
    for words, beside in ((SECRET, "Ada"), ("Excellency,", SECRET), ("Excellency,", "Ada")):
        with office_pdf(path, words) as made:
            made.Root.Spare = made.make_indirect(String(beside))
            made.save(path, encryption=lock)
        found = searched(path)
        assert bool(found.certain) is (SECRET in (words, beside))
        assert found.unread == ()


def test_a_locked_pdf_is_never_a_letter_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        made.save(path, encryption=OWNERS)
    assert searched(path, letters=True).unread == ("a.pdf",)


def test_an_object_of_a_locked_pdf_to_which_nothing_refers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        made.Root.Spare = made.make_indirect(String(SECRET))
        made.save(path, encryption=OWNERS)
    assert found_in(path, path.read_bytes().replace(b"/Spare", b"/Q    "))


def test_a_page_whose_font_says_no_letters_was_not_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, SECRET) as made:
        # As a subset that numbers its glyphs, and says nowhere what they are.
        names = Array([1, *(Name(f"/g{number}") for number in range(1, 200))])
        made.pages[0].Resources.Font.F.Encoding = Dictionary(Type=Name.Encoding, Differences=names)
        made.save(path)
    assert {one.why for one in searched(path).not_read} == {WhyUnread.FONTS}


@pytest.mark.parametrize("last", [b"\r", b"\n"])
def test_packed_text_may_end_with_a_line_end_of_its_own(tmp_path: Path, last: bytes) -> None:
    texts = (f"({SECRET}) Tj % {'!' * length}" for length in range(300))
    packed = next(made for made in (zlib.compress(text.encode()) for text in texts) if made.endswith(last))
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        made.save(path)
    beside = b"\n9 0 obj\n<</Length 10 0 R/Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\nendobj\n"
    assert found_in(path, path.read_bytes() + beside)


def test_what_stands_in_plain_sight_in_a_locked_pdf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, "Excellency,") as made:
        made.save(path, encryption=OWNERS)
    assert found_in(path, path.read_bytes() + f"\n% {SECRET}\n".encode())


def test_an_attachment_that_nobody_reads_hides_no_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path, SECRET) as made:
        made.attachments["x.bin"] = bytes(range(256))
        made.save(path)
    found = searched(path)
    assert (found.unread, {hit.part for hit in found.certain} >= {"page 1"}) == (("a.pdf",), True)


@pytest.mark.parametrize("where", ["bookmark", "note", "title"])
def test_what_stands_beside_pages_without_text_is_read(tmp_path: Path, where: str) -> None:
    path = tmp_path / "a.pdf"
    with office_pdf(path) as made:
        _scanned(made)
        if where == "bookmark":
            with made.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(SECRET, 0))
        if where == "note":
            note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(SECRET))
            made.pages[0].Annots = Array([made.make_indirect(note)])
        if where == "title":
            made.docinfo["/Title"] = SECRET
        made.save(path)
    found = searched(path)
    assert {hit.part for hit in found.certain} == {"strings"}
    assert [(one.part, one.why) for one in found.not_read] == [("page 1", WhyUnread.PICTURE_PAGES)]


def _scanned(made: Pdf) -> None:
    """A page that is a picture, with nothing on it as text."""
    dots = Stream(
        *(made, bytes(300)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )
    made.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=made.make_indirect(dots)))
    made.pages[0].Contents = made.make_indirect(Stream(made, b"q 500 0 0 700 50 50 cm /Im0 Do Q"))


def test_a_name_from_page_to_page_is_found_also_where_a_page_comes_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    first, last = down(50, 700, "We met people of the Lantern"), down(50, 700, "of Ondara in May.")
    other = down(50, 700, "Nothing else.")
    assert found_in(path, pdf(first, other, first, last))
