"""campaign.toml of an imported letter: it says what the campaign is, whatever stands in the old letter."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.campaign import (
    Campaign,
    Claim,
    Contact,
    GroupBy,
    ListLayout,
    Order,
    Signer,
    Text,
)
from desktop_app.domain.signatory import Way
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.new_campaign_toml import campaign_toml_of

PATTERN = (Path(__file__).resolve().parents[2] / "resources" / "import" / "campaign.toml").read_text("utf-8")

LETTER = Campaign(
    title="Open letter on Orlavia",
    languages=("fr",),
    date=dt.date(2024, 2, 1),
    place="Genève",
    claimed=Claim(total=46),
    counts=Way.WITH_MEMBERS,
    layout=ListLayout(numbered=False, order=Order.SHEET, by=GroupBy.COUNTRY),
    contacts=(Contact(role="Media desk", email="media@example.org"),),
    signed_by=(Signer("Anneth Solvarin", "Chair"),),
    cc=("The Secretary-General",),
    texts={"fr": Text(subject="Appel")},
)

WORDS = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\"\\\n\r\t#=[]{}'\x00\x1f\x7f\u2028"), max_size=12
).map(str.strip)
TITLES = WORDS.filter(bool)
CAMPAIGNS = st.builds(
    Campaign,
    title=TITLES,
    languages=st.sampled_from([("en",), ("my",), ("ar",)]),
    date=st.none() | st.dates(),
    place=WORDS,
    claimed=st.builds(Claim, st.none() | st.integers(0, 9999), st.none() | st.integers(0, 9999)),
    counts=st.sampled_from(Way),
    layout=st.builds(
        ListLayout, numbered=st.booleans(), by=st.sampled_from(GroupBy), order=st.sampled_from(Order)
    ),
    contacts=st.lists(
        st.builds(Contact, WORDS, WORDS, WORDS, WORDS, may_be_named=st.booleans()), max_size=2
    ).map(tuple),
    signed_by=st.lists(st.builds(Signer, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    cc=st.lists(TITLES, max_size=2).map(tuple),
    reference=WORDS,
    enclosures=st.lists(TITLES, max_size=2).map(tuple),
    texts=st.dictionaries(
        st.sampled_from(["en", "my", "ar"]), st.builds(Text, WORDS, WORDS, WORDS, reason=WORDS), max_size=2
    ),
)


@given(CAMPAIGNS)
def test_it_is_read_as_it_was_meant(campaign: Campaign) -> None:
    assert campaign_in(campaign_toml_of(campaign, PATTERN)) == campaign


@pytest.mark.parametrize(
    "line",
    [
        'title = "Open letter on Orlavia"',
        "date = 2024-02-01",
        'place = "Genève"',
        'languages = ["fr"]',
        'state = "draft"',
        "claimed = {total = 46}",
        'counts = "with-members"',
        'cc = ["The Secretary-General"]',
        '    {name = "Anneth Solvarin", title = "Chair"},',
        '    {role = "Media desk", email = "media@example.org", may_be_named = false},',
        "[text.fr]",
        'subject = "Appel"',
    ],
)
def test_a_coordinator_finds_each_fact_on_its_line(line: str) -> None:
    assert line in campaign_toml_of(LETTER, PATTERN).splitlines()


def test_the_remarks_stand_over_what_they_explain() -> None:
    lines = campaign_toml_of(LETTER, PATTERN).splitlines()
    assert lines[lines.index('counts = "with-members"') - 1].startswith("# A network and its members")
    assert "# Who signs by hand." in lines
