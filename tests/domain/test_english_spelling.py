"""A word that one side of the Atlantic spells otherwise is known by the other's dictionary."""

import pytest

from desktop_app.domain.english_spelling import variants_of
from desktop_app.files.spelling import Speller


class American:
    """A dictionary of American English, as it may be the only one on a computer."""

    words = frozenset(
        "organization organizations organized analyze color neighbor honorable behavior center theaters "
        "defense license traveled counselor dialog judgment program fulfillment enrollment gray actor error "
        "doctor realization civilization letter water honorary humorous laborious glamorous vaporize "
        "advise surprise exercise otherwise promise enterprise revised disfranchise noise capsize will skill "
        "willful skillfully diameter centered behavioral flavorful neighborhoods humoral".split()
    )

    def check(self, word: str) -> bool:
        return word in self.words or word[:1].lower() + word[1:] in self.words

    def suggest(self, _word: str) -> list[str]:
        return []


@pytest.mark.parametrize(
    "word",
    "organisation Organisations organised analyse colour neighbour honourable behaviour centre theatres "
    "defence licence travelled counsellor dialogue judgement programme fulfilment enrolment grey "
    "realisation civilisation wilful skilfully centred behavioural flavourful neighbourhoods".split(),
)
def test_british_words_are_right_where_only_an_american_dictionary_is(word: str) -> None:
    american = Speller([American()], variants_of)
    assert american.knows(word)


@pytest.mark.parametrize(
    "word",
    "actour errour doctour lettre watre organisasion colouur centr honourary humourous labourious glamourous "
    "vapourise humoural advize surprize exercize otherwize promize enterprize revized disfranchize noize "
    "capsise wil skil centerd diametre".split(),
)
def test_what_nobody_spells_so_stays_wrong(word: str) -> None:
    assert not Speller([American()], variants_of).knows(word)


def test_other_languages_have_no_variants() -> None:
    assert not Speller([American()]).knows("organisation")
