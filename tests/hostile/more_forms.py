"""More forms and settings: what a second look has added."""

from hostile.csv_files import HEAD, NAME, ROW
from hostile.kinds import OPENS, Rows
from hostile.sheets import NS, book, cell, with_rows, with_sheets
from hostile.zips import letters_of

CSV: Rows = {
    "4,999 answers": (
        lambda: HEAD + "".join(f"Union {n} of Harrow,Thailand,Yes\n" for n in range(4_999)),
        OPENS,
    ),
    "4,900 answers by one": (lambda: HEAD + ROW * 4_900, OPENS, NAME),
    "4,900 names that look alike": (
        lambda: (
            HEAD + "".join(f"Lamp Union of Harrow {n:04}{'s' * (n % 3)},Laos,Yes\n" for n in range(4_900))
        ),
        OPENS,
    ),
    "4,900 names of those in the list": (
        lambda: HEAD + "".join(f"Orlavia Forum {n},Laos,No\n" for n in range(4_900)),
        OPENS,
    ),
    "500 columns": (lambda: HEAD.strip() + "".join(f",q{n}" for n in range(497)) + "\n" + ROW, OPENS, NAME),
    "headings of a megabyte": (lambda: HEAD.strip() + "," + letters_of(100_000) + "\n" + ROW, OPENS, NAME),
    "a heading with lines": (HEAD.strip() + ',"a\nb\nc"\n' + ROW, OPENS, NAME),
    "headings in the second row": ("Answers to our form\n" + HEAD + ROW, "form-headings-missing"),
    "consent both ways": (
        HEAD.strip() + ",Do you want to stay anonymous?\n" + ROW.strip() + ",Yes\n",
        OPENS,
    ),
    "pipes": ((HEAD + ROW).replace(",", "|"), OPENS),
    "a JSON by that name": ('[{"Organisation": "Lamp"}]', "file-wrong-kind"),
    "an e-mail address of lines": (
        HEAD.strip() + ",E-mail\n" + ROW.strip() + ',"a@example.org\nBcc: b@example.net"\n',
        OPENS,
        NAME,
    ),
}

XLSX: Rows = {
    "200 sheets of one part": (lambda: with_sheets(*["visible"] * 200), "form-sheets-several"),
    "hidden rows": (
        lambda: with_rows(f'<row r="3" hidden="1">{cell("Lamp Ring", "A3")}{cell("Yes", "C3")}</row>'),
        OPENS,
        NAME,
    ),
    "9,000 answers of 50 columns": (
        lambda: with_rows(
            "".join(
                f"<row>{cell(f'Union {n}')}{cell('Laos')}{cell('Yes')}{cell('x') * 47}</row>"
                for n in range(9_000)
            )
        ),
        "file-too-large",
    ),
    "styles by the hundred thousand": (
        lambda: book(styles=f"<styleSheet {NS}><cellXfs>{'<xf/>' * 300_000}</cellXfs></styleSheet>"),
        "file-too-large",
    ),
    "texts by the hundred thousand that nobody uses": (
        lambda: book(strings=f"<sst {NS}>{'<si><t>x</t></si>' * 400_000}</sst>"),
        "file-too-large",
    ),
    "a formula of 8,000 brackets": (
        lambda: with_rows(f'<row r="3"><c r="A3"><f>{"(" * 8_000}</f><v>x</v></c></row>'),
        OPENS,
        NAME,
    ),
    "shared formulas without a first": (
        lambda: with_rows('<row r="3"><c r="A3"><f t="shared" si="99"/><v>x</v></c></row>'),
        OPENS,
        NAME,
    ),
    "a text in pieces": (
        lambda: with_rows(
            f'<row r="3"><c r="A3" t="inlineStr"><is>{"<r><t>a</t></r>" * 20_000}</is></c></row>'
        ),
        OPENS,
        NAME,
    ),
}

SETTINGS: Rows = {
    "an end of line within a title": ('title = "a\\nBcc: x@example.net"\nlanguages = ["en"]\n', OPENS),
    "contacts by the ten thousand": (
        lambda: 'title = "Lamps"\nlanguages = ["en"]\n' + '[[contacts]]\nname = "a"\n' * 10_000,
        "campaign-too-many",
    ),
    "a layout that is none": (
        'title = "Lamps"\nlanguages = ["en"]\nlist = {columns = 99, members = "x"}\n',
        "campaign-wrong-value",
    ),
    "paper that is none": ('title = "Lamps"\nlanguages = ["en"]\npaper = "../A4"\n', "campaign-wrong-value"),
    "recipients that are none": (
        'title = "Lamps"\nlanguages = ["en"]\nrecipients = {to = ["{{ x }}", ""]}\n',
        OPENS,
    ),
    "a way of counting that is none": (
        'title = "Lamps"\nlanguages = ["en"]\ncounts = "all"\n',
        "campaign-wrong-value",
    ),
    "hexadecimal and underlined figures": (
        'title = "Lamps"\nlanguages = ["en"]\nclaimed = {total = 0xFFFF_FFFF_FFFF, anonymous = 1_0}\n',
        "campaign-wrong-type",
    ),
}
