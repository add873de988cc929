"""Letters out: merged, written to a working folder, re-read by the guard, and only then handed over."""

import csv
import datetime as dt
import hashlib
import io
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import printed_names, project
from desktop_app.domain.reporting import (
    Finding,
    LeakError,
    Place,
    ProblemError,
    Severity,
    Step,
    gathered,
)
from desktop_app.domain.signatory import Disclosure
from desktop_app.domain.sorting import sort_key
from desktop_app.domain.withheld import forms_of
from desktop_app.files.campaign_folder import check_empty, move_into_place, working_folder
from desktop_app.files.kept_copies import keep_export
from desktop_app.files.letter_docx import LetterDraft, fingerprint
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking import checked_in_steps, refuse_if_errors
from desktop_app.services.choosing import Chosen
from desktop_app.services.guarding import Guard, Search
from desktop_app.services.merging import Material, Merge
from desktop_app.services.naming import letter_names, next_folder
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.refusing import doubtful, refuse_faults, refuse_hits
from desktop_app.services.settling import settled_for

REGISTER = "register.csv"
_REGISTER_COLUMNS = "file recipient language format sha256 letter_date total named anonymous".split()


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One finished file. ``recipient`` is an ISO3 code, or the name on a list of one's own."""

    path: Path
    recipient: str
    language: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Export:
    """What was handed over."""

    folder: Path
    files: tuple[ExportedFile, ...]
    findings: tuple[Finding, ...]
    search: Search
    seconds: Mapping[str, float]


@dataclass(slots=True)
class _Stopwatch:
    seconds: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(("merge", "write", "guard", "convert"), 0.0)
    )
    _since: float = field(default_factory=time.perf_counter)

    def restart(self) -> None:
        self._since = time.perf_counter()

    def add(self, what: str) -> None:
        now = time.perf_counter()
        self.seconds[what] += now - self._since
        self._since = now


def export(
    opened: OpenCampaign,
    chosen: Chosen,
    reference: Reference,
    *,
    out: Path | None = None,
    draft: bool = False,
) -> Generator[Step, None, Export]:
    """Write one letter for each recipient and hand the folder over in one rename.

    Whoever closes the generator cancels: the working folder is removed, nothing is left.

    Args:
        opened: The campaign.
        chosen: Who gets a letter, addressed.
        reference: The program's tables.
        out: Where to; it must not exist or be empty. None: ``exports/`` of the campaign.
        draft: Let prompts and differing figures through, and say "Draft" on every page.

    Raises:
        RefusedError: for findings that must be settled (exit 1).
        LeakError: for a withheld name (exit 3). Nothing is handed over.
        ProblemError: for input that cannot be read, a folder that cannot be written.
    """
    target = out if out is not None else next_folder(opened, chosen)
    done = yield from _finished(opened, chosen, reference, target, move_into_place, draft=draft)
    kept = () if draft or opened.campaign.sample else _keep_list(opened, target.name)
    return replace(done, findings=gathered([*done.findings, *kept]))


def rehearse_export(
    opened: OpenCampaign, chosen: Chosen, reference: Reference
) -> Generator[Step, None, None]:
    """Write and search the letters as ``export`` does, and hand nothing over: nothing is left of them.

    Raises:
        ProblemError: as ``export``.
    """

    def hand_nothing_over(_work: Path, _target: Path) -> None:
        """The working folder goes with all that is in it."""

    target = next_folder(opened, chosen)
    yield from _finished(opened, chosen, reference, target, hand_nothing_over, draft=False)


def _finished(
    opened: OpenCampaign,
    chosen: Chosen,
    reference: Reference,
    target: Path,
    hand_over: Callable[[Path, Path], None],
    *,
    draft: bool,
) -> Generator[Step, None, Export]:
    drafts = yield from _read_drafts(opened, chosen)
    checked = yield from checked_in_steps(opened, list(drafts.items()))
    findings = gathered([*checked, *chosen.findings])
    refuse_if_errors(findings, draft=draft)
    if not chosen.recipients:
        raise ProblemError("no-recipients", body=chosen.body)
    check_empty(target)
    watch = _Stopwatch()
    with working_folder(target) as work:
        files = yield from _write_letters(opened, chosen, drafts, reference, work, watch, draft=draft)
        _write_register(work, files, opened)
        watch.add("write")
        guard = _guard_for(opened, chosen, drafts, draft=draft)
        letters = [(file.path.name, file.language) for file in files]
        guard.settled = settled_for(opened, list(drafts.items()), guard, letters)
        yield Step("guard", 0, len(files) + 1)
        search = yield from _search(guard, [*(file.path for file in files), work / REGISTER], target)
        watch.add("guard")
        hand_over(work, target)
    handed = tuple(_moved(file, work, target) for file in files)
    return Export(
        target,
        handed,
        gathered([*findings, *doubtful(search), *_unknown_names(opened)]),
        search,
        watch.seconds,
    )


def _read_drafts(opened: OpenCampaign, chosen: Chosen) -> Generator[Step, None, dict[str, LetterDraft]]:
    """The letters that are needed. A language that the campaign lacks is a finding of the choice."""
    spoken = dict.fromkeys(recipient.language for recipient in chosen.recipients)
    drafts = {}
    for number, language in enumerate(spoken, start=1):
        if language in opened.languages:
            drafts[language] = opened.draft(language)
        yield Step("read", number, len(spoken), language)
    return drafts


def _unknown_names(opened: OpenCampaign) -> tuple[Finding, ...]:
    """Anonymous rows that no search can find, as those of a closed campaign are."""
    rows = sum(1 for row in opened.signatories if row.disclosure is Disclosure.ANONYMOUS and not row.name)
    return (Finding("names-not-kept", Severity.NOTE, values={"rows": rows}),) if rows else ()


def _keep_list(opened: OpenCampaign, export: str) -> tuple[Finding, ...]:
    """Keep the list as it went out, locked as it is, and by which text: later changes are held against it."""
    try:
        texts = {language: fingerprint(opened.draft(language)) for language in opened.languages}
        keep_export(opened.folder, export, opened.listed.data, dt.datetime.now(dt.UTC), texts)
    except (OSError, ProblemError):
        return (Finding("export-not-kept", Severity.WARNING, (Place("private/exports"),)),)
    return ()


def _write_letters(
    opened: OpenCampaign,
    chosen: Chosen,
    drafts: Mapping[str, LetterDraft],
    reference: Reference,
    work: Path,
    watch: _Stopwatch,
    *,
    draft: bool,
) -> Generator[Step, None, list[ExportedFile]]:
    campaign = opened.campaign
    counted = count(opened.signatories, campaign.counts, country=reference.country_key)
    listed = project(opened.signatories)
    pictures = opened.signature_pictures()
    names = letter_names(opened, chosen, reference)
    merges: dict[str, Merge] = {}
    files: list[ExportedFile] = []
    total = len(chosen.recipients)
    yield Step("write", 0, total)
    sort_key("", "")  # the order of all letters of the world is read for it: a step of its own
    yield Step("write", 0, total)
    watch.restart()
    for number, (recipient, name) in enumerate(zip(chosen.recipients, names, strict=True), start=1):
        merge = merges.get(recipient.language)
        if merge is None:
            language = recipient.language
            material = Material(campaign, language, drafts[language], listed, counted, pictures, draft)
            merge = merges[language] = Merge(material, reference)
            yield Step("write", number - 1, total)
        document = merge.document(recipient)
        watch.add("merge")
        path = work / name
        path.write_bytes(document)
        digest = hashlib.sha256(document).hexdigest()
        files.append(ExportedFile(path, recipient.key, recipient.language, "docx", digest))
        watch.add("write")
        yield Step("write", number, total, recipient.key)
    return files


def _write_register(work: Path, files: Sequence[ExportedFile], opened: OpenCampaign) -> None:
    """Who was sent what: one line for each file. It says nothing about any signatory."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(_REGISTER_COLUMNS)
    counted = count(opened.signatories, opened.campaign.counts)
    day = opened.campaign.date.isoformat() if opened.campaign.date else ""
    for file in files:
        what = (file.path.name, _no_formula(file.recipient), file.language, file.format, file.sha256)
        rows.writerow([*what, day, counted.total, counted.named, counted.anonymous])
    (work / REGISTER).write_text(text.getvalue(), "utf-8-sig")


def _no_formula(text: str) -> str:
    """A cell that Excel shows as it is, also where a recipient's name begins as a formula does."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _guard_for(
    opened: OpenCampaign, chosen: Chosen, drafts: Mapping[str, LetterDraft], *, draft: bool
) -> Guard:
    printed = printed_names(opened.signatories)
    drafted = [letter.text for letter in drafts.values()]
    typed = [text for _, text in texts_of(opened.campaign)]
    forms = forms_of(opened.signatories, [*printed, *drafted, *typed, *_addressed(chosen)])
    return Guard(forms, printed, letters=True, draft=draft)


def _search(guard: Guard, paths: Sequence[Path], target: Path) -> Generator[Step, None, Search]:
    """Search every finished file; raise where a name or something that no letter may hold is found."""
    if any(certain for _, certain in guard.rows_in(target.name)):
        # The folder is named after the recipients; a list of one's own may be named after anybody.
        place = Place(part="out")
        raise LeakError("export-leaks", (Finding("withheld-name", Severity.ERROR, (place,)),), place)
    search = yield from guard.search(paths, [path.name for path in paths])
    refuse_hits(search)
    refuse_faults(search)
    return search


def _addressed(chosen: Chosen) -> Iterator[str]:
    """Everything that a letter, its file name or the register may say of a recipient."""
    for recipient in chosen.recipients:
        for value in astuple(recipient):
            yield value if isinstance(value, str) else "\n".join(value)


def _moved(file: ExportedFile, work: Path, target: Path) -> ExportedFile:
    path = target.resolve() / file.path.relative_to(work)
    return ExportedFile(path, file.recipient, file.language, file.format, file.sha256)
