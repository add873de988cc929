"""Every promise that a command shows, in the order of docs/promises.md."""

from collections.abc import Sequence

from promises import p01_no_name_leaves, p02_guard, p03_no_trace
from promises.kept import Promise

PROMISES: Sequence[Promise] = (
    p01_no_name_leaves.PROMISE,
    p02_guard.DRAWS,
    p02_guard.PROMISE,
    p03_no_trace.PROMISE,
    p03_no_trace.SAME,
)
