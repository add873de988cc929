"""Every promise that a command shows, in the order of docs/promises.md."""

from collections.abc import Sequence

from promises import answers, cut_short, figures, interleaved, locks, names, spoiled, traces, workbooks
from promises.kept import Promise

PROMISES: Sequence[Promise] = (
    cut_short.SAVES,
    cut_short.EXPORTS,
    spoiled.SPOILED,
    interleaved.INTERLEAVED,
    workbooks.WORKBOOKS,
    answers.ANSWERED,
    figures.FIGURES,
    names.NAMES,
    locks.LOCKS,
    traces.TRACES,
)
