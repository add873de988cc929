"""Every promise that a command shows, in the order of docs/promises.md."""

from collections.abc import Sequence

from promises import (
    answers,
    cut_short,
    figures,
    interleaved,
    locks,
    names,
    p01_no_name_leaves,
    p02_guard,
    p03_no_trace,
    spoiled,
    traces,
    workbooks,
)
from promises.kept import Promise

PROMISES: Sequence[Promise] = (
    p01_no_name_leaves.PROMISE,
    p02_guard.DRAWS,
    p02_guard.PROMISE,
    p03_no_trace.PROMISE,
    cut_short.SAVES,
    cut_short.EXPORTS,
    spoiled.SPOILED,
    interleaved.INTERLEAVED,
    workbooks.WORKBOOKS,
    p03_no_trace.SAME,
    answers.ANSWERED,
    figures.FIGURES,
    names.NAMES,
    locks.LOCKS,
    traces.TRACES,
)
