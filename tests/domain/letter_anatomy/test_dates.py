"""Dates as letters write them."""

import datetime as dt

import pytest

from desktop_app.domain.letter_anatomy.dates import dates_in, only_date

FIFTH = dt.date(2021, 2, 5)


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("05 FEB 2021 -LONDON", FIFTH, "LONDON"),
        ("1 February 2024", dt.date(2024, 2, 1), ""),
        ("Geneva, 24 February, 2021", dt.date(2021, 2, 24), "Geneva"),
        ("February 24th, 2021", dt.date(2021, 2, 24), ""),
        ("Wednesday, 3 May 2023", dt.date(2023, 5, 3), ""),
        ("Paris, le 5 février 2021", FIFTH, "Paris"),
        ("Genève, le 1er mars 2022", dt.date(2022, 3, 1), "Genève"),
        ("Bogotá, 5 de febrero del 2021", FIFTH, "Bogotá"),
        ("Santa Luzia do Norte, 4 de março de 2022", dt.date(2022, 3, 4), "Santa Luzia do Norte"),
        ("Berlin, den 3. März 2023", dt.date(2023, 3, 3), "Berlin"),
        ("Roma, 5 febbraio 2021", FIFTH, "Roma"),
        ("Utrecht, 5 februari 2021", FIFTH, "Utrecht"),
        ("٥ فبراير ٢٠٢١", FIFTH, ""),
        ("نيويورك، 5 شباط/فبراير 2021", FIFTH, "نيويورك"),
        ("Москва, 5 февраля 2021 г.", FIFTH, "Москва"),
        ("2021年2月5日", FIFTH, ""),
        ("二〇二四年二月十一日", dt.date(2024, 2, 11), ""),
        ("2021년 2월 5일", FIFTH, ""),
        ("5 กุมภาพันธ์ 2564", FIFTH, ""),
        ("စက်တင်ဘာလ ၂၆ ရက်၊ ၂၀၂၂ ခုနှစ်", dt.date(2022, 9, 26), ""),
        ("ရန်ကုန်မြို့၊ ၂၀၂၄ ခုနှစ်၊ ဖေဖော်ဝါရီလ ၁ ရက်", dt.date(2024, 2, 1), "ရန်ကုန်မြို့"),
        ("Jakarta, 5 Februari 2021", FIFTH, "Jakarta"),
        ("2024-02-01", dt.date(2024, 2, 1), ""),
        ("13.02.2021", dt.date(2021, 2, 13), ""),
    ],
)
def test_a_date_line_is_read_in_fifteen_languages(line: str, date: dt.date, place: str) -> None:
    dated = only_date(line)
    assert dated is not None
    assert (dated[0].date, dated[1]) == (date, place)


@pytest.mark.parametrize(
    "line",
    [
        "On 1 February 2021 the military seized power",
        "February 2021",
        "31 February 2021",
        "Resolution 2669 (2022)",
        "between 1 and 3 May",
        "",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert only_date(line) is None


def test_figures_alone_are_read_day_first_and_said_to_be_doubtful() -> None:
    (found,) = dates_in("03/02/2021")
    assert found.date == dt.date(2021, 2, 3)
    assert found.either_way
    (plain,) = dates_in("13/02/2021")
    assert not plain.either_way


def test_an_occasion_after_the_date_is_no_place() -> None:
    dated = only_date("8 June 2024, World Ocean Day")
    assert dated is not None
    assert dated[1] == ""
