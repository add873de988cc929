"""What is remembered of a form between imports: what its columns are for, and fingerprints of its answers.

It lies in ``private/forms``, a file for each form, which is known by its headings. There is no name in it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.domain.sign_ons import Memory, Remembered, Written
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.form_words import Use
from desktop_app.files.kept_copies import private
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private

_FORMS = "forms"
_STEPS_KEPT = 3
_BROKEN = (ValueError, TypeError, AttributeError, KeyError)


@dataclass(frozen=True, slots=True)
class FormMemory:
    """What is known of a form.

    Attributes:
        uses: What its columns are for, by ``heading_key``.
        brought: What earlier imports brought.
        steps: The last imports that changed the list: a digest of it before, and what had been brought.
    """

    uses: Mapping[str, Use] = field(default_factory=dict)
    brought: Memory = field(default_factory=Memory)
    steps: tuple[tuple[str, Memory], ...] = ()

    def at(self, state: str) -> "FormMemory":
        """What is known where the list is as it is: an import that was taken back brought nothing."""
        for place, (before, brought) in enumerate(self.steps):
            if before == state:
                return replace(self, brought=brought, steps=self.steps[:place])
        return self

    def after(self, state: str, brought: Memory) -> "FormMemory":
        """What is known after an import that found the list in this state and changed it."""
        return replace(self, brought=brought, steps=(*self.steps, (state, self.brought))[-_STEPS_KEPT:])


def read_memory(folder: Path, form: str) -> FormMemory:
    """What is known of a form, by the fingerprint of its headings.

    Raises:
        ProblemError: as ``read_bytes``; ``form-memory-broken``.
    """
    known = _read(_path(folder, form))
    try:
        return FormMemory(
            {key: Use(use) for key, use in known.get("columns", {}).items()},
            _memory(known),
            tuple((step["list"], _memory(step)) for step in known.get("steps", [])),
        )
    except _BROKEN:
        raise _broken(folder, form) from None


def write_memory(folder: Path, form: str, memory: FormMemory) -> None:
    """Remember it. What a later version of the program keeps beside it stays.

    Raises:
        ProblemError: as ``read_memory``; ``folder-not-writable`` or ``disk-full``.
    """
    path = _path(folder, form)
    kept: dict[str, Any] = _read(path) | {
        "columns": {key: use.value for key, use in memory.uses.items()},
        **_json(memory.brought),
        "steps": [{"list": state, **_json(brought)} for state, brought in memory.steps],
    }
    try:
        write_private(path, json.dumps(kept, ensure_ascii=False, sort_keys=True).encode())
    except OSError as error:
        raise not_writable(path, error) from None


def _memory(known: Mapping[str, Any]) -> Memory:
    return Memory(
        {key: Remembered(tuple(said), whom) for key, (said, whom) in known.get("answers", {}).items()},
        {
            whom: {name: Written(*written) for name, written in fields.items()}
            for whom, fields in known.get("fields", {}).items()
        },
    )


def _json(memory: Memory) -> dict[str, Any]:
    return {
        "answers": {key: [answer.said, answer.whom] for key, answer in memory.answers.items()},
        "fields": {
            whom: {name: [written.stamp, written.text] for name, written in fields.items()}
            for whom, fields in memory.fields.items()
        },
    }


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        known = json.loads(read_bytes(path))
    except ValueError:
        known = None
    if not isinstance(known, dict):
        raise ProblemError("form-memory-broken", Place(str(path)))
    return known


def _path(folder: Path, form: str) -> Path:
    return private(folder) / _FORMS / f"{form}.json"


def _broken(folder: Path, form: str) -> ProblemError:
    return ProblemError("form-memory-broken", Place(str(_path(folder, form))))
