"""The questions that the program asks are questions that it understands when the answers come back."""

import pytest

from desktop_app.domain.consent import Consent, consent_of
from desktop_app.domain.reporting import Place
from desktop_app.files.form_columns import columns_of
from desktop_app.files.form_words import Use
from desktop_app.files.reference_data import LANGUAGES, Reference

MEANT = {
    "name": Use.NAME,
    "acronym": Use.ACRONYM,
    "country": Use.COUNTRY,
    "contact": Use.CONTACT,
    "email": Use.EMAIL,
    "publish": Use.CONSENT,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_of_the_call_is_known_as_the_column_meant(reference: Reference, language: str) -> None:
    questions = reference.phrases(language).sign_on.questions
    assert list(questions) == list(MEANT)
    numbered = [f"{number}. {question}" for number, question in enumerate(questions.values(), start=1)]
    for asked in (list(questions.values()), numbered):
        assert [use for _, use in columns_of(asked, {}, Place("form.csv"), [()] * len(asked))] == list(
            MEANT.values()
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_that_the_call_offers_are_clear(reference: Reference, language: str) -> None:
    says = reference.phrases(language).sign_on
    assert consent_of(says.yes) is Consent.YES
    assert consent_of(says.no) is Consent.NO
