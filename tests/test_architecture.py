"""Imports run one way; Qt stays in the window, office formats out of the domain."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_app"
LAYERS = ["domain", "support", "files", "services", "wording", "bootstrap", "cli", "ui", "__main__"]
PEERS = [{"domain", "support"}, {"cli", "ui"}]
OFFICE_FORMATS = {
    "docx",
    "docxtpl",
    "lxml",
    "openpyxl",
    "python_calamine",
    "msoffcrypto",
    "pypdfium2",
    "zipfile",
}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE or p.stem != "__init__")


def imports_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def complaints(layer: str, source: str) -> list[str]:
    found = []
    for name in imports_of(source):
        top = name.split(".")[0]
        if top.startswith("PySide6") and layer != "ui":
            found.append(f"imports Qt: {name}")
        if layer == "domain" and top in OFFICE_FORMATS:
            found.append(f"knows an office format: {name}")
        if layer in ("domain", "services") and "i18n" in name:
            found.append(f"speaks to the user: {name}")
        if top == "desktop_app" and "." in name:
            there = name.split(".")[1]
            if there not in LAYERS:
                continue
            if LAYERS.index(there) > LAYERS.index(layer):
                found.append(f"imports upwards: {name}")
            if layer != there and {layer, there} in PEERS:
                found.append(f"imports a peer: {name}")
    return found


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    assert complaints(layer_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("domain", "from desktop_app.files import letter_docx"),
        ("domain", "import openpyxl"),
        ("services", "def late():\n    from PySide6.QtCore import QObject"),
        ("services", "from desktop_app.support.i18n import _"),
        ("files", "from desktop_app.services.exporting import export"),
        ("cli", "from desktop_app.ui import app"),
        ("support", "from desktop_app.domain.letter import Letter"),
    ],
)
def test_a_wrong_import_is_noticed(layer: str, source: str) -> None:
    assert complaints(layer, source)


def reachable(module: str) -> set[str]:
    """The module and all of ours that it imports, by whatever way."""
    found: set[str] = set()
    left = [module]
    while left:
        name = left.pop()
        path = ROOT.joinpath(*name.split("."))
        source = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
        if name in found or not source.exists():
            continue
        found.add(name)
        for imported in imports_of(source.read_text("utf-8")):
            if imported.startswith("desktop_app."):
                left += [imported, imported.rpartition(".")[0]]
    return found


def test_the_guard_shares_no_file_code_with_those_who_write() -> None:
    files = {
        name for name in reachable("desktop_app.services.guarding") if name.startswith("desktop_app.files.")
    }
    finished = (f"finished_{kind}" for kind in ("docx", "prose", "pdf", "page", "bundles", "files"))
    kinds = (f"text_of{kind}" for kind in ("", "_mail", "_mail_words", "_pdf", "_pdf_pages", "_pictures"))
    texts = (f"text_{name}" for name in ("readings", "encoded", "memory", "unlike", "written"))
    read = (
        *kinds,
        *texts,
        "markup_encoding",
        "pdf_unlocked",
        "pdf_unpacked",
        "zip_inside",
        "unreadable",
        "part",
        "part_unlike",
        "sound_parts",
    )
    assert files == {f"desktop_app.files.{name}" for name in (*read, *finished)}
    assert "desktop_app.files.docx_merge.writer" in reachable("desktop_app.services.merging")
