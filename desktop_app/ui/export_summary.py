"""The card at the side of an export: what will be written in figures, and the one button."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.counting import Count
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.withheld import forms_of
from desktop_app.files.frozen_texts import current_version
from desktop_app.services.checking import lets_only_drafts_out
from desktop_app.services.choosing import Chosen
from desktop_app.services.drafting import without_address
from desktop_app.services.exporting_again import SinceExport
from desktop_app.services.naming import NamedFile, files_named, next_folder
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.ui.desk import Desk
from desktop_app.wording.languages import of_language
from desktop_app.wording.letters import of_since

_SUMMARY = 288


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an export would be.

    Attributes:
        letters: For how many recipients.
        languages: Theirs, one for each.
        files: All that would be handed over, as it will be named: as drafts where nothing else can be made.
            Empty where no format is ticked.
        folder: Where it would be handed over.
        withheld: How many names the name check would look for.
        signed_text: The text that was opened for signature last; empty where none was.
        without_address: To how many recipients a draft would have no address.
    """

    letters: int
    languages: tuple[str, ...]
    files: tuple[NamedFile, ...]
    folder: Path
    figures: Count
    withheld: int
    signed_text: str
    without_address: int

    @property
    def has_letters(self) -> bool:
        """Whether there is anything for the recipients among the files, and not public copies alone."""
        return any(file.format in ("docx", "pdf", "eml", "zip") for file in self.files)


def outlook_of(desk: Desk, formats: Sequence[str]) -> Outlook:
    """What an export in these formats would be.

    Raises:
        ProblemError: where nobody is chosen, or files cannot be named.
    """
    campaign, chosen = desk.campaign, desk.chosen
    if not isinstance(chosen, Chosen):
        raise chosen
    withheld = {form.row for form in forms_of(campaign.signatories, ())}
    draft = lets_only_drafts_out(desk.checker.findings)
    return Outlook(
        letters=len(chosen.recipients),
        languages=tuple(recipient.language for recipient in chosen.recipients),
        files=files_named(campaign, chosen, desk.program.reference, formats, draft=draft),
        folder=next_folder(campaign, chosen, draft=draft),
        figures=desk.figures,
        withheld=len(withheld),
        signed_text=_signed_text(desk),
        without_address=without_address(chosen.recipients, campaign.signatories),
    )


def _signed_text(desk: Desk) -> str:
    try:
        return current_version(desk.campaign.folder)
    except ProblemError:
        return ""  # the check says what is wrong with it


class ExportSummary(kit.Card):
    """The card at the side. Its one button leads to what must be settled until it can export."""

    export_asked = Signal()
    draft_asked = Signal()
    settle_asked = Signal()
    recipients_asked = Signal()
    formats_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=20, spacing=8)
        self.setFixedWidth(round(_SUMMARY * kit.scale()))
        self._outlook: Outlook | None = None
        self._errors, self._draft_is_fine = 0, False
        self._title = kit.Text("", "figure-small", weight=600, wraps=True)
        self._to = kit.Text("", colour="text2", wraps=True)
        self._figures = QVBoxLayout()
        self._figures.setSpacing(6)
        self._since = kit.Text("", colour="text2", wraps=True)
        self._rule = kit.rule()
        self.button = kit.button("", "primary", icon="send", pressed=self._press)
        self._note_icon = kit.Icon("shield-check", "ok")
        self._note = kit.caption(wraps=True)
        self.draft = kit.button(_("Export as drafts"), "quiet", pressed=self.draft_asked.emit)
        self.draft.setToolTip(_("Every page says “Draft”."))
        self.body.addWidget(self._title)
        self.body.addWidget(self._to)
        self.body.addWidget(kit.rule())
        self.body.addLayout(self._figures)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._since)
        self.body.addSpacing(4)
        self.body.addWidget(self.button)
        mark = kit.column(self._note_icon, None)
        self.body.addLayout(kit.row(mark, self._note, spacing=8))
        self.body.addWidget(self.draft)
        self.show_since(None)

    def show_outlook(self, outlook: Outlook | None, why_not: str) -> None:
        """What would be written."""
        self._outlook = outlook
        kit.clear(self._figures)
        if outlook is None:
            self._title.setText(_("Nobody is chosen yet"))
            self._to.setText(why_not)
        else:
            number = outlook.letters
            self._title.setText(ngettext("{number} letter", "{number} letters", number).format(number=number))
            self._to.setText(_("one for each recipient"))
            for name, value, inset in _figures(outlook):
                shade = "text2"
                label = kit.Text(name, colour=shade)
                label.setContentsMargins(12 if inset else 0, 0, 0, 0)
                figure = kit.Text(value, weight=500, wraps=True)
                figure.setAlignment(Qt.AlignmentFlag.AlignTrailing)
                line = kit.row(label, figure)
                line.setStretchFactor(figure, 1)
                self._figures.addLayout(line)
        self._show_button()

    def show_errors(self, errors: int, *, draft: bool) -> None:
        """How much must be settled, and whether drafts may go out in spite of it."""
        self._errors, self._draft_is_fine = errors, draft
        self._show_button()

    def show_since(self, since: SinceExport | None) -> None:
        """What differs from the last export."""
        self._since.setVisible(since is not None)
        self._rule.setVisible(since is not None)
        if since is not None:
            self._since.setText(of_since(since))

    def _show_button(self) -> None:
        ready = self._outlook is not None and bool(self._outlook.files) and not self._errors
        if self._outlook is None:
            text, note = _("Choose recipients"), ""
        elif self._errors:
            text = _("Go to what must be settled")
            note = _("Exporting opens when nothing is left that must be settled.")
        elif not self._outlook.files:
            text, note = _("Choose a format"), _("At least one format must be ticked.")
        else:
            text, note = _export_words(self._outlook), _check_words(self._outlook.withheld)
        kit.dress_button(self.button, text, "primary" if ready else "accented", "send" if ready else "")
        self._note.setText(note)
        self._note_icon.setVisible(ready)
        drafts = self._outlook is not None and bool(self._outlook.files) and self._draft_is_fine
        self.draft.setVisible(drafts and bool(self._errors))

    def _press(self) -> None:
        if self._outlook is None:
            self.recipients_asked.emit()
        elif self._errors:
            self.settle_asked.emit()
        elif not self._outlook.files:
            self.formats_asked.emit()
        else:
            self.export_asked.emit()


def _export_words(outlook: Outlook) -> str:
    if outlook.has_letters:
        said = ngettext("Export {number} letter", "Export {number} letters", outlook.letters)
        return said.format(number=outlook.letters)
    public = len(outlook.files) - 1  # the register aside
    return ngettext("Export {number} public copy", "Export {number} public copies", public).format(
        number=public
    )


def _register_words(files: int) -> str:
    return _("{number} and a register").format(number=files)


def _check_words(withheld: int) -> str:
    if not withheld:
        return _("Every finished file is opened again and checked before you get it.")
    return ngettext(
        "Every finished file is opened again and searched for the {number} withheld name before you get it.",
        "Every finished file is opened again and searched for the {number} withheld names before you get it.",
        withheld,
    ).format(number=withheld)


def _figures(outlook: Outlook) -> list[tuple[str, str, bool]]:
    languages = Counter(outlook.languages)
    spoken = ", ".join(
        f"{number}\u00a0{of_language(language)}" for language, number in languages.most_common()
    )
    rows = [
        *([(_("Files"), _register_words(len(outlook.files) - 1), False)] if outlook.files else []),
        (_("Languages"), spoken, False),
        (_("Signatories"), str(outlook.figures.total), False),
        (_("printed"), str(outlook.figures.named), True),
        (_("counted only"), str(outlook.figures.anonymous), True),
    ]
    if outlook.signed_text:
        rows.append((_("Text as signed"), outlook.signed_text, False))
    return rows
