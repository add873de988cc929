"""Runs one command and turns whatever happens into a sentence and an exit status."""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from desktop_app.bootstrap import Program, bootstrap
from desktop_app.cli import CANCELLED
from desktop_app.cli.arguments import parser
from desktop_app.cli.output import NobodyReadsError, Output
from desktop_app.domain.reporting import Place, ProblemError

Command = Callable[[Program, Namespace, Output], int]

_COMMANDS: Mapping[str, str] = {
    "templates": "campaigns.templates",
    "new": "campaigns.new",
    "import": "importing.import_a_letter",
    "text": "retexting.new_text",
    "status": "campaigns.status",
    "check": "campaigns.check",
    "recipients": "recipients.recipients",
    "address": "recipients.address",
    "signatories list": "lists.signatories_list",
    "signatories count": "lists.signatories_count",
    "signatories import": "collecting.signatories_import",
    "signatories add": "enrolling.signatories_add",
    "signatories set": "enrolling.signatories_set",
    "signatories undo": "enrolling.signatories_undo",
    "signatories password": "enrolling.signatories_password",
    "signatories duplicates": "duplicates.signatories_duplicates",
    "list": "lists.named_list",
    "open": "signing.open_letter",
    "changes": "changes.changes",
    "export": "handing_over.export_letters",
    "scan": "handing_over.scan",
    "settle": "settling.settle_name",
    "close": "ending.close",
}
"""Where each command is. Only its own module is loaded: all of them take a second."""


def main(arguments: Sequence[str] | None = None, program: Program | None = None) -> int:
    """Run one command.

    Args:
        arguments: What follows the program's name; None = those of the process.
        program: For tests; None = the real one.

    Returns:
        The exit status: 0 done, 1 refused, 2 wrong use or unreadable input, 3 a withheld name found,
        130 cancelled.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    output = Output(as_json="--json" in given)
    try:
        return _run(given, program, output)
    except ProblemError as problem:
        return _said(output, problem, problem.exit_status)
    except KeyboardInterrupt:
        return _said(output, ProblemError("cancelled"), CANCELLED)
    except NobodyReadsError:
        return _nobody_listens(0)
    except PermissionError as error:
        place = Place(str(error.filename or ""))
        closed = ProblemError("file-not-readable", place, reason=error.strerror or "")
        return _said(output, closed, closed.exit_status)
    except Exception as error:  # noqa: BLE001 - never a traceback: it could hold names
        return _said(output, _own_mistake(error), ProblemError.exit_status)


def _said(output: Output, problem: ProblemError, status: int) -> int:
    """The exit status, whether or not anybody hears the sentence."""
    try:
        output.problem(problem)
    except (NobodyReadsError, ProblemError):
        return _nobody_listens(status)
    return _nobody_listens(status) if problem.code == "output-lost" else status


def _nobody_listens(status: int) -> int:
    """Our output cannot be written any more; Python must not complain about that at its end."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return status


def _run(given: list[str], program: Program | None, output: Output) -> int:
    asked = parser().parse_args(given)
    if asked.command is None:
        raise ProblemError("window-missing")
    name = " ".join(filter(None, (asked.command, getattr(asked, "subcommand", ""))))
    return command_of(name)(program or bootstrap(), asked, output)


def command_of(name: str) -> Command:
    """What a command's name does, such as "signatories add"."""
    module, function = _COMMANDS[name].split(".")
    command: Command = getattr(import_module(f"desktop_app.cli.{module}"), function)
    return command


def _own_mistake(error: Exception) -> ProblemError:
    """Type, module and line of a mistake of ours: its text could hold a name."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = "?" if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    return ProblemError("internal", kind=type(error).__name__, where=where)
