"""Bad input gets one sentence that names the file and the place; nothing is changed or left behind."""

import io
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from cli.terminal import Run
from msoffcrypto.format.ooxml import OOXMLFile

Spoil = Callable[[Path], object]

LIST = "signatories-private.xlsx"


def write(name: str, data: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(data)


def cut(name: str, size: int) -> Spoil:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:size])


def remove(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def settings(old: str, new: str) -> Spoil:
    def spoil(folder: Path) -> None:
        text = (folder / "campaign.toml").read_text("utf-8")
        assert old in text
        (folder / "campaign.toml").write_text(text.replace(old, new, 1), "utf-8")

    return spoil


def packed_again(name: str, change: Callable[[dict[str, bytes]], object]) -> Spoil:
    """The package with its parts changed."""

    def spoil(folder: Path) -> None:
        with zipfile.ZipFile(folder / name) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        change(parts)
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as package:
            for part, data in parts.items():
                package.writestr(part, data)

    return spoil


def encrypted(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        data = io.BytesIO((folder / name).read_bytes())
        out = io.BytesIO()
        OOXMLFile(data).encrypt("lantern", out)
        (folder / name).write_bytes(out.getvalue())

    return spoil


def sheet(*rows: tuple[str, ...]) -> Spoil:
    def spoil(folder: Path) -> None:
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(row)
        book.save(folder / LIST)

    return spoil


def letter(*paragraphs: str) -> Spoil:
    def spoil(folder: Path) -> None:
        made = docx.Document()
        for paragraph in paragraphs:
            made.add_paragraph(paragraph)
        made.save(str(folder / "letter.docx"))

    return spoil


def _with_macros(parts: dict[str, bytes]) -> None:
    parts["word/vbaProject.bin"] = b"x"


def _with_doctype(parts: dict[str, bytes]) -> None:
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY y "z">]>', 1)


def _broken_xml(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-40]


def _bomb(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] += b" " * (60 << 20)


UNREADABLE: dict[str, tuple[Spoil, str, str]] = {
    "no letter": (remove("letter.docx"), "letter-missing", "letter.docx"),
    "a letter of no kind": (write("letter.docx", b"hello"), "file-wrong-kind", "letter.docx"),
    "an empty letter": (write("letter.docx", b""), "file-empty", "letter.docx"),
    "half a letter": (cut("letter.docx", 3000), "file-damaged", "letter.docx"),
    "a sheet for a letter": (
        lambda folder: shutil.copy(folder / LIST, folder / "letter.docx"),
        "file-wrong-kind",
        "letter.docx",
    ),
    "a letter with a password": (encrypted("letter.docx"), "file-encrypted", "letter.docx"),
    "a letter with macros": (packed_again("letter.docx", _with_macros), "file-has-macros", "letter.docx"),
    "a letter with a document type": (
        packed_again("letter.docx", _with_doctype),
        "file-hostile",
        "letter.docx",
    ),
    "a letter that is not well-formed": (
        packed_again("letter.docx", _broken_xml),
        "file-damaged",
        "letter.docx",
    ),
    "a letter that unpacks without end": (
        packed_again("letter.docx", _bomb),
        "file-too-large",
        "letter.docx",
    ),
    "no list": (remove(LIST), "list-missing", LIST),
    "two lists": (
        lambda folder: shutil.copy(folder / LIST, folder / "signatories.xlsx"),
        "list-twice",
        LIST,
    ),
    "an empty list": (write(LIST, b""), "list-unreadable", LIST),
    "half a list": (cut(LIST, 9000), "list-unreadable", LIST),
    "a list with a password": (encrypted(LIST), "file-encrypted", LIST),
    "a list without headings": (sheet(("a", "b"), ("c", "d")), "header-missing", LIST),
    "a list with a heading twice": (
        sheet(("Name", "Listed", "Listed"), ("Lamp Union", "named", "anonymous")),
        "header-doubled",
        LIST,
    ),
    "no settings": (remove("campaign.toml"), "campaign-missing", "sample"),
    "settings that are no TOML": (settings("title = ", "title "), "campaign-broken", "campaign.toml"),
    "a key twice": (settings("state = ", 'title = "x"\nstate = '), "campaign-key-twice", "campaign.toml"),
    "a wrong type": (settings('["en", "fr", "es"]', "7"), "campaign-wrong-type", "campaign.toml"),
    "a wrong value": (
        settings('counts = "with-members"', 'counts = "sometimes"'),
        "campaign-wrong-value",
        "campaign.toml",
    ),
    "a date that is none": (settings("2024-02-01", '"soon"'), "campaign-wrong-date", "campaign.toml"),
    "a day that no year has": (
        settings("date = 2024-02-01", "date = 2024-02-30"),
        "campaign-wrong-date",
        "campaign.toml",
    ),
    "a list as CSV": (
        lambda folder: (folder / LIST).rename(folder / "signatories-private.csv"),
        "list-is-csv",
        "signatories-private.csv",
    ),
    "a path out of the folder": (
        settings('"security-council"', '"../../list.csv"'),
        "path-outside",
        "campaign.toml",
    ),
    "settings in UTF-16": (
        lambda folder: (folder / "campaign.toml").write_text('title = "x"', "utf-16"),
        "campaign-not-utf8",
        "campaign.toml",
    ),
}


@pytest.mark.parametrize(("spoil", "code", "file"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_is_named(run: Run, sample: Path, spoil: Spoil, code: str, file: str) -> None:
    spoil(sample)
    before = {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    ran = run("export", sample, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["place"]["file"] == file
    assert file in ran.err
    assert ran.err.count("\n") == 1
    assert {path: path.read_bytes() for path in sample.rglob("*") if path.is_file()} == before


REFUSED: dict[str, tuple[Spoil, str]] = {
    "an unknown field": (letter("{{ letter.dat }}", "{{ signatories }}"), "unknown-field"),
    "a field nobody closed": (letter("{{ letter.date", "{{ signatories }}"), "field-unclosed"),
    "an unknown filter": (letter("{{ letter.date|longdate }}", "{{ signatories }}"), "filter-unknown"),
    "a call": (letter("{{ letter.title.upper() }}", "{{ signatories }}"), "field-not-allowed"),
    "a prompt": (letter("Dear [name]", "{{ signatories }}"), "prompt-unfilled"),
    "a figure that differs": (
        letter("We, 462 civil society organizations", "{{ signatories }}"),
        "figure-differs",
    ),
    "a list with no named row": (
        sheet(("Name", "Listed"), ("Lamp Union", "pending"), ("Harbour Circle", "anonymous")),
        "no-named-row",
    ),
    "a name both named and withheld": (
        sheet(("Name", "Listed"), ("Lamp Union", "named"), ("Lamp Union", "anonymous")),
        "named-and-withheld",
    ),
}


@pytest.mark.parametrize(("spoil", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_must_be_settled_stops_the_export(run: Run, sample: Path, spoil: Spoil, code: str) -> None:
    spoil(sample)
    ran = run("export", sample, "--language", "en", "--json")
    assert ran.status == 1
    assert code in {finding["code"] for finding in ran.json["findings"] if finding["severity"] == "error"}
    assert not (sample / "exports").exists()
    assert run("check", sample).status == 1


WRONG_USE = {
    "an unknown body": (("--to", "securty-council"), "unknown-body"),
    "an unknown state": (("--leave-out", "ZZZ"), "unknown-state"),
    "an unknown language": (("--language", "xx"), "unknown-language"),
    "an unknown office": (("--office", "king-of-everything"), "unknown-office"),
    "an unknown seat": (("--seat", "paris"), "unknown-seat"),
    "an unknown way": (("--as", "all"), "unknown-way"),
    "an unknown format": (("--formats", "docx,odt"), "format-unknown"),
    "a letter for a list": (("--to", "letter.docx"), "own-list-wrong-kind"),
    "a folder for a list": (("--to", "lists/"), "own-list-wrong-kind"),
    "a day that is none": (("--on", "2024-13-01"), "date-wrong"),
    "a list that is not there": (("--to", "ministers.xlsx"), "file-missing"),
    "an option that is none": (("--everything",), "usage"),
}


@pytest.mark.parametrize(("arguments", "code"), WRONG_USE.values(), ids=WRONG_USE.keys())
def test_wrong_use_is_said(run: Run, sample: Path, arguments: tuple[str, ...], code: str) -> None:
    ran = run("export", sample, *arguments, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == code
    assert not (sample / "exports").exists()


def test_a_language_the_campaign_lacks_is_a_refusal(run: Run, sample: Path) -> None:
    ran = run("export", sample, "--language", "ru", "--json")
    assert ran.status == 1
    assert ran.json["findings"][0]["code"] == "language-missing"


def test_an_exports_folder_that_cannot_be_written(run: Run, sample: Path) -> None:
    (sample / "exports").write_bytes(b"a file stands in the way")
    ran = run("export", sample, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "folder-not-writable"
    assert ran.json["error"]["place"]["file"] == str(sample / "exports")


def test_a_file_where_the_private_folder_should_be_is_named(run: Run, sample: Path) -> None:
    (sample / "private").write_bytes(b"a file stands in the way")
    ran = run("signatories", "set", sample, "2", "--listed", "anonymous", "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "folder-not-writable"
    assert ran.json["error"]["place"]["file"] == str(sample / "private")


@pytest.mark.parametrize(
    "command", [("check",), ("status",), ("export",), ("signatories", "list"), ("scan",)]
)
def test_a_folder_that_is_not_there(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    extra = (tmp_path,) if command == ("scan",) else ()
    ran = run(*command, tmp_path / "nowhere", *extra, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == "folder-missing"


def test_a_list_with_its_password(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted(LIST)(sample)
    monkeypatch.setenv("UNDERSIGNED_PASSWORD", "lantern")
    assert run("signatories", "count", sample, "--json").json["total"] == 486
    monkeypatch.setenv("UNDERSIGNED_PASSWORD", "lamp")
    assert run("signatories", "count", sample, "--json").json["error"]["code"] == "password-wrong"
    monkeypatch.delenv("UNDERSIGNED_PASSWORD")
    monkeypatch.setattr("sys.stdin", io.StringIO("lantern\n"))
    assert run("signatories", "count", sample, "--password-stdin", "--json").json["total"] == 486


def test_recipients_whose_names_no_file_system_likes(run: Run, sample: Path, tmp_path: Path) -> None:
    names = [
        "CON",
        "..",
        "a/b\\c:d*e?",
        "=1+1",
        "x" * 300,
        "Été",
        "E\u0301te\u0301",
        "  .",
        "nul.docx",
        "Lamp\nUnion",
    ]
    own = tmp_path / "ministers.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Name", "Organisation"])
    for name in names:
        book.active.append([name, "Ministry of <X> & Y"])
        book.active.cell(book.active.max_row, 1).data_type = "s"
    book.save(own)
    ran = run("export", sample, "--to", own, "--language", "en", "--out", tmp_path / "out", "--json")
    assert ran.status == 0
    made = [Path(file["path"]) for file in ran.json["files"]]
    assert len({unicodedata.normalize("NFC", path.name).casefold() for path in made}) == len(names)
    assert {path.parent for path in made} == {(tmp_path / "out").resolve()}
    for path in made:
        assert not set(path.name) & set('\\/:*?"<>|\n')
        assert len(path.name.encode()) < 255
        assert path.stem.strip(" .") == path.stem


def test_the_end_of_a_field_that_was_never_opened_is_found_in_the_letter(run: Run, sample: Path) -> None:
    letter("Excellency,", "on letter.date }}", "{{ signatories }}")(sample)
    checked = run("check", sample, "--json")
    assert checked.status == 1
    (finding,) = [f for f in checked.json["findings"] if f["code"] == "field-unclosed"]
    assert (finding["places"][0]["file"], finding["places"][0]["paragraph"]) == ("letter.docx", 2)


def test_a_condition_without_an_end_is_blamed_itself(run: Run, sample: Path) -> None:
    letter("Excellency,", "{% if signatories.total %}We", "{{ letter.date }}", "{{ signatories }}")(sample)
    (finding,) = [f for f in run("check", sample, "--json").json["findings"] if f["severity"] == "error"]
    assert finding["places"][0]["paragraph"] == 2
    assert "{% if" in finding["message"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Name,Name\na,b\n", "header-doubled"),
        ("Name,Address\n", "own-list-empty"),
        ("PK\3\4", "file-wrong-kind"),
        (f"Name,Address\nAda,{'x' * 200_000}\n", "cell-too-long"),
    ],
)
def test_a_list_of_recipients_that_says_nothing(run: Run, tmp_path: Path, text: str, code: str) -> None:
    own = tmp_path / "ministers.csv"
    own.write_text(text, "utf-8")
    ran = run("recipients", "--to", own, "--json")
    assert ran.status == 2
    assert ran.json["error"]["code"] == code
    assert ran.json["error"]["place"]["file"] == "ministers.csv"


@pytest.mark.parametrize("field", ["{{ signatories }}", "{{ signatories\n}}", "{{\tcontacts }}"])
def test_a_block_in_a_sentence_is_one_finding_that_says_so(run: Run, sample: Path, field: str) -> None:
    letter("Excellency,", f"We, {field}, write to you.", "{{ signatories }}")(sample)
    errors = [f for f in run("check", sample, "--json").json["findings"] if f["severity"] == "error"]
    assert [(error["code"], error["count"]) for error in errors] == [("block-not-alone", 1)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (settings("sample = true", 'sample = "yes"'), "should be: true or false"),
        (
            settings('reference = "OCSF/2024/02"', "cc = 5"),
            "should be: a text in quotation marks, or",
        ),
        (settings('by = ""', 'by = "continent"'), 'Possible are: "", country, group.'),
        (settings('place = "New York"', 'about = ["XYZ"]'), "campaign.toml, the states it is about"),
        (settings('place = "New York"', 'seat = "Paris"'), "campaign.toml, seat"),
    ],
)
def test_a_setting_is_told_in_words(run: Run, sample: Path, change: Spoil, said: str) -> None:
    change(sample)
    ran = run("check", sample)
    assert said in ran.out + ran.err


@pytest.mark.parametrize("row", ["first", "9" * 5_000])
def test_a_row_that_is_no_number_is_one_sentence(run: Run, sample: Path, row: str) -> None:
    ran = run("signatories", "set", sample, row, "--listed", "named", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "row-unknown")
