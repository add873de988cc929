"""What comes along with a draft unasked is taken out, and what is lost by it is said."""

import io
from pathlib import Path

import pytest
from docx import Document
from letters import SECTION, Letter, cell, field_code, lines_of, p, run, text_box
from PIL import Image

from desktop_app.domain.reporting import Severity
from desktop_app.files.docx_package import serialise
from desktop_app.files.docx_scrub import package
from desktop_app.files.letter_docx import LetterDraft, read_letter

SECRET = "Quentin Secret"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PLAIN = p("We write to you.")


def read(folder: Path, letter: Letter) -> LetterDraft:
    return read_letter(letter.save(folder / "letter.docx"))


def everything(draft: LetterDraft) -> str:
    """All that a letter made of this draft would carry."""
    package = draft.package
    parts = package.supporting_parts("Joint letter", None)
    stories = [serialise(story.root) for story in package.stories]
    return b"\n".join([*stories, *parts.values(), "\n".join(parts).encode()]).decode("utf-8", "replace")


def codes(draft: LetterDraft) -> dict[str, list[tuple[str, int | None]]]:
    return {f.code: [(place.part, place.paragraph) for place in f.places] for f in draft.findings}


def picture(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2), "#334455").save(out, kind, comment=SECRET.encode())
    return out.getvalue()


def drawing(inside: str = "", description: str = "", link: str = "", outside: str = "") -> str:
    """A run with a picture, as Word writes it: with hints of its own, and the path the picture came from."""
    return (
        "<w:r><w:drawing><wp:inline>"
        f'<wp:docPr id="4" name="{SECRET}.png" descr="{description}">{link}</wp:docPr>'
        "<a:graphic><a:graphicData><pic:pic><pic:nvPicPr>"
        f'<pic:cNvPr id="0" name="C:\\Users\\{SECRET}\\logo.png" descr="{SECRET}"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="rId7">{inside}</a:blip></pic:blipFill><pic:spPr/></pic:pic>'
        f"</a:graphicData></a:graphic>{outside}</wp:inline></w:drawing></w:r>"
    )


WITH_PICTURE = {"rId7": ("image", "media/secret.png")}
MEDIA = {"word/media/secret.png": picture()}

UNSEEN = {
    "tracked insertion's author": p(f'<w:ins w:author="{SECRET}">{run("new")}</w:ins>'),
    "deletion": p("a", f"<w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"),
    "deleted text outside a deletion": p(f"<w:r><w:delText>{SECRET}</w:delText></w:r>"),
    "move": p(f"<w:moveFrom>{run(SECRET)}</w:moveFrom>", f"<w:moveTo>{run('there')}</w:moveTo>"),
    "change of look": p("a", look=f'<w:pPrChange w:author="{SECRET}"><w:pPr/></w:pPrChange>'),
    "deleted row": (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(SECRET) + "</w:tc></w:tr></w:tbl>" + PLAIN
    ),
    "comment": p('<w:commentRangeStart w:id="1"/>', "a", '<w:r><w:commentReference w:id="1"/></w:r>'),
    "hidden run": p("a", run(SECRET, "<w:vanish/>")),
    "run of a hidden style": p(run(SECRET, '<w:rStyle w:val="Hidden"/>')),
    "run of a style built on a hidden one": p(run(SECRET, '<w:rStyle w:val="Child"/>')),
    "paragraph of a hidden style": p(SECRET, style="Hidden"),
    "white run": p("a", run(SECRET, '<w:color w:val="ffffff"/>')),
    "tiny run": p("a", run(SECRET, '<w:sz w:val="2"/>')),
    "bookmark": f'<w:p><w:bookmarkStart w:id="1" w:name="{SECRET}"/><w:bookmarkEnd w:id="1"/></w:p>',
    "content control": (
        f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/></w:sdtPr><w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>'
    ),
    "smart tag": p(f'<w:smartTag w:element="{SECRET}"><w:smartTagPr/>{run("a")}</w:smartTag>'),
    "right to edit": f'<w:permStart w:id="1" w:ed="{SECRET}"/>{PLAIN}',
    "session": f'<w:p w:rsidR="00AB12CD" w14:paraId="{SECRET}">{run("a")}</w:p>',
    "author field": p(field_code("AUTHOR", "We")),
    "file name field": p(field_code(f"FILENAME {SECRET}", "We")),
    "simple field": p(f'<w:fldSimple w:instr="DOCPROPERTY {SECRET}">{run("We")}</w:fldSimple>'),
    "field inside a field's code": p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>',
        field_code("MERGEFIELD x", SECRET),
        '<w:r><w:instrText>= 1 "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("shown"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "form field": p(
        '<w:r><w:fldChar w:fldCharType="begin">'
        f'<w:ffData><w:name w:val="{SECRET}"/></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "stray code": p(f"<w:r><w:instrText>{SECRET}</w:instrText></w:r>"),
    "hint of a link": p(field_code(f'HYPERLINK "https://example.org" \\o "{SECRET}"')),
    "old drawing": p(
        f'<w:r><w:pict><v:shape o:gfxdata="{SECRET}" href="{SECRET}"><v:imagedata o:title="{SECRET}"/>'
        "</v:shape></w:pict></w:r>"
    ),
    "chunk of another document": f'<w:altChunk r:id="rId9"/>{PLAIN}',
    "embedded object": p(f'<w:r><w:object><o:OLEObject ProgID="{SECRET}"/></w:object></w:r>'),
    "unknown element": f'<x:note xmlns:x="urn:x">{SECRET}</x:note>{PLAIN}',
    "unknown text": f'<x:note xmlns:x="urn:x">{p(SECRET)}</x:note>{PLAIN}',
    "comment of XML": f"<!-- {SECRET} -->{PLAIN}",
    "instruction of XML": f"<?note {SECRET}?>{PLAIN}",
}
STYLES = (
    '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Child"><w:name w:val="c"/><w:basedOn w:val="Hidden"/></w:style>'
)


@pytest.mark.parametrize("kind", UNSEEN)
def test_nothing_unseen_is_carried_along(tmp_path: Path, kind: str) -> None:
    text = everything(read(tmp_path, Letter([UNSEEN[kind]], styles=STYLES)))
    assert SECRET not in text
    assert "Secret" not in text


PARTS = {
    "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
    "docProps/core.xml": f"<coreProperties><lastModifiedBy>{SECRET}</lastModifiedBy></coreProperties>",
    "docProps/custom.xml": f"<Properties>{SECRET}</Properties>",
    "docProps/thumbnail.jpeg": SECRET,
    "customXml/item1.xml": f"<a>{SECRET}</a>",
    "word/comments.xml": f"<w:comments xmlns:w='w'>{SECRET}</w:comments>",
    "word/people.xml": f"<a>{SECRET}</a>",
    "word/embeddings/list.xlsx": SECRET,
    "word/glossary/document.xml": f"<a>{SECRET}</a>",
    "word/webSettings.xml": f"<a>{SECRET}</a>",
    "word/settings.xml": (
        f"<w:settings {_W}>"
        f'<w:docVars><w:docVar w:name="a" w:val="{SECRET}"/></w:docVars><w:rsids/><w:mailMerge/>'
        f'<w:attachedTemplate w:val="{SECRET}"/><w:evenAndOddHeaders/><w:defaultTabStop w:val="720"/>'
        f'<w:compat><w:compatSetting w:name="{SECRET}"/><w:compatSetting w:name="compatibilityMode"/>'
        "</w:compat></w:settings>"
    ),
    "word/numbering.xml": (
        f"<w:numbering {_W}>"
        f'<w:abstractNum w:abstractNumId="0"><w:nsid w:val="00AB"/><w:name w:val="{SECRET}"/></w:abstractNum>'
        "</w:numbering>"
    ),
    "word/styles.xml": (
        f"<w:styles {_W}>"
        f'<w:latentStyles/><w:style w:styleId="Quentin"><w:name w:val="{SECRET}"/></w:style>'
        f'<w:style w:styleId="Normal" w:default="1"><w:aliases w:val="{SECRET}"/></w:style>'
        "</w:styles>"
    ),
    "word/theme/theme1.xml": (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{SECRET}">'
        f"<a:extLst><a:ext uri='{SECRET}'/></a:extLst></a:theme>"
    ),
}


def test_no_part_is_carried_along_that_a_letter_does_not_need(tmp_path: Path) -> None:
    letter = Letter([PLAIN], parts=PARTS, relations={"rId9": ("theme", "theme/theme1.xml")})
    draft = read(tmp_path, letter)
    text = everything(draft)
    assert SECRET not in text
    for gone in ("docVars", "rsid", "nsid", "mailMerge", "attachedTemplate", "latentStyles", "customXml"):
        assert gone not in text
    assert draft.package.settings is not None
    kept = [str(entry.tag).rpartition("}")[2] for entry in draft.package.settings]
    assert kept == ["defaultTabStop", "evenAndOddHeaders", "compat"]
    assert codes(draft) == {"comments-dropped": [("comments", None)]}


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        (UNSEEN["deletion"], "tracked-changes", Severity.WARNING),
        (UNSEEN["change of look"], "tracked-changes", Severity.WARNING),
        (UNSEEN["deleted row"], "tracked-changes", Severity.WARNING),
        (UNSEEN["comment"], "comments-dropped", Severity.NOTE),
        (UNSEEN["hidden run"], "hidden-text", Severity.WARNING),
        (UNSEEN["white run"], "hidden-text", Severity.WARNING),
        (UNSEEN["author field"], "field-code-dropped", Severity.WARNING),
        (UNSEEN["simple field"], "field-code-dropped", Severity.WARNING),
        (UNSEEN["chunk of another document"], "object-dropped", Severity.WARNING),
        (UNSEEN["embedded object"], "object-dropped", Severity.WARNING),
        (UNSEEN["unknown text"], "object-dropped", Severity.WARNING),
        (
            p('<w:hyperlink r:id="rIdX"><w:r><w:t>a</w:t></w:r></w:hyperlink>'),
            "link-dropped",
            Severity.WARNING,
        ),
        (p(drawing()), "picture-dropped", Severity.WARNING),
        (
            p('<mc:AlternateContent><mc:Choice Requires="wpc"/></mc:AlternateContent>'),
            "picture-dropped",
            Severity.WARNING,
        ),
    ],
)
def test_what_a_reader_may_miss_is_said(tmp_path: Path, body: str, code: str, severity: Severity) -> None:
    findings = {f.code: f for f in read(tmp_path, Letter([PLAIN, body])).findings}
    assert findings[code].severity is severity
    assert findings[code].places[0].file == "letter.docx"


def test_fonts_and_pictures_of_a_list_that_go_are_said(tmp_path: Path) -> None:
    bullet = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    letter = Letter([PLAIN], numbering=bullet, parts={"word/fonts/font1.odttf": b"x"})
    assert set(codes(read(tmp_path, letter))) == {"picture-dropped", "font-dropped"}


def test_a_link_that_a_field_makes_is_a_link(tmp_path: Path) -> None:
    link = "https://docs.google.com/forms/d/1"
    assert read(tmp_path, Letter([p(field_code(f'HYPERLINK "{link}"', "our form"))])).links == (link,)


def test_the_paragraph_is_named_in_which_something_was_dropped(tmp_path: Path) -> None:
    letter = Letter([PLAIN, UNSEEN["hidden run"]], footer=p() + UNSEEN["hidden run"])
    assert codes(read(tmp_path, letter)) == {"hidden-text": [("body", 2), ("footer", 2)]}


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    body = [
        p("We ", f"<w:del>{run('do not ')}</w:del>", f"<w:ins>{run('call')}</w:ins>", " on"),
        p("you", look="<w:rPr><w:del/></w:rPr>"),
        p(" now."),
    ]
    draft = read(tmp_path, Letter(body))
    assert draft.text == "We call on\nyou now."


def test_a_deleted_mark_before_a_table_joins_nothing(tmp_path: Path) -> None:
    draft = read(tmp_path, Letter([p("you", look="<w:rPr><w:del/></w:rPr>"), cell(p("cell"))]))
    assert draft.text == "you\ncell"


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>',
        '<w:color w:val="000000"/>',
        '<w:vanish w:val="0"/>',
        "<w:webHidden/>",
        '<w:sz w:val="²"/>',
        '<w:rStyle w:val="Shown"/>',
        '<w:rStyle w:val="Round"/>',
    ],
)
def test_text_that_can_be_read_stays(tmp_path: Path, look: str) -> None:
    styles = (
        '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Shown"><w:basedOn w:val="Hidden"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    draft = read(tmp_path, Letter([p(run("seen", look))], styles=styles))
    assert draft.text == "seen"
    assert "webHidden" not in everything(draft)


def test_white_letters_on_a_dark_cell_stay(tmp_path: Path) -> None:
    white = p(run("seen", '<w:color w:val="FFFFFF"/>'))
    table = cell(white).replace("<w:tcPr/>", '<w:tcPr><w:shd w:fill="1F3A5F"/></w:tcPr>')
    assert read(tmp_path, Letter([table])).text == "seen"


def test_fields_that_a_letter_needs_stay(tmp_path: Path) -> None:
    codes_kept = ("PAGE", "NUMPAGES \\* MERGEFORMAT", 'HYPERLINK "https://example.org/a"', "SEQ Figure")
    body = [p(field_code(code, "7")) for code in codes_kept]
    body.append(p(f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'))
    draft = read(tmp_path, Letter(body))
    text = everything(draft)
    assert all(code in text for code in codes_kept)
    assert text.count('fldCharType="begin"') == 4
    assert draft.findings == ()


@pytest.mark.parametrize("code", ['HYPERLINK "file:///C:/a"', "HYPERLINK \\\\host\\a", 'INCLUDETEXT "a"', ""])
def test_fields_that_lead_elsewhere_leave_their_result(tmp_path: Path, code: str) -> None:
    draft = read(tmp_path, Letter([p(field_code(code, "shown"))]))
    assert draft.text == "shown"
    assert "fldChar" not in everything(draft)


def test_a_field_without_an_end_hides_nothing(tmp_path: Path) -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert read(tmp_path, Letter([p(begun, "our asks"), p("follow")])).text == "our asks\nfollow"


def test_references_keep_their_bookmark_under_another_name(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="{}" w:name="{}"/><w:bookmarkEnd w:id="{}"/>'
    body = [
        p(mark.format(1, "Quentin", 1), "a", mark.format(2, "Unused", 2), mark.format(3, "Simple", 3)),
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF Que</w:instrText></w:r>'
            "<w:r><w:instrText>ntin \\h </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        p('<w:hyperlink w:anchor="Quentin"><w:r><w:t>a</w:t></w:r></w:hyperlink>'),
        p(f'<w:fldSimple w:instr="PAGEREF Simple">{run("1")}</w:fldSimple>'),
    ]
    text = everything(read(tmp_path, Letter(body)))
    for gone in ("Quentin", "Unused", "Simple"):
        assert f'"{gone}' not in text
        assert f" {gone}" not in text
    assert text.count("_b1") == 3
    assert text.count("_b2") == 2
    assert text.count("<w:bookmarkEnd") == 2


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/report", True),
        ("mailto:info@example.org", True),
        ("file:///C:/quentin/report.docx", False),
        ("\\\\host\\share\\report.docx", False),
        ("javascript:alert(1)", False),
    ],
)
def test_links_lead_to_the_web_or_to_a_mail_box(tmp_path: Path, target: str, kept: bool) -> None:
    link = '<w:hyperlink r:id="rId9" w:tooltip="Quentin"><w:r><w:t>report</w:t></w:r></w:hyperlink>'
    draft = read(tmp_path, Letter([p(link)], relations={"rId9": ("hyperlink", target)}))
    text = everything(draft)
    assert draft.text == "report"
    assert (target in text) is kept
    assert ("<w:hyperlink" in text) is kept
    assert "Quentin" not in text
    assert list(codes(draft)) == ([] if kept else ["link-dropped"])


def test_a_relation_of_another_kind_never_leads_outside(tmp_path: Path) -> None:
    relations = {
        "rId9": ("image", "https://example.org/pixel.png"),
        "rId8": ("attachedTemplate", "file:///C:/quentin/normal.dotm"),
        "rId7": ("oleObject", "https://example.org/a"),
    }
    assert "External" not in everything(read(tmp_path, Letter([PLAIN, p(drawing())], relations=relations)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_a_picture_is_drawn_anew(tmp_path: Path, kind: str) -> None:
    letter = Letter([p(drawing())], relations=WITH_PICTURE, parts={"word/media/secret.png": picture(kind)})
    draft = read(tmp_path, letter)
    text = everything(draft)
    assert SECRET not in text
    assert "secret.png" not in text
    ((name, data),) = draft.package.media.items()
    assert name == f"word/media/image1.{'jpeg' if kind == 'JPEG' else 'png'}"
    with Image.open(io.BytesIO(data)) as drawn:
        assert drawn.size == (3, 2)
    assert draft.findings == ()


VML = '<w:r><w:pict><v:shape><v:imagedata r:id="rId7" {}/></v:shape></w:pict></w:r>'


def half_red() -> bytes:
    """A picture, white on the left and red on the right."""
    out = io.BytesIO()
    wide = Image.new("RGB", (10, 4), "white")
    wide.paste("#aa0000", (5, 0, 10, 4))
    wide.save(out, "PNG")
    return out.getvalue()


def drawn_with(crop: str) -> str:
    return drawing().replace("</pic:blipFill>", f"<a:srcRect {crop}/></pic:blipFill>")


def framed(sides: str) -> str:
    frame = f"<a:stretch><a:fillRect {sides}/></a:stretch>"
    return drawing().replace("</pic:blipFill>", f"{frame}</pic:blipFill>")


@pytest.mark.parametrize(
    "cropped",
    [
        drawn_with('r="50000"'),
        drawn_with('l="-20000" r="50%"'),
        framed('r="-100000"'),
        VML.format('cropright="32768f"'),
        VML.format('cropleft="0" cropright=".5"'),
    ],
    ids="thousandths strict larger-than-its-shape old old-decimal".split(),
)
def test_what_was_cut_off_a_picture_is_not_sent_along(tmp_path: Path, cropped: str) -> None:
    letter = Letter([p(cropped)], relations=WITH_PICTURE, parts={"word/media/secret.png": half_red()})
    draft = read(tmp_path, letter)
    ((_, data),) = draft.package.media.items()
    with Image.open(io.BytesIO(data)) as drawn:
        assert drawn.size == (5, 4)
        assert drawn.convert("RGB").getcolors() == [(20, (255, 255, 255))]
    assert "srcRect" not in everything(draft)
    assert "crop" not in everything(draft)


def test_a_picture_that_stands_in_a_margin_is_not_stretched_over_it(tmp_path: Path) -> None:
    fitted = drawn_with('l="-25000" r="-25%" t="0" z="Ondara Weavers"')
    parts = {"word/media/secret.png": half_red()}
    draft = read(tmp_path, Letter([p(fitted)], relations=WITH_PICTURE, parts=parts))
    assert '<a:srcRect l="-25000" t="0" r="-25000" b="0"/>' in everything(draft)
    ((_, data),) = draft.package.media.items()
    with Image.open(io.BytesIO(data)) as drawn:
        assert drawn.size == (10, 4)


@pytest.mark.parametrize("side", ["25000", "-100000"])
def test_a_picture_that_is_cut_in_two_ways_at_once_is_not_sent_along(tmp_path: Path, side: str) -> None:
    twice = framed('l="-100000"').replace("<a:stretch>", f'<a:srcRect r="{side}"/><a:stretch>')
    draft = read(tmp_path, Letter([p("a", twice)], relations=WITH_PICTURE, parts=MEDIA))
    assert codes(draft) == {"picture-dropped": [("body", 1)]}
    assert draft.package.media == {}


def test_word_says_of_a_picture_larger_than_its_shape_that_nothing_else_is_cut_off(tmp_path: Path) -> None:
    filled = framed('r="-100000"').replace("<a:stretch>", "<a:srcRect/><a:stretch>")
    parts = {"word/media/secret.png": half_red()}
    draft = read(tmp_path, Letter([p(filled)], relations=WITH_PICTURE, parts=parts))
    assert draft.findings == ()
    ((_, data),) = draft.package.media.items()
    with Image.open(io.BytesIO(data)) as drawn:
        assert drawn.size == (5, 4)


@pytest.mark.parametrize(
    "cropped",
    [
        drawn_with(f'l="{"9" * 400}"'),
        drawn_with('r="NaN"'),
        framed('l="-a"'),
        drawn_with('r="a"'),
        VML.format('cropright="?f"'),
    ],
    ids="endless nan frame word old".split(),
)
def test_a_picture_whose_cut_cannot_be_read_is_not_sent_whole(tmp_path: Path, cropped: str) -> None:
    draft = read(tmp_path, Letter([p("a", cropped)], relations=WITH_PICTURE, parts=MEDIA))
    assert codes(draft) == {"picture-dropped": [("body", 1)]}
    assert draft.package.media == {}


def test_all_pictures_of_a_letter_together_are_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "_MOST_PIXELS", 90)
    shown = [p(drawn_with(f'r="{part}0000"')) for part in (1, 2, 3)]
    letter = Letter(shown, relations=WITH_PICTURE, parts={"word/media/secret.png": half_red()})
    draft = read(tmp_path, letter)
    assert codes(draft) == {"picture-dropped": [("body", 2), ("body", 3)]}
    assert len(draft.package.media) == 1


def test_a_picture_that_nothing_shows_is_not_sent_along(tmp_path: Path) -> None:
    letter = Letter([p("No picture here.")], relations=WITH_PICTURE, parts=MEDIA)
    assert read(tmp_path, letter).package.media == {}


def test_a_picture_of_words_own_making_is_kept(tmp_path: Path) -> None:
    """Every picture that Word places carries hints in namespaces we do not know."""
    hint = (
        '<a:extLst><a:ext uri="{28A0092B}"><a14:useLocalDpi xmlns:a14="urn:a14" val="0"/></a:ext>'
        '<a:ext uri="{96DAC541}"><asvg:svgBlip xmlns:asvg="urn:asvg" r:embed="rId8"/></a:ext></a:extLst>'
    )
    size = '<wp14:sizeRelH relativeFrom="page"><wp14:pctWidth>0</wp14:pctWidth></wp14:sizeRelH>'
    link = '<a:hlinkClick r:id="rId5"/>'
    draft = read(
        tmp_path,
        Letter([p(drawing(hint, "Our logo", link, size))], relations=WITH_PICTURE, parts=MEDIA),
    )
    text = everything(draft)
    assert 'r:embed="rId1"' in text
    assert 'descr="Our logo"' in text
    for gone in ("extLst", "svgBlip", "wp14", "hlinkClick"):
        assert gone not in text
    assert [finding.code for finding in draft.findings] == ["link-dropped"]


def test_a_description_that_is_a_path_is_dropped(tmp_path: Path) -> None:
    for path in (r"C:\Documents\Quentin\logo", "/Volumes/quentin/logo", "quentin.jpg"):
        draft = read(tmp_path, Letter([p(drawing("", path))], relations=WITH_PICTURE, parts=MEDIA))
        assert "uentin" not in everything(draft)


@pytest.mark.parametrize(
    "bad",
    [
        drawing().replace("<pic:pic>", '<c:chart xmlns:c="urn:chart"/><pic:pic>'),
        drawing().replace('r:embed="rId7"', 'r:link="rId7"'),
        drawing().replace('r:embed="rId7"', 'r:embed="rId70"'),
        '<w:r><w:pict><v:shape><v:imagedata src="https://example.org/a.png"/></v:shape></w:pict></w:r>',
        '<w:r><w:pict><v:shape><v:imagedata r:id="rId70"/></v:shape></w:pict></w:r>',
    ],
    ids="chart linked missing old-linked old-missing".split(),
)
def test_a_drawing_that_is_no_picture_of_ours_is_dropped_and_said(tmp_path: Path, bad: str) -> None:
    draft = read(tmp_path, Letter([p("a", bad)], relations=WITH_PICTURE, parts=MEDIA))
    assert codes(draft) == {"picture-dropped": [("body", 1)]}
    assert "<w:drawing" not in everything(draft)
    assert "<w:pict" not in everything(draft)


def test_a_picture_that_cannot_be_read_is_dropped_and_said(tmp_path: Path) -> None:
    draft = read(
        tmp_path, Letter([p(drawing())], relations=WITH_PICTURE, parts={"word/media/secret.png": b"no"})
    )
    assert list(codes(draft)) == ["picture-dropped"]
    assert draft.package.media == {}


def test_a_text_box_stays_for_new_programs_and_for_old_ones(tmp_path: Path) -> None:
    draft = read(tmp_path, Letter([p(text_box(p("in the box")))]))
    assert [line.text for line in draft.paragraphs][1:] == ["in the box", "in the box"]


@pytest.mark.parametrize(
    ("alternatives", "shown"),
    [
        (
            '<mc:Choice Requires="new"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>',
            "old",
        ),
        ('<mc:Choice Requires="new"><w:t>new</w:t></mc:Choice>', ""),
        (
            '<mc:Choice Requires="wps"><w:t>a</w:t></mc:Choice><mc:Choice Requires="x"/>',
            "a",
        ),
    ],
)
def test_of_several_renderings_one_is_kept(tmp_path: Path, alternatives: str, shown: str) -> None:
    body = p(f"<w:r><mc:AlternateContent>{alternatives}</mc:AlternateContent></w:r>")
    assert read(tmp_path, Letter([body])).text == shown


def test_only_notes_that_are_referred_to_are_carried_along(tmp_path: Path) -> None:
    notes = (
        f"<w:footnotes {_W}>"
        f'<w:footnote w:id="1">{p("cited")}</w:footnote>'
        f'<w:footnote w:id="2">{p(SECRET)}</w:footnote></w:footnotes>'
    )
    draft = read(tmp_path, Letter([PLAIN], footnote=p("cited"), parts={"word/footnotes.xml": notes}))
    assert SECRET not in everything(draft)
    assert "cited" in draft.text


def test_a_mark_of_a_note_that_is_missing_goes(tmp_path: Path) -> None:
    body = p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:endnoteReference w:id="1"/></w:r>')
    assert "noteReference" not in everything(read(tmp_path, Letter([body])))


def test_a_reference_to_a_missing_header_goes(tmp_path: Path) -> None:
    section = SECTION.replace("<w:pgSz", '<w:headerReference w:type="first" r:id="rId99"/><w:pgSz')
    draft = read(tmp_path, Letter([PLAIN], header=p("head"), section=section))
    assert everything(draft).count("<w:headerReference") == 1
    assert [story.name for story in draft.package.stories] == ["word/document.xml", "word/header1.xml"]


def test_a_clean_letter_is_carried_over_whole(tmp_path: Path) -> None:
    letter = Letter(
        [p("Dear all,"), p("an ask"), cell(p("in a cell"))],
        header=p("head"),
        footer=p("foot ", field_code("PAGE")),
        footnote=p("note"),
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="N"/></w:style>',
    )
    draft = read(tmp_path, letter)
    assert draft.text == "Dear all,\nan ask\nin a cell\nSee the note.\nhead\nfoot 1\n\nnote"
    assert draft.findings == ()
    assert lines_of(letter.data()) == ["Dear all,", "an ask", "in a cell", "See the note."]
    assert len(Document(io.BytesIO(letter.data())).paragraphs) == 3
