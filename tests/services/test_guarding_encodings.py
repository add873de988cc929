"""A name is found in whichever encoding its file is, or the file is said not to be checked."""

from pathlib import Path

import pytest
from campaigns import hidden
from files.packages import zipped
from services.test_guarding import NAME, saved, searched

from desktop_app.domain.withheld import forms_of
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.guarding import Guard
from desktop_app.support.long_work import result_of

ACCENTED = "Österreichische Übersee Gesellschaft"
JAPANESE = "灯台を守る会"
CHINESE = "塞雷思灯笼联合会"
RUSSIAN = "Союз Серетских Фонарей"
ROWS = [hidden(7, NAME), hidden(8, ACCENTED), hidden(9, JAPANESE), hidden(10, CHINESE), hidden(11, RUSSIAN)]


def page(charset: str, name: str = ACCENTED) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{name}</p></body></html>'


def mail(charset: str, body: bytes, kind: str = "html") -> bytes:
    head = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset={charset}\n"
    return f"{head}Content-Transfer-Encoding: 8bit\n\n".encode() + body


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a page in its own.html", page("windows-1252").encode("cp1252")),
        ("a page that says another.html", page("iso-8859-1").encode()),
        ("a page with a mark that says another.html", page("iso-8859-1").encode("utf-8-sig")),
        ("a mail and its page agree.eml", mail("windows-1252", page("windows-1252").encode("cp1252"))),
        ("a mail and its page differ.eml", mail("utf-8", page("iso-8859-1").encode())),
        ("a mail in Russian.eml", mail("koi8-r", RUSSIAN.encode("koi8-r"), "plain")),
        ("seven bits.txt", ACCENTED.encode("utf-7")),
        ("seven bits, Japanese.txt", JAPANESE.encode("iso-2022-jp")),
        ("seven bits, Japanese.html", page("iso-2022-jp", JAPANESE).encode("iso-2022-jp")),
        ("seven bits, Japanese, unsaid.html", f"<p>{JAPANESE}</p>".encode("iso-2022-jp")),
        ("seven bits, Chinese.txt", CHINESE.encode("hz")),
        ("Chinese of its own.html", page("gb18030", CHINESE).encode("gb18030")),
    ],
)
def test_a_name_is_found(tmp_path: Path, file: str, data: bytes) -> None:
    assert searched([saved(tmp_path, data, file)], *ROWS).certain


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("Russian.txt", RUSSIAN.encode("cp1251")),
        ("Russian.csv", RUSSIAN.encode("koi8-r")),
        ("Chinese.txt", CHINESE.encode("gb18030")),
        ("of a mainframe.txt", NAME.encode("cp500")),
        ("unsaid.html", f"<html><p>{RUSSIAN}</p></html>".encode("cp1251")),
        ("unsaid.eml", b"From: a@example.org\n\n" + RUSSIAN.encode("koi8-r")),
        ("Japanese.txt", JAPANESE.encode("iso-2022-jp")),
    ],
)
def test_text_that_does_not_say_what_it_is_was_not_checked(tmp_path: Path, file: str, data: bytes) -> None:
    (unread,) = searched([saved(tmp_path, data, file)], *ROWS).not_read
    assert unread.why is WhyUnread.OLD_ENCODING


@pytest.mark.parametrize(
    "data",
    [
        b'<html><meta charset="undefined"><p>\xff</p></html>',
        b'<html><meta charset="utf-7"><p>+2AA-</p></html>',
        b'<html><meta charset="unicode_escape"><p>\\ud800 \xff</p></html>',
        b'<html><meta charset="rot13"><p>\xff</p></html>',
    ],
)
def test_an_encoding_that_is_none_stops_no_search(tmp_path: Path, data: bytes) -> None:
    paths = [saved(tmp_path, data, "a.html"), saved(tmp_path, NAME, "b.txt")]
    assert [hit.file for hit in searched(paths).certain] == ["b.txt"]


def test_a_telephone_number_is_no_encoding(tmp_path: Path) -> None:
    search = searched([saved(tmp_path, "Call +41 22 917 12 34 or +4122-9171234.", "a.txt")], *ROWS)
    assert (search.hits, search.not_read) == ((), ())


def test_the_same_bytes_as_another_kind_are_read_anew(tmp_path: Path) -> None:
    broken = f"<html><p>{NAME[:3]}<b>{NAME[3:]}</b></p></html>".encode()
    paths = [saved(tmp_path, broken, "a.txt"), saved(tmp_path, zipped({"a.html": broken}), "b.zip")]
    assert "b.zip" in {hit.file for hit in searched(paths).certain}


def test_every_file_with_a_name_is_told_be_it_a_copy(tmp_path: Path) -> None:
    paths = [saved(tmp_path, NAME, "a.txt"), saved(tmp_path, zipped({"a.txt": NAME}), "b.zip")]
    assert {hit.file for hit in searched(paths).certain} == {"a.txt", "b.zip"}


def test_what_a_picture_in_a_file_shows_was_not_checked(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"word/document.xml": "<a/>", "word/media/a.png": b"\x89PNG"}), "a.docx")
    guard = Guard(forms_of(ROWS, ()), pictures=True)
    (unread,) = result_of(guard.search([path], ["a.docx"])).not_read
    assert (unread.part, unread.why) == ("word/media/a.png", WhyUnread.PICTURE)
    assert searched([path], *ROWS).not_read == ()
