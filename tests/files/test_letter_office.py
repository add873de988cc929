"""Letters in other office formats: read through LibreOffice, which is given nothing to fetch."""

import io
import re
import socket
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import letter_office, libreoffice
from desktop_app.files.letter_apart import read_source
from desktop_app.files.letter_office import as_docx

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)


def odt(body: str, *, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text with this body."""
    out = io.BytesIO()
    content = (
        f'<office:document-content {_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    listed = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        f"{manifest}</manifest:manifest>"
    )
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        package.writestr("META-INF/manifest.xml", listed)
    return out.getvalue()


def rtf(body: str) -> bytes:
    return rb"{\rtf1\ansi " + body.encode("ascii") + b"}"


def texts(tmp_path: Path, name: str, data: bytes) -> list[str]:
    (tmp_path / name).write_bytes(data)
    return [line.text for line in read_source(tmp_path / name).source.lines if line.text]


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A server that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def was_called(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return False
    return True


@pytest.mark.slow
def test_odt_doc_and_rtf_are_read_and_become_a_docx(program: Callable[[str], str], tmp_path: Path) -> None:
    soffice = program("soffice")
    words = ["Excellency,", "we write to you about the river."]
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in words)
    assert texts(tmp_path, "letter.odt", odt(paragraphs)) == words
    assert texts(tmp_path, "letter.rtf", rtf(r"\par ".join(words))) == words
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "doc", "letter.odt"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    read = read_source(tmp_path / "letter.doc")
    assert read.kind == "doc"
    assert [line.text for line in read.source.lines if line.text] == words
    assert read.package is not None
    assert [p.text for p in Document(io.BytesIO(read.package)).paragraphs if p.text] == words


@pytest.mark.slow
def test_nothing_that_a_letter_refers_to_is_fetched(
    program: Callable[[str], str], tmp_path: Path, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("soffice")
    # Without the empty network around it: what is stripped and set must suffice where that cannot be had.
    monkeypatch.setattr(libreoffice, "_alone", lambda: ())
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/x.png"
    picture = (
        '<text:p>We write<draw:frame svg:width="1cm" svg:height="1cm">'
        f'<draw:image xlink:href="{url}" xlink:type="simple"/></draw:frame></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{url}"/></text:section>'
    )
    assert texts(tmp_path, "letter.odt", odt(picture)) == ["We write"]
    field = rf'We write{{\field{{\*\fldinst INCLUDEPICTURE "{url}" \\d}}{{\fldrslt  to you}}}}'
    assert texts(tmp_path, "letter.rtf", rtf(field)) == ["We write to you"]
    assert not was_called(listener)


def test_links_that_somebody_clicks_stay_and_what_would_be_fetched_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "converted", lambda data, *_: data)
    body = (
        '<text:p><text:a xlink:href="https://example.org/a">a</text:a>'
        '<draw:image xlink:href="Pictures/1.png"/><draw:image xlink:href="../secret.png"/>'
        '<draw:image ü:href="https://example.org/c"/><draw:image 灯:href="https://example.org/d"/>'
        "<draw:image xlink:href='https://example.org/b'/><draw:object xlink:href=\"file:///etc/hosts\"/></text:p>"
    )
    with zipfile.ZipFile(io.BytesIO(as_docx(odt(body), "odt", "letter.odt"))) as package:
        content = package.read("content.xml").decode()
    targets = re.findall(r'\w:href="(.*?)"', content)
    assert targets == ["https://example.org/a", "Pictures/1.png", *[""] * 5]


def test_fields_of_rtf_that_fetch_are_no_fields_any_more_and_prose_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "converted", lambda data, *_: data)
    kept = rtf(r"The link between {\field{\*\fldinst {\b HYPERLINK example.org}}{\fldrslt us}} holds.")
    assert as_docx(kept, "rtf", "letter.rtf") == kept
    for fetching in (
        r"{\field{\*\fldinst INCLUDEPICTURE x}}",
        r"{\field{\fldinst{\b INC}LUDETEXT x}}",
        r"{\*\template \\\\server\\x}",
        r"{\object\objautlink{\*\objdata 01}}",
    ):
        made = as_docx(rtf(fetching), "rtf", "letter.rtf")
        assert not re.search(rb"fldinst|template|objautlink|objdata", made)


def test_without_libreoffice_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(ProblemError) as refused:
        as_docx(rtf("We write"), "rtf", "letter.rtf")
    assert refused.value.code == "import-office-missing"


def test_a_libreoffice_that_hangs_is_stopped_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60 & wait\n")
    slow.chmod(0o700)
    monkeypatch.setattr(libreoffice, "program", lambda: str(slow))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.3)
    made = tmp_path / "made"
    made.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(made))
    with pytest.raises(ProblemError) as refused:
        as_docx(rtf("We write"), "rtf", "letter.rtf")
    assert refused.value.code == "import-office-failed"
    assert list(made.iterdir()) == []


def test_an_encrypted_and_a_swollen_odt_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letter_office, "MAX_MARKUP", 1 << 20)
    locked = odt("<text:p/>", manifest="<manifest:encryption-data/>")
    for data, code in ((locked, "file-encrypted"), (odt("0" * (2 << 20)), "file-too-large")):
        with pytest.raises(ProblemError) as refused:
            as_docx(data, "odt", "letter.odt")
        assert refused.value.code == code
