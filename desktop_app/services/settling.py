"""Settle a withheld name in one sentence of the letter: it speaks of it publicly, or it is common words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.campaign import texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.fingerprints import Fingerprint, keyed, new_key
from desktop_app.domain.folding import fold
from desktop_app.domain.prose import (
    RUNNING,
    Settled,
    Why,
    has_field,
    says_more_than,
    sentences_of,
)
from desktop_app.domain.reporting import Finding, Place, ProblemError, Severity
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.withheld import forms_of
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.list_editor import list_key
from desktop_app.files.list_file import ListFile
from desktop_app.files.settled_places import read_settled, write_settled
from desktop_app.services.excusing import forms_of_row, runs_over
from desktop_app.services.guarding import Guard
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.saving import Saving, check_takes_names

Drafts = Sequence[tuple[str, LetterDraft]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of a draft with a withheld name in it.

    Attributes:
        place: The paragraph, and the row whose name it is.
        language: The letter's.
        number: Which sentence of the paragraph it is, counted from 1.
        settled: What a decision would cover.
        alike: Which of the very same sentences of that part it is, and how many there are.
        refused: Why there can be no decision, as a problem's code; empty where there can.
    """

    place: Place
    language: str
    number: int
    settled: Settled
    alike: tuple[int, int]
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A spot for which there is a decision."""

    spot: Spot
    why: Why


def guard_of_drafts(opened: OpenCampaign, drafts: Collection[LetterDraft]) -> Guard:
    """Looks for names in what somebody typed: full forms, for the words of the draft are allowed there."""
    printed = printed_names(opened.signatories)
    typed = [text for _, text in texts_of(opened.campaign)]
    typed += [draft.text for draft in drafts]
    return Guard(forms_of(opened.signatories, [*printed, *typed]), printed)


def spots_in(language: str, draft: LetterDraft, guard: Guard) -> Iterator[Spot]:
    """Every sentence of a draft in which the name of a withheld row is certain to stand."""
    alike = _alike(draft)
    for paragraph in draft.paragraphs:
        certain = {row for row, is_certain in guard.rows_in(paragraph.text) if is_certain}
        for row in sorted(certain):
            over = not paragraph.is_running or runs_over(row, paragraph.text, guard.forms_in)
            place = Place(draft.file, paragraph.part, paragraph.number, row)
            if over:
                settled = Settled(row, paragraph.part, "", (), times=0)
                yield Spot(place, language, 0, settled, (0, 0), "settle-only-mended")
                continue
            for number, sentence in enumerate(sentences_of(paragraph.text), start=1):
                if forms := forms_of_row(row, sentence, guard.forms_in):
                    settled = Settled(row, paragraph.part, sentence, forms, times=1)
                    same = alike[paragraph.part, sentence]
                    which = same.index((paragraph.number, number)) + 1, len(same)
                    yield Spot(place, language, number, settled, which, _refused(settled))


def _alike(draft: LetterDraft) -> Mapping[tuple[str, str], list[tuple[int, int]]]:
    """Where each sentence of a part stands: the paragraph, and which of its sentences it is."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for paragraph in draft.paragraphs:
        for number, sentence in enumerate(sentences_of(paragraph.text), start=1):
            found[paragraph.part, sentence].append((paragraph.number, number))
    return found


def _refused(settled: Settled) -> str:
    if settled.part not in RUNNING:
        return "settle-only-mended"
    if has_field(settled.sentence):
        return "settle-has-field"
    return "" if says_more_than(settled.sentence, settled.forms) else "settle-only-mended"


class Prints:
    """The fingerprints of settled places, made of a row's name and country, wherever it stands.

    Args:
        signatories: The whole list.
        key: The list's.
    """

    def __init__(self, signatories: Iterable[Signatory], key: str) -> None:
        self._keyed: Fingerprint = keyed(key)
        self._rows = {row.row: f"{fold(row.name)}\n{fold(row.country)}" for row in signatories}
        self._named = list(self._rows.values())

    def of(self, spot: Spot) -> str:
        """What stands for a decision about a spot; the same in no other sentence, language, part or list."""
        settled, row = spot.settled, self._rows[spot.settled.row]
        # Rows of one name are told apart by nothing: another of that name is a new question.
        rows = self._named.count(row)
        which, of = spot.alike
        place = (spot.language, settled.part, settled.sentence, f"{which}/{of}")
        return self._keyed("\n".join(("settled", *place, row, str(rows), *settled.forms)))


def decided_in(opened: OpenCampaign, drafts: Drafts, guard: Guard) -> tuple[Decided, ...]:
    """The spots of these drafts for which there is a decision that still holds.

    Raises:
        ProblemError: as ``read_settled`` and ``list_key``.
    """
    decisions = read_settled(opened.folder)
    key = list_key(opened.listed.package, opened.list_file) if decisions else None
    if not key:
        return ()
    prints = Prints(opened.signatories, key)
    spots = (spot for language, draft in drafts for spot in spots_in(language, draft, guard))
    open_to = (spot for spot in spots if not spot.refused)
    return tuple(
        Decided(spot, why) for spot in open_to if (why := decisions.get(prints.of(spot))) is not None
    )


def settled_for(
    opened: OpenCampaign, drafts: Drafts, guard: Guard, files: Iterable[tuple[str, str]]
) -> Mapping[str, tuple[Settled, ...]]:
    """What may stand in each finished letter, for the guard.

    Args:
        opened: The campaign.
        drafts: Each language with its letter.
        guard: Looks for the forms that the finished letters are searched for.
        files: Each letter's name and its language.
    """
    spots = [one.spot for one in decided_in(opened, drafts, guard)]
    by_language = {}
    for language, _ in drafts:
        times = Counter(spot.settled for spot in spots if spot.language == language)
        by_language[language] = tuple(replace(settled, times=often) for settled, often in times.items())
    return {name: by_language.get(language, ()) for name, language in files}


def settled_findings(decided: Iterable[Decided]) -> tuple[Finding, ...]:
    """The places that were settled, said every time."""
    places = tuple(dict.fromkeys(one.spot.place for one in decided))
    return (Finding("name-settled", Severity.NOTE, places),) if places else ()


def is_left(text: str, place: Place, decided: Iterable[Decided], guard: Guard) -> bool:
    """Whether the name of a row stands in its place, a paragraph, besides where it is settled there."""
    known = {one.spot.number for one in decided if one.spot.place == place}
    rest = "\n".join(
        sentence for number, sentence in enumerate(sentences_of(text), start=1) if number not in known
    )
    return not known or any(row == place.row and certain for row, certain in guard.rows_in(rest))


def open_spots(opened: OpenCampaign, place: Place) -> tuple[Spot, ...]:
    """The sentences of a paragraph in which a row's name stands and may be settled, or why it may not.

    Args:
        opened: The campaign.
        place: A letter's file, ``body`` or ``footnotes``, the paragraph and the row.
    """
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    guard = guard_of_drafts(opened, [draft for _, draft in drafts])
    decided = {one.spot for one in decided_in(opened, drafts, guard)}
    spots = (spot for language, draft in drafts for spot in spots_in(language, draft, guard))
    return tuple(spot for spot in spots if spot.place == place and spot not in decided)


def may_settle(opened: OpenCampaign) -> frozenset[Place]:
    """The paragraphs, each with a row, in which there is one sentence to settle, and nothing else."""
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    guard = guard_of_drafts(opened, [draft for _, draft in drafts])
    decided = {one.spot for one in decided_in(opened, drafts, guard)}
    spots = [spot for language, draft in drafts for spot in spots_in(language, draft, guard)]
    times = Counter(spot.place for spot in spots if spot not in decided)
    return frozenset(spot.place for spot in spots if not spot.refused and times[spot.place] == 1)


def settle(
    saving: Saving, opened: OpenCampaign, place: Place, why: Why, *, sentence: int | None = None
) -> Spot:
    """Remember that a row's name may stand in one sentence, for as long as both stay what they are.

    Args:
        saving: Of the list, which keeps the key of the fingerprints.
        opened: The campaign, its list as it lies on the disk.
        place: A letter's file, ``body`` or ``footnotes``, the paragraph and the row.
        why: The reason.
        sentence: Which sentence of the paragraph; None where the name stands in one alone.

    Raises:
        ProblemError: ``row-unknown``, ``settle-nothing``, ``settle-which``, ``settle-only-mended``,
            ``settle-has-field``; ``campaign-closed``; as ``read_settled``, ``write_settled`` and
            ``Saving.save_key``.
    """
    check_takes_names(saving.folder)
    _check_row(opened.listed, place)
    spots = open_spots(opened, place)
    if sentence is not None:
        spots = tuple(spot for spot in spots if spot.number == sentence)
    if not spots:
        raise ProblemError("settle-nothing", place, row=place.row or 0)
    if len(spots) > 1:
        raise ProblemError("settle-which", place, numbers=tuple(str(spot.number) for spot in spots))
    spot = spots[0]
    if spot.refused:
        raise ProblemError(spot.refused, place)
    decisions = read_settled(saving.folder)
    key = list_key(opened.listed.package, opened.list_file)
    if not key:
        key = new_key()
        saving.save_key(opened.listed, key)
    write_settled(saving.folder, {**decisions, Prints(opened.signatories, key).of(spot): why})
    return spot


def ask_again(opened: OpenCampaign, place: Place) -> int:
    """Take the decisions about a row's name in one paragraph back.

    Returns:
        How many there were.

    Raises:
        ProblemError: ``row-unknown``; as ``read_settled`` and ``write_settled``.
    """
    _check_row(opened.listed, place)
    drafts = [(language, opened.draft(language)) for language in opened.languages]
    guard = guard_of_drafts(opened, [draft for _, draft in drafts])
    gone = [one.spot for one in decided_in(opened, drafts, guard) if one.spot.place == place]
    if gone:
        prints = Prints(opened.signatories, list_key(opened.listed.package, opened.list_file) or "")
        taken = {prints.of(spot) for spot in gone}
        kept = {code: why for code, why in read_settled(opened.folder).items() if code not in taken}
        write_settled(opened.folder, kept)
    return len(gone)


def _check_row(listed: ListFile, place: Place) -> None:
    if place.row not in {signatory.row for signatory in listed.signatories}:
        raise ProblemError("row-unknown", Place(listed.path.name, row=place.row), given=place.row or 0)
