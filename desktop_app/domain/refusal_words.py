"""The words in which people ask in passing not to be named: in a remark, or in the very name they sign with.

Patterns without accents, each a language's. They may find too much: whoever is hidden by mistake is told of.
"""

HIDDEN = (
    r"anonym|anonim|анонім|аноним|ανωνυμ|مجهول|匿名|익명",
    r"confidenti[ae]l|confidencia(?:l|is)|vertraulich|конфиденц|конфіденц|(?<!\w)(?:ال)?سري(?:ة|ا|ه)?(?!\w)|保密",
    r"(?<!\w)anon(?!\w)|withh[eo]ld|undisclosed|unnamed|off the record|incognito",
)
"""What is said of who shall not be known."""

_BLANK = r"[^\w.!?;。؟]+"
_GAP = rf"(?:{_BLANK}\w+){{0,5}}?{_BLANK}"
"""A few words of the same sentence: "No comments. Please publish" refuses nothing."""

NOT_PUBLISHED = (
    # English
    (
        rf"(?<!\w)(?:not|don't|dont|doesn't|never|no|without|cannot|can't){_GAP}"
        r"(?:publi(?:sh|c(?!a))\w*|print(?:ed|ing)?|list(?:ed|ing)?|named|naming"
        r"|name (?:us|me|our|my|it|the)|disclos\w+"
        r"|reveal\w*|display\w*|identif\w+|appear|"
        r"(?:use|show|share|mention|give|put|include) (?:our|my|the|this) (?:\w+ )?name)(?!\w)"
    ),
    r"(?<!\w)(?:no|without)(?: a| the| our| any)? names?(?: please)?$",
    (
        r"(?<!\w)(?:keep|hide|hold|leave) (?:us|me|it|this|that|our|my|the)(?:\W+\w+){0,3}"
        r" (?:private|secret|hidden|back|out|off|unlisted)(?!\w)"
    ),
    r"(?<!\w)hide (?:us|me|our|my|the)(?!\w)",
    r"(?<!\w)(?:not|never) (?:for|to be|be) (?:publi\w+|print\w*|disclos\w+|releas\w+)",
    r"(?<!\w)(?:not|never) (?:to )?be (?:shown|shared|seen|mentioned|made public)(?!\w)",
    (
        r"(?<!\w)(?:withdraw|retract|rescind|revoke|remove|delete|take (?:us|me|our) )(?:\W+\w+){0,4}?\W*"
        r"(?:signature|name|consent|support|endorsement|off|out|us|me)(?!\w)"
    ),
    r"(?<!\w)(?:name|names)(?:\W+\w+){0,4}?\W+(?:left out|kept out|omitted|removed|taken out)(?!\w)",
    r"(?<!\w)for (?:our |my |the )?(?:security|safety)(?: reasons)?(?!\w)",
    r"(?<!\w)(?:only|just) count(?!\w)|(?<!\w)count (?:us )?only(?!\w)",
    # French
    (
        rf"(?<!\w)(?:ne|n'\w*|pas|sans|non|aucune?|jamais)(?:{_GAP}|(?<=')|\W+)"
        r"(?:publi(?!c)\w*|publiqu\w*|nomme\w*|cite[rsz]?|divulg\w*|mentionn\w*|appara\w*|affich\w*|figur\w*|diffus\w*)"
    ),
    r"(?<!\w)rester (?:discr\w+|anonym\w+|dans l'ombre)",
    r"(?<!\w)retir\w+ (?:notre|nos|mon) (?:\w+ )?(?:nom|signature)",
    r"(?<!\w)publi(?:ez|er|e) pas(?!\w)|(?<!\w)garde[rz]?(?:\W+\w+){0,4} secrete?(?!\w)",
    # Spanish, Portuguese
    (
        rf"(?<!\w)(?:no|sin|nunca|ni|nao|sem|nem){_GAP}"
        r"(?:publi(?:qu|c)\w*|nombr(?:ar|en|ad)\w*|nome(?:ar|ad|iem)\w*|mencion\w*|divulg\w*|difund\w*"
        r"|apare[zc]\w*|revel\w*|mostr\w*|mostrem|muestr\w*|list(?:ar|ad)\w*|figur\w*)"
    ),
    # German: the verb stands on either side
    (
        rf"(?<!\w)(?:nicht|keine\w*|ohne|nie){_GAP}"
        r"(?:veroffentlich\w*|nennen|genannt|nennung|erwahn\w*|aufgefuhrt|auffuhren|offentlich|publi\w*|namentlich)"
    ),
    (
        r"(?<!\w)(?:veroffentlich\w*|nenn(?:en|t)|erwahn\w*|publizier\w*)(?:\W+\w+){0,5}?\W+(?:nicht|nie)(?!\w)"
    ),
    # Russian
    (
        rf"(?<!\w)(?:не|без){_GAP}(?:\w*публик\w*|назыв\w*|назва(?:ть|ны|на|н)(?!\w)|назов\w*|указыв\w*"
        r"|упомин\w*|разглаш\w*|раскры\w*|публичн\w*|огла[сш]\w*)"
    ),
    # Arabic: what is joined to a word stands before it
    (
        r"(?<!\w)(?:و|ف)?(?:لا|عدم|بدون|دون|لن|ليس|الا|لم)(?:\W+\w+){0,4}?\W+"
        r"(?:ال|ب|ل)?(?:[تنيا])?(?:نشر|ذكر|اعلان|كشف|اظهار|ظهر|ذيع|علن)\w*"
    ),
)
"""That the name, or whoever it is, is not to be published."""

NO_NAMES = """n/a | n.a. | na | none | nil | null | nothing | no name | name | test | testing | test test
    | tbc | tbd | xx | xxx | xxxx | asdf | unknown | essai | aucun | sans nom | prueba | ninguno
    | ninguna | sin nombre | s/n | teste | nenhum | sem nome | kein | keine | ohne namen | тест | нет
    | без названия | لا يوجد | 无 | なし | 없음"""
"""What people write where a form demands a name and they give none."""
