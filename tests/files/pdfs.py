"""PDFs made for one test: text at given places, written by hand."""

from collections.abc import Sequence

Text = tuple[float, float, str] | tuple[float, float, str, float]
"""Left, baseline, text and (10 where none is given) the size of its letters."""


def pdf(*pages: Sequence[Text], drawing: str = "") -> bytes:
    """A PDF whose pages draw their texts in the order given, in Helvetica. ``drawing`` goes on each page."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, texts in enumerate(pages):
        stream = "\n".join([drawing, *map(_shown, texts)])
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * at} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    out = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>"
    return f"{out}{end}\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


def down(left: float, top: float, *texts: str, size: float = 10) -> list[Text]:
    """Lines below each other, 12 points apart; an empty one leaves room."""
    return [(left, top - 12 * at, text, size) for at, text in enumerate(texts) if text]


def _shown(text: Text) -> str:
    left, base, words = text[:3]
    size = text[3] if len(text) > 3 else 10
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {left} {base} Td ({escaped}) Tj ET"
