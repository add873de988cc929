"""All or nothing: a folder of finished files that says nothing it should not, or no folder."""

import csv
import errno
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from campaigns import NAMED, Bench, campaign, hidden, recipient
from docx import Document
from domain.lists import named
from letters import Letter, p
from template_files import TEMPLATES

from desktop_app.domain.campaign import Contact, Text
from desktop_app.domain.disclosure import project
from desktop_app.domain.printed_list import Listed
from desktop_app.domain.reporting import Finding, LeakError, Place, ProblemError, RefusedError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.reference_data import Reference
from desktop_app.services.choosing import choose
from desktop_app.services.exporting import Export, export
from desktop_app.services.naming import REGISTER
from desktop_app.services.opening import open_campaign
from desktop_app.support.long_work import result_of

SECRET = "Lantern of Ondara"
ROWS = (*NAMED, hidden(9, SECRET))


@pytest.fixture
def bench(tmp_path: Path, reference: Reference) -> Bench:
    return Bench(tmp_path, reference, signatories=ROWS)


def left_behind(bench: Bench) -> list[str]:
    """What lies in the campaign's folder besides the campaign."""
    return sorted(
        {path.name for path in bench.folder.iterdir()} - {"letter.docx", "signatories-private.xlsx"}
    )


def exported_sample(out: Path, reference: Reference, folder: Path = TEMPLATES / "sample") -> Export:
    opened = open_campaign(folder)
    day = opened.campaign.date
    assert day is not None
    chosen = choose(
        opened.campaign.request, reference, on=day, languages=opened.languages, about=opened.campaign.about
    )
    return result_of(export(opened, chosen, reference, out=out))


def test_a_letter_for_each_recipient_and_a_register(bench: Bench) -> None:
    bench.recipients = [recipient("NOR"), recipient("FRA"), recipient("=x")]
    done = bench.export()
    names = ["France (en).docx", "Norway (en).docx", "=x (en).docx"]
    assert sorted(path.name for path in done.folder.iterdir()) == sorted([*names, REGISTER])
    rows = list(csv.DictReader(io.StringIO((done.folder / REGISTER).read_text("utf-8-sig"))))
    assert [row["recipient"] for row in rows] == ["NOR", "FRA", "'=x"]
    assert {(row["total"], row["named"], row["anonymous"]) for row in rows} == {("4", "3", "1")}
    assert [file.sha256 for file in done.files] == [row["sha256"] for row in rows]
    assert (done.search.files, done.search.names, done.search.hits) == (4, 1, ())


def test_the_sample_raises_no_alarm(tmp_path: Path, reference: Reference) -> None:
    done = exported_sample(tmp_path / "out", reference)
    assert len(done.files) == 15
    assert (done.search.hits, done.search.unread, done.search.faults) == ((), (), ())
    for file in done.files:
        assert len(Document(str(file.path)).paragraphs) > 300


def test_every_entry_of_the_zip_says_nothing(bench: Bench) -> None:
    path = bench.export().files[0].path
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert package.comment == b""
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.create_system, entry.external_attr) == (b"", b"", 0, 0)


_EXPORT = """
import sys
from pathlib import Path
from services.test_exporting import exported_sample
from desktop_app.files.reference_data import load
print(*(f.sha256 for f in exported_sample(Path(sys.argv[1]), load(Path("resources"))).files))
"""


def test_the_same_campaign_gives_the_same_bytes_on_another_machine(
    tmp_path: Path, reference: Reference
) -> None:
    here = [file.sha256 for file in exported_sample(tmp_path / "here", reference).files]
    again = [file.sha256 for file in exported_sample(tmp_path / "again", reference).files]
    root = Path(__file__).resolve().parents[2]
    elsewhere = {
        "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests'}",
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LANG": "my_MM",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "USER": "somebody",
        "LOGNAME": "somebody",
    }
    child = subprocess.run(
        [sys.executable, "-c", _EXPORT, str(tmp_path / "there")],
        cwd=root,
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    )
    assert here == again == child.stdout.split()


def test_letters_differ_only_where_their_recipients_do(bench: Bench) -> None:
    bench.recipients = [recipient("NOR"), recipient("XXX")]
    one, other = (file.path.read_bytes() for file in bench.export().files)
    assert one == other


# What would leak if another part of the program were wrong


def leaking(rows: Iterable[Signatory]) -> tuple[Listed, ...]:
    return (*project(rows), *(Listed(row.name, title=row.title) for row in rows if row.disclosure != "named"))


@pytest.mark.parametrize("disclosure", ["anonymous", "pending", "withdrawn"])
def test_a_projection_that_leaks_hands_nothing_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, disclosure: str
) -> None:
    bench.signatories = (*NAMED, Signatory(9, SECRET, Disclosure(disclosure), title="Chair"))
    monkeypatch.setattr("desktop_app.services.exporting.project", leaking)
    with pytest.raises(LeakError) as caught:
        bench.export()
    assert caught.value.exit_status == 3
    assert caught.value.place.row == 9
    assert SECRET not in repr((caught.value.findings, caught.value.values, caught.value.place))
    assert left_behind(bench) == []


def test_a_projection_that_forgets_listed_as_hands_nothing_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Signatory(9, SECRET, Disclosure.NAMED, listed_as="A group of keepers")
    bench.signatories = (*NAMED, row)
    assert bench.export(bench.folder / "first").search.hits == ()
    shown = (Listed(SECRET), *project(NAMED))
    monkeypatch.setattr("desktop_app.services.exporting.project", lambda _rows: shown)
    with pytest.raises(LeakError):
        bench.export()
    assert left_behind(bench) == ["first", "private"]


@pytest.mark.parametrize(
    "letter",
    [
        Letter([p(f"As {SECRET} told us,"), p("{{ signatories }}")]),
        Letter([p("{{ signatories }}")], footnote=p("Lan", "tern of ", "ONDARA")),
        Letter([p("{{ signatories }}")], header=p("lantern-of-ondara")),
    ],
)
def test_a_name_typed_into_the_letter_hands_nothing_over(bench: Bench, letter: Letter) -> None:
    bench.letter = letter
    with pytest.raises(LeakError) as caught:
        bench.export()
    assert caught.value.place.file == "letter.docx"
    assert left_behind(bench) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"title": SECRET},
        {"texts": {"en": Text(subject=SECRET)}},
        {"contacts": (Contact(organisation=SECRET),)},
        {"contacts": (Contact(email="a@lantern-of-ondara.example"),)},
        {"file_pattern": SECRET},
    ],
)
def test_a_name_typed_into_the_campaign_hands_nothing_over(bench: Bench, facts: dict[str, object]) -> None:
    bench.campaign = campaign(**facts)
    bench.letter = Letter([p("{{ letter.subject }}"), p("{{ contacts }}"), p("{{ signatories }}")])
    with pytest.raises(LeakError):
        bench.export()
    assert left_behind(bench) == []


def test_a_name_in_a_recipient_hands_nothing_over(bench: Bench) -> None:
    for where in ("paragraph", "salutation", "state"):
        bench.recipients = [recipient(**{where: f"Dear {SECRET}"})]
        bench.letter = Letter(
            [
                p("{{ recipient.paragraph }}{{ recipient.salutation }}{{ recipient.state }}"),
                p("{{ signatories }}"),
            ]
        )
        with pytest.raises(LeakError) as caught:
            bench.export()
        assert left_behind(bench) == []
        assert SECRET not in str(caught.value.findings)


def test_a_recipient_that_bears_a_withheld_name_is_refused_by_row(bench: Bench) -> None:
    bench.recipients = [recipient(SECRET)]
    with pytest.raises(LeakError) as caught:
        bench.export()
    assert caught.value.findings[0].places == (Place("recipients", paragraph=1, row=9),)


def test_a_longer_printed_name_is_a_warning(bench: Bench) -> None:
    bench.signatories = (*ROWS, named(10, f"Friends of {SECRET}"))
    done = bench.export()
    assert {(hit.row, hit.certain) for hit in done.search.hits} == {(9, False)}
    assert ("withheld-name-perhaps", "warning") in [(f.code, f.severity) for f in done.findings]


def test_a_code_in_the_register_is_no_acronym(bench: Bench) -> None:
    bench.signatories = (*NAMED, Signatory(9, "", Disclosure.ANONYMOUS, acronym="NOR"))
    assert bench.export().search.hits == ()


def test_words_of_the_program_are_no_run_of_a_name(bench: Bench) -> None:
    bench.letter = Letter([p("{{ letter.date }}"), p("{{ signatories }}")])
    names = (
        "Attention to Children",
        "1 February Committee",
        "Security Policy Forum",
        "School Number 3",
        "Public Copy Club",
    )
    bench.signatories = (*NAMED, *(hidden(9 + at, name) for at, name in enumerate(names)))
    assert bench.export(None, "docx", "eml", "html", "txt").search.hits == ()


def test_words_of_the_campaign_are_no_run_of_a_name(bench: Bench) -> None:
    bench.signatories = (*NAMED, hidden(9, "Ondara Truce Keepers"))
    bench.campaign = campaign(texts={"en": Text(subject="Call for an Ondara truce")})
    bench.letter = Letter([p("{{ letter.subject }}"), p("{{ signatories }}")])
    assert bench.export().search.hits == ()


def test_brackets_in_a_printed_name_are_no_prompt(bench: Bench) -> None:
    bench.signatories = (*NAMED, named(9, "Lantern [Norway chapter]"))
    assert len(bench.export().files) == 1


# What goes wrong in the world


def test_cancelling_leaves_nothing(bench: Bench) -> None:
    job = export(bench.opened(), bench.chosen(), bench.reference, out=bench.folder / "deep" / "out")
    next(step for step in job if step.what == "write")
    assert list((bench.folder / "deep").iterdir())
    job.close()
    assert not (bench.folder / "deep").exists()


def test_a_full_disk_leaves_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.opened()

    def full(_self: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    job = export(bench.opened(), bench.chosen(), bench.reference, out=bench.folder / "out")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ProblemError) as caught:
        list(job)
    assert caught.value.code == "disk-full"
    monkeypatch.undo()
    assert left_behind(bench) == []


def test_a_file_that_cannot_be_read_again_is_not_handed_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.services.merging.Merge.document", lambda *_: b"PK\3\4 broken")
    with pytest.raises(RefusedError) as caught:
        bench.export()
    assert caught.value.code == "export-unread"
    assert left_behind(bench) == []


def test_a_field_that_fails_for_one_recipient_hands_nothing_over(bench: Bench) -> None:
    bench.letter = Letter([p("{% if recipient.state < 3 %}{% endif %}"), p("{{ signatories }}")])
    with pytest.raises(ProblemError) as caught:
        bench.export()
    assert (caught.value.code, caught.value.place.paragraph) == ("field-unfit", 1)
    assert left_behind(bench) == []


def test_a_target_with_something_in_it_is_left_alone(bench: Bench) -> None:
    kept = bench.folder / "out" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(ProblemError) as caught:
        bench.export()
    assert caught.value.code == "target-exists"
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize(
    ("letter", "signatories", "code"),
    [
        (Letter([p("Dear [name],"), p("{{ signatories }}")]), NAMED, "prompt-unfilled"),
        (Letter([p("{{ signatories }}")]), (hidden(2, SECRET),), "no-named-row"),
        (Letter([]), NAMED, "letter-empty"),
        (Letter([p(""), p("   ")]), NAMED, "letter-empty"),
        (Letter([p("")], header=p("Orlavia Forum")), NAMED, "letter-empty"),
    ],
)
def test_what_must_be_settled_stops_an_export(
    bench: Bench, letter: Letter, signatories: tuple[Signatory, ...], code: str
) -> None:
    bench.letter, bench.signatories = letter, signatories
    with pytest.raises(RefusedError) as caught:
        bench.export()
    errors: list[Finding] = [finding for finding in caught.value.findings if finding.severity == "error"]
    assert [finding.code for finding in errors] == [code]
    assert left_behind(bench) == []


def test_a_letter_that_lost_its_fields_says_so(bench: Bench) -> None:
    bench.letter = Letter([p("Excellency,"), p("We ask the Council to act.")])
    codes = {finding.code for finding in bench.export().findings}
    assert {"recipient-not-named", "signatories-not-named"} <= codes


def test_a_list_that_is_printed_twice_is_looked_at(bench: Bench) -> None:
    bench.letter = Letter([p("{{ recipient.salutation }}"), p("{{ signatories }}"), p("{{ signatories }}")])
    assert "list-printed-twice" in {finding.code for finding in bench.export().findings}


def test_a_text_that_is_saved_while_letters_are_made_goes_into_none_of_them(bench: Bench) -> None:
    opened, chosen = bench.opened(), bench.chosen()
    job = export(opened, chosen, bench.reference, out=bench.folder / "out", formats=("docx", "html", "txt"))
    while next(job).what != "write":
        pass
    Letter([p("{{ recipient.state }}: another text, saved by Word meanwhile")]).save(
        bench.folder / "letter.docx"
    )
    done = result_of(job)
    for file in done.files:
        told = zipfile.ZipFile(file.path).read("word/document.xml") if file.format == "docx" else b""
        assert b"saved by Word" not in told + file.path.read_bytes()
    assert {file.format for file in done.files} == {"docx", "html", "txt"}
    assert "letter-changed-meanwhile" in {finding.code for finding in done.findings}
