"""E-mail drafts: in the recipient's language, with the figure, to nobody who signed."""

import pytest
from campaigns import campaign, hidden, recipient
from domain.lists import named

from desktop_app.domain.campaign import Text
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.reference_data import LANGUAGES, Reference
from desktop_app.services.drafting import addresses_for, addresses_of_signatories, words_for


@pytest.mark.parametrize("language", LANGUAGES)
def test_subject_and_text_hold_the_figure_in_every_language(reference: Reference, language: str) -> None:
    ours = campaign(texts={language: Text(subject="Truce now")})
    to = recipient(language=language, salutation="Monsieur,", closing="Adieu.")
    words = words_for(ours, to, 462, reference, draft=False)
    assert "462" in words.subject
    assert "Truce now" in words.subject
    first, message, last = words.text.strip().split("\n\n")
    assert (first, last) == ("Monsieur,", "Adieu.")
    assert "Truce now" in message
    assert "462" in message
    assert "{" not in words.subject + words.text


def test_french_reads_as_a_french_coordinator_writes(reference: Reference) -> None:
    ours = campaign(texts={"fr": Text(subject="Appel à une trêve")})
    words = words_for(ours, recipient(language="fr", salutation="Excellence,"), 1462, reference, draft=False)
    assert " ".join(words.subject.split()) == "Appel à une trêve – 1 462 organisations de la société civile"
    told = "« Appel à une trêve », signée par 1 462 organisations de la société civile."
    assert told in " ".join(words.text.split())


def test_the_campaign_may_say_it_in_its_own_words(reference: Reference) -> None:
    ours = campaign(texts={"en": Text(subject="Truce now", message="A word from us.")})
    words = words_for(ours, recipient(), 3, reference, draft=False)
    assert words.text == "Excellency,\n\nA word from us.\n\nYours\n"
    assert words.subject == "Truce now – 3 civil society organizations"


def test_a_sample_and_a_draft_say_so_where_nobody_overlooks_it(reference: Reference) -> None:
    words = words_for(campaign(sample=True), recipient(), 3, reference, draft=True)
    assert words.subject.startswith("[Sample. Not signed by anyone.] [Draft] ")
    assert words.text.startswith("Sample. Not signed by anyone.\n\nDraft\n\n")


@pytest.mark.parametrize(
    ("given", "to", "code"),
    [
        ("mission@example.org", ("mission@example.org",), ""),
        ("one@example.org; two@example.com", ("one@example.org", "two@example.com"), ""),
        ("", (), "mail-without-address"),
        ("the mission", (), "mail-address-wrong"),
        ("one@example.org\nBcc: other@example.org", (), "mail-address-wrong"),
        ("one@example.org, <two@example.org>", (), "mail-address-wrong"),
        ("Desk@Example.org", (), "mail-address-of-signatory"),
        ("mission@example.org desk@example.org", (), "mail-address-of-signatory"),
        ("keeper@example.net", (), "mail-address-of-signatory"),
    ],
)
def test_to_whom_a_draft_goes(given: str, to: tuple[str, ...], code: str) -> None:
    rows = (
        named(2, "Harbour Peace Network"),
        Signatory(3, "Lantern House", Disclosure.NAMED, email="desk@example.org"),
        Signatory(4, "Willow", Disclosure.ANONYMOUS, contact="A Keeper <keeper@example.net>"),
        hidden(5, "Somebody"),
    )
    found, said = addresses_for(recipient(email=given), "Norway (en).eml", addresses_of_signatories(rows))
    assert found == to
    assert [finding.code for finding in said] == ([code] if code else [])
    assert all("@" not in str(finding.values) for finding in said)
