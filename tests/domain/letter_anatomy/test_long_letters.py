"""Letters with as many lines as are read: nothing of them grows with the square of their length."""

from collections.abc import Sequence

from desktop_app.domain.letter_anatomy import Anatomy, BlockKind, LetterSource, SourceLine
from desktop_app.domain.letter_anatomy.note_marks import NoteMarks
from desktop_app.domain.letter_anatomy.reading import anatomy_of

PROSE = "We write to you about the harbour, its people, and what is being done to both of them since January."


def anatomy_of_lines(lines: Sequence[str], *, whole: bool = True) -> Anatomy:
    return anatomy_of(
        LetterSource(tuple(SourceLine(number=n, text=text) for n, text in enumerate(lines, 1)), whole)
    )


def test_a_bracket_that_is_never_closed_does_not_take_the_whole_list_in() -> None:
    listed = [f"({one:03} Harbour Union" for one in range(400)]
    anatomy = anatomy_of_lines(["Dear Sir,", PROSE, "Signed by:", "Alpha Trust", *listed], whole=False)
    assert len(anatomy.names) > 1
    assert max(len(name.name) for name in anatomy.names) < 2_100
    assert sum(len(doubt.text) for doubt in anatomy.doubts) < 2_100 * len(anatomy.doubts)
    together = " ".join(name.name for name in anatomy.names)
    assert all(line in together for line in listed)


def test_items_below_items_have_the_level_that_the_first_of_them_gives() -> None:
    items = ["1. Open the gate;", "a. by day;", "b. by night;", "2. Light the lamps;", "a. on the pier."]
    anatomy = anatomy_of_lines(["Dear Sir,", PROSE, "We ask you to:", *items, PROSE, "1. Write to us."])
    levels = [block.level for block in anatomy.body if block.kind is BlockKind.ITEM]
    assert levels == [1, 2, 2, 1, 2, 1]


def test_a_text_refers_to_a_note_by_figure_bracket_or_raised_sign() -> None:
    text = NoteMarks("The harbour1 is closed,12 they say.[3] Nobody asked⁴ why lamp5b, pier²x or A6.")
    assert [number for number in range(1, 8) if text.refer_to(str(number))] == [1, 2, 3, 4]
    assert text.refer_to("12")
    assert text.refer_to("[3]")
    assert not text.refer_to("[13]")
    assert text.refer_to("5b")
