"""The campaign that an existing letter becomes."""

import datetime as dt
from dataclasses import replace

import pytest
from imports import COUNCIL, anatomy

from desktop_app.domain.campaign import Claim, Contact, GroupBy, ListLayout, Order, Signer
from desktop_app.domain.counting import count
from desktop_app.domain.imported import MOST_ANONYMOUS, ImportAs, campaign_of, list_doubts, rows_of, title_of
from desktop_app.domain.letter_anatomy import FoundName
from desktop_app.domain.signatory import Disclosure, Kind, Way

LONG = """\
Open letter on Orlavia

We, the undersigned organizations, ask all parties to the conflict in Orlavia to lay down their arms, to let
relief through, and to release those whom they hold without charge or trial.

Signed by:

"""


def listed(*lines: str) -> str:
    return LONG + "\n".join(lines)


def layout_of(*lines: str) -> ListLayout:
    return campaign_of(anatomy(listed(*lines)), ImportAs.SAME, "Open letter").layout


def codes(text: str, way: ImportAs = ImportAs.SAME) -> dict[str, tuple[int, str]]:
    return {doubt.code: (doubt.line, doubt.text) for doubt in list_doubts(anatomy(text), way)}


class TestASettingSaysWhatTheLetterSays:
    campaign = campaign_of(anatomy(), ImportAs.SAME, "Joint letter on Orlavia")

    def test_of_itself(self) -> None:
        assert (self.campaign.title, self.campaign.languages) == ("Joint letter on Orlavia", ("en",))
        assert self.campaign.date == dt.date(2024, 2, 1)
        assert self.campaign.text("en").subject == "Urgent call to protect civilians in Orlavia"

    def test_of_its_signatories(self) -> None:
        assert self.campaign.claimed == Claim(total=9, anonymous=2)
        text = self.campaign.text("en")
        assert (text.noun, text.nouns) == ("civil society organization", "civil society organizations")
        assert text.reason == "because the armed forces pursue those who speak out"

    def test_of_its_people(self) -> None:
        assert self.campaign.signed_by == (Signer("Anneth Solvarin", "Chair", "Orlavia Civil Society Forum"),)
        assert self.campaign.contacts == (
            Contact("Joram Bekkule", "", "Lantern House", "media@example.org", may_be_named=True),
        )

    def test_people_of_a_model_are_asked_before_they_are_named(self) -> None:
        campaign = campaign_of(anatomy(), ImportAs.MODEL, "New letter")
        assert [contact.may_be_named for contact in campaign.contacts] == [False]
        assert campaign.signed_by == ()


class TestTheList:
    def test_of_the_same_letter_names_who_was_named_and_counts_who_was_counted(self) -> None:
        rows = rows_of(anatomy(), ImportAs.SAME, "published: Joint letter, 2024-02-01")
        counted = count(rows, Way.WITH_MEMBERS)
        assert (counted.total, counted.named, counted.anonymous) == (9, 7, 2)
        assert [row.name for row in rows if row.disclosure is Disclosure.ANONYMOUS] == ["", ""]
        assert {row.source for row in rows} == {"published: Joint letter, 2024-02-01"}

    def test_of_a_model_names_nobody_and_counts_nobody(self) -> None:
        rows = rows_of(anatomy(), ImportAs.MODEL, "signed Joint letter, 2024-02-01; not yet asked")
        assert {row.disclosure for row in rows} == {Disclosure.PENDING}
        assert len(rows) == 7
        assert count(rows, Way.WITH_MEMBERS).total == 0

    def test_members_stand_under_their_umbrella(self) -> None:
        rows = rows_of(anatomy(), ImportAs.SAME, "")
        members = [row.name for row in rows if row.member_of == "Harbour Peace Network"]
        assert members == ["Harbour Youth Circle", "Harbour Women's Circle"]

    def test_rows_are_those_of_the_sheet_that_is_written(self) -> None:
        assert [row.row for row in rows_of(anatomy(), ImportAs.SAME, "")] == list(range(2, 11))

    def test_a_person_is_one(self) -> None:
        person = FoundName("Anneth Solvarin", (26,), title="Judge", is_person=True)
        (row, *_) = rows_of(replace(anatomy(), names=(person,)), ImportAs.SAME, "")
        assert (row.name, row.kind, row.title) == ("Anneth Solvarin", Kind.PERSON, "Judge")


@pytest.mark.parametrize(
    ("total", "way"), [(9, Way.WITH_MEMBERS), (7, Way.ONCE), (8, Way.MEMBERS_ONLY), (99, Way.WITH_MEMBERS)]
)
def test_the_plain_way_that_gives_the_claim_is_the_way_of_counting(total: int, way: Way) -> None:
    text = COUNCIL.replace("9 civil", f"{total} civil")
    assert campaign_of(anatomy(text), ImportAs.MODEL, "Letter").counts is way


class TestTheLayout:
    def test_of_numbers_and_order(self) -> None:
        layout = layout_of("1. Amber Coast Union", "2. Birch Lane", "3. The Cedar Fund", "4. Dune Watch")
        assert layout == ListLayout(numbered=True, columns=1)

    def test_an_order_of_its_own_stays(self) -> None:
        layout = layout_of(
            "- Lantern House", "- Amber Coast Union", "- Dune Watch Group", "- Birch Lane Union"
        )
        assert (layout.order, layout.numbered) == (Order.SHEET, False)

    def test_so_does_an_order_of_the_members(self) -> None:
        assert campaign_of(anatomy(), ImportAs.SAME, "Letter").layout.order is Order.SHEET

    def test_a_letter_without_a_list_gets_our_order(self) -> None:
        assert campaign_of(anatomy(LONG), ImportAs.SAME, "Letter").layout.order is Order.ALPHABETICAL

    def test_an_alphabet_that_heeds_the_article_is_one(self) -> None:
        layout = layout_of("- Amber Coast Union", "- Lantern House", "- The Cedar Fund", "- Willow Group")
        assert (layout.order, layout.ignore_articles) == (Order.ALPHABETICAL, False)

    def test_a_long_list_has_two_columns(self) -> None:
        names = [f"- {letter}ora Relief Association" for letter in "ABCDEFGHIJKLMNOPQRSTUVW"]
        assert layout_of(*names).columns == 2

    def test_a_country_after_each_name_makes_no_groups(self) -> None:
        lines = [
            "- Amber Coast Union, Norway",
            "- Birch Lane Collective, Kenya",
            "- Harbour Peace Network, Norway",
            "- Lantern House, Chile",
        ]
        assert layout_of(*lines).by is GroupBy.NOTHING


class TestDoubts:
    def test_a_name_that_stands_twice_is_said_and_both_are_kept(self) -> None:
        text = COUNCIL + "6. Lantern House\n"
        assert codes(text)["import-name-twice"] == (33, "Lantern House")
        assert [row.name for row in rows_of(anatomy(text), ImportAs.SAME, "")].count("Lantern House") == 2

    def test_so_are_two_umbrellas_of_one_name(self) -> None:
        text = COUNCIL + "6. Harbour Peace Network\n"
        assert codes(text)["import-umbrella-twice"] == (28, "Harbour Peace Network")

    def test_too_many_without_a_name_get_no_rows(self) -> None:
        text = COUNCIL.replace("including 2 ", f"including {MOST_ANONYMOUS + 1} ")
        assert "import-anonymous-many" in codes(text)
        assert "import-anonymous-many" not in codes(text, ImportAs.MODEL)
        assert all(row.name for row in rows_of(anatomy(text), ImportAs.SAME, ""))

    def test_a_list_with_nothing_odd_has_none(self) -> None:
        assert codes(COUNCIL) == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (listed("Lantern House"), "Open letter on Orlavia"),
        (COUNCIL, "Urgent call to protect civilians in Orlavia"),
        ("Lantern House\nAmber Coast Union\n", "letter of last year"),
    ],
)
def test_a_campaign_is_called_after_title_or_subject_or_file(text: str, title: str) -> None:
    assert title_of(anatomy(text), "letter_of-last-year") == title
