"""Noes that may be about named rows: remembered in ``private/`` as keyed fingerprints, without a name."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from desktop_app.domain.questions import Question
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.kept_file import read_kept
from desktop_app.files.safe_save import write_private

FILE = "private/taken-back.json"
_KEY = "questions"


def read_questions(folder: Path) -> tuple[Question, ...]:
    """All that was ever asked, open or settled.

    Raises:
        ProblemError: as ``read_kept``; ``questions-broken`` where the file is not as we write it.
            It is left as it is.
    """
    broken = ProblemError("questions-broken", Place(FILE))
    data = read_kept(folder / FILE, broken)
    if data is None:
        return ()
    try:
        return tuple(_question(*written) for written in json.loads(data)[_KEY])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise broken from None


def write_questions(folder: Path, questions: Sequence[Question]) -> None:
    """Put them into the place of those that are there, all or nothing, for nobody else to read.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    path = folder / FILE
    text = json.dumps({_KEY: [astuple(question) for question in questions]}, indent=1)
    try:
        write_private(path, text.encode())
    except OSError as error:
        raise not_writable(path, error) from None


def _question(answer: str, row: int, marks: Sequence[str], settled: str) -> Question:
    texts = (answer, settled, *marks)
    if not marks or not isinstance(row, int) or not all(isinstance(text, str) for text in texts):
        raise ValueError
    return Question(answer, row, tuple(marks), settled)
