"""Letters that were put by are found again, whatever else lies beside them."""

import datetime as dt
from pathlib import Path

from desktop_app.files.kept_copies import private
from desktop_app.files.kept_letters import FOLDER, keep_letter, kept_letters

NOON = dt.datetime(2024, 2, 1, 12, tzinfo=dt.UTC)


def test_a_day_of_no_calendar_in_a_name_hides_no_letter(tmp_path: Path) -> None:
    keep_letter(tmp_path, "letter.docx", b"first", NOON)
    (private(tmp_path) / FOLDER / "000002 2024-99-99 12.00.00 UTC letter.docx").write_bytes(b"by hand")
    keep_letter(tmp_path, "letter.docx", b"second", NOON)
    kept = kept_letters(tmp_path, "letter.docx")
    assert [(one.path.read_bytes(), one.until) for one in kept] == [
        (b"first", NOON),
        (b"by hand", None),
        (b"second", NOON),
    ]
