"""Commands that change the list of signatories."""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import LONGEST_LINE, opened_campaign, saving_for
from desktop_app.cli.output import Output, finding_json
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.services.adding import add_signatory
from desktop_app.services.asking import reopen_questions
from desktop_app.services.disclosing import set_disclosure
from desktop_app.services.locking import lock_list
from desktop_app.support.i18n import _
from desktop_app.wording import of_undone

_NEW_PASSWORD = "UNDERSIGNED_NEW_PASSWORD"  # noqa: S105 - the name of a variable

_ADDED_AS = (Disclosure.NAMED, Disclosure.ANONYMOUS, Disclosure.PENDING)
"""Nobody takes back a signature that is not on the list yet."""


def signatories_add(_program: Program, asked: Namespace, output: Output) -> int:
    """Add one signatory by hand."""
    disclosure = _disclosure(asked.listed, _ADDED_AS)
    signatory = Signatory(0, asked.name, disclosure, country=asked.country, source=asked.source)
    listed = opened_campaign(asked).listed
    added = add_signatory(saving_for(asked), listed, signatory, confirmed=asked.confirm)
    content = {
        "row": added.row,
        "listed": disclosure.value,
        "findings": [finding_json(finding) for finding in added.findings],
    }
    line = _("Row {row} is added: {listed}.").format(row=added.row, listed=disclosure.value)
    output.result(content, [line])
    output.findings(added.findings)
    return 0


def signatories_set(program: Program, asked: Namespace, output: Output) -> int:
    """Change how one signatory appears."""
    to = _disclosure(asked.listed, tuple(Disclosure))
    done = set_disclosure(
        saving_for(asked),
        opened_campaign(asked).listed,
        asked.row,
        to,
        program.today(),
        source=asked.source,
        confirmed=asked.confirm,
    )
    content = {
        "row": asked.row,
        "listed": to.value,
        "before": done.before.value,
        "findings": [finding_json(finding) for finding in done.findings],
    }
    changed = (
        _("Row {row}: {before} -> {after}.") if done.before is not to else _("Row {row} is {after} already.")
    )
    if done.settled and done.before is to:
        changed = _("Row {row} stays {after}: the answer that says no is not its own.")
    line = changed.format(row=asked.row, before=done.before.value, after=to.value)
    output.result(content, [line])
    output.findings(done.findings)
    return 0


def signatories_undo(_program: Program, asked: Namespace, output: Output) -> int:
    """Take the last step on the list back."""
    listed = opened_campaign(asked).listed
    step, _before = saving_for(asked).undo(listed, naming_confirmed=asked.confirm)
    reopen_questions(Path(asked.folder), listed)
    output.result({"undone": step}, [of_undone(step)])
    return 0


def signatories_password(_program: Program, asked: Namespace, output: Output) -> int:
    """Lock the list with a password, or with another one."""
    listed = opened_campaign(asked).listed
    locked = lock_list(saving_for(asked), listed, new_password(from_input=asked.password_stdin))
    line = _("The list and its copies are locked. Nobody can open them without the password: keep it safe.")
    content = {
        "locked": True,
        "file": str(listed.path.resolve()),
        "findings": [finding_json(finding) for finding in locked.findings],
    }
    output.result(content, [line])
    output.findings(locked.findings)
    return 0


def new_password(*, from_input: bool) -> str:
    """A password to lock with: the environment's, a line of standard input, or typed twice.

    Raises:
        ProblemError: ``passwords-differ``.
    """
    if _NEW_PASSWORD in os.environ:
        return os.environ[_NEW_PASSWORD]
    if from_input or not sys.stdin.isatty():
        return sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
    first, again = (getpass.getpass(prompt) for prompt in (_("New password: "), _("Again: ")))
    if first != again:
        raise ProblemError("passwords-differ")
    return first


def _disclosure(given: str, known: Sequence[Disclosure]) -> Disclosure:
    for disclosure in known:
        if disclosure.value == given.casefold():
            return disclosure
    raise ProblemError("disclosure-unknown", given=given, known=tuple(kind.value for kind in known))
