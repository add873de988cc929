"""Words that are true on one day only: "today", "last week", "in recent days"."""

import re
from collections.abc import Mapping

_DAY = r"(?!,?\s+(?:on\s+|le\s+|el\s+)?\d)"
"""A word that its date follows is tied to it: "today, 1 February 2024"."""

_WORDS: Mapping[str, str] = {
    "en": r"""today|tonight|yesterday|tomorrow|(?:this|last|next|the\ past|this\ past|the\ coming)\ (?:week
        |weekend|month|morning|afternoon|evening|year|night|summer|winter|spring|autumn)
        |(?:in\ )?(?:the\ )?(?:past|last|coming|next)\ (?:few|\d+|two|three|several)
        \ (?:hours|days|weeks|months)|in\ recent\ (?:hours|days|weeks|months)
        |(?:hours|days|weeks|months)\ ago|earlier\ (?:today|this\ (?:week|month|year))""",
    "fr": r"""aujourd[’']hui|hier|demain|ce\ matin|ce\ soir|cette\ (?:nuit|semaine|année)|ce\ (?:mois(?:-ci)?
        |week-end)|(?:la\ semaine|l[’']année)\ (?:dernière|prochaine)|le\ mois\ (?:dernier|prochain)
        |l[’']an\ dernier|ces\ (?:derniers|dernières|prochains|prochaines)\ (?:jours|heures|semaines|mois)
        |(?:ces|les)\ (?:\d+|deux|trois)\ derni(?:ers|ères)\ (?:jours|heures|semaines|mois)|il\ y\ a\ quelques
        \ (?:jours|heures|semaines|mois)""",
    "es": r"""hoy|ayer|anoche|(?<!la\ )mañana|est[ae]\ (?:semana|noche|mañana|tarde|mes|año|fin\ de\ semana)
        |la\ (?:semana|noche)\ (?:pasada|próxima)|la\ próxima\ semana
        |el\ (?:mes|año)\ (?:pasado|próximo)|el\ próximo\ (?:mes|año)
        |(?:en\ )?(?:los|las)\ últim[oa]s\ (?:días|horas|semanas|meses)|hace\ (?:unos|unas|pocos|pocas)
        \ (?:días|horas|semanas|meses)""",
    "pt": r"""hoje|ontem|amanhã|est[ae]\ (?:semana|mês|ano|noite)|na\ semana\ passada|no\ mês\ passado
        |nos\ últimos\ (?:dias|meses)|nas\ últimas\ (?:horas|semanas)""",
    "de": r"""heute|gestern|morgen|(?:diese|letzte|vergangene|nächste)\ (?:woche|nacht)|(?:diesen|letzten
        |vergangenen|nächsten)\ monat|in\ den\ (?:letzten|vergangenen)\ (?:tagen|stunden|wochen|monaten)""",
    "ru": r"""сегодня|вчера|завтра|на\ (?:этой|прошлой|следующей)\ неделе|в\ (?:этом|прошлом|следующем)
        \ (?:месяце|году)|(?:в|за)\ последни[ем]\ (?:дни|часы|недели|месяцы)|на\ днях|недавно""",
    "ar": r"""اليوم|أمس|غدا|غداً|هذا\ (?:الأسبوع|الشهر|العام)|(?:الأسبوع|الشهر|العام)\ (?:الماضي|المقبل|القادم)
        |(?:في\ )?الأيام\ (?:الأخيرة|القليلة\ الماضية)|مؤخرا|مؤخراً""",
}
_UNSPACED = {
    "zh": "今天|今日|昨天|昨日|明天|今晚|昨晚|本周|上周|下周|本月|上个?月|下个?月"
    "|今年|去年|最近|近日|日前|周末"
}
_PATTERNS = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w){_DAY}", re.IGNORECASE | re.VERBOSE)
    for language, words in _WORDS.items()
} | {language: re.compile(words) for language, words in _UNSPACED.items()}

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」")


def stale_words(text: str, language: str) -> list[str]:
    """Such words in a paragraph of a letter; one that prints the letter's date may use them.

    What stands in quotation marks is somebody's word, and of their day.
    """
    pattern = _PATTERNS.get(language)
    if pattern is None or "letter.date" in text:
        return []
    return [found[0] for found in pattern.finditer(_QUOTED.sub("", text))]
