"""What somebody would have searched for withheld names: files of any kind."""

import io
import zipfile

from hostile.form_files import forms
from hostile.kinds import OPENS, Hostile, Rows, Use, several


def scans() -> list[Hostile]:
    """Some of the forms, to be searched; texts, mails and archives that nobody comes to the end of."""
    endless: Rows = {
        "eight million words": (lambda: "word " * 8_000_000, OPENS),
        "a name in numbers, 100,000 times": (lambda: "Lantern%20House%20Harrow " * 100_000, OPENS),
        "20 MB of quotation marks": (lambda: '"' * 20_000_001, OPENS),
    }
    mails: Rows = {
        "a mail of 100,000 pieces": (lambda: _MIXED + "--b\n\nx\n" * 100_000 + "--b--\n", OPENS),
        "a mail of a million headers": (lambda: "X: a\n" * 1_000_000 + "\nx", OPENS),
        "a mail with a date of 10,000 figures": (lambda: "Date: " + "9" * 10_000 + "\n\nx", OPENS),
        "a mail with a boundary of 1 MB": (
            lambda: f'Content-Type: multipart/mixed; boundary="{"b" * 1_000_000}"\n\nx',
            OPENS,
        ),
    }
    archives: Rows = {"1,900 texts that unpack to 750 kB each": (_many_texts, OPENS)}
    return [
        *(Hostile(file.name, file.what, file.put, Use.SCAN, OPENS) for file in forms()[::4]),
        *several(Use.SCAN, ".txt", endless),
        *several(Use.SCAN, ".eml", mails),
        *several(Use.SCAN, ".zip", archives),
    ]


_MIXED = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"


def _many_texts() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(1_900):
            archive.writestr(f"{number}.txt", "a b " * 190_000)
    return file.getvalue()
