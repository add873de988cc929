"""Builds a clean letter from a draft: what is on the list is carried over, nothing else is."""

from desktop_app.files.docx_scrub.package import Scrubbed, scrub

__all__ = ["Scrubbed", "scrub"]
