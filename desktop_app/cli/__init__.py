"""The terminal: parse, call a service, print steps and findings, exit."""

from desktop_app.cli.main import main

__all__ = ["main"]
