"""Where a name can hide in a page, a text, a table."""

import base64
import json
import quopri
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from promises.planting import Plant

Say = Callable[[str], str]


def _numbers(name: str) -> str:
    return "".join(f"&#{ord(c)};" for c in name)


def _word_marks(name: str) -> str:
    return "".join(f"<b>{escape(c)}</b>" for c in name)


_PAGE: dict[str, Say] = {
    "a paragraph": lambda n: f"<p>{escape(n)}</p>",
    "marks between letters": lambda n: f"<p>{_word_marks(n)}</p>",
    "places to break": lambda n: f"<p>{'<wbr>'.join(n)}</p>",
    "soft hyphens": lambda n: f"<p>{'&shy;'.join(n)}</p>",
    "unseen signs": lambda n: f"<p>{'&#8203;'.join(n)}</p>",
    "numbers for letters": lambda n: f"<p>{_numbers(n)}</p>",
    "numbers for letters, twice": lambda n: f"<p>{escape(_numbers(n))}</p>",
    "comment": lambda n: f"<!-- {n} -->",
    "hidden text": lambda n: f'<p style="display:none">{n}</p>',
    "attribute": lambda n: f'<p title="{n}">x</p>',
    "attribute, one quote": lambda n: f"<p title='{n}'>x</p>",
    "attribute without quotes": lambda n: f"<p title={'&#32;'.join(n.split())}>x</p>",
    "name of an attribute": lambda n: f"<p data-{'-'.join(n.split())}=1>x</p>",
    "meta": lambda n: f'<meta name="author" content="{n}">',
    "title": lambda n: f"<title>{n}</title>",
    "link": lambda n: f'<a href="https://example.org/{quote(n)}">x</a>',
    "link, twice coded": lambda n: f'<a href="https://example.org/{quote(quote(n))}">x</a>',
    "link, with plus signs": lambda n: f'<a href="https://example.org/?q={"+".join(n.split())}">x</a>',
    "mail address": lambda n: f'<a href="mailto:x@example.org?subject={quote(n)}">x</a>',
    "script": lambda n: f"<script>var x = {json.dumps(n)};</script>",
    "script, as numbers": lambda n: "<script>x = '" + "".join(f"\\u{ord(c):04x}" for c in n) + "'</script>",
    "script, as bytes": lambda n: "<script>x = '" + "".join(f"\\x{b:02x}" for b in n.encode()) + "'</script>",
    "style sheet": lambda n: f'<style>p:after {{ content: "{n}" }}</style>',
    "style sheet, as numbers": lambda n: (
        '<style>p { content: "' + "".join(f"\\{ord(c):06x}" for c in n) + '" }</style>'
    ),
    "picture in the page": lambda n: (
        f'<img src="data:image/svg+xml;base64,{base64.b64encode(f"<svg>{n}</svg>".encode()).decode()}">'
    ),
    "text in the page": lambda n: f'<a href="data:text/plain,{quote(n)}">x</a>',
    "base64 in a path": lambda n: (
        f'<a href="https://example.org/in/{base64.urlsafe_b64encode(n.encode()).decode()}/go">x</a>'
    ),
    "cell of a table": lambda n: f"<table><tr><td>{n}</td></tr></table>",
    "two cells": lambda n: "<table><tr>" + "".join(f"<td>{w}</td>" for w in n.split()) + "</tr></table>",
    "description of a picture": lambda n: f'<img alt="{n}">',
    "form": lambda n: f'<input type="hidden" value="{n}">',
    "text as it is": lambda n: f"<p><![CDATA[{n}]]></p>",
    "two lines": lambda n: "<p>" + n.replace(" ", "<br>", 1) + "</p>",
}

_TEXT: dict[str, Say] = {
    "a line": lambda n: n,
    "two lines": lambda n: n.replace(" ", "\n", 1),
    "a hyphen at the end of a line": lambda n: f"{n[:4]}-\n{n[4:]}",
    "capitals": str.upper,
    "a blank after each letter": " ".join,
    "unseen signs": "\u200b".join,
    "signs of direction": "\u202a".join,
    "base64": lambda n: base64.b64encode(n.encode()).decode(),
    "base64 over lines": lambda n: base64.encodebytes(("x" * 70 + " " + n).encode()).decode(),
    "base64, for the web": lambda n: base64.urlsafe_b64encode(n.encode()).decode().rstrip("="),
    "base64 of UTF-16": lambda n: base64.b64encode(n.encode("utf-16-le")).decode(),
    "base64 of base64": lambda n: base64.b64encode(base64.b64encode(n.encode())).decode(),
    "quoted": lambda n: (
        quopri.encodestring("".join(n).encode()).decode() + "=\n" + "".join(f"={b:02X}" for b in n.encode())
    ),
    "percent": quote,
    "percent, each letter": lambda n: "".join(f"%{b:02x}" for b in n.encode()),
    "base 16": lambda n: n.encode().hex(),
    "base 16, with blanks": lambda n: n.encode().hex(" "),
    "base 16, with 0x": lambda n: ", ".join(f"0x{b:02X}" for b in n.encode()),
    "base 16 of UTF-16": lambda n: n.encode("utf-16-be").hex(),
    "base 8": lambda n: "".join(f"\\{b:03o}" for b in n.encode()),
    "JSON": lambda n: json.dumps({"n": "".join(n)}),
    "numbers of JSON": lambda n: '{"n": "' + "".join(f"\\u{ord(c):04x}" for c in n) + '"}',
    "RTF": lambda n: "{\\rtf1 " + "".join(f"\\'{b:02x}" for b in n.encode()) + "}",
    "entities": _numbers,
}

_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig")


def plants() -> Iterator[Plant]:
    """All of them."""
    for place, say in _PAGE.items():
        edit = lambda data, name, say=say: data.replace(b"</main>", say(name).encode() + b"</main>")  # noqa: E731
        yield Plant("html", place, edit)
    for encoding in ("utf-16", "utf-32", "utf-7"):
        edit = lambda data, name, e=encoding: (  # noqa: E731
            data.decode()
            .replace('charset="utf-8"', f'charset="{e}"')
            .replace("</main>", f"<p>{name}</p></main>")
            .encode(e)
        )
        yield Plant("html", f"page in {encoding}", edit)
    for place, say in _TEXT.items():
        edit = lambda data, name, say=say: data + b"\n" + say(name).encode() + b"\n"  # noqa: E731
        yield Plant("txt", place, edit)
    for encoding in _ENCODINGS:
        edit = lambda data, name, e=encoding: f"{data.decode()}\n{name}\n".encode(e)  # noqa: E731
        yield Plant("txt", f"text in {encoding}", edit)
    rows: dict[str, Say] = {
        "a cell": lambda n: f'x.docx,"{n}",en\n',
        "two cells": lambda n: ",".join(n.split()) + "\n",
        "formula": lambda n: '"=' + '&"" ""&'.join(f'""{w}""' for w in n.split()) + '"\n',
        "behind the last line": lambda n: "\n" * 30 + n,
    }
    for place, say in rows.items():
        edit = lambda data, name, say=say: data + say(name).encode()  # noqa: E731
        yield Plant("csv", place, edit)
