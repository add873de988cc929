"""What undo and redo say they would do."""

from collections.abc import Mapping

from desktop_app.domain.reporting import Value
from desktop_app.support.i18n import N_, NN_, _, ngettext

_MANY = {
    "add": NN_("Add a signatory", "Add {number} signatories"),
    "list-named": NN_("List one by name", "List {number} by name"),
    "list-anonymous": NN_("Make one anonymous", "Make {number} anonymous"),
    "list-pending": NN_("Make one pending", "Make {number} pending"),
    "list-withdrawn": NN_("Withdraw one", "Withdraw {number}"),
    "cells": NN_("Change a cell", "Change {number} cells"),
    "recovered": NN_("Recover a step", "Recover {number} steps"),
}
_ONE = {
    "merge": N_("Merge two rows"),
    "import": N_("Import sign-ons"),
    "recipients": N_("Choose recipients"),
    "correction": N_("Correct a recipient"),
    "settings": N_("Change a setting"),
    "text": N_("Take a new text"),
    "settle": N_("Settle a name"),
    "version": N_("Begin a translation"),
    "agreed": N_("Find a translation to agree"),
}


def of_change(what: str, values: Mapping[str, Value]) -> str:
    """A step in a few words, as undo names it."""
    if what in _MANY:
        number = values.get("number", 1)
        one, many = _MANY[what]
        return ngettext(one, many, number if isinstance(number, int) else 1).format(number=number)
    return _(_ONE[what])
