"""Answers to "May we publish your name?" in many languages, and ways to write and to spoil them."""

import unicodedata

from domain.lists import CASES

ANSWERS = [
    (language, answer.removeprefix(" ").removesuffix(" "), expected == "yes")
    for language, answer, expected in (
        (line.split(" |")[0], "|".join(line.split("|")[1:-1]), line.rsplit("|", 1)[1].strip())
        for line in (CASES / "consent.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
]
CLEAR = [answer for _, answer, is_yes in ANSWERS if is_yes]
LOOK_ALIKES = str.maketrans("aceopxyAEOабеорсухο", "асеорхуАЕОaбeopcyxo")


def doubted(answer: str) -> set[str]:
    """Ways to write a clear yes so that it is none."""
    bare = answer.strip().rstrip(".!。။")
    doubts = (
        f"{bare}?",
        f"{bare}？",
        f"({bare})",
        f"{bare} ...?",
        f"{bare} / ",
        f"{bare}, 1",
        f"{bare} xyz",
        f"xyz {bare}",
        f"no {bare}",
        f"{bare}, no",
        f"{bare} - не",
        f"{bare} 不",
        f"{bare}\u200bx",
        f"\u202e{bare}",
        bare.translate(LOOK_ALIKES),
        f"{bare} (anonymous)",
    )
    return {doubt for doubt in doubts if doubt != bare}


def variants(answer: str) -> set[str]:
    """Ways to write the same."""
    upper = answer.upper()
    return {
        answer,
        # The capital of "i" is another one in Turkish.
        upper if upper.casefold() == answer.casefold() else answer,
        answer.lower(),
        f" {answer}. ",
        f"{answer}!",
        f"\u200f{answer}",
        unicodedata.normalize("NFD", answer),
        unicodedata.normalize("NFKC", answer),
    }
