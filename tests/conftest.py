"""What all tests share: one world for all of them, the shipped tables, texts that somebody has read."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.files.reference_data import Reference, load
from desktop_app.support import resources

# The first example reads the tables; a loaded machine takes its time. A change is judged without dice.
settings.register_profile("undersigned", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("undersigned")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected texts anew; then read what changed"
    )


@pytest.fixture(scope="session", autouse=True)
def _same_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees the developer's language, clock zone, settings or screen."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as world:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            world.setenv(name, str(home))
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            world.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        for name in ("LANG", "LC_ALL"):
            world.setenv(name, "C.UTF-8")
        world.delenv("LANGUAGE", raising=False)
        world.delenv("UNDERSIGNED_PASSWORD", raising=False)
        world.setenv("QT_QPA_PLATFORM", "offscreen")
        world.setenv("TZ", "UTC")
        if hasattr(time, "tzset"):
            time.tzset()
        yield


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Find a program of the system. Without it a test is skipped on a desk, and fails where CI=true."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found:
            return found
        line = f"{name} is not there; python3 dev.py setup installs it, or says how"
        if os.environ.get("CI") == "true":
            pytest.fail(line)
        pytest.skip(line)

    return find


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
