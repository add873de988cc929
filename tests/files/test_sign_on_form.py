"""Forms as services export them. ``tests/data/forms`` holds each beside what is expected of it."""

import datetime as dt
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.domain.signatory import Disclosure, Kind, Way
from desktop_app.files.form_headings import heading_key, use_of
from desktop_app.files.form_words import Use
from desktop_app.files.sheet_words import Column
from desktop_app.files.sign_on_form import Form, answers_in, form_of

FORMS = Path(__file__).parents[1] / "data" / "forms"
_FIELDS = {"e-mail": "email", "signed on": "signed_on", "listed": "disclosure"}


def read(
    data: bytes | str,
    file: str = "form.csv",
    uses: Mapping[str, Use] = {},
    listed: Disclosure = Disclosure.PENDING,
) -> Form:
    given = data.encode() if isinstance(data, str) else data
    return form_of(answers_in(given, file), {heading_key(h): use for h, use in uses.items()}, listed)


def rows_of(findings: tuple[Finding, ...]) -> dict[str, list[int | None]]:
    rows: dict[str, list[int | None]] = defaultdict(list)
    for finding in findings:
        rows[finding.code] += [place.row for place in finding.places]
    return dict(rows)


def expected(path: Path) -> tuple[list[dict[str, str]], dict[str, dict[str, list[int | None]]]]:
    lines = path.read_text("utf-8").splitlines()
    header, *cells = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
    odd: dict[str, dict[str, list[int | None]]] = {"doubtful": {}, "findings": {}}
    for kind, _, said in (line.partition(": ") for line in lines if "|" not in line):
        *rows, code = sorted(said.split())
        odd[kind][code] = [int(row) for row in rows]
    return [dict(zip(header, row, strict=True)) for row in cells], odd


@pytest.mark.parametrize(
    "path", sorted(FORMS.glob("*.expected.txt")), ids=lambda path: path.name.split(".")[0]
)
def test_a_form_is_read_as_expected(path: Path) -> None:
    file = next(f for f in FORMS.glob(f"{path.name.split('.')[0]}.*") if f != path)
    form = read(file.read_bytes(), file.name)
    wanted, odd = expected(path)
    found = [
        {
            header: str(
                sign_on.row if header == "row" else getattr(sign_on.signatory, _FIELDS.get(header, header))
            )
            for header in wanted[0]
        }
        for sign_on in form.sign_ons
    ]
    assert found == wanted
    assert rows_of(form.doubtful) == odd["doubtful"]
    assert rows_of(form.findings) == odd["findings"]


HEAD = "Organisation,Country,May we publish your organisation's name?"
ROW = "Réseau Phare,Bénin,Oui"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_encoding_and_separator(encoding: str, separator: str) -> None:
    text = f'{HEAD}\r\n{ROW}\r\n"Maison\nd\'été",Niger,Non\r\n'.replace(",", separator)
    first, second = read(text.encode(encoding)).sign_ons
    assert (first.signatory.name, first.signatory.country) == ("Réseau Phare", "Bénin")
    assert first.signatory.disclosure is Disclosure.NAMED
    assert second.signatory.name == "Maison d'été"
    assert second.signatory.disclosure is Disclosure.ANONYMOUS


THREE = f"{HEAD}\nAlder Trust,Chad,Oui\nGôrse,Niger,Non\n"


@pytest.mark.parametrize("file", ["form.csv", "form.tsv", "names.txt"])
def test_a_guessed_encoding_is_told_with_the_first_row_that_shows_it(file: str) -> None:
    text = THREE if file != "names.txt" else "Alder Trust\nBirch Trust\nGôrse\n"
    guess = read(text.encode("cp1252"), file)
    assert [sign_on.signatory.name for sign_on in guess.sign_ons][-1] == "Gôrse"
    assert rows_of(guess.findings)["encoding-guessed"] == [3]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert "encoding-guessed" not in rows_of(read(text.encode(encoding), file).findings)
    assert "encoding-guessed" not in rows_of(read(text.replace("ô", "o").encode("cp1252"), file).findings)


def test_a_guessed_encoding_is_told_with_a_row_that_looks_wrong_if_it_is() -> None:
    # Row 2 is the same in both encodings: whoever compares it would think that all names are right.
    text = f"{HEAD}\nŠola Miru,Slovenia,No\nAlder Trust,Chad,Yes\nČista Hiša,Slovenia,No\n"
    guess = read(text.encode("cp1250"))
    assert guess.sign_ons[-1].signatory.name == "Èista Hiša"
    assert rows_of(guess.findings)["encoding-guessed"] == [4]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("mac_roman", "Gôrse"),
        ("mac_roman", "Réseau"),
        ("mac_roman", "Lumière"),
        ("mac_roman", "RÉSEAU"),
        ("cp850", "Réseau"),
        ("cp1250", "Związek"),
        ("cp1251", "Союз"),
        ("gb18030", "橡树读书会"),
    ],
)
def test_an_encoding_that_cannot_be_the_guessed_one_is_refused(encoding: str, name: str) -> None:
    # Read as another, a withheld name would not be found again in what goes out.
    with pytest.raises(ProblemError, match="file-encoding-unknown"):
        read(THREE.replace("Gôrse", name).encode(encoding))


@pytest.mark.parametrize(
    "name",
    [
        "L’Œuvre",
        "Col·lectiu",
        "Maison «Été»",
        "Paris–Dakar",
        "Água™ Viva",
        "Nº 5",
        "Eco\N{NO-BREAK SPACE}Énergie",
        "d´été",
        "Ægir",
        "Art•Lab",
        "ART•LAB",
    ],
)
def test_what_western_windows_writes_is_read(name: str) -> None:
    assert read(THREE.replace("Gôrse", name).encode("cp1252")).sign_ons[-1].signatory.name


@pytest.mark.parametrize("file", ["form.csv", "form.tsv", "form.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("line", "separator"),
    [("sep=;", ";"), ("SEP=,", ","), ("sep=\t", "\t"), ("sep=\\t", "\t"), ('"sep=|"', "|"), ("sep=;;;", ";")],
)
def test_a_first_line_that_tells_the_separator_is_no_answer(
    line: str, separator: str, encoding: str, file: str
) -> None:
    answer = "Alder, Ash; Birch" if separator in "\t|" else "Alder Ash Birch"
    told = "\r\n".join((line, HEAD.replace(",", separator), separator.join((answer, "Bénin", "Oui"))))
    (sign_on,) = read(told.encode(encoding), file).sign_ons
    assert (sign_on.row, sign_on.signatory.name, sign_on.signatory.country) == (2, answer, "Bénin")
    assert sign_on.signatory.disclosure is Disclosure.NAMED


@pytest.mark.parametrize("file", ["form.csv", "form.txt"])
def test_bars_part_columns_where_the_headings_have_them(file: str) -> None:
    bars = read(f"{HEAD.replace(',', '|')}\nAlder, Ash, Birch; Co|Chad|Oui\nCedar|Niger|Non\n", file)
    assert [(one.row, one.signatory.name, one.signatory.country) for one in bars.sign_ons] == [
        (2, "Alder, Ash, Birch; Co", "Chad"),
        (3, "Cedar", "Niger"),
    ]
    in_answers = read("Organisation,Topics\nAlder,land|water|air|law\nBirch,land|water|air|law\n")
    assert [one.signatory.name for one in in_answers.sign_ons] == ["Alder", "Birch"]


@pytest.mark.parametrize("file", ["form.csv", "form.txt"])
@pytest.mark.parametrize(
    "text",
    [
        "Sign-ons\nOrganisation|Country\nAlder Trust|Chad\nBirch Trust|Niger\n",
        "Alder Trust|Chad\nBirch|Niger\n",
    ],
)
def test_a_table_of_bars_is_not_read_as_names_alone(text: str, file: str) -> None:
    with pytest.raises(ProblemError, match="form-headings-missing"):
        read(text, file)


@pytest.mark.parametrize("file", ["form.csv", "form.txt"])
@pytest.mark.parametrize(
    "text",
    [
        "<table>\n<tr><td>Alder Trust</td></tr>\n</table>",
        "\n<!DOCTYPE html>\n<html><table><tr><td>Alder Trust",
        '<?xml version="1.0"?><rows><row>Alder Trust',
        '[\n{"name": "Alder Trust"}]',
        "{\\rtf1 Alder Trust}",
        "%PDF-1.7 Alder Trust",
    ],
)
def test_a_file_of_another_kind_gives_no_names(text: str, file: str) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        with pytest.raises(ProblemError, match="file-wrong-kind"):
            read(text.encode(encoding), file)


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(data)
    return data.getvalue()


def test_what_a_workbook_hides_is_read_and_told() -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (
        HEAD.split(","),
        ["Alder", "Chad", "Oui"],
        [],
        ["Birch", "Niger", "Non"],
        ["Cedar", "Togo", "Oui"],
    ):
        sheet.append(row)
    book.create_sheet("Earlier").append(["Dogwood"])
    book["Earlier"].sheet_state = "hidden"
    book.save(shown := io.BytesIO())
    assert rows_of(read(shown.getvalue(), "form.xlsx").findings) == {"sheets-hidden": [None]}
    for hidden in (3, 4, 5, 9):  # 3 and 9 have nothing in them
        sheet.row_dimensions[hidden].hidden = True
    for letter in "CH":
        sheet.column_dimensions[letter].hidden = True
    book.save(data)
    form = read(data.getvalue(), "form.xlsx")
    assert [one.signatory.name for one in form.sign_ons] == ["Alder", "Birch", "Cedar"]
    assert rows_of(form.findings) == {
        "rows-hidden": [4, 5],
        "columns-hidden": [None],
        "sheets-hidden": [None],
    }
    assert [dict(finding.values) for finding in form.findings] == [
        {"rows": 2},
        {"columns": ("C",)},
        {"sheets": ("Earlier",)},
    ]


def test_a_workbook_that_hides_all_of_its_sheets_is_not_called_empty() -> None:
    data, parts = workbook(("Organisation",), ("Alder",)), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as seen, zipfile.ZipFile(parts, "w") as unseen:
        for name in seen.namelist():
            unseen.writestr(name, seen.read(name).replace(b'state="visible"', b'state="veryHidden"'))
    with pytest.raises(ProblemError, match="sheet-missing"):
        read(parts.getvalue(), "form.xlsx")


def _with_errors(data: bytes) -> bytes:
    """The workbook with its formulas replaced by errors, as Excel saves what it cannot work out."""
    parts = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(parts, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(
                name,
                re.sub(
                    rb'<c r="(\w+)"[^>]*><f>[^<]*</f><v ?/?>(</v>)?</c>',
                    rb'<c r="\1" t="e"><v>#N/A</v></c>',
                    text,
                ),
            )
    return parts.getvalue()


def at(day: int) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2024-01-{day} 18:04:11")


def test_a_workbook_of_answers() -> None:
    data = workbook(
        ("ID", "Start time", "Completion time", "Email", "Name", "Organisation", "May we list your name?"),
        (1, "", at(28), "anonymous", "", "Lantern House", "Yes"),
        (2, "", at(29), "anonymous", "", '=CONCATENATE("a","b")', "Yes"),
        (3, "", at(30), "anonymous", "", 1989, True),
        (4, "", at(31), "anonymous", "", "Willow Fund", '=IF(1,"Yes")'),
    )
    form = read(data, "answers.xlsx")
    assert [(s.key, s.said_at[:10], s.signatory.name) for s in form.sign_ons] == [
        ("1\n2024-01-28 18:04:11", "2024-01-28", "Lantern House"),
        ("3\n2024-01-30 18:04:11", "2024-01-30", "1989"),
        ("4\n2024-01-31 18:04:11", "2024-01-31", "Willow Fund"),
    ]
    disclosures = [s.signatory.disclosure.value for s in form.sign_ons]
    assert disclosures == ["named", "named", "anonymous"]
    assert rows_of(form.doubtful) == {"name-missing": [3]}
    assert rows_of(form.findings) == {"name-is-formula": [3], "name-is-number": [4], "consent-unclear": [5]}


@pytest.mark.parametrize("name", ["=1+1", "+44 Collective", "@home", "-Dash-", '=HYPERLINK("x")'])
def test_a_name_that_looks_like_a_formula_is_text(name: str) -> None:
    quoted = name.replace('"', '""')
    assert read(f'{HEAD}\n"{quoted}",,Yes\n').sign_ons[0].signatory.name == name


def problem(headings: str, **uses: Use) -> ProblemError:
    with pytest.raises(ProblemError) as raised:
        read(f"{headings}\na,b,c,d\n", uses=uses)
    return raised.value


def test_what_is_not_plain_is_asked() -> None:
    unsure = problem("Organisation,Country,Do you agree?")
    assert (unsure.code, unsure.values["headings"]) == ("form-consent-unsure", ("Do you agree?",))
    both = "May we publish your name? (To stay anonymous, choose No.)"
    assert problem(f'Organisation,"{both}"').values["headings"] == (both,)
    several = problem("Name of organisation,Organisation name in English,Country")
    assert several.code == "form-names-several"
    missing = problem("Country,City,May we publish your name?")
    assert (missing.code, len(missing.values["headings"])) == ("form-name-missing", 3)  # type: ignore[arg-type]
    respondent = problem("ID,Start time,Completion time,Name")
    assert respondent.code == "form-name-missing"
    assert problem("Organisation,Country", Town=Use.GROUP).code == "form-heading-unknown"


def test_what_she_says_of_a_column_holds() -> None:
    text = "Team,Do you agree?,Name\nLantern House,Yes,B. Lind\n"
    form = read(text, uses={"Team": Use.NAME, "Do you agree?": Use.CONSENT})
    signatory = form.sign_ons[0].signatory
    assert (signatory.name, signatory.contact) == ("Lantern House", "B. Lind")
    assert signatory.disclosure is Disclosure.NAMED
    turned = read(text, uses={"Team": Use.NAME, "Do you agree?": Use.ANONYMITY})
    assert turned.sign_ons[0].signatory.disclosure is Disclosure.ANONYMOUS


@pytest.mark.parametrize(
    "heading",
    [
        "Would you like to receive our newsletter?",
        "Do you accept our privacy policy?",
        "J'accepte la politique de confidentialité",
        "Acepto el aviso de privacidad",
        "May we use your logo?",
        "I agree to the processing of my personal data",
        "Do you agree with the letter?",
        "Consent",
        "May we contact you by phone?",
    ],
)
def test_no_other_consent_is_taken_for_consent_to_publish(heading: str) -> None:
    with suppress(ProblemError):  # asked, then
        form = read(f'Organisation,"{heading}"\nLantern House,Yes\n')
        assert form.sign_ons[0].signatory.disclosure is Disclosure.PENDING


def test_one_no_outweighs_any_yes() -> None:
    web, missions = "May we publish your name on the web?", "May we share your name with the missions?"
    text = f"Organisation,{web},{missions}\nA House,Yes,Yes\nB House,Yes,No\nC House,No,Yes\nD House,,Yes\n"
    disclosures = [sign_on.signatory.disclosure.value for sign_on in read(text).sign_ons]
    assert disclosures == ["named", "anonymous", "anonymous", "anonymous"]


LIST = "Name,Disclosure,Publicación,Listed as,Also known as\n"


@pytest.mark.parametrize(
    ("marks", "said", "disclosure", "code"),
    [
        ("named,named", Disclosure.PENDING, "pending", "named-in-another-list"),
        ("named,named", Disclosure.NAMED, "named", ""),
        ("named,no", Disclosure.NAMED, "anonymous", ""),
        ("anonymous,sí", Disclosure.NAMED, "anonymous", ""),
        ("named,pending", Disclosure.NAMED, "pending", ""),
        ("named,", Disclosure.ANONYMOUS, "pending", ""),
        ("withdrawn,named", Disclosure.NAMED, "withdrawn", ""),
        ("named,perhaps", Disclosure.NAMED, "pending", "listed-unknown"),
    ],
)
def test_a_list_says_how_its_rows_appear_and_gives_no_consent(
    marks: str, said: Disclosure, disclosure: str, code: str
) -> None:
    form = read(f"{LIST}Lantern House,{marks},,\n", listed=said)
    assert form.sign_ons[0].signatory.disclosure.value == disclosure
    assert list(rows_of(form.findings)) == [code][: bool(code)]


def test_a_list_is_printed_under_the_names_it_says() -> None:
    text = f'{LIST}Lantern House,named,named,A group in Chad,"The Lantern; LH Chad"\n'
    signatory = read(text, listed=Disclosure.NAMED).sign_ons[0].signatory
    assert (signatory.name, signatory.listed_as) == ("Lantern House", "A group in Chad")
    assert signatory.also_known_as == ("The Lantern", "LH Chad")


def test_every_column_of_a_list_has_its_use() -> None:
    assert {column.value for column in Column} <= {use.value for use in Use}
    assert {column for column in Column if use_of(column.value) is not Use(column.value)} == set()


def test_a_list_is_counted_and_titled_as_it_says() -> None:
    head = "Name,Kind,Title or affiliation,Counts,Member of,Text version,Confirmed by,Source\n"
    rows = (
        "Umbrella Net,organisation,,once,,2 (2024-01-01 10:00),B. Lind,a call\n"
        "Lantern House,organisation,,sometimes,Umbrella Net,,,\nIda Open,person,Poet,,,,,\n"
    )
    form = read(head + rows, "list.csv")
    umbrella, member, person = (sign_on.signatory for sign_on in form.sign_ons)
    assert (umbrella.counts, umbrella.confirmed_by) == (Way.ONCE, "B. Lind")
    assert (umbrella.text_version, umbrella.source) == ("2 (2024-01-01 10:00)", "form list.csv, a call")
    assert (member.counts, member.member_of, person.title) == (None, "Umbrella Net", "Poet")
    assert rows_of(form.findings) == {"counts-unknown": [3]}


def test_a_name_that_cannot_be_read_hides_the_other() -> None:
    data = workbook(("Name", "Listed", "Listed as"), ("Lantern House", "named", "=NA()"))
    form = read(_with_errors(data), "list.xlsx", listed=Disclosure.NAMED)
    assert form.sign_ons[0].signatory.disclosure is Disclosure.ANONYMOUS
    assert rows_of(form.findings) == {"cell-is-error": [2]}


def test_a_mark_in_a_list_takes_back_a_yes_to_the_form() -> None:
    head = "Organisation,Listed,May we publish your name?\n"
    rows = "A House,named,Yes\nB House,anonymous,Yes\nC House,named,No\nD House,pending,Yes\n"
    disclosures = [sign_on.signatory.disclosure.value for sign_on in read(head + rows).sign_ons]
    assert disclosures == ["named", "anonymous", "anonymous", "pending"]


def test_a_person_signs_where_the_form_says_so() -> None:
    text = (
        "Are you signing as an organisation or an individual?,Name of organisation,Full name,Position,"
        "May we publish your name?\n"
        "As an individual,Lantern House,B. Lind,Poet,Yes\nAs an organisation,Lantern House,B. Lind,Poet,Yes\n"
    )
    person, organisation = (s.signatory for s in read(text, uses={text.partition(",")[0]: Use.KIND}).sign_ons)
    assert (person.kind, person.name, person.title) == (Kind.PERSON, "B. Lind", "Poet, Lantern House")
    assert (organisation.kind, organisation.name) == (Kind.ORGANISATION, "Lantern House")
    assert (organisation.title, organisation.contact) == ("", "B. Lind, Poet")


PUBLISH = "May we publish your name?"


@pytest.mark.parametrize(
    ("head", "row", "name", "title", "contact"),
    [
        ("Name,Kind,Contact", "Prof. Ida Open,person,Secret Helper", "Prof. Ida Open", "", "Secret Helper"),
        ("Name,Kind", "Ida Open,person", "Ida Open", "", ""),
        (
            "Name,Signing as,Contact person",
            "Ida Open,Individual,Secret Helper",
            "Ida Open",
            "",
            "Secret Helper",
        ),
        ("Name,Kind,First name,Last name", "Ida Open,person,I.,Open", "Ida Open", "", "I. Open"),
        ("Name,Kind,First name,Last name", ",person,Ida,Open", "Ida Open", "", ""),
        (
            "Organisation,Kind,First name,Last name,Contact",
            "Lantern House,person,Ida,Open,Secret Helper",
            "Ida Open",
            "Lantern House",
            "Secret Helper",
        ),
        ("Organisation,Kind", "Ida Open,person", "Ida Open", "", ""),
        ("Name,Organisation,Kind", "Ida Open,Lantern House,person", "Ida Open", "Lantern House", ""),
    ],
)
def test_a_contact_is_never_the_name_of_a_person_who_signs(
    head: str, row: str, name: str, title: str, contact: str
) -> None:
    (sign_on,) = read(f"{head},{PUBLISH}\n{row},Yes\n").sign_ons
    signatory = sign_on.signatory
    assert (signatory.name, signatory.title, signatory.contact) == (name, title, contact)
    assert (signatory.kind, signatory.disclosure) == (Kind.PERSON, Disclosure.NAMED)


def test_an_organisation_and_its_contact_are_no_person_who_signs() -> None:
    form = read(f"Organisation,Kind,Contact,{PUBLISH}\nLantern House,person,Secret Helper,Yes\n")
    assert (form.sign_ons, rows_of(form.doubtful)) == ((), {"name-missing": [2]})
    assert problem(f"Contact person,Country,{PUBLISH}").code == "form-name-missing"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Organisation,Comments", "Lantern House,But please do NOT publish our name; only count us"),
        ("Organisation,Town", "Lantern House,please keep us anonymous"),
        ("Organisation,Anything we should know?", "Lantern House,Merci de ne pas publier notre nom"),
        ("Organisation,Country", "Pear Fund (please keep anonymous),Chad"),
        ("Organisation,Country", "We do not want to be named,Chad"),
        ("Organisation,Country", "ANONYMOUS,Chad"),
        ("Organisation,First name,Last name,Kind", "Lantern House,Ida,Open (anonymous),person"),
    ],
)
def test_a_no_in_a_remark_or_in_the_name_outweighs_a_yes(head: str, row: str) -> None:
    others = "".join(f"{name}{',Thanks' * head.count(',')},Yes\n" for name in ("Willow Fund", "Dune Friends"))
    form = read(f"{head},{PUBLISH}\n{row},Yes\n{others}")
    assert form.sign_ons[0].signatory.disclosure is Disclosure.ANONYMOUS
    assert rows_of(form.findings) == {"asks-to-be-hidden": [2]}
    without = read(f"{head}\n{row}\n{others.replace(',Yes', '')}", listed=Disclosure.NAMED)
    assert without.sign_ons[0].signatory.disclosure is Disclosure.ANONYMOUS


@pytest.mark.parametrize(
    "remark",
    [
        "Our government must not learn of this",
        "use the name “Free Birds” instead",
        "Please be careful: our members fear reprisals",
    ],
)
def test_a_remark_of_danger_or_another_name_is_read_before_the_name_is_printed(remark: str) -> None:
    rows = f'Lantern House,"{remark}",Yes\nWillow Fund,Thank you for organising this!,Yes\n'
    form = read(f"Organisation,Comments,{PUBLISH}\n{rows}")
    assert [s.signatory.disclosure.value for s in form.sign_ons] == ["anonymous", "named"]
    assert rows_of(form.findings) == {"remark-to-read": [2]}


def test_a_title_that_speaks_of_danger_is_a_title() -> None:
    form = read(f"Full name,Title,{PUBLISH}\nIda Lund,Head of our security,Yes\n")
    assert [s.signatory.disclosure.value for s in form.sign_ons] == ["named"]


@pytest.mark.parametrize(("head", "answer", "row"), [(f"Organisation,{PUBLISH}\n", ",Yes", 3), ("", "", 2)])
def test_two_that_give_no_name_do_not_become_one(head: str, answer: str, row: int) -> None:
    names = ("Anonymous", "ANONYMOUS", "Anonymous (Yangon)", "Pear Fund (anonymous)", "Pear Fund (anonymous)")
    form = read(head + "".join(f"{name}{answer}\n" for name in names))
    assert len(form.sign_ons) == 4
    assert {s.signatory.disclosure for s in form.sign_ons} == {Disclosure.ANONYMOUS}
    assert rows_of(form.doubtful) == {"name-is-none": [row]}


def test_where_there_is_no_name_nobody_is_enrolled() -> None:
    form = read(f"Organisation,{PUBLISH}\n-,Yes\nN/A,Yes\ntest,Yes\nWillow Fund,Yes\n")
    assert [s.signatory.name for s in form.sign_ons] == ["Willow Fund"]
    assert rows_of(form.doubtful) == {"name-is-none": [2, 3, 4]}


@pytest.mark.parametrize(
    "text",
    [
        "1. Grape Forum\n2) Date Society\n 10. 350 Degrees\n",
        "• Grape Forum\n- Date Society\n* 350 Degrees\n",
        "Grape Forum\n- Date Society\n- 350 Degrees\n",
    ],
)
def test_pasted_names_lose_their_numbers_and_bullets(text: str) -> None:
    form = read(text, "names.txt")
    assert [s.signatory.name for s in form.sign_ons] == ["Grape Forum", "Date Society", "350 Degrees"]
    assert [finding.code for finding in form.findings] == ["name-marks-dropped"]


def test_a_number_that_is_part_of_a_name_stays() -> None:
    names = ["7. April Movement", "Willow Fund", "350.org", "-Dash-"]
    form = read("\n".join(names), "names.txt")
    assert [s.signatory.name for s in form.sign_ons] == names
    assert form.findings == ()


def test_a_pasted_name_may_ask_to_be_hidden() -> None:
    form = read("Willow Fund\nPear Fund (do not publish)\nn/a\n", "names.txt", listed=Disclosure.NAMED)
    assert [s.signatory.disclosure.value for s in form.sign_ons] == ["named", "anonymous"]
    assert rows_of(form.findings) == {"asks-to-be-hidden": [2]}
    assert rows_of(form.doubtful) == {"name-is-none": [3]}


@pytest.mark.parametrize("answer", ["1", "1.0", "1,00"])
def test_one_is_one_however_a_sheet_writes_it(answer: str) -> None:
    form = read(f'Organisation,{PUBLISH}\nWillow Fund,"{answer}"\n')
    assert form.sign_ons[0].signatory.disclosure is Disclosure.ANONYMOUS
    assert rows_of(form.findings) == {"consent-unclear": [2]}


def test_answers_are_told_apart_by_their_own_number_where_it_is_one() -> None:
    text = "_uuid,Organisation\nu1,Lantern House\nu2,Lantern House\nu2,Willow Fund\n,The Willow Fund\n"
    keys = [sign_on.key for sign_on in read(text).sign_ons]
    assert keys[:2] == ["u1", "\n\nlantern house"]
    assert len(set(keys)) == 4


@pytest.mark.parametrize("text", ["Name\nLantern House\n", "Organisation\nLantern House\n"])
def test_one_column_with_a_heading_is_a_form(text: str) -> None:
    assert [s.signatory.name for s in read(text).sign_ons] == ["Lantern House"]


def test_one_column_without_a_heading_is_names() -> None:
    form = read("Lantern House\nWillow Fund\n", listed=Disclosure.NAMED)
    assert [(s.row, s.signatory.disclosure.value) for s in form.sign_ons] == [(1, "named"), (2, "named")]
    assert form.columns == ()


def book_of(**sheets: Sequence[tuple[str, ...]]) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(data)
    return data.getvalue()


COVER = [("Sign-ons to the open letter",), ("Two forms, one for each language", "as of March")]
ENGLISH = [("Organisation", "May we publish your name?"), ("Lantern House", "Yes")]
FRENCH = [("Nom de votre organisation", "Pouvons-nous publier votre nom ?"), ("Réseau Phare", "Non")]


def test_the_sheet_with_answers_is_read_and_the_others_are_named() -> None:
    form = read(book_of(Cover=COVER, Empty=[], Answers=ENGLISH), "answers.xlsx")
    assert [s.signatory.name for s in form.sign_ons] == ["Lantern House"]
    (unread,) = form.findings
    assert (unread.code, unread.values["sheets"]) == ("form-sheets-unread", ("Cover",))
    assert read(book_of(Empty=[], Answers=ENGLISH), "answers.xlsx").findings == ()


@pytest.mark.parametrize("french", [FRENCH, [*FRENCH, *FRENCH[1:]]])
def test_of_two_sheets_with_answers_she_says_which(french: list[tuple[str, ...]]) -> None:
    data = book_of(Cover=COVER, English=ENGLISH, Français=french)
    with pytest.raises(ProblemError) as raised:
        answers_in(data, "answers.xlsx")
    assert (raised.value.code, raised.value.values["sheets"]) == (
        "form-sheets-several",
        ("English", "Français"),
    )
    form = form_of(answers_in(data, "answers.xlsx", sheet="Français"), {}, Disclosure.PENDING)
    assert form.sign_ons[0].signatory.name == "Réseau Phare"
    assert [f.values["sheets"] for f in form.findings] == [("Cover", "English")]
    with pytest.raises(ProblemError) as raised:
        answers_in(data, "answers.xlsx", sheet="Deutsch")
    assert (raised.value.code, raised.value.values["known"]) == (
        "form-sheet-unknown",
        ("Cover", "English", "Français"),
    )


def test_names_on_two_sheets_are_not_read_by_halves() -> None:
    data = book_of(One=[("Lantern House",)], Two=[("Willow Fund",)])
    with pytest.raises(ProblemError) as raised:
        answers_in(data, "names.xlsx")
    assert raised.value.code == "form-sheets-several"


@pytest.mark.parametrize(
    "first",
    [
        "2024-01-28 18:04:11,Harbour Organisation,Norway,Yes",
        "Harbour Organisation,Norway,h@example.org",
        "Harbour Organisation,Norway,No",
        "Harbour Organisation,+47 123 45 678,Norway",
        "Harbour Organisation,https://harbour.example.org,Norway",
        "Harbour,Norway",
        "Harbour Women,named",
        "Harbour Women,anonymous",
        "Harbour Women,publish",
        "Harbour Women,not public",
        "Harbour Women,organisation,Norway",
        "Harbour Women,organisation",
        "Harbour Union,Norway",
        "Group of Harbour,Norway",
        "Nomads of Harbour Association,Norway",
    ],
)
def test_an_answer_in_the_first_row_is_no_heading_and_is_not_quoted(first: str) -> None:
    with pytest.raises(ProblemError) as raised:
        read(f"{first}\nLantern House,organisation,Yes\n")
    assert (raised.value.code, raised.value.place.row) == ("form-headings-missing", 1)
    assert "Harbour" not in str(raised.value.values) + str(raised.value)


@pytest.mark.parametrize(
    "heading",
    [
        *("Name", "Organisation", "Name of organisation", "Organisation or group", "Your organisation"),
        *("organisation_name", "Organization's Name", "Nom de l'organisation", "Organización", "NGO name"),
        *("Название организации", "组织名称", "အဖွဲ့အစည်းအမည်", "Full name of your group", "Network name"),
    ],
)
def test_a_heading_asks_for_the_name(heading: str) -> None:
    assert use_of(heading) in (Use.NAME, Use.PERSON)


@pytest.mark.parametrize(("heading", "yes"), [("Publish?", "Publish"), ("Anonymous", "No")])
def test_a_question_may_be_answered_in_its_own_words(heading: str, yes: str) -> None:
    form = read(f"Organisation,{heading}\nA House,{yes}\nB House,Anonymous\n")
    assert form.sign_ons[1].signatory.disclosure is Disclosure.ANONYMOUS


@pytest.mark.parametrize("answer", ["named", "Group of 7", "Union", "Karen Union", "Nomad Association"])
def test_what_may_be_an_answer_asks_for_no_name(answer: str) -> None:
    assert use_of(answer) is None


def test_a_column_of_numbers_is_headed_no() -> None:
    form = read("No.,Organisation\n1,Lantern House\n")
    assert [s.signatory.name for s in form.sign_ons] == ["Lantern House"]


def test_an_answer_too_long_for_a_cell_is_one_doubtful_row() -> None:
    head = "Organisation,Anything else?,May we publish your name?\n"
    form = read(f"{head}Lantern House,{'x' * 32_768},Yes\nWillow Fund,{'x' * 32_767},Yes\n")
    assert [s.signatory.name for s in form.sign_ons] == ["Willow Fund"]
    (doubt,) = form.doubtful
    assert (doubt.code, doubt.places[0].row) == ("answer-too-long", 2)
    assert doubt.values["heading"] == "Anything else?"


def test_a_line_too_long_for_a_name_is_one_doubtful_row() -> None:
    form = read(f"Lantern House\n{'x' * 40_000}\n", "names.txt")
    assert [s.signatory.name for s in form.sign_ons] == ["Lantern House"]
    assert rows_of(form.doubtful) == {"list-text-too-long": [2]}


def test_nothing_is_no_form() -> None:
    for file in ("answers.csv", "names.txt"):
        with pytest.raises(ProblemError) as raised:
            read("\n \n", file)
        assert raised.value.code == "form-empty"
