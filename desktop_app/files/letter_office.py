"""Letters in other office formats: OpenDocument, Word before 2007, RTF. LibreOffice makes a DOCX of them."""

import io
import re
import zipfile
import zlib

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files import libreoffice

MAX_ALL = 200 << 20
MAX_MARKUP = 20 << 20
"""Of text and styles; the longest letter we know has a hundredth."""
_ENCRYPTED = b"encryption-data"
_MARKUP = re.compile(r"\.(?:xml|rdf)$", re.IGNORECASE)
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
_OTHER_ENCODING = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_HREF = re.compile(rb"""([\w.-]:href\s*=\s*)("|')(.*?)\2""", re.DOTALL)
_INSIDE = re.compile(rb"(?:\./)?(?:Pictures|ObjectReplacements|Object \d+|media)(?:/|$)|#")
_LINK_TAG = re.compile(rb"<text:a\b[^>]*>", re.DOTALL)
_FIELD = rb"(?:[\s{]|\\[a-z]++-?+\d*+ ?+)*+(?:HYPERLINK|PAGE|NUMPAGES|SECTIONPAGES|REF|PAGEREF|TOC|SEQ)\b"
"""The codes of fields that fetch nothing, with whatever looks RTF puts before them."""
_REACHING_OUT = re.compile(
    rb"(?:\\\*\s*)?\\(?:fldinst\b(?!" + _FIELD + rb")|(?:objdata|template|datafield|filetbl)(?![a-z]))"
)
_LINKED = re.compile(rb"\\(?:objlink|objautlink|objsub|objpub|objicemb|objocx|linkself)(?![a-z])")


def as_docx(data: bytes, kind: str, file: str) -> bytes:
    """The letter as a DOCX. What leads out of the file is taken off first: nothing is fetched.

    Raises:
        ProblemError: ``import-office-missing``, ``import-office-failed``, ``file-encrypted``,
            ``file-damaged`` or ``file-too-large``.
    """
    if kind == "odt":
        data = _odt_without_links(data, file)
    elif kind == "rtf":
        # What a reader of RTF does not know it passes over: of a field its last result is shown.
        data = _LINKED.sub(rb"\\undersigned", _REACHING_OUT.sub(rb"\\*\\undersigned", data))
    try:
        return libreoffice.converted(data, f".{kind}", "docx")
    except libreoffice.MissingError:
        raise ProblemError("import-office-missing", Place(file)) from None
    except libreoffice.FailedError:
        raise ProblemError("import-office-failed", Place(file)) from None


def _odt_without_links(data: bytes, file: str) -> bytes:
    """The same file without what would be fetched: pictures, sections and objects that lie elsewhere."""
    place = Place(file)
    out = io.BytesIO()
    left = MAX_ALL
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as given,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            for member in given.infolist():
                with given.open(member) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                is_markup = bool(_MARKUP.search(member.filename))
                if left < 0 or (is_markup and len(content) > MAX_MARKUP):
                    raise ProblemError("file-too-large", place)
                if member.filename == "META-INF/manifest.xml" and _ENCRYPTED in content:
                    raise ProblemError("file-encrypted", place)
                if is_markup:
                    content = _inner_only(content, place)
                if not member.filename.startswith(("Basic/", "Scripts/")):
                    made.writestr(member, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError):
        raise ProblemError("file-damaged", place) from None
    return out.getvalue()


def _inner_only(markup: bytes, place: Place) -> bytes:
    """Markup whose references stay inside the file; links that somebody has to click stay."""
    markup = _PLAIN_DOCTYPE.sub(b"", markup)
    if b"<!DOCTYPE" in markup or b"\0" in markup or _OTHER_ENCODING.match(markup):
        raise ProblemError("file-hostile", place)
    pieces = []
    at = 0
    for link in _LINK_TAG.finditer(markup):
        pieces += [_HREF.sub(_checked, markup[at : link.start()]), link[0]]
        at = link.end()
    return b"".join([*pieces, _HREF.sub(_checked, markup[at:])])


def _checked(match: re.Match[bytes]) -> bytes:
    return match[0] if _INSIDE.match(match[3]) and b".." not in match[3] else match[1] + b'""'
