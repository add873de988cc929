"""Which words of a letter are misspelt: looked up between two keys, and remembered."""

import operator
from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.spelling import is_in_script_of, is_name, is_near_name
from desktop_app.files.spelling import Missing, Speller, add_word, is_among, open_speller, read_words
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.spelling import Names, names_of
from desktop_app.ui.jobs import Task, steps_of
from desktop_app.ui.recent import Traces

_SLICE = 0.002
"""Seconds of looking up at a stretch: nobody waits for a key."""
_PAUSE = 20
"""Milliseconds between two of them."""

Loaded = tuple[Speller | Missing, Names]


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
        self._names = Names()
        self._of: tuple[object, object] | None = None
        self._own: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool | None] = {}
        self._asked: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look_up)

    # Whether, and what for

    def remember_in(self, traces: Traces) -> None:
        """Where it is kept whether words are looked up, and which were added."""
        self._traces = traces
        self._wanted = traces.checks_spelling
        self.state_changed.emit()

    @property
    def is_on(self) -> bool:
        """Whether words are looked up now."""
        return self._wanted and isinstance(self._loaded.get(self._language), Speller)

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
        if language != self._language:
            self._language = language
            self._own = read_words(self._traces.words, language) if self._traces else frozenset()
            self._begin_again()
        known = self._loaded.get(language)
        of = (opened.signatories, opened.campaign)
        if known is not None and self._of is not None and all(map(operator.is_, of, self._of)):
            return
        self._of = of

        def load() -> Loaded:
            return (known or self._load(language)), names_of(opened)

        self._task.begin(steps_of(load), lambda loaded: self._take(language, loaded))

    def forget(self) -> None:
        """Another campaign is opened: nothing of this one stays."""
        self._task.drop()
        self._timer.stop()
        self._language, self._names, self._own = "", Names(), frozenset()
        self._of = None
        self._verdicts.clear()
        self._asked.clear()

    def _take(self, language: str, loaded: object) -> None:
        if not isinstance(loaded, tuple):
            return
        speller, names = loaded
        is_news = language not in self._loaded or names != self._names
        self._loaded[language], self._names = speller, names
        if is_news:
            self._begin_again()
        self.state_changed.emit()

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
        """Whether a word may be kept: none that a name which must not be seen could be told from."""
        return not (is_name(word, self._names.all) or is_near_name(word, self._names.hidden))

    def add(self, word: str) -> None:
        """Hold a word for right from now on.

        Raises:
            ProblemError: as ``add_word``.
        """
        self._own |= {word.replace("’", "'")}
        self._begin_again()
        if self._traces is not None and self._traces.are_kept:
            add_word(self._traces.words, self._language, word)

    def _look_up(self) -> None:
        speller = self._loaded.get(self._language)
        if not isinstance(speller, Speller):
            return
        end = perf_counter() + _SLICE
        found: list[str] = []
        while self._asked and perf_counter() < end:
            word = self._asked.popleft()
            is_right = is_name(word, self._names.all) or is_among(word, self._own) or speller.knows(word)
            self._verdicts[word] = not is_right
            if not is_right:
                found.append(word)
        if self._asked:
            self._timer.start()
        self.found.emit(found)
