"""The words by which a letter speaks of its signatories, as parts of regular expressions.

What is not here is not a claim of the letter: it is better to miss a figure than to block a letter for the
people it mourns.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """How one language says it.

    Attributes:
        more: Before a figure that is less than the true one: "over".
        least: Before one that may be the true one: "at least".
        nearly: Before one that is a little more.
        about: Before one that is near it.
        articles: What may stand between these, or what comes before them, and the figure.
        we: The signatories themselves, right before the figure.
        signed: What begins the count sentence.
        by: What names the authors of a letter, of this one or another.
        groups: What signatories are called, whatever the campaign calls them.
        signatories: What only signatories are called, with what shows that they signed something else.
        undersigned: What follows a noun and means those below.
        linking: Words that end what may stand between a figure and its noun.
        others: What shows that a sentence tells of somebody else: a passive, a doing that no letter does.
        verbs: What a letter does.
        widening: What may follow a noun and add to it: "from 31 countries".
        our: What shows that a sentence speaks of this letter.
        signing: What shows that it speaks of signatories, of this letter or another.
        hidden: Of signatories that are not named.
        shown: Of those that are.
        relative: How a figure without a noun goes on about the signatories before it.
        people: Who signs a petition.
        countries: Where they come from.
        past: What shows that another letter is meant.
        perfect: A doing that is over, and may be another letter's.
        now: What shows that it is this one after all.
    """

    more: str
    least: str
    we: str
    signed: str
    groups: str
    verbs: str
    hidden: str
    nearly: str = _NEVER
    about: str = _NEVER
    articles: str = _NEVER
    by: str = _NEVER
    signatories: str = _NEVER
    undersigned: str = _NEVER
    linking: str = _NEVER
    others: str = _NEVER
    widening: str = _NEVER
    our: str = _NEVER
    signing: str = _NEVER
    shown: str = _NEVER
    relative: str = _NEVER
    people: str = _NEVER
    countries: str = _NEVER
    past: str = _NEVER
    perfect: str = _NEVER
    now: str = _NEVER


_ENGLISH = ClaimWords(
    more="more than|over|in excess of|upwards of|well over",
    least="at least|no fewer than|not less than|no less than|a minimum of",
    nearly="nearly|almost|close to",
    about="about|around|some|approximately|roughly",
    articles="the|these|those|our|all|a total of|a group of|a coalition of|an alliance of|undersigned",
    we=r"we,?|we are|we,? the undersigned,?|the undersigned,?|undersigned",
    signed=r"(?:co-?|jointly )?signed,? by:?|endorsed by:?|signed:|signatories:",
    by=r"(?:signed|endorsed) by|(?:on )?behalf of|(?:letter|statement|appeal|call|declaration) (?:by|of"
    r"|from)"
    r"|signatures of",
    groups=r"organi[sz]ations?|groups|ngos?|csos?|associations|networks|institutions|coalitions|unions"
    r"|charities|collectives|entities",
    signatories=r"signatories(?! (?:to|of) (?!this|our|the (?:present )?(?:letter|statement|appeal|call)))"
    r"|undersigned(?!\s+(?!organi|group|ngo|call|urge|write|ask|demand|express)\w)",
    undersigned=r"(?:listed|named|whose names appear) (?:below|here|above)|undersigned|signatory to this"
    r"|that have signed (?:this|below)|sign(?:ing)? this",
    linking=r"of|in|at|from|by|to|for|with|against|on|under|people|persons|members|staff|leaders|armed"
    r"|rebel"
    r"|militant|terrorist|criminal|that|who|were|was|are|have|has|had|affiliated|former|banned|unlawful",
    others=r"were|was|had|been|being|told|document(?:s|ed)?|report(?:s|ed)?|provid(?:e|es|ed)|operat(?:e"
    r"|es|ed)"
    r"|work(?:s|ed)?|fac(?:e|es|ed)|lost|clos(?:e|ed)|raided|banned|dissolved|attacked|killed|arrested"
    r"|remain(?:s|ed)?|fled|help(?:s|ed)?|deliver(?:s|ed)?|run|runs|ran|must|can|could|cannot|may"
    r"|need(?:s)?"
    r"|ceasefire|agreement|treaty|accord",
    verbs=r"sa(?:y|ys|id)|call(?:s|ed|ing)?|urge[sd]?|urging|writ(?:e|es|ing|ten)|wrote|demand(?:s|ed|ing)?"
    r"|express(?:es|ed|ing)?|welcom(?:e|es|ed|ing)|ask(?:s|ed|ing)?|appeal(?:s|ed|ing)?|warn(?:s|ed|ing)?"
    r"|condemn(?:s|ed|ing)?|request(?:s|ed|ing)?|have signed|has signed|sign|signed|endorse[sd]?"
    r"|reiterat(?:e|es|ed)"
    r"|appeal|implore|press|join(?:s|ed)? (?:in|together)|tell(?:s)? (?:the|your)",
    widening="from|in|across|around|worldwide|globally|including|of which|representing|based|and"
    "|that have chosen",
    our=r"this (?:joint |open |urgent )?(?:letter|statement|appeal|call|declaration)|our (?:letter|call"
    r"|appeal)",
    signing="undersigned|signator(?:y|ies)|signed",
    hidden=r"(?:not|without|rather than|never)\b[^.;:]{0,40}(?:disclos|nam(?:e|ed|ing)\b|identif|reveal"
    r"|publi[sc])"
    r"|anonym|undisclosed|unnamed|cannot be named|names? (?:are |is |have been )?withheld|withh[eo]ld",
    shown=r"named\b(?! (?:as|after|in|by))|named below|listed below|(?:are|is) (?:named|listed)"
    r"|whose names (?:appear|follow)",
    relative=r"that|who|which|whose|of which|of whom|of them|of these|others?|more|have|has|chose|remain"
    r"|organi[sz]ations?|in all",
    people="people|persons|individuals|supporters|men and women|signatures",
    countries="(?:different )?(?:countries|territories)",
    past=r"(?:in|since|by|of|until)(?: \w+)? (?:19|20)\d\d|last (?:year|month|week|time)|ago|earlier"
    r"|previous(?:ly)?"
    r"|at the time|then|previous|back in|separate|another",
    perfect=r"(?:have|has|had)(?! (?:signed|joined))|\w+ed|wrote|said",
    now="today|now|hereby",
)

_FRENCH = ClaimWords(
    more=r"plus d[e’'] ?|au-delà d[e’'] ?",
    least=r"au moins|pas moins d[e’'] ?|un minimum d[e’'] ?",
    nearly=r"près d[e’'] ?|presque",
    about=r"environ|quelque|autour d[e’'] ?|à peu près",
    articles=r"les|ces|nos|un total d[e’'] ?|un ensemble d[e’'] ?|une coalition d[e’'] ?",
    we=r"nous,?|nous,? soussigné(?:e?s),?|(?:les )?soussigné(?:e?s),?|nous sommes|nous autres,?",
    signed=r"(?:co)?signée?s? par ?:?|signataires ?:|signé ?:",
    by=r"signée?s? par|au nom d(?:e|es)|(?:lettre|déclaration|appel|communiqué) (?:de|des|d[’'])",
    groups="organisations?|ong|osc|associations?|groupes|réseaux|collectifs|coalitions|syndicats"
    "|institutions",
    signatories=r"signataires(?! (?:de|du|des|à|au) (?!la présente|cette|notre|l[’']appel))"
    r"|soussigné(?:e?s)",
    undersigned=r"soussigné(?:e?s)|signataires(?! (?:de|du|des|à|au) (?!la présente|cette|notre"
    r"|l[’']appel))"
    r"|ci-dessous|énumérées ci",
    linking=r"d(?:e|es|u|ans)|à|au|aux|par|pour|avec|contre|sur|sous|membres|personnes|armé(?:e?s)|rebelles"
    r"|terroristes|qui|que|ont|sont",
    others=r"ét(?:é|aient|ait)|furent|sont|documentent|travaillent|fournissent|opèrent|avaient|avait"
    r"|fermé(?:e?s)?"
    r"|dissoutes?|interdites?|attaquées?|perquisitionnées?|font face|doivent|peuvent|rapportent"
    r"|cessez-le-feu"
    r"|accord|traité|aident",
    verbs=r"d(?:is|it|isent|éclarent|éclaré)|appel(?:le|lent|ons|é)|(?:en )?appellent|demand(?:ent|ons"
    r"|é)|exhort(?:ent|ons|é)"
    r"|pri(?:ent|ons)|exig(?:ent|eons|é)|écri(?:vent|vons|t)|exprim(?:ent|ons|é)|salu(?:ent|ons|é)"
    r"|condamn(?:ent|ons|é)"
    r"|alert(?:ent|é)|réclam(?:ent|ons|é)|invit(?:ent|ons)|sign(?:ent|ons|é)|ont signé|réitèr(?:ent)"
    r"|réitérons|interpell(?:ent|é)",
    widening="d(?:e|es|ans|u)|dont|à travers|issues?|représentant|et|venues?|ainsi que|qui ont choisi"
    "|parmi lesquelles",
    our=r"(?:cette|notre|la présente) (?:lettre|déclaration)|(?:cet|notre|le présent) appel",
    signing="soussigné(?:e?s)|signataires?|signée?s?",
    hidden=r"(?:ne pas|sans|ne (?:souhait|peuv|veul|désir)\w+ pas|n[’']ont pas)\b[^.;:]{0,50}"
    r"(?:divulgu|nom|publi|révél|identifi|rend|apparaître|figurer|mention)|anonym|tair?e"
    r"|préfér\w+ (?:taire|l[’']anonymat)",
    shown=r"nommé(?:e?s)\b|citées?\b|désignées? par leur nom|(?:dont|et) le nom (?:figure|est)",
    relative=r"qui|dont|d[’']entre|ont|autres|ayant|souhait\w+|préfèr\w+|choisi\w*|désir\w+|organisations?",
    people="personnes|individus|femmes et (?:d[’'])?hommes|hommes et (?:de )?femmes|signatures|citoyens",
    countries="pays|territoires",
    past=r"(?:en|depuis|dès)(?: \w+)? (?:19|20)\d\d|l[’']an dernier|l[’']année dernière|il y a"
    r"|le mois dernier|précédemment"
    r"|auparavant|précédente?|à l[’']époque|autre lettre|distincte",
    perfect=r"(?:ont|avaient)(?! signé)",
    now="aujourd[’']hui|maintenant|par la présente",
)

_SPANISH = ClaimWords(
    more="más de|por encima de",
    least="al menos|por lo menos|no menos de|como mínimo|un mínimo de",
    nearly="casi|cerca de",
    about="unas|unos|alrededor de|aproximadamente|en torno a",
    articles="las|los|estas|estos|nuestras|un total de|un grupo de|una coalición de",
    we=r"nosotr[oa]s,?|(?:nosotr[oa]s,? )?l[oa]s abajo firmantes,?|abajo firmantes,?"
    r"|quienes suscribimos,?|somos"
    r"|nosotr[oa]s,? l[oa]s",
    signed=r"firmad[oa]s? por:?|suscrit[oa]s? por:?|firman:?|firmantes:",
    by=r"(?:firmad|suscrit)[oa]s? por|en nombre de|(?:carta|declaración|llamamiento|comunicado) (?:de"
    r"|por)|firmas de",
    groups="organizaci(?:ón|ones)|ong|osc|asociaciones|grupos|redes|colectivos|coaliciones|sindicatos"
    "|instituciones"
    "|entidades",
    signatories=r"firmantes(?! (?:de|del) (?!la presente|esta|este|nuestr))|signatari[oa]s(?! de)",
    undersigned=r"abajo firmantes|firmantes(?! (?:de|del) (?!la presente|esta|este|nuestr))"
    r"|que suscriben|suscritas|infrascritas",
    linking=r"de|del|en|a|al|por|para|con|contra|sobre|miembros|personas|armad[oa]s|rebeldes|terroristas"
    r"|que|han|son",
    others=r"fueron|fue|sido|están|eran|documentan|trabajan|prestan|operan|habían|había|cerrad[oa]s?"
    r"|disuelt[oa]s?"
    r"|prohibid[oa]s?|atacad[oa]s?|allanad[oa]s?|deben|pueden|enfrentan|informan|alto el fuego|acuerdo"
    r"|tratado|ayudan",
    verbs=r"di(?:cen|jeron|cho|jo)|llam(?:an|amos|aron)|hac(?:en|emos) un llamamiento|pid(?:en|ieron)"
    r"|pedimos|inst(?:an|amos|aron)"
    r"|exig(?:en|imos|ieron)|escrib(?:en|imos|ieron)|expres(?:an|amos|aron)|celebr(?:an|amos)"
    r"|conden(?:an|amos|aron)"
    r"|solicit(?:an|amos|aron)|reclam(?:an|amos)|reiter(?:an|amos)|firm(?:an|amos|aron)|han firmado"
    r"|advi?(?:e)?rt(?:en|imos|ieron)"
    r"|urg(?:en|imos)|apel(?:an|amos)|manifest(?:amos|aron)",
    widening="de|del|incluidas|incluyendo|entre ellas|procedentes|representan|en|y|así como"
    "|que han optado|que han elegido",
    our=r"(?:esta|nuestra|la presente) (?:carta|declaración)|(?:este|nuestro|el presente) llamamiento",
    signing="firmantes|firmad[oa]s?",
    hidden=r"(?:no|sin)\b[^.;:]{0,50}(?:revel|divulg|public|publiqu|nombr|identific|hacer públic"
    r"|aparecer|figurar|dar a conocer)"
    r"|an[óo]nim|anonimato",
    shown=r"nombrad[oa]s\b|identificad[oa]s\b|mencionad[oa]s\b|cuyos nombres (?:figuran|aparecen)",
    relative=r"que|de las cuales|de los cuales|de ellas|de ellos|más|otr[oa]s|han|permanecen|prefieren"
    r"|optaron|organizaciones",
    people="personas|individuos|mujeres y hombres|hombres y mujeres|firmas|ciudadanos",
    countries="países|territorios",
    past=r"(?:en|desde)(?: \w+)?(?: de)? (?:19|20)\d\d|el año pasado|el mes pasado|hace|anteriormente"
    r"|anterior|entonces|otra carta|por separado",
    perfect=r"(?:han|habían)(?! firmado)|\w+ron",
    now="hoy|ahora|por la presente",
)

_PORTUGUESE = ClaimWords(
    more="mais de",
    least="pelo menos|ao menos|no mínimo",
    articles="as|os|estas|um total de",
    we=r"nós,?|(?:nós,? )?(?:as|os) abaixo[- ]assinad[oa]s,?|abaixo[- ]assinad[oa]s,?",
    signed=r"assinad[oa] por:?",
    groups="organizaç(?:ão|ões)|ongs?|associações|redes|coletivos|entidades",
    linking="d[aeo]s?|em|n[ao]s?|por|para|com|contra|que|foram|armad[oa]s",
    others="foram|foi|sido|documentam|trabalham|eram",
    verbs="diz(?:em)?|disseram|apelam|pedem|exigem|instam|escrevem|expressam|condenam|saúdam|assinam",
    widening="d[aeo]s?|incluindo|em|e|que",
    hidden=r"(?:não|sem)\b[^.;:]{0,50}(?:divulg|revel|public|identific|nome)|an[ôo]nim",
    relative="que|das quais|delas|outras",
)

_GERMAN = ClaimWords(
    more="mehr als|über",
    least="mindestens|wenigstens",
    articles="die|diese|unsere|insgesamt",
    we="wir,?|(?:wir,? )?die unterzeichnenden|unterzeichnenden",
    signed="unterzeichnet von:?",
    groups="organisationen|nros|ngos|verbände|vereine|gruppen|netzwerke"
    "|zivilgesellschaftliche[nr]? organisationen",
    linking="von|der|des|in|aus|für|gegen|die|wurden|bewaffnete[nr]?",
    others="wurden|wurde|worden|dokumentieren|arbeiten|waren",
    verbs="fordern|rufen|sagen|sagten|schreiben|appellieren|verurteilen|begrüßen|bitten|erklären|mahnen"
    "|unterzeichnen",
    widening="aus|in|darunter|und|von denen|die",
    hidden=r"(?:nicht|ohne)\b[^.;:]{0,60}(?:nenn|genannt|veröffentlich|offenleg|name)|anonym",
    relative="die|von denen|davon|weitere",
)

_RUSSIAN = ClaimWords(
    more="более|больше|свыше",
    least="не менее|как минимум|по меньшей мере",
    nearly="почти",
    about="около|примерно",
    we="мы,?|мы,? нижеподписавшиеся,?|нижеподписавшиеся",
    signed=r"подписали|подписано|под обращением подписались",
    groups=r"организаци\w+|нпо|объединени\w+|групп\w*|сет\w+|ассоциаци\w+",
    linking=r"в|из|от|к|для|с|против|вооруж[её]нн\w+|террористическ\w+|член\w*|сотрудник\w*|которы\w+",
    others=r"был\w*|закрыт\w*|запрещен\w*|работа\w+|документиру\w+|ликвидирован\w*|признан\w*",
    verbs=r"призыва\w+|призвал\w*|заяв\w+|требу\w+|обраща\w+|пиш\w+|выража\w+|прос\w+|осужда\w+"
    r"|приветству\w+|подпис\w+",
    widening=r"из|включая|в том числе|и|по всему",
    hidden=r"(?:не|без)\b[^.;:]{0,60}(?:раскры|назыв|назва|указ|публик|разглаш)|аноним",
    relative=r"которы\w+|из которых|из них|пожелал\w*|решил\w*|предпоч\w+|организаци\w+",
    people="человек|людей|людьми",
    countries="стран(?:ы)?|территори(?:й|и)",
)

_ARABIC = ClaimWords(
    more="أكثر من|ما يزيد على",
    least="ما لا يقل عن|على الأقل",
    we=r"نحن،?|نحن الموقعين أدناه،?|نحن الموقعون أدناه،?|الموقعة أدناه",
    signed=r"وقعها|وقّعها|وقعت عليها|الموقعون:",
    groups="منظم(?:ة|ات)|جمعي(?:ة|ات)|مجموع(?:ة|ات)|هيئ(?:ة|ات)|شبك(?:ة|ات)",
    linking="من|في|على|إلى|مسلحة",
    others="أغلقت|حظرت|تعمل|توثق|كانت|تعرضت",
    verbs="تدعو|ندعو|تحث|نحث|تطالب|نطالب|قالت|تعرب|نعرب|تناشد|نناشد|تكتب|نكتب|تدين|ندين",
    widening="من|بما في ذلك|بينها|في",
    hidden=r"(?:عدم|دون|لا)[^.؛:]{0,60}(?:الكشف|الإفصاح|ذكر|نشر)|مجهول",
    relative="منها|من بينها|اختارت|فضلت|فضّلت|آثرت|منظمة",
    people="شخص|شخصا|أشخاص",
    countries="بلدا?|بلدان|دول(?:ة)?",
)

_CHINESE = ClaimWords(
    more="超过|逾|多于",
    least="至少",
    about="约|大约",
    we="我们[,，这]?|我们以下署名的|以下署名的",
    signed="(?:由)?签署[:：]?|联署[:：]?",
    groups="组织|团体|机构|协会",
    verbs="呼吁|敦促|要求|表示|致函|谴责|欢迎|请求|联署",
    others="被|遭|关闭|取缔|记录",
    hidden="(?:不|未)[^。；]{0,20}(?:公开|透露|披露|公布|具名)|匿名",
    relative="个|家|选择",
    people="人",
    countries="国家|国",
)

CLAIM_WORDS: Mapping[str, ClaimWords] = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "pt": _PORTUGUESE,
    "de": _GERMAN,
    "ru": _RUSSIAN,
    "ar": _ARABIC,
    "zh": _CHINESE,
}
"""By letter language. A letter in another language is not looked through."""
