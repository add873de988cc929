"""Letters as plain text, Markdown and web pages."""

from hostile.kinds import OPENS, Hostile, Rows, Use, several
from hostile.zips import letters_of

END = "The lamps of Harrow Reach are lit."

TEXTS: Rows = {
    "nothing": (b"", "import-empty"),
    "a mark of order alone": (b"\xef\xbb\xbf", "import-empty"),
    "blanks alone": (b" \n\t\r\n" * 500, "import-empty"),
    "NULs alone": (b"\0" * 5_000, "import-empty"),
    "NUL in the middle": (f"Excellency,\0\n\n{END}\n", "import-encoding"),
    "UTF-16 without a mark": (f"Excellency,\n\n{END}\n".encode("utf-16-le"), OPENS, END),
    "UTF-16 with a mark": (f"Excellency,\n\n{END}\n".encode("utf-16"), OPENS, END),
    "UTF-16, cut in the middle of a letter": (
        f"Excellency,\n\n{END}\n".encode("utf-16")[:-1],
        "import-encoding",
    ),
    "UTF-32": (f"Excellency,\n\n{END}\n".encode("utf-32"), OPENS, END),
    "an encoding of Burmese before Unicode": (b"\xa1\x82\xc3\xe4" * 200, "import-encoding"),
    "random bytes": (bytes(range(256)) * 40, "import-kind-unknown"),
    "a line of 190,000 letters": ("a" * 190_000 + f"\n{END}", OPENS, END),
    "a line of 190,000 letters and blanks": ("aaaa " * 38_000 + f"\n{END}", OPENS, END),
    "700,000 letters": ("abcd efgh\n" * 70_000, "import-too-large"),
    "3,500 lines": ("word\n" * 3_400 + END, OPENS, END),
    "3,500 numbered lines": (
        "".join(f"{n}. Name {n} Union\n" for n in range(1, 3_400)) + f"\n{END}",
        OPENS,
        END,
    ),
    "line feeds of every kind": (f"Excellency,\r\r\n\n\r\x0b\x0c\x85\u2028\u2029{END}\n", OPENS, END),
    "signs that steer a terminal": (f"Excellency,\n\n\x1b[2J\x1b]0;owned\x07 {END}\n", "import-kind-unknown"),
    "text that runs backwards": (f"Excellency,\n\n\u202e{END}\u202c\n", OPENS),
    "20,000 combining marks on a letter": ("e" + "\u0301" * 20_000 + f"\n\n{END}\n", OPENS, END),
    "half a letter of two": (f"Excellency,\n\n\ud800 {END}\n", OPENS, END),
    "opening brackets": ("(" * 50_000 + f"\n{END}", OPENS, END),
    "quotation marks": ('"' * 50_000 + f"\n{END}", OPENS, END),
    "commas": ("," * 50_000 + f"\n{END}", OPENS, END),
    "full stops": ("." * 50_000 + f"\n{END}", OPENS, END),
    "hyphens": ("-" * 50_000 + f"\n{END}", OPENS, END),
    "at signs": ("a@" * 50_000 + f"\n{END}", OPENS, END),
    "digits": ("9" * 50_000 + f"\n{END}", OPENS, END),
    "digits before a word": ("We, " + "9" * 5_000 + f" organizations, say\n\n{END}", OPENS, END),
    "a number of 5,000 digits before a name": (
        "Signed by:\n" + "9" * 5_000 + f". Lamp Union\n\n{END}",
        OPENS,
        END,
    ),
    "raised digits before names": (
        f"Excellency,\n\n{END}\n\nSigned by:\n²³. Lamp Union\n① Harbour Circle\n٣. Quay Forum\n",
        OPENS,
        END,
    ),
    "digits of every script": (
        f"Date: ²⁰²⁴-⁰²-⁰¹\n\nWe, ௧௨ organizations and ⑫ others, say {END}\n",
        OPENS,
        END,
    ),
    "one word of ideographs": ("人权组织联合国" * 27_000 + f"\n{END}", OPENS, END),
    "dates in one paragraph": (f"Excellency,\n\n{'5 March 2021, ' * 13_000}\n\n{END}\n", OPENS, END),
    "braces in one paragraph": (f"Excellency,\n\n{'{' * 190_000}\n\n{END}\n", OPENS),
    "number words with hyphens": (f"Excellency,\n\n{'hundred- ' * 20_000}\n\n{END}\n", OPENS, END),
    "clauses of those who are not named": (
        "Excellency,\n\n"
        + "We, 462 organisations, including 84 that have chosen not to disclose their names, write. " * 2_100
        + f"\n\n{END}\n",
        OPENS,
        END,
    ),
    "months without end": ("1 January " * 19_000 + f"\n{END}", OPENS, END),
    "a date in the year 0": (f"0 January 0000\n\nExcellency,\n\n{END}\n", OPENS, END),
    "a date in the year 99999": (f"31 February 99999\n\nExcellency,\n\n{END}\n", OPENS, END),
    "signed by, a thousand times": ("Signed by " * 10_000 + f"\n{END}", OPENS, END),
    "dear, a thousand times": ("Dear Sir,\n" * 3_000 + END, OPENS, END),
    "addresses of pages without end": ("http://" * 27_000 + f"\n{END}", OPENS, END),
    "a link that runs": (f"Excellency,\n\n[x](javascript:alert(1)) {END}\n", OPENS, END),
    "braces": ("{" * 20_000 + f"\n{END}", OPENS, END),
    "fields that are open": ("{{ " * 10_000 + f"\n{END}", OPENS, END),
    "blocks that are open": ("{% if x %}" * 2_000 + f"\n{END}", OPENS, END),
    "tabs": ("\t" * 100_000 + f"x\n{END}", OPENS, END),
    "columns without end": (("a  b  " * 2_000 + "\n") * 5 + END, OPENS, END),
    "a letter of signs of no meaning": ("\ufffe\uffff\ufdd0" * 20 + f"\n{END}\n", OPENS, END),
    "invisible signs alone": ("\u200b\u200c\u2060\ufeff" * 50, OPENS),
}

MARKDOWN: Rows = {
    "quotations 5,000 deep": (">" * 5_000 + f" {END}\n", "import-too-deep"),
    "lists 500 deep": (
        "".join("  " * n + f"- item {n}\n" for n in range(500)) + f"\n\n{END}\n",
        "import-too-deep",
    ),
    "list signs on one line": ("- " * 5_000 + f"\n\n{END}\n", OPENS, END),
    "brackets that open": ("[" * 50_000 + f"\n\n{END}\n", "import-too-marked"),
    "links in links": ("[a](" * 10_000 + f"\n\n{END}\n", "import-too-marked"),
    "pictures in pictures": ("![" * 20_000 + "](x)" * 20_000 + f"\n\n{END}\n", "import-too-marked"),
    "stars": ("*a **a " * 20_000 + f"\n\n{END}\n", OPENS, END),
    "back ticks": ("".join("`" * (n % 300) + "a" for n in range(1_250)) + f"\n\n{END}\n", OPENS, END),
    "a table of 2,000 columns": ("|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + f"\n\n{END}\n", OPENS, END),
    "footnotes of footnotes": (
        "".join(f"[^{n}]: see [^{n + 1}]\n\n" for n in range(800)) + f"text[^0]\n\n{END}\n",
        OPENS,
        END,
    ),
    "references to one address": (
        "[a]: http://example.org\n\n" + "[a] " * 10_000 + f"\n\n{END}\n",
        "import-too-marked",
    ),
    "tags in it": (
        f"<div onclick='x'>\n\n<script>alert(1)</script>\n\n<img src=http://127.0.0.1:9/x>\n\n{END}\n",
        OPENS,
        END,
    ),
    "entities": ("&#0;&#xFFFFFFFF;&#x110000;&nbsp;&amp;" * 200 + f"\n\n{END}\n", OPENS, END),
    "backslashes": ("\\" * 30_000 + f"\n\n{END}\n", OPENS, END),
}


def _page(inside: str) -> str:
    return f"<!DOCTYPE html><html><body>{inside}<p>{END}</p></body></html>"


_BIG = "application/octet-stream"
PAGES: Rows = {
    "elements 100,000 deep": ("<html>" + "<div>" * 99_000 + END, "import-page-broken"),
    "elements 200 deep": (_page("<div>" * 200 + "deep down" + "</div>" * 200), OPENS, "deep down"),
    "200,000 tags": ("<html><p>" + "<b>" * 200_000 + END, "import-too-large"),
    "90,000 line breaks": (_page("<p>x" + "<br>" * 90_000 + "</p>"), OPENS, END),
    "tables 400 deep": (_page("<table><tr><td>" * 80 + "inmost" + "</table>" * 80), OPENS, "inmost"),
    "a cell over a million columns": (
        _page('<table><tr><td colspan="1000000" rowspan="1000000">wide</table>'),
        OPENS,
        "wide",
    ),
    "a list that begins with 10^400": (_page(f'<ol start="{"9" * 400}"><li>first'), OPENS, "first"),
    "an encoding that it is not in": (b'<meta charset="utf-16"><p>Excellency,<p>' + END.encode(), OPENS, END),
    "an encoding that is none": (b'<meta charset="base64"><p>Excellency,<p>' + END.encode(), OPENS, END),
    "an encoding that unpacks": (b'<meta charset="zlib_codec"><p>Excellency,<p>' + END.encode(), OPENS, END),
    "an encoding of Python's own": (
        b'<meta charset="unicode_escape"><p>Excellency, \\x3cb\\x3e<p>' + END.encode(),
        OPENS,
        END,
    ),
    "UTF-7": (b'<meta charset="utf-7"><p>+ADw-script+AD4-<p>' + END.encode(), OPENS, END),
    "UTF-16 without a mark": (_page("<p>x").encode("utf-16-le"), OPENS, END),
    "NULs between letters": (_page("<p>a\0b\0c"), OPENS, END),
    "scripts, frames and forms": (
        _page(
            '<script>alert(1)</script><iframe src="http://127.0.0.1:9/x"></iframe><form action="http://127.0.0.1:9/"><input value="x"></form>'
        ),
        OPENS,
        END,
    ),
    "pictures and style sheets from elsewhere": (
        f'<html><head><base href="http://127.0.0.1:9/"><link rel=stylesheet href=x.css><style>@import url(http://127.0.0.1:9/y.css)</style></head><body background=z.png><img src=a.png><p>{END}',
        OPENS,
        END,
    ),
    "a document type from elsewhere": (
        f'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY a "ha">]><html><p>&a;{END}',
        "import-page-broken",
    ),
    "a comment that never ends": (f"<html><p>{END}<!-- and so on", OPENS, END),
    "a text that is never a page again": (f"<html><p>Excellency,<plaintext><p>{END}", OPENS, END),
    "a title that never ends": (f"<html><title>Excellency<p>{END}", "import-empty"),
    "a word of 190,000 letters": (lambda: _page(f"<p>{letters_of(190_000)}"), OPENS, END),
    "an attribute of 3 MB": (lambda: _page(f'<p title="{letters_of(3_000_000)}">x'), OPENS, END),
    "a picture in it of 9 MB": (
        lambda: _page(f'<img src="data:{_BIG};base64,{letters_of(9_000_000)}">'),
        OPENS,
        END,
    ),
    "hidden text": (_page('<p style="display:none">nobody sees this</p>'), OPENS, END),
    "entities without end": (_page("&amp;" * 30_000 + "&#0;&#xD800;&#x110000;&bogus;"), OPENS, END),
    "an e-mail with pages in it": (
        f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>{END}</p>\n--b--\n",
        OPENS,
        END,
    ),
    "a drawing": (
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>',
        "import-picture",
    ),
    "XML of nobody's": (
        f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a><t>{END} &b;</t></a>',
        "import-page-broken",
    ),
    "flat OpenDocument": (
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body/></office:document>',
        "import-empty",
    ),
    "two pages in one": (_page("<p>one") + _page("<p>two"), OPENS, "two"),
    "every letter by number": (_page("".join(f"&#{n};" for n in range(32, 3_000))), OPENS, END),
}


def texts() -> list[Hostile]:
    """All of them, as letters to be imported."""
    return [
        *several(Use.LETTER, ".txt", TEXTS),
        *several(Use.LETTER, ".md", MARKDOWN),
        *several(Use.LETTER, ".html", PAGES),
    ]
