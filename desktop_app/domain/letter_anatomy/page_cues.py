"""The words by which a line says that it is of the page, the e-mail or the post, not of the letter."""

import re

from desktop_app.domain.letter_anatomy.starting import at_start

WEB = re.compile(
    r"^(?:(?:share|tweet|print|like|follow|e-?mail|whatsapp|facebook|twitter|partager|réagir|imprimer|"
    r"compartir|"
    r"teilen|drucken|read more|lire plus(?: tard)?)(?:\s*\(\d+\))?(?:\s+|$)){2,}|"
    r"^[\w ]{2,30}(?:\s[»>›]\s[\w ]{2,40}){1,5}$|"
    r"^(?:related (?:posts|articles)|filed under|skip to content|"
    r"temps de lecture|reading time|"
    r"\d+ min(?:ute)?s? read)\b|"
    r"^(?:tags?|categor(?:y|ies|ías)|etiquetas|étiquettes|mots[- ]clés|schlagw[oö]rter|keywords|"
    "palabras clave|"
    r"metki|метки|标签|关键词|وسوم)\s*[:：]|"
    r"^[-–—#*\s]*(?-i:ENDS?|FIN|ENDE|FINE|###)[-–—#*\s]*$",
    re.IGNORECASE,
)
"""What a web page puts round its text."""

DELIVERY = at_start(
    (
        r"(?:sent |delivered )?(?:via|by|per|par|por|vía) (?:e-?mail|mail|post|courier|hand|fax|"
        r"courriel|courrier|correo|e-?post)\b"
    ),
    (
        r"(?:lettre recommandée|par lettre|einschreiben|vorab per|raccomandata|sperrfrist|embargo|"
        r"sous embargo)\b"
    ),
    r"(?:advance copy|for immediate release|embargoed|private and confidential|confidential|urgent)\b",
    end=r".{0,80}$|^.{0,60}\b(?:for immediate release|embargoed until)\b.{0,60}$",
)
"""How a letter was sent."""

MAIL_HEADER = at_start(
    *(
        "from",
        "to",
        "cc",
        "bcc",
        "date",
        "sent",
        "subject",
        "reply-to",
        "von",
        "gesendet",
        "an",
        "betreff",
        "datum",
    ),
    *("de", "à", "envoyé", "objet", "para", "enviado", "asunto", "от", "кому", "дата", "тема"),
    end=r"\s?:\s",
)
FORWARDED = re.compile(
    r"^-{2,}\s*(?:forwarded|original|weitergeleitet|message transféré|mensaje)[^\n]*$", re.IGNORECASE
)
