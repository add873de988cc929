"""The facts of the five starter letters and of the sample."""

import datetime as dt
from collections.abc import Mapping

from scripts.templates.campaign_toml import Facts, Table

_CONTACT: Table = {
    "role": "[Role]",
    "organisation": "[Organization]",
    "email": "[role address]",
    "may_be_named": True,
}
_SIGNER: Table = {"name": "[Name]", "title": "[Title]", "organisation": "[Organization]"}
_PLAIN_LIST: Table = {"numbered": False, "columns": 2, "members": "dashes", "by": "", "order": "alphabetical"}
_ORGANIZATIONS = {"noun": "civil society organization", "nouns": "civil society organizations"}
_SAFETY = {
    "en": "[for their safety, or because ...]",
    "fr": "[pour leur sécurité, ou parce que ...]",
    "es": "[por su seguridad, o porque ...]",
}

CAMPAIGNS: Mapping[str, Facts] = {
    "special-session-call": Facts(
        title="Joint call for a special session of the Human Rights Council on [Country]",
        place="Geneva",
        layout={**_PLAIN_LIST, "ignore_articles": False},
        recipients={"to": "human-rights-council", "as": "body"},
        remark='To the Council as one; as = "each" addresses each of its 47 members.',
        address="short",
        contacts=(_CONTACT,),
        texts={
            "en": {
                "noun": "human rights organization",
                "nouns": "human rights organizations",
                "reason": _SAFETY["en"],
            }
        },
    ),
    "member-states-open-letter": Facts(
        title="Open letter on [Country]",
        layout={**_PLAIN_LIST, "ignore_articles": True},
        recipients={"to": "member-states", "as": "body"},
        remark='To all as one; as = "each" addresses each of them.',
        closing="plain",
        petition=True,
        signed_by=(_SIGNER,),
        contacts=(_CONTACT,),
        texts={
            "en": {
                "subject": "Open letter on the need for urgent action to end [the violations] in [Country]",
                **_ORGANIZATIONS,
                "enclosures": "Appeal of [date of the appeal]",
            }
        },
    ),
    "anniversary-statement": Facts(
        title="Joint statement on the [number] anniversary of [event] in [Country]",
        place="[Place]",
        layout={**_PLAIN_LIST, "numbered": True, "ignore_articles": False},
        recipients={"to": "member-states", "as": "body"},
        remark="A statement is addressed to nobody: this gives one file, whatever body stands here.",
        contacts=(_CONTACT,),
        texts={"en": {"noun": "organization", "nouns": "organizations", "reason": _SAFETY["en"]}},
    ),
    "government-joint-statement": Facts(
        title="Joint statement on [the matter] in [Country]",
        place="[Capital]",
        layout={**_PLAIN_LIST, "ignore_articles": True},
        recipients={"as": "each", "office": "foreign-minister"},
        remark=(
            'The government: add to = "JPN" (the ISO code of its state), or the name of a list of\n'
            'your own such as "recipients.xlsx".'
        ),
        contacts=(_CONTACT,),
        texts={"en": {**_ORGANIZATIONS, "reason": _SAFETY["en"]}},
    ),
    "security-council-letter": Facts(
        title="Joint letter to the Security Council on [Country]",
        layout={**_PLAIN_LIST, "numbered": True, "ignore_articles": True},
        recipients={"to": "security-council", "as": "each"},
        remark=(
            "One letter to each member of the day. What only one of them is to read, a paragraph more,\n"
            "belongs into recipients.xlsx."
        ),
        counts="with-members",
        signed_by=(_SIGNER,),
        contacts=(_CONTACT,),
        texts={
            "en": {
                "subject": "Urgent call for [the ask, in a few words] in [Country]",
                **_ORGANIZATIONS,
                "reason": _SAFETY["en"],
            },
            "fr": {
                "title": "Lettre conjointe au Conseil de sécurité sur [pays]",
                "subject": "Appel urgent en faveur de [la demande, en quelques mots] : [pays]",
                "noun": "organisation de la société civile",
                "nouns": "organisations de la société civile",
                "gender": "f",
                "reason": _SAFETY["fr"],
            },
            "es": {
                "title": "Carta conjunta al Consejo de Seguridad sobre [país]",
                "place": "Nueva York",
                "subject": "Llamamiento urgente a [la petición, en pocas palabras]: [país]",
                "noun": "organización de la sociedad civil",
                "nouns": "organizaciones de la sociedad civil",
                "gender": "f",
                "reason": _SAFETY["es"],
            },
        },
    ),
    "sample": Facts(
        title="Joint letter to the Security Council on Orlavia",
        date=dt.date(2024, 2, 1),
        layout={**_PLAIN_LIST, "numbered": True, "ignore_articles": True},
        recipients={"to": "security-council", "on": dt.date(2024, 2, 1), "as": "each"},
        remark="One letter to each member of that day.",
        counts="with-members",
        signed_by=(
            {"name": "Anneth Solvarin", "title": "Chair", "organisation": "Orlavia Civil Society Forum"},
            {"name": "Joram Bekkule", "title": "Director", "organisation": "Dravenna Legal Aid Centre"},
        ),
        contacts=(
            {
                "role": "Secretariat",
                "organisation": "Orlavia Civil Society Forum",
                "email": "secretariat@example.org",
                "may_be_named": True,
            },
            {
                "role": "Media desk",
                "organisation": "Orlavian Women’s Alliance",
                "email": "media@example.org",
                "may_be_named": True,
            },
            {
                "role": "Advocacy desk",
                "organisation": "Dravenna Legal Aid Centre",
                "email": "advocacy@example.org",
                "may_be_named": True,
            },
        ),
        more={"reference": "OCSF/2024/02", "sample": True},
        texts={
            "en": {
                "subject": "Urgent call for a Chapter VII resolution to protect civilians in Orlavia",
                **_ORGANIZATIONS,
                "reason": "because the armed forces of Orlavia pursue those who speak out",
                "cc": "The Secretary-General of the United Nations",
            },
            "fr": {
                "title": "Lettre conjointe au Conseil de sécurité sur l’Orlavie",
                "subject": (
                    "Appel urgent à une résolution au titre du Chapitre VII pour protéger les civils"
                    " en Orlavie"
                ),
                "noun": "organisation de la société civile",
                "nouns": "organisations de la société civile",
                "gender": "f",
                "reason": "parce que les forces armées d’Orlavie poursuivent celles et ceux qui s’expriment",
                "cc": "Le Secrétaire général de l’Organisation des Nations Unies",
            },
            "es": {
                "title": "Carta conjunta al Consejo de Seguridad sobre Orlavia",
                "place": "Nueva York",
                "subject": (
                    "Llamamiento urgente a una resolución en virtud del Capítulo VII que proteja a los"
                    " civiles en Orlavia"
                ),
                "noun": "organización de la sociedad civil",
                "nouns": "organizaciones de la sociedad civil",
                "gender": "f",
                "reason": "porque las fuerzas armadas de Orlavia persiguen a quienes alzan la voz",
                "cc": "El Secretario General de las Naciones Unidas",
            },
        },
    ),
}
