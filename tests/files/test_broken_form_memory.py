"""A memory of forms that somebody has damaged."""

import json
from pathlib import Path

import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.form_memory import read_answers


@pytest.mark.parametrize(
    "known",
    [
        {"fields": {"x": {"name": [None, None]}}},
        {"fields": {"x": {"name": ["2024", 7]}}},
        {"answers": {"x": [[None], "y", "z"]}},
        {"answers": {"x": [["yes"], None, "z"]}},
    ],
)
def test_what_is_no_text_where_one_has_to_be_is_said_with_the_file(
    tmp_path: Path, known: dict[str, object]
) -> None:
    path = tmp_path / "private" / "forms" / "answers.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(known), "utf-8")
    with pytest.raises(ProblemError) as refused:
        read_answers(tmp_path)
    assert refused.value.code == "form-memory-broken"
    assert str(refused.value.place.file).endswith("answers.json")
