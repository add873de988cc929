"""Columns that speak of printing a name: only a known question publishes; what may be one is asked."""

from itertools import product
from pathlib import Path

import pytest

from desktop_app.domain import consent_questions
from desktop_app.domain.consent import Asked
from desktop_app.domain.consent_questions import asked_by
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.form_columns import columns_of
from desktop_app.files.form_words import Use

LINES = (Path(__file__).parent / "cases" / "consent-headings.txt").read_text("utf-8").splitlines()
HEADINGS = [tuple(line.split(" | ")) for line in LINES if not line.startswith("#")]
YES_AND_NO = ("Yes", "No", "Yes")
NAMES = ("Lantern House", "Willow Fund", "Harbour Network")


def use_of(heading: str, answers: tuple[str, ...] = YES_AND_NO) -> str:
    """What a column is for that stands beside the name and a plain question about publishing it."""
    headings = ("Signatory", "May we publish your name?", heading)
    try:
        columns = columns_of(headings, {}, Place("form.csv"), [NAMES, YES_AND_NO, answers])
    except ProblemError as problem:
        return "ask" if problem.values["headings"] == (heading,) else problem.code
    use = columns[-1][1]
    return use.value if use not in (None, Use.IGNORE) else "not"


def test_the_table_is_as_long_as_we_say() -> None:
    assert len(HEADINGS) >= 100


@pytest.mark.parametrize(("use", "heading"), HEADINGS)
def test_a_heading_is_taken_for_what_it_asks(use: str, heading: str) -> None:
    assert use_of(heading) == use


def test_no_question_that_we_know_asks_for_two_things() -> None:
    for _use, heading in HEADINGS:
        said = consent_questions._YES_OR_NO.sub("", consent_questions._said(heading))
        kinds = [
            asked
            for asked, patterns in consent_questions._QUESTIONS
            if any(consent_questions._is(said, pattern) for pattern in patterns)
        ]
        assert len(kinds) <= 1, heading


VERBS = {
    "consent": ("publish", "print", "display", "show", "name", "disclose"),
    "name": ("list",),
    "ask": ("add", "include", "count", "mention", "use", "feature", "register", "enrol", "put", "take"),
}
OBJECTS = {
    "name": ("your name", "the organisation's name", "the name of your organisation"),
    "other": ("us", "you", "your organisation"),
}
PLACES = (
    *("", " as a signatory", " as a signatory to the letter", " in the letter", " on the letter"),
    *(" to the letter", " in the list", " on the list of signatories", " under the statement"),
)
AUDIENCES = ("", " publicly", " on our website")
FRAMES = ("May we {}?", "Do you agree that we may {}?", "Is it OK for us to {}?", "Would you like us to {}?")


@pytest.mark.parametrize("frame", FRAMES)
def test_to_be_added_to_a_letter_is_to_sign_it_and_not_to_be_named(frame: str) -> None:
    for sort, verbs in VERBS.items():
        for whose, objects in OBJECTS.items():
            for verb, what, place in product(verbs, objects, PLACES):
                question = frame.format(f"{verb} {what}{place}")
                publishes = sort == "consent" or (sort, whose) == ("name", "name")
                if not publishes and (sort == "ask" or place):
                    assert asked_by(question) is None, question
                # What stands elsewhere than we foresee it is asked about as well.
                elif publishes and place != " to the letter" and "like us" not in frame:
                    assert asked_by(question) is Asked.TO_PUBLISH, question


def test_what_is_done_in_public_is_publishing_whatever_it_is_called() -> None:
    for verb, what, audience in product(("list", "include", "mention"), OBJECTS["other"], AUDIENCES[1:]):
        assert asked_by(f"May we {verb} {what}{audience}?") is Asked.TO_PUBLISH


@pytest.mark.parametrize(
    "question",
    [
        "May we publish the name of your network?",
        "May we publish the name of your coalition?",
        "May we list your network publicly?",
        "Pouvons-nous publier le nom de votre réseau ?",
        "Pouvons-nous publier le nom de votre coalition ?",
        "¿Podemos publicar el nombre de su red?",
        "¿Podemos publicar el nombre de su coalición?",
        "Podemos publicar o nome da sua rede?",
        "Possiamo pubblicare il nome della vostra rete?",
        "Dürfen wir den Namen Ihres Netzwerks veröffentlichen?",
        "Согласны ли вы на публикацию названия вашей сети?",
    ],
)
def test_the_name_of_a_network_is_not_that_of_its_member(question: str) -> None:
    assert asked_by(question) is None
    assert use_of(question) == "ask"
    assert asked_by("May we publish the name of your group?") is Asked.TO_PUBLISH


TURNS = ("not", "never", "only", "after", "without", "anonymously", "object", "ne pas", "nicht", "не", "不")


@pytest.mark.parametrize("heading", [heading for use, heading in HEADINGS if use == "consent"])
def test_no_known_question_is_one_with_a_word_that_turns_it_round(heading: str) -> None:
    words = heading.split()
    for turn in TURNS:
        for place in range(len(words) + 1):
            turned = " ".join((*words[:place], turn, *words[place:]))
            assert use_of(turned) not in (Use.CONSENT.value, Use.SHARING.value), turned


@pytest.mark.parametrize(
    "heading",
    ["Name of organisation (as it should appear publicly)", "Organisation name to be listed in the letter"],
)
def test_a_question_for_the_name_is_none_about_consent(heading: str) -> None:
    columns = columns_of((heading,), {}, Place("form.csv"), [NAMES])
    assert columns == ((heading, Use.NAME),)


def test_a_sort_of_organisation_is_no_answer_about_consent() -> None:
    assert use_of("Type of organisation (public, NGO)", ("Public", "NGO", "Private")) == "not"


def test_a_name_may_have_a_no_in_it() -> None:
    columns = columns_of(("Organisation",), {}, Place("form.csv"), [("Say No to Violence",)])
    assert columns == (("Organisation", Use.NAME),)


def test_a_question_for_the_name_that_was_answered_by_yes_is_asked_about() -> None:
    with pytest.raises(ProblemError) as raised:
        columns_of(("Organisation", "Name in print"), {}, Place("form.csv"), [NAMES, YES_AND_NO])
    assert raised.value.values["headings"] == ("Name in print",)


@pytest.mark.parametrize("answers", [("Այո", "Ոչ"), ("Publicly", "Anonymously"), ("No problem", "yes")])
def test_what_nobody_knows_and_was_answered_by_yes_or_no_is_asked_about(answers: tuple[str, ...]) -> None:
    assert use_of("Կարելի՞ է", answers) == "ask"
    assert use_of("Կարելի՞ է", ("Zinder", "Niamey", "No")) == "not"


def test_sharing_alone_publishes_nothing() -> None:
    question = "May we share your name with the missions?"
    with pytest.raises(ProblemError) as raised:
        columns_of(("Signatory", question), {}, Place("form.csv"), [NAMES, YES_AND_NO])
    assert (raised.value.code, raised.value.values["headings"]) == ("form-consent-unsure", (question,))
