"""The words tables of recipients are written in: headers and answers, as coordinators write them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.plain_text import letters


class Column(StrEnum):
    """The columns we know, by their own headers."""

    STATE = "State"
    NAME = "Name"
    GENDER = "Gender"
    TITLE = "Title"
    ORGANISATION = "Organisation"
    ADDRESS = "Address"
    COUNTRY = "Country"
    SALUTATION = "Salutation"
    LANGUAGE = "Language"
    PARAGRAPH = "Paragraph"
    EMAIL = "E-mail"


_Meaning = TypeVar("_Meaning")


def _table(words: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    return {letters(word): meaning for meaning, line in words.items() for word in line.split("|")}


_HEADERS = _table(
    {
        Column.STATE: """state | ISO | code | member state | mission | état | état membre
            | estado | estado miembro""",
        Column.NAME: """name | full name | recipient | addressee | nom | nom complet | destinataire
            | nombre | nombre completo | destinatario | destinataria""",
        Column.GENDER: "gender | sex | genre | sexe | género | sexo",
        Column.TITLE: """title | position | function | office | post | titre | fonction | poste
            | cargo | título | función""",
        Column.ORGANISATION: """organisation | organization | institution | ministry | government | body
            | organisme | ministère | gouvernement | organización | institución | ministerio | gobierno""",
        Column.ADDRESS: """address | address line | address lines | street | adresse | ligne d'adresse | rue
            | dirección | línea de dirección | domicilio | calle""",
        Column.COUNTRY: "country | pays | país",
        Column.SALUTATION: """salutation | greeting | opening | form of address | formule d'appel | appel
            | saludo | saludo inicial | tratamiento""",
        Column.LANGUAGE: "language | letter language | langue | idioma | lengua",
        Column.PARAGRAPH: """paragraph | extra paragraph | own paragraph | personal paragraph
            | paragraphe | paragraphe personnel | párrafo | párrafo adicional""",
        Column.EMAIL: """e-mail | mail | e-mail address | courriel | adresse électronique | adresse e-mail
            | correo | correo electrónico""",
    }
)

# "H" is left out: next to it an "M" is a woman's ("hombre, mujer"), and then every letter is in doubt.
_GENDERS = _table(
    {
        "m": """m | male | man | mr | masculine | masculin | homme | monsieur
            | masculino | hombre | sr | señor""",
        "f": """f | female | woman | ms | mrs | feminine | féminin | femme | madame | mme
            | femenino | mujer | sra | señora""",
    }
)

_LANGUAGES = _table(
    {
        "en": "en | English | anglais | inglés",
        "fr": "fr | French | français | francés",
        "es": "es | Spanish | espagnol | español | castellano",
        "ru": "ru | Russian | russe | ruso | русский",
        "zh": "zh | Chinese | chinois | chino | 中文",
        "ar": "ar | Arabic | arabe | árabe | العربية",
    }
)


def column_of(header: str) -> Column | None:
    """The column a header stands for, or None. A number at its end says nothing: "Address 2", "ISO3"."""
    return _HEADERS.get(letters(header).rstrip("0123456789"))


def gender_of(answer: str) -> str | None:
    """``m``, ``f``, or empty for a blank; None where it is not plain."""
    return _GENDERS.get(letters(answer)) if answer.strip() else ""


def language_of(answer: str) -> str | None:
    """A letter language, or empty for a blank; None where it is not known."""
    return _LANGUAGES.get(letters(answer)) if answer.strip() else ""
