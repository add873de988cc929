"""The command that opens a letter for signature."""

from argparse import Namespace
from collections.abc import Iterator

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, guard_json
from desktop_app.domain.campaign import State
from desktop_app.domain.deadline import deadline_of
from desktop_app.services.opening_for_signature import Opened, open_for_signature
from desktop_app.support.i18n import _


def open_letter(program: Program, asked: Namespace, output: Output) -> int:
    """Open the letter for signature."""
    deadline = deadline_of(asked.until)
    opened = opened_campaign(asked)
    done = output.run(open_for_signature(opened, deadline, program.reference, program.now()))
    content = {
        "state": State.OPEN.value,
        "until": deadline.text,
        "version": done.text.label,
        "new_version": done.is_new,
        "files": [str(path) for path in done.files],
        "findings": [finding_json(finding) for finding in done.findings],
        "guard": guard_json(done.search),
    }
    output.findings(done.findings)
    output.result(content, _lines(done, deadline.text))
    return 0


def _lines(done: Opened, until: str) -> Iterator[str]:
    yield from (path.name for path in done.files)
    yield _("To be sent out: {folder}").format(folder=done.folder.resolve())
    kept = _("The text is kept as {version}.") if done.is_new else _("The text is still {version}.")
    yield kept.format(version=done.text.label)
    yield _("Open for signature until {until}.").format(until=until)
