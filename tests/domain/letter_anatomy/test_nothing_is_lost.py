"""Whatever becomes of a letter's lines on their way here, nothing of them is lost, and nothing fails."""

from collections.abc import Callable

from domain.letter_anatomy.accounting import missing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.letter_anatomy import LetterSource, SourceLine
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.letter_anatomy.template import edits_of, pieces_of
from scripts.score_letters import LETTERS

TEXTS = sorted(path.read_text("utf-8") for path in LETTERS.glob("*.txt"))
CUES = (
    *(
        "Signed by:",
        "cc: x",
        "1. A",
        "Dear all,",
        "Yours,",
        "- ",
        "o b",
        "Contact: a@example.org",
        "Re: z",
        "\f",
    ),
    *("5 May 2020", "[a](#)", "> q", "# h", "Page 3 of 4", "12", "To:", "a\tb\tc", "a    b    c", "--", "*"),
    *("1Note", "On behalf of 30 groups:", "Individuals:", "(a) b", "此致", "敬礼", "  A, B, C and D."),
)
NOISE = st.text("abcIl1|.,;:—•*#_ \t\u200f()[]", max_size=60)
Change = Callable[[list[str], int], list[str]]


def joined(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], " ".join(lines[at : at + 2]), *lines[at + 2 :]]


def split(lines: list[str], at: int) -> list[str]:
    middle = len(lines[at]) // 2
    return [*lines[:at], lines[at][:middle], lines[at][middle:], *lines[at + 1 :]]


def moved(lines: list[str], at: int) -> list[str]:
    return [lines[at], *lines[:at], *lines[at + 1 :]]


def shouted(lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at].upper(), *lines[at + 1 :]]


def cut(lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + 4 :]


@st.composite
def mutated_letters(draw: st.DrawFn) -> LetterSource:
    """A letter with lines joined, split, moved, lost, and noise between them."""
    lines = draw(st.sampled_from(TEXTS)).splitlines()
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, max(0, len(lines) - 1)))
        change = draw(st.sampled_from((joined, split, moved, shouted, cut, None)))
        if change and lines:
            lines = change(lines, at)
        else:
            lines.insert(at, draw(st.one_of(st.sampled_from(CUES), NOISE)))
    numbered = tuple(SourceLine(number=number, text=text) for number, text in enumerate(lines, 1))
    return LetterSource(numbered, draw(st.booleans()))


@given(mutated_letters())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_a_letter_is_lost(source: LetterSource) -> None:
    anatomy = anatomy_of(source)
    assert missing(source, anatomy) == {}
    kept = {piece.line for piece in pieces_of(anatomy, source)}
    numbers = {line.number for line in source.lines}
    assert kept <= numbers
    assert set(edits_of(anatomy, source).spots) <= numbers
