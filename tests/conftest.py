"""What all tests share: the shipped tables, and texts held against a file that somebody has read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.files.reference_data import Reference, load
from desktop_app.support import resources

# The first example reads the tables; a loaded machine takes its time.
settings.register_profile("undersigned", deadline=None)
settings.load_profile("undersigned")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected texts anew; then read what changed"
    )


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load(resources.path("resources"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against a file in ``cases/`` beside the test."""

    def hold(name: str, text: str) -> None:
        file = Path(request.path).parent / "cases" / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8"), f"{name} differs; if it should, run pytest --update-golden"

    return hold
