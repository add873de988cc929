"""E-mail drafts and archives that say nothing of who made them, where, or when."""

import email
import email.policy
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from desktop_app.files.bundles import MailDraft, mail_file, zip_file
from desktop_app.files.finished_bundles import faults_in_archive, faults_in_mail

DRAFT = MailDraft(
    to=("mission@example.org", "desk@example.com"),
    subject="Appel à une trêve – 462 organisations",
    text="Excellence,\n\nVoici la lettre.\n",
    language="fr",
    name="Côte d’Ivoire (fr).pdf",
    letter=b"%PDF-1.6 the letter",
)


def read(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=email.policy.default)


def test_a_draft_holds_what_a_draft_needs_and_nothing_else() -> None:
    message = read(mail_file(DRAFT))
    assert {name.lower() for name in message} == {
        *("x-unsent", "to", "subject", "mime-version", "content-type"),
    }
    assert message["X-Unsent"] == "1"
    assert message["To"] == "mission@example.org, desk@example.com"
    assert message["Subject"] == DRAFT.subject
    text, letter = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == DRAFT.text
    assert text["Content-Language"] == "fr"
    assert letter.get_content_type() == "application/pdf"
    assert letter.get_filename() == DRAFT.name
    assert letter.get_payload(decode=True) == DRAFT.letter


def test_nobody_to_write_to_is_no_line_at_all() -> None:
    from dataclasses import replace

    assert "To" not in read(mail_file(replace(DRAFT, to=())))


def test_equal_drafts_are_equal_to_the_byte_and_others_are_not() -> None:
    from dataclasses import replace

    assert mail_file(DRAFT) == mail_file(DRAFT)
    assert mail_file(DRAFT) != mail_file(replace(DRAFT, letter=b"%PDF-1.6 another"))


def test_an_archive_has_neither_clock_nor_account() -> None:
    data = zip_file({"b.txt": b"2", "Örn.txt": b"3", "a.txt": b"1"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["a.txt", "b.txt", "Örn.txt"]
        assert archive.read("Örn.txt") == b"3"
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.create_system, entry.external_attr) == (b"", b"", 0, 0)
    assert data == zip_file({"Örn.txt": b"3", "a.txt": b"1", "b.txt": b"2"})


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"Bcc: someone@example.org", "bcc"),
        (b"From: coordinator@example.org", "from"),
        (b"Date: Thu, 01 Feb 2024 23:14:00 +0630", "date"),
        (b"Message-ID: <1@LAPTOP-KHIN77>", "message-id"),
        (b"User-Agent: Mozilla Thunderbird", "user-agent"),
    ],
)
def test_a_draft_that_tells_is_not_let_through(tmp_path: Path, line: bytes, what: str) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(mail_file(DRAFT))
    assert list(faults_in_mail(path.read_bytes())) == []
    path.write_bytes(line + b"\r\n" + mail_file(DRAFT))
    assert list(faults_in_mail(path.read_bytes())) == [("mail-tells", what)]


def test_a_draft_with_a_preamble_or_a_boundary_of_chance_is_not_let_through(tmp_path: Path) -> None:
    path, data = tmp_path / "a.eml", mail_file(DRAFT)
    path.write_bytes(data.replace(b"\r\n\r\n--=_", b"\r\n\r\nunseen\r\n--=_", 1))
    assert ("unseen-content", "") in list(faults_in_mail(path.read_bytes()))
    path.write_bytes(data.replace(b"=_", b"khin"))
    assert ("mail-tells", "boundary") in list(faults_in_mail(path.read_bytes()))
    path.write_bytes(data.replace(b"X-Unsent: 1", b"X-Unsent: 0"))
    assert ("mail-tells", "x-unsent") in list(faults_in_mail(path.read_bytes()))


def test_an_archive_that_tells_is_not_let_through(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_file({"a.txt": b"1"}))
    assert list(faults_in_archive(path.read_bytes())) == []
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"made by"
        archive.writestr("folder/b.txt", b"2")
    found = list(faults_in_archive(path.read_bytes()))
    assert found == [("zip-tells", ""), ("zip-tells", "folder/b.txt"), ("part-not-allowed", "folder/b.txt")]
    path.write_bytes(b"data before" + zip_file({"a.txt": b"1"}))
    assert list(faults_in_archive(path.read_bytes())) == [("zip-tells", "")]
