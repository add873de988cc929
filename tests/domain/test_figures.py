"""Figures as they are typed."""

import pytest

from desktop_app.domain.figures import figures_in, number_of
from desktop_app.domain.letter_anatomy.name_rows import figure_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("462", 462), ("1,462", 1462), ("1 462", 1462), ("٤٦٢", 462), ("၄၆၂", 462)],
)
def test_digits_of_any_script_and_grouping_are_a_number(typed: str, meant: int) -> None:
    assert number_of(typed) == meant


def test_digits_without_end_are_a_number_that_counts_nobody() -> None:
    """Python makes no number of more than 4,300 digits."""
    (figure,) = figures_in(f"We, {'9' * 5_000} organisations, write.", "en")
    assert figure.number == 10**18 - 1
    assert (figure.start, figure.end) == (4, 5_004)


def test_a_raised_figure_is_no_number_before_a_name() -> None:
    """Python calls it a digit, and makes no number of it."""
    assert figure_of("12.") == 12
    assert figure_of("²") is None
