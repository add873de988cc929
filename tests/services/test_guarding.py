"""The guard finds a withheld name wherever it hides, and raises no alarm where there is none."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from campaigns import PLAIN_LETTER, hidden
from domain.lists import named
from files.packages import zipped
from letters import Letter, p, parts_of, run, text_box
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.domain.withheld import FormKind, forms_of
from desktop_app.services.guarding import Guard
from desktop_app.services.search_results import Fault, Search
from desktop_app.support.long_work import result_of

NAME = "Lantern House"
SPELT = '<!DOCTYPE a [<!ENTITY b "Lantern"><!ENTITY c " House">]><a>&b;&c;</a>'
"""The name, in pieces that stand nowhere."""
ROWS = [hidden(7, NAME), named(2, "Harbour Peace Network")]


def searched(
    paths: Sequence[Path],
    *rows: Signatory,
    printed: Sequence[str] = (),
    letters: bool = False,
    draft: bool = False,
) -> Search:
    guard = Guard(forms_of(rows or ROWS, printed), printed, letters, draft)
    return result_of(guard.search(paths, [path.name for path in paths]))


def saved(folder: Path, data: bytes | str, name: str = "letter.docx") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def core(text: str) -> str:
    return f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{text}</dc:creator></cp:coreProperties>'


def sheet(name: str, *, hide: bool) -> bytes:
    book = openpyxl.Workbook()
    other = book.create_sheet("Other")
    other.append([name])
    other.sheet_state = "veryHidden" if hide else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def picture(text: str) -> bytes:
    about = PngInfo()
    about.add_text("Comment", text)
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=about)
    return out.getvalue()


def plants(name: str) -> dict[str, bytes]:
    """Files that hold the name in one place each."""
    quoted = name.replace(" ", "%20")
    half = len(name) // 2
    first, last = name.split()
    runs = {
        "body": [p(name)],
        "split runs": [p(*name)],
        "runs that look different": [p(run(name[:half], "<w:b/>"), "<w:proofErr/>", run(name[half:]))],
        "a tab between": [p(run(first), "<w:r><w:tab/></w:r>", run(last))],
        "a hyphen of Word's": [p(run(first), "<w:r><w:noBreakHyphen/></w:r>", run(last))],
        "text box": [p(text_box(p(name)))],
        "hidden run": [p(run(name, "<w:vanish/>"))],
        "bookmark": [f'<w:p><w:bookmarkStart w:id="0" w:name="{name.replace(" ", "_")}"/></w:p>'],
        "alt text": [f'<w:p><w:r><w:drawing><wp:docPr descr="{name}"/></w:drawing></w:r></w:p>'],
        "an attribute": [f"<w:p w:author='{name}'/>"],
        "deleted text": [f'<w:p><w:del w:author="A"><w:r><w:delText>{name}</w:delText></w:r></w:del></w:p>'],
        "before a deletion": [
            p(
                run(name[:half]),
                "<w:del><w:r><w:delText>xx</w:delText></w:r></w:del>",
                run(name[half:]),
            )
        ],
        "inside an insertion": [p(run(name[:half]), f"<w:ins>{run('xx')}</w:ins>", run(name[half:]))],
        "field code": [p(f"<w:r><w:instrText>HYPERLINK x/{quoted}</w:instrText></w:r>")],
        "references": [p("".join(f"<w:r><w:t>&#x{ord(c):x};</w:t></w:r>" for c in name))],
        "comment of XML": [f"<!-- {name} -->"],
        "instruction of XML": [f"<?note {name}?>"],
    }
    parts = {
        "header": Letter([], header=p(name)),
        "footer": Letter([], footer=p(name)),
        "footnote": Letter([], footnote=p(name)),
        "comments": Letter([], parts={"word/comments.xml": f"<w:comments>{p(name)}</w:comments>"}),
        "core": Letter([], parts={"docProps/core.xml": core(name)}),
        "app": Letter([], parts={"docProps/app.xml": f"<Properties><Company>{name}</Company></Properties>"}),
        "custom": Letter([], parts={"docProps/custom.xml": f"<p><vt:lpwstr>{name}</vt:lpwstr></p>"}),
        "custom XML": Letter([], parts={"customXml/item1.xml": f"<a><b>{name}</b></a>"}),
        "UTF-16": Letter([], parts={"customXml/item1.xml": f"<a>{name}</a>".encode("utf-16")}),
        "settings": Letter([], settings=f'<w:docVars><w:docVar w:name="n" w:val="{name}"/></w:docVars>'),
        "link": Letter([], relations={"rId9": ("hyperlink", f"https://example.org/{quoted}")}),
        "entities in a text": Letter([], parts={"word/x.txt": name.replace(" ", "&#32;")}),
        "picture": Letter([], parts={"word/media/image1.png": picture(name)}),
        "name of a part": Letter([], parts={f"word/{name.replace(' ', '_')}.xml": "<a/>"}),
        "sheet": Letter([], parts={"word/embeddings/list.xlsx": sheet(name, hide=False)}),
        "hidden sheet": Letter([], parts={"word/embeddings/list.xlsx": sheet(name, hide=True)}),
        "zip": Letter([], parts={"word/a.zip": zipped({"b.zip": zipped({"c.txt": name})})}),
    }
    letters = {place: Letter(body).data() for place, body in runs.items()}
    letters |= {place: letter.data() for place, letter in parts.items()}
    inside = parts_of(PLAIN_LETTER.data())
    letters["comment of the zip"] = zipped(inside, comment=name.encode())
    letters["comment of a member"] = zipped(inside, about=name.encode())
    return letters


PLANTED, CLEAN = plants(NAME), plants("Willow Fund")


@pytest.mark.parametrize("place", PLANTED)
def test_a_name_is_found_wherever_it_is_planted(tmp_path: Path, place: str) -> None:
    found = searched([saved(tmp_path, PLANTED[place])])
    assert {hit.row for hit in found.certain} == {7}
    assert not found.unread


@pytest.mark.parametrize("place", CLEAN)
def test_the_same_file_without_it_is_clean(tmp_path: Path, place: str) -> None:
    found = searched([saved(tmp_path, CLEAN[place])])
    assert (found.hits, found.unread) == ((), ())


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("register.csv", f"file,recipient\nx.docx,{NAME}\n"),
        ("Lantern_House.csv", "a"),
        ("LanternHouse.csv", "a"),
        ("page.html", "<p title='x'>Lantern<b> House</b></p>"),
        ("mail.eml", "To: Lantern%20House <x@example.org>"),
        ("table.csv", NAME.encode("utf-16")),
        ("table.csv", NAME.encode("utf-16-be")),
        ("mimetype", NAME),
        ("table.csv", NAME.encode("utf-16-le")),
        ("table.csv", NAME.encode("utf-32")),
        ("table.csv", f"Écluse, {NAME}".encode("cp1252")),
    ],
)
def test_other_files_and_file_names_are_searched(tmp_path: Path, file: str, text: bytes | str) -> None:
    assert {hit.row for hit in searched([saved(tmp_path, text, file)]).certain} == {7}


@pytest.mark.parametrize(
    "text",
    [
        *("lantern house", "LANTERN HOUSE", "Lantern\u00a0House", "Lan\u200btern Hou\u00adse"),
        *(
            "L\u0430nt\u0435rn H\u043euse",
            "Lantern-House",
            "Lantern–House",
            "“Lantern” House",
            "Lantérn House",
        ),
        *("L a n t e r n  H o u s e", "LanternHouse", "xlanternhousey", "Lantern, House"),
    ],
)
def test_a_name_is_found_in_other_spellings(tmp_path: Path, text: str) -> None:
    found = searched([saved(tmp_path, Letter([p(f"We and {text} ask.")]).data())])
    assert {(hit.row, hit.part) for hit in found.certain} == {(7, "word/document.xml")}


def hits_in(text: str, *rows: Signatory, printed: Sequence[str] = ()) -> list[tuple[int, bool]]:
    return Guard(forms_of(rows, printed), printed).rows_in(text)


def test_an_apostrophe_and_an_article_make_no_difference() -> None:
    row = hidden(2, "The Women’s Quay")
    assert hits_in("Women's Quay", row)
    assert hits_in("the womens quay", row)
    assert not hits_in("the women of the quay", row)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Velm Eko", "Velm Eko's staff"),
        ("Nyrquist", "in Nyrquist’s office"),
        ("Velm Eko", "the founders of Velm Eko’nun"),
        ("Ondar Velm", "le donne dell’Ondar Velm"),
        ("Ada's Inn", "Ada’s Inn’s staff"),
        ("Velm Zoé", "Velm Zoe\u0301's staff"),
        ("Velm Eko", "Velm Eko\u200b's staff"),
        ("Velm Eko", "dell’\u2060Velm Eko"),
        ("Velm Eko", "Velm Eko＇s staff"),
    ],
)
def test_a_short_name_is_found_before_and_behind_an_apostrophe(name: str, text: str) -> None:
    row = hidden(7, name)
    guard = Guard(forms_of([row], ()))

    assert hits_in(text, row) == [(7, True)]
    assert [row for row, _form in guard.forms_in(text)] == [7], "and can be settled there"


@pytest.mark.parametrize(
    "said", ["%PDF-1.6", "%%EOF", "1.0|UTF-8|yes", "<rdf:RDF xmlns", "ties OR CONDITIONS"]
)
def test_an_acronym_in_a_sign_of_the_file_is_none(said: str) -> None:
    row = Signatory(2, "", Disclosure.ANONYMOUS, acronym=next(re.finditer("[A-Z]{2,3}", said))[0])
    licence = said.replace("ties OR CONDITIONS", "WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either")
    assert not hits_in(licence, row)
    assert hits_in(f"{licence} signed by {row.acronym} and others", row)
    assert hits_in(f"({row.acronym})", row)


def test_a_printed_name_with_an_apostrophe_contains_a_withheld_one_and_is_a_warning() -> None:
    row = hidden(7, "Velm Eko")
    for printed in ("Women’s Velm Eko", "Friends of Velm Eko's School"):
        guard = Guard(forms_of([row], [printed]), [printed])
        assert dict(guard.rows_in(f"signed by {printed}")) == {7: False}
        assert (7, True) in guard.rows_in("signed by Velm Eko's staff")


def test_a_short_acronym_counts_in_its_own_case_and_as_a_word() -> None:
    row = Signatory(2, "", Disclosure.ANONYMOUS, acronym="LoQ")
    assert hits_in("signed (LoQ)", row)
    for other in ("loq", "LOQ", "xLoQ", "LoQs"):
        assert not hits_in(other, row)


@pytest.mark.parametrize("said", ["K\u00adNU", "KN\u200bU", "ＫＮＵ", "𝐊𝐍𝐔", "K\u2060N\ufeffU"])
@pytest.mark.parametrize("line", ["The wing of {} met.", "The women's wing of {} met.", "{}’s wing met."])
def test_a_short_acronym_is_found_with_unseen_signs_and_in_wide_letters(said: str, line: str) -> None:
    guard = Guard(forms_of([hidden(8, "Kestrel Nest Union (KNU)")], ()))
    assert guard.rows_in(line.format(said)) == [(8, True)]
    assert guard.forms_in(line.format(said)) == {(8, "KNU"): 1}


def test_a_name_on_two_lines_is_not_looked_for_by_its_first_one() -> None:
    guard = Guard(forms_of([hidden(3, "Women's\nHouse")], ()))
    assert guard.rows_in("Today is women's day") == []


def test_an_acronym_is_not_found_in_what_every_letter_has(tmp_path: Path) -> None:
    rows = [
        Signatory(n, "", Disclosure.ANONYMOUS, acronym=a) for n, a in enumerate(("GB", "MM", "SA", "US"), 2)
    ]
    looks = '<w:lang w:val="en-GB" w:bidi="ar-SA" w:eastAsia="zh-Hans-US"/><w:lang w:val="my-MM"/>'
    letter = saved(tmp_path, Letter([p(run("text", looks))]).data())
    assert searched([letter], *rows).hits == ()


def test_two_distinctive_words_are_enough() -> None:
    row = hidden(2, "Lantern Keepers of the Northern Coast")
    assert hits_in("the lantern keepers", row)
    assert not hits_in("keepers and lantern", row)
    assert not hits_in("the northern coast", row, printed=("Friends of the Northern Coast",))


def test_a_domain_gives_a_name_away() -> None:
    row = Signatory(2, "", Disclosure.ANONYMOUS, email="info@lantern.example")
    assert hits_in("see https://www.lantern.example/about", row)
    assert not hits_in("see https://www.lantern-light.example/about", row)


def test_a_longer_printed_name_covers_a_shorter_one() -> None:
    rows = (hidden(2, "Lantern House"), named(3, "Friends of Lantern House"))
    printed = ("Friends of Lantern House",)
    assert hits_in("Friends of Lantern House", *rows, printed=printed) == [(2, False)]
    assert (2, True) in hits_in("Friends of Lantern House and Lantern House", *rows, printed=printed)
    assert (2, True) in hits_in("Friends of Lantern House; L a n t e r n H o u s e", *rows, printed=printed)


def test_a_name_both_printed_and_withheld_is_a_hit() -> None:
    rows = (hidden(2, "Lantern House"), named(3, "Lantern House"))
    assert hits_in("Lantern House", *rows, printed=("Lantern House",)) == [(2, True)]


@pytest.mark.parametrize("disclosure", [Disclosure.PENDING, Disclosure.WITHDRAWN])
def test_who_has_not_signed_is_a_hit_in_a_list_and_a_warning_in_a_sentence(disclosure: Disclosure) -> None:
    row = Signatory(2, "88 Lanterns", disclosure)
    for line in ("88 Lanterns", "14. 88 Lanterns", "Harbour\n88 lanterns\nQuay"):
        assert hits_in(line, row) == [(2, True)]
    for line in ("as 88 Lanterns reports", "Friends, 88 Lanterns"):
        assert hits_in(line, row) == [(2, False)]


def test_a_name_that_is_hidden_by_listed_as_is_withheld_and_the_other_is_not() -> None:
    row = Signatory(2, NAME, Disclosure.NAMED, listed_as="A group of keepers", acronym="LAHO")
    assert hits_in("Lantern House", row, printed=("A group of keepers",))
    assert hits_in("LAHO", row, printed=("A group of keepers",))
    assert not hits_in("A group of keepers", row, printed=("A group of keepers",))


DEEP = zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({})})})})})
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("scan.pdf", b"%PDF-1.7 text", "damaged"),
        ("scan", b"%PDF-1.7 text", "damaged"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"),
        ("locked.docx", LOCKED, "encrypted"),
        ("broken.docx", b"PK\3\4 no zip", "damaged"),
        ("nothing.docx", b"", "empty"),
        ("blob.bin", b"\0\1\2", "unknown-kind"),
        (
            "deep.zip",
            zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({})})})})}),
            "nested",
        ),
        ("inner.zip", zipped({"a.bin": b"\0"}), "unknown-kind"),
        *(
            (f"spelt-{coding}.xml", SPELT.encode(coding), "unusual")
            for coding in ("utf-8", "utf-16", "utf-16-be")
        ),
    ],
)
def test_what_cannot_be_read_is_never_called_clean(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (one,) = searched([saved(tmp_path, data, name)]).not_read
    assert (one.file, one.why) == (name, why)


def test_a_file_that_is_gone_is_unread(tmp_path: Path) -> None:
    (one,) = searched([tmp_path / "gone.docx"]).not_read
    assert (one.file, one.why) == ("gone.docx", "missing")


def test_what_can_be_read_of_an_unread_file_is_searched(tmp_path: Path) -> None:
    data = zipped({"a.bin": b"\0", "b.txt": NAME, "c.zip": zipped({"d.bin": b"\0", "e.txt": NAME})})
    found = searched([saved(tmp_path, data, "mixed.zip")])
    assert found.unread == ("mixed.zip",)
    assert {hit.part for hit in found.certain} == {"b.txt", "c.zip!e.txt"}


def test_a_member_that_says_it_is_huge_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.files.text_of.MAX_PART", 10)
    (one,) = searched([saved(tmp_path, zipped({"a.txt": "x" * 11}), "a.zip")]).not_read
    assert (one.file, one.part, one.why) == ("a.zip", "a.txt", "too-large")
    monkeypatch.setattr("desktop_app.files.text_of.MAX_FILE", 100)
    assert searched([saved(tmp_path, b"x" * 101, "a.txt")]).unread == ("a.txt",)


def test_many_members_that_are_too_much_together_are_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = saved(tmp_path, zipped({f"{number}.txt": "x" * 1_000 for number in range(9)}), "many.zip")
    monkeypatch.setattr("desktop_app.files.text_of.MAX_FILE", 9_000)
    assert searched([many]).unread == ()
    monkeypatch.setattr("desktop_app.files.text_of.MAX_FILE", 8_999)
    assert searched([many]).unread == ("many.zip",)


def test_a_search_says_how_much_it_looked_for(tmp_path: Path) -> None:
    found = searched([saved(tmp_path, "a", "a.txt"), saved(tmp_path, "b", "b.txt")])
    assert (found.files, found.names, found.doubtful) == (2, 1, ())


def faults(folder: Path, body: str, *, draft: bool = False) -> set[str]:
    path = saved(folder, Letter([body]).data())
    return {fault.code for fault in searched([path], letters=True, draft=draft).faults}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (p("{{ letter.title }}"), "field-left-over"),
        (p("{", "{ letter.title"), "field-left-over"),
        (p("\ufdd2signatories0\ufdd2"), "field-left-over"),
        ('<w:p><w:r><w:drawing><wp:docPr descr="{{ x }}"/></w:drawing></w:r></w:p>', "field-left-over"),
        (p("Dear [name of the minister],"), "prompt-unfilled"),
        (p(run("x", "<w:vanish/>")), "unseen-content"),
        ("<w:p><w:ins/></w:p>", "unseen-content"),
        ("<!-- x -->", "unseen-content"),
        ('<w:p w:rsidR="00AB12CD"/>', "unseen-content"),
    ],
)
def test_what_no_finished_letter_may_hold(tmp_path: Path, body: str, code: str) -> None:
    assert code in faults(tmp_path, body)


def test_a_prompt_is_let_through_in_a_draft_and_in_a_printed_name(tmp_path: Path) -> None:
    assert "prompt-unfilled" not in faults(tmp_path, p("Dear [name]"), draft=True)
    path = saved(tmp_path, Letter([p("Lantern [Norway chapter]"), p("LANTERN [NORWAY CHAPTER]")]).data())
    found = searched([path], letters=True, printed=("Lantern [Norway chapter]",))
    assert "prompt-unfilled" not in {fault.code for fault in found.faults}


def test_a_package_that_tells_more_than_its_letter(tmp_path: Path) -> None:
    letter = Letter(
        [], parts={"customXml/item1.xml": "<a/>"}, relations={"rId9": ("hyperlink", "file://a/b")}
    )
    found = searched([saved(tmp_path, letter.data())], letters=True).faults
    assert Fault("letter.docx", "customXml/item1.xml", "part-not-allowed") in found
    assert Fault("letter.docx", "word/document.xml", "zip-tells") in found
    assert Fault("letter.docx", "word/_rels/document.xml.rels", "link-not-allowed") in found
    empty = saved(tmp_path, zipped({}), "letters.zip")
    assert Fault("letters.zip", "", "zip-tells") in searched([empty], letters=True).faults
    commented = saved(tmp_path, zipped({"word/document.xml": "<a/>"}, comment=b"x"))
    assert Fault("letter.docx", "", "zip-tells") in searched([commented], letters=True).faults


BROKEN = p(run("Dear", "<w:b>"))


@pytest.mark.parametrize(
    "middle",
    [
        [p("Mali"), BROKEN],
        [BROKEN],
        ["</w:body>"],
        ["<w:tbl>"],
        [p("x").removesuffix("</w:p>")],
    ],
)
def test_a_letter_that_cannot_be_opened_is_found_after_others_that_can(
    tmp_path: Path, middle: list[str]
) -> None:
    def letter(number: int, *addressed: str) -> Path:
        return saved(tmp_path, Letter([p("To"), *addressed, p("Yours")]).data(), f"{number}.docx")

    sound = [letter(1, p("Mali")), letter(2, p("Chad"), p("N'Djamena")), letter(3)]
    found = searched([*sound, letter(4, *middle), letter(5, p("Niger"))], letters=True).faults
    assert [fault.file for fault in found if fault.code == "part-broken"] == ["4.docx"]


def test_reports_name_the_row_and_never_the_name(tmp_path: Path) -> None:
    found = searched([saved(tmp_path, NAME, "a.txt")])
    assert found.hits[0].form is FormKind.NAME
    assert "antern" not in repr(found.hits)
