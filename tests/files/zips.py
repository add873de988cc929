"""Archives whose content is of no interest."""

import io
import random
import zipfile


def package(size: int, seed: int = 0) -> bytes:
    """A package whose one part has that many bytes, which do not compress."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a"), random.Random(seed).randbytes(size))  # noqa: S311 - no secret
    return made.getvalue()
