"""The terminal: parse, call a service, print steps and findings, exit."""

COMMANDS = frozenset(
    {
        "address",
        "changes",
        "check",
        "close",
        "export",
        "import",
        "list",
        "new",
        "open",
        "recipients",
        "scan",
        "settle",
        "signatories",
        "status",
        "templates",
        "text",
    }
)
"""The first words of all commands. They stand here because a window that is asked for must not wait until
the commands themselves are loaded."""

CANCELLED = 130
"""The status of a command that was interrupted."""
