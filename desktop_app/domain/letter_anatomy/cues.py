"""The words by which a letter says itself what a line is, in the languages that letters come in.

All languages are tried on every letter: no formula of one is a sentence of another.
"""

import re


def _at_start(*texts: str, end: str = "") -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(texts)}){end}", re.IGNORECASE)


SUBJECT = _at_start(
    *(
        "re",
        "ref",
        "subject",
        "objet",
        "concerne",
        "asunto",
        "betreff",
        "betr",
        "betrifft",
        "assunto",
        "oggetto",
    ),
    *("onderwerp", "الموضوع", "موضوع", "тема", "касательно", "о", "主题", "主旨", "事由", "关于", "題目"),
    *("အကြောင်းအရာ", "အကြောင်း"),
    end=r"\.?\s*[:：။]\s*(?=\S)",
)
REFERENCE = _at_start(
    *(
        "(?:our|your) ref(?:erence)?",
        "reference",
        "ref(?:erence)? no",
        r"notre réf(?:érence)?",
        "réf(?:érence)?",
        "n/réf",
    ),
    *(
        "referencia",
        "referência",
        "aktenzeichen",
        "unser zeichen",
        "المرجع",
        "الرقم",
        "исх(?:одящий)?",
        "编号",
        "文号",
    ),
    *(r"ref(?=\.?\s*[:：]\s*[A-Z]{1,8}[/\-\d])",),
    end=r"\.?\s*(?:№|no\.?|n°)?\s*[:：]\s*(?=\S)",
)
CC = _at_start(
    *(
        "cc",
        r"c\.\s?c",
        "copy to",
        "copies to",
        "copied to",
        "copie à",
        "copies? ?",
        "copia a",
        "con copia a",
    ),
    *(
        "c/c",
        "kopie an",
        "in kopie",
        "kopie",
        "cópia para",
        "com cópia",
        "copia",
        "cópia",
        "نسخة إلى",
        "نسخة",
    ),
    *("копия", "копии", "抄送", "မိတ္တူ"),
    end=r"\.?\s*[:：]\s*|^c\.\s?c\.\s+(?=\S)|^cc\s{2,}(?=\S)",
)
ENCLOSURES = _at_start(
    *("encl(?:osures?)?", "enc", "attachments?", "annex(?:es)?", "p\\.?\\s?j", "pièces? jointes?", "anexos?"),
    *("adjuntos?", "anlagen?", "المرفقات", "приложени[ея]", "附件", "နောက်ဆက်တွဲ"),
    end=r"\.?\s*[:：]\s*(?=\S)",
)
ADDRESSED = re.compile(
    r"^(?:(?i:(?:for )?(?:to )?the attention of|attn\.?|attention|addressed to|a la atención de|"
    r"à l[’']attention de|"
    r"à atenção de)\s*[:：]?\s*|(?i:to|à|a|para|an|إلى|кому|致|သို့)\s*[:：]\s*|သို့[၊။]?(?:\s+|$)|"
    r"(?:To|TO)\s+(?=(?:the|all|heads|members|states|governments|ministers)\s|[^\W\d_a-zà-ÿ])|"
    r"An\s+(?=(?:den|die|das|alle)\s)|Aux?\s+(?=[^\W\d_a-zà-ÿ])|À\s+(?=l[’']|la\s|tou[st]|[^\W\d_a-zà-ÿ])|"
    r"Al\s+(?=[^\W\d_a-zà-ÿ])|A\s+(?=l[ao]s?\s|su\s|tod[oa]s\s|sus\s)|Aos?\s+(?=[^\W\d_a-zà-ÿ])|"
    r"Às?\s+(?=[^\W\d_a-zà-ÿ])|إلى\s+|Кому\s+|致(?!力)\s*(?!.*(?:公开信|联名信|呼吁书)))"
)
"""What stands before whom a letter goes to."""

_SIGNED = (
    r"(?:on behalf of|au nom d|en nombre de|em nome d|im namen)[^.]{0,140}[:：]$",
    r"(?:نيابة عن|باسم|от имени|代表)[^.]{0,140}[:：]$",
    r"(?:co-?|jointly )?signed(?: by| below)?\b",
    r"(?:list of |the |our |initial |organi[sz]ational |individual )*(?:co-?)?signator(?:y|ies)\b",
    r"(?:full )?list of (?:the )?(?:undersigned|endors|organi[sz]ations|signing|supporting)",
    (
        r"(?:the |we,? the )?undersigned(?!.*\b(?:to|calls?|urges?|asks?|"
        r"demands?)\b)(?: [\w\- ]{2,60})?(?=\s*[:：,]\s*$)"
    ),
    r"(?:the )?undersigned(?: organi[sz]ations| signatories| groups)?(?=\s*$)",
    (
        r"the following [\w\- ]{0,40}(?:organi[sz]ations|groups|networks|individuals|persons|"
        r"people)\b[^.]{0,80}(?=[:：]\s*$)"
    ),
    r"(?:supported|supporters|co-?signatories|co-?signed)(?: by)?(?=\s*[:：]|\s*$)",
    (
        r"(?:this (?:letter|statement|appeal|call)(?: is| has been| was)? )?(?:endorsed|supported|"
        r"co-?sponsored|issued) by\b"
    ),
    r"endorse(?:ments|rs)\b|supporting organi[sz]ations|signing organi[sz]ations",
    r"participating organi[sz]ations",
    r"(?:lettre |déclaration |appel )?(?:co)?signée?s?(?: par)?(?=\s*[:\d]|\s+par\b|$)",
    r"(?:liste des |les |premiers |organisations? |associations? )*signataires\b",
    r"(?:les )?(?:organisations|associations) (?:soussignées|signataires)\b|les soussigné(?:e)?s",
    (
        r"(?:carta |declaración |comunicado )?(?:firm(?:ad|antes?)[oa]?s?|"
        r"suscrit[oa]s?)(?: por)?(?=\s*[:\d]|\s+por\b|$)"
    ),
    (
        r"(?:lista de |las |los |organizaciones |entidades |organizações |personas )*(?:firmantes|"
        r"signatari[oa]s|signatárias?|"
        r"subscritores|subscritoras|suscriptoras)\b"
    ),
    r"(?:firman|suscriben|assinam|subscrevem|assinad[oa] por|assinaturas|firmas|adhesiones|adherentes)\b",
    (
        r"(?:(?:die |liste der |erst)?(?:mit)?unterzeichne(?:r|t|te|nde|nden|ten|rinnen)\w*(?: von|"
        r" durch| organisationen)?)\b"
    ),
    r"(?:gezeichnet|unterschrieben)(?: von)?\b",
    r"firmato(?: da)?\b|firmatari\b|ondertekend(?: door)?\b|ondertekenaars\b",
    (
        r"(?:المنظمات |الجهات |الهيئات |أسماء |قائمة )*(?:الموقعون|الموقعات|الموقعين|الموقعة|التوقيعات|توقيع|"
        r"الموقّعة|الموقّعون|"
        r"موقعة من|وقعها|وقّعتها|التواقيع)"
    ),
    (
        r"(?:список )?(?:подписал[аи]|подписи|подписано|подписанты|подписавши\w+|подписантов|"
        r"организации-подписанты)\b"
    ),
    r"(?:联署|簽署|聯署|連署|聯名|签署|连署|署名|共同签署|签名|联合签署)(?:者|方|机构|组织|單位|团体|團體|個人|个人|组織|單位|单位|人|名单|名單)?",
    r"(?:ပူးတွဲ)?လက်မှတ်(?:ရေးထိုး|ထိုး)[^။]{0,60}",
)
SIGNED = re.compile(rf"^[\W_]*(?:{'|'.join(_SIGNED)})", re.IGNORECASE)
"""What stands over a list of signatories."""

CONTACTS = _at_start(
    r"for (?:all |any |more|further|additional|media|press|questions)[^.]{0,60}"
    r"(?:information|in?quir|enquir|contact|details|questions|media|press)",
    (
        r"(?:media |press |for )?(?:contacts?|in?quir(?:y|ies)|enquir(?:y|ies))(?: persons?| details|"
        r" information| should)?\b"
    ),
    r"(?:please )?(?:contact|direct|address)\b[^.]{0,60}[:：]\s*$",
    (
        r"pour (?:tout|toute|plus|de plus|en savoir|tous)[^.]{0,60}(?:renseignement|information|contact|"
        r"question|savoir)"
    ),
    r"contacts? (?:presse|médias?)?|personnes? (?:à contacter|de contact)|renseignements",
    r"para (?:más|mayor|mayores|cualquier|obtener|solicitar|mais|quaisquer|maiores)[^.]{0,60}"
    r"(?:información|informaciones|consulta|contacto|informações|contato|detalles|esclarecimentos)",
    r"contactos?(?: de prensa| para (?:la )?prensa| de imprensa)?\b|contatos?\b|información de contacto",
    r"(?:für )?(?:rückfragen|weitere informationen|nähere informationen|presseanfragen|auskünfte)\b|"
    r"(?:presse)?kontakte?\b|ansprechpartner\w*|ansprechpersonen?",
    r"per (?:ulteriori|maggiori) informazioni|voor meer informatie",
    r"(?:لمزيد من|للمزيد من|للاستفسار|للتواصل|للاتصال|جهات الاتصال|جهة الاتصال)",
    r"(?:для получения|за дополнительной|дополнительная информация|контакты?\b|контактн\w+)",
    r"(?:联系人|联系方式|联络人|媒体联系|如需|欲了解|更多信息)",
    r"(?:ဆက်သွယ်ရန်|အသေးစိတ်သိရှိလို|ပိုမိုသိရှိလို|သတင်းမီဒီယာ)",
)
WHOLE_LIST = re.compile(
    r"\b(?:list|liste|lista|signator|signataires|unterzeichn|firmantes|списо?к|签署|名单|القائمة|قائمة)\w*",
    re.IGNORECASE,
)
"""Of a line that tells where the whole list is."""

CC_ALONE = re.compile(
    r"^(?:c\.?\s?c\.?|e p\.?\s?c\.?|ampliations?|cop(?:y|ies|ies? à|ie|ias?)|kopien?|verteiler|nachrichtlich|"
    r"abschriften?|抄送|копи[ия]|نسخة)\s*[.:：]?\s*$",
    re.IGNORECASE,
)
"""Over those who get a copy, alone on its line."""

WEB = re.compile(
    r"^(?:(?:share|tweet|print|like|follow|e-?mail|whatsapp|facebook|twitter|partager|réagir|imprimer|"
    r"compartir|"
    r"teilen|drucken|read more|lire plus(?: tard)?)(?:\s|$|\(\d+\))){2,}|"
    r"^[\w ]{2,30}(?:\s[»>›]\s[\w ]{2,40}){1,5}$|"
    r"^(?:related (?:posts|articles)|filed under|tags?:|categor(?:y|ies):|skip to content|"
    r"temps de lecture|reading time|"
    r"\d+ min(?:ute)?s? read)\b",
    re.IGNORECASE,
)
"""What a web page puts round its text."""

ANONYMOUS_ROW = re.compile(
    r"^(?:…|\.{3}|\+|and|et|y|und)?\s*[\w ]{0,60}(?:wish(?:es|ing)? to remain anonymous|anonymous organi|"
    r"withheld|"
    r"not (?:to be |be )?(?:named|disclosed)|anonymes?|an[oó]nim[ao]s?|anonym\w*|undisclosed)\b[^,]{0,40}$|"
    r"^\W*(?:anonymous|name withheld|withheld|anonyme|an[oó]nimo|匿名|аноним\w*|مجهول)\b",
    re.IGNORECASE,
)
"""A line of a list that counts those who are not named."""

AS_OF = _at_start(
    r"(?:list|signatures|signatories|signed|updated)[^.]{0,40}\bas (?:of|at)\b",
    r"as of \d",
    r"last updated",
    r"(?:liste|signatures?) (?:arrêtée?s?|à jour) (?:au|le)",
    r"(?:lista|firmas)[^.]{0,30}(?:al|a) \d",
    r"stand[: ]+\d",
    r"截至",
    r"по состоянию на",
)
"""The day of a list: "List of signatories as of 1 February 2024."."""

DELIVERY = _at_start(
    (
        r"(?:sent |delivered )?(?:via|by|per|par|por|vía) (?:e-?mail|mail|post|courier|hand|fax|"
        r"courriel|courrier|correo|e-?post)\b"
    ),
    (
        r"(?:lettre recommandée|par lettre|einschreiben|vorab per|raccomandata|sperrfrist|embargo|"
        r"sous embargo)\b"
    ),
    r"(?:advance copy|for immediate release|embargoed|private and confidential|confidential|urgent)\b",
    end=r".{0,80}$|^.{0,60}\bfor immediate release\b.{0,20}$",
)
"""How a letter was sent."""

MAIL_HEADER = _at_start(
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
LEAD_IN = re.compile(r"^(?:and|et|y|und|e|with|avec|con|mit|,)$", re.IGNORECASE)
"""What joins who signs by hand to the list: "and / their members:"."""

NOTES = _at_start(
    r"notes? to (?:the )?editors?",
    "notes?",
    "footnotes?",
    "endnotes?",
    "references?",
    "background",
    "sources?",
    "about (?:us|the)",
    "notes? (?:aux|à l’attention des) rédact\\w+",
    "notas?(?: a los editores)?",
    "anmerkungen",
    "fußnoten",
    "примечани[ея]",
    "ملاحظات",
    "注释",
    end=r"\s*[:：]?\s*$",
)

GROUP = re.compile(
    r"^(?:(?:international|regional|national|local|global|community|civil society|human rights|other|"
    r"supporting|"
    r"internationales?|nationales?|locales?|internacionales|nacionales|locales|internationale|nationale|"
    r"regionale)?\s*"
    r"(?:organi[sz]ations?|ngos?|groups|networks|individuals?|academics|experts|persons|people|"
    r"civil society|coalitions|"
    r"associations|unions|signatories|level|organisations|individus?|personnes|personnalités|"
    r"organizaciones|personas|"
    r"individuos|individuais|organizações|organisationen|einzelpersonen|personen|лица|организации|أفراد|"
    r"منظمات|个人|组织|机构)"
    r"(?: and (?:individuals|networks|groups))?)\s*(?:\(\d+\))?[:：]?$",
    re.IGNORECASE,
)
"""Over a part of a list: "International organisations"."""

ON_BEHALF = re.compile(
    r"^(?:on behalf of|for and on behalf of|for the|p\.?\s?p\.?|i\.\s?[AV]\.|au nom d|pour l|en nombre de|"
    r"por l|em nome d|"
    r"im namen|für d|a nome d|per (?:il|la|le|i)\b|نيابة عن|باسم|от имени|代表)",
    re.IGNORECASE,
)
"""What stands over who signs for others."""

MAIL = re.compile(r"(?<![\w.+’'-])[\w.+’'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
URL = re.compile(r"(?:https?://|www\.|mailto:)\S+", re.IGNORECASE)
PHONE = re.compile(
    r"(?:(?:tel|phone|mobile|cell|whatsapp|signal|fax|tél|тел|电话|"
    r"هاتف)[\w.]*\s*[:：]?\s*)?\+?\(?\d[\d\s().\-/]{6,}\d"
)
BULLET = re.compile(
    r"^[\s]*(?P<mark>[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2022\u2023\u2043\u25cf\u25cb\u25aa\u25ab\u25a0\u25"
    r"a1\u25e6\u00b7"
    r"\u2219\u27a2\u2713\u2714\u203a\u00bb]|[-–—*](?=\s)|o(?=\s+[^\W\d_a-z])|‣|►|▪|"
    r"(?:[-–—]\s+)?[a-z][.)](?=\s))\s*"
)
NUMBERED = re.compile(
    r"^\s*(?P<mark>\(?(?P<number>\d{1,4})(?:\)|\.\)|\.[-–]|[.．။](?!\d)|-(?=\s)|[、:：°º])|"
    r"#(?P<hash>\d{1,4})(?=\s))\s*(?=\S)"
)
LETTERED = re.compile(
    r"^\s*(?:[-–—]\s+)?(?P<mark>\(?(?:[a-hj-z]|i{1,3}|iv|vi{0,3}|ix|x)[.)]|(?:I{1,3}|IV|VI{0,3}|IX|"
    r"X)[.)](?=\s+[^\W\d_]))\s+(?=\S)|"
    r"^\s*(?P<ideograph>[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*(?=\S)"
)
ENDS = re.compile(r"[.!?:;。！？؟：；။؛][”\"’'»)\]]*(?:\[?\d{1,2}\]?|[¹²³⁴-⁹]+)?$|[.!?][”’\")]*$")
"""Where a sentence, or a clause of a list, ends with its line."""

SENTENCE_END = re.compile(r"[.!?。！？؟။][”\"’'»)\]]*(?:\[?\d{1,2}\]?|[¹²³⁴-⁹]+)?$")


def mark_in(match: re.Match[str]) -> str:
    """What stood before an item: of a match of ``BULLET``, ``NUMBERED`` or ``LETTERED``."""
    groups = match.groupdict()
    return groups.get("mark") or groups.get("ideograph") or ""
