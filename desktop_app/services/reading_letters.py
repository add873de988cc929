"""One letter as its recipient will read it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.counting import count
from desktop_app.domain.disclosure import project
from desktop_app.domain.field_marks import marked
from desktop_app.domain.reading import LetterPassage, PassageKind, ReadLetter, Span
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import Place
from desktop_app.files.campaign_folder import letter_name
from desktop_app.files.letter_docx import DraftParagraph
from desktop_app.files.letter_reading import read_finished
from desktop_app.files.reference_data import Reference
from desktop_app.services.masking import Masked, Masker
from desktop_app.services.merging import Material, Merge
from desktop_app.services.opening import OpenCampaign

_HIDDEN = "\u00a0" * 24
"""As long for every name."""
_FIELD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class LetterReader:
    """Merges letters of a campaign as it is now, for the screen. Rows are projected first, as for an export.

    Args:
        opened: The campaign; for another state of it another reader is made.
        reference: The program's tables.
    """

    def __init__(self, opened: OpenCampaign, reference: Reference) -> None:
        self._opened, self._reference = opened, reference
        self._merges: dict[str, Merge] = {}
        self._masker: Masker | None = None
        self._drafts: dict[str, tuple[DraftParagraph, ...]] = {}

    def read(self, recipient: Recipient, *, masked: bool = True) -> ReadLetter:
        """The letter to one recipient, in its language, or in the campaign's first where that is missing.

        Args:
            recipient: Who will read it.
            masked: Leave withheld names out that somebody typed into the text.

        Raises:
            ProblemError: as ``OpenCampaign.draft`` and ``Merge``.
        """
        letter = read_finished(self.document(recipient))
        language = self.language_for(recipient)
        drafted = [paragraph.text for paragraph in self._drafted(language) if paragraph.part == "body"]
        letter = replace(letter, passages=marked(letter.passages, drafted))
        return self._masked(letter) if masked else letter

    def document(self, recipient: Recipient) -> bytes:
        """The finished DOCX to one recipient, in the language in which ``read`` reads it.

        Raises:
            ProblemError: as ``read``.
        """
        language = self.language_for(recipient)
        merge = self._merges.get(language)
        if merge is None:
            merge = self._merges[language] = self._merge(language)
        return merge.document(recipient)

    def language_for(self, recipient: Recipient) -> str:
        """In which language somebody reads the letter."""
        spoken = recipient.language
        return spoken if spoken in self._opened.languages else self._opened.campaign.languages[0]

    def _masked(self, letter: ReadLetter) -> ReadLetter:
        if self._masker is None:
            self._masker = Masker(self._opened)
        masker = self._masker

        def shown(passage: LetterPassage) -> LetterPassage:
            if passage.kind is PassageKind.LISTED or not masker.is_hit(passage.text):
                return passage
            return replace(passage, spans=tuple(_spans(masker.masked(passage.text) or (None,))))

        return replace(letter, passages=tuple(map(shown, letter.passages)))

    def passage_of(self, letter: ReadLetter, place: Place) -> int | None:
        """Which passage of a letter a place of its draft became: by the words there that are no field.

        Raises:
            ProblemError: as ``OpenCampaign.paragraphs``.
        """
        first = self._opened.campaign.languages[0]
        spoken = (lang for lang in self._opened.languages if letter_name(lang, first) == place.file)
        language = next(spoken, None)
        if language is None:
            return None
        drafted = (p for p in self._drafted(language) if (p.part, p.number) == (place.part, place.paragraph))
        paragraph = next(drafted, None)
        pieces = _FIELD.split(paragraph.text) if paragraph else ()
        words = max((" ".join(piece.split()) for piece in pieces), key=len, default="")
        passages = enumerate(letter.passages)
        return next((at for at, p in passages if words and words in _words_of(p)), None)

    def _drafted(self, language: str) -> tuple[DraftParagraph, ...]:
        if language not in self._drafts:
            self._drafts[language] = self._opened.paragraphs(language)
        return self._drafts[language]

    def _merge(self, language: str) -> Merge:
        opened = self._opened
        counted = count(opened.signatories, opened.campaign.counts, country=self._reference.country_key)
        material = Material(
            opened.campaign,
            language,
            opened.draft(language),
            project(opened.signatories),
            counted,
            opened.signature_pictures(),
        )
        return Merge(material, self._reference)


def _spans(pieces: Masked) -> Iterator[Span]:
    for at, piece in enumerate(pieces):
        if at:
            yield Span(" ")
        yield Span(_HIDDEN, hidden=True) if piece is None else Span(piece)


def _words_of(passage: LetterPassage) -> str:
    """Its words without the numbers of notes, which no draft has as text."""
    return " ".join("".join(span.text for span in passage.spans if not span.raised).split())
