"""Letters as DOCX whose packages lie."""

import zipfile

from hostile.kinds import OPENS, Rows
from hostile.zips import (
    LETTER,
    TEXT,
    encrypted_flag,
    letter_with,
    link_member,
    nested,
    odd_method,
    other_name,
    overlapping,
    packed,
    replaced,
    size_lie,
    with_comment,
    without,
    wrong_sum,
)
from letters import parts_of

_BODY, _TYPES, _RELS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
URL = "http://127.0.0.1:9/x"
HOSTILE, DAMAGED, LARGE, WRONG = "file-hostile", "file-damaged", "file-too-large", "file-wrong-kind"


def _slip(name: str) -> bytes:
    return letter_with((name, b"x"))


PACKAGES: Rows = {
    "a text that unpacks to sixty megabytes": (
        lambda: replaced(_BODY, lambda x: x + b" " * (60 << 20)),
        LARGE,
    ),
    "250 parts that unpack to a megabyte each": (
        lambda: letter_with(*((f"word/media/{n}.bin", b" " * 1_040_000) for n in range(250))),
        LARGE,
    ),
    "packages in packages, three deep": (
        lambda: letter_with(("word/embeddings/1.zip", nested(2))),
        OPENS,
        TEXT,
    ),
    "2,001 parts": (lambda: letter_with(*((f"word/media/{n}.bin", b"") for n in range(2_001))), LARGE),
    "its text twice": (lambda: letter_with((_BODY, b"<x/>")), HOSTILE),
    "its text twice, in capitals": (lambda: letter_with(("WORD/Document.xml", b"<x/>")), HOSTILE),
    "a part two folders up": (lambda: _slip("../../undersigned-marker"), HOSTILE),
    "a part in the middle of whose name is ..": (lambda: _slip("word/../../../undersigned-marker"), HOSTILE),
    "a part with an absolute name": (lambda: _slip("/tmp/undersigned-marker"), HOSTILE),
    "a part on drive C": (lambda: _slip("C:/undersigned-marker"), HOSTILE),
    "a part on a network drive": (lambda: _slip("\\\\example.org\\undersigned-marker"), HOSTILE),
    "a part with a backslash": (lambda: _slip("word\\..\\undersigned-marker"), HOSTILE),
    "a name with NUL": (lambda: _slip("word/media/a\0.png"), HOSTILE),
    "a name of 60,000 letters": (lambda: _slip("word/media/" + "a" * 60_000), HOSTILE),
    "a name with a line feed and an escape": (lambda: _slip("word/media/a\n\x1b[2J.png"), HOSTILE),
    "a text said to be encrypted": (encrypted_flag, HOSTILE),
    "packed with bzip2": (lambda: packed(parts_of(LETTER.data()).items(), zipfile.ZIP_BZIP2), DAMAGED),
    "packed with LZMA": (lambda: packed(parts_of(LETTER.data()).items(), zipfile.ZIP_LZMA), DAMAGED),
    "packed in a way that nobody knows": (lambda: odd_method(9), DAMAGED),
    "a text said to be shorter": (lambda: size_lie(100), DAMAGED),
    "a text said to be longer": (lambda: size_lie(0x7FFFFFFF), DAMAGED),
    "a wrong check sum": (wrong_sum, DAMAGED),
    "two names for one part": (other_name, DAMAGED),
    "two parts in one place": (overlapping, DAMAGED),
    "a member that is a symbolic link": (link_member, OPENS, TEXT),
    "60 kB of comment": (lambda: with_comment(b"c" * 60_000), OPENS, TEXT),
    "something behind its end": (lambda: LETTER.data() + b"\0" * 1_000, OPENS, TEXT),
    "a program before its beginning": (lambda: b"MZ" + b"\0" * 500 + LETTER.data(), "import-kind-unknown"),
    "cut in the middle": (lambda: LETTER.data()[: len(LETTER.data()) // 2], DAMAGED),
    "its directory cut off": (lambda: LETTER.data()[: LETTER.data().rfind(b"PK\1\2")], DAMAGED),
    "an empty package": (b"PK\5\6" + b"\0" * 18, "import-kind-unknown"),
    "no list of types": (lambda: without(_TYPES), DAMAGED),
    "no text": (lambda: without(_BODY), DAMAGED),
    "no relations": (lambda: without(_RELS), OPENS, TEXT),
    "types that are not well-formed": (lambda: replaced(_TYPES, lambda x: x[:-9]), DAMAGED),
    "types in UTF-16": (
        lambda: replaced(_TYPES, lambda x: x.replace(b"UTF-8", b"UTF-16").decode().encode("utf-16")),
        HOSTILE,
    ),
    "types with a document type": (
        lambda: replaced(_TYPES, lambda x: x.replace(b"?>", b"?><!DOCTYPE x>", 1)),
        HOSTILE,
    ),
    "macros": (lambda: letter_with(("word/vbaProject.bin", b"x")), "file-has-macros"),
    "a letter that may have macros": (
        lambda: replaced(
            _TYPES,
            lambda x: x.replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
        ),
        "file-has-macros",
    ),
    "a template of Word's": (
        lambda: replaced(_TYPES, lambda x: x.replace(b"document.main", b"template.main")),
        WRONG,
    ),
    "strict Open XML": (
        lambda: replaced(
            _BODY,
            lambda x: x.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        ),
        "file-strict",
    ),
    "Word 2003 XML": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:wordDocument>',
        "import-kind-unknown",
    ),
    "another namespace": (
        lambda: replaced(
            _BODY, lambda x: x.replace(b"wordprocessingml/2006/main", b"wordprocessingml/2099/main")
        ),
        DAMAGED,
    ),
}
