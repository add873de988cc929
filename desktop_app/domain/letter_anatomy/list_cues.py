"""The words over, in and under a list of signatories, in the languages that letters come in."""

import re

from desktop_app.domain.letter_anatomy.starting import at_start

_SIGNED = (
    r"(?:for and )?(?:on behalf of|au nom d|en nombre de|em nome d|im namen)[^.]{0,140}[:：]$",
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
    r"(?:also|further|jointly) (?:co-?)?signed by\b",
    (
        r"(?:signatures|adhésions|soutiens|ont signé|adesioni|aderiscono|hanno (?:firmato|aderito)|"
        r"sottoscrivono|mitzeichnende|mitgezeichnet(?: von)?|unterstützt von|apoyan|adhieren|apoiam|"
        r"subscritores|поддержали|к обращению присоединились)\b(?=[^.]{0,40}[:：]|\s*$)"
    ),
    r"seguono le firme\b|les (?:associations|organisations|collectifs)(?: membres| signataires)?\s*[:：]\s*$",
    r"签名人|共同发起|发起(?:团体|机构|组织|人)|联合发起",
    r"firmato(?: da)?\b|firmatari\b|ondertekend(?: door)?\b|ondertekenaars\b",
    (
        r"(?:المنظمات |الجهات |الجمعيات |المؤسسات |الأطراف |النقابات |الهيئات |أسماء |قائمة "
        r")*(?:الموقعون|الموقعات|الموقعين|الموقعة|التوقيعات|توقيع|"
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

WHOLE_LIST = re.compile(
    r"\b(?:list|liste|lista|signator|signataires|unterzeichn|firmantes|списо?к|签署|名单|القائمة|قائمة)\w*",
    re.IGNORECASE,
)
"""Of a line that tells where the whole list is."""

ANONYMOUS_ROW = re.compile(
    r"^(?:…|\.{3}|\+|and|et|y|und)?\s*[\w ]{0,60}(?:(?:wish|prefer|ask|want|chos|opt)\w*(?: to| "
    r"that)? [\w ]{0,30}"
    r"(?:anonymous|named|disclose|disclosed)|anonymous organi|"
    r"(?:names? (?:are |is |have been )?)?withheld(?: for [\w ]{3,30})?|"
    r"not (?:to be |be )?(?:named|disclosed)|anonymes?|an[oó]nim[ao]s?|anonym\w*|undisclosed)\b[^,]{0,40}$|"
    r"^\W*(?:anonymous|name withheld|withheld|anonyme|an[oó]nimo|匿名|аноним\w*|مجهول)(?:\b|$|"
    r"[\s（(：])|^.{0,20}匿名.{0,12}$|^.{0,40}(?:анонимн\w+|не названы)|"
    r"^.{0,40}(?:لم تذكر أسماؤها|طلبت عدم ذكر)|^.{0,60}အမည်မဖော်",
    re.IGNORECASE,
)
"""A line of a list that counts those who are not named."""

AS_OF = at_start(
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

LEAD_IN = re.compile(r"^(?:and|et|y|und|e|with|avec|con|mit|,)$", re.IGNORECASE)
"""What joins who signs by hand to the list: "and / their members:"."""

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
