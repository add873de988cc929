"""A new text in the letter that is there: what stays of its look, and what is written anew."""

from letters import SECTION, Letter, cell, lines_of, p, parts_of, run

from desktop_app.domain.letter_anatomy.template import Piece, PieceKind
from desktop_app.files.letter_renewal import held_by, renewed

PICTURE = "<w:r><w:drawing/></w:r>"
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BOLD = "<w:b/>"
ASK = "We ask the Council to act without delay on the siege of Dravenna and on its causes."


def letter(*body: str) -> bytes:
    return Letter(
        [*body], header=p("Lantern House", PICTURE), footnote=p("Report of 3 May."), section=SECTION
    ).data()


def written(data: bytes, *texts: str, kind: PieceKind = PieceKind.PARAGRAPH) -> bytes:
    """The letter with these paragraphs; what stands after the note's own is kept in each."""
    pieces = [Piece(kind, text, line) for line, text in enumerate((*texts, "See the note."), start=1)]
    return renewed(data, pieces, "letter.docx")


def body_of(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def test_head_styles_and_page_are_the_letters() -> None:
    before = letter(p("Excellency,"), p(ASK))
    after = written(before, "Excellency,", "We now ask for something else altogether.")
    assert {name: data for name, data in parts_of(after).items() if name != "word/document.xml"} == {
        name: data for name, data in parts_of(before).items() if name != "word/document.xml"
    }
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in body_of(after)


def test_a_paragraph_that_came_back_keeps_its_runs_and_its_note() -> None:
    before = letter(p("We ask the ", run("Council", BOLD), " to act", NOTE, " on the siege of Dravenna."))
    after = written(before, "We ask the Council to act on the long siege of Dravenna.")
    assert lines_of(after)[0] == "We ask the Council to act on the long siege of Dravenna."
    assert "<w:b/></w:rPr><w:t" in body_of(after)
    assert held_by(after, "letter.docx") == held_by(before, "letter.docx")


def test_the_mark_of_a_note_may_be_written_in_another_way() -> None:
    before = letter(p("We ask the Council to act", NOTE, " on the siege of Dravenna."))
    after = written(before, "We ask the Council to act[1] on the sieges of Dravenna.")
    assert lines_of(after)[0] == "We ask the Council to act on the sieges of Dravenna."


def test_a_new_paragraph_looks_like_its_neighbours() -> None:
    before = letter(p("Excellency,", style="Salutation"), p(run(ASK, BOLD), style="Own"))
    after = written(before, "Excellency,", ASK, "And we ask for a meeting with you before the end of May.")
    new = body_of(after).partition("And we ask")[0].rpartition("<w:p>")[2]
    assert 'w:val="Own"' in new
    assert "<w:b/>" in new


def test_pictures_and_blank_lines_stay_where_they_stood() -> None:
    before = letter(p(PICTURE), p(), p("Excellency,"), p(ASK))
    after = written(before, "1 February 2024", "Excellency,", ASK)
    assert lines_of(after) == ["1 February 2024", "", "", "Excellency,", ASK, "See the note."]
    assert held_by(after, "letter.docx").pictures == 1


def test_the_order_is_the_new_texts() -> None:
    texts = [f"{ASK} This is the {word} of our reasons for it." for word in ("first", "second", "third")]
    after = written(letter(*map(p, texts)), *reversed(texts))
    assert lines_of(after)[:3] == texts[::-1]


def test_a_table_stays_whole_where_its_words_came_back_and_is_told_where_not() -> None:
    before = letter(cell(p("Lantern House"), p("Dravenna")), p(ASK))
    assert "<w:tbl>" in body_of(written(before, "Lantern House", "Dravenna", ASK))
    gone = written(before, "Lantern House in Port Ansel", ASK)
    assert held_by(gone, "letter.docx").tables == 0


def test_a_note_that_the_letter_has_is_not_set_once_more() -> None:
    before = letter(p(ASK))
    pieces = [
        Piece(PieceKind.PARAGRAPH, ASK, 1),
        Piece(PieceKind.PARAGRAPH, "See the note.[1]", 2),
        Piece(PieceKind.FOOTNOTE, "Report of 3 May.", 3, marker="[1]"),
    ]
    assert lines_of(renewed(before, pieces, "letter.docx")) == [ASK, "See the note."]


def test_what_a_letter_has_is_counted() -> None:
    plain = held_by(Letter([p(ASK)]).data(), "letter.docx")
    assert not plain.would_be_lost
    full = held_by(letter(p(PICTURE)), "letter.docx")
    assert (full.notes, full.pictures, full.has_margins, full.would_be_lost) == (1, 1, True, True)
