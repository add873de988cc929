"""Letters as LibreOffice really makes them: sound, archival, tagged, in their language, and silent."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pikepdf
import pytest
from campaigns import NAMED, Bench, campaign, hidden, recipient
from domain.lists import named
from letters import Letter, field_code, p
from pikepdf import Array, Dictionary, Name, Object, Pdf

from desktop_app.domain.campaign import Text
from desktop_app.files.reference_data import Reference
from desktop_app.files.text_of_pdf_pages import pages_of_pdf

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
URL = "http://127.0.0.1:9/x"
"""Nobody listens there, and to ask would be seen."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LINKED = (
    f'<w:r><w:drawing><a:graphic><a:graphicData uri="{_PICTURE}"><a:blip r:link="rId8"/></a:graphicData>'
    "</a:graphic></w:drawing></w:r>"
)
NAMES = ("شبكة السلام في الميناء", "海港和平网络", "ဆိပ်ကမ်း ငြိမ်းချမ်းရေး", "Сеть «Гавань»")
ROWS = (
    *NAMED,
    *(named(number, name) for number, name in enumerate(NAMES, start=20)),
    hidden(40, "Lantern of Ondara"),
)


def hostile() -> Letter:
    """A letter that asks for what lies elsewhere in every way that we know."""
    fields = [field_code(f'INCLUDEPICTURE "{URL}.png"'), field_code(f'INCLUDETEXT "{URL}.docx"')]
    fields.append(field_code(f'DDEAUTO cmd "/c calc {URL}"'))
    relations = {"rId8": ("image", f"{URL}.png"), "rId9": ("attachedTemplate", f"{URL}.dotm")}
    return Letter(
        [
            p("{{ recipient.salutation }}", _LINKED, *fields),
            p("{{ signatories.statement }}"),
            p("{{ signatories }}"),
        ],
        settings=f'<w:attachedTemplate r:id="rId9" w:val="{URL}.dotm"/>',
        relations=relations,
    )


def bench(folder: Path, reference: Reference) -> Bench:
    ours = campaign(texts={"en": Text(subject="Call for a truce", title="Joint letter – a truce")})
    to = [recipient("NOR"), recipient("FRA"), recipient("JPN"), recipient("EGY"), recipient("CHN")]
    return Bench(folder, reference, hostile(), ROWS, ours, to)


@pytest.fixture(scope="module")
def letters(
    program: Callable[[str], str], reference: Reference, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """The PDF for each recipient."""
    program("soffice")
    done = bench(tmp_path_factory.mktemp("campaign"), reference).export(None, "pdf")
    assert (done.search.hits, done.search.unread, done.search.faults) == ((), (), ())
    return {file.recipient: file.path for file in done.files}


def elements(pdf: Pdf) -> Iterator[Object]:
    """The tags of a document, from the top."""
    left = [pdf.Root.StructTreeRoot]
    while left:
        thing = left.pop(0)
        yield thing
        kids = thing.get("/K", Array())
        left += [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def test_each_is_sound_and_archival_and_in_its_language(
    letters: Mapping[str, Path], program: Callable[[str], str]
) -> None:
    qpdf = program("qpdf")
    for path in letters.values():
        subprocess.run([qpdf, "--check", str(path)], check=True, capture_output=True)
        with pikepdf.open(path) as pdf:
            said = pdf.open_metadata()
            assert said.pdfa_status == "2B"
            assert said["dc:title"] == "Joint letter – a truce"
            assert str(pdf.Root.Lang) == "en"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert "/Info" not in pdf.trailer
            assert all(page.obj.get("/Tabs") in (None, Name.S) for page in pdf.pages)


def test_the_list_is_a_list_and_every_name_can_be_selected(letters: Mapping[str, Path]) -> None:
    with pikepdf.open(letters["NOR"]) as pdf:
        kinds = [str(thing.get("/S")) for thing in elements(pdf)]
        assert kinds.count("/LI") == len(NAMED) + len(NAMES)
        assert "/L" in kinds
    text = "\n".join(
        text for _, text in pages_of_pdf(letters["NOR"].read_bytes()).texts
    )  # as our name check reads it
    for row in NAMED:
        assert row.name in text
    for name in NAMES:
        assert name in text


def test_letters_differ_only_where_their_recipients_do(letters: Mapping[str, Path]) -> None:
    assert len({path.read_bytes() for path in letters.values()}) == 1


def test_nothing_tells_of_the_machine_or_the_time(letters: Mapping[str, Path]) -> None:
    with pikepdf.open(letters["NOR"]) as pdf:
        for thing in pdf.objects:
            content = thing.read_bytes() if isinstance(thing, pikepdf.Stream) else repr(thing).encode()
            assert not re.search(rb"LibreOffice|Writer|D:20\d\d|/tmp/|undersigned|127\.0\.0\.1", content)


_EXPORT = """
import sys
from pathlib import Path
from desktop_app.files import libreoffice
from desktop_app.files.reference_data import load
from services.test_exporting_pdf import bench
# Without the empty network round LibreOffice: what is taken out must suffice where that cannot be had.
libreoffice._alone = lambda: ()
if __name__ == "__main__":
    done = bench(Path(sys.argv[1]), load(Path("resources"))).export(None, "docx", "pdf", "eml", "zip")
    print(len(done.files))
"""


def test_a_campaign_that_is_named_from_where_one_stands_is_exported_as_well(
    program: Callable[[str], str], tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("soffice")
    bench(tmp_path, reference)
    monkeypatch.chdir(tmp_path)
    done = bench(Path(), reference).export(Path("out"), "pdf")
    assert [file.path.suffix for file in done.files] == [".pdf"] * len(done.files) != []


def test_to_export_a_hostile_letter_calls_no_computer(program: Callable[[str], str], tmp_path: Path) -> None:
    program("soffice")
    strace, log = program("strace"), tmp_path / "log"
    (tmp_path / "campaign").mkdir()
    watch = [strace, "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log)]
    done = subprocess.run(
        [*watch, sys.executable, "-c", _EXPORT, str(tmp_path / "campaign")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
    )
    if "ptrace" in done.stderr:
        pytest.skip("the system lets no program be watched")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "16"
    calls = log.read_text("utf-8", "replace").splitlines()
    assert [line for line in calls if re.search(r"AF_INET6?\b", line)] == []
