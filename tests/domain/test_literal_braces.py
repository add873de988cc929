"""Braces that are text: which are parted, and which are left to be fields."""

import pytest

from desktop_app.domain.literal_braces import as_written, every_joint, joined, literal, unknown_joints


@pytest.mark.parametrize("text", ["{{ x }}", "{% if y %}", "{# z #}", "{{{ x }}}", "a } } b }}", "100%}"])
def test_no_pair_is_left_and_the_text_can_be_had_again(text: str) -> None:
    made = literal(text)
    assert every_joint([made]) == [[]]
    assert made != text
    assert as_written(made) == text


@pytest.mark.parametrize("text", ["{ x }", "a {b} c", "{\u200dx", "50 %"])
def test_other_braces_stay(text: str) -> None:
    assert literal(text) == text
    assert as_written(text) == text


def live(*texts: str) -> list[str]:
    """Which texts keep all their braces, when a new text comes into a campaign."""
    both = zip(texts, unknown_joints(texts), strict=True)
    return [text for text, joints in both if joined(text, joints) == text]


def test_fields_of_ours_stay_fields_and_so_does_a_slip_of_the_pen() -> None:
    ours = ("{{ letter.date|long_date }}", "{{ signatories }}", "{{ signatories.totl }}", "{{ none }}")
    assert live(*ours, "{{ x }}", "{{ user.id }}", "{# remark #}") == list(ours)


def test_a_condition_is_ours_or_not_up_to_its_end() -> None:
    texts = (
        "{% if signatories.anonymous %}",
        "{% if y %}",
        "{% else %} {% endif %}",
        "{% endif %}",
        "{% endif %}.",
    )
    assert live(*texts) == [texts[0], texts[3]]
