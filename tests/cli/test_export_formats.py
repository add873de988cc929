"""The formats of an export in the terminal: what is asked for, said, and refused."""

from pathlib import Path

import pytest
from cli.terminal import Run

from desktop_app.files import libreoffice


def test_public_copies_and_an_archive(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run(
        "export", sample, "--to", "security-council", "--formats", "zip, html,txt", "--out", out, "--json"
    )
    assert ran.status == 0, ran.err
    files = ran.json["files"]
    assert {(file["recipient"], file["format"]) for file in files} == {
        ("public", "html"),
        ("public", "txt"),
        ("", "zip"),
    }
    assert {Path(file["path"]).name for file in files} | {"register.csv"} == {
        path.name for path in out.iterdir()
    }
    assert ran.json["guard"] == {"files": 15 + 7 + 1, "names": 84, "hits": 0}
    assert set(ran.json["seconds"]) == {"merge", "write", "guard", "convert"}


def test_without_libreoffice_one_sentence_says_what_to_do(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    ran = run("export", sample, "--to", "security-council", "--formats", "docx,eml", "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "pdf-office-missing"
    assert ran.err.startswith("LibreOffice makes the PDFs, and it is not there. Install it")
    assert not (sample / "exports").exists()


@pytest.mark.parametrize("given", ["odt", "docx,odt", "", ","])
def test_a_format_that_is_unknown_is_said(run: Run, sample: Path, given: str) -> None:
    ran = run("export", sample, "--formats", given, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "format-unknown"
    assert "docx, pdf, eml, zip, html, txt" in ran.err
