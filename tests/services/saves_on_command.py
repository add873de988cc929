"""Saves a list whenever it is told to, in a process of its own that a tracer can take hold of.

Reads lines from standard input: a campaign's folder and a password. For each it forks; the child reads the
list, says its number, and saves as soon as a file ``go`` is in the folder.
"""

import os
import sys
from pathlib import Path

from services.letting_go import wait_to_be_let_go

from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Disclosure, Signatory
from desktop_app.files import encryption
from desktop_app.files.campaign_toml import read_campaign
from desktop_app.files.encryption import decrypt, encrypt
from desktop_app.files.list_editor import edited, new_list
from desktop_app.files.list_file import read_list
from desktop_app.services.saving import Saving

ROUNDS = 50
"""Of the lock, few: a save is to be run a thousand times."""
ADDED = Signatory(0, "Harbour Watch", Disclosure.PENDING, country="Niger")


def save(folder: Path, password: str) -> int:
    """Add a signatory and save: 0 done, 1 refused with a sentence, 2 anything else."""
    read_campaign(folder)  # as whoever opens a campaign does
    listed = read_list(folder / "signatories.xlsx", password=password)
    wait_to_be_let_go(folder)
    try:
        Saving(folder).save(listed, ListEdit(added=(ADDED,)), "add")
    except ProblemError:
        return 1
    except BaseException:  # noqa: BLE001 - whatever it is, the test shall hear of it
        return 2
    return 0


def main() -> None:
    """Fork once for each line; what a save imports is imported before."""
    encryption.ROUNDS = ROUNDS
    package = new_list([ADDED])
    decrypt(encrypt(package, "warm", "list.xlsx"), "warm", "list.xlsx")
    edited(package, ListEdit(added=(ADDED,)), "list.xlsx")
    for line in sys.stdin:
        folder, _, password = line.rstrip("\n").partition("\t")
        child = os.fork()
        if child == 0:
            os._exit(save(Path(folder), password))
        _, status = os.waitpid(child, 0)
        print("ended", os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
