"""What holds for the project as a whole: the lock, what its files may not name, links that lead somewhere."""

import os
import re
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("linux", "darwin", "win32")


def _own_files() -> Iterator[Path]:
    """Everything that is committed, or would be."""
    ignored = [*(ROOT / ".gitignore").read_text("utf-8").replace("/\n", "\n").split(), ".git"]
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not any(fnmatch(name, pattern) for pattern in ignored)]
        kept = [name for name in files if not any(fnmatch(name, pattern) for pattern in ignored)]
        yield from (Path(folder, name) for name in kept)


def _contents(path: Path) -> bytes:
    """The bytes of a file; of a package those of its parts."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


def _locked() -> dict[str, list[tuple[Requirement, int]]]:
    """By name: each requirement of the lock, with how many hashes it has."""
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    found: dict[str, list[tuple[Requirement, int]]] = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            requirement, *hashes = line.split("--hash=sha256:")
            parsed = Requirement(requirement.strip())
            found.setdefault(canonicalize_name(parsed.name), []).append((parsed, len(hashes)))
    return found


def _declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
    ]
    return [Requirement(line) for line in lines]


def _applies(requirement: Requirement, python: str, platform: str) -> bool:
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": platform}
    return requirement.marker is None or requirement.marker.evaluate(here)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_has_one_fitting_version_of_every_dependency(python: str, platform: str) -> None:
    locked = _locked()
    for declared in _declared():
        if not _applies(declared, python, platform):
            continue
        entries = [entry for entry, _ in locked.get(canonicalize_name(declared.name), [])]
        pins = [str(entry.specifier) for entry in entries if _applies(entry, python, platform)]
        assert len(pins) == 1, f"{declared}: {pins}; run python3 dev.py lock"
        assert declared.specifier.contains(Version(pins[0].removeprefix("=="))), f"{declared}: {pins}"


def test_everything_in_the_lock_has_hashes() -> None:
    assert [name for name, entries in _locked().items() if not all(hashes for _, hashes in entries)] == []


def test_qt_comes_without_its_add_ons() -> None:
    assert not {"pyside6", "pyside6-addons"} & set(_locked())


_PRIVATE = {
    "a path of one machine": rb"(?<![\w.-])/(?:home|Users|root|work|mnt|srv)/[\w.-]+|[A-Z]:\\Users\\",
    "where packages come from": rb"--(?:extra-)?index-url|--find-links|pypi\.org|pythonhosted",
}


@pytest.mark.parametrize("what", _PRIVATE)
def test_no_file_names(what: str) -> None:
    found = {
        str(path.relative_to(ROOT)): hit[0]
        for path in _own_files()
        if path != Path(__file__)
        for hit in [re.search(_PRIVATE[what], _contents(path))]
        if hit
    }
    assert found == {}


def test_the_files_that_are_searched_are_all_of_ours() -> None:
    names = {str(path.relative_to(ROOT)) for path in _own_files()}
    assert {"dev.py", ".ci/run", "requirements.lock", "desktop_app/__init__.py"} <= names
    assert not any(name.startswith((".venv", ".git/", "build")) for name in names)


_DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)\s]*\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"])
def test_a_newcomer_finds(name: str) -> None:
    assert (ROOT / name).stat().st_size > 500


def test_decisions_are_numbered_without_gaps_and_say_four_things() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        headings = _HEADING.findall(path.read_text("utf-8"))
        assert headings[1:] == ["Context", "Decision", "Consequences", "Alternatives"], path.name


@pytest.mark.parametrize("command", ["python3 dev.py demo", "python3 dev.py test"])
def test_the_readme_names_the_two_commands(command: str) -> None:
    assert command in (ROOT / "README.md").read_text("utf-8")
