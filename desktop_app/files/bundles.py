"""E-mail drafts and ZIP archives that say nothing of whoever made them: no host, no clock, no account."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A message that somebody has still to send.

    Attributes:
        to: Addresses; none where the coordinator types them.
        language: Of the text, as its code.
        name: What the attached letter is called.
    """

    to: Sequence[str]
    subject: str
    text: str
    language: str
    name: str
    letter: bytes


def mail_file(draft: MailDraft) -> bytes:
    """The draft as a file that mail programs open for sending; equal for equal drafts.

    It has no sender, no date and no number of its own: the mail program gives them when it sends.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if draft.to:
        message["To"] = ", ".join(draft.to)
    message["Subject"] = draft.subject
    message.set_content(draft.text, cte="quoted-printable")
    message["Content-Language"] = draft.language
    message.add_attachment(draft.letter, maintype="application", subtype="pdf", filename=draft.name)
    # Python's own boundary is a random number.
    parts = (draft.text.encode(), draft.name.encode(), draft.letter)
    digest = hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts))
    message.set_boundary(f"=_{digest.hexdigest()[:32]}")
    return message.as_bytes()


def zip_file(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in the order of their names; equal for equal files.

    They are stored as they are: most are compressed already, and what compresses differs between systems.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            archive.writestr(entry, files[name])
            entry.external_attr = 0  # Python gives it rights when it writes; the directory is written last
    return packed.getvalue()
