"""Only a clear yes publishes: answers in many languages, and what must not become of them."""

import pytest
from domain.consent_answers import ANSWERS, CLEAR, doubted, variants

from desktop_app.domain.consent import Asked, Consent, consent_of, together
from desktop_app.domain.signatory import Disclosure


def test_the_table_is_as_wide_as_we_say() -> None:
    assert len({language for language, *_ in ANSWERS} - {"signs"}) >= 60
    assert all(
        count >= 1
        for count in (sum(is_yes for one, _, is_yes in ANSWERS if one == other) for other, *_ in ANSWERS)
    )


@pytest.mark.parametrize(("language", "answer", "publishes"), ANSWERS)
def test_an_answer_publishes_or_does_not(language: str, answer: str, publishes: bool) -> None:
    assert (consent_of(answer) is Consent.YES) is publishes, language


def test_no_answer_is_published_by_mistake() -> None:
    wrong = [typed for _, answer, publishes in ANSWERS if not publishes for typed in variants(answer)]
    wrong += [doubt for answer in CLEAR for doubt in doubted(answer)]
    assert len(wrong) > 4000
    assert [answer for answer in wrong if consent_of(answer) is Consent.YES] == []


def test_a_clear_yes_is_one_however_it_is_typed() -> None:
    typed = [variant for answer in CLEAR for variant in variants(answer)]
    assert [answer for answer in typed if consent_of(answer) is not Consent.YES] == []


@pytest.mark.parametrize("answer", CLEAR)
def test_asked_whether_to_hide_a_plain_yes_hides(answer: str) -> None:
    """Only an answer that says itself that the name may be published does so."""
    outcome = consent_of(answer, Asked.TO_HIDE)
    assert outcome in (Consent.NO, Consent.YES)
    if len(answer.split()) < 2 and outcome is Consent.YES:
        assert answer.casefold() in (
            "publicly",
            "named",
            "publiquement",
            "públicamente",
            "öffentlich",
            "可以公开",
        )


@pytest.mark.parametrize("answer", ["No", "Non", "нет", "いいえ", "لا", "Nein, danke", "Not really"])
def test_asked_whether_to_hide_no_answer_is_a_clear_yes(answer: str) -> None:
    consent = consent_of(answer, Asked.TO_HIDE)
    assert consent in (Consent.NO, Consent.UNCLEAR, Consent.OPEN)
    assert together([consent]).disclosure is Disclosure.ANONYMOUS


@pytest.mark.parametrize(
    ("publish", "hide", "disclosure"),
    [
        ("Yes", "No", Disclosure.NAMED),
        ("Yes", "Yes", Disclosure.ANONYMOUS),
        ("Yes", "", Disclosure.ANONYMOUS),
        ("Yes", "Not sure", Disclosure.ANONYMOUS),
        ("No", "No", Disclosure.ANONYMOUS),
        ("", "No", Disclosure.ANONYMOUS),
    ],
)
def test_who_need_not_be_hidden_is_named_by_a_clear_yes_alone(
    publish: str, hide: str, disclosure: Disclosure
) -> None:
    said = (consent_of(publish), consent_of(hide, Asked.TO_HIDE))
    assert together(said).disclosure is disclosure


@pytest.mark.parametrize(
    ("answer", "consent"),
    [
        ("", Consent.UNCLEAR),
        ("No", Consent.NO),
        ("No problem", Consent.UNCLEAR),
        ("KABUL EDİYORUM", Consent.YES),
        ("не против", Consent.UNCLEAR),
        ("Yes, but please keep us anonymous", Consent.NO),
        ("We withdraw our signature", Consent.WITHDRAWN),
        ("Wir ziehen zurück", Consent.WITHDRAWN),
        ("We do not withdraw", Consent.UNCLEAR),
        ("yes " * 200, Consent.UNCLEAR),
    ],
)
def test_what_is_no_yes_is_told_apart(answer: str, consent: Consent) -> None:
    assert consent_of(answer) is consent


@pytest.mark.parametrize(
    ("answers", "disclosure"),
    [
        (["Yes"], Disclosure.NAMED),
        (["Yes", "Yes"], Disclosure.NAMED),
        (["Yes", "No"], Disclosure.ANONYMOUS),
        (["Yes", "Yes", "No", "Yes"], Disclosure.ANONYMOUS),
        (["Yes", ""], Disclosure.ANONYMOUS),
        ([], Disclosure.ANONYMOUS),
        (["Yes", "We withdraw"], Disclosure.WITHDRAWN),
    ],
)
def test_one_no_outweighs_any_yes(answers: list[str], disclosure: Disclosure) -> None:
    assert together(map(consent_of, answers)).disclosure is disclosure
    assert together(map(consent_of, reversed(answers))).disclosure is disclosure
