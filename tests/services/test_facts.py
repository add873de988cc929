"""One fact is written; everything else in campaign.toml stays as it was."""

import datetime as dt
from pathlib import Path

import pytest
from template_files import TEMPLATES

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.settings_edit import Setting, with_setting
from desktop_app.services.facts import set_fact
from desktop_app.services.opening import make_campaign, open_campaign

PLAIN = b'# ours\ntitle = "A letter"  # the title\nlanguages = ["en"]\nmine = 7\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sample"
    make_campaign(TEMPLATES, made, sample=True)
    return made


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("date",), dt.date(2024, 3, 1)),
        (("place",), "Geneva"),
        (("text", "fr", "subject"), "Un autre objet"),
        (("text", "ru", "subject"), "Тема"),
        (("list", "columns"), 3),
        (("list", "numbered"), False),
        (("counts",), "once"),
        (("reference",), None),
    ],
)
def test_a_fact_is_written_and_nothing_else(folder: Path, keys: tuple[str, ...], value: Setting) -> None:
    before = (folder / "campaign.toml").read_text("utf-8")
    step = set_fact(open_campaign(folder), keys, value)
    assert step is not None
    after = (folder / "campaign.toml").read_text("utf-8")
    kept = set(before.splitlines()) & set(after.splitlines())
    assert len(set(before.splitlines()) - kept) <= 1
    assert open_campaign(folder).campaign.title == "Joint letter to the Security Council on Orlavia"
    assert set_fact(open_campaign(folder), keys, value) is None


def test_a_key_that_was_not_there_stands_above_the_tables() -> None:
    text = with_setting(PLAIN + b"\n[list]\ncolumns = 1\n", ("place",), "Geneva").decode()
    assert text.index("place") < text.index("[list]")
    assert "# the title" in text


@pytest.mark.parametrize("data", [b"title = ", b"\xff\xfe", b'title = "x"\nlist = 3\n'])
def test_a_file_that_is_broken_is_left_alone(data: bytes) -> None:
    with pytest.raises(ProblemError, match="campaign"):
        with_setting(data, ("list", "columns"), 2)


def test_a_value_that_may_not_be_there_is_refused(folder: Path) -> None:
    before = (folder / "campaign.toml").read_bytes()
    with pytest.raises(ProblemError, match="campaign-wrong-value"):
        set_fact(open_campaign(folder), ("counts",), "thrice")
    assert (folder / "campaign.toml").read_bytes() == before
