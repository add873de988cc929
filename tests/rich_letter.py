"""A letter with everything in it that a writer does not see and an editor must keep."""

from letters import SECTION, Letter, cell, field_code, p, run, text_box

from desktop_app.files.wordml import W

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:next w:val="Normal"/>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def item(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


RICH = Letter(
    [
        p("Protect the people of Orlavia", style="Heading1"),
        p("{{ recip", "ient.salu", "tation }},"),
        p(
            '<w:bookmarkStart w:id="7" w:name="here"/>',
            "We write ",
            run("urgently", '<w:b/><w:color w:val="C00000"/>'),
            " to you.",
            '<w:bookmarkEnd w:id="7"/>',
        ),
        p(
            '<w:commentRangeStart w:id="0"/>',
            "One word was ",
            '<w:ins w:id="1" w:author="A"><w:r><w:t>put in</w:t></w:r></w:ins>',
            '<w:del w:id="2" w:author="A"><w:r><w:delText>taken out</w:delText></w:r></w:del>',
            ".",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        p(
            '<w:hyperlink r:id="rIdL" w:history="1"><w:r><w:t>Read </w:t></w:r>'
            "<w:r><w:rPr><w:i/></w:rPr><w:t>more</w:t></w:r></w:hyperlink>",
            " on page ",
            field_code("PAGE"),
        ),
        p("stop the arms trade", style="ListBullet"),
        p("refer the matter", look=item(2)),
        p("at once", look=item(2, 1)),
        cell(p("A table stays")),
        p("before the new section", look=SECTION),
        "<w:sdt><w:sdtContent>" + p("A control stays") + "</w:sdtContent></w:sdt>",
        p(text_box(p("A box stays")), "and the text beside it"),
        p("{{ signatories }}"),
    ],
    styles=STYLES,
    numbering=NUMBERING,
    footnote=p("<w:r><w:footnoteRef/></w:r>", " A source."),
    relations={
        "rIdL": ("hyperlink", "https://news.example.org/orlavia"),
        "rIdC": ("comments", "comments.xml"),
    },
    parts={
        "word/comments.xml": (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Is it so?</w:t></w:r>'
            "</w:p></w:comment></w:comments>"
        )
    },
)

DATA = RICH.data()
"""Its bytes, always the same in one run: a package says when it was made."""
