"""A short list that comes in workbooks of many kinds, as coordinators get them from many hands.

What stands in ``EMPTIED`` belongs to the row that the tests empty, and must then be nowhere in the workbook.
"""

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image as Picture

EMPTIED = ("Quiet Harbour Circle", "quiet@example.org", "asked us by night")
HEADINGS = ("Name", "Country", "Listed", "E-mail", "Notes", "Our column", "Fee")
ROWS = (
    ("Lantern Network", "Norway", "named", "lantern@example.org", "called", "blue", 10),
    ("Älvdal Förening & Söner", "Sweden", "named", "alv@example.org", "", "green", 20.5),
    ("Kite <Makers> Union", "Chile", "anonymous", "kite@example.org", "wrote", "", 0),
    (EMPTIED[0], "Norway", "anonymous", EMPTIED[1], EMPTIED[2], "blue", 5),
    ("منظمة النور", "Jordan", "pending", "nur@example.org", "", "red", 7),
    ("The Umbrella Table", "Chile", "named", "table@example.org", "Norway", "blue", 12),
)
LAST = len(ROWS) + 1


def picture() -> io.BytesIO:
    packed = io.BytesIO()
    Picture.new("RGB", (8, 8), "navy").save(packed, "PNG")
    packed.seek(0)
    return packed


def into(folder: Path, books: Mapping[str, bytes]) -> list[Path]:
    """Files of these workbooks."""
    paths = []
    for name, data in books.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(data)
        paths.append(path)
    return paths
