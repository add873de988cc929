"""No reader ever calls a computer: each is watched while it reads a letter that asks it to."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from files.pdfs import down, pdf
from letters import Letter, p

ROOT = Path(__file__).resolve().parents[2]
URL = "http://127.0.0.1:9/x"
"""Nobody listens there, and to ask would be seen."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_LINKED = (
    f'<w:r><w:drawing><a:graphic><a:graphicData uri="{_PICTURE}"><a:blip r:link="rId8"/></a:graphicData>'
    "</a:graphic></w:drawing></w:r>"
)


def word() -> bytes:
    template = f'<w:attachedTemplate r:id="rId9" w:val="{URL}.dotm"/>'
    relations = {"rId8": ("image", f"{URL}.png"), "rId9": ("attachedTemplate", f"{URL}.dotm")}
    return Letter([p("Excellency,", _LINKED)], settings=template, relations=relations).data()


def page() -> bytes:
    return (
        f'<!DOCTYPE html SYSTEM "{URL}.dtd"><link rel="stylesheet" href="{URL}.css"><base href="{URL}">'
        f'<style>@import url({URL}.css)</style><script src="{URL}.js"></script><img src="{URL}.png">'
        f'<iframe src="{URL}"></iframe><p>Excellency,</p>'
    ).encode()


def acting_pdf() -> bytes:
    acts = f"/OpenAction<</S/URI/URI({URL})>>/AcroForm<</Fields[]/XFA({URL}.xdp)>>/Pages"
    return pdf(down(60, 700, "Excellency,")).replace(b"/Pages 2 0 R", f"{acts} 2 0 R".encode(), 1)


def rich_text() -> bytes:
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{URL}.png" \\d}}{{\fldrslt x}}}}'
    return rf"{{\rtf1\ansi{{\*\template {URL}.dot}} Excellency,{field}}}".encode()


def open_document() -> bytes:
    from files.test_letter_office import odt

    picture = f'<draw:frame><draw:image xlink:href="{URL}.png" xlink:type="simple"/></draw:frame>'
    section = f'<text:section text:name="s"><text:section-source xlink:href="{URL}"/></text:section>'
    return odt(f"<text:p>Excellency,{picture}</text:p>{section}")


def markdown() -> bytes:
    return f"Excellency,\n\n![x]({URL}.png) <img src='{URL}.png'>\n".encode()


def text() -> bytes:
    return f"Excellency,\n\n[x]({URL})\n".encode()


LETTERS: dict[str, Callable[[], bytes]] = {
    "letter.docx": word,
    "letter.html": page,
    "letter.md": markdown,
    "letter.txt": text,
    "letter.pdf": acting_pdf,
    "letter.rtf": rich_text,
    "letter.odt": open_document,
}
_READ = """
import sys
from pathlib import Path
from desktop_app.files import libreoffice
from desktop_app.files.letter_apart import read_source
# Without the empty network round LibreOffice: what is taken out must suffice where that cannot be had.
libreoffice._alone = lambda: ()
if __name__ == "__main__":
    lines = read_source(Path(sys.argv[1])).source.lines
    print([line.text.strip() for line in lines if line.text.strip()][0])
"""


def _watched(strace: str, log: Path, command: list[str]) -> list[str]:
    """What a program and all that it starts say to other computers, or to itself as one."""
    watch = [strace, "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(log)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*watch, *command], capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    if "ptrace" in done.stderr and os.environ.get("CI") != "true":
        pytest.skip("the system lets no program be watched")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Excellency,")
    return [
        line for line in log.read_text("utf-8", "replace").splitlines() if re.search(r"AF_INET6?\b", line)
    ]


def test_a_call_would_be_seen(tmp_path: Path, program: Callable[[str], str]) -> None:
    code = "import socket; print('Excellency,'); socket.socket().connect_ex(('127.0.0.1', 9))"
    (call,) = _watched(program("strace"), tmp_path / "log", [sys.executable, "-c", code])
    assert "127.0.0.1" in call


@pytest.mark.slow
@pytest.mark.parametrize("name", LETTERS)
def test_no_reader_calls_a_computer(name: str, tmp_path: Path, program: Callable[[str], str]) -> None:
    strace = program("strace")
    if name.endswith((".rtf", ".odt")):
        program("soffice")
    letter, reader = tmp_path / name, tmp_path / "read.py"
    letter.write_bytes(LETTERS[name]())
    reader.write_text(_READ, "utf-8")
    assert _watched(strace, tmp_path / "log", [sys.executable, str(reader), str(letter)]) == []
