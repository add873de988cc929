"""Adds a language to campaign.toml; what has to be said in it stands there in brackets, to be translated."""

from collections.abc import Mapping
from dataclasses import fields

import tomlkit
from tomlkit.exceptions import TOMLKitError

from desktop_app.domain.campaign import Campaign, Text
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_toml import campaign_in
from desktop_app.files.settings_table import FILE

_SAID_BY_US = frozenset({"gender", "message", "place"})
"""Of a translation they are something else, or may be missing."""


def with_language(data: bytes, language: str) -> bytes:
    """What campaign.toml says, with one language more, the last of all.

    Raises:
        ProblemError: ``campaign-broken``.
    """
    try:
        text = data.decode("utf-8-sig")
        document = tomlkit.parse(text)
        before = campaign_in(text)
        wanted = [*before.languages, language]
        if "languages" in document:
            document["languages"].append(language)
        else:
            document["languages"] = wanted
        if language not in before.texts and (prompts := _prompts(before)):
            if "text" not in document:
                document["text"] = tomlkit.table(is_super_table=True)
            table = tomlkit.table()
            for key, prompt in prompts.items():
                table[key] = prompt
            document["text"][language] = table
        made = tomlkit.dumps(document)
    except (TOMLKitError, UnicodeDecodeError, TypeError, AttributeError):
        raise ProblemError("campaign-broken", Place(FILE)) from None
    if campaign_in(made).languages != tuple(wanted):
        raise ProblemError("campaign-broken", Place(FILE, "languages"))
    return made.encode("utf-8")


def _prompts(campaign: Campaign) -> Mapping[str, str]:
    """What the original says, in the brackets that no letter goes out with."""
    text = campaign.text(campaign.languages[0])
    said = {field.name: str(getattr(text, field.name)) for field in fields(Text)}
    said["title"] = said["title"] or campaign.title
    found = {key: value for key, value in said.items() if value and key not in _SAID_BY_US}
    return {key: value if "[" in value else f"[{value}]" for key, value in found.items()}
