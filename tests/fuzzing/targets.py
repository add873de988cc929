"""What is fuzzed: readers of strangers' files, each given bytes. Whatever is no sentence is a mistake of ours."""

import contextlib
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from hostile.zips import packed
from letters import Letter, p, parts_of

from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.domain.withheld import Form, FormKind
from desktop_app.files.letter_docx import letter_of
from desktop_app.files.letter_source import source_in
from desktop_app.files.package_gate import Kind, parse, unpack
from desktop_app.files.sign_on_form import answers_in, form_of
from desktop_app.services.guarding import Guard

_ENDINGS = (".txt", ".md", ".html", ".docx")
_PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "[Content_Types].xml",
)
_FORMS = (".csv", ".txt", ".xlsx")
_FILES = ("", ".docx", ".eml", ".zip", ".xml", ".html", ".txt", ".xlsx")
_NOT_HERE = (b"%PDF-", b"{\\rt", b"\xd0\xcf\x11\xe0", b"mimetypeapplication")
"""PDFs are read in a process of their own, and the others by LibreOffice."""
_FOLDER = "/dev/shm" if Path("/dev/shm").is_dir() else None
_LETTER = parts_of(Letter([p("Excellency,"), p("{{ signatories }}")], footnote=p("A note")).data())


def gate(data: bytes) -> None:
    """A package, and every part of it that is XML."""
    for kind in Kind:
        try:
            for name, part in unpack(data, kind, "x").items():
                if name.endswith((".xml", ".rels")):
                    parse(part, "x", name)
        except ProblemError:
            continue


def form(data: bytes) -> None:
    """A form; its first byte says in which of the kinds."""
    suffix = _FORMS[data[0] % len(_FORMS)] if data else ".csv"
    try:
        form_of(answers_in(data[1:], f"form{suffix}"), {}, Disclosure.PENDING)
    except ProblemError:
        return


def letter(data: bytes) -> None:
    """A letter; its first byte says in which of the kinds. Of a DOCX the bytes are one part."""
    suffix = _ENDINGS[data[0] % len(_ENDINGS)] if data else ".txt"
    content = data[1:]
    if suffix == ".docx" and content:
        content = packed({**_LETTER, _PARTS[content[0] % len(_PARTS)]: content[1:]}.items())
        with contextlib.suppress(ProblemError):
            letter_of(content, "letter.docx")
    if any(sign in content[:1024] for sign in _NOT_HERE):
        return
    try:
        anatomy_of(source_in(content, f"letter{suffix}").source)
    except ProblemError:
        return


def guard(data: bytes) -> None:
    """Any file that is searched for names; its first byte says which it claims to be."""
    suffix = _FILES[data[0] % len(_FILES)] if data else ""
    if b"%PDF" in data:
        return  # read in a process of its own
    with tempfile.TemporaryDirectory(dir=_FOLDER) as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data[1:])
        for _step in Guard([Form("lamp union of harrow reach", 2, FormKind.NAME)]).search([path], ["x"]):
            pass


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "gate": gate,
    "form": form,
    "letter": letter,
    "guard": guard,
}
