"""Every format of an export: all of them or none, each searched, the same bytes again."""

import csv
import email
import email.policy
import io
import zipfile
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import pytest
from campaigns import NAMED, Bench, hidden, recipient
from docx import Document
from pdf_letters import office_pdf

from desktop_app.domain.reporting import LeakError, ProblemError, RefusedError
from desktop_app.files import libreoffice
from desktop_app.files.bundles import mail_file, zip_file
from desktop_app.files.office_pdfs import UnmadeError
from desktop_app.files.reference_data import Reference
from desktop_app.services import formatting
from desktop_app.services.exporting import export
from desktop_app.services.naming import REGISTER

SECRET = "Lantern of Ondara"

Made = Generator[tuple[int, Path] | None, None, None]


@pytest.fixture
def bench(tmp_path: Path, reference: Reference) -> Bench:
    recipients = [recipient("NOR", email="mission@example.org"), recipient("FRA"), recipient("JPN")]
    return Bench(tmp_path, reference, signatories=(*NAMED, hidden(9, SECRET)), recipients=recipients)


def office(monkeypatch: pytest.MonkeyPatch, shown: Callable[[list[str]], list[str]] = list) -> None:
    """A stand-in for LibreOffice, which is slow: its PDFs say what the letters say, as ``shown`` has it."""

    def made(documents: Sequence[Path], folder: Path) -> Made:
        yield None
        for number in reversed(range(len(documents))):
            lines = [paragraph.text for paragraph in Document(str(documents[number])).paragraphs]
            path = folder / f"made-{number}.pdf"
            office_pdf(path, *shown(lines)).close()
            yield number, path

    monkeypatch.setattr(formatting, "made_pdfs", made)
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")


def left_behind(bench: Bench) -> list[str]:
    return sorted(
        {path.name for path in bench.folder.iterdir()} - {"letter.docx", "signatories-private.xlsx"}
    )


def test_each_recipient_gets_each_format_in_one_folder(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    office(monkeypatch)
    done = bench.export(None, "docx", "pdf", "eml", "zip")
    stems = ("France (en)", "Japan (en)", "Norway (en)")
    names = [f"{stem}.{kind}" for stem in stems for kind in ("docx", "eml", "pdf")]
    archive = "Joint letter 2024-02-01.zip"
    assert sorted(path.name for path in done.folder.iterdir()) == sorted([*names, archive, REGISTER])
    assert [(file.recipient, file.format) for file in done.files] == [
        *((to, kind) for kind in ("docx", "pdf", "eml") for to in ("NOR", "FRA", "JPN")),
        ("", "zip"),
    ]
    assert done.search.files == 11
    assert (done.search.hits, done.search.faults, done.search.unread) == ((), (), ())
    rows = list(csv.DictReader(io.StringIO((done.folder / REGISTER).read_text("utf-8-sig"))))
    assert [row["sha256"] for row in rows] == [file.sha256 for file in done.files]
    assert [finding.code for finding in done.findings if finding.code.startswith("mail")] == [
        "mail-without-address"
    ]


def test_a_draft_carries_the_very_pdf_and_the_archive_the_very_letters(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(monkeypatch)
    folder = bench.export(None, "pdf", "eml", "zip").folder
    message = email.message_from_bytes((folder / "Norway (en).eml").read_bytes(), policy=email.policy.default)
    assert message["To"] == "mission@example.org"
    (letter,) = message.iter_attachments()
    assert letter.get_payload(decode=True) == (folder / "Norway (en).pdf").read_bytes()
    with zipfile.ZipFile(folder / "Joint letter 2024-02-01.zip") as archive:
        assert archive.namelist() == ["France (en).pdf", "Japan (en).pdf", "Norway (en).pdf"]
        for name in archive.namelist():
            assert archive.read(name) == (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("formats", "kinds"),
    [(("pdf",), {".pdf"}), (("eml",), {".eml"}), (("zip",), {".zip"}), (("docx", "pdf"), {".docx", ".pdf"})],
)
def test_what_was_not_asked_for_is_not_handed_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...], kinds: set[str]
) -> None:
    office(monkeypatch)
    done = bench.export(None, *formats)
    assert {path.suffix for path in done.folder.iterdir()} == {*kinds, ".csv"}
    assert left_behind(bench) == ["out", "private"]


def test_the_same_export_gives_the_same_bytes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    office(monkeypatch)
    one = bench.export(bench.folder / "one", "docx", "pdf", "eml", "zip")
    other = bench.export(bench.folder / "other", "docx", "pdf", "eml", "zip")
    assert [file.sha256 for file in one.files] == [file.sha256 for file in other.files]


# All or nothing


def test_without_libreoffice_nothing_is_written(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(ProblemError) as refused:
        bench.export(None, "docx", "pdf")
    assert refused.value.code == "pdf-office-missing"
    assert left_behind(bench) == []
    assert len(bench.export(None, "docx", "zip").files) == 4


def test_a_kind_that_is_unknown_is_said(bench: Bench) -> None:
    with pytest.raises(ProblemError) as refused:
        bench.export(None, "docx", "odt")
    assert (refused.value.code, refused.value.values["given"]) == ("format-unknown", "odt")


def test_a_letter_that_cannot_be_made_is_named_and_nothing_is_handed_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(_documents: Sequence[Path], _folder: Path) -> Made:
        yield None
        raise UnmadeError(1)

    office(monkeypatch)
    monkeypatch.setattr(formatting, "made_pdfs", made)
    with pytest.raises(ProblemError) as failed:
        bench.export(None, "docx", "pdf")
    assert (failed.value.code, failed.value.place.file) == ("pdf-failed", "France (en).pdf")
    assert left_behind(bench) == []


def test_a_pdf_that_is_none_is_named_and_nothing_is_handed_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(_documents: Sequence[Path], folder: Path) -> Made:
        (folder / "2.pdf").write_bytes(b"%PDF-1.6 cut o")
        yield 2, folder / "2.pdf"

    office(monkeypatch)
    monkeypatch.setattr(formatting, "made_pdfs", made)
    with pytest.raises(ProblemError) as failed:
        bench.export(None, "pdf")
    assert (failed.value.code, failed.value.place.file) == ("pdf-failed", "Japan (en).pdf")
    assert left_behind(bench) == []


def test_a_name_that_stands_in_a_pdf_alone_hands_nothing_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(monkeypatch, lambda lines: [*lines, SECRET])
    with pytest.raises(LeakError) as caught:
        bench.export(None, "docx", "pdf", "eml", "zip")
    assert caught.value.exit_status == 3
    kinds = {place.file.rsplit(".")[-1] for f in caught.value.findings for place in f.places}
    assert kinds == {"pdf", "eml", "zip"}  # and in what carries it along
    assert left_behind(bench) == []


@pytest.mark.parametrize("kind", ["eml", "zip"])
def test_a_name_that_only_a_bundle_brings_in_hands_nothing_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    office(monkeypatch)
    spoiled = SECRET.encode()
    monkeypatch.setattr(
        formatting, "mail_file", lambda draft: mail_file(draft).replace(b"find attached", b"see " + spoiled)
    )
    monkeypatch.setattr(formatting, "zip_file", lambda files: zip_file({**files, f"{SECRET}.txt": b"1"}))
    with pytest.raises(LeakError):
        bench.export(None, kind)
    assert left_behind(bench) == []


def test_a_letter_in_a_bundle_is_searched_unless_it_is_one_that_was(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(monkeypatch)
    other = io.BytesIO()
    Document().save(other)
    monkeypatch.setattr(
        formatting, "zip_file", lambda files: zip_file({**files, "x.docx": other.getvalue()[:99]})
    )
    with pytest.raises(RefusedError) as refused:
        bench.export(None, "zip")
    assert refused.value.code == "export-unread"


def test_whoever_cancels_in_the_middle_leaves_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    office(monkeypatch)
    job = export(
        *(bench.opened(), bench.chosen(), bench.reference), out=bench.folder / "out", formats=("docx", "pdf")
    )
    seen = []
    for step in job:
        seen.append((step.what, step.done))
        if seen[-1] == ("convert", 2):
            break
    job.close()
    assert seen[-4:] == [("convert", 0), ("convert", 0), ("convert", 1), ("convert", 2)]
    assert left_behind(bench) == []
