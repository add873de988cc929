"""P13: a name is printed as it is written, in whatever script."""

import random
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from campaigns import Bench
from docx import Document
from letters import Letter, p
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.bootstrap import bootstrap
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files.list_editor import new_list
from desktop_app.files.signatories_xlsx import signatories_in

_SCRIPTS = (
    "LATIN CYRILLIC GREEK ARABIC HEBREW ARMENIAN GEORGIAN MYANMAR THAI LAO KHMER DEVANAGARI BENGALI GURMUKHI "
    "GUJARATI TAMIL TELUGU KANNADA MALAYALAM SINHALA TIBETAN ETHIOPIC HANGUL HIRAGANA KATAKANA CJK MONGOLIAN "
    "CHEROKEE"
).split()
_LETTERS = ("Lu", "Ll", "Lo", "Lt", "Mn", "Mc", "Nd")
_SIGNS = "& < > ' \" # % / ( ) — ’ « » 👩🏽‍🌾 🕊️ {x} [y] \u200d \u200c @ ; ~ * = + - №".split(" ")
_PER_LETTER = 250
_LETTER = Letter([p("{{ recipient.salutation }}"), p("{{ signatories }}")])


def _check(cases: int, folder: Path) -> Outcome:
    chance = random.Random(13)  # noqa: S311 - chance, not a secret
    scripts = _scripts()
    reference = bootstrap().reference
    faults: list[str] = []
    warned = total = 0
    while total < cases:
        written = list(dict.fromkeys(_name(chance, scripts) for _ in range(min(_PER_LETTER, cases - total))))
        total += len(written)
        rows = [Signatory(n, name, Disclosure.NAMED) for n, name in enumerate(written, start=2)]
        sheet = signatories_in(new_list(rows), "signatories.xlsx")
        told = {place.row for finding in sheet.findings for place in finding.places}
        bench = Bench(folder, reference, _LETTER, sheet.signatories)
        path = folder / "names.docx"
        path.write_bytes(bench.document())
        lines = {_as_read(line) for line in _lines(path)}
        shown = {_as_read(name) for name in printed_names(sheet.signatories)}
        for row in rows:
            kept = _as_read(row.name)
            if row.row in told:
                warned += 1
            elif kept not in shown or not any(line.endswith(kept) for line in lines if kept in line):
                faults.append(f"{row.name!r} ({' '.join(f'{ord(sign):04X}' for sign in row.name)})")
    said = f"{len(faults)} of {total} names in {len(scripts)} scripts changed in silence"
    return Outcome(f"{said}; {warned} are warned of", tuple(faults))


def _scripts() -> Mapping[str, str]:
    """The letters of each script that this Python knows."""
    found: dict[str, list[str]] = {script: [] for script in _SCRIPTS}
    for code in range(0x21, 0x20000 if sys.maxunicode > 0xFFFF else 0xFFFF):
        sign = chr(code)
        if unicodedata.category(sign) in _LETTERS:
            script = unicodedata.name(sign, "").split(" ")[0]
            if script in found and "COMPATIBILITY" not in unicodedata.name(sign):
                found[script].append(sign)
    return {script: "".join(signs) for script, signs in found.items() if signs}


def _name(chance: random.Random, scripts: Mapping[str, str]) -> str:
    """Some words of one script, or of several, with a sign here and there; now and then very many."""
    words: list[str] = []
    signs = scripts[chance.choice(list(scripts))]
    for _ in range(chance.choice([1, 2, 3, 3, 4, 5, 40])):
        if chance.random() < 0.2:
            signs = scripts[chance.choice(list(scripts))]
        words.append("".join(chance.choice(signs) for _ in range(chance.randrange(2, 12))))
        if chance.random() < 0.2:
            words.append(chance.choice(_SIGNS))
    return " ".join(words)


def _as_read(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


NAMES = Promise(
    "P13",
    "A name is printed as it is written, in any script, or a warning says so.",
    of_sizes(500, 2500, 10_000),
    _check,
)
