"""Public copies: to the members of a body or to nobody, with the list, in each language, searched."""

from dataclasses import replace
from pathlib import Path

import pytest
from campaigns import NAMED, Bench, campaign, hidden, recipient
from letters import Letter, p
from template_files import TEMPLATES

from desktop_app.domain.reporting import LeakError
from desktop_app.files.public_copy import WRITERS
from desktop_app.files.reference_data import Reference
from desktop_app.services import formatting
from desktop_app.services.addressing import choose_for
from desktop_app.services.exporting import Export, export
from desktop_app.services.opening import open_campaign
from desktop_app.support.long_work import result_of

SECRET = "Lantern of Ondara"
LETTER = Letter(
    [
        p("{{ recipient.address }}"),
        p("{{ recipient.salutation }}"),
        p("We write, {{ recipient.vocative }}, to {{ recipient.the_state }}."),
        p("{{ signatories.statement }}"),
        p("{{ signatories }}"),
        p("{{ recipient.closing }}"),
    ]
)


@pytest.fixture
def bench(tmp_path: Path, reference: Reference) -> Bench:
    return Bench(
        tmp_path,
        reference,
        LETTER,
        (*NAMED, hidden(9, SECRET)),
        campaign(),
        [recipient(email="m@example.org")],
    )


def exported(bench: Bench, body: str, *formats: str) -> Export:
    chosen = replace(bench.chosen(), body=body)
    out = bench.folder / "out"
    return result_of(export(bench.opened(), chosen, bench.reference, out=out, formats=formats))


def test_it_is_addressed_to_the_members_and_holds_no_address(bench: Bench) -> None:
    made = exported(bench, "security-council", "txt", "html")
    text = (made.folder / "Public copy (en).txt").read_text("utf-8")
    lines = text.splitlines()
    assert lines[2] == "To Members of the United Nations Security Council"
    assert "Excellencies," in lines
    assert "New York" not in text
    for row in NAMED:
        assert row.name in text
    assert "including one that has chosen not to disclose its name" in text
    assert [(file.recipient, file.language, file.format) for file in made.files] == [
        ("public", "en", "html"),
        ("public", "en", "txt"),
    ]
    assert "Norway" not in text


def test_without_a_body_it_is_addressed_to_nobody(bench: Bench) -> None:
    made = exported(bench, "NOR, my-list.xlsx", "txt")
    text = (made.folder / "Public copy (en).txt").read_text("utf-8")
    assert "Ambassador" not in text
    assert text.startswith(("Joint letter\n\nDear ", "Joint letter\n\nExcellency"))
    assert "We write, " in text
    assert "to [State]." in text


def test_a_name_that_a_public_copy_brings_in_hands_nothing_over(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil = {kind: (lambda letter, w=write: w(letter) + SECRET.encode()) for kind, write in WRITERS.items()}
    monkeypatch.setattr(formatting, "WRITERS", spoil)
    for kind in ("html", "txt"):
        with pytest.raises(LeakError):
            exported(bench, "security-council", kind)
    assert not (bench.folder / "out").exists()


def test_the_sample_gives_a_copy_in_each_language_that_says_it_is_a_sample(
    tmp_path: Path, reference: Reference
) -> None:
    opened = open_campaign(TEMPLATES / "sample")
    chosen = choose_for(opened.folder, opened.campaign, opened.campaign.request, reference)
    made = result_of(export(opened, chosen, reference, out=tmp_path / "out", formats=("html", "txt")))
    assert (made.search.hits, made.search.faults, made.search.unread) == ((), (), ())
    assert {path.name for path in made.folder.iterdir()} == {
        "register.csv",
        *(f"Public copy ({language}).{kind}" for language in ("en", "fr", "es") for kind in ("html", "txt")),
    }
    french = (made.folder / "Public copy (fr).txt").read_text("utf-8").splitlines()
    assert french[:2] == [
        "Exemple. Cette lettre n’a été signée par personne.",
        "Traduction de courtoisie. Seul le texte anglais a été signé.",
    ]
    assert "Aux membres du Conseil de sécurité de l’Organisation des Nations Unies" in french
