import shutil
from pathlib import Path

import pytest
from cli.terminal import TEMPLATES, Run, runner


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A campaign folder made from the sample."""
    return Path(shutil.copytree(TEMPLATES / "sample", tmp_path / "sample"))
