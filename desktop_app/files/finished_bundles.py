"""What a finished e-mail draft or archive may not hold. It shares no code with what writes them."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterator

_HEADERS = frozenset(
    """x-unsent to subject mime-version content-type content-language content-transfer-encoding
    content-disposition""".split()
)
_BOUNDARY = re.compile(r"=_[0-9a-f]{32}")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def faults_in_mail(data: bytes) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with a draft: a sender, a hidden recipient, a time, whatever no draft needs."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for piece in message.walk():
        for header in {name.lower() for name in piece} - _HEADERS:
            yield "mail-tells", header
        boundary = piece.get_boundary()
        if boundary is not None and not _BOUNDARY.fullmatch(boundary):
            yield "mail-tells", "boundary"
    if message["X-Unsent"] != "1":
        yield "mail-tells", "x-unsent"
    if (message.preamble or "").strip() or (message.epilogue or "").strip():
        yield "unseen-content", ""


def faults_in_archive(data: bytes) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong with an archive, each with the file in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if archive.comment or not members or members[0].header_offset:
            yield "zip-tells", ""
        for member in members:
            tells = member.extra or member.comment or member.external_attr or member.create_system
            if tells or member.date_time != _EPOCH:
                yield "zip-tells", member.filename
            if "/" in member.filename or "\\" in member.filename:
                yield "part-not-allowed", member.filename
