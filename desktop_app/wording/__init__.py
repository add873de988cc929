"""Every sentence that a finding, a step or an error can become, for window and terminal alike."""

from desktop_app.wording.duplicates import of_reasons
from desktop_app.wording.places import of_part, of_place, of_places
from desktop_app.wording.sentences import (
    of_claim,
    of_finding,
    of_problem,
    of_step,
    of_undone,
    severity_label,
)
from desktop_app.wording.steps import of_change

__all__ = [
    "of_change",
    "of_claim",
    "of_finding",
    "of_part",
    "of_place",
    "of_places",
    "of_problem",
    "of_reasons",
    "of_step",
    "of_undone",
    "severity_label",
]
