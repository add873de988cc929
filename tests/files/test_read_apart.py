"""Whatever a reader in its own process answers, the program gets a value of its own or a sentence."""

from collections.abc import Generator
from pathlib import Path

import pytest

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files import read_apart
from desktop_app.files.form_apart import reading_answers
from desktop_app.files.read_apart import Asked, answered, reading_apart
from desktop_app.files.sign_on_form import Heading
from desktop_app.support.bounded import CrashedError, OverTimeError
from desktop_app.support.long_work import result_of
from desktop_app.wording.problems import PROBLEMS

ASKED = Asked(answered, Heading, {"file": "form.csv"}, 1.0)  # type: ignore[arg-type]


def frame(said: bytes, rest: bytes = b"") -> bytes:
    return len(said).to_bytes(8, "big") + said + rest


def outcome(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> object:
    def bounded(*_work: object, **_limits: object) -> Generator[None, None, bytes]:
        yield
        return answer

    monkeypatch.setattr(read_apart, "bounded", bounded)
    try:
        return result_of(reading_apart(ASKED, b""))
    except ProblemError as problem:
        return problem.code, problem.place.file


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\0\0",
        b"\0" * 64,
        b"\xff" * 64,
        frame(b"", frame(b"null")),
        frame(b"", frame(b"[7, 7]")),
        frame(b"null"),
        frame(b'["c", ["f", "", null, null], {"code": "x"}]'),
        frame(b'["c", ["f", "", null, null], {"place": "x"}]'),
    ],
)
def test_an_answer_of_no_reader_of_ours_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    assert outcome(monkeypatch, answer) == ("import-broken", "form.csv")


@pytest.mark.parametrize(
    ("stops", "code"),
    [(OverTimeError, "form-over-time"), (CrashedError, "form-broken")],
)
def test_of_a_form_it_is_said_in_words_for_a_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: type[Exception], code: str
) -> None:
    def bounded(*_work: object, **_limits: object) -> Generator[None, None, bytes]:
        yield
        raise stops

    monkeypatch.setattr(read_apart, "bounded", bounded)
    (tmp_path / "form.csv").write_text("Name\nQuay Forum\n", "utf-8")
    with pytest.raises(ProblemError) as caught:
        result_of(reading_answers(tmp_path / "form.csv"))
    assert (caught.value.code, caught.value.place.file) == (code, "form.csv")
    assert "letter" not in PROBLEMS[code]


def test_what_a_reader_finds_and_what_stops_it_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def finds(_about: object, _data: bytes) -> tuple[Heading, bytes]:
        return Heading(("Name",), 1), b"beside"

    def stops(_about: object, _data: bytes) -> tuple[Heading, bytes]:
        raise ProblemError("form-empty", Place("form.csv"), most=7)

    message = frame(b"{}")
    assert outcome(monkeypatch, answered(finds, message)) == (Heading(("Name",), 1), b"beside")
    assert outcome(monkeypatch, answered(stops, message)) == ("form-empty", "form.csv")
