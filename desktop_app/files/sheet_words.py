"""The words a signatory sheet is written in: headers and answers, in the languages coordinators write them.

What is not in these tables is not guessed. An answer that nobody listed here is never a yes.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.plain_text import letters
from desktop_app.domain.signatory import Disclosure, Kind, Way


class Column(StrEnum):
    """The columns we know, by their own headers."""

    NAME = "Name"
    ACRONYM = "Acronym"
    COUNTRY = "Country"
    KIND = "Kind"
    TITLE = "Title or affiliation"
    GROUP = "Group"
    MEMBER_OF = "Member of"
    COUNTS = "Counts"
    LISTED = "Listed"
    LISTED_AS = "Listed as"
    ALSO_KNOWN_AS = "Also known as"
    CONTACT = "Contact"
    EMAIL = "E-mail"
    SIGNED_ON = "Signed on"
    TEXT_VERSION = "Text version"
    CONFIRMED_BY = "Confirmed by"
    SOURCE = "Source"
    NOTES = "Notes"


_Meaning = TypeVar("_Meaning")


def _table(words: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    return {letters(word): meaning for meaning, line in words.items() for word in line.split("|")}


_HEADERS = _table(
    {
        Column.NAME: """name | organisation | organization | organisation name | organization name
            | name of organisation | name of organization
            | name of the organisation | name of the organization
            | signatory | nom | nom de l'organisation | organisme | signataire
            | nombre | organización | nombre de la organización | entidad | firmante""",
        Column.ACRONYM: "acronym | abbreviation | acronyme | sigle | abréviation | acrónimo | sigla | siglas",
        Column.COUNTRY: """country | country or territory | pays | pays ou territoire
            | país | país o territorio""",
        Column.KIND: "kind | type | genre | nature | tipo | clase",
        Column.TITLE: """title or affiliation | title | affiliation | position | titre ou affiliation | titre
            | fonction | cargo o afiliación | cargo | afiliación | título""",
        Column.GROUP: "group | category | groupe | catégorie | grupo | categoría",
        Column.MEMBER_OF: """member of | umbrella | network | belongs to | membre de | réseau | appartient à
            | miembro de | red | pertenece a""",
        Column.COUNTS: "counts | counted | counted as | compte | compté | cuenta | se cuenta",
        Column.LISTED: """listed | disclosure | publish | publish name | named or anonymous | publication
            | nommé ou anonyme | mention | publié | publier | divulgation | publicar | publicado | publicación
            | mención | nombrado o anónimo | divulgación""",
        Column.LISTED_AS: """listed as | name as listed | print as | printed as | mentionné comme
            | nom à imprimer | figure comme | listado como | figura como | nombre a imprimir""",
        Column.ALSO_KNOWN_AS: """also known as | aka | alias | aliases | other names | autres noms
            | aussi connu sous le nom de | otros nombres | también conocido como | también conocida como""",
        Column.CONTACT: """contact | contact person | contact name | personne de contact | contacto
            | persona de contacto""",
        Column.EMAIL: """e-mail | mail | e-mail address | courriel | adresse électronique | adresse e-mail
            | correo | correo electrónico""",
        Column.SIGNED_ON: """signed on | date signed | date | timestamp | signé le | date de signature
            | horodateur | firmado el | fecha de firma | fecha | marca temporal""",
        Column.TEXT_VERSION: "text version | version | version du texte | versión | versión del texto",
        Column.CONFIRMED_BY: "confirmed by | confirmé par | confirmado por",
        Column.SOURCE: "source | fuente | origen",
        Column.NOTES: """notes | note | comments | remarques | commentaires
            | notas | comentarios | observaciones""",
    }
)

_LISTED = _table(
    {
        Disclosure.NAMED: """named | yes | y | publish | published | public | true
            | nommé | nommée | oui | publier | publié | publiée | vrai
            | nombrado | nombrada | nombrar | sí | publicar | publicado | publicada | público | verdadero
            | да | 是 | نعم""",
        Disclosure.ANONYMOUS: """anonymous | anon | no | n | not public | private | confidential | withheld
            | undisclosed | do not publish | don't publish | do not name | not named | unnamed | hidden
            | secret | false
            | anonyme | non | confidentiel | confidentielle | ne pas publier | ne pas nommer | faux
            | anónimo | anónima | confidencial | no publicar | no nombrar | falso
            | нет | анонимно | аноним | 否 | 匿名 | لا""",
        Disclosure.PENDING: """pending | to be confirmed | tbc | unconfirmed | waiting
            | en attente | à confirmer | pendiente | por confirmar | a confirmar""",
        Disclosure.WITHDRAWN: """withdrawn | withdrew | retracted | retiré | retirée | retirado | retirada""",
    }
)

_COUNTS = _table(
    {
        Way.ONCE: "once | une fois | une seule fois | una vez | una sola vez",
        Way.WITH_MEMBERS: "with members | avec membres | avec ses membres | con miembros | con sus miembros",
        Way.MEMBERS_ONLY: """members only | only members | membres seulement | membres seuls
            | seulement les membres | solo miembros | solo los miembros""",
    }
)

_KINDS = _table(
    {
        Kind.ORGANISATION: """organisation | organization | ngo | association | network | coalition | group
            | union | ong | réseau | groupe | syndicat
            | organización | asociación | red | coalición | grupo | sindicato""",
        Kind.PERSON: """person | individual | personne | individu | particulier | persona | individuo
            | particular""",
    }
)

_PLAIN_WORDS = re.compile(r"\s*[\w\s’']+\.?\s*")
_YES = frozenset(letters(word) for word in ("yes", "oui", "sí"))


def column_of(header: str) -> Column | None:
    """The column a header stands for, or None for one of the coordinator's own."""
    return _HEADERS.get(letters(header))


def disclosure_of(answer: str) -> Disclosure | None:
    """How that answer wants to appear; None where it is neither blank nor known.

    Only a clear yes publishes: "yes?" and "(named)" are no answers. One that says yes and no at once
    ("Missions yes, web no") is anonymous: it is counted, and it is not a clear yes.
    """
    if not answer.strip():
        return Disclosure.PENDING
    known = _LISTED.get(letters(answer))
    if known is Disclosure.NAMED and not _PLAIN_WORDS.fullmatch(answer):
        return None
    return Disclosure.ANONYMOUS if known is None and _is_torn(answer) else known


def way_of(answer: str) -> Way | None:
    """How that answer wants the members of an umbrella counted; None where it is not known."""
    return _COUNTS.get(letters(answer))


def kind_of(answer: str) -> Kind | None:
    """Who signed, by that answer; None where it is not known."""
    return _KINDS.get(letters(answer))


def _is_torn(answer: str) -> bool:
    words: Iterable[str] = map(letters, re.findall(r"\w+", answer))
    said = set(words)
    return bool(said & _YES) and any(_LISTED.get(word) is Disclosure.ANONYMOUS for word in said)
