"""Every code that the program can raise or report has its sentence, and no sentence is without a code."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.duplicates import Reason
from desktop_app.domain.letter_anatomy import Role, Sureness
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Step
from desktop_app.domain.withheld import FormKind
from desktop_app.files.unreadable import WhyUnread
from desktop_app.services.search_results import Hit, Unread
from desktop_app.support.i18n import speak
from desktop_app.wording import of_finding, of_place, of_places, of_problem, of_reasons, of_step, of_undone
from desktop_app.wording.duplicates import REASONS
from desktop_app.wording.findings import FINDINGS
from desktop_app.wording.hits import FORMS, of_hit
from desktop_app.wording.imports import DOUBTS, of_reason, of_role, of_sureness
from desktop_app.wording.in_window import OTHERWISE
from desktop_app.wording.problems import PROBLEMS
from desktop_app.wording.unread import WHY, of_unread

PACKAGE = Path(__file__).resolve().parents[1] / "desktop_app"
ERRORS = {"ProblemError", "RefusedError", "LeakError", "NotAllowedError", "unknown"}
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+|usage|internal|cancelled")


def calls(names: set[str]) -> Iterator[tuple[str, str]]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in names:
                for part in ast.walk(node.args[0]):
                    if (
                        isinstance(part, ast.Constant)
                        and isinstance(part.value, str)
                        and CODE.fullmatch(part.value)
                    ):
                        yield part.value, path.name


def test_every_error_has_a_sentence() -> None:
    raised = dict(calls(ERRORS))
    assert len(raised) > 40
    assert {code: file for code, file in raised.items() if code not in PROBLEMS} == {}


def test_every_finding_has_a_sentence() -> None:
    reported = dict(calls({"Finding", "odd"}))
    assert len(reported) > 30
    assert {code: file for code, file in reported.items() if code not in {*FINDINGS, *PROBLEMS}} == {}


def slots(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def test_a_sentence_asks_for_nothing_that_its_code_does_not_give() -> None:
    lacking = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = getattr(node.func, "id", "")
            code = str(node.args[0].value)
            if name in ERRORS - {"unknown", "NotAllowedError"} and not any(
                k.arg is None for k in node.keywords
            ):
                given = {keyword.arg for keyword in node.keywords}
                lacking[path.name, code] = slots(PROBLEMS[code]) - given
            elif name == "Finding":
                values = (
                    [node.args[3]]
                    if len(node.args) > 3
                    else [k.value for k in node.keywords if k.arg == "values"]
                )
                if all(isinstance(value, ast.Dict) and None not in value.keys for value in values):
                    given = {getattr(key, "value", "") for value in values for key in value.keys}  # type: ignore[attr-defined]
                    lacking[path.name, code] = slots({**PROBLEMS, **FINDINGS}[code]) - given
    assert len(lacking) > 60
    assert {place: names for place, names in lacking.items() if names} == {}


def test_no_sentence_is_without_a_code() -> None:
    source = "\n".join(p.read_text("utf-8") for p in PACKAGE.rglob("*.py") if "wording" not in p.parts)
    written = set(re.findall(r'"([a-z][a-z0-9-]+)"', source))
    made = {f"{column}-unknown" for column in ("gender", "language", "counts", "kind", "listed")}
    assert {*FINDINGS, *PROBLEMS} - written - made == set()


def test_every_reason_for_a_pair_has_a_sentence() -> None:
    assert set(REASONS) == set(Reason)
    both = of_reasons([Reason.SLIP, Reason.ALIAS])
    assert both == "Perhaps a typing slip: a letter or two differ. “Also known as” says so."


def test_every_doubt_about_a_letter_has_a_sentence_and_no_sentence_is_without_one() -> None:
    folders = (PACKAGE / "domain", PACKAGE / "files")
    sources = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py")]
    sources += [
        (PACKAGE / "services" / f"{name}.py").read_text("utf-8") for name in ("importing", "retexting")
    ]
    written = {code for source in sources for code in re.findall(r'"((?:import|text)-[a-z-]+)"', source)}
    # The head of a letter says of some parts that they stand there twice.
    twice = {f"import-second-{role}" for role in ("title", "date", "subject", "reference")}
    assert (written | twice) - {*PROBLEMS, *FINDINGS} == set(DOUBTS)


def test_every_sureness_reason_and_part_has_its_words() -> None:
    assert all(map(of_sureness, Sureness))
    assert all(map(of_role, Role))
    reasons = ("its-own-words", "its-place", "file-says", "only-shape")
    assert len({of_reason(code) for code in reasons}) == len(reasons)


@pytest.mark.parametrize(
    "message", [*FINDINGS.values(), *PROBLEMS.values(), *REASONS.values(), *DOUBTS.values()]
)
def test_a_sentence_is_one(message: str) -> None:
    fields = [name for _, name, _, _ in string.Formatter().parse(message) if name]
    assert all(name.isidentifier() for name in fields)
    assert "  " not in message
    assert message.rstrip(")}").endswith((".", "?", "reason"))


def test_an_error_names_its_place_and_the_nearest() -> None:
    place = Place("letter.docx", "body", 3)
    problem = ProblemError("unknown-field", place, field="letter.dat", nearest="letter.date")
    expected = "letter.docx, paragraph 3: There is no field “letter.dat”. Did you mean “letter.date”?"
    assert of_problem(problem) == expected


def test_a_long_list_of_values_is_cut() -> None:
    finding = Finding("left-out", Severity.NOTE, values={"states": tuple("ABCDEFGHIJKLMNOP")})
    assert of_finding(finding).endswith("A, B, C, D, E, F, G, H, I, J, K, L, ….")


def test_a_row_stands_for_its_signatory() -> None:
    assert of_place(Place("signatories-private.xlsx", row=14)) == "signatories-private.xlsx, row 14"
    assert of_place(Place()) == ""
    assert of_place(Place(part="out")) == "the name of the folder"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("campaign.toml", "text.fr.title"), "campaign.toml, title (French)"),
        (Place("campaign.toml", "contacts[2].email"), "campaign.toml, contacts 2"),
        (Place("campaign.toml", "cc", row=14), "campaign.toml, copies, (withheld, row 14)"),
        (Place("campaign.toml", "extra.of.somebody"), "campaign.toml, extra.of.somebody"),
        (Place("letter.docx", "word/document.xml"), "letter.docx, text"),
        (Place("letter.docx", "word/header2.xml"), "letter.docx, header"),
        (Place("letter.docx", "docProps/core.xml"), "letter.docx, properties of the file"),
        (Place("letters.zip", "FRA.docx!word/media/image1.png"), "letters.zip, FRA.docx, a picture"),
        (Place("letter.pdf", "page 3"), "letter.pdf, page 3"),
        (Place("letter.docx", "word/vbaProject.bin"), "letter.docx, word/vbaProject.bin"),
        (
            Place("recipients", paragraph=2, row=9),
            "the list of recipients, entry 2, the name of row 9 of the signatories",
        ),
        (
            Place("recipients", "ministers.xlsx", 4, 9),
            "ministers.xlsx, row 4, the name of row 9 of the signatories",
        ),
        (Place("own.xlsx", "out", row=3), "own.xlsx, out, row 3"),
    ],
)
def test_a_place_is_said_in_words_of_whoever_looks_for_it(place: Place, said: str) -> None:
    assert of_place(place) == said


def test_every_reason_for_which_a_file_is_not_searched_is_said() -> None:
    assert set(WHY) == set(WhyUnread)
    said = of_unread(Unread("old.zip", "notes/a.doc", WhyUnread.ENCRYPTED))
    assert said.startswith("old.zip, notes/a.doc: not checked: it is protected by a password.")


def test_every_form_of_a_name_is_said_in_words() -> None:
    assert set(FORMS) == set(FormKind)


def test_a_covered_name_is_said_in_the_readers_language() -> None:
    hit = Hit("papers/(hidden, row 7)", "(hidden, row 7)!word/document.xml", 7, FormKind.RUN)
    speak(["fr"])
    try:
        said = of_hit(hit)
    finally:
        speak([])
    assert said == (
        "papers/(nom caché, ligne 7): (nom caché, ligne 7), texte (nom à taire, ligne 7), suite de mots"
    )


def test_every_step_that_can_be_taken_back_has_a_line() -> None:
    made = {
        node.args[2].value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "save" and len(node.args) == 3
        if isinstance(node.args[2], ast.Constant)
    }
    assert made == {"add", "disclosure", "edits", "import", "merge"}
    lines = {of_undone(str(what)) for what in made}
    assert len(lines | {of_undone("from a later version")}) == 6


@pytest.mark.parametrize(("what", "shown"), [("write", "Letter 2 of 15"), ("guard", "Name check 2 of 15")])
def test_progress_is_said(what: str, shown: str) -> None:
    assert of_step(Step(what, 2, 15, "JPN")) == shown


COMMAND = re.compile(r"undersigned [a-z]|--[a-z]|“(?:text|signatories) |\bDIR\b")


def test_the_window_names_no_command() -> None:
    said = {**PROBLEMS, **FINDINGS, **OTHERWISE}
    by_terminal = {"text-file-missing", "text-file-and-undo", "window-missing"}
    assert {code for code, message in said.items() if COMMAND.search(message)} == by_terminal


def test_the_window_says_otherwise_only_what_the_terminal_says_too() -> None:
    assert set(OTHERWISE) <= {*FINDINGS, *PROBLEMS}
    for code, message in OTHERWISE.items():
        assert slots(message) <= slots(FINDINGS.get(code) or PROBLEMS[code])


def test_places_of_one_file_name_it_once_and_say_how_many_more_there_are() -> None:
    rows = [Place("form.xlsx", "Answers", row=row) for row in (2, 11, 13, 40, 41)]
    assert of_places(rows, 3) == "form.xlsx, Answers, row 2, row 11, row 13 and 2 more"
    assert of_places([Place("a.csv", row=2), Place("b.csv", row=2)], 3) == "a.csv, row 2, b.csv, row 2"
    letter = [Place("letter.docx", "body", 3, row) for row in (2, 4)]
    assert of_places(letter, 3).count("letter.docx") == 2
    assert of_places([], 3) == ""
