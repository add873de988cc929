"""Links that tell on their owner and their reader."""

import pytest

from desktop_app.domain.links import tracking_links


@pytest.mark.parametrize(
    "text",
    [
        "https://docs.google.com/document/d/1",
        "https://docs.google.com/spreadsheets/d/1",
        "https://drive.google.com/file/d/1",
        "https://sheets.google.com/x",
        "https://forms.gle/abc",
        "Sign at https://docs.google.com/forms/d/1 by Friday.",
    ],
)
def test_a_link_to_what_google_keeps_tracks(text: str) -> None:
    assert tracking_links([text]) == [text]


@pytest.mark.parametrize(
    "text", ["https://example.org/docs.google.com", "Google Docs", "https://google.com/"]
)
def test_any_other_link_does_not(text: str) -> None:
    assert tracking_links([text]) == []
