"""The wheel is all there is: templates and tables ride along, and the program finds them there."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the locked backend without network or isolation, and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder / "unpacked")
    return folder / "unpacked"


def _run(unpacked: Path, *arguments: str) -> dict[str, list[str]]:
    """Run what was unpacked, from elsewhere."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "desktop_app", *arguments, "--json"],
        cwd=unpacked.parent,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    answer: dict[str, list[str]] = json.loads(done.stdout)
    return answer


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("name", ["templates", "resources"])
def test_the_wheel_carries_all_of(name: str, unpacked: Path) -> None:
    assert _files(unpacked / "desktop_app" / "_data" / name) == _files(ROOT / name)


def test_the_wheel_carries_the_program_and_nothing_of_the_workshop(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"desktop_app"}
    assert {name for name in _files(ROOT / "desktop_app") if name.endswith(".py")} <= _files(
        unpacked / "desktop_app"
    )


def test_the_unpacked_program_uses_its_own_templates(unpacked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "program"
    shutil.copytree(unpacked, copy)
    shutil.rmtree(copy / "desktop_app" / "_data" / "templates" / "special-session-call")
    left = sorted({path.parent.name for path in (ROOT / "templates").glob("*/campaign.toml")})
    left = [name for name in left if name not in ("sample", "special-session-call")]
    assert _run(copy, "templates") == {"templates": left}


def test_the_unpacked_program_addresses_a_letter(unpacked: Path) -> None:
    assert _run(unpacked, "address", "FRA", "--language", "fr")["address"]
