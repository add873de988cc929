"""Where a name can hide in a PDF: on its pages, in its properties, in states that it had before."""

import io
import re
import warnings
import zlib
from base64 import a85encode
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String
from promises.carriers import jpeg, sheet
from promises.planting import Edit, Plant

Change = Callable[[Pdf, str], None]


def _changed(change: Change, objects: ObjectStreamMode = ObjectStreamMode.preserve) -> Edit:
    def edit(data: bytes, name: str) -> bytes:
        out = io.BytesIO()
        with warnings.catch_warnings(), pikepdf.open(io.BytesIO(data)) as pdf:
            warnings.simplefilter("ignore")  # a form field that no form lists is what is wanted
            change(pdf, name)
            pdf.save(
                out,
                object_stream_mode=objects,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                fix_metadata_version=False,
            )
        return out.getvalue()

    return edit


def _info(key: str) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        pdf.docinfo[key] = name

    return change


def _xmp(key: str) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
            packet[key] = [name] if key == "dc:creator" else name

    return change


def _xmp_in(encoding: str) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{name}</a></x:xmpmeta>".encode(encoding)
        pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML))

    return change


def _root(key: str, make: Callable[[Pdf, str], object]) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        pdf.Root[key] = make(pdf, name)

    return change


def _note(**entries: object) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        given = {f"/{key}": String(name) if value is None else value for key, value in entries.items()}
        kind = {"/Type": Name.Annot, "/Subtype": Name.Text, "/Rect": Array([0, 0, 9, 9])}
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary({**kind, **given}))])

    return change


def _drawn(template: str) -> Change:
    """Text that the first page draws in a font of its own; ``@`` stands for it."""

    def change(pdf: Pdf, name: str) -> None:
        page = pdf.pages[0]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        page.obj.Resources.Font[Name("/Fx")] = pdf.make_indirect(font)
        first, _, rest = name.partition(" ")
        said = template.replace("@1", first).replace("@2", rest).replace("@x", name.encode().hex())
        said = said.replace("@8", "".join(f"\\{b:03o}" for b in name.encode())).replace("@", name)
        page.contents_add(f"q BT /Fx 10 Tf 1 0 0 1 50 50 Tm {said} ET Q".encode())

    return change


def _stream(template: str) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        content = template.replace("@x", name.encode().hex()).replace("@", name)
        pdf.Root.Spare = pdf.make_indirect(Stream(pdf, content.encode()))

    return change


def _attached(file: str, make: Callable[[str], bytes]) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        pdf.attachments[file.replace("@", name)] = make(name)

    return change


def _outline(pdf: Pdf, name: str) -> None:
    with pdf.open_outline() as entries:
        entries.root.append(pikepdf.OutlineItem(name, 0))


def _structure(key: str) -> Change:
    def change(pdf: Pdf, name: str) -> None:
        tag = Dictionary({"/Type": Name.StructElem, "/S": Name.Figure, key: String(name)})
        pdf.Root.StructTreeRoot.K = pdf.make_indirect(tag)

    return change


def _twice_packed(pdf: Pdf, name: str) -> None:
    packed = a85encode(zlib.compress(f"({name}) Tj".encode())) + b"~>"
    filters = Array([Name.ASCII85Decode, Name.FlateDecode])
    pdf.Root.Spare = pdf.make_indirect(Stream(pdf, packed, Filter=filters))


def _packed_unsaid(pdf: Pdf, name: str) -> None:
    pdf.Root.Spare = pdf.make_indirect(Stream(pdf, zlib.compress(name.encode())))


def _packed_in_letters_by_number(data: bytes, name: str) -> bytes:
    """A stream whose dictionary has a number for a letter where it says how it is packed."""
    packed = zlib.compress(f"Notes: {name} and others".encode())
    about = b"<< /Type /Metadata /Subtype /XML /F#69lter /FlateDecode /Length %d >>" % len(packed)
    return data + b"\n990 0 obj\n" + about + b"\nstream\n" + packed + b"\nendstream\nendobj\n"


def _map_of_glyphs(pdf: Pdf, name: str) -> None:
    content = f"/CIDInit /ProcSet findresource begin % {name}\nbegincmap endcmap".encode()
    pdf.Root.Spare = pdf.make_indirect(Stream(pdf, content))


def _font_program(pdf: Pdf, name: str) -> None:
    content = b"\0\1\0\0" + name.encode("utf-16-be") + bytes(64)
    pdf.Root.Spare = pdf.make_indirect(Stream(pdf, content, Length1=len(content)))


def _picture(pdf: Pdf, name: str) -> None:
    content = jpeg(0xFE, name.encode())
    about = {"/Type": Name.XObject, "/Subtype": Name.Image, "/Filter": Name.DCTDecode}
    pdf.Root.Spare = pdf.make_indirect(Stream(pdf, content, {**about, "/Width": 64, "/Height": 64}))


def _older_state(data: bytes, name: str) -> bytes:
    """A state before this one, in which the title said it."""
    edited = _changed(_info("/Title"), ObjectStreamMode.disable)(data, name)
    number = int(re.findall(rb"(\d+) 0 obj", edited)[-1])
    said = f"{number} 0 obj\n<< /Spare 1 >>\nendobj\n".encode()
    at = len(edited)
    table = f"xref\n{number} 1\n{at:010} 00000 n \n".encode()
    root = re.findall(rb"/Root (\d+ 0 R)", edited)[-1]
    last = int(edited[edited.rindex(b"startxref") + 9 :].split()[0])
    end = b"trailer << /Root %s /Size %d /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        root,
        number + 1,
        last,
        at + len(said),
    )
    return edited + said + table + end


def _locked(data: bytes, name: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/Title"] = name
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="", R=6))
    return out.getvalue()


def _layer(pdf: Pdf, name: str) -> object:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
    return Dictionary(OCGs=Array([layer]), D=Dictionary())


def _text_of(encoding: str, mark: bytes = b"") -> Change:
    return _root("/Spare", lambda _, name: String(mark + name.encode(encoding)))


_CHANGES: dict[str, Change] = {
    **{
        f"property: {key}": _info(f"/{key}")
        for key in "Title Author Subject Keywords Creator Producer Company".split()
    },
    **{
        f"XMP: {key}": _xmp(key)
        for key in ("dc:title", "dc:creator", "dc:description", "pdf:Keywords", "xmp:CreatorTool")
    },
    "XMP in UTF-16": _xmp_in("utf-16"),
    "note": _note(Contents=None),
    "note, author": _note(T=None),
    "note, rich": _note(RC=None),
    "note, subject": _note(Subj=None),
    "link": _note(Subtype=Name.Link, A=Dictionary(S=Name.URI), Contents=None),
    "form field": _note(Subtype=Name.Widget, FT=Name.Tx, TU=None),
    "value of a form field": _note(Subtype=Name.Widget, FT=Name.Tx, V=None),
    "attached file": _attached("notes.txt", str.encode),
    "name of an attached file": _attached("@.txt", lambda _: b"x"),
    "attached sheet": _attached("list.xlsx", sheet),
    "heading in the margin": _outline,
    "description": _structure("/Alt"),
    "text in place of glyphs": _structure("/ActualText"),
    "title of a part": _structure("/T"),
    "words for an abbreviation": _structure("/E"),
    "place with a name": _root(
        "/Dests", lambda _, name: Dictionary({f"/{name.replace(' ', '_')}": Array([0])})
    ),
    "label of pages": _root(
        "/PageLabels", lambda _, name: Dictionary(Nums=Array([0, Dictionary(P=String(name))]))
    ),
    "data of a program": _root("/PieceInfo", lambda _, name: Dictionary(X=Dictionary(Private=String(name)))),
    "layer": _root("/OCProperties", _layer),
    "script": _root(
        "/OpenAction", lambda _, name: Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{name}')"))
    ),
    "script in a stream": _root(
        "/OpenAction",
        lambda pdf, name: Dictionary(
            S=Name.JavaScript, JS=pdf.make_indirect(Stream(pdf, f"var x = '{name}';".encode()))
        ),
    ),
    "form in XML": _root(
        "/XFA", lambda pdf, name: pdf.make_indirect(Stream(pdf, f"<xdp><v>{name}</v></xdp>".encode()))
    ),
    "name of a font": _root(
        "/Spare", lambda _, name: Dictionary(FontName=Name("/" + "-".join(name.split())))
    ),
    "text in UTF-16": _text_of("utf-16-be", b"\xfe\xff"),
    "text in UTF-16, small end first": _text_of("utf-16-le", b"\xff\xfe"),
    "text in UTF-16 without a mark": _text_of("utf-16-be"),
    "text in UTF-8": _text_of("utf-8", b"\xef\xbb\xbf"),
    "picture": _picture,
    "program of a font": _font_program,
    "map of glyphs": _map_of_glyphs,
    "stream that nobody refers to": _stream("BT (@) Tj ET"),
    "stream, in base 16": _stream("BT <@x> Tj ET"),
    "stream, comment": _stream("BT % @\nET"),
    "stream of text": _stream("Notes: @ and others"),
    "packed twice": _twice_packed,
    "packed, and does not say so": _packed_unsaid,
    "pieces in a row": _root("/Spare", lambda _, name: Array([String(f"{word} ") for word in name.split()])),
}
_SHOWN: dict[str, Change] = {
    "a line of a page": _drawn("(@) Tj"),
    "a line in base 16": _drawn("<@x> Tj"),
    "a line in base 8": _drawn("(@8) Tj"),
    "words apart": _drawn("[(@1) -250 (@2)] TJ"),
    "two lines": _drawn("(@1) Tj 0 -12 Td (@2) Tj"),
    "unseen text": _drawn("3 Tr (@) Tj"),
    "white text": _drawn("1 1 1 rg (@) Tj"),
    "text off the page": _drawn("1 0 0 1 9000 9000 Tm (@) Tj"),
    "tiny text": _drawn("0.1 0 0 0.1 50 50 Tm (@) Tj"),
    "text in place of glyphs drawn": _drawn("/Span<</ActualText(@)>>BDC (x) Tj EMC"),
}


def plants() -> Iterator[Plant]:
    """All of them."""
    for place, change in _CHANGES.items():
        yield Plant("pdf", place, _changed(change), is_latin="packed" in place or "program of" in place)
    for place, change in _SHOWN.items():
        yield Plant("pdf", place, _changed(change), is_latin=True)
    for place in ("note", "property: Title", "description"):
        packed = _changed(_CHANGES[place], ObjectStreamMode.generate)
        yield Plant("pdf", f"{place}, among packed objects", packed)
    yield Plant("pdf", "older state", _older_state)
    yield Plant("pdf", "locked", _locked)
    yield Plant("pdf", "packed, as letters by their numbers say", _packed_in_letters_by_number)
    yield Plant(
        "pdf", "behind its end", lambda data, name: data + b"\n" + name.encode() + b"\n", is_latin=True
    )
    yield Plant("pdf", "comment", lambda data, name: data + b"\n% " + name.encode() + b"\n")
    yield Plant(
        "pdf",
        "comment at its start",
        lambda data, name: data.replace(b"\n", b"\n% " + name.encode() + b"\n", 1),
    )
