"""Dictionaries of this computer, and in ``private/words/`` the words that somebody added of their own.

The dictionaries are those of other programs, too: nothing is fetched, and nothing is written to them.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop_app.domain.english_spelling import variants_of
from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.kept_copies import private
from desktop_app.files.safe_save import write_private

_WORDS = "words"
_MOST = 5
_PREFERRED = {
    "en": ("en_GB", "en_US"),
    "es": ("es_ES", "es_MX", "es"),
    "fr": ("fr", "fr_FR"),
    "pt": ("pt_PT", "pt_BR"),
    "de": ("de_DE", "de_DE_frami"),
    "ar": ("ar", "ar_EG"),
}
"""The United Nations write British English, many of those who write to them American: both are right."""
_ALL_OF = frozenset({"en", "pt"})
"""Languages that are right as any of their countries spells them."""


class Missing(StrEnum):
    """Why nothing can be looked up."""

    LIBRARY = "library"
    DICTIONARY = "dictionary"


class Dictionary(Protocol):
    """One of the library's."""

    def check(self, word: str) -> bool:
        """Whether it has a word."""

    def suggest(self, word: str) -> list[str]:
        """What may have been meant, the likeliest first."""


class Speller:
    """Knows the words of a language.

    Args:
        dictionaries: In each of which a word may stand.
        variants: How else a word is spelt, where that is as right.
    """

    def __init__(
        self,
        dictionaries: Sequence[Dictionary],
        variants: Callable[[str], Iterable[str]] = lambda _word: (),
    ) -> None:
        self._dictionaries, self._variants = dictionaries, variants

    def knows(self, word: str) -> bool:
        """Whether a word is spelt right. One that is joined is, where its parts are."""
        plain = _plain(word)
        if self._has(plain):
            return True
        parts = [part for part in plain.split("-") if part]
        return len(parts) > 1 and all(map(self._has, parts))

    def _has(self, word: str) -> bool:
        ways = (word, *self._variants(word))
        return any(one.check(way) for way in ways for one in self._dictionaries)

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, with the apostrophes of the letter."""
        found = (one for dictionary in self._dictionaries for one in dictionary.suggest(_plain(word)))
        return list(dict.fromkeys(one.replace("'", "’") for one in found))[:_MOST]


def open_speller(language: str) -> Speller | Missing:
    """The dictionaries of a language; what is missing where there are none."""
    try:
        import enchant  # noqa: PLC0415 - finds its library when it is imported, or fails
    except ImportError:
        return Missing.LIBRARY
    broker = enchant.Broker()
    tags = _tags(language, broker.list_languages())
    try:
        found = [broker.request_dict(tag) for tag in tags]
    except enchant.errors.Error:
        return Missing.DICTIONARY
    if not found:
        return Missing.DICTIONARY
    # Where one of its dictionaries is missing, its words are known by those of the other.
    return Speller(found, variants_of) if language.partition("-")[0] == "en" else Speller(found)


def read_words(folder: Path, language: str) -> frozenset[str]:
    """The words that were added in a campaign; none where they cannot be read."""
    return _read(_path(folder, language))


def add_word(folder: Path, language: str, word: str) -> None:
    """Remember a word as right in a campaign.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    path = _path(folder, language)
    try:
        _write(path, _read(path) | {_plain(word)})
    except OSError as error:
        raise not_writable(path, error) from None


def keep_words(folder: Path, may_stay: Callable[[str], bool]) -> None:
    """Remove the words that may not stay, of every language.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    for path in sorted((private(folder) / _WORDS).glob("*.txt")):
        words = _read(path)
        kept = frozenset(filter(may_stay, words))
        try:
            if not kept:
                path.unlink(missing_ok=True)
            elif kept != words:
                _write(path, kept)
        except OSError as error:
            raise not_writable(path, error) from None


def is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word was added; at the beginning of a sentence it is one, too."""
    plain = _plain(word)
    return plain in words or (plain[:1].isupper() and plain[:1].lower() + plain[1:] in words)


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{SOFT HYPHEN}", "")


def _path(folder: Path, language: str) -> Path:
    return private(folder) / _WORDS / f"{language}.txt"


def _read(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text("utf-8").split("\n")) - {""}
    except (OSError, UnicodeError):
        return frozenset()


def _write(path: Path, words: frozenset[str]) -> None:
    write_private(path, "".join(f"{one}\n" for one in sorted(words)).encode())


def _tags(language: str, there: Sequence[str]) -> list[str]:
    """Which of the dictionaries that are there are asked."""
    code = language.replace("-", "_")
    short = code.partition("_")[0]
    wanted = (code, *_PREFERRED.get(short, (short, f"{short}_{short.upper()}")))
    others = sorted(tag for tag in there if tag.partition("_")[0] == short)
    found = [tag for tag in dict.fromkeys((*wanted, *others)) if tag in there]
    preferred = [tag for tag in found if tag in wanted]
    return preferred if preferred and short in _ALL_OF else found[:1]
