"""The terminal: parse, call a service, print steps and findings, exit."""
