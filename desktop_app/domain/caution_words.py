"""The words in which people say in passing that to be named is dangerous, or that another name is meant.

Patterns without accents, each a language's. Whoever writes so may want to be named all the same: somebody has
to read it first.
"""

_BLANK = r"[^\w.!?;。؟]+"
_GAP = rf"(?:{_BLANK}\w+){{0,6}}?{_BLANK}"
"""A few words of the same sentence."""
_ANY = r"(?!\w)[^.!?;。؟]{0,120}(?<!\w)"
"""Any of them."""


def _beside(words: str, others: str) -> str:
    """Whole words of which one stands before or after the other, in one sentence."""
    return rf"(?<!\w)(?:(?:{words}){_ANY}(?:{others})|(?:{others}){_ANY}(?:{words}))(?!\w)"


SECRECY = (
    r"(?<!\w)(?:secret(?:s|ly|ement)?|secrecy|secret[oa]s?|discretion|discre[et]\w*|sensitive|sensibles?)(?!\w)",
    r"(?<!\w)(?:in confidence|privately|a titre prive|en privado|geheim\w*|тайн\w*|секрет\w*)(?!\w)",
    (
        rf"(?<!\w)(?:must|may|should|shall|can|could|ought|nobody|no one|so that|in case|lest|if)(?!\w){_GAP}"
        r"(?:know\w*|learn\w*|finds? out|found out|find|hears?|sees?|discover\w*|read|told)(?!\w)"
    ),
    rf"(?<!\w)(?:not|never|nobody|no one|don't|without){_GAP}(?:tell|shown|seen|known|public)(?!\w)",
    rf"(?<!\w)(?:ne|n'\w+|personne|jamais|sans){_GAP}(?:l')?(?:sach\w+|savoir|appren\w+|decouvr\w+|voie|voit)",
    rf"(?<!\w)(?:no|nadie|nunca|sin que){_GAP}(?:sepan?|saber|enter\w+|descubr\w+|vean?|conozcan?)(?!\w)",
)
"""That somebody is not to learn of it."""

DANGER = (
    _beside(
        "us|we|our|ours|me|my|i|i'm|we're",
        r"danger\w*|risk\w*|unsafe|safety|security|reprisals?|retaliat\w+|persecut\w+|arrest\w*|targeted"
        r"|surveillance|threat(?:s|en\w*)?|afraid|fear\w*",
    ),
    _beside(
        "police|government|authorities|regime|junta|military|army|embassy",
        r"not|never|learn\w*|know\w*|finds? out|sees?|watch\w*|problems?|trouble|pressure\w*|visit\w*|hid\w+",
    ),
    r"(?<!\w)(?:careful\w*|caution|cautious\w*|(?:with|great) care)(?!\w)",
    _beside(
        r"nous|notre|nos|je|j'\w+|mon|ma|mes|moi",
        r"dangers?|dangereu\w+|risqu\w+|securite|surete|represailles|persecut\w+|arret\w+|menac\w+|peur|crai\w+",
    ),
    _beside(
        "police|gouvernement|autorites|regime|junte|armee|ambassade",
        r"ne|n'\w+|pas|sache\w*|savoir|appren\w+|problemes?|ennuis|surveill\w+|pression\w*",
    ),
    r"(?<!\w)(?:prudence|prudente?s?|prudemment)(?!\w)",
    _beside(
        r"nos|nuestr[oa]s?|nosotr[oa]s|mi|mis|me|yo|somos|estamos",
        r"peligr\w+|riesgos?|arriesg\w+|seguridad|represalias?|persecu\w+|persegui\w+|arrest\w+|deten\w+"
        r"|amenaz\w+|miedo|tem(?:or|emos|o)",
    ),
    _beside(
        "policia|gobierno|autoridades|regimen|junta|ejercito|militares|embajada",
        r"no|nunca|sepan?|enter\w+|problemas?|vigila\w*|presion\w*",
    ),
    r"(?<!\w)(?:cuidado|con cautela|prudencia)(?!\w)",
    r"(?<!\w)(?:gefahr\w*|sicherheitsgrund\w*|repressalien|опасн\w*|безопасност\w*|угро\w+)(?!\w)",
    r"(?<!\w)(?:ال|ل|ب|و)*(?:خطر|خطير|امان|سلامتنا)\w*",
)
"""That to be named is dangerous."""

OTHER_NAME = (
    r"(?<!\w)(?:alias(?:es)?|\w*seudonim\w*|\w*pseudonym\w*|псевдоним\w*)(?!\w)",
    r"(?<!\w)(?:use|under|by|using|with|choose|prefer)(?: \w+){0,2} (?:name|names|initials)(?!\w)",
    _beside("names?", "instead"),
    r"(?<!\w)(?:other|another|different|code|cover|working|short|fake|new) names?(?!\w)|(?<!\w)acronym only",
    (
        r"(?<!\w)(?:list|name|call|sign|print|show|publish|write|put|mention|credit|record|enter|refer to)"
        r" (?:us|me|it|this|our (?:name|organi[sz]ation)|my name)(?: \w+)? (?:as|under|by|like)(?!\w)"
    ),
    r"(?<!\w)(?:autre nom|sous le nom|utilise[rz]? (?:le|un|plutot)|nom d'emprunt|a la place|plutot)(?!\w)",
    r"(?<!\w)(?:otro nombre|bajo el nombre|us(?:ar|en|e) (?:el|otro|un)|en (?:su )?lugar|en vez de)(?!\w)",
    r"(?<!\w)(?:anderen namen|unter dem namen|stattdessen|другое (?:имя|название)|под именем)(?!\w)",
)
"""That another name is to be printed."""
