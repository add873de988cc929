"""The one door: what no word processor writes does not come in."""

import io
import os
import socket
import zipfile
from pathlib import Path

import pytest
from campaigns import PLAIN_LETTER
from files.far_members import with_far_member
from files.packages import zipped
from letters import Letter, p, parts_of

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_docx import read_letter
from desktop_app.files.package_gate import Kind, read_bytes, unpack

PARTS = parts_of(PLAIN_LETTER.data())
DOCTYPE = '<!DOCTYPE a [<!ENTITY x "gone">]>'


def refused(data: bytes) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        unpack(data, Kind.DOCX, "letter.docx")
    assert caught.value.place.file == "letter.docx"
    return caught.value


@pytest.mark.parametrize("offset", [1 << 40, 1 << 63, (1 << 64) - 1])
def test_a_member_further_off_than_any_file_is_long_is_damage(offset: int) -> None:
    assert refused(with_far_member(PLAIN_LETTER.data(), offset)).code == "file-damaged"


def test_an_ordinary_letter_comes_in_whole() -> None:
    assert unpack(PLAIN_LETTER.data(), Kind.DOCX, "letter.docx") == PARTS


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file-empty"),
        (bytes(2_000), "file-damaged"),
        (PLAIN_LETTER.data()[900:], "file-damaged"),
        (b"%PDF-1.7", "file-wrong-kind"),
        (b"PK\3\4 broken", "file-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "file-damaged"),
        (zipped({"a.txt": "a"}), "file-wrong-kind"),
        (zipped({"word/document.xml": "<a/>"}), "file-damaged"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "file-wrong-kind"),
        (zipped({"[Content_Types].xml": "<Types>"}), "file-damaged"),
        (zipped({"[Content_Types].xml": f"{DOCTYPE}<Types/>"}), "file-hostile"),
        (zipped({"[Content_Types].xml": "macroEnabled"}), "file-has-macros"),
        (zipped({**PARTS, "word/vbaProject.bin": b"x"}), "file-has-macros"),
        (zipped({**PARTS, "../outside.xml": "x"}), "file-hostile"),
        (zipped({**PARTS, "/outside.xml": "x"}), "file-hostile"),
        (zipped({**PARTS, "C:outside.xml": "x"}), "file-hostile"),
        (zipped({**PARTS, "a\\b.xml": "x"}), "file-hostile"),
        (zipped({**PARTS, "WORD/document.xml": "x"}), "file-hostile"),
        (zipped({**PARTS, "word/x.xml": f"{DOCTYPE}<a>&x;</a>"}), "file-hostile"),
        (zipped({**PARTS, "word/x.xml": "<a/>".encode("utf-16")}), "file-hostile"),
        (zipped({**PARTS, "word/x.xml": "http://purl.oclc.org/ooxml/"}), "file-strict"),
        (zipped({**PARTS, **{f"word/{n}.txt": "" for n in range(2_001)}}), "file-too-large"),
        (zipped({**PARTS, "word/media/bomb.png": bytes(30 << 20)}), "file-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_come_in(data: bytes, code: str) -> None:
    assert refused(data).code == code


def test_a_member_that_is_locked_or_packed_in_another_way_does_not_come_in() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("a.xml", "a")
    assert refused(packed.getvalue()).code == "file-damaged"
    locked = bytearray(PLAIN_LETTER.data())
    locked[locked.index(b"PK\1\2") + 8] |= 1
    assert refused(bytes(locked)).code == "file-hostile"


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.files.package_gate.MAX_ALL", sum(map(len, PARTS.values())) - 1)
    assert refused(PLAIN_LETTER.data()).code == "file-too-large"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_file_that_was_cut_or_changed_is_damaged(cut: float) -> None:
    data = PLAIN_LETTER.data()
    assert refused(data[: int(len(data) * cut)]).code == "file-damaged"
    first = data.index(b"word/document.xml") + len("word/document.xml")
    assert refused(data[:first] + b"\xff" * 40 + data[first + 40 :]).code == "file-damaged"


def test_an_entity_under_any_name_is_refused(tmp_path: Path) -> None:
    """The body is where the relation points to; the search over the bytes goes by endings."""
    document = PARTS["word/document.xml"].replace(b"<w:document", DOCTYPE.encode() + b"<w:document", 1)
    odd = {**PARTS, "word/body.bin": document}
    odd["_rels/.rels"] = odd["_rels/.rels"].replace(b"word/document.xml", b"word/body.bin")
    path = tmp_path / "letter.docx"
    path.write_bytes(zipped(odd))
    with pytest.raises(ProblemError) as caught:
        read_letter(path)
    assert (caught.value.code, caught.value.place.part) == ("file-hostile", "word/body.bin")


@pytest.mark.parametrize(
    "document",
    [
        b"<w:document",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b"",
        b"<a>" * 500 + b"</a>" * 500,
        b"<a/>",
        PARTS["word/document.xml"].replace(b"w:body", b"w:nobody"),
        PARTS["word/document.xml"].replace(b"<w:body>", b'<w:body z:z="1"><w:p xml:space="none"/>')
        + b"<w:p/>",
    ],
    ids="open encoding empty deep other bodiless warned".split(),
)
def test_a_body_that_is_no_xml_is_damaged(tmp_path: Path, document: bytes) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(zipped({**PARTS, "word/document.xml": document}))
    with pytest.raises(ProblemError) as caught:
        read_letter(path)
    assert (caught.value.code, caught.value.place.part) == ("file-damaged", "word/document.xml")


def test_what_a_document_system_puts_in_for_itself_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    beside = b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>'
    path.write_bytes(zipped({**PARTS, "customXml/item1.xml": beside}))
    assert read_letter(path).paragraphs


def test_a_letter_without_a_body_part_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(zipped({name: part for name, part in PARTS.items() if name != "word/document.xml"}))
    with pytest.raises(ProblemError) as caught:
        read_letter(path)
    assert caught.value.code == "file-damaged"
    path.write_bytes(zipped({name: part for name, part in PARTS.items() if name != "_rels/.rels"}))
    with pytest.raises(ProblemError):
        read_letter(path)


def test_files_that_cannot_be_opened_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(path: Path) -> str:
        with pytest.raises(ProblemError) as caught:
            unpack(read_bytes(path), Kind.DOCX, path.name)
        return caught.value.code

    assert code(tmp_path / "gone.docx") == "file-missing"
    assert code(tmp_path / "no\0name.docx") == "file-missing"
    assert code(tmp_path) == "file-is-folder"
    path = Letter([p("a")]).save(tmp_path / "letter.docx")
    monkeypatch.setattr("desktop_app.files.package_gate.MAX_ALL", 10)
    assert code(path) == "file-too-large"
    monkeypatch.undo()

    def raises(error: OSError) -> None:
        def opened(*_: object) -> int:
            raise error

        monkeypatch.setattr(os, "open", opened)

    raises(PermissionError())
    assert code(path) == "file-locked"
    raises(OSError(5, os.strerror(5)))
    assert code(path) == "file-not-readable"


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes nor devices among its files")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.docx", tmp_path / "zeros.docx"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.docx"))
        for path in (pipe, link, tmp_path / "socket.docx"):
            with pytest.raises(ProblemError, match="file-is-device"):
                read_bytes(path)


def test_a_file_that_claims_no_size_is_read_to_its_end_and_no_further(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    claiming, path = os.stat_result((0o100644, 0, 0, 1, 0, 0, 0, 0, 0, 0)), tmp_path / "growing"
    path.write_bytes(b"a" * 5_000)
    monkeypatch.setattr(os, "fstat", lambda _handle: claiming)
    monkeypatch.setattr(Path, "stat", lambda _self: claiming)
    assert read_bytes(path) == b"a" * 5_000
    monkeypatch.setattr("desktop_app.files.package_gate.MAX_ALL", 4_999)
    with pytest.raises(ProblemError, match="file-too-large"):
        read_bytes(path)
