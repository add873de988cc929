"""Campaigns made by dice: lists of all lengths in many scripts, letters that print everything they can."""

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from campaigns import Bench, campaign, recipient
from letters import Letter, field_code, p, run, text_box

from desktop_app.domain.campaign import Contact, GroupBy, ListLayout, Members, Order, Text
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Disclosure, Kind, Signatory, Way
from desktop_app.files.reference_data import Reference

_ALPHABETS = {
    "Latin": "bdfgkmprtvwzaeiou",
    "Latin with accents": "bdfgkmprtéèöüñçãøå",
    "Cyrillic": "бвгджзклмнпрстаеиоуя",
    "Greek": "βγδζθκλμνξπρσταειοω",
    "Arabic": "بتثجحخدذرزسشصضطعغفقكلمن",
    "Burmese": "ကခဂဃငစဆဇဈညတထဒဓနပဖဗဘမယရလဝသဟအ",
    "Thai": "กขคฆงจฉชซญดตถทธนบปผฝพฟมยรลวสหอ",
    "Khmer": "កខគឃងចឆជឈញដឋឌណតថទធនបផពភមយរលវសហអ",
    "Devanagari": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
    "Chinese": "和平海港灯塔山川河湖林竹梅兰松柏云雨风雪星月光明",
    "Korean": "가나다라마바사아자차카타파하거너더러머버서어저처",
    "Hebrew": "אבגדהזחטיכלמנסעפצקרשת",
}
_COMMON = ("Network", "Union", "Women’s Centre", "& Friends", "<b>Forum</b>", "Réseau", "#1", "[north]", "")
_LENGTHS = (1, 2, 3, 5, 8, 13, 20, 40)
_LONG = (100, 400, 2_000)
USER = "khincoord"
"""Who made the draft, as Word wrote it in all the places it knows."""
_VARIABLE = f'<w:docVars><w:docVar w:name="n" w:val="{USER}"/></w:docVars>'
_BY = f'w:id="7" w:author="{USER}" w:date="2026-01-02T03:04:05+06:30"'
_CORE = f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>{USER}</dc:creator></cp:coreProperties>'
_CHANGED = (
    f'<w:p w:rsidR="00AB12CD"><w:ins {_BY}>{run("New words.")}</w:ins>'
    f"<w:del {_BY}><w:r><w:delText>Old words of {USER}.</w:delText></w:r></w:del>"
    f'<w:commentRangeStart w:id="0"/>{run(f"Hidden by {USER}.", "<w:vanish/>")}</w:p>'
)
_LETTER = Letter(
    [
        p("{{ recipient.address }}"),
        p("{{ signatories.statement }} {{ signatories.countries }} {{ signatories.organisations|words }}"),
        p("{{ signatories }}"),
        p("{% for s in signatories %}{{ s.name }}, {{ s.title }}{{ s.acronym }}{{ s.country }}"),
        p("{% for m in s.members %}{{ m.name|upper }}{{ m.title }}{% endfor %}{% endfor %}"),
        p("{{ contacts }}"),
        p(text_box(p("{{ signatories.anonymous }}"))),
        _CHANGED,
        p(field_code("AUTHOR", "the author"), f'<w:hyperlink r:id="rId8">{run("our file")}</w:hyperlink>'),
    ],
    header=p("{{ signatories.total }}"),
    footnote=p("{{ signatories.reason }}"),
    settings=f'<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>{_VARIABLE}',
    relations={"rId8": ("hyperlink", f"file:///home/{USER}/notes.docx")},
    parts={
        "word/comments.xml": f'<w:comments xmlns:w="w"><w:comment w:author="{USER}"/></w:comments>',
        "docProps/core.xml": _CORE,
        "customXml/item1.xml": f"<a>{USER}</a>",
    },
)


@dataclass(frozen=True, slots=True)
class Case:
    """One campaign, ready to be exported.

    Attributes:
        secrets: Names, aliases and addresses that must not get out.
        runs: Two distinctive words of each name.
    """

    bench: Bench
    secrets: tuple[str, ...]
    runs: tuple[str, ...]
    formats: tuple[str, ...]


def made(number: int, folder: Path, reference: Reference, *, pdf: bool, longest: int = _LONG[-1]) -> Case:
    """The campaign of this number: the same number gives the same one."""
    dice = random.Random(number)  # noqa: S311 - the same dice each time
    length = dice.choice(_LONG) if number % 50 == 49 else dice.choice(_LENGTHS)
    rows = _rows(dice, min(length, longest))
    facts = campaign(
        layout=ListLayout(
            numbered=dice.random() < 0.5,
            columns=dice.randint(1, 3),
            members=dice.choice(list(Members)),
            by=dice.choice(list(GroupBy)),
            order=dice.choice(list(Order)),
        ),
        counts=dice.choice(list(Way)),
        texts={"en": Text(subject="Call for a truce", reason="for their safety")},
        contacts=(Contact(organisation="Press desk", email="press@example.org"),),
    )
    states = dice.sample(["NOR", "FRA", "JPN", "EGY", "TCD", "BRA", "FJI", "KEN", "PER", "IND"], 6)
    to = [recipient(state) for state in states]
    shown = set(printed_names(rows))
    withheld = [row for row in rows if row.disclosure is not Disclosure.NAMED or row.listed_as]
    secrets = [
        s for row in withheld for s in (row.name, *row.also_known_as, row.email) if s and s not in shown
    ]
    runs = [" ".join(row.name.split()[:2]) for row in withheld]
    formats = ("docx", "zip", "html", "txt", *(("pdf", "eml") if pdf else ()))
    return Case(Bench(folder, reference, _LETTER, rows, facts, to), tuple(secrets), tuple(runs), formats)


def _rows(dice: random.Random, length: int) -> Sequence[Signatory]:
    rows = [_row(dice, number) for number in range(2, length + 3)]
    # Somebody must be named, or there is nothing to send.
    first = rows[0]
    rows[0] = Signatory(first.row, first.name, Disclosure.NAMED)
    names = [row.name for row in rows]
    return [_under(dice, row, names) if dice.random() < 0.2 else row for row in rows]


def _under(dice: random.Random, row: Signatory, names: Sequence[str]) -> Signatory:
    over = dice.choice(names)
    return row if over == row.name else Signatory(row.row, row.name, row.disclosure, member_of=over)


def _row(dice: random.Random, number: int) -> Signatory:
    letters = _ALPHABETS[dice.choice(list(_ALPHABETS))]
    words = ["".join(dice.choices(letters, k=7)) for _ in range(2)]
    name = unicodedata.normalize("NFC", f"{words[0]} {words[1]} {dice.choice(_COMMON)}".strip())
    token = "".join(dice.choices(_ALPHABETS["Latin"], k=9))
    alias = "".join(dice.choices(letters, k=8))
    return Signatory(
        row=number,
        name=name,
        disclosure=dice.choices(list(Disclosure), weights=[3, 3, 1, 1])[0],
        country=dice.choice(["", "NOR", "TCD"]),
        kind=dice.choice(list(Kind)),
        title="Chair" if dice.random() < 0.3 else "",
        listed_as="Somebody else" if dice.random() < 0.1 else "",
        also_known_as=(alias,) if dice.random() < 0.3 else (),
        contact=f"{token} Okand" if dice.random() < 0.3 else "",
        email=f"info@{token}.example" if dice.random() < 0.5 else "",
        notes=f"{token} knows" if dice.random() < 0.3 else "",
    )
