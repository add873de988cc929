"""Letters out: merged, written to a working folder, re-read by the guard, and only then handed over."""

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import project
from desktop_app.domain.exported_file import ExportedFile
from desktop_app.domain.prose import Settled
from desktop_app.domain.reporting import (
    Finding,
    Place,
    ProblemError,
    Severity,
    Step,
    gathered,
)
from desktop_app.domain.signatory import Disclosure
from desktop_app.domain.sorting import sort_key
from desktop_app.files.campaign_folder import ASIDE, check_empty, move_into_place, working_folder
from desktop_app.files.kept_copies import keep_export
from desktop_app.files.letter_docx import LetterDraft, fingerprint
from desktop_app.files.reference_data import Reference
from desktop_app.services.checking import checked_in_steps, refuse_if_errors
from desktop_app.services.choosing import Chosen
from desktop_app.services.formatting import Makers, Wanted, check_can_make
from desktop_app.services.guarding import Guard
from desktop_app.services.merging import Material, Merge
from desktop_app.services.naming import REGISTER, letter_names, next_folder
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.refusing import doubtful
from desktop_app.services.search_results import Search, joined
from desktop_app.services.searching import guard_of_export, refuse_names_in, search_finished
from desktop_app.services.settling import settled_for
from desktop_app.support.stopwatch import Stopwatch

_REGISTER_COLUMNS = "file recipient language format sha256 letter_date total named anonymous".split()


@dataclass(frozen=True, slots=True)
class Export:
    """What was handed over.

    Attributes:
        texts: The fingerprint of each letter that was sent, by its language.
    """

    folder: Path
    files: tuple[ExportedFile, ...]
    findings: tuple[Finding, ...]
    search: Search
    seconds: Mapping[str, float]
    texts: Mapping[str, str]


def export(
    opened: OpenCampaign,
    chosen: Chosen,
    reference: Reference,
    *,
    out: Path | None = None,
    draft: bool = False,
    formats: Collection[str] = ("docx",),
) -> Generator[Step, None, Export]:
    """Write one letter for each recipient and hand the folder over in one rename.

    Whoever closes the generator cancels: the working folder is removed, nothing is left.

    Args:
        opened: The campaign.
        chosen: Who gets a letter, addressed.
        reference: The program's tables.
        out: Where to; it must not exist or be empty. None: ``exports/`` of the campaign.
        draft: Let prompts and differing figures through, and say "Draft" on every page.
        formats: Of ``FORMATS``. What another one is made of is written, searched, and not handed over.

    Raises:
        RefusedError: for findings that must be settled (exit 1).
        LeakError: for a withheld name (exit 3). Nothing is handed over.
        ProblemError: for input that cannot be read, a folder that cannot be written.
    """
    target = out if out is not None else next_folder(opened, chosen, draft=draft)
    wanted = Wanted(frozenset(formats), draft=draft)
    done = yield from _finished(opened, chosen, reference, target, move_into_place, wanted)
    kept = () if draft or opened.campaign.sample else _keep_list(opened, target.name, done.texts)
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
    yield from _finished(opened, chosen, reference, target, hand_nothing_over, Wanted())


def _finished(
    opened: OpenCampaign,
    chosen: Chosen,
    reference: Reference,
    target: Path,
    hand_over: Callable[[Path, Path], None],
    wanted: Wanted,
) -> Generator[Step, None, Export]:
    draft = wanted.draft
    drafts, findings = yield from _checked(opened, chosen, wanted)
    check_empty(target)
    guard = guard_of_export(opened, chosen, drafts, reference, draft=draft)
    refuse_names_in(guard, opened, chosen)
    watch = Stopwatch()

    def material(language: str) -> Material:
        # The draft of the letters is used up, and what lies on the disk may be another text by now.
        return _material(opened, language, drafts[language].unused(), reference, draft=draft)

    with working_folder(target) as work:
        aside = work.parent / ASIDE
        aside.mkdir()
        place = work if "docx" in wanted.formats else aside
        letters = yield from _write_letters(opened, chosen, drafts, reference, place, watch, draft=draft)
        watch.restart()
        guard.settled = _settled(opened, drafts, guard, letters)
        # A name that stands in a letter is found before hours of LibreOffice's work.
        search = yield from search_finished(guard, letters, target)
        watch.add("guard")
        makers = Makers(opened, chosen, reference, work, aside, wanted, watch, material)
        others, findings_of_files = yield from makers.files(letters)
        handed = [file for file in (*letters, *others) if file.path.parent == work]
        _write_register(work, handed, opened)
        watch.add("write")
        register = ExportedFile(work / REGISTER, "", "", "csv", "")
        guard.settled = _settled(opened, drafts, guard, others)
        search = joined(search, (yield from search_finished(guard, [*others, register], target)))
        watch.add("guard")
        hand_over(work, target)
    return Export(
        target,
        tuple(_moved(file, work, target) for file in handed),
        gathered([*findings, *findings_of_files, *doubtful(search), *_of_sources(opened, drafts)]),
        search,
        watch.seconds,
        {language: fingerprint(letter) for language, letter in drafts.items()},
    )


def _checked(
    opened: OpenCampaign, chosen: Chosen, wanted: Wanted
) -> Generator[Step, None, tuple[dict[str, LetterDraft], tuple[Finding, ...]]]:
    """The letters that are needed, and what is to be said of them and their recipients."""
    check_can_make(wanted)
    drafts = yield from _read_drafts(opened, chosen)
    checked = yield from checked_in_steps(opened, list(drafts.items()))
    findings = gathered([*checked, *chosen.findings])
    refuse_if_errors(findings, draft=wanted.draft)
    if not chosen.recipients:
        raise ProblemError("no-recipients", body=chosen.body)
    return drafts, findings


def _settled(
    opened: OpenCampaign, drafts: Mapping[str, LetterDraft], guard: Guard, files: Sequence[ExportedFile]
) -> Mapping[str, tuple[Settled, ...]]:
    named = [(file.path.name, file.language) for file in files]
    return settled_for(opened, list(drafts.items()), guard, named)


def _read_drafts(opened: OpenCampaign, chosen: Chosen) -> Generator[Step, None, dict[str, LetterDraft]]:
    """The letters that are needed. A language that the campaign lacks is a finding of the choice."""
    spoken = dict.fromkeys(recipient.language for recipient in chosen.recipients)
    drafts = {}
    for number, language in enumerate(spoken, start=1):
        if language in opened.languages:
            drafts[language] = opened.draft(language)
        yield Step("read", number, len(spoken), language)
    return drafts


def _of_sources(opened: OpenCampaign, drafts: Mapping[str, LetterDraft]) -> tuple[Finding, ...]:
    """What is to be said of the list and the letters that everything was made of."""
    return (*_unknown_names(opened), *_changed(drafts, opened))


def _changed(drafts: Mapping[str, LetterDraft], opened: OpenCampaign) -> tuple[Finding, ...]:
    """Letters that somebody has saved since they were read: what was handed over is the text before."""
    names = [draft.file for draft in drafts.values() if not _holds(opened.folder / draft.file, draft.data)]
    places = tuple(Place(name) for name in names)
    return (Finding("letter-changed-meanwhile", Severity.WARNING, places),) if places else ()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _unknown_names(opened: OpenCampaign) -> tuple[Finding, ...]:
    """Anonymous rows that no search can find, as those of a closed campaign are."""
    rows = sum(1 for row in opened.signatories if row.disclosure is Disclosure.ANONYMOUS and not row.name)
    return (Finding("names-not-kept", Severity.NOTE, values={"rows": rows}),) if rows else ()


def _keep_list(opened: OpenCampaign, export: str, sent: Mapping[str, str]) -> tuple[Finding, ...]:
    """Keep the list as it went out, locked as it is, and by which text: later changes are held against it."""
    try:
        others = [language for language in opened.languages if language not in sent]
        texts = {**{language: fingerprint(opened.draft(language)) for language in others}, **sent}
        keep_export(opened.folder, export, opened.listed.data, dt.datetime.now(dt.UTC), texts)
    except (OSError, ProblemError):
        return (Finding("export-not-kept", Severity.WARNING, (Place("private/exports"),)),)
    return ()


def _material(
    opened: OpenCampaign, language: str, letter: LetterDraft, reference: Reference, *, draft: bool
) -> Material:
    """What the letters of a language are made of: projected rows, and no other."""
    campaign = opened.campaign
    counted = count(opened.signatories, campaign.counts, country=reference.country_key)
    listed = project(opened.signatories)
    return Material(campaign, language, letter, listed, counted, opened.signature_pictures(), draft)


def _write_letters(
    opened: OpenCampaign,
    chosen: Chosen,
    drafts: Mapping[str, LetterDraft],
    reference: Reference,
    work: Path,
    watch: Stopwatch,
    *,
    draft: bool,
) -> Generator[Step, None, list[ExportedFile]]:
    names = letter_names(opened, chosen, reference, draft=draft)
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
            material = _material(opened, language, drafts[language], reference, draft=draft)
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


def _moved(file: ExportedFile, work: Path, target: Path) -> ExportedFile:
    path = target.resolve() / file.path.relative_to(work)
    return ExportedFile(path, file.recipient, file.language, file.format, file.sha256)
