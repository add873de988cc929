"""Letters in other office formats: OpenDocument, Word before 2007, RTF. LibreOffice makes a DOCX of them."""

import io
import re
import zipfile

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files import libreoffice
from desktop_app.files.package_gate import members_of

MAX_MARKUP = 20 << 20
"""Of text and styles; the longest letter we know has a hundredth."""
_MANIFEST, _TYPE = "META-INF/manifest.xml", "mimetype"
_ENCRYPTED = b"encryption-data"
_MARKUP = re.compile(r"\.(?:xml|rdf)$", re.IGNORECASE)
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
_OTHER_ENCODING = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_HREF = re.compile(rb"""([^\s<>"'=:]:href\s*=\s*)("|')(.*?)\2""", re.DOTALL)
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
        ProblemError: as ``without_links`` and ``docx_of``.
    """
    return docx_of(without_links(data, kind, file), kind, file)


def without_links(data: bytes, kind: str, file: str) -> bytes:
    """The letter without what LibreOffice would fetch.

    Raises:
        ProblemError: ``file-encrypted``, ``file-damaged``, ``file-hostile`` or ``file-too-large``.
    """
    if kind == "odt":
        return _odt_without_links(data, file)
    if kind == "rtf":
        # What a reader of RTF does not know it passes over: of a field its last result is shown.
        return _LINKED.sub(rb"\\undersigned", _REACHING_OUT.sub(rb"\\*\\undersigned", data))
    return data


def docx_of(data: bytes, kind: str, file: str) -> bytes:
    """The DOCX that LibreOffice makes of a letter without links.

    Raises:
        ProblemError: ``import-office-missing`` or ``import-office-failed``.
    """
    try:
        return libreoffice.converted(data, f".{kind}", "docx")
    except libreoffice.MissingError:
        raise ProblemError("import-office-missing", Place(file)) from None
    except libreoffice.FailedError:
        raise ProblemError("import-office-failed", Place(file)) from None


def _odt_without_links(data: bytes, file: str) -> bytes:
    """The same file without what would be fetched: pictures, sections and objects that lie elsewhere."""
    place = Place(file)
    members = members_of(data, file)
    if _ENCRYPTED in members.get(_MANIFEST, b""):
        raise ProblemError("file-encrypted", place)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            is_markup = bool(_MARKUP.search(name))
            if is_markup and len(content) > MAX_MARKUP:
                raise ProblemError("file-too-large", place)
            if not name.startswith(("Basic/", "Scripts/")):
                kept = _inner_only(content, place) if is_markup else content
                made.writestr(
                    zipfile.ZipInfo(name), kept, zipfile.ZIP_STORED if name == _TYPE else zipfile.ZIP_DEFLATED
                )
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
