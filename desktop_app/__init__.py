"""Undersigned: one letter, one list of signatories, one list of recipients; addressed letters out."""

__version__ = "0.1.0"
