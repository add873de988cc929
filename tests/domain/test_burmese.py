"""Burmese typed for the Zawgyi font is read as what it says; everything else is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.burmese import in_unicode

PAIRS = {
    "ျမန္မာ": "မြန်မာ",
    "ေမတၱာ": "မေတ္တာ",
    "မဂၤလာ": "မင်္ဂလာ",
    "လူငယ္": "လူငယ်",
    "ပညာေရး": "ပညာရေး",
    "အမ်ိဳးသမီး": "အမျိုးသမီး",
    "ကြန္ရက္": "ကွန်ရက်",
    "မီးအိမ္": "မီးအိမ်",
    "ၿငိမ္းခ်မ္းေရး": "ငြိမ်းချမ်းရေး",
    "ဆႏၵျပ": "ဆန္ဒပြ",
    "ေကာ္မတီ": "ကော်မတီ",
    "အဖြဲ႕": "အဖွဲ့",
    "လႊတ္ေတာ္": "လွှတ်တော်",
}


@pytest.mark.parametrize(("zawgyi", "unicode"), PAIRS.items())
def test_zawgyi_is_read(zawgyi: str, unicode: str) -> None:
    assert zawgyi != unicode
    assert in_unicode(zawgyi) == unicode
    assert in_unicode(f"{zawgyi} (2021) {zawgyi}") == f"{unicode} (2021) {unicode}"


@pytest.mark.parametrize("text", [*PAIRS.values(), "ကရင်နီပြည်", "ပညာ", "မီးအိမ်ကွန်ရက်"])
def test_unicode_stays_as_it_is(text: str) -> None:
    assert in_unicode(text) == text


def test_the_marks_of_a_letter_stand_in_one_order() -> None:
    assert in_unicode("မ\u102f\u102d\u1038") == in_unicode("မ\u102d\u102f\u1038") == "မ\u102d\u102f\u1038"


def test_a_nought_typed_for_the_letter_wa_is_that_letter() -> None:
    assert in_unicode("၀ါ") == "ဝါ"
    assert in_unicode("၁၀") == "၁၀"


@given(st.text("ကမ\u1031\u1039\u103a\u103b\u102d\u1064\u107e a", max_size=12))
def test_what_is_no_word_does_no_harm(text: str) -> None:
    assert in_unicode(text).count("a") == text.count("a")
