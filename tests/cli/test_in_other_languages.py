"""The terminal speaks the interface's language throughout, argparse's own words included."""

from collections.abc import Iterator

import pytest
from cli.terminal import Run

from desktop_app.cli.main import main
from desktop_app.support import i18n

WORDS = {
    "fr": ("usage : ", "arguments positionnels:", "afficher cette aide et quitter", "Voir : undersigned"),
    "es": ("uso: ", "argumentos posicionales:", "mostrar esta ayuda y salir", "Véase: undersigned"),
}


@pytest.fixture(params=WORDS)
def words(request: pytest.FixtureRequest) -> Iterator[tuple[str, ...]]:
    i18n.speak([request.param])
    yield WORDS[request.param]
    i18n.speak([])


def test_the_help_has_no_english_in_it(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    said = capsys.readouterr().out
    assert all(word in said for word in words[:3])
    assert "show this help" not in said


def test_wrong_use_is_told_in_the_same_language(words: tuple[str, ...], run: Run) -> None:
    ran = run("check")
    assert ran.status == 2
    assert words[3] in ran.err
    assert "required" not in ran.err


def test_the_sources_own_english_stays(run: Run) -> None:
    assert "the following arguments are required" in run("check").err
