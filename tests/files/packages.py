"""Zip files made for one test."""

import io
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, str | bytes], *, comment: bytes = b"", about: bytes = b"") -> bytes:
    """A zip file; ``about`` is the comment of each member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.comment = about
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)
        package.comment = comment
    return out.getvalue()
