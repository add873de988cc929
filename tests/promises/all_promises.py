"""Every promise that a command shows, in the order of docs/promises.md."""

from collections.abc import Sequence

from promises.kept import Promise

PROMISES: Sequence[Promise] = ()
