"""Whoever is hidden in Excel after an export is still named by what lies in exports/."""

import shutil
from pathlib import Path

import pytest
from cli.terminal import Run

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list

HARBOUR = Signatory(2, "Harbour Watch", Disclosure.NAMED)
LANTERN = Signatory(3, "Lantern House Harrow", Disclosure.NAMED)


def save(campaign: Path, *rows: Signatory) -> None:
    """Write the list as another program would."""
    (campaign / "signatories-private.xlsx").write_bytes(new_list(rows))


@pytest.fixture
def campaign(tmp_path: Path, run: Run) -> Path:
    """A campaign whose two signatories were both named in a letter of today."""
    folder = tmp_path / "orlavia"
    run("new", folder, "--sample")
    settings = folder / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace("sample = true", ""), "utf-8")
    save(folder, HARBOUR, LANTERN)
    assert run("export", folder, "--to", "NOR").status == 0
    return folder


def told(run: Run, campaign: Path) -> list[int]:
    """The rows of which ``check`` says that letters in exports/ name them."""
    findings = run("check", campaign, "--json").json["findings"]
    return [place["row"] for f in findings if f["code"] == "named-in-exports" for place in f["places"]]


@pytest.mark.parametrize(
    "now",
    [
        Signatory(3, "Lantern House Harrow", Disclosure.ANONYMOUS),
        Signatory(3, "LANTERN House  Harrow", Disclosure.WITHDRAWN),
        Signatory(3, "Lantern House Harrow", Disclosure.NAMED, listed_as="A house of Northern Orlavia"),
    ],
)
def test_letters_that_name_somebody_who_is_hidden_now_are_told_until_they_are_gone(
    run: Run, campaign: Path, now: Signatory
) -> None:
    assert told(run, campaign) == []
    save(campaign, HARBOUR, now)
    assert told(run, campaign) == [3]
    shutil.rmtree(campaign / "exports")
    assert told(run, campaign) == []


def test_who_was_never_named_or_is_named_in_another_row_is_not_told(run: Run, campaign: Path) -> None:
    save(campaign, HARBOUR, LANTERN, Signatory(4, "Quiet River Circle", Disclosure.ANONYMOUS))
    assert told(run, campaign) == []
    save(campaign, HARBOUR, LANTERN, Signatory(4, "Lantern House Harrow", Disclosure.PENDING))
    assert told(run, campaign) == []


def test_a_copy_that_cannot_be_read_stops_nothing(run: Run, campaign: Path) -> None:
    for copy in (campaign / "private" / "exports").glob("*.xlsx"):
        copy.write_bytes(b"PK\3\4")
    save(campaign, HARBOUR, Signatory(3, "Lantern House Harrow", Disclosure.ANONYMOUS))
    assert told(run, campaign) == []
