"""A session that adds one signatory after the other and says which are done; its test kills it."""

import sys
from pathlib import Path

from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.services.editing import Editing
from desktop_app.services.opening import open_campaign

_SAVE_EVERY = 7


def main(folder: str, password: str) -> None:
    """Edit until killed."""
    editing = Editing(open_campaign(Path(folder), password=password))
    editing.recover()
    number = len(editing.history.rows)
    while True:
        number += 1
        name = f"Organisation {number}"
        editing.add([Signatory(0, name, Disclosure.PENDING)])
        print(name, flush=True)  # noqa: T201 - what the test reads
        if number % _SAVE_EVERY == 0:
            editing.save()


if __name__ == "__main__":
    main(*sys.argv[1:])
