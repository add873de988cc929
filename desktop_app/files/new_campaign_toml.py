"""Writes the campaign.toml of a new campaign into a pattern, whose remarks help a coordinator."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

import tomlkit
from tomlkit.items import AbstractTable, Array, InlineTable

from desktop_app.domain.campaign import Campaign, Contact, Signer, Text


def campaign_toml_of(campaign: Campaign, pattern: str) -> str:
    """The text of campaign.toml.

    Args:
        campaign: What it shall say of the letter, its list and its people.
        pattern: A campaign.toml with every key in its place and a remark where one helps.
    """
    document = tomlkit.parse(pattern)
    for key, value in _top_level(campaign).items():
        document[key] = value
    if campaign.date is None:
        del document["date"]
    else:
        document["date"] = campaign.date
    texts = tomlkit.table(is_super_table=True)
    for language, text in campaign.texts.items():
        texts[language] = _filled(tomlkit.table(), _said(text))
    document["text"] = texts
    return tomlkit.dumps(document)


def _top_level(campaign: Campaign) -> dict[str, object]:
    claimed: dict[str, int | None] = {
        "total": campaign.claimed.total,
        "anonymous": campaign.claimed.anonymous,
    }
    if campaign.claimed.of_model:
        claimed["of_model"] = True
    layout = campaign.layout
    return {
        "title": campaign.title,
        "place": campaign.place,
        "languages": list(campaign.languages),
        "state": campaign.state.value,
        "reference": campaign.reference,
        "cc": list(campaign.cc),
        "enclosures": list(campaign.enclosures),
        "claimed": _inline({key: figure for key, figure in claimed.items() if figure is not None}),
        "counts": campaign.counts.value,
        "list": _inline(
            {
                "numbered": layout.numbered,
                "columns": layout.columns,
                "members": layout.members.value,
                "by": layout.by.value,
                "order": layout.order.value,
                "ignore_articles": layout.ignore_articles,
            }
        ),
        "closing": campaign.closing,
        "address": campaign.address,
        "paper": campaign.paper,
        "signed_by": _tables(map(_said, campaign.signed_by)),
        "contacts": _tables(map(_said, campaign.contacts)),
    }


def _said(entry: Contact | Signer | Text) -> dict[str, object]:
    """What is not empty; a contact says in any case whether it may be named."""
    values = {field.name: getattr(entry, field.name) for field in fields(entry)}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value not in ("", ())
    }


def _inline(values: Mapping[str, object]) -> InlineTable:
    made = tomlkit.inline_table()
    _filled(made, values)
    return made


def _filled(table: AbstractTable, values: Mapping[str, object]) -> AbstractTable:
    for key, value in values.items():
        table[key] = value
    return table


def _tables(rows: Iterable[Mapping[str, object]]) -> Array:
    made = tomlkit.array()
    for row in rows:
        made.append(_inline(row))
    return made.multiline(multiline=True)
