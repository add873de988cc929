"""Which words of a letter are misspelt: looked up between two keys, and remembered."""

import operator
from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.spelling import is_in_script_of, is_name
from desktop_app.files.spelling import Missing, Speller, is_among, open_speller
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.spelling import Names, add_own_word, names_of, own_words, take_out_words
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.recent import Traces

_SLICE = 0.002
"""Seconds of looking up at a stretch: nobody waits for a key."""
_PAUSE = 20
"""Milliseconds between two of them."""

Loaded = tuple[Speller | Missing, Names]
_Of = tuple[object, ...]
"""What was loaded for: known again by what it is, not by what it says."""


class Spelling(QObject):
    """Of the letter that is written on, in its own language.

    Args:
        parent: Whom it ends with.
        load: Gives the dictionaries of a language; it takes a moment.

    Signals:
        found: Those of the words that were looked up which are misspelt; None where all may be others.
        state_changed: It can be switched on or no more, or was.
        failed: What stopped it.
    """

    found = Signal(object)
    state_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject, load: Callable[[str], Speller | Missing] = open_speller) -> None:
        super().__init__(parent)
        self._load = load
        self._task = Task(self, self.failed.emit)
        self._traces: Traces | None = None
        self._wanted = True
        self._language = ""
        self._loaded: dict[str, Speller | Missing] = {}
        self._opened: OpenCampaign | None = None
        self._names: Names | None = None
        self._of: _Of | None = None
        self._awaited: _Of | None = None
        self._own: dict[str, frozenset[str]] = {}
        self._verdicts: dict[str, bool | None] = {}
        self._asked: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look_up)

    # Whether, and what for

    def remember_in(self, traces: Traces) -> None:
        """Where it is kept whether words are looked up, and whether any may be."""
        self._traces = traces
        self._wanted = traces.checks_spelling
        self.state_changed.emit()

    @property
    def is_on(self) -> bool:
        """Whether words are looked up now."""
        is_there = isinstance(self._loaded.get(self._language), Speller)
        return self._wanted and is_there and self._names is not None

    @property
    def is_looking(self) -> bool:
        """Whether words are still to be looked up."""
        return bool(self._asked)

    @property
    def language(self) -> str:
        """Of the letter."""
        return self._language

    @property
    def missing(self) -> Missing | None:
        """What is missing for this language; None where nothing is, or it is not known yet."""
        there = self._loaded.get(self._language)
        return there if isinstance(there, Missing) else None

    def turn(self, *, on: bool) -> None:
        """Look words up from now on, or not."""
        self._wanted = on
        if self._traces is not None:
            self._traces.remember_spelling(checked=on)
        self._begin_again()
        self.state_changed.emit()

    def take(self, opened: OpenCampaign, language: str) -> None:
        """Another letter, or other names on the list."""
        self._opened = opened
        if language not in self._own:
            self._own[language] = own_words(opened, language)
        if language != self._language:
            self._language = language
            self._begin_again()
            self.state_changed.emit()
        known = self._loaded.get(language)
        of = (opened.signatories, opened.campaign, language if known is None else "")
        if _is_same(of, self._of) or (self._task.is_running and _is_same(of, self._awaited)):
            return
        self._of, self._awaited = None, of

        def load() -> Loaded:
            return (known or self._load(language)), names_of(opened)

        self._task.begin(steps_of(load), lambda loaded: self._take(opened, language, loaded))

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self._task.drop()
        self._timer.stop()
        self._language, self._opened, self._names = "", None, None
        self._of = self._awaited = None
        self._own.clear()
        self._verdicts.clear()
        self._asked.clear()

    def _take(self, opened: OpenCampaign, language: str, loaded: object) -> None:
        if not isinstance(loaded, tuple):
            return
        speller, names = loaded
        is_news = language not in self._loaded or names != self._names
        self._loaded[language], self._names = speller, names
        self._of = (opened.signatories, opened.campaign, "")
        self._take_out(opened, names)
        if is_news:
            self._begin_again()
        self.state_changed.emit()

    def _take_out(self, opened: OpenCampaign, names: Names) -> None:
        """A word that was added may tell a name that is withheld now."""
        self._own = {key: frozenset(filter(names.lets_add, words)) for key, words in self._own.items()}
        try:
            take_out_words(opened, names.lets_add)
        except ProblemError as problem:
            self.failed.emit(problem)

    def _begin_again(self) -> None:
        self._verdicts.clear()
        self._asked.clear()
        self.found.emit(None)

    # Words

    def is_wrong(self, word: str) -> bool | None:
        """Whether a word is misspelt; None where it is being looked up, and ``found`` tells of it."""
        if word in self._verdicts:
            return self._verdicts[word]
        if not self.is_on:
            return False
        if is_in_script_of(word, self._language):
            self._verdicts[word] = None
            self._asked.append(word)
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._verdicts[word] = False
        return self._verdicts[word]

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant."""
        speller = self._loaded.get(self._language)
        return speller.suggestions(word) if isinstance(speller, Speller) else []

    def can_add(self, word: str) -> bool:
        """Whether a word may be kept; none before it is known which names must not be told by it."""
        return self._names is not None and self._of is not None and self._names.lets_add(word)

    def add(self, word: str) -> None:
        """Hold a word for right from now on, if it may be kept.

        Raises:
            ProblemError: as ``add_own_word``.
        """
        if self._opened is None or not self.can_add(word):
            return
        self._own[self._language] |= {word.replace("’", "'")}
        self._begin_again()
        if self._traces is not None and self._traces.are_kept:
            add_own_word(self._opened, self._language, word)

    def _look_up(self) -> None:
        speller = self._loaded.get(self._language)
        names, own = self._names, self._own.get(self._language, frozenset())
        if not isinstance(speller, Speller) or names is None:
            return
        end = perf_counter() + _SLICE
        found: list[str] = []
        while self._asked and perf_counter() < end:
            word = self._asked.popleft()
            is_right = is_name(word, names.all) or is_among(word, own) or speller.knows(word)
            self._verdicts[word] = not is_right
            if not is_right:
                found.append(word)
        if self._asked:
            self._timer.start()
        self.found.emit(found)


def _is_same(one: _Of, other: _Of | None) -> bool:
    """Languages are short texts, which are compared; lists and settings are told by what they are."""
    return other is not None and one[2] == other[2] and all(map(operator.is_, one[:2], other[:2]))
