"""A letter is opened for signature: the text is kept, and what goes out holds no signatory."""

import io
import zipfile
from pathlib import Path

import pytest
from letters import Letter, cell, lines_of, p, parts_of
from signing import ASKS, NOW, TOML, Campaign

from desktop_app.domain.deadline import deadline_of
from desktop_app.domain.reporting import LeakError, ProblemError, RefusedError
from desktop_app.files.frozen_texts import current_version, frozen_texts
from desktop_app.files.letter_docx import read_letter
from desktop_app.files.reference_data import Reference
from desktop_app.services.opening_for_signature import open_for_signature


@pytest.fixture
def campaign(tmp_path: Path, reference: Reference) -> Campaign:
    return Campaign(tmp_path, reference)


def copy_of(campaign: Campaign, language: str = "en") -> bytes:
    (folder,) = (campaign.folder / "exports").iterdir()
    return (folder / f"reading-copy.{language}.docx").read_bytes()


def refused(campaign: Campaign) -> set[str]:
    with pytest.raises(RefusedError) as caught:
        campaign.open()
    assert caught.value.exit_status == 1
    return {finding.code for finding in caught.value.findings}


def test_the_state_and_the_deadline_are_written_and_the_rest_of_the_settings_stays(
    campaign: Campaign,
) -> None:
    campaign.open()
    expected = TOML.replace('"draft"  # not yet', '"open"  # not yet') + 'until = "2024-01-30T18:00"\n'
    assert (campaign.folder / "campaign.toml").read_text("utf-8") == expected


def test_the_text_is_kept_as_it_is(campaign: Campaign) -> None:
    campaign.open()
    (text,) = frozen_texts(campaign.folder)
    assert [passage.text for passage in text.texts["en"]] == [ASKS]
    kept = read_letter(campaign.folder / "private" / "texts" / "1" / "letter.docx")
    assert kept.text == ASKS
    assert current_version(campaign.folder) == "1 (2024-01-28 18:04)"


def test_what_is_kept_of_a_letter_names_nobody_in_a_comment(campaign: Campaign) -> None:
    """It is still there when the campaign is closed."""
    comment = f'<w:comment w:id="1" w:author="A. Okoye">{p("Ask Willow Refuge")}</w:comment>'
    Letter([p(ASKS)], parts={"word/comments.xml": comment_part(comment)}).save(
        campaign.folder / "letter.docx"
    )
    campaign.open()
    kept = (campaign.folder / "private" / "texts" / "1" / "letter.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        assert b"Willow" not in b"".join(package.read(name) for name in package.namelist())


def comment_part(inside: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?><w:comments xmlns:w="{space}">{inside}</w:comments>'


def test_the_same_text_again_only_moves_the_deadline(campaign: Campaign) -> None:
    first = campaign.open()
    again = campaign.open("2024-02-02", days_later=3)
    assert (first.is_new, again.is_new, again.text) == (True, False, first.text)
    assert campaign.opened().campaign.until == "2024-02-02"
    assert first.folder != again.folder


def test_another_text_is_another_version(campaign: Campaign) -> None:
    campaign.open()
    campaign.write("We demand that the Council act.")
    assert campaign.open(days_later=1).text.label == "2 (2024-01-29 18:04)"
    assert [text.number for text in frozen_texts(campaign.folder)] == [1, 2]


def test_a_language_more_is_another_version(campaign: Campaign) -> None:
    campaign.open()
    campaign.says(TOML.replace('["en"]', '["en", "fr"]'))
    campaign.write("Nous demandons au Conseil d’agir.", file="letter.fr.docx")
    done = campaign.open()
    assert sorted(done.text.texts) == ["en", "fr"]
    names = ["reading-copy.en.docx", "reading-copy.fr.docx", "sign-on-call.en.txt", "sign-on-call.fr.txt"]
    assert sorted(path.name for path in done.files) == names


def test_figures_names_and_recipients_are_left_open_in_the_reading_copy(campaign: Campaign) -> None:
    campaign.list_is([["Lantern House", "named", "", "", ""], ["Willow Refuge", "anonymous", "", "", ""]])
    campaign.write(
        "{{ recipient.address }}",
        "{{ recipient.salutation }}",
        "We, {{ signatories.total|number }} ({{ signatories.named|words }}) {{ signatories.noun }},",
        "{{ signatories.total|over }} of {{ signatories.countries }} lands, {{ signatories|length }} rows",
        "{% if signatories.anonymous > 2 %}some unnamed, {% endif %}ask {{ recipient.the_state }} to act.",
        "{{ recipient.paragraph }}",
        "{{ signatories.statement }}",
        "{{ signatories }}",
    )
    campaign.open()
    statement = "Signed by [number] civil society organizations, including [number] that have chosen not to"
    assert lines_of(copy_of(campaign)) == [
        "[address of each recipient]",
        "[Salutation],",
        "We, [number] ([number]) civil society organizations,",
        "[number] of [number] lands, [number] rows",
        "some unnamed, ask [State] to act.",
        f"{statement} disclose their names.",
        "[names of the signatories]",
    ]


def test_a_letter_that_lists_its_signatories_itself_lists_nobody(campaign: Campaign) -> None:
    campaign.list_is([["Lantern House", "named", "", "", ""]])
    campaign.write("{% for s in signatories %}{{ s.name }}{% endfor %}")
    campaign.open()
    assert lines_of(copy_of(campaign)) == ["[names of the signatories]"]


def test_the_body_is_addressed_as_one(campaign: Campaign) -> None:
    campaign.says(TOML + 'recipients = {to = "security-council", as = "each"}\n')
    campaign.write("{{ recipient.address }}", "{{ recipient.salutation }}")
    campaign.open()
    address, salutation = lines_of(copy_of(campaign))
    assert address.startswith("To Members of the United Nations Security Council")
    assert salutation == "Excellencies,"


@pytest.mark.parametrize(
    "recipients", ['{to = ["security-council", "asean"]}', '{to = "nowhere"}', '{to = "list.xlsx"}']
)
def test_recipients_that_are_several_or_not_known_yet_stop_nothing(
    campaign: Campaign, recipients: str
) -> None:
    campaign.says(TOML + f"recipients = {recipients}\n")
    campaign.write("{{ recipient.salutation }}")
    campaign.open()
    assert lines_of(copy_of(campaign)) == ["[Salutation],"]


def test_every_page_says_until_when(campaign: Campaign) -> None:
    campaign.open()
    headers = [name for name in parts_of(copy_of(campaign)) if "header" in name]
    assert headers
    for name in headers:
        assert lines_of(copy_of(campaign), name)[0] == (
            "Reading copy, not sent yet. Open for signature until 30 January 2024, 18:00."
        )


def test_the_call_asks_and_says_until_when(campaign: Campaign) -> None:
    done = campaign.open()
    call = done.files[1].read_text("utf-8-sig")
    assert "“Joint letter on Orlavia”" in call
    assert "until 30 January 2024, 18:00." in call
    assert "6. May we publish the name of your organization in the letter?" in call


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("We ask [the Council, by name] to act.",), "prompt-unfilled"),
        (("We, {{ signatories.totl }}, ask.",), "unknown-field"),
        (("We, {{ signatories.total, ask.",), "field-unclosed"),
        ((), "letter-empty"),
        (("", "   "), "letter-empty"),
    ],
)
def test_a_text_that_is_not_finished_is_refused(
    campaign: Campaign, texts: tuple[str, ...], code: str
) -> None:
    campaign.write(*texts)
    assert code in refused(campaign)
    assert not (campaign.folder / "private").exists()
    assert not (campaign.folder / "exports").exists()
    assert campaign.opened().campaign.state == "draft"


def test_a_printed_date_must_be_known(campaign: Campaign) -> None:
    campaign.says(TOML.replace("date = 2024-02-01\n", ""))
    campaign.open()
    campaign.write("{{ letter.date|long_date }}")
    assert "date-missing" in refused(campaign)


def test_neither_an_empty_list_nor_a_typed_figure_stops_it(campaign: Campaign) -> None:
    campaign.write("We, 462 civil society organizations, ask.", "{{ signatories }}")
    assert campaign.open().is_new


def test_a_letter_of_tables_alone_is_opened(campaign: Campaign) -> None:
    Letter([cell(p(ASKS)), p("")]).save(campaign.folder / "letter.docx")
    campaign.open()
    assert ASKS in lines_of(copy_of(campaign))


def test_a_withheld_name_in_the_text_stops_it(campaign: Campaign) -> None:
    campaign.list_is([["Willow Refuge", "anonymous", "", "", ""]])
    campaign.write("Willow Refuge saw it.")
    with pytest.raises(LeakError):
        campaign.open()
    assert not (campaign.folder / "exports").exists()


def test_a_withheld_name_in_the_title_stops_it(campaign: Campaign) -> None:
    campaign.list_is([["Joint letter on Orlavia", "anonymous", "", "", ""]])
    with pytest.raises(LeakError):
        campaign.open()


@pytest.mark.parametrize("until", ["2024-01-27", "2024-01-28T18:00"])
def test_a_deadline_that_is_over_is_refused(campaign: Campaign, until: str) -> None:
    with pytest.raises(ProblemError) as caught:
        campaign.open(until)
    assert caught.value.code == "deadline-past"
    assert not (campaign.folder / "private").exists()


def test_where_the_settings_cannot_be_written_nothing_is_handed_over(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ProblemError("disk-full")

    monkeypatch.setattr("desktop_app.services.opening_for_signature.set_values", full)
    with pytest.raises(ProblemError):
        campaign.open()
    assert list((campaign.folder / "exports").iterdir()) == []
    assert campaign.opened().campaign.state == "draft"


@pytest.mark.parametrize("place", ["exports", "private"])
def test_a_folder_that_cannot_be_made_is_one_sentence(campaign: Campaign, place: str) -> None:
    (campaign.folder / place).write_text("in the way")
    with pytest.raises(ProblemError) as caught:
        campaign.open()
    assert caught.value.code == "folder-not-writable"
    assert campaign.opened().campaign.state == "draft"


def test_whoever_cancels_leaves_nothing_behind(campaign: Campaign) -> None:

    job = open_for_signature(campaign.opened(), deadline_of("2024-01-30"), campaign.reference, NOW)
    next(job)
    job.close()
    assert not (campaign.folder / "exports").exists()
    assert not (campaign.folder / "private").exists()
