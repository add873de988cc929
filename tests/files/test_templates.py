"""The starter templates and the sample, as they lie in ``templates/``."""

import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from template_files import TEMPLATES, W, body, facts, parts_of, roots, text_of, texts

from scripts.make_templates import LIST, LOOK, template_files
from scripts.templates.letter_docx import look_docx
from scripts.templates.list_xlsx import list_xlsx

STARTERS = [
    "anniversary-statement",
    "government-joint-statement",
    "member-states-open-letter",
    "security-council-letter",
    "special-session-call",
]
LETTERS = sorted(TEMPLATES.glob("*/letter*.docx"))

FIELDS = {
    "letter": {"date", "place", "title", "subject", "reference", "cc", "enclosures"},
    "recipient": {
        *("address", "salutation", "vocative", "closing", "name", "mission", "paragraph"),
        *("state", "the_state", "formal_state", "of_state", "to_state"),
    },
    "signatories": {
        *("", "total", "named", "anonymous", "countries", "organisations", "individuals"),
        *("noun", "reason", "as_of", "statement"),
    },
    "petition": {"people", "countries", "date"},
    "signature": {""},
    "contacts": {""},
}
FILTERS = {"number", "words", "over", "long_date", "upper", "lower", "title", "length", "default"}
ALONE = ["recipient.address", "recipient.paragraph", "signature", "signatories", "contacts"]

PARTS = {
    "special-session-call": [
        "{{ letter.title }}",
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "{{ recipient.address }}",
        "We, the {{ signatories.total|number }} undersigned {{ signatories.noun }}",
        "We ask your delegation to join the request",
        "16 of the 47 members",
        "In its [title and symbol of the report]",
        "We call on the members of the Council to convene the session",
        "{{ signatories.statement }}",
        "{{ signatories }}",
        "{{ signatories.as_of|long_date }}",
        "{{ contacts }}",
    ],
    "member-states-open-letter": [
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "{{ recipient.address }}",
        "{{ letter.subject }}",
        "{{ recipient.salutation }}",
        "I urge you, as Member States of the United Nations",
        "{{ petition.people|over }} people from {{ petition.countries|number }} countries and territories",
        "They also ask companies",
        "at least [figure, source, as of date] people have been killed",
        "According to [the mandated body]",
        "be investigated and prosecuted",
        "Diplomacy has been tried",
        "I acknowledge and appreciate",
        "However,",
        "Have that person or the family agreed",
        "measures above are within your reach",
        "{{ recipient.closing }}",
        "{{ signature }}",
        "{{ letter.enclosures }}",
        "{{ contacts }}",
    ],
    "anniversary-statement": [
        "{{ signatories.total|number }} {{ signatories.noun }} call for",
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "{{ signatories.noun }} said today, {{ letter.date|long_date }}, ahead of",
        "Quote approved by the speaker",
        "All parties to the conflict",
        "Our undersigned organizations call on",
        "The Security Council and the International Criminal Court",
        "The Human Rights Council",
        "Quote approved by the speaker",
        "Notes to editors",
        "Media contacts",
        "{{ contacts }}",
        "{{ signatories.statement }}",
        "{{ signatories }}",
    ],
    "government-joint-statement": [
        "{{ letter.title }}",
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "{{ recipient.address }}",
        "Members of [name of the group] and its friends",
        "three things first",
        "We support [the Government] in calling on",
        "We urge [the Government] to",
        "At the United Nations Security Council, we urge [the Government] to",
        "We offer [the Government]",
        "{{ signatories.statement }}",
        "{{ signatories }}",
        "Inquiries should be directed to:",
        "{{ contacts }}",
    ],
    "security-council-letter": [
        "{{ letter.place }}, {{ letter.date|long_date }}",
        "{{ letter.reference }}",
        "{{ recipient.address }}",
        "Re:\t{{ letter.subject }}",
        "{{ recipient.salutation }}",
        "we, {{ signatories.total|number }} {{ signatories.noun }}",
        "We call on the Council to adopt without delay",
        "{{ recipient.vocative }}, the Council",
        "We therefore call on the Council",
        "The Council has acted before",
        "{{ recipient.paragraph }}",
        "We repeat our demand",
        "{{ recipient.closing }}",
        "{{ signature }}",
        "{{ letter.cc }}",
        "{{ signatories.statement }}",
        "{{ signatories }}",
        "For more information, please contact:",
        "{{ contacts }}",
    ],
}


def test_running_the_script_again_gives_what_lies_in_templates() -> None:
    made = dict(template_files())
    there = {
        path.relative_to(TEMPLATES).as_posix(): path.read_bytes()
        for path in TEMPLATES.rglob("*")
        if path.is_file()
    }
    assert made.keys() == there.keys()
    for name, data in made.items():
        if name.endswith((".docx", ".xlsx")):
            # Part by part, because another zlib may pack the same parts into other bytes.
            assert list(parts_of(data).items()) == list(parts_of(there[name]).items()), name
        else:
            assert data == there[name], name


def test_so_does_the_look_of_imported_letters() -> None:
    assert parts_of(look_docx()) == parts_of(LOOK.read_bytes())


def test_the_script_gives_the_same_bytes_each_time() -> None:
    assert dict(template_files()) == dict(template_files())


@pytest.mark.parametrize("folder", [*STARTERS, "sample"])
def test_a_template_is_a_campaign_folder(folder: str) -> None:
    languages = facts(folder)["languages"]
    assert isinstance(languages, list)
    letters = {"letter.docx", *(f"letter.{language}.docx" for language in languages[1:])}
    files = {path.name for path in (TEMPLATES / folder).iterdir()}
    assert files == letters | {"campaign.toml", "signatories-private.xlsx", "READ ME FIRST.txt"}
    assert facts(folder)["text"].keys() == set(languages)  # type: ignore[attr-defined]


@pytest.mark.parametrize("folder", STARTERS)
def test_a_template_has_the_parts_of_its_model_in_their_order(folder: str) -> None:
    text = "\n".join(text for _, text in body(TEMPLATES / folder / "letter.docx"))
    at = 0
    for part in PARTS[folder]:
        found = text.find(part, at)
        assert found >= 0, part
        at = found + len(part)


def test_the_versions_of_a_letter_have_the_same_build() -> None:
    for folder in ("security-council-letter", "sample"):
        builds = [[style for style, _ in body(path)] for path in sorted((TEMPLATES / folder).glob("*.docx"))]
        assert builds[0] == builds[1] == builds[2]


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: f"{path.parent.name}/{path.name}")
class TestEveryLetter:
    def test_its_fields_are_known(self, letter: Path) -> None:
        written = re.findall(r"\{\{ (.*?) \}\}", "\n".join(texts(letter)))
        assert written
        for field in written:
            name, *filters = field.split("|")
            root, _, part = name.partition(".")
            assert part in FIELDS[root], field
            assert set(filters) <= FILTERS, field

    def test_no_field_is_split_over_runs(self, letter: Path) -> None:
        for root in roots(letter):
            for run in root.iter(f"{W}t"):
                text = run.text or ""
                assert text.count("{{") == text.count("}}"), text

    def test_what_takes_a_paragraph_stands_alone_in_one(self, letter: Path) -> None:
        for _, text in body(letter):
            for name in ALONE:
                assert f"{{{{ {name} }}}}" not in text or text == f"{{{{ {name} }}}}"

    def test_the_ask_is_bold_in_the_opening_and_at_the_end(self, letter: Path) -> None:
        styles = [
            style for style, _ in body(letter) if style in ("BodyText", "Ask", "Closing", "CountStatement")
        ]
        assert "Ask" in styles[:2]
        assert "Ask" in styles[len(styles) // 2 :]

    def test_it_asks_for_ten_things_at_most(self, letter: Path) -> None:
        asks = ("ListNumber", "AskBoxNumber")
        assert 4 <= sum(style in asks for style, _ in body(letter)) <= 10

    def test_it_types_no_figure_about_the_signatories(self, letter: Path) -> None:
        for text in texts(letter):
            assert not re.search(r"\d+\s+(civil society |human rights )?organi[sz]", text)

    def test_every_style_is_used_or_needed_by_the_list(self, letter: Path) -> None:
        styles = etree.fromstring(parts_of(letter.read_bytes())["word/styles.xml"])
        defined = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
        referring = (f"{W}pStyle", f"{W}rStyle", f"{W}basedOn", f"{W}next")
        named = {mark.get(f"{W}val") for root in [styles, *roots(letter)] for mark in root.iter(*referring)}
        assert named <= defined
        assert defined - named <= {"SignatoryMember", "SignatoryGroup"}

    def test_nothing_came_along_unasked(self, letter: Path) -> None:
        parts = parts_of(letter.read_bytes())
        assert not [name for name in parts if name.startswith(("docProps", "customXml", "word/theme"))]
        assert b"rsid" not in b"".join(parts.values())
        with zipfile.ZipFile(letter) as package:
            assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}

    def test_word_processors_can_open_it(self, letter: Path) -> None:
        assert len(Document(str(letter)).sections) == 1

    def test_it_is_small(self, letter: Path) -> None:
        assert letter.stat().st_size < 12_000

    def test_its_typography_is_that_of_print(self, letter: Path) -> None:
        text = "\n".join(texts(letter))
        assert not re.search(r"['\"]", text)
        if ".fr." in letter.name:
            assert not re.search(r"[ \n][:;!?»]|« ", text)


@pytest.mark.parametrize("folder", STARTERS)
def test_a_template_prompts_its_coordinator(folder: str) -> None:
    for letter in (TEMPLATES / folder).glob("*.docx"):
        bracketed = re.findall(r"\[[^\]]+\]", "\n".join(texts(letter)))
        marked = [
            text_of(run)
            for root in roots(letter)
            for run in root.iter(f"{W}r")
            if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "Prompt"
        ]
        assert Counter(bracketed) == Counter(marked)
        assert len(marked) > 20


@pytest.mark.parametrize("folder", STARTERS)
def test_a_templates_list_has_headings_and_no_rows(folder: str) -> None:
    book = load_workbook(TEMPLATES / folder / "signatories-private.xlsx")
    (sheet,) = book.worksheets
    assert [cell.value for cell in sheet[1]] == [
        "Name",
        "Acronym",
        "Country",
        "Kind",
        "Title or affiliation",
        "Group",
        "Member of",
        "Counts",
        "Listed",
        "Listed as",
        "Also known as",
        "Contact",
        "E-mail",
        "Signed on",
        "Text version",
        "Confirmed by",
        "Source",
        "Notes",
    ]
    assert sheet.max_row == 1
    assert {choice.formula1 for choice in sheet.data_validations.dataValidation} == {
        '"organisation,person"',
        '"once,with members,members only"',
        '"named,anonymous,pending,withdrawn"',
    }


@pytest.mark.parametrize("folder", STARTERS)
def test_a_templates_list_is_small_and_says_nothing_of_who_made_it(folder: str) -> None:
    path = TEMPLATES / folder / "signatories-private.xlsx"
    parts = parts_of(path.read_bytes())
    properties = [etree.fromstring(parts[f"docProps/{name}.xml"]) for name in ("core", "app")]
    assert [list(root) for root in properties] == [[], []]
    assert path.stat().st_size < 8_000


def test_only_the_sample_says_that_it_is_one() -> None:
    assert facts("sample")["sample"] is True
    assert not any("sample" in facts(folder) for folder in STARTERS)


def test_no_address_of_a_real_person_is_shipped() -> None:
    for path in TEMPLATES.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            pieces = parts_of(data).values() if path.suffix in (".docx", ".xlsx") else [data]
            for address in re.findall(rb"[\w.+-]+@([\w.-]+)", b"\n".join(pieces)):
                assert address.rstrip(b".") == b"example.org", path


def test_the_list_that_imports_begin_from_is_the_one_we_make() -> None:
    assert parts_of(list_xlsx()) == parts_of(LIST.read_bytes())
