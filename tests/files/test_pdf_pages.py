"""Pages of a PDF as pictures: white, as wide as asked for, and no end of memory."""

import pytest
from files.pdfs import down, pdf

from desktop_app.files import pdf_pages
from desktop_app.files.pdf_pages import NoPagesError, page_picture, page_sizes

LETTER = pdf(down(50, 700, "Excellency,", size=40), ())


def test_a_page_is_drawn_as_wide_as_asked_for() -> None:
    assert [(size.width, size.height) for size in page_sizes(LETTER)] == [(600, 800), (600, 800)]
    for width in (301, 1203):
        picture = page_picture(LETTER, 0, width)
        assert (picture.width, picture.height) == (width, round(width * 4 / 3))
        assert len(picture.pixels) == picture.width * picture.height * 4


def test_an_empty_page_is_white_and_a_written_one_is_not() -> None:
    written, empty = (page_picture(LETTER, number, 150).pixels for number in (0, 1))
    assert min(written[::4]) < 64
    assert min(min(empty[colour::4]) for colour in range(3)) == 255


def test_what_is_no_pdf_has_no_pages() -> None:
    for data in (b"", b"%PDF-1.7 and nothing more", LETTER[:300]):
        with pytest.raises(NoPagesError):
            page_sizes(data)
        with pytest.raises(NoPagesError):
            page_picture(data, 0, 100)
    with pytest.raises(NoPagesError):
        page_picture(LETTER, 2, 100)


def test_no_page_takes_more_than_its_share_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "MOST_PIXELS", 10_000)
    picture = page_picture(LETTER, 0, 5_000)
    assert picture.width * picture.height <= 10_100
