"""The guard looks at what a mail holds, whatever the mail says of it."""

import base64
import gzip
from pathlib import Path

import pytest
from files.packages import zipped
from services.test_guarding import NAME, saved, searched

from desktop_app.files.unreadable import WhyUnread

_PACKED = "Content-Transfer-Encoding: base64\n\n"


def _base64(content: bytes) -> str:
    return base64.encodebytes(content).decode()


def _with_a_file(name: str) -> str:
    """Headers and pieces of a mail with a packed file in it."""
    file = _base64(zipped({"word/document.xml": f"<w:t>{name}</w:t>"}))
    piece = f"Content-Type: x/y; name=a.docx\n{_PACKED}{file}"
    return f"Content-Type: multipart/mixed; boundary=q\n\n--q\n{piece}\n--q--\n"


def _mails(name: str) -> dict[str, str]:
    inner = f"From: a@example.org\n{_with_a_file(name)}"
    forwarded = f"{_PACKED}{_base64(inner.encode())}"
    return {
        "a forwarded mail, packed": f"Content-Type: message/rfc822\n{forwarded}",
        "a forwarded mail of the world, packed": f"Content-Type: message/global\n{forwarded}",
        "two forwarded mails, packed": (
            f"Content-Type: message/rfc822\n{_PACKED}"
            + _base64(f"Content-Type: message/rfc822\n{forwarded}".encode())
        ),
        "a mail among the pieces, packed": (
            "Content-Type: multipart/mixed; boundary=o\n\n--o\n"
            f"Content-Type: message/rfc822\n{forwarded}--o--\n"
        ),
        "pieces behind the end": f"Content-Type: multipart/mixed; boundary=o\n\n--o--\n{inner}",
        "a header without a name": f"To: x@example.org\n: {name}\n\nx",
    }


@pytest.mark.parametrize("way", _mails(""))
def test_a_name_in_a_mail_is_found(way: str, tmp_path: Path) -> None:
    mail = f"From: b@example.org\n{_mails(NAME)[way]}"
    assert searched([saved(tmp_path, mail, "a.eml")]).certain
    harmless = searched([saved(tmp_path, f"From: b@example.org\n{_mails('Harbour')[way]}", "c.eml")])
    assert not harmless.hits
    assert not harmless.not_read


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a.md"])
def test_a_packed_file_that_is_said_to_be_text_is_told(name: str, tmp_path: Path) -> None:
    packed = gzip.compress(NAME.encode(), mtime=0)
    data = f"Content-Type: text/plain\n{_PACKED}{_base64(packed)}".encode() if name == "a.eml" else packed
    search = searched([saved(tmp_path, data, name)])
    assert [one.why for one in search.not_read] == [WhyUnread.UNKNOWN_KIND]


def test_a_program_that_is_said_to_be_text_is_told(tmp_path: Path) -> None:
    program = bytes([0, 1, 2, 3, 0, 4, 5, 6, 7, 8, 1, 1, 2, 0]) * 20
    assert searched([saved(tmp_path, program, "a.txt")]).not_read
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-16"):
        text = "Ordinary words, and some: 世界和平".encode(encoding)
        assert not searched([saved(tmp_path, text, "b.txt")]).not_read
