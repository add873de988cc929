"""The pages of a letter for the screen: made by LibreOffice, stopped, refused where a hidden name stands."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from campaigns import NAMED, Bench, hidden, recipient
from letters import Letter, p
from stand_in_office import MAKES, StandInOffice

from desktop_app.domain.reporting import ProblemError
from desktop_app.files import libreoffice
from desktop_app.files.pdf_pages import page_picture
from desktop_app.files.reference_data import Reference
from desktop_app.services import previewing
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.previewing import Preview, Previewer
from desktop_app.support.long_work import result_of

HIDDEN = hidden(40, "Lantern of Ondara")
needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def campaign_with(folder: Path, reference: Reference, *lines: str) -> OpenCampaign:
    text = [p("{{ recipient.salutation }}"), *map(p, lines), p("{{ signatories }}")]
    return Bench(folder, reference, Letter(text), (*NAMED, HIDDEN)).opened()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandInOffice:
    return StandInOffice(tmp_path, monkeypatch)


def made(previewer: Previewer, opened: OpenCampaign, *, masked: bool = True) -> Preview:
    return result_of(previewer.steps(opened, recipient(), masked=masked))


def refused(previewer: Previewer, opened: OpenCampaign) -> str:
    with pytest.raises(ProblemError) as refusal:
        made(previewer, opened)
    return refusal.value.code


def files_of(folder: Path) -> set[str]:
    return {path.name for place in (folder / "places").iterdir() for path in place.rglob("*.*")}


@needs_a_shell
def test_the_pages_are_there_and_the_letter_is_not_kept(
    tmp_path: Path, reference: Reference, office: StandInOffice
) -> None:
    previewer = Previewer(reference)
    opened = campaign_with(tmp_path, reference)
    for _ in range(2):
        preview = made(previewer, opened)
        assert [(size.width, size.height) for size in preview.sizes] == [(600, 800), (600, 800)]
        assert files_of(tmp_path).isdisjoint({"letter.docx", "letter.pdf"})
    assert len(office.left()) == 1, "one profile for all of them"
    previewer.close()
    assert office.left() == []


@needs_a_shell
def test_a_hidden_name_in_the_text_gives_no_page(
    tmp_path: Path, reference: Reference, office: StandInOffice
) -> None:
    opened = campaign_with(tmp_path, reference, "We thank the Lantern of Ondara for its work.")
    previewer = Previewer(reference)
    assert refused(previewer, opened) == "preview-name-hidden"
    assert office.runs == 0, "LibreOffice is not even begun"
    assert len(made(previewer, opened, masked=False).sizes) == 2
    previewer.close()


@needs_a_shell
@pytest.mark.usefixtures("office")
def test_words_of_the_program_in_a_hidden_name_hide_no_page(tmp_path: Path, reference: Reference) -> None:
    bench = Bench(tmp_path, reference, Letter([p("{{ letter.date }}"), p("{{ signatories }}")]))
    bench.signatories = (*NAMED, hidden(40, "1 February Committee"))
    previewer = Previewer(reference)
    assert len(made(previewer, bench.opened()).sizes) == 2
    previewer.close()


@needs_a_shell
@pytest.mark.parametrize("what", ["exit 0", "exit 77", 'mkdir -p "$1"; echo x > "$1/letter.pdf"', "sleep 60"])
def test_only_pages_are_a_success(
    tmp_path: Path,
    reference: Reference,
    office: StandInOffice,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
) -> None:
    monkeypatch.setattr(previewing, "SECONDS", 0.5)
    office.do(what)
    previewer = Previewer(reference)
    opened = campaign_with(tmp_path, reference)
    assert refused(previewer, opened) == "preview-failed"
    office.do(MAKES)
    assert len(made(previewer, opened).sizes) == 2, "the next time it may be well again"
    previewer.close()


def test_without_libreoffice_that_is_said(
    tmp_path: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    assert refused(Previewer(reference), campaign_with(tmp_path, reference)) == "preview-office-missing"


@needs_a_shell
def test_whoever_stops_waiting_leaves_no_process_and_no_folder(
    tmp_path: Path, reference: Reference, office: StandInOffice
) -> None:
    office.do('echo $$ > "{pages}.running"; exec sleep 60')
    previewer = Previewer(reference)
    steps = previewer.steps(campaign_with(tmp_path, reference), recipient(), masked=True)
    running = tmp_path / "pages.pdf.running"
    while not (running.exists() and running.read_text()):
        next(steps)
    previewer.close()
    assert office.left(), "while it works its folder stays"
    steps.close()
    assert office.left() == []
    if sys.platform == "linux":
        assert not Path("/proc", running.read_text().strip()).exists()


@pytest.mark.slow
def test_libreoffice_makes_the_pages_of_a_letter(
    tmp_path: Path, reference: Reference, program: Callable[[str], str]
) -> None:
    program("soffice")
    previewer = Previewer(reference)
    preview = made(previewer, campaign_with(tmp_path, reference))
    previewer.close()
    size = preview.sizes[0]
    assert (round(size.width), round(size.height)) == (595, 842)
    picture = page_picture(preview.pdf, 0, 900)
    assert picture.width == 900
    assert len(picture.pixels) == 900 * picture.height * 4
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert min(picture.pixels[::4]) < 64, "something is printed"
