"""The command that ends a campaign."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from desktop_app.bootstrap import Program
from desktop_app.cli.enrolling import new_password
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, unread_json
from desktop_app.domain.reporting import RefusedError, Severity
from desktop_app.services.closing import Closing, archive_of, check_not_open, close_campaign, plan_closing
from desktop_app.services.locking import password_findings
from desktop_app.services.rehearsing import last_export
from desktop_app.support.i18n import _
from desktop_app.wording.unread import of_unread


def close(program: Program, asked: Namespace, output: Output) -> int:
    """End a campaign: a last export, and then nothing is left that could give anybody away."""
    opened = opened_campaign(asked)
    exports = bool(opened.campaign.request.to) and not asked.no_export
    rehearse = exports and not asked.confirm
    closing = output.run(plan_closing(opened, program.reference, rehearse=rehearse))
    findings = closing.findings
    archive, exported = "", ""
    if asked.confirm:
        check_not_open(opened)
        kept = None
        if asked.archive:
            password = new_password(from_input=asked.password_stdin)
            kept = archive_of(opened.listed, Path(asked.archive), password)
            archive = str(kept.target.resolve())
            findings = (*password_findings(password), *findings)
        if exports:
            exported = str(output.run(last_export(opened, program.reference)).folder.resolve())
        close_campaign(opened, closing, kept)
    content = {
        "closed": asked.confirm,
        "named": closing.named,
        "bare": closing.bare,
        "erased": list(closing.erased),
        "archive": archive or None,
        "export": exported or None,
        "unread_because": unread_json(closing.not_read),
        "findings": [finding_json(finding) for finding in findings],
    }
    output.result(content, _lines(closing, archive, exported, confirmed=asked.confirm))
    output.findings(findings)
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return RefusedError.exit_status if refused else 0


def _lines(closing: Closing, archive: str, exported: str, *, confirmed: bool) -> Iterator[str]:
    yield from _what_stays(closing, archive, exported, confirmed=confirmed)
    yield from map(of_unread, closing.not_read)


def _what_stays(closing: Closing, archive: str, exported: str, *, confirmed: bool) -> Iterator[str]:
    kept = _(
        "{named} named rows stay and, of {bare} others, only how they are counted and which text they signed."
    ).format(named=closing.named, bare=closing.bare)
    if not confirmed:
        yield _("After closing, {kept}").format(kept=kept)
        yield _("Names, contacts and notes of all others are erased, and in private/: {names}.").format(
            names=", ".join(closing.erased) or "-"
        )
        yield _("There is no way back. Nothing is changed yet: add --confirm.")
        yield _("--archive FILE keeps the list as it is, behind a password.")
        return
    if archive:
        yield _("The list as it was lies in {file}, behind the password.").format(file=archive)
    if exported:
        yield _("The last letters lie in {folder}.").format(folder=exported)
    yield _("Closed. {kept}").format(kept=kept)
