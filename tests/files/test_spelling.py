"""Dictionaries of this computer, and the words that somebody added."""

import os
from pathlib import Path

import pytest

from desktop_app.files import spelling
from desktop_app.files.spelling import (
    Missing,
    Speller,
    add_word,
    is_among,
    keep_words,
    open_speller,
    read_words,
)


class Words:
    """A dictionary of few words."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def check(self, word: str) -> bool:
        return word in self._words

    def suggest(self, word: str) -> list[str]:
        return [one for one in self._words if one[0] == word[0]]


def test_a_word_may_stand_in_either_dictionary() -> None:
    speller = Speller([Words("organisation", "don't"), Words("organization", "well", "known")])
    assert all(map(speller.knows, ("organisation", "organization", "don’t", "well-known")))
    assert not speller.knows("organizatoin")


def test_five_are_suggested_with_the_apostrophe_of_the_letter() -> None:
    speller = Speller([Words("a'b", "ab", "ac", "ad"), Words("ab", "ae", "af")])
    assert speller.suggestions("ax") == ["a’b", "ab", "ac", "ad", "ae"]


@pytest.mark.parametrize(
    ("language", "there", "asked"),
    [
        ("en", ["en_US", "en_GB", "en_AU"], ["en_GB", "en_US"]),
        ("en", ["en_ZA", "fr"], ["en_ZA"]),
        ("fr", ["fr", "fr_FR", "en_US"], ["fr"]),
        ("es", ["es_AR", "es_ES"], ["es_ES"]),
        ("my", ["en_US"], []),
    ],
)
def test_which_dictionaries_are_asked(language: str, there: list[str], asked: list[str]) -> None:
    assert spelling._tags(language, there) == asked


@pytest.mark.parametrize(
    ("language", "right", "wrong", "meant"),
    [
        ("en", "government", "goverment", "government"),
        ("fr", "aujourd’hui", "gouvernment", "gouvernement"),
        ("es", "gobierno", "govierno", "gobierno"),
    ],
)
def test_those_of_this_computer(language: str, right: str, wrong: str, meant: str) -> None:
    speller = open_speller(language)
    if isinstance(speller, Missing):
        line = f"no dictionary here: {speller}"
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)
    assert speller.knows(right)
    assert not speller.knows(wrong)
    assert meant in speller.suggestions(wrong)


def test_a_language_without_a_dictionary() -> None:
    assert open_speller("xx") in (Missing.DICTIONARY, Missing.LIBRARY)


def test_words_that_were_added_are_kept_by_language(tmp_path: Path) -> None:
    folder = tmp_path
    assert read_words(folder, "fr") == frozenset()
    for word in ("orlavien", "l’orlavienne"):
        add_word(folder, "fr", word)
    words = read_words(folder, "fr")
    assert is_among("Orlavien", words)
    assert is_among("l'orlavienne", words)
    assert not is_among("orlaviens", words)
    assert read_words(folder, "en") == frozenset()


def test_words_that_may_not_stay_go_in_every_language(tmp_path: Path) -> None:
    for language, word in (("fr", "orlavien"), ("fr", "zarnisse"), ("en", "zarnissa")):
        add_word(tmp_path, language, word)
    keep_words(tmp_path, lambda word: not word.startswith("zarniss"))
    assert read_words(tmp_path, "fr") == {"orlavien"}
    assert [path.name for path in (tmp_path / "private" / "words").iterdir()] == ["fr.txt"]
