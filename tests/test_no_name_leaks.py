"""Any list, any layout, any way of counting: no withheld name in any exported byte, and no named one lost."""

import contextlib
import html
import io
import re
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from campaigns import DAY, Bench, campaign, recipient
from files.workbooks import workbook
from hypothesis import event, given, settings
from hypothesis import strategies as st
from letters import Letter, p
from signing import NOW, TOML

from desktop_app.domain.campaign import Contact, GroupBy, ListLayout, Members, Order, Text
from desktop_app.domain.deadline import deadline_of
from desktop_app.domain.prose import Why
from desktop_app.domain.reporting import LeakError, ProblemError, RefusedError
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking_names import check_names
from desktop_app.services.choosing import Chosen
from desktop_app.services.exporting import export
from desktop_app.services.opening import open_campaign
from desktop_app.services.opening_for_signature import open_for_signature
from desktop_app.services.saving import Saving
from desktop_app.services.settling import settle

# A word that stands nowhere else: whatever is found of it came from its row.
TOKENS = st.text("bdfgkmprtvwz", min_size=9, max_size=9)
WORDS = st.sampled_from(
    ["Women’s", "The", "Réseau", "& <b>", "شبكة", "မြန်မာ", "和平", "[north]", "{{ x }}", "#", "88"]
)
LETTER = Letter(
    [
        p("{{ recipient.address }}"),
        p("{{ signatories.statement }} {{ signatories.countries }} {{ signatories.organisations|words }}"),
        p("{{ signatories }}"),
        p("{% for s in signatories %}{{ s.name }}{{ s.title }}{{ s.acronym }}{{ s.country }}{{ s.group }}"),
        p("{% for m in s.members %}{{ m.name|upper }}{{ m.title }}{{ m.acronym }}{% endfor %}{% endfor %}"),
        p("{{ contacts }}"),
    ],
    header=p("{{ signatories.anonymous }}"),
    footnote=p("{{ signatories.reason }}"),
)


@st.composite
def sheets(draw: st.DrawFn) -> list[Signatory]:
    """A list as coordinators keep it, each cell with a word of its row's own."""
    tokens = draw(st.lists(TOKENS, min_size=2, max_size=7, unique=True))
    names = [f"{draw(WORDS)} {token} {draw(WORDS)}" for token in tokens]
    rows = []
    for number, (token, name) in enumerate(zip(tokens, names, strict=True), start=2):

        def cell(word: str, token: str = token) -> str:
            return f"{word} {token}" if draw(st.booleans()) else ""

        rows.append(
            Signatory(
                row=number,
                name=name,
                disclosure=draw(st.sampled_from(Disclosure)),
                acronym=token[:3].upper() if draw(st.booleans()) else "",
                country=draw(st.sampled_from(["", "NOR", "Norway", "Chad"])),
                kind=draw(st.sampled_from(Kind)),
                title=cell("Chair"),
                group=draw(st.sampled_from(["", "North", "South"])),
                member_of=draw(st.sampled_from(["", "", *names])),
                counts=draw(st.sampled_from([None, *Way])),
                listed_as=draw(st.sampled_from(["", "", "Somebody else", name.upper()])),
                also_known_as=(cell("Alias"),),
                contact=cell("Contact"),
                email=f"info@{token}.example" if draw(st.booleans()) else "",
                notes=cell("Notes"),
            )
        )
    return rows


LAYOUTS = st.builds(
    ListLayout,
    numbered=st.booleans(),
    columns=st.integers(1, 3),
    members=st.sampled_from(Members),
    by=st.sampled_from(GroupBy),
    order=st.sampled_from(Order),
    ignore_articles=st.booleans(),
)


def squashed(text: str) -> str:
    """Letters only, across tags and over every spelling that this test writes."""
    return re.sub(r"[^a-z]", "", html.unescape(re.sub(r"<[^>]*>", "", text)).casefold())


def everything_in(folder: Path) -> str:
    """Names and content of all files, unpacked; markup once with its tags and once without."""
    found = []
    for path in filter(Path.is_file, folder.rglob("*")):
        found += [path.relative_to(folder).as_posix(), path.read_bytes().decode("utf-8", "replace")]
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    text = package.read(name).decode("utf-8", "replace")
                    found += [name, text.replace("<", " ").replace(">", " "), text]
    return "\n".join(squashed(text) for text in found)


def is_shown(row: Signatory) -> bool:
    return row.disclosure is Disclosure.NAMED and row.listed_as != "Somebody else"


@settings(max_examples=60, deadline=None)
@given(rows=sheets(), layout=LAYOUTS, way=st.sampled_from(Way))
def test_no_withheld_name_is_in_any_exported_byte(
    reference: Reference, rows: list[Signatory], layout: ListLayout, way: Way
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        facts = campaign(
            layout=layout,
            counts=way,
            texts={"en": Text(subject="Call for a truce", reason="for their safety")},
            contacts=(Contact(organisation="Press desk", email="press@example.org"),),
        )
        bench = Bench(Path(folder), reference, LETTER, rows, facts, [recipient("NOR"), recipient("TCD")])
        if not any(row.disclosure is Disclosure.NAMED for row in rows):
            with pytest.raises(RefusedError) as caught:
                bench.export()
            assert caught.value.code == "export-refused"
            assert not (Path(folder) / "out").exists()
            return
        exported = everything_in(bench.export(None, "docx", "zip", "html", "txt").folder)
    for row in rows:
        token = next(word for word in row.name.split() if re.fullmatch("[bdfgkmprtvwz]{9}", word))
        assert (token in exported) is is_shown(row), row.row


@settings(max_examples=30, deadline=None)
@given(rows=sheets(), layout=LAYOUTS, way=st.sampled_from(Way))
def test_nobody_of_the_list_is_in_what_goes_out_to_be_signed(
    reference: Reference, rows: list[Signatory], layout: ListLayout, way: Way
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "campaign.toml").write_text(TOML, "utf-8")
        bench = Bench(folder, reference, LETTER, rows, campaign(layout=layout, counts=way))
        list(open_for_signature(bench.opened(), deadline_of("2024-01-30"), reference, NOW))
        out = everything_in(folder / "exports") + everything_in(folder / "private")
    assert "namesofthesignatories" in out
    for row in rows:
        token = next(word for word in row.name.split() if re.fullmatch("[bdfgkmprtvwz]{9}", word))
        assert token not in out, row.row


SENTENCE = "In spring the people of {name} told the press what they had seen."
PIECES = st.lists(
    st.sampled_from(
        [
            *["{sentence}", "{sentence} Nobody doubts it.", "We write to you. {sentence}"] * 3,
            "Later {name} spoke again of all that it had seen there.",
            "{sentence} Later {name} spoke again of all that it had seen there.",
            *["We write to you, {{{{ recipient.state }}}}."] * 3,
            "{name}",
            "{{{{ recipient.state }}}} knows what {name} has seen in the north.",
        ]
    ),
    min_size=1,
    max_size=4,
)


def reads(document: bytes) -> tuple[str, str]:
    """The text of each paragraph of body and footnotes, a line each; and everything else of the package."""
    lines, rest = [], []
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            if name in ("word/document.xml", "word/footnotes.xml"):
                lines += [re.sub(r"<[^>]*>", "", paragraph) for paragraph in text.split("</w:p>")]
                text = re.sub(r">[^<]*<", "><", text)
            rest += [name, text, re.sub(r"<[^>]*>", "", text)]
    return "\n".join(lines), "\n".join(rest)


@dataclass
class Settling:
    """A campaign of two withheld rows, of which some sentences are settled."""

    folder: Path
    tokens: list[str]
    data: st.DataObject
    settled: list[str] = field(default_factory=list)

    def make(self) -> None:
        toml = 'title = "A"\ndate = 2024-02-01\nlanguages = ["en"]\n'
        (self.folder / "campaign.toml").write_text(toml, "utf-8")
        rows = [[f"Friends of {token}", "anonymous"] for token in self.tokens]
        listed = [["Name", "Listed"], ["Lantern House", "named"], *rows]
        workbook(self.folder / "signatories-private.xlsx", listed)

    def said(self, piece: str) -> str:
        name = f"Friends of {self.data.draw(st.sampled_from(self.tokens))}"
        return piece.format(name=name, sentence=SENTENCE.format(name=name))

    def write(self, texts: list[str], header: str, footnote: str) -> None:
        body = ["{{{{ recipient.paragraph }}}}", *texts, "{{{{ signatories }}}}"]
        around = {"header": header, "footnote": footnote}
        notes = {part: p(self.said(text)) for part, text in around.items() if text}
        Letter([p(self.said(text)) for text in body], **notes).save(  # type: ignore[arg-type]
            self.folder / "letter.docx"
        )

    def settle(self, *, all_of_them: bool) -> None:
        """Settle whatever can be, or some of it."""
        opened = open_campaign(self.folder)
        found = check_names(opened, [("en", opened.draft("en"))])
        for place in [place for hit in found for place in hit.places if hit.code == "withheld-name"]:
            for sentence in (1, 2, 3):
                if all_of_them or self.data.draw(st.booleans()):
                    with contextlib.suppress(ProblemError):
                        opened = open_campaign(self.folder)
                        spot = settle(Saving(self.folder), opened, place, Why.PUBLIC, sentence=sentence)
                        self.settled.append(spot.settled.sentence)

    def export(self, paragraph: str, reference: Reference) -> bytes | None:
        """The finished letter; None where it was refused."""
        chosen = Chosen("norway", DAY, (recipient(paragraph=self.said(paragraph)),), (), ())
        out = self.folder / "out"
        try:
            for _ in export(open_campaign(self.folder), chosen, reference, out=out):
                pass
        except LeakError:
            assert not out.exists()
            return None
        return (out / "Norway (en).docx").read_bytes()


@settings(max_examples=80, deadline=None)
@given(
    tokens=st.lists(TOKENS, min_size=2, max_size=2, unique=True),
    pieces=PIECES,
    later=st.one_of(st.none(), st.none(), PIECES),
    all_of_them=st.sampled_from([True, True, False]),
    header=st.sampled_from(["", "", "", "{sentence}"]),
    footnote=st.sampled_from(["", "{sentence}"]),
    paragraph=st.sampled_from(["", "", "", "{sentence}", "{name}"]),
    data=st.data(),
)
def test_a_withheld_name_is_exported_in_settled_sentences_only(
    reference: Reference,
    tokens: list[str],
    pieces: list[str],
    later: list[str] | None,
    all_of_them: bool,
    header: str,
    footnote: str,
    paragraph: str,
    data: st.DataObject,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Settling(Path(folder), tokens, data)
        bench.make()
        bench.write(pieces, header, footnote)
        bench.settle(all_of_them=all_of_them)
        if later is not None:
            bench.write(later, header, footnote)
        document = bench.export(paragraph, reference)
    if document is None:
        event("refused")
        return
    lines, rest = reads(document)
    event("with a settled name" if any(token in lines for token in tokens) else "without a name")
    for sentence in bench.settled:
        lines = lines.replace(sentence, "", 1)
    for token in tokens:
        assert token not in squashed(lines) + squashed(rest)
