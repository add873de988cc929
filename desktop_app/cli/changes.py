"""The command that says what changed in the text since it was signed, and in the list since a day."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.bootstrap import Program
from desktop_app.cli.opened import opened_campaign
from desktop_app.cli.output import Output, finding_json, withheld
from desktop_app.domain.counting import Count
from desktop_app.domain.freezing import Change, ChangeKind, SinceSigned
from desktop_app.domain.list_changes import ListChanges, Respelled
from desktop_app.domain.reporting import gathered
from desktop_app.services.list_since import list_since
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.text_changes import Drafts, text_changes, text_findings, withheld_row_in
from desktop_app.support.i18n import N_, _, ngettext
from desktop_app.wording import of_part

_KINDS = {
    ChangeKind.CHANGED: N_("changed"),
    ChangeKind.ADDED: N_("added"),
    ChangeKind.REMOVED: N_("removed"),
}
_FIGURES = ("total", "named", "anonymous")


class _Screen:
    """What of an older state may be shown: names that are withheld now go by their row."""

    def __init__(self, opened: OpenCampaign, drafts: Drafts, *, show_withheld: bool) -> None:
        self._show = show_withheld
        self._names = {row.row: row.name for row in opened.signatories}
        self._row_in = withheld_row_in(opened, drafts)

    def text(self, then: str) -> str:
        row = None if self._show else self._row_in(then)
        return then if row is None else withheld(row)

    def before(self, name: Respelled) -> str:
        return self.text(name.before) if self._show or name.is_one_name else withheld(name.row)

    def row(self, number: int) -> str:
        return self._names[number] if self._show else withheld(number)


def changes(_program: Program, asked: Namespace, output: Output) -> int:
    """What changed since."""
    opened = opened_campaign(asked)
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    texts = text_changes(opened, drafts)
    since = list_since(opened, asked.since) if asked.since else None
    findings = gathered([*text_findings(opened, drafts), *(since.findings if since else ())])
    screen = _Screen(opened, drafts, show_withheld=asked.show_withheld)
    listed = _Listed.of(since.since, since.changes, screen) if since and since.changes else None
    content = {
        "text": [_text_json(language, text, screen) for language, text in texts],
        "list": listed.json() if listed else None,
        "findings": [finding_json(finding) for finding in findings],
    }
    output.result(content, [*_text_lines(texts, screen), *(listed.lines() if listed else ())])
    output.findings(findings)
    return 0


def _text_json(language: str, since: SinceSigned, screen: _Screen) -> Mapping[str, object]:
    return {
        "version": since.text.label,
        "language": language,
        "signed_before": since.signed,
        "changes": [
            {
                "part": change.part,
                "paragraph": change.paragraph,
                "kind": change.kind.value,
                "before": screen.text(change.before) or None,
                "after": screen.text(change.after) or None,
            }
            for change in since.changes
        ],
    }


def _text_lines(texts: Sequence[tuple[str, SinceSigned]], screen: _Screen) -> Iterator[str]:
    if not texts:
        yield _("No text was opened for signature yet.")
    for language, since in texts:
        title = ngettext(
            "Text {version}, {language}: {signed} sign-on.",
            "Text {version}, {language}: {signed} sign-ons.",
            since.signed,
        )
        yield title.format(version=since.text.label, language=language, signed=since.signed)
        if not since.changes:
            yield "    " + _("Nothing has changed in it since.")
        for change in since.changes:
            yield from _change_lines(change, screen)


def _change_lines(change: Change, screen: _Screen) -> Iterator[str]:
    place = _("{part}, paragraph {number}: {kind}")
    part = of_part(change.part)
    yield "    " + place.format(part=part, number=change.paragraph, kind=_(_KINDS[change.kind]))
    for sign, text in (("-", change.before), ("+", change.after)):
        if text:
            yield f"        {sign} {screen.text(text)}"


@dataclass(frozen=True, slots=True)
class _Listed:
    """What changed in the list, as it is shown."""

    since: str
    added: tuple[str, ...]
    hidden: tuple[str, ...]
    gone: int
    spelled: tuple[tuple[str, str], ...]
    before: Count
    after: Count

    @classmethod
    def of(cls, since: str, found: ListChanges, screen: _Screen) -> "_Listed":
        return cls(
            since=since,
            added=found.added,
            hidden=tuple(screen.row(row) for row in found.hidden),
            gone=found.gone,
            spelled=tuple((screen.before(name), name.after) for name in found.spelled),
            before=found.before,
            after=found.after,
        )

    def figures(self) -> Iterator[tuple[str, int, int]]:
        for figure in _FIGURES:
            yield figure, getattr(self.before, figure), getattr(self.after, figure)

    def json(self) -> Mapping[str, object]:
        figures = {figure: {"before": before, "after": after} for figure, before, after in self.figures()}
        return {
            "since": self.since,
            "added": list(self.added),
            "no_longer_named": list(self.hidden),
            "gone": self.gone,
            "spelled": [{"before": before, "after": after} for before, after in self.spelled],
            **figures,
        }

    def lines(self) -> Iterator[str]:
        yield _("The list since {since}: {added} added, {hidden} no longer named.").format(
            since=self.since, added=len(self.added), hidden=len(self.hidden) + self.gone
        )
        yield from (f"    + {name}" for name in self.added)
        yield from (f"    - {name}" for name in self.hidden)
        if self.gone:
            gone = ngettext(
                "{gone} is no longer on the list at all", "{gone} are no longer on the list at all", self.gone
            )
            yield "    - " + gone.format(gone=self.gone)
        yield from (f"    {before} -> {after}" for before, after in self.spelled)
        total, named, anonymous = (f"{before} -> {after}" for _figure, before, after in self.figures())
        yield _("In all {total}, named {named}, anonymous {anonymous}.").format(
            total=total, named=named, anonymous=anonymous
        )
