"""One door for every letter: what is in a file decides, and what is no letter gets one sentence."""

import os
from pathlib import Path

import pytest
from files.packages import zipped
from files.pdfs import down, pdf
from letters import Letter, p

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_apart import read_source
from desktop_app.wording import of_problem

WORDS = "Excellency, we write to you about the river."
NOISE = bytes(number * number * 7 % 253 for number in range(5000))
READ: dict[str, tuple[str, bytes]] = {
    "docx": ("letter.docx", Letter([p(WORDS)]).data()),
    "docx by another name": ("letter.txt", Letter([p(WORDS)]).data()),
    "pdf": ("letter.bin", pdf(down(60, 700, WORDS))),
    "html": ("letter.html", f"<p>{WORDS}".encode()),
    "html in a text file": ("letter.txt", f"<!DOCTYPE html><body>{WORDS}".encode()),
    "md": ("letter.md", WORDS.encode()),
    "txt": ("letter", WORDS.encode()),
    "txt in UTF-16": ("letter.txt", WORDS.encode("utf-16-le")),
}


@pytest.mark.parametrize("what", READ)
def test_a_letter_is_known_by_what_is_in_it(tmp_path: Path, what: str) -> None:
    name, data = READ[what]
    (tmp_path / name).write_bytes(data)
    read = read_source(tmp_path / name)
    assert read.kind == what.split(maxsplit=1)[0]
    assert [line.text for line in read.source.lines if line.text] == [WORDS]
    assert (read.package is not None) == (read.kind == "docx")


REFUSED: dict[str, tuple[str, str, bytes]] = {
    "empty": ("letter.docx", "import-empty", b""),
    "blank": ("letter.txt", "import-empty", b"\xef\xbb\xbf\r\n \r\n"),
    "a page without words": ("letter.html", "import-empty", b"<html><body><img src='x.png'>"),
    "picture": ("letter.docx", "import-picture", b"\x89PNG\r\n\x1a\n" + b"x" * 50),
    "spreadsheet": ("letter.docx", "import-spreadsheet", zipped({"xl/workbook.xml": "<workbook/>"})),
    "comma-separated": ("letter.csv", "import-spreadsheet", b"Name,Country\nRiver Watch,Malta\n"),
    "binary": ("letter.txt", "import-kind-unknown", bytes(range(256)) * 20),
    "binary page": ("letter.html", "import-kind-unknown", NOISE),
    "binary with tags": ("letter.html", "import-kind-unknown", b"<p>" + bytes(range(256)) * 20),
    "damaged Word file": ("letter.docx", "import-kind-unknown", NOISE),
    "damaged PDF": ("letter.pdf", "import-kind-unknown", bytes(range(128, 256)) * 40),
    "binary program": ("letter.html", "import-kind-unknown", b"\x7fELF" + bytes(range(256)) * 20),
    "binary Word file": ("letter.docx", "import-kind-unknown", bytes(range(255, -1, -1)) * 20),
    "drawing": ("letter.svg", "import-picture", b'<?xml version="1.0"?><svg><text>Hi</text></svg>'),
    "page in another encoding": (
        "letter.html",
        "import-encoding",
        "<p>Уважаемый министр, пишем вам".encode("cp1251"),
    ),
    "Japanese in an old encoding": (
        "letter.txt",
        "import-encoding",
        "川について書きます。".encode("shift-jis"),
    ),
    "lines without end": ("letter.txt", "import-too-large", b"a\n" * 20_000),
    "cells without end": ("letter.html", "import-too-large", b"<table>" + b"<tr><td>a<td>b<td>c" * 5_000),
    "links without end": ("letter.md", "import-too-marked", b"[a][" * 20_000),
    "zip": ("letter.docx", "import-kind-unknown", zipped({"a.txt": "a"})),
    "broken old file": ("letter.doc", "import-kind-unknown", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
    "bomb": ("letter.docx", "file-too-large", zipped({"word/document.xml": b"0" * (60 << 20)})),
    "endless text": ("letter.txt", "import-too-large", b"We write. " * 500_000),
    "another encoding": ("letter.txt", "import-encoding", "Уважаемый министр".encode("cp1251")),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_letter_gets_one_sentence_that_names_it(tmp_path: Path, what: str) -> None:
    name, code, data = REFUSED[what]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ProblemError) as refused:
        read_source(tmp_path / name)
    assert refused.value.code == code
    assert refused.value.place.file == name
    assert of_problem(refused.value)


def test_an_encoding_that_was_guessed_is_said(tmp_path: Path) -> None:
    for name in ("letter.txt", "letter.md", "letter.html"):
        text = f"{'<p>' if name.endswith('html') else ''}Monsieur le Président,"
        (tmp_path / name).write_bytes(text.encode("cp1252"))
        read = read_source(tmp_path / name)
        assert [(doubt.code, doubt.text) for doubt in read.doubts] == [
            ("import-encoding-guessed", "Monsieur le Président,")
        ]
        (tmp_path / name).write_text(text, "utf-8")
        assert read_source(tmp_path / name).doubts == ()


def test_a_guessed_encoding_is_said_at_a_line_that_looks_wrong_if_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes("“Šola Miru” writes to you.\n\nČista Hiša does, too.".encode("cp1250"))
    assert [doubt.text for doubt in read_source(file).doubts] == ["Èista Hiša does, too."]


def test_a_loop_of_links_and_a_pipe_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    for name, code in (("loop.txt", "file-not-readable"), ("pipe.txt", "file-is-device")):
        with pytest.raises(ProblemError) as refused:
            read_source(tmp_path / name)
        assert refused.value.code == code


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(WORDS)
    (tmp_path / "letter.txt").chmod(0)
    with pytest.raises(ProblemError) as refused:
        read_source(tmp_path / "letter.txt")
    assert refused.value.code == "file-locked"


def test_a_folder_and_a_file_of_fifty_megabytes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"a" * ((50 << 20) + 1))
    for path, code in ((tmp_path, "file-is-folder"), (tmp_path / "large.txt", "import-too-large")):
        with pytest.raises(ProblemError) as refused:
            read_source(path)
        assert refused.value.code == code
