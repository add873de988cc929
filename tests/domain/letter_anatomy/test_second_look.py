"""A letter of which nothing is told must be wholly right: one change that misleads the rules must be told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.letter_anatomy import Anatomy, LetterSource, Role, SourceLine
from desktop_app.domain.letter_anatomy.reading import anatomy_of
from scripts.score_letters import LETTERS, score, source_of

PROSE = "We write to you about the harbour, its people, and what is being done to both of them since January."
LETTER = (
    *(
        "14 March 2023",
        "",
        "The Honourable Edwina Marsh",
        "Minister of Ports",
        "Harbour Street, Saltmere",
        "",
    ),
    *("Re: The harbour of Saltmere", "", "Dear Minister,", "", PROSE, "", "We ask you to:", ""),
    *("- keep the harbour open;", "- publish the survey;", "- meet the fishermen.", "", PROSE, ""),
    *("Yours sincerely,", "", "Signed by:", "", "Alpha Trust", "Beta Union", "Gamma Watch", "Omega Forum"),
)
PLAIN = [path for path in sorted(LETTERS.glob("*.txt")) if score(path).doubts == 0]
Change = Callable[[list[str], Anatomy], list[str]]


def read(*lines: str) -> Anatomy:
    return anatomy_of(LetterSource(tuple(SourceLine(number=n, text=text) for n, text in enumerate(lines, 1))))


def codes(*lines: str) -> set[str]:
    return {doubt.code.removeprefix("import-") for doubt in read(*lines).doubts}


def put(after: str, *lines: str) -> tuple[str, ...]:
    at = LETTER.index(after) + 1
    return (*LETTER[:at], *lines, *LETTER[at:])


def other(line: str, instead: str) -> tuple[str, ...]:
    return tuple(instead if each == line else each for each in LETTER)


def test_a_plain_letter_has_nothing_to_look_at() -> None:
    assert codes(*LETTER) == set()


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (other("14 March 2023", "On the feast of St Eligius"), "no-date"),
        (other("14 March 2023", "Feast of St Eligius, 14 March 2023"), "odd-place"),
        (other("Dear Minister,", "Friends and neighbours"), "no-salutation"),
        (other("Yours sincerely,", "With every good wish from the coast"), "no-closing"),
        (other("Yours sincerely,", "Hoping for the best,"), "odd-closing"),
        (put("Minister of Ports", "May 2021"), "odd-addressee"),
        (put("Minister of Ports", "Sent to 14 other ministers"), "odd-addressee"),
        (other("- keep the harbour open;", "PRIMO keep the harbour open;"), "unfinished"),
        (put("We ask you to:", "", "keep the harbour", ""), "bullet-lost"),
        (put("- meet the fishermen.", "and to ask them first."), "mark-unknown"),
        (other("- meet the fishermen.", "~ meet the fishermen."), "mark-unknown"),
        (put("Dear Minister,", "", "The harbour and its people", ""), "heading-or-not"),
        ((*LETTER, "", "P.S. We shall be in town on Monday and would be glad to call."), "after-closing"),
        (put("Alpha Trust", "Alpha Watch, Alpha Youth"), "more-than-a-name"),
        (put("Alpha Trust", "Alpha Watch / Alpha Youth"), "more-than-a-name"),
        (put("Alpha Trust", "Alpha Watch (Kenya)"), "more-than-a-name"),
        (put("Alpha Trust", "friends of the coast"), "name-joined"),
        (put("Alpha Trust", "One union of ours asked us not to print its name"), "strange-name"),
        (put("Alpha Trust", "Анна Петрова and her friends"), "strange-name"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_beyond_doubt_is_told(lines: tuple[str, ...], code: str) -> None:
    assert code in codes(*lines)


def test_a_letter_counts_its_signatories_in_ideographs() -> None:
    names = ("签名人：", "白露，语文教师", "陈山，家长", "韩雪梅，校长")
    prose = "我们三十五名教师和家长，就关闭山区小学一事致信。"
    letter = ("尊敬的周厅长：", "", prose, "", "此致", "敬礼", "", *names)
    assert read(*letter).claimed.total == 35


def without_closing(lines: list[str], anatomy: Anatomy) -> list[str]:
    closing = anatomy.parts.get(Role.CLOSING)
    gone = closing.lines if closing else ()
    return ["" if number in gone else line for number, line in enumerate(lines, 1)]


def with_postscript(lines: list[str], _anatomy: Anatomy) -> list[str]:
    return [*lines, "", "P.S. We shall be in town on Monday and would be glad to call."]


def with_slogan(lines: list[str], anatomy: Anatomy) -> list[str]:
    last = anatomy.names[-1].lines[-1]
    return [*lines[:last], "Coast Watch / Harbour Watch", *lines[last:]]


def with_comments(lines: list[str], _anatomy: Anatomy) -> list[str]:
    return [*lines, "", "(list in formation)"]


@pytest.mark.parametrize("change", [without_closing, with_postscript, with_slogan, with_comments])
@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_a_plain_letter_that_goes_wrong_says_so(path: Path, change: Change) -> None:
    text = path.read_text("utf-8")
    right = anatomy_of(source_of(text))
    changed = anatomy_of(source_of("\n".join(change(text.rstrip("\n").split("\n"), right))))
    same = (changed.parts, changed.body, changed.names) == (right.parts, right.body, right.names)
    assert changed.doubts or same
