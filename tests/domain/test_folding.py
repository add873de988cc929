"""Texts are compared in the same way whether they are long or short, plain or in any script."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import PARTED, fold, parted

WORDS = st.sampled_from(
    [
        *("Women's", "women’s", "dell`Okten", "l'union", "Côte", "d'Ivoire", "ΣΟΦΟΣ", "ﬁne", "Türkiye", "Ⅻ"),
        *(
            "and",
            "et",
            "y",
            "und",
            "a_b",
            "x-y",
            "\u200bZa\u00adlto",
            "o\u0301",
            "၁၂",
            "شبكة",
            "किताब",
            "ក\u17d2ក",
        ),
        *("\u00a0", "\u2028", "\u0085", "\t", "1.5", "№7", "İI"),
    ]
)
LINES = st.lists(st.lists(WORDS | st.text(max_size=6), max_size=6).map(" ".join), max_size=4).map("\n".join)
LONG = "gate " * 100


@given(LINES)
def test_a_line_of_a_long_text_is_compared_as_it_is_by_itself(text: str) -> None:
    assert fold(f"{LONG}\n{text}\n{LONG}").split("\n")[1:-1] == fold(text).split("\n")


@given(st.lists(WORDS, min_size=1))
def test_a_long_line_is_compared_as_a_short_one(words: list[str]) -> None:
    text = f"gate {' '.join(words)} gate"
    assert fold(f"{LONG}{text}") == f"{fold(LONG)} {fold(text)}"


@given(st.text(st.characters(max_codepoint=127, exclude_characters="\n")))
def test_plain_letters_are_compared_as_they_are_beside_others(text: str) -> None:
    assert fold(f"gate {text} é gate") == fold(f"gate {text} e gate")


@given(LINES)
def test_only_lines_with_an_apostrophe_inside_a_word_are_read_apart(text: str) -> None:
    apart = parted(text)
    lines = fold(apart).split("\n") if apart else []
    assert all(PARTED in line for line in lines)
    assert lines == [fold(line) for line in map(parted, text.split("\n")) if line]
    assert parted(f"{text}\n{text}") == "\n".join(filter(None, [apart, apart]))


def test_both_sides_of_an_apostrophe_are_words_then() -> None:
    assert fold(parted("of Vera Okten's\nand nothing else")) == f"of vera okten {PARTED} s"
    assert parted("l'union d'Okten") == ""
