"""Words of a campaign that no dictionary needs to know: names, and those that somebody added.

Added words lie in the campaign's own private folder, and go with it. Beside a list with a password, or one
that was closed, none is kept: a word may tell more than the list does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.domain.campaign import State, texts_of
from desktop_app.domain.disclosure import printed_names
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.spelling import holds_name, is_name, is_near_name, joined_names_in, names_in
from desktop_app.files.spelling import add_word, keep_words, read_words
from desktop_app.services.opening import OpenCampaign


@dataclass(frozen=True, slots=True)
class Names:
    """Words by which somebody or something is called.

    Attributes:
        all: Of the list and the facts. None is looked up, or offered to be added to a dictionary.
        hidden: Those that stand in names which must not be seen, and in no other; such names as one word.
    """

    all: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    def lets_add(self, word: str) -> bool:
        """Whether a word may be kept: none that a name which must not be seen could be told from."""
        is_told = is_name(word, self.all) or is_near_name(word, self.hidden) or holds_name(word, self.hidden)
        return not is_told


def names_of(opened: OpenCampaign) -> Names:
    """Of the list as it is now, and of the facts."""
    rows = opened.signatories
    facts = names_in(text for _key, text in texts_of(opened.campaign))
    listed = names_in(text for row in rows for text in _called(row))
    printed = printed_names(rows)
    seen = names_in(printed) | facts | joined_names_in(printed)
    joined = joined_names_in(text for row in rows for text in _called(row))
    return Names(listed | facts, (listed | joined) - seen)


def own_words(opened: OpenCampaign, language: str) -> frozenset[str]:
    """The words that were added in a campaign; none where they cannot be read."""
    return read_words(opened.folder, language) if _keeps_words(opened) else frozenset()


def add_own_word(opened: OpenCampaign, language: str, word: str) -> None:
    """Remember a word as right in this campaign, where its words are kept.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    if _keeps_words(opened):
        add_word(opened.folder, language, word)


def take_out_words(opened: OpenCampaign, may_stay: Callable[[str], bool]) -> None:
    """Remove the words that tell a name now, of every language; all of them where none is to be kept.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    keeps = _keeps_words(opened)
    keep_words(opened.folder, lambda word: keeps and may_stay(word))


def _keeps_words(opened: OpenCampaign) -> bool:
    return not opened.listed.is_locked and opened.campaign.state is not State.CLOSED


def _called(row: Signatory) -> Iterator[str]:
    told = (row.name, row.acronym, row.listed_as, row.member_of, row.country, row.contact)
    yield from filter(None, (*told, *row.also_known_as))
