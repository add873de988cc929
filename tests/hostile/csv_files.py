"""Exports of forms as CSV that lie, overflow, or run something in Excel."""

from hostile.kinds import OPENS, Rows
from hostile.zips import LETTER

HEAD = "Organisation,Country,May we publish the name?\n"
NAME = "Lamp Union of Harrow Reach"
ROW = f"{NAME},Thailand,Yes\n"

CSV: Rows = {
    "nothing": (b"", "form-empty"),
    "a mark of order alone": (b"\xef\xbb\xbf", "form-empty"),
    "headings alone": (HEAD, OPENS),
    "NUL in a name": (HEAD + ROW.replace("Union", "Un\0ion"), "csv-row-nul"),
    "UTF-16 with a mark": ((HEAD + ROW).encode("utf-16"), OPENS, NAME),
    "UTF-16 without a mark": ((HEAD + ROW).encode("utf-16-le"), "file-wrong-kind"),
    "UTF-32": ((HEAD + ROW).encode("utf-32"), "file-wrong-kind"),
    "UTF-16, half a letter at its end": ((HEAD + ROW).encode("utf-16")[:-1], "file-damaged"),
    "an old encoding of Western Europe": (
        (HEAD + ROW + "Réseau d'Été,France,Yes\n").encode("cp1252"),
        OPENS,
        "Réseau d'Été",
    ),
    "no encoding": ((HEAD + ROW).encode() + b"\x81\x8d\xff,x,Yes\n", "file-encoding-unknown"),
    "a million columns": (lambda: HEAD + ROW + "," * 1_000_000 + "\n", OPENS, NAME),
    "a million columns with headings": (
        lambda: ",".join(["Organisation", *(f"c{n}" for n in range(1_000_000))]) + f"\n{NAME}\n",
        "file-too-large",
    ),
    "a quotation mark that is never closed": (
        HEAD + ROW + '"Quay Forum,Thailand,Yes\n' + ROW * 3,
        "csv-row-broken",
    ),
    "a quotation mark in the middle": (HEAD + 'Quay "Forum" of Harrow,Thailand,Yes\n' + ROW, OPENS, NAME),
    "something behind a closing quotation mark": (
        HEAD + '"Quay" Forum,Thailand,Yes\n' + ROW,
        "csv-row-broken",
    ),
    "line ends of every kind": (
        HEAD.replace("\n", "\r") + ROW.replace("\n", "\r\n") + "Quay Forum,Laos,No\n",
        OPENS,
        NAME,
    ),
    "formulas for names": (
        HEAD + "".join(f'"{start}HYPERLINK(""http://127.0.0.1:9/x"")",x,Yes\n' for start in "=+-@\t\r") + ROW,
        OPENS,
        NAME,
    ),
    "a call of a program": (HEAD + "=cmd|' /C calc'!A0,x,Yes\n" + ROW, OPENS, NAME),
    "separators of Excel's": ("sep=;\n" + (HEAD + ROW).replace(",", ";"), OPENS, NAME),
    "tabs": ((HEAD + ROW).replace(",", "\t"), OPENS, NAME),
    "rows of every length": (HEAD + NAME + "\n" + ROW + "Quay Forum,Laos,Yes,more,and more\n", OPENS),
    "a name of 200,000 letters": (HEAD + "a" * 200_000 + ",x,Yes\n" + ROW, "cell-too-long"),
    "a name of 40,000 letters": (HEAD + "a" * 40_000 + ",x,Yes\n" + ROW, OPENS, NAME),
    "signs that steer a terminal": (HEAD + "Lamp\x1b[2J\x07Union,x,Yes\n" + ROW, OPENS, NAME),
    "names that run backwards": (HEAD + "\u202enoinU\u202c Lamp\u2066,x,Yes\n" + ROW, OPENS, NAME),
    "markup for names": (HEAD + "A & B <script>alert(1)</script>,x,Yes\n" + ROW, OPENS, NAME),
    "fields for names": (HEAD + "{{ cycler.__init__.__globals__ }},x,Yes\n" + ROW, OPENS, NAME),
    "numbers for names": (HEAD + "42,x,Yes\n1e400,x,Yes\n" + ROW, OPENS, NAME),
    "headings twice": (HEAD + ROW + HEAD + ROW, OPENS, NAME),
    "one heading for all": ("Organisation,Organisation,Organisation\na,b,c\n", "form-names-several"),
    "a row of a million rows": (lambda: HEAD + "\n" * 1_000_000 + ROW, OPENS, NAME),
    "30,000 answers": (
        lambda: HEAD + "".join(f"Union {n} of Harrow,Thailand,Yes\n" for n in range(30_000)),
        "form-too-long",
    ),
    "a workbook by that name": (LETTER.data, "file-wrong-kind"),
    "a PDF by that name": (b"%PDF-1.4\n\xff\xfe\x00", "file-wrong-kind"),
    "random bytes": (bytes(range(1, 256)) * 20, "file-encoding-unknown"),
    "semicolons and commas": (HEAD + "a;b;c\n" + ROW, OPENS, NAME),
    "times that are none": (
        "Timestamp," + HEAD + "99/99/9999 25:61:61," + ROW + "²³/¹/2024," + ROW.replace("Lamp", "Quay"),
        OPENS,
        NAME,
    ),
    "a time of 5,000 digits": ("Timestamp," + HEAD + "9" * 5_000 + "/1/2024 10:00," + ROW, OPENS, NAME),
    "surrogates": (HEAD + "\ud800,x,Yes\n" + ROW, OPENS, NAME),
}
