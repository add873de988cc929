"""The answers of a form that a stranger sent, read in a process of its own."""

from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.disk_names import readable
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.read_apart import Asked, Reading, answered, reading_apart
from desktop_app.files.sign_on_form import Answers, answers_in

_SECONDS = 7.0


def reading_answers(path: Path, *, password: str = "", sheet: str = "") -> Reading[Answers]:
    """Read the answers of a form. Whoever closes the generator ends the process that does.

    Raises:
        ProblemError: as ``read_bytes`` and ``answers_in``; ``form-over-time`` and ``form-broken``.
    """
    about = {"file": readable(path.name), "password": password, "sheet": sheet}
    asked = Asked(_look, Answers, about, _SECONDS, over_time="form-over-time", broken="form-broken")
    answers, _nothing = yield from reading_apart(asked, read_bytes(path))
    return answers


# ---- in the other process


def _look(message: bytes) -> bytes:
    return answered(_answers, message)


def _answers(about: Mapping[str, str], data: bytes) -> tuple[Answers, bytes]:
    return answers_in(data, about["file"], password=about["password"], sheet=about["sheet"]), b""
