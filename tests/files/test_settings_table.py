"""campaign.toml: a key that says nothing is told, with the one that may be meant."""

from pathlib import Path

import pytest

from desktop_app.files.campaign_toml import unknown_keys

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('subtitle = "To all"', [("subtitle", "title")]),
        ("[list]\ncolums = 2", [("list.colums", "columns")]),
        ("languages = ['fr']\n[text.fr]\nnuon = 'ONG'", [("text.fr.nuon", "noun")]),
        ('[[contacts]]\nname = "Press desk"\nmail = "a@example.org"', [("contacts[1].mail", "email")]),
        ('languages = ["en", "fr"]\n[text.fra]\nnoun = "ONG"', [("text.fra", "text.fr")]),
        ('languages = ["en", "fr"]\n[text.es]\nnoun = "ONG"', []),
        ('languages = ["en", "fr"]\n[text.spa]\nnoun = "ONG"', [("text.spa", "")]),
        ('languages = ["en", "fr"]\n[text.fr]\nnoun = "ONG"', []),
        ('office = "third floor"', [("office", "")]),
        ("[archive]\nnumber = 7", [("archive", "")]),
        ('[recipients]\nto = ["un:all"]\non = 2026-01-02', []),
    ],
)
def test_a_key_that_says_nothing_is_told(tmp_path: Path, written: str, told: list[tuple[str, str]]) -> None:
    (tmp_path / "campaign.toml").write_text(f'title = "A call"\n{written}\n', "utf-8")
    assert list(unknown_keys(tmp_path)) == told


@pytest.mark.parametrize("template", sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir()))
def test_our_own_templates_hold_no_such_key(template: str) -> None:
    assert unknown_keys(TEMPLATES / template) == ()
