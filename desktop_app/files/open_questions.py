"""Noes that may be about named rows: remembered in ``private/`` as keyed fingerprints, without a name."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from desktop_app.domain.questions import Question
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private

FILE = "private/taken-back.json"
_KEY = "questions"


def read_questions(folder: Path) -> tuple[Question, ...]:
    """All that was ever asked, open or settled.

    Raises:
        ProblemError: ``questions-broken`` where the file is not as we write it; it is left as it is.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    try:
        return tuple(_question(*written) for written in json.loads(read_bytes(path))[_KEY])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ProblemError("questions-broken", Place(FILE)) from None


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
