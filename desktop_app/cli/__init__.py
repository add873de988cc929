"""The terminal: parse, call a service, print steps and findings, exit."""

from desktop_app.cli.main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
