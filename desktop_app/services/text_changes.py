"""What changed in the text since it was opened for signature, and how many had signed it before."""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.freezing import FrozenText, Signers, SinceSigned, signers, since_signed
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity, Value
from desktop_app.domain.withheld import forms_of
from desktop_app.files.frozen_texts import frozen_texts, passages_of
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign

Drafts = Sequence[tuple[str, LetterDraft]]
"""Each language with its letter."""


def text_changes(opened: OpenCampaign, drafts: Drafts) -> tuple[tuple[str, SinceSigned], ...]:
    """Each text that was opened for signature with its language, beside the present letter.

    Raises:
        ProblemError: as ``frozen_texts``.
    """
    texts = frozen_texts(opened.folder)
    signed = signers(opened.signatories, texts)
    return tuple(
        (language, since)
        for language, draft in drafts
        for since in since_signed(texts, language, passages_of(draft), signed)
    )


def withheld_row_in(opened: OpenCampaign, drafts: Drafts) -> Callable[[str], int | None]:
    """What tells whether an older text may be shown: the row whose withheld name stands in it, or None.

    Who is withheld now may have been named when that text was written.
    """
    printed = printed_names(opened.signatories)
    guard = Guard(forms_of(opened.signatories, [*printed, *(draft.text for _, draft in drafts)]), printed)

    def row_in(text: str) -> int | None:
        return next((row for row, _ in guard.rows_in(text)), None)

    return row_in


def text_findings(opened: OpenCampaign, drafts: Drafts) -> Iterator[Finding]:
    """A warning for each letter that is not the text that somebody signed."""
    try:
        texts = frozen_texts(opened.folder)
    except ProblemError as problem:
        yield Finding(problem.code, Severity.WARNING, (problem.place,))
        return
    signed = signers(opened.signatories, texts)
    for language, draft in drafts:
        yield from _since_signed(language, draft, texts, signed)


def _since_signed(
    language: str, draft: LetterDraft, texts: Sequence[FrozenText], signed: Signers
) -> Iterator[Finding]:
    compared = since_signed(texts, language, passages_of(draft), signed)
    others = [since for since in compared if since.changes]
    # An older text that nobody signed matters to nobody; the last one is the text that is out.
    others = [since for since in others if since.signed or since.text is texts[-1]]
    if others:
        changed = dict.fromkeys((c.part, c.paragraph) for since in others for c in since.changes)
        places = tuple(Place(draft.file, part, number) for part, number in sorted(changed))
        signed_it = sum(since.signed for since in others)
        values: dict[str, Value] = {"language": language, "signed": signed_it}
        code = "text-changed-since-signed" if signed_it else "text-changed-since-opened"
        yield Finding(code, Severity.WARNING, places, values)
    if signed.unknown and any(since.changes for since in compared):
        values = {"language": language, "unknown": signed.unknown}
        yield Finding("signed-text-unknown", Severity.WARNING, (Place(draft.file),), values)
