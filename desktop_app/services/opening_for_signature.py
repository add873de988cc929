"""Open a letter for signature: its text is kept as it is, and what goes out with it is made and searched."""

import datetime as dt
import shutil
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.campaign import State, texts_of
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.freezing import FrozenText, changes
from desktop_app.domain.reporting import Finding, Place, ProblemError, Step, gathered
from desktop_app.domain.withheld import forms_of
from desktop_app.files.campaign_folder import move_into_place, working_folder
from desktop_app.files.campaign_toml_edit import set_values
from desktop_app.files.frozen_texts import frozen_texts, keep_text, passages_of
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.reference_data import Reference
from desktop_app.files.settings_table import FILE as SETTINGS
from desktop_app.services.checking import check_text, refuse_if_errors
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.reading_copies import SignOnFiles, sign_on_files
from desktop_app.services.refusing import doubtful, refuse_faults, refuse_hits
from desktop_app.services.search_results import Search
from desktop_app.services.settling import settled_for


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a letter for signature came to.

    Attributes:
        text: The text that is signed now.
        is_new: Whether it is another than before; with the same text only the deadline moved.
        folder: What is to be sent out.
        files: Its files.
    """

    text: FrozenText
    is_new: bool
    folder: Path
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    search: Search


def open_for_signature(
    opened: OpenCampaign, deadline: Deadline, reference: Reference, now: dt.datetime
) -> Generator[Step, None, Opened]:
    """Keep the text, write reading copies and calls, and set the campaign's state.

    Args:
        opened: The campaign.
        deadline: Until when it is open.
        reference: The program's tables.
        now: The time, with its offset.

    Raises:
        RefusedError: for a text that is not finished (exit 1), a ``LeakError`` for a withheld name (exit 3).
        ProblemError: ``open-closed``, ``deadline-past``; as ``frozen_texts``, ``keep_text`` and
            ``set_values``.
    """
    _check_may_open(opened, deadline, now)
    drafts = {language: opened.draft(language) for language in opened.languages}
    findings = gathered([*opened.findings, *check_text(opened, list(drafts.items()))])
    refuse_if_errors(findings, draft=False)
    texts = frozen_texts(opened.folder)
    is_new = not texts or _differs(texts[-1], drafts)
    # A merge uses its draft up; the text is kept from another one of the same bytes.
    kept_from = {language: draft.unused() for language, draft in drafts.items()}
    made = {
        language: sign_on_files(opened, language, draft, deadline, reference)
        for language, draft in drafts.items()
    }
    last = texts[-1].number if texts else 0
    number = last + 1 if is_new else last
    target = _next_folder(opened.folder, number, deadline)
    with working_folder(target) as work:
        files = _write(work, made)
        search = yield from _searched(opened, files, kept_from, made)
        if is_new:
            text = keep_text(opened.folder, number, now.astimezone(dt.UTC), opened.campaign, kept_from)
        else:
            text = texts[-1]
        move_into_place(work, target)
    _set_open(opened.folder, deadline, target)
    handed = tuple(target.resolve() / file.name for file in files)
    return Opened(text, is_new, target, handed, gathered([*findings, *doubtful(search)]), search)


def _check_may_open(opened: OpenCampaign, deadline: Deadline, now: dt.datetime) -> None:
    if opened.campaign.state is State.CLOSED:
        raise ProblemError("open-closed", Place(SETTINGS, "state"))
    if deadline.is_past(now):
        raise ProblemError("deadline-past", given=deadline.text)


def _differs(text: FrozenText, drafts: Mapping[str, LetterDraft]) -> bool:
    """Whether the letters say anything that was not opened for signature."""
    return any(
        language not in text.texts or changes(text.texts[language], passages_of(draft))
        for language, draft in drafts.items()
    )


def _next_folder(folder: Path, number: int, deadline: Deadline) -> Path:
    """``exports/sign-on text 1 until 2024-01-30 18.00``, then the same with (2), (3) behind it."""
    stem = f"sign-on text {number} until {deadline.day}"
    if deadline.time is not None:
        stem += f" {deadline.time:%H.%M}"
    parent = folder / "exports"
    again, target = 1, parent / stem
    while target.exists():
        again += 1
        target = parent / f"{stem} ({again})"
    return target


def _write(work: Path, made: Mapping[str, SignOnFiles]) -> list[Path]:
    files = []
    for language, both in made.items():
        copy, call = work / _copy_name(language), work / f"sign-on-call.{language}.txt"
        copy.write_bytes(both.copy)
        # Older programs on Windows know UTF-8 by its mark.
        call.write_text(both.call, "utf-8-sig")
        files += [copy, call]
    return files


def _copy_name(language: str) -> str:
    return f"reading-copy.{language}.docx"


def _searched(
    opened: OpenCampaign,
    files: Sequence[Path],
    drafts: Mapping[str, LetterDraft],
    made: Mapping[str, SignOnFiles],
) -> Generator[Step, None, Search]:
    """What the search of the finished files came to; they are refused for a withheld name."""
    guard = _guard_for(opened, drafts, made)
    copies = [(_copy_name(language), language) for language in made]
    guard.settled = settled_for(opened, list(drafts.items()), guard, copies)
    search = yield from guard.search(files, [file.name for file in files])
    refuse_hits(search)
    refuse_faults(search)
    return search


def _guard_for(
    opened: OpenCampaign, drafts: Mapping[str, LetterDraft], made: Mapping[str, SignOnFiles]
) -> Guard:
    """Nothing is printed by right here but the text and the fixed words around it."""
    allowed = [draft.text for draft in drafts.values()]
    allowed += [text for _, text in texts_of(opened.campaign)]
    for both in made.values():
        allowed += [both.call, *both.addressed]
    printed = printed_names(opened.signatories)
    return Guard(forms_of(opened.signatories, [*printed, *allowed]), printed, letters=True, draft=True)


def _set_open(folder: Path, deadline: Deadline, handed: Path) -> None:
    try:
        set_values(folder, {"state": State.OPEN.value, "until": deadline.text})
    except ProblemError:
        shutil.rmtree(handed, ignore_errors=True)
        raise
