"""Fingerprints follow a pair over the sheet, fall with its names, and tell nothing without the key."""

from domain.lists import named

from desktop_app.domain.fingerprints import Fingerprints, new_key
from desktop_app.domain.signatory import Disclosure, Signatory

KEY = "5e" * 32


def prints(*names: str, key: str = KEY) -> Fingerprints:
    return Fingerprints([named(row, name) for row, name in enumerate(names, 2)], key)


def test_a_pair_keeps_its_fingerprint_when_the_rows_are_sorted() -> None:
    before, after = (
        prints("Lantern House", "Lantern Home", "Reed"),
        prints("Reed", "Lantern Home", "Lantern House"),
    )
    assert before.of_pair(2, 3) == after.of_pair(3, 4) == after.of_pair(4, 3)


def test_spelling_is_no_other_name_but_another_word_is() -> None:
    first = prints("Lantern House", "Lantern Home").of_pair(2, 3)
    assert prints("LANTERN  HOUSE", "Lantern Home").of_pair(2, 3) == first
    assert prints("Lantern Houses", "Lantern Home").of_pair(2, 3) != first


def test_another_country_is_another_pair() -> None:
    def of(country: str) -> str:
        rows = [Signatory(2, "Lantern", Disclosure.NAMED, country=country), named(3, "Reed")]
        return Fingerprints(rows, KEY).of_pair(2, 3)

    assert of("Norway") != of("Chad")


def test_a_third_row_of_the_same_name_is_a_new_question() -> None:
    two, three = prints("Lantern", "Lantern"), prints("Lantern", "Lantern", "Lantern")
    assert two.of_pair(2, 3) not in {three.of_pair(2, 3), three.of_pair(3, 4)}


def test_another_list_has_other_fingerprints() -> None:
    names = ("Lantern House", "Lantern Home")
    assert new_key() != new_key()
    assert prints(*names).of_pair(2, 3) != prints(*names, key=new_key()).of_pair(2, 3)
