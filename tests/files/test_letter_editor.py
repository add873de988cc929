"""A letter is taken apart for a writer and put together again; what nobody touched stays as it was."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letters import Letter, p
from lxml import etree
from rich_letter import DATA, RICH
from template_files import TEMPLATES

from desktop_app.domain.writing import LINE_BREAK, Alignment, Block, Piece, PieceKind
from desktop_app.files.letter_editor import LetterFile, ListKind, Notes
from desktop_app.files.wordml import text_of, w


def letter(made: Letter = RICH) -> LetterFile:
    return LetterFile(DATA if made is RICH else made.data(), "letter.docx")


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def paragraphs(data: bytes) -> list[bytes]:
    body = etree.fromstring(parts_of(data)["word/document.xml"]).find(w("body"))
    assert body is not None
    return [etree.tostring(child, method="c14n") for child in body]


def again(written: bytes) -> LetterFile:
    Document(io.BytesIO(written))
    return LetterFile(written, "letter.docx")


def said(blocks: Sequence[Block]) -> list[tuple[object, ...]]:
    """What a writer sees of blocks, whatever keys it is kept under."""
    return [
        (
            block.style,
            block.list,
            block.level,
            block.alignment,
            [
                (x.text, x.kind, x.bold, x.italic, x.underlined, x.link)
                for x in block.pieces
                if x.kind is not MARK
            ],
        )
        for block in blocks
    ]


MARK = PieceKind.MARK


def with_text(block: Block, old: str, new: str) -> Block:
    pieces = tuple(replace(x, text=x.text.replace(old, new)) for x in block.pieces)
    assert pieces != block.pieces
    return replace(block, pieces=pieces)


def test_without_an_edit_every_byte_stays() -> None:
    one = letter()
    assert one.written(one.blocks, one.notes) is DATA


def test_all_shipped_letters_come_back_as_they_were() -> None:
    found = sorted(TEMPLATES.rglob("letter*.docx"))
    assert len(found) >= 7
    for path in found:
        one = LetterFile(path.read_bytes(), path.name)
        assert one.written(one.blocks, one.notes) == path.read_bytes()
        assert not any(x.kind is PieceKind.BLOCK for block in one.blocks for x in block.pieces)


def test_one_edit_makes_one_paragraph_anew() -> None:
    one = letter()
    blocks = list(one.blocks)
    blocks[2] = with_text(blocks[2], " to you.", " to all of you.")
    written = one.written(blocks, one.notes)
    before, after = paragraphs(DATA), paragraphs(written)
    assert [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [2]
    theirs, ours = parts_of(DATA), parts_of(written)
    assert {name for name in theirs if theirs[name] != ours[name]} == {"word/document.xml"}
    assert theirs.keys() == ours.keys()
    changed = after[2].decode()
    for kept in ("bookmarkStart", "bookmarkEnd", "C00000", "to all of you."):
        assert kept in changed


@pytest.mark.parametrize(
    ("number", "old", "new", "kept"),
    [
        (3, "One word", "A word", ("w:ins ", "w:delText", "commentRangeStart", "commentReference")),
        (4, " on page ", " on the page ", ('w:history="1"', "instrText", "<w:i>")),
        (5, "arms trade", "trade in arms", ("ListBullet",)),
        (6, "refer", "Refer", ('w:numId w:val="2"',)),
        (9, "before", "Before", ("w:sectPr", "w:pgSz")),
        (11, "and the text", "And the text", ("txbxContent", "A box stays")),
    ],
)
def test_what_a_writer_does_not_see_survives_an_edit(
    number: int, old: str, new: str, kept: tuple[str, ...]
) -> None:
    one = letter()
    blocks = list(one.blocks)
    blocks[number] = with_text(blocks[number], old, new)
    written = paragraphs(one.written(blocks, one.notes))[number].decode()
    for word in kept:
        assert word in written


def test_a_field_cut_up_by_word_is_one_piece() -> None:
    [field, comma] = letter().blocks[1].pieces
    assert (field.kind, field.text, comma.text) == (PieceKind.FIELD, "{{ recipient.salutation }}", ",")


def test_tables_and_controls_stand_as_one_thing() -> None:
    kept = [block.pieces[0].text for block in letter().blocks if block.pieces[0].kind is PieceKind.BLOCK]
    assert kept == ["table:A table stays", "control:A control stays"]


def test_a_table_to_which_a_line_was_joined_stands_alone_again() -> None:
    one = letter()
    table = one.blocks[8]
    joined = replace(table, pieces=(Piece("Before "), *table.pieces, Piece(" after")))
    blocks = [*one.blocks[:8], joined, *one.blocks[9:]]
    [before, kept, after] = again(one.written(blocks, one.notes)).blocks[8:11]
    assert (before.text, kept.pieces[0].text, after.text) == ("Before ", "table:A table stays", " after")


def test_a_paragraph_cut_in_two_keeps_look_and_section() -> None:
    one = letter()
    block = one.blocks[9]
    halves = [replace(block, pieces=(Piece(text),)) for text in ("before the ", "new section")]
    written = paragraphs(one.written([*one.blocks[:9], *halves, *one.blocks[10:]], one.notes))
    assert b"sectPr" not in written[9]
    assert b"sectPr" in written[10]


def test_half_a_bookmark_and_half_a_comment_go() -> None:
    one = letter()
    blocks = [
        replace(block, pieces=tuple(x for n, x in enumerate(block.pieces) if x.kind is not MARK or n == 0))
        for block in one.blocks
    ]
    written = b"".join(paragraphs(one.written(blocks, one.notes)))
    assert b"bookmark" not in written
    assert b"commentRange" not in written


@pytest.mark.parametrize(
    ("change", "is_said"),
    [
        (lambda b: replace(b, style="Heading1"), '<w:pStyle w:val="Heading1">'),
        (lambda b: replace(b, alignment=Alignment.CENTRE), '<w:jc w:val="center">'),
        (lambda b: replace(b, right_to_left=True), '<w:bidi w:val="1">'),
        (lambda b: replace(b, list="2", level=1), '<w:ilvl w:val="1"></w:ilvl><w:numId w:val="2">'),
    ],
)
def test_the_look_of_a_paragraph_is_written(change: Callable[[Block], Block], is_said: str) -> None:
    one = letter()
    blocks = [*one.blocks[:2], change(one.blocks[2]), *one.blocks[3:]]
    written = one.written(blocks, one.notes)
    assert is_said in paragraphs(written)[2].decode()
    assert said(again(written).blocks) == said(blocks)


def test_an_item_whose_style_makes_it_one_can_leave_the_list() -> None:
    one = letter()
    blocks = [*one.blocks[:5], replace(one.blocks[5], list="", level=0), *one.blocks[6:]]
    assert again(one.written(blocks, one.notes)).blocks[5].list == ""


def test_a_new_list_counts_from_one_in_the_look_of_the_letters_own() -> None:
    one = letter()
    key = one.lists.begin(ListKind.NUMBERS)
    more = [Block((Piece(text),), list=key) for text in ("first", "second")]
    back = again(one.written([*one.blocks, *more], one.notes))
    assert back.lists.markers((block.list, block.level) for block in back.blocks)[-2:] == ["1.", "2."]
    assert back.lists.kind_of(back.blocks[-1].list, 1) is ListKind.NUMBERS


@pytest.mark.parametrize("kind", list(ListKind))
def test_a_letter_without_lists_gets_its_first(kind: ListKind) -> None:
    one = letter(Letter([p("Only text")]))
    key = one.lists.begin(kind)
    levels = [Block((Piece(text),), list=key, level=level) for level, text in enumerate(("first", "deeper"))]
    back = again(one.written([*one.blocks, *levels], one.notes))
    assert back.lists.kind_of(back.blocks[-1].list, 0) is kind
    expected = ["•", "–"] if kind is ListKind.BULLETS else ["1.", "(a)"]
    assert back.lists.markers((block.list, block.level) for block in back.blocks)[-2:] == expected


def test_a_list_that_was_begun_and_left_is_not_written() -> None:
    one = letter()
    one.lists.begin(ListKind.NUMBERS)
    blocks = [with_text(one.blocks[0], "people", "peoples"), *one.blocks[1:]]
    assert (
        parts_of(one.written(blocks, one.notes))["word/numbering.xml"] == parts_of(DATA)["word/numbering.xml"]
    )


def test_a_new_link_has_a_relation_of_its_own_once() -> None:
    one = letter()
    linked = Piece("source", link="https://data.example.org/?a=1&b=2")
    blocks = [*one.blocks, Block((linked, Piece(" and "), linked))]
    written = one.written(blocks, one.notes)
    assert said(again(written).blocks) == said(blocks)
    assert parts_of(written)["word/_rels/document.xml.rels"].count(b"data.example.org") == 1


def noted(one: LetterFile, text: str) -> tuple[list[Block], Notes]:
    """The letter with a footnote more at its end."""
    key, [empty] = one.new_note(one.notes)
    note = replace(empty, pieces=(*empty.pieces, Piece(text)))
    return [*one.blocks, Block((Piece("Fact."), Piece(key, PieceKind.NOTE)))], {**one.notes, key: (note,)}


@pytest.mark.parametrize("made", [RICH, Letter([p("Only text")], settings="<w:compat/>")])
def test_a_footnote_is_added(made: Letter) -> None:
    one = letter(made)
    written = one.written(*noted(one, "A second source."))
    back = again(written)
    [mark] = [x for x in back.blocks[-1].pieces if x.kind is PieceKind.NOTE]
    assert back.notes[mark.text][0].text == " A second source."
    assert len(back.notes) == len(one.notes) + 1
    notes = etree.fromstring(parts_of(written)["word/footnotes.xml"])
    assert [text_of(note).strip() for note in notes][-1] == "A second source."


def test_a_footnote_is_edited_and_the_body_stays() -> None:
    one = letter()
    notes = {"1": (with_text(one.notes["1"][0], "A source.", "A better source."),)}
    written = one.written(one.blocks, notes)
    assert again(written).notes["1"][0].text == " A better source."
    assert parts_of(written)["word/document.xml"] == parts_of(DATA)["word/document.xml"]


def test_a_footnote_goes_with_its_mark() -> None:
    one = letter()
    blocks = [
        replace(block, pieces=tuple(x for x in block.pieces if x.kind is not PieceKind.NOTE))
        for block in one.blocks
    ]
    assert again(one.written(blocks, one.notes)).notes == {}


def test_a_mark_that_was_copied_gets_a_note_of_its_own() -> None:
    one = letter()
    back = again(one.written([*one.blocks, one.blocks[-1]], one.notes))
    keys = [x.text for block in back.blocks for x in block.pieces if x.kind is PieceKind.NOTE]
    assert len(set(keys)) == 2
    assert {back.notes[key][0].text.strip() for key in keys} == {"A source."}


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    one = letter()
    blocks = [*one.blocks, Block((Piece(f"a\0b\x0bc{LINE_BREAK}d\te"),))]
    assert again(one.written(blocks, one.notes)).blocks[-1].text == f"abc{LINE_BREAK}d\te"


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x0c", "\x1f", "\ufffe", "\ud800"])
def test_no_sign_keeps_a_letter_from_being_saved(sign: str) -> None:
    one = letter()
    field = Piece("{{ letter.place|default('Gen" + sign + "eva') }}", kind=PieceKind.FIELD)
    link = Piece(f"our{sign} page", link=f"https://example.org/{sign}a")
    blocks = [*one.blocks, Block((field, link, Piece(sign), Piece(sign, kind=PieceKind.FIELD)))]
    said = again(one.written(blocks, one.notes)).blocks[-1].text
    assert said == "{{ letter.place|default('Geneva') }}our page"


TEXTS = st.text(st.sampled_from("abc {}%٣မ中é\t" + LINE_BREAK), max_size=12)


@st.composite
def edits(draw: st.DrawFn) -> Callable[[list[Block]], list[Block]]:
    """One thing that a writer does to the paragraphs of a letter."""
    at = draw(st.integers(0, 30))
    kind = draw(st.sampled_from(["type", "cut", "join", "drop", "copy", "move", "look", "list"]))
    text, flag = draw(TEXTS), draw(st.booleans())

    def change(blocks: list[Block]) -> list[Block]:
        here = at % len(blocks)
        block = blocks[here]
        middle = len(block.pieces) // 2
        match kind:
            case "type":
                piece = Piece(text.replace("{", "").replace("}", ""), bold=flag)
                new = [replace(block, pieces=(*block.pieces[:middle], piece, *block.pieces[middle:]))]
            case "cut":
                new = [replace(block, pieces=half) for half in (block.pieces[:middle], block.pieces[middle:])]
            case "join" if here + 1 < len(blocks):
                new = [replace(block, pieces=block.pieces + blocks[here + 1].pieces)]
                return blocks[:here] + new + blocks[here + 2 :]
            case "drop" if len(blocks) > 1:
                new = []
            case "copy":
                new = [block, block]
            case "move":
                return [*blocks[:here], *blocks[here + 1 :], block]
            case "look":
                new = [replace(block, style="Heading1" if flag else "", alignment=Alignment.END)]
            case "list":
                new = [replace(block, list="2" if flag else "", level=int(flag))]
            case _:
                new = [block]
        return [*blocks[:here], *new, *blocks[here + 1 :]]

    return change


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits(), max_size=12))
def test_whatever_is_done_is_there_when_the_letter_is_read_again(
    changes: list[Callable[[list[Block]], list[Block]]],
) -> None:
    one = letter()
    blocks = list(one.blocks)
    for change in changes:
        blocks = change(blocks)
    back = again(one.written(blocks, one.notes))
    assert "".join(block.text for block in back.blocks) == "".join(block.text for block in blocks)
    kept = [x.text for block in blocks for x in block.pieces if x.kind in (PieceKind.BLOCK, PieceKind.KEPT)]
    there = [
        x.text for block in back.blocks for x in block.pieces if x.kind in (PieceKind.BLOCK, PieceKind.KEPT)
    ]
    comments = [text for text in kept if text.startswith("comment:")]
    assert len(there) == len(kept) - max(0, len(comments) - 1)
