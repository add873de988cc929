"""One fact is written; everything else in campaign.toml stays as it was."""

import datetime as dt
from pathlib import Path

import pytest
from PIL import Image
from template_files import TEMPLATES

from desktop_app.domain.campaign import Signer
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.settings_edit import Key, Setting, with_setting
from desktop_app.services.facts import set_fact, take_picture
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
        (("cc",), ["The Secretary-General", "The press"]),
        (("text", "fr", "cc"), ["Le Secrétaire général", "La presse"]),
        (("enclosures",), ["The list"]),
        (("contacts", 1, "email"), "night@example.org"),
        (("contacts", 1, "role"), ""),
        (("contacts", 3, "name"), "Ilka Varn"),
        (("signed_by", 0, "title"), "President"),
    ],
)
def test_a_fact_is_written_and_nothing_else(folder: Path, keys: tuple[Key, ...], value: Setting) -> None:
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


def test_an_entry_is_taken_out_with_all_it_says_and_no_other(folder: Path) -> None:
    before = open_campaign(folder).campaign.contacts
    step = set_fact(open_campaign(folder), ("contacts", 1), None)
    assert step is not None
    assert open_campaign(folder).campaign.contacts == (before[0], before[2])
    assert b"Secretariat" in (step.after or b"")


def test_entries_in_tables_of_their_own_keep_what_only_the_coordinator_knows() -> None:
    data = PLAIN + b'[[contacts]]\nname = "Ada Voss"  # ours\nmine = 1\n[[contacts]]\nname = "Ilka Varn"\n'
    text = with_setting(data, ("contacts", 0, "email"), "ada@example.org").decode()
    assert 'name = "Ada Voss"  # ours\nmine = 1\nemail = "ada@example.org"\n[[contacts]]' in text
    text = with_setting(text.encode(), ("contacts", 2, "name"), "Joram Bekkule").decode()
    assert text.endswith('[[contacts]]\nname = "Joram Bekkule"\n')
    assert with_setting(text.encode(), ("contacts", 0), None).decode().count("[[contacts]]") == 2


def test_the_first_of_a_list_makes_the_list() -> None:
    text = with_setting(PLAIN, ("signed_by", 0, "name"), "Ada Voss").decode()
    assert campaign_in(text).signed_by == (Signer("Ada Voss"),)


@pytest.mark.parametrize(
    "keys", [("contacts", 9, "name"), ("contacts", "name"), ("place", 0), ("place", "x")]
)
def test_a_place_that_there_is_not_is_no_place_to_write_to(folder: Path, keys: tuple[Key, ...]) -> None:
    before = (folder / "campaign.toml").read_bytes()
    with pytest.raises(ProblemError, match="campaign"):
        set_fact(open_campaign(folder), keys, "Ada Voss")
    assert (folder / "campaign.toml").read_bytes() == before


def picture(path: Path, shade: str) -> Path:
    Image.new("RGB", (40, 20), shade).save(path)
    return path


def test_a_picture_of_a_signature_comes_into_the_folder_and_takes_no_others_place(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    blue, red = picture(tmp_path / "sign.png", "blue"), picture(tmp_path / "a" / "sign.png", "red")
    assert take_picture(open_campaign(folder), 0, blue) is not None
    assert take_picture(open_campaign(folder), 1, red) is not None
    assert take_picture(open_campaign(folder), 0, blue) is None
    opened = open_campaign(folder)
    assert [one.picture for one in opened.campaign.signed_by] == ["sign.png", "sign 2.png"]
    assert (folder / "sign.png").read_bytes() == blue.read_bytes()
    assert set(opened.signature_pictures()) == {"sign.png", "sign 2.png"}


def test_what_is_no_picture_is_not_taken(folder: Path, tmp_path: Path) -> None:
    drawing = tmp_path / "sign.svg"
    drawing.write_text("<svg/>", "utf-8")
    with pytest.raises(ProblemError, match="picture-unreadable"):
        take_picture(open_campaign(folder), 0, drawing)
    assert not (folder / "sign.svg").exists()
