"""What stands in finished files whatever a letter says: styles, markup, headers of mail, licences of fonts.

Two words of a withheld name that also stand here are not looked for: nobody could take them out, and they
point at nobody. "School Number 3" is no reason to refuse a letter with numbered paragraphs, nor "Security
Policy Forum" to refuse a public copy. The whole name is looked for as ever.
"""

import re

_STYLES = """
normal table, plain table 1, plain table 2, table normal, table grid light, no list, default
paragraph font, header char, footer char,
title char, subtitle char, intense quote char, intense emphasis, subtle emphasis, subtle reference, intense
reference, book title, list paragraph, no spacing, placeholder text, plain text, body text first indent 2,
block text, e-mail signature, message header, note heading, normal web, normal indent, document map, balloon
text, footnote text, footnote reference, endnote text, endnote reference, annotation text, annotation
reference, annotation subject, page number, line number, envelope address, envelope return, table of
figures, table of authorities
"""
_NUMBERED = (
    "list",
    "list bullet",
    "list number",
    "list continue",
    "body text",
    "body text indent",
    "plain table",
)
_PACKAGE = """
application vnd openxmlformats officedocument wordprocessingml document main xml, officedocument theme xml
http schemas openxmlformats org package metadata core properties xml, package relationships metadata http
schemas openxmlformats org markup compatibility, urn schemas microsoft com office word, com vml http purl
org dc elements 1 1, dc terms, docprops core xml, word document xml, word rels document xml rels content
types xml, word theme theme1 xml, word settings xml, word styles xml, word numbering xml
"""
_PAGE = """
doctype html, charset utf 8, http equiv content security policy content default src none style src unsafe
inline name viewport content width device width initial scale 1, name referrer content no referrer media
prefers color scheme dark body color, media print body margin, font size, font weight bold, color inherit
text decoration none, border top, margin top, line height, max width, column gap, break inside avoid, break
after auto, georgia times new roman serif, list style none padding, background fff, html public copy, public
copy txt
"""
_MAIL = """
mime version 1 0, content type multipart mixed boundary, content type text plain charset utf 8, content
transfer encoding quoted printable, encoding base64, content disposition attachment filename, content
language en content type application pdf
"""
_REGISTER = "file recipient language format sha256 date total named anonymous"
_PDF = """
adobe identity ucs, http ns adobe com xap, www aiim org pdfa ns id, pdfaid part pdfaid conformance, rdf li
xml lang x default, rdf alt, rdf bag, rdf description rdf about, 22 rdf syntax ns, dc title, srgb built in
no copyright use freely
"""
_FONTS = """
this font software is licensed under the sil open font license version 1 1 this license is available with a
faq at this font software is distributed on an as is basis without warranties or conditions of any kind
either express or implied see the sil open font license for the specific language permissions and
limitations governing your use of this font software, copyright 2022 the project authors all rights
reserved, is a trademark of google llc monotype imaging inc, designed by monotype design team, reserved font
name
"""

WORDS_OF_FILES = (
    *_STYLES.replace("\n", " ").split(","),
    *(f"{what} {number}" for what in _NUMBERED for number in range(1, 6)),
    *(f"{what} {number}" for what in ("heading", "toc", "index") for number in range(1, 10)),
    *(f"heading {number} char" for number in range(1, 10)),
    *(text.replace("\n", " ") for text in (_PACKAGE, _PAGE, _MAIL, _REGISTER, _PDF, _FONTS)),
)

_SIGNS = re.compile(
    r"%PDF-\d|%%EOF|UTF-8|rdf:(?:RDF|Alt|Bag|Seq)\b|Identity-UCS|mntrRGB XYZ |SIL Open Font License"
    r"|WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND"
)
"""What files say in capitals. An acronym in it is none, and is looked for anywhere else: "PDF fighters"."""
_LONGEST_SIGN = 50


def is_of_the_file(text: str, start: int, end: int) -> bool:
    """Whether a word at this place is a part of what every file of its kind says."""
    signs = _SIGNS.finditer(text, max(0, start - _LONGEST_SIGN), end + _LONGEST_SIGN)
    return any(sign.start() <= start and end <= sign.end() for sign in signs)
