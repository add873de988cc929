"""What nearly every command begins with, in a module of its own: most need nothing else of the others."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from desktop_app.services.opening import OpenCampaign, open_campaign
from desktop_app.services.saving import Saving

LONGEST_LINE = 4_096
"""Characters of a password that are read from standard input, which may be a device without an end."""


def opened_campaign(asked: Namespace) -> OpenCampaign:
    """The campaign that a command names, its list opened with the password that was given."""
    return open_campaign(Path(asked.folder), password=_given_password(asked))


def saving_for(asked: Namespace) -> Saving:
    """What saves the list of the campaign that a command names."""
    return Saving(Path(asked.folder), anyway=asked.even_if_open)


def _given_password(asked: Namespace) -> str:
    """The list's password: a line of standard input, or the environment's; never an argument."""
    if getattr(asked, "password_stdin", False):
        return sys.stdin.readline(LONGEST_LINE).rstrip("\r\n")
    return os.environ.get("UNDERSIGNED_PASSWORD", "")
