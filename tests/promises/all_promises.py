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
    p02_exports,
    p02_guard,
    p03_no_trace,
    p17_limits,
    spoiled,
    traces,
    workbooks,
)
from promises.kept import Promise
from promises.p08_bad_input import P8
from promises.p08_mutations import P8_MUTATIONS
from promises.p08_payloads import P8_PAYLOADS
from promises.p12_no_calls import P12
from promises.p16_file_names import P16

PROMISES: Sequence[Promise] = (
    p01_no_name_leaves.PROMISE,
    p02_guard.DRAWS,
    p02_guard.PROMISE,
    p02_exports.PROMISE,
    p03_no_trace.PROMISE,
    cut_short.SAVES,
    cut_short.EXPORTS,
    spoiled.SPOILED,
    interleaved.INTERLEAVED,
    workbooks.WORKBOOKS,
    P8,
    P8_MUTATIONS,
    P8_PAYLOADS,
    p03_no_trace.SAME,
    answers.ANSWERED,
    figures.FIGURES,
    P12,
    names.NAMES,
    locks.LOCKS,
    traces.TRACES,
    P16,
    p17_limits.PROMISE,
)
