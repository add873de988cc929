"""A PDF is cleaned by an allow-list: whatever LibreOffice or a letter brings along stays behind."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pdf_letters import office_pdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from desktop_app.files.finished_pdf import faults_in_pdf
from desktop_app.files.pdf_fonts import _decrypted, _encrypted, without_number
from desktop_app.files.pdf_scrub import UncleanError, scrubbed


def cleaned(path: Path, title: str = "A truce & more", language: str = "fr") -> Pdf:
    data = scrubbed(path, title=title, language=language)
    (path.parent / "clean.pdf").write_bytes(data)
    return pikepdf.open(io.BytesIO(data))


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('Zalto')"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array()))


def attachment(pdf: Pdf) -> None:
    pdf.attachments["Zalto.odt"] = b"the document itself"


def form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array())
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.org/Zalto")))


def notes(pdf: Pdf) -> None:
    box = Array([0, 0, 1, 1])
    targets = ("file:///etc/zalto", "javascript:zalto()", "https://example.org/\nzalto", "smb://zalto/x")
    actions = [Dictionary(S=Name.URI, URI=String(target)) for target in targets]
    actions += [Dictionary(S=Name.Launch, F=String("zalto.exe")), Dictionary(S=Name.GoToR, F=String("zalto"))]
    wanted = [Dictionary(Subtype=Name.Link, Rect=box, A=pdf.make_indirect(action)) for action in actions]
    wanted.append(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=box, Contents=String("zalto")))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note) for note in wanted])


def page_data(pdf: Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(Zalto=Dictionary(LastModified=String("D:2024")))
    pdf.pages[0].obj.LastModified = String("D:20240201")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([Dictionary(Name=String("zalto"))]))


@pytest.mark.parametrize("plant", [script, attachment, form, notes, page_data])
def test_what_no_letter_needs_stays_behind(tmp_path: Path, plant: Callable[[Pdf], None]) -> None:
    path = tmp_path / "made.pdf"
    with office_pdf(path, "Excellency,") as made:
        plant(made)
        made.save(path)
    with cleaned(path) as clean:
        everything = b"".join(repr(thing).encode() for thing in clean.objects)
        assert b"zalto" not in everything.lower()
        assert set(clean.trailer.keys()) <= {
            "/Root",
            "/ID",
            "/Size",
            "/Type",
            "/W",
            "/Filter",
            "/Length",
            "/DecodeParms",
        }
    assert list(faults_in_pdf((tmp_path / "clean.pdf").read_bytes())) == []


def test_it_says_title_and_language_and_that_it_is_archival_and_nothing_else(tmp_path: Path) -> None:
    with office_pdf(tmp_path / "made.pdf", "Excellency,"), cleaned(tmp_path / "made.pdf") as clean:
        said = clean.open_metadata()
        assert said.pdfa_status == "2B"
        assert said["dc:title"] == "A truce & more"
        assert len(said) == 4
        assert str(clean.Root.Lang) == "fr"
        assert "/Info" not in clean.trailer
        profile = clean.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert profile[24:28] == b"\x07\xbc\x00\x01", "the clock of the colour profile"


def test_links_to_the_web_and_to_mail_and_within_the_letter_stay(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    with office_pdf(path, "Excellency,") as made:
        box, page = Array([0, 0, 1, 1]), made.pages[0].obj
        links = [
            Dictionary(Subtype=Name.Link, Rect=box, A=Dictionary(S=Name.URI, URI=String(target)))
            for target in ("https://example.org/a", "mailto:desk@example.org")
        ]
        links.append(Dictionary(Subtype=Name.Link, Rect=box, Dest=Array([page, Name.Fit])))
        page.Annots = Array([made.make_indirect(link) for link in links])
        made.save(path)
    with cleaned(path) as clean:
        assert len(clean.pages[0].obj.Annots) == 3
    assert list(faults_in_pdf((tmp_path / "clean.pdf").read_bytes())) == []


def test_equal_pages_give_equal_bytes_whenever_they_were_made(tmp_path: Path) -> None:
    made = []
    for year in ("2023", "2024"):
        path = tmp_path / f"{year}.pdf"
        with office_pdf(path, "Excellency,") as pdf:
            pdf.docinfo["/CreationDate"] = f"D:{year}0201"
            pdf.save(path)
        made.append(scrubbed(path, title="A truce", language="en"))
    assert made[0] == made[1]


def test_earlier_states_of_the_file_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    office_pdf(path, "Excellency,").close()
    before = path.read_bytes()
    path.write_bytes(before + b"\n% Zalto\n" + before[before.rindex(b"startxref") :])
    data = scrubbed(path, title="A truce", language="en")
    assert b"Zalto" not in data
    assert data.count(b"%%EOF") == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6\n", b"<html>"])
def test_what_is_no_pdf_is_said(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "made.pdf").write_bytes(data)
    with pytest.raises(UncleanError):
        scrubbed(tmp_path / "made.pdf", title="", language="en")


def test_the_number_of_a_font_says_nothing_in_either_part() -> None:
    closed = b"four/UniqueID 4100017 def/Private"
    head = b"%!FontType1\n/UniqueID 4100017 def\ncurrentfile eexec\n"
    made = without_number(head + _encrypted(closed) + b"0000", len(head), len(closed))
    assert made.startswith(b"%!FontType1\n/UniqueID 4000000 def")
    assert _decrypted(made[len(head) : -4]) == closed.replace(b"4100017", b"4000000")
    assert without_number(b"no number here", 4, 5) == b"no number here"


def test_it_is_the_same_whatever_numbers_its_objects_have(tmp_path: Path) -> None:
    # LibreOffice numbers fonts in one order or another, at the same letter.
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    with office_pdf(one, "Excellency,") as made:
        fonts = {name: made.make_indirect(Dictionary(Type=Name.Font, Of=name)) for name in ("/A", "/B", "/C")}
        made.pages[0].obj.Resources.Font = Dictionary(fonts)
        made.save(one, object_stream_mode=ObjectStreamMode.disable, compress_streams=False)
    with Pdf.open(one) as made:
        first, second = (str(made.pages[0].obj.Resources.Font[name].objgen[0]) for name in ("/B", "/C"))
    assert len(first) == len(second)
    swapped = {first.encode(): second.encode(), second.encode(): first.encode()}
    number = rf"\b({first}|{second})(?= 0 (?:obj|R)\b)".encode()
    other.write_bytes(re.sub(number, lambda found: swapped[found[1]], one.read_bytes()))
    with Pdf.open(other) as made:
        assert str(made.pages[0].obj.Resources.Font["/B"].objgen[0]) == second
    assert scrubbed(one, title="", language="en") == scrubbed(other, title="", language="en")
