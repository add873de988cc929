"""A name that a stranger gave to a file or a part is shown, unless a withheld name stands in it."""

import pytest
from campaigns import hidden
from domain.lists import named

from desktop_app.domain.withheld import forms_of
from desktop_app.services.covering import covered
from desktop_app.services.guarding import Guard

ROWS = [
    hidden(7, "Lantern House Harrow"),
    hidden(8, "Café Lumière Réunie"),
    hidden(9, "HRN"),
    named(2, "Harbour Peace Network"),
]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("word/document.xml", "word/document.xml"),
        ("Harbour Peace Network.rar", "Harbour Peace Network.rar"),
        ("Lantern House Harrow.rar", "(hidden, row 7)"),
        ("lantern_house_harrow.RAR", "(hidden, row 7)"),
        ("2024/Minutes of LanternHouseHarrow.odt", "2024/(hidden, row 7)"),
        ("Lantern House Harrow.zip!word/media/image1.png", "(hidden, row 7)!word/media/image1.png"),
        ("Lantern House Harrow/Lantern House Harrow.txt", "(hidden, row 7)/(hidden, row 7)"),
        ("Lantern House Harrow \udce9t\udce9.rar", "(hidden, row 7)"),
        ("notes \udce9t\udce9.rar", "notes \ufffdt\ufffd.rar"),
        ("Caf\udce9 Lumi\udce8re R\udce9unie.rar", "(hidden, row 8)"),
        ("2024/notes \ud800.rar", "2024/notes \ufffd.rar"),
        ("Lantern House/Harrow/a.txt", "(hidden, row 7)"),
        ("Café Lumière Réunie.rar", "(hidden, row 8)"),
        ("Café Lumière Réunie.rar".encode().decode("cp437"), "(hidden, row 8)"),
    ],
)
def test_a_withheld_name_in_the_name_of_a_part_gives_way_to_its_row(name: str, shown: str) -> None:
    assert covered(name, Guard(forms_of(ROWS, ()))) == shown
