"""Chooses window or terminal. Today there is the terminal."""

import sys

from desktop_app.cli import main as run


def main() -> int:
    """The command ``undersigned``."""
    return run()


if __name__ == "__main__":
    sys.exit(main())
