"""P3 and P9: an exported file says nothing of who made it where and when, and the same is made everywhere."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from campaigns import Bench, recipient
from letters import Letter, p
from promises.generated import USER
from promises.kept import Outcome, Promise, of_sizes
from promises.machine import Machine, can_be_called
from promises.strict_search import Unscannable, layers_of

from desktop_app.bootstrap import bootstrap
from desktop_app.files import libreoffice

_KHIN = Machine(USER, "LAPTOP-KHIN77", "Asia/Yangon", "C.UTF-8")
_OTHER = Machine("odile", "bureau-3", "America/Lima", "fr_FR.UTF-8")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNWANTED = re.compile(
    rb"\brsid|w:comment|<w:(?:ins|del|moveFrom|moveTo|vanish|specVanish|docVar|mailMerge|sdt|permStart|attachedTemplate)\b"
    rb"|PrChange|<dc:creator>[^<]|lastModifiedBy>[^<]|customXml|TargetMode=\"External\"(?![^>]*mailto)|Target=\"file:"
)
_SAFE = re.compile(rb'<Relationship [^>]*Target="(?:https?://|mailto:)[^>]*>')


def _telling() -> re.Pattern[bytes]:
    """What tells on user, host, place and working time, in whatever case and in UTF-16."""
    days = [datetime.now(UTC) + timedelta(days=n) for n in (-1, 0, 1)]
    moments = [form for day in days for form in (day.strftime("%Y-%m-%d"), day.strftime("D:%Y%m%d"))]
    words = [_KHIN.user, _KHIN.host, "KHIN77", _KHIN.zone, "/home/", "+0630", "+06:30", "+06'30", *moments]
    forms = [
        form for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    ]
    return re.compile(b"|".join(map(re.escape, forms)), re.IGNORECASE)


def _traces(path: Path, telling: re.Pattern[bytes]) -> Iterator[str]:
    data = path.read_bytes()
    try:
        layers = list(layers_of(path))
    except Unscannable:
        yield "cannot be taken apart"
        return
    for layer in layers:
        if found := telling.search(layer):
            yield f"tells {found[0]!r}"
        if not layer.startswith((b"PK", b"%PDF")) and (found := _UNWANTED.search(_SAFE.sub(b"", layer))):
            yield f"holds {found[0]!r}"
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(m.date_time != _EPOCH or m.extra or m.external_attr for m in archive.infolist()):
                yield "tells in its directory"


def _check_traces(exports: int, folder: Path) -> Outcome:
    out = _KHIN.export(exports, folder)
    telling = _telling()
    counted: Counter[str] = Counter()
    faults = []
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        counted[path.suffix[1:]] += 1
        faults += [f"{path.relative_to(out)}: {trace}" for trace in dict.fromkeys(_traces(path, telling))]
    kinds = ", ".join(f"{number} {kind}" for kind, number in counted.most_common())
    figure = (
        f"{len(faults)} traces in {exports:,} exports with {counted.total():,} files ({kinds}) "
        f"made by {_KHIN.user} on {_KHIN.host}"
    )
    return Outcome(figure, tuple(faults), _left_out())


def _check_same(exports: int, folder: Path) -> Outcome:
    made = [machine.export(exports, folder / machine.user) for machine in (_KHIN, _OTHER)]
    one, other = (
        {str(f.relative_to(out)): f.read_bytes() for f in out.rglob("*") if f.is_file()} for out in made
    )
    faults = [f"{name}: differs" for name in sorted(one | other) if one.get(name) != other.get(name)]
    kinds = Counter(Path(name).suffix[1:] for name in one)
    faults += _differences_of_recipients(folder)
    figure = (
        f"{len(one) - len(faults):,} of {len(one):,} files are equal on two machines "
        f"({', '.join(f'{number} {kind}' for kind, number in kinds.most_common())}); "
        "two recipients' letters differ in their own fields only"
    )
    return Outcome(figure, tuple(faults), _left_out())


def _differences_of_recipients(folder: Path) -> list[str]:
    """Parts of two letters that differ in more than the recipient's own words."""
    words = ("Arvand", "Bolvik")
    fields = "address salutation vocative closing name state the_state formal_state of_state to_state mission"
    letter = Letter(
        [*(p(f"{{{{ recipient.{field} }}}}") for field in fields.split()), p("{{ signatories }}")]
    )
    given = [
        {field: f"{word} {field}" for field in fields.split() if field not in ("address", "name")}
        for word in words
    ]
    to = [recipient(word, **texts) for word, texts in zip(words, given, strict=True)]
    place = folder / "recipients"
    place.mkdir()
    done = Bench(place, bootstrap().reference, letter, recipients=to).export()
    first, second = (_parts(file.path) for file in done.files)
    mine = {name: part.replace(words[0].encode(), words[1].encode()) for name, part in first.items()}
    return [
        f"recipients: {name} differs" for name in sorted(mine | second) if mine.get(name) != second.get(name)
    ]


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _left_out() -> str:
    left = [] if libreoffice.program() else ["PDF and e-mail drafts: no LibreOffice"]
    left += [] if can_be_called() else ["a host name of its own: not allowed here"]
    return "; ".join(left)


PROMISE = Promise(
    number="P3",
    says="No exported file says who made it, on which computer, where or when.",
    cases=of_sizes(6, 30, 1_000),
    check=_check_traces,
)
SAME = Promise(
    number="P9",
    says="The same campaign gives the same bytes on another computer; letters differ by recipient only.",
    cases=of_sizes(6, 20, 50),
    check=_check_same,
)
