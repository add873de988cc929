"""Parts of withheld names that deserve a look where a letter's own text has them."""

from dataclasses import replace

from campaigns import hidden

from desktop_app.domain.hints import hints_of


def test_a_country_and_the_united_nations_deserve_no_look() -> None:
    rows = [
        hidden(2, "Sri Lanka Monitor"),
        hidden(3, "Friends of the United Nations"),
        hidden(4, "Timor-Leste Lamps"),
    ]
    found = {form.text for form in hints_of(rows, ())}
    assert found == {"lanka monitor", "leste lamps"}


def test_an_acronym_in_brackets_of_a_printed_name_deserves_no_look() -> None:
    row = replace(hidden(2, "Quiet Helpers"), acronym="QHN")
    assert "QHN" in {form.text for form in hints_of([row], ["Reed Watch (QHX)"])}
    assert "QHN" not in {form.text for form in hints_of([row], ["Reed Watch (QHN)"])}
