"""A withheld name may stand in one sentence that was settled, and nowhere else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from campaigns import recipient
from files.workbooks import workbook
from letters import SECTION, Letter, cell, lines_of, p, run, text_box

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.prose import Settled, Why
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import Finding, LeakError, Place, ProblemError
from desktop_app.files.list_editor import list_key
from desktop_app.files.reference_data import Reference
from desktop_app.files.settled_places import FILE, write_settled
from desktop_app.files.text_of import parts_of
from desktop_app.services.checking import check_campaign
from desktop_app.services.choosing import Chosen
from desktop_app.services.excusing import forms_of_row, without_settled
from desktop_app.services.exporting import Export, export
from desktop_app.services.guarding import Guard
from desktop_app.services.locking import lock_list
from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.saving import Saving
from desktop_app.services.scanning import scan_files
from desktop_app.services.settling import Prints, ask_again, guard_of_drafts, settle, settled_for, spots_in
from desktop_app.support.long_work import result_of

SECRET = "Lantern of Ondara"
SAYS = f"Last year {SECRET} counted the burnt villages of the north."
HEADER = ["Name", "Country", "Listed", "Also known as", "E-mail"]
ROWS = [
    ["Harbour Peace Network", "", "named", "", ""],
    [SECRET, "", "anonymous", "Ondara Lamps", "desk@lampsofondara.example"],
    ["Willow Refuge", "", "anonymous", "", ""],
]
ROW, OTHER = 3, 4
TOML = 'title = "Joint letter"\ndate = 2024-02-01\nlanguages = ["en"]\n[text.en]\nsubject = "A truce"\n'
FRAME = (p("{{ recipient.salutation }}"), p("{{ signatories.statement }}"), p("{{ signatories }}"))


@dataclass
class Desk:
    """A campaign in a folder, written and settled as its coordinator does."""

    folder: Path
    reference: Reference
    exports: int = 0

    def list_is(self, rows: Sequence[Sequence[str]]) -> None:
        workbook(self.folder / "signatories-private.xlsx", [HEADER, *rows])

    def write(self, *body: str, file: str = "letter.docx", **parts: str) -> None:
        Letter([*FRAME, *body], **parts).save(self.folder / file)  # type: ignore[arg-type]

    def opened(self, password: str = "") -> OpenCampaign:
        return open_campaign(self.folder, password=password)

    def place(self, paragraph: int = 4, row: int = ROW, part: str = "body") -> Place:
        return Place("letter.docx", part, paragraph, row)

    def settle(self, paragraph: int = 4, row: int = ROW, part: str = "body", **asked: int) -> None:
        saving = Saving(self.folder)
        settle(saving, self.opened(), self.place(paragraph, row, part), Why.PUBLIC, **asked)

    def findings(self, password: str = "") -> list[Finding]:
        opened = self.opened(password)
        drafts = [(language, opened.draft(language)) for language in opened.languages]
        return list(check_campaign(opened, drafts))

    def places(self, code: str, password: str = "") -> list[tuple[str, int | None, int | None]]:
        found = (finding for finding in self.findings(password) if finding.code == code)
        return [(place.part, place.paragraph, place.row) for finding in found for place in finding.places]

    def hits(self, password: str = "") -> list[tuple[str, int | None, int | None]]:
        return self.places("withheld-name", password)

    def export(self, **texts: str) -> Export:
        self.exports += 1
        chosen = Chosen("norway", self.opened().campaign.date, (self.recipient(**texts),), (), ())  # type: ignore[arg-type]
        return result_of(
            export(self.opened(), chosen, self.reference, out=self.folder / f"out{self.exports}")
        )

    def recipient(self, **texts: str) -> Recipient:
        return recipient(**texts)


@pytest.fixture
def desk(tmp_path: Path, reference: Reference) -> Desk:
    made = Desk(tmp_path, reference)
    (tmp_path / "campaign.toml").write_text(TOML, "utf-8")
    made.list_is(ROWS)
    made.write(p(SAYS))
    return made


def refused(desk: Desk, code: str, paragraph: int = 4, **asked: int | str) -> None:
    with pytest.raises(ProblemError) as caught:
        desk.settle(paragraph, **asked)  # type: ignore[arg-type]
    assert caught.value.code == code
    assert not (desk.folder / FILE).exists()


# What a decision does


def test_an_unsettled_name_stops_the_export(desk: Desk) -> None:
    assert desk.hits() == [("body", 4, ROW)]
    with pytest.raises(LeakError):
        desk.export()


def test_a_settled_sentence_goes_out_and_is_told_of(desk: Desk) -> None:
    desk.settle()
    assert desk.hits() == []
    assert desk.places("name-settled") == [("body", 4, ROW)]
    done = desk.export()
    assert SAYS in lines_of(done.files[0].path.read_bytes())
    assert [f.code for f in done.findings if f.code == "name-settled"] == ["name-settled"]
    assert done.search.hits == ()


def test_a_footnote_can_be_settled(desk: Desk) -> None:
    desk.write(p("A plain word."), footnote=p(SAYS))
    part, paragraph, _ = desk.hits()[0]
    desk.settle(paragraph or 0, part=part)
    assert part == "footnotes"
    assert desk.hits() == []
    desk.export()


def test_a_name_that_is_broken_over_runs_can_be_settled(desk: Desk) -> None:
    desk.write(p("Last year Lan", "tern of ", run("Ondara", "<w:b/>"), " counted the burnt villages & more."))
    desk.settle()
    desk.export()


def test_nothing_that_is_kept_holds_a_name_or_a_sentence(desk: Desk) -> None:
    desk.settle()
    kept = (desk.folder / FILE).read_text("utf-8").casefold()
    assert not [word for word in re.findall(r"[a-z]{4,}", SAYS.casefold()) if word in kept]
    assert re.fullmatch(r'\{"places":\{"[0-9a-f]{64}":"public"\}\}', re.sub(r"\s", "", kept))


def test_scan_excuses_nothing(desk: Desk) -> None:
    desk.settle()
    done = desk.export()
    found = result_of(scan_files(desk.opened(), [done.folder]))
    assert [hit.row for hit in found.certain] == [ROW]


# What it never covers


@pytest.mark.parametrize(
    "body",
    [
        (p(SAYS), p(f"Then {SECRET} counted the burnt villages of the south.")),
        (p(f"{SAYS} Then {SECRET} counted those of the south."),),
        (p(SAYS), p(SAYS)),
        (p(f"{SAYS} {SAYS}"),),
        (p(SAYS), p(SECRET)),
        (p(SAYS), cell(p(SAYS))),
        (p(SAYS), p("Look.", text_box(p(SAYS)))),
    ],
)
def test_the_same_words_elsewhere_are_not_settled(desk: Desk, body: tuple[str, ...]) -> None:
    desk.settle()
    desk.write(*body)
    assert desk.hits()
    with pytest.raises(LeakError):
        desk.export()


@pytest.mark.parametrize("part", ["header", "footer", "footnote"])
def test_the_same_sentence_in_another_part_is_not_settled(desk: Desk, part: str) -> None:
    desk.settle()
    desk.write(p(SAYS), **{part: p(SAYS)})
    assert len(desk.hits()) == 1
    with pytest.raises(LeakError):
        desk.export()


def test_a_copy_of_a_sentence_is_a_place_of_its_own(desk: Desk) -> None:
    desk.write(p(SAYS), p(SAYS))
    desk.settle(4)
    assert desk.hits() == [("body", 5, ROW)]
    with pytest.raises(LeakError):
        desk.export()
    desk.settle(5)
    desk.export()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (p(SECRET), "settle-only-mended"),
        (p(f"3. {SECRET}, Norway."), "settle-only-mended"),
        (p(f"What {SECRET} saw in the north in that long winter"), "settle-only-mended"),
        (cell(p(SAYS)), "settle-only-mended"),
        (p("We turn to the Lantern. Of Ondara nobody has heard since."), "settle-only-mended"),
        (p(f"In {{{{ recipient.state }}}} and elsewhere {SECRET} has spoken of it."), "settle-has-field"),
        (p("{% if true %}" + SAYS[:-1] + "{% endif %}."), "settle-has-field"),
    ],
)
def test_what_is_no_sentence_of_running_text_can_only_be_mended(desk: Desk, body: str, code: str) -> None:
    desk.write(body)
    assert desk.hits()
    refused(desk, code)


def test_a_header_can_only_be_mended(desk: Desk) -> None:
    desk.write(p("A plain word."), header=p(SAYS))
    refused(desk, "settle-only-mended", 1, part="header")


def test_settings_and_recipients_can_only_be_mended(desk: Desk) -> None:
    desk.settle()
    with pytest.raises(LeakError):
        desk.export(salutation=SAYS)
    with pytest.raises(LeakError):
        desk.export(key=SECRET)
    (desk.folder / "campaign.toml").write_text(TOML.replace("A truce", SAYS), "utf-8")
    assert desk.hits() == [("text.en.subject", None, ROW)]


def test_a_merged_value_that_says_the_sentence_is_not_settled(desk: Desk) -> None:
    desk.settle()
    desk.write(p("{{ recipient.paragraph }}"), p(SAYS))
    assert desk.hits() == []
    with pytest.raises(LeakError):
        desk.export(paragraph=SAYS)
    with pytest.raises(LeakError):
        desk.export(paragraph=f"And {SECRET} said so.")


def test_two_sentences_of_one_paragraph_are_settled_one_by_one(desk: Desk) -> None:
    desk.write(p(f"{SAYS} Nobody doubts it. Later {SECRET} went home to the hills."))
    refused(desk, "settle-which")
    refused(desk, "settle-nothing", sentence=2)
    desk.settle(sentence=3)
    assert desk.hits() == [("body", 4, ROW)]
    desk.settle()
    assert desk.hits() == []
    desk.export()


# When it falls, and when it stays


@pytest.mark.parametrize(
    "sentence",
    [
        SAYS.replace("year", "yeer"),
        SAYS.replace("burnt", "Burnt"),
        SAYS.replace(".", "!"),
        SAYS.replace("Last", "“Last"),
        SAYS.replace(SECRET, SECRET.upper()),
        SAYS.replace(SECRET, f"{SECRET} (Ondara Lamps)"),
        SAYS.replace(SECRET, f"{SECRET} and Willow Refuge"),
    ],
)
def test_it_falls_with_a_letter_of_the_sentence(desk: Desk, sentence: str) -> None:
    desk.settle()
    desk.write(p(sentence))
    assert ("body", 4, ROW) in desk.hits()
    with pytest.raises(LeakError):
        desk.export()


def test_it_stays_with_the_sentence_wherever_in_the_text_that_moves(desk: Desk) -> None:
    desk.settle()
    desk.write(p("To {{ recipient.state }}."), p(f"Another word.  {SAYS} And {{{{ recipient.name }}}}."))
    assert desk.hits() == []
    desk.export()


def test_every_row_is_settled_for_itself(desk: Desk) -> None:
    both = SAYS.replace(SECRET, f"{SECRET} and Willow Refuge")
    desk.write(p(both))
    desk.settle(row=ROW)
    assert desk.hits() == [("body", 4, OTHER)]
    with pytest.raises(LeakError):
        desk.export()
    desk.settle(row=OTHER)
    desk.export()


def test_another_row_that_gets_a_name_of_the_sentence_is_not_covered(desk: Desk) -> None:
    desk.settle()
    listed = desk.opened().listed
    longer = replace(listed.signatories[2], name="The burnt villages of the north")
    Saving(desk.folder).save(listed, ListEdit(changed=(longer,)), "edit")
    assert desk.hits() == [("body", 4, OTHER)]
    with pytest.raises(LeakError):
        desk.export()


@pytest.mark.parametrize(
    "change",
    [
        {"name": f"{SECRET} Trust", "also_known_as": (SECRET,)},
        {"country": "Norway"},
        {"also_known_as": ("burnt villages",)},
    ],
)
def test_it_falls_when_the_row_is_another(desk: Desk, change: dict[str, object]) -> None:
    desk.settle()
    listed = desk.opened().listed
    was = listed.signatories[1]
    Saving(desk.folder).save(listed, ListEdit(changed=(replace(was, **change),)), "edit")  # type: ignore[arg-type]
    assert desk.hits() == [("body", 4, ROW)]
    with pytest.raises(LeakError):
        desk.export()
    Saving(desk.folder).undo(desk.opened().listed)
    assert desk.hits() == []


def test_it_falls_when_a_second_row_has_the_name(desk: Desk) -> None:
    desk.settle()
    listed = desk.opened().listed
    twin = replace(listed.signatories[2], name=SECRET)
    Saving(desk.folder).save(listed, ListEdit(changed=(twin,)), "edit")
    assert desk.hits() == [("body", 4, ROW), ("body", 4, OTHER)]


def test_it_goes_with_the_row_not_with_its_number(desk: Desk) -> None:
    desk.settle()
    key = list_key(desk.opened().listed.package, "")
    listed = desk.opened().listed
    a, b = listed.signatories[1:]
    swapped = ListEdit(changed=(replace(b, row=a.row), replace(a, row=b.row)))
    Saving(desk.folder).save(listed, swapped, "edit")
    assert list_key(desk.opened().listed.package, "") == key
    assert desk.hits() == []
    assert desk.places("name-settled") == [("body", 4, OTHER)]
    desk.write(p(SAYS.replace(SECRET, "Willow Refuge")))
    assert desk.hits() == [("body", 4, ROW)]


def test_it_stays_when_a_password_is_set(desk: Desk) -> None:
    desk.settle()
    lock_list(Saving(desk.folder), desk.opened().listed, "a long password of Ondara")
    assert desk.hits("a long password of Ondara") == []


def test_it_stays_when_a_step_on_the_list_is_undone(desk: Desk) -> None:
    listed = desk.opened().listed
    noted = replace(listed.signatories[0], notes="asked twice")
    Saving(desk.folder).save(listed, ListEdit(changed=(noted,)), "edit")
    desk.settle()
    Saving(desk.folder).undo(desk.opened().listed)
    assert desk.opened().signatories[0].notes == ""
    assert desk.hits() == []
    desk.export()


def test_a_list_with_another_key_knows_of_no_decision(desk: Desk) -> None:
    desk.settle()
    desk.list_is(ROWS)
    assert desk.hits() == [("body", 4, ROW)]
    desk.settle()
    assert desk.hits() == []


def test_a_decision_in_one_language_is_none_in_another(desk: Desk) -> None:
    (desk.folder / "campaign.toml").write_text(TOML.replace('["en"]', '["en", "fr"]'), "utf-8")
    desk.write(p("Un mot."), file="letter.fr.docx")
    desk.settle()
    desk.write(p(SAYS), file="letter.fr.docx")
    opened = desk.opened()
    assert [place for f in desk.findings() if f.code == "withheld-name" for place in f.places] == [
        Place("letter.fr.docx", "body", 4, ROW)
    ]
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    guard = guard_of_drafts(opened, [draft for _, draft in drafts])
    settled = settled_for(opened, drafts, guard, [("a", "en"), ("b", "fr")])
    assert (len(settled["a"]), len(settled["b"])) == (1, 0)


def test_it_can_be_taken_back(desk: Desk) -> None:
    desk.settle()
    assert ask_again(desk.opened(), desk.place()) == 1
    assert desk.hits() == [("body", 4, ROW)]
    assert ask_again(desk.opened(), desk.place()) == 0


def test_a_file_that_is_not_ours_stops_everything(desk: Desk) -> None:
    desk.settle()
    for text in ("", "[]", '{"places": []}', '{"places": {"a": "because"}}'):
        (desk.folder / FILE).write_text(text, "utf-8")
        with pytest.raises(ProblemError, match="settled-broken"):
            desk.findings()


# The guard by itself, on files that no writer of ours would make


def finished(folder: Path, body: str, **parts: str) -> Path:
    return Letter([body], **parts).save(folder / "x.docx")  # type: ignore[arg-type]


def rows_found(desk: Desk, path: Path) -> list[int]:
    opened = desk.opened()
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    forms = guard_of_drafts(opened, [draft for _, draft in drafts]).forms
    guard = Guard(forms, letters=True)
    guard.settled = settled_for(opened, drafts, guard, [("x.docx", "en")])
    return [hit.row for hit in result_of(guard.search([path], [path.name])).certain]


def test_the_guard_knows_the_sentence_from_the_bytes(desk: Desk, tmp_path: Path) -> None:
    desk.settle()
    assert rows_found(desk, finished(tmp_path, p("One. ", SAYS[:20], SAYS[20:], " Two."))) == []


@pytest.mark.parametrize(
    "body",
    [
        p(SAYS) + p(SAYS),
        p(SAYS) + p(SECRET),
        p(SAYS[:-1]) + p("."),
        p(SAYS[:-1]),
        cell(p(SAYS)),
        p(run(SAYS, "<w:vanish/>")),
        p(SAYS, text_box(p("Look."))),
        p("x", text_box(p(SAYS))),
        p("And then " + SAYS),
        p(SAYS) + p(f'<w:r><w:instrText>AUTHOR "{SECRET}"</w:instrText></w:r>'),
        p(SAYS) + f'<w:p><w:bookmarkStart w:id="0" w:name="{SECRET}"/><w:bookmarkEnd w:id="0"/></w:p>',
        p(SAYS, f'<w:bookmarkStart w:id="0" w:name="{SECRET}"/><w:bookmarkEnd w:id="0"/>'),
        p(SAYS) + f"<!-- {SECRET} -->" + p("x"),
        p(SAYS) + p("Lantern") + p("of Ondara"),
        p(SAYS + " Lantern. Of Ondara nobody heard."),
        p(SAYS.replace(SECRET, "<x>")) + p(SAYS).replace(SECRET, f"<![CDATA[{SECRET}]]>"),
        p(SAYS) + p("Ask desk@lampsofondara.example."),
        f"<w:sdt><w:sdtContent>{p(SAYS)}</w:sdtContent></w:sdt>",
    ],
)
def test_the_guard_excuses_nothing_else(desk: Desk, tmp_path: Path, body: str) -> None:
    desk.settle()
    assert rows_found(desk, finished(tmp_path, body)) == [ROW]


@pytest.mark.parametrize("part", ["header", "footer", "footnote"])
def test_the_guard_excuses_no_other_part(desk: Desk, tmp_path: Path, part: str) -> None:
    desk.settle()
    assert rows_found(desk, finished(tmp_path, p("A plain word."), **{part: p(SAYS)})) == [ROW]


def test_the_guard_excuses_no_other_file(desk: Desk, tmp_path: Path) -> None:
    desk.settle()
    (tmp_path / "x.txt").write_text(SAYS, "utf-8")
    assert rows_found(desk, tmp_path / "x.txt") == [ROW]
    other = finished(tmp_path, p(SAYS)).rename(tmp_path / "y.docx")
    assert rows_found(desk, other) == [ROW]
    properties = {"docProps/core.xml": f"<x>{SAYS}</x>"}
    path = Letter([p("A plain word.")], parts=properties, section=SECTION).save(tmp_path / "x.docx")
    assert rows_found(desk, path) == [ROW]


def test_the_guard_excuses_no_name_that_runs_on_from_a_settled_sentence(desk: Desk, tmp_path: Path) -> None:
    ends = f"Last year {SECRET} counted the burnt villages with a lantern."
    desk.write(p(ends))
    desk.settle()
    assert rows_found(desk, finished(tmp_path, p(ends))) == []
    for body in (p(f"{ends} Of Ondara nobody heard."), p(ends) + p("Of Ondara nobody heard.")):
        assert rows_found(desk, finished(tmp_path, body)) == [ROW]
    desk.write(p(f"{ends} Of Ondara nobody heard."))
    assert desk.hits() == [("body", 4, ROW)]


@pytest.mark.parametrize(
    "forms", [(), ("lantern",), ("lantern of ondara", "lanternofondara", "ondara lamps")]
)
def test_a_part_keeps_a_sentence_in_which_other_forms_are_found(
    desk: Desk, tmp_path: Path, forms: tuple[str, ...]
) -> None:
    guard = guard_of_drafts(desk.opened(), [])
    part = next(
        part
        for part in parts_of(finished(tmp_path, p(SAYS)).read_bytes(), ".docx")
        if part.name == "word/document.xml"
    )
    found = forms_of_row(ROW, SAYS, guard.forms_in)
    known = Settled(ROW, "body", SAYS, found, 1)
    assert without_settled(part, ROW, [known], guard.forms_in) is not None
    assert without_settled(part, ROW, [replace(known, forms=forms)], guard.forms_in) is None
    assert without_settled(part, OTHER, [known], guard.forms_in) is None


def test_a_decision_that_could_not_be_made_is_none(desk: Desk) -> None:
    desk.settle()
    desk.write(p(f"{SECRET}, {{{{ recipient.state }}}}."))
    opened = desk.opened()
    draft = opened.draft("en")
    prints = Prints(opened.signatories, list_key(opened.listed.package, "") or "")
    (spot,) = spots_in("en", draft, guard_of_drafts(opened, [draft]))
    write_settled(desk.folder, {prints.of(spot): Why.PUBLIC})
    assert desk.hits() == [("body", 4, ROW)]
