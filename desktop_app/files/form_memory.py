"""What is remembered between imports: what the columns of each form are for, and fingerprints of all answers.

It lies in ``private/forms``. A form is known by its headings, an answer by itself: where a form gains, moves
or renames a question, its answers are the same as before. Nothing in it can be read without the list's
key: not even a heading, for a first row may be an answer.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop_app.domain.fingerprints import Fingerprint
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.sign_ons import Memory, Remembered, Written
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.form_words import Use
from desktop_app.files.kept_copies import private
from desktop_app.files.kept_file import read_kept
from desktop_app.files.safe_save import write_private

_FORMS = "forms"
_ANSWERS = "answers.json"
_STEPS_KEPT = 3
_LONG_ENOUGH = 16
"""Characters of a fingerprint that tell one form from another."""
_BROKEN = (ValueError, TypeError, AttributeError, KeyError, RecursionError)


@dataclass(frozen=True, slots=True)
class FormMemory:
    """What is known of a form.

    Attributes:
        uses: What its columns are for, by ``heading_key``; None = nothing we know.
    """

    uses: Mapping[str, Use | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswerMemory:
    """What is known of the answers of all forms.

    Attributes:
        brought: What earlier imports brought.
        steps: The last imports that changed the list: a digest of it before, and what had been brought.
    """

    brought: Memory = field(default_factory=Memory)
    steps: tuple[tuple[str, Memory], ...] = ()

    def at(self, state: str) -> "AnswerMemory":
        """What is known where the list is as it is: an import that was taken back brought nothing."""
        for place, (before, brought) in enumerate(self.steps):
            if before == state:
                return replace(self, brought=brought, steps=self.steps[:place])
        return self

    def after(self, state: str, brought: Memory) -> "AnswerMemory":
        """What is known after an import that found the list in this state and changed it."""
        return replace(self, brought=brought, steps=(*self.steps, (state, self.brought))[-_STEPS_KEPT:])


def read_form(folder: Path, headings: Collection[str], fingerprint: Fingerprint) -> FormMemory:
    """What is known of a form by its headings, in whatever order; or of one that is mostly the same.

    Args:
        folder: The campaign's.
        headings: Each by its ``heading_key``.
        fingerprint: By the list's key.

    Raises:
        ProblemError: as ``read_kept``; ``form-memory-broken``.
    """
    marks = {fingerprint(heading): heading for heading in headings}
    path = _path_of(folder, headings, fingerprint)
    known = [_uses(path)] if os.path.lexists(path) else [_uses(other) for other in _other_forms(folder)]
    best = max(known, key=lambda uses: _likeness(uses, marks), default={})
    if _likeness(best, marks) < 1 / 2:
        return FormMemory()
    return FormMemory({marks[mark]: use for mark, use in best.items() if mark in marks})


def write_form(folder: Path, headings: Collection[str], form: FormMemory, fingerprint: Fingerprint) -> None:
    """Remember it. What a later version of the program keeps beside it stays.

    Raises:
        ProblemError: as ``read_form``; ``folder-not-writable`` or ``disk-full``.
    """
    columns = {fingerprint(key): use.value if use else None for key, use in form.uses.items()}
    _write(_path_of(folder, headings, fingerprint), {"columns": columns})


def read_answers(folder: Path) -> AnswerMemory:
    """What is known of the answers that were brought.

    Raises:
        ProblemError: as ``read_kept``; ``form-memory-broken``.
    """
    path = private(folder) / _FORMS / _ANSWERS
    known = _read(path)
    try:
        steps = tuple((step["list"], _memory(step)) for step in known.get("steps", []))
        return AnswerMemory(_memory(known), steps)
    except _BROKEN:
        raise _broken(path) from None


def write_answers(folder: Path, answers: AnswerMemory) -> None:
    """Remember them. What a later version of the program keeps beside them stays.

    Raises:
        ProblemError: as ``read_answers``; ``folder-not-writable`` or ``disk-full``.
    """
    steps = [{"list": state, **_json(brought)} for state, brought in answers.steps]
    _write(private(folder) / _FORMS / _ANSWERS, {**_json(answers.brought), "steps": steps})


def _uses(path: Path) -> dict[str, Use | None]:
    """What the columns of one form were for, by the fingerprints of their headings."""
    known = _read(path)
    try:
        return {mark: Use(use) if use else None for mark, use in known.get("columns", {}).items()}
    except _BROKEN:
        raise _broken(path) from None


def _other_forms(folder: Path) -> Iterator[Path]:
    for path in sorted((private(folder) / _FORMS).glob("*.json")):
        if path.name != _ANSWERS:
            yield path


def _likeness(known: Collection[str], marks: Collection[str]) -> float:
    """How much of two forms is the same: 1 is all, 0 is nothing."""
    both = {*known, *marks}
    return len({*known} & {*marks}) / len(both) if both else 0


def _memory(known: Mapping[str, Any]) -> Memory:
    return Memory(
        {
            key: Remembered(_texts(said), *_texts((whom, form)))
            for key, (said, whom, form) in known.get("answers", {}).items()
        },
        {
            whom: {name: Written(*_texts(written)) for name, written in fields.items()}
            for whom, fields in known.get("fields", {}).items()
        },
    )


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    """Values that somebody may have changed by hand."""
    if not all(isinstance(value, str) for value in values):
        raise TypeError(values)
    return tuple(map(str, values))


def _json(memory: Memory) -> dict[str, Any]:
    return {
        "answers": {key: [answer.said, answer.whom, answer.form] for key, answer in memory.answers.items()},
        "fields": {
            whom: {name: [written.stamp, written.text] for name, written in fields.items()}
            for whom, fields in memory.fields.items()
        },
    }


def _read(path: Path) -> dict[str, Any]:
    data = read_kept(path, _broken(path))
    if data is None:
        return {}
    try:
        known = json.loads(data)
    except (ValueError, RecursionError):
        known = None
    if not isinstance(known, dict):
        raise _broken(path)
    return known


def _write(path: Path, content: dict[str, Any]) -> None:
    kept = _read(path) | content
    try:
        write_private(path, json.dumps(kept, ensure_ascii=False, sort_keys=True).encode())
    except OSError as error:
        raise not_writable(path, error) from None


def _path_of(folder: Path, headings: Collection[str], fingerprint: Fingerprint) -> Path:
    # The order of the questions is nothing.
    mark = fingerprint("\n".join(("form", *sorted(headings))))
    return private(folder) / _FORMS / f"{mark[:_LONG_ENOUGH]}.json"


def _broken(path: Path) -> ProblemError:
    return ProblemError("form-memory-broken", Place(str(path)))
