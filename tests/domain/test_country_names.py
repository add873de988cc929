"""Countries are found in names, in many languages, and words that only look so are not."""

import pytest

from desktop_app.domain.country_names import country_names


@pytest.mark.parametrize(
    ("words", "left", "codes"),
    [
        ("lantern india", ["lantern"], {"IN"}),
        ("lanterne inde", ["lanterne"], {"IN"}),
        ("faro republica dominicana", ["faro"], {"DO"}),
        ("lantern south africa circle", ["lantern", "circle"], {"ZA"}),
        ("lantern sudan", ["lantern"], {"SD"}),
        ("lantern south sudan", ["lantern"], {"SS"}),
        ("burma support norge", ["support"], {"MM", "NO"}),
        ("lantern uk", ["lantern"], {"GB"}),
        ("灯笼 印度", ["灯笼"], {"IN"}),
        ("island press", ["island", "press"], set()),
        ("my lantern", ["my", "lantern"], set()),
        ("world lantern", ["world", "lantern"], set()),
    ],
)
def test_a_country_is_taken_out(words: str, left: list[str], codes: set[str]) -> None:
    assert country_names().taken_out(words.split()) == (left, frozenset(codes))


@pytest.mark.parametrize(
    ("written", "code"),
    [("Norge", "NO"), ("Côte d’Ivoire", "CI"), ("Myanmar", "MM"), ("Atlantis", "atlantis"), ("", "")],
)
def test_a_country_of_the_column_has_a_code(written: str, code: str) -> None:
    assert country_names().code(written) == code
