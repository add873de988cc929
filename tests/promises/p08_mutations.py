"""P8, the second half: files that are in order, changed by chance, and read by what the terminal calls."""

import faulthandler
import random
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from files.pdfs import down, pdf
from files.test_letter_office import odt
from fuzzing.seeds import seeds
from hostile.zips import packed
from letters import parts_of
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.letter_anatomy.reading import anatomy_of
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure
from desktop_app.domain.withheld import Form, FormKind
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.letter_docx import letter_of
from desktop_app.files.letter_office import without_links
from desktop_app.files.letter_pdf import read_pdf
from desktop_app.files.letter_source import source_in
from desktop_app.files.recipients_table import read_own_list
from desktop_app.files.sign_on_form import answers_in, form_of
from desktop_app.files.signatories_xlsx import signatories_in
from desktop_app.services.guarding import Guard

ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 5
_TOKENS = (
    b"<",
    b">",
    b'"',
    b"&",
    b"&#0;",
    b"&#xD800;",
    b"\0",
    b"\xff\xfe",
    b"-1",
    b"99999999999",
    b"9" * 5_000,
    b"\xc2\xb2",
    b"../",
    b"{{",
    b"{%",
    b"<!DOCTYPE a>",
    b"<!--",
    b"]]>",
    b"\n",
    b"\r",
    b",",
    b";",
    b"'",
)

Reader = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class _Seed:
    name: str
    data: bytes
    readers: Sequence[Reader]


def _search(suffix: str) -> Reader:
    def search(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"x{suffix}"
            path.write_bytes(data)
            forms = [Form("lamp union of harrow reach", 2, FormKind.NAME)]
            for _step in Guard(forms).search([path], ["x"]):
                pass

    return search


def _letter(suffix: str) -> Reader:
    return lambda data: anatomy_of(source_in(data, f"letter{suffix}").source)


def _form(suffix: str) -> Reader:
    return lambda data: form_of(answers_in(data, f"form{suffix}"), {}, Disclosure.PENDING)


def _own_list(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ministers.xlsx"
        path.write_bytes(data)
        return read_own_list(path)


def _seeds() -> Sequence[_Seed]:
    sample = ROOT / "templates" / "sample"
    letter, workbook = seeds("gate")
    csv, _utf16, _names, _workbook = (seed[1:] for seed in seeds("form"))
    text, markdown, page, *_parts = (seed[1:] for seed in seeds("letter"))
    docx: Sequence[Reader] = (_letter(".docx"), lambda data: letter_of(data, "letter.docx"), _search(".docx"))
    ours = (sample / "letter.docx").read_bytes()
    listed = (sample / "signatories-private.xlsx").read_bytes()
    settings = (sample / "campaign.toml").read_bytes()
    return (
        *(_Seed("letter.docx", data, docx) for data in (letter, letter, ours)),
        _Seed("form.csv", csv, (_form(".csv"), _search(".csv"))),
        _Seed("form.xlsx", workbook, (_form(".xlsx"), _own_list, _search(".xlsx"))),
        _Seed("list.xlsx", listed, (lambda data: signatories_in(data, "list.xlsx"),)),
        _Seed("campaign.toml", settings, (lambda data: campaign_in(data.decode("utf-8", "replace")),)),
        _Seed("page.html", page, (_letter(".html"), _search(".html"))),
        _Seed("letter.txt", text, (_letter(".txt"),)),
        _Seed("letter.md", markdown, (_letter(".md"),)),
        _Seed(
            "letter.odt", odt("<text:p>Lamp</text:p>"), (lambda data: without_links(data, "odt", "x.odt"),)
        ),
    )


_PDF = _Seed("letter.pdf", pdf(down(60, 700, "Excellency,")), (lambda data: read_pdf(data, "letter.pdf"),))
_PDF_EVERY = 40
"""Each takes a process of its own."""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four changes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, to = sorted((chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)))
        match chance.randrange(6):
            case 0 if made:
                made[at % len(made)] ^= 1 << chance.randrange(8)
            case 1:
                del made[at : min(to, at + 200)]
            case 2:
                made[at:at] = made[at:to][:500]
            case 3:
                made[at : at + chance.randrange(3)] = chance.choice(_TOKENS)
            case 4:
                del made[to:]
            case _:
                made[at : at + 8] = chance.randbytes(8)
    return bytes(made)


def _mutated_package(data: bytes, chance: random.Random) -> bytes:
    """A package of which one part was changed, or two have changed places; packed in good order."""
    parts = parts_of(data)
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    if chance.randrange(5):
        parts[one] = mutated(parts[one], chance)
    else:
        parts[one], parts[other] = parts[other], parts[one]
    return packed(parts.items())


def _cases(cases: int) -> Iterator[tuple[str, bytes, Reader]]:
    made = _seeds()
    chance = random.Random(20_000)  # noqa: S311 - the same each time
    for number in range(cases):
        seed = _PDF if number % _PDF_EVERY == 0 else made[number % len(made)]
        is_package = seed.data.startswith(b"PK") and chance.randrange(4)
        data = _mutated_package(seed.data, chance) if is_package else mutated(seed.data, chance)
        yield f"{seed.name} number {number}", data, chance.choice(seed.readers)


def check(cases: int, _folder: Path) -> Outcome:
    """Read so many changed files, each by one of the readers that it may come to."""
    faulthandler.enable()
    before = signal.signal(signal.SIGALRM, _over_time)
    faults: list[str] = []
    refused = 0
    try:
        for name, data, read in _cases(cases):
            signal.alarm(_SECONDS)
            try:
                read(data)
            except ProblemError:
                refused += 1
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
                where = traceback.extract_tb(error.__traceback__)[-1]
                faults.append(f"{name}: {type(error).__name__} at {Path(where.filename).name}:{where.lineno}")
            finally:
                signal.alarm(0)
    finally:
        signal.signal(signal.SIGALRM, before)
    figure = f"{cases} changed files: {cases - refused - len(faults)} read, {refused} refused with a sentence"
    return Outcome(f"{figure}, {len(faults)} crashes or hangs", tuple(faults))


def _over_time(*_about: object) -> None:
    raise TimeoutError


P8_MUTATIONS = Promise(
    "P8m",
    "A file of ours changed by chance is read or refused with a sentence.",
    of_sizes(150, 4_000, 20_000),
    check,
)
