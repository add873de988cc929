"""The words by which a letter says itself what a line is, in the languages that letters come in.

All languages are tried on every letter: no formula of one is a sentence of another.
"""

import re

from desktop_app.domain.letter_anatomy.starting import at_start

SUBJECT = at_start(
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
REFERENCE = at_start(
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
CC = at_start(
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
    *(
        "копия",
        "копии",
        "抄送",
        "抄报",
        "မိတ္တူ",
        "nachrichtlich",
        "abschrift(?: an)?",
        "copi(?:ed|ée?|ata)(?: to| à| a)?",
    ),
    *("in copia", "ampliations?", "per conoscenza", "con copia", "c\\.\\s?c\\.?p?"),
    end=r"\.?\s*[:：]\s*|^c\.\s?c\.\s+(?=\S)|^cc\.?\s+(?-i:(?=[^\W\d_a-z]|the\b))|^cc\s{2,}(?=\S)|"
    r"^(?:e\s+)?p\.\s?c\.:?\s+(?=\S)",
)
ENCLOSURES = at_start(
    *("encl(?:osures?)?", "enc", "attachments?", "annex(?:es)?", "p\\.?\\s?j", "pièces? jointes?", "anexos?"),
    *("adjuntos?", "anlagen?", "المرفقات", "приложени[ея]", "附件", "နောက်ဆက်တွဲ"),
    end=r"\.?\s*[:：]\s*(?=\S)",
)
ADDRESSED = re.compile(
    r"^(?:(?i:(?:for )?(?:to )?the attention of|attn\.?|attention|addressed to|a la atención de|"
    r"à l[’']attention de|"
    r"à atenção de)\s*[:：]?\s*|(?i:to|à|a|para|an|إلى|кому|致|သို့)\s*[:：]\s*|သို့[၊။]?(?:\s+|$)|"
    r"(?:To|TO)\s+(?=(?:the|all|heads|members|states|governments|ministers)\s|[^\W\d_a-zà-ÿ])|"
    r"An\s+(?=(?:den|die|das|alle)\s)|Aux?\s+(?=[^\W\d_a-zà-ÿ])|(?:An|To|A|À|Al|Alla|Aan|Para|致)(?=\s*(?:\n|$))|À\s+(?=l[’']|la\s|tou[st]|[^\W\d_a-zà-ÿ])|"
    r"Al\s+(?=[^\W\d_a-zà-ÿ])|A la\s+(?=Excm|Sra|Señora|Ilm|Ilustr|Dra|Dña|Doña|Honorable)|"
    r"A\s+(?=l[ao]s?\s|su\s|tod[oa]s\s|sus\s)|Aos?\s+(?=[^\W\d_a-zà-ÿ])|"
    r"Às?\s+(?=[^\W\d_a-zà-ÿ])|إلى\s+|Кому\s+|致(?!力)\s*(?!.*(?:公开信|联名信|呼吁书)))"
)
"""What stands before whom a letter goes to."""

CONTACTS = at_start(
    r"for (?:all |any |more|further|additional|media|press|questions)[^.]{0,60}"
    r"(?:information|in?quir|enquir|contact|details|questions|media|press)",
    (
        r"(?:media |press |for )?(?:contacts?|in?quir(?:y|ies)|enquir(?:y|ies))(?: persons?| details|"
        r" information| should)?\b"
    ),
    (
        r"to (?:add your name|sign(?: this letter| on)?|join)\b[^.]{0,60}(?:write|e-?mail|"
        r"contact)(?: us)?(?: to| at)?"
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
CC_ALONE = re.compile(
    r"^(?:c\.?\s?c\.?|e p\.?\s?c\.?|ampliations?|cop(?:y|ies|ies? à|ie|ias?)|kopien?|verteiler|nachrichtlich|"
    r"abschriften?|抄送|копи[ия]|نسخة)\s*[.:：]?\s*$",
    re.IGNORECASE,
)
"""Over those who get a copy, alone on its line."""

POSTSCRIPT = re.compile(
    r"^(?:P\.?\s?S|P\.?\s?D|N\.?\s?B|Постскриптум|附言|又及|حاشية)(?:\.\s?:?|[:：])\s*(?=\S)"
)
"""What is written after the closing."""

NOTES = at_start(
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
