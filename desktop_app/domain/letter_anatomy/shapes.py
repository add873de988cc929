"""What a line looks like: the name of a signatory, an office that somebody holds, a line of an address."""

import re
from functools import lru_cache

from desktop_app.domain.country_names import country_names
from desktop_app.domain.letter_anatomy.cues import MAIL, URL
from desktop_app.domain.letter_anatomy.marks import NUMBERED, SENTENCE_END

_LONGEST_NAME = 160
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|ltd|e\.\s?v|z\.\s?[su]|o\.\s?z|a\.\s?c|a\.\s?s|b\.\s?v|co|corp|assoc|org|dept|univ|st|"
    r"jr|sr|ph\.?d|m\.?d|esq|"
    r"etc|intl|u\.s|u\.k|d\.c|a\.c|s\.a|r\.l|w\.a|phd|no|nr|n°|gmbh|llc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:secretary|director|president|chair(?:man|woman|person)?|executive|coordinator|officer|"
    r"representative|spokes\w+|"
    r"founder|manager|head of|professor|prof\.|minister|ambassador|commissioner|advis[eo]r|fellow|"
    r"lecturer|researcher|"
    r"lawyer|attorney|advocate|journalist|bishop|rapporteur|envoy|laureate|member of parliament|senator|"
    r"mp\b|mep\b|"
    r"secr[ée]taire|directeur|directrice|pr[ée]sidente?|porte-parole|coordinat(?:eur|rice)|secretari[oa]|"
    r"director[a]?|"
    r"coordinador[a]?|portavoz|vocer[oa]|diretor[a]?|presidente|coordenador[a]?|geschäftsführer\w*|"
    r"vorsitzende\w*|"
    r"direktor\w*|sprecher\w*|referent\w*|leiter\w*|generalsekretär\w*|مدير|رئيس|أمين|منسق|директор|"
    r"председатель|"
    r"секретарь|координатор|主任|主席|秘书长|会长|总干事|教授|အတွင်းရေးမှူး|ဥက္ကဋ္ဌ|ညှိနှိုင်းရေးမှူး)",
    re.IGNORECASE,
)
_OFFICE_AT_END = re.compile(
    r"(?:教师|老师|家长|校长|医生|律师|记者|作家|学者|研究员|工程师|导演|艺术家|主编|总监)$"
)
_ORGANISATION = re.compile(
    r"\b(?:organi[sz]ation|association|network|union|watch|committee|council|cent(?:re|er)|foundation|"
    r"institut\w*|campaign|"
    r"coalition|alliance|group|forum|movement|international|federation|society|rights|initiative|project|"
    r"fund|trust|"
    r"community|league|front|action|collective|voice|platform|house|defenders|amnesty|women|youth|"
    r"students?|workers|"
    r"justice|peace|solidarity|media|press|radio|university|school|church|clinic|team|partnership|\w+initiative|comitato|circolo|associazione|gruppo|parrocchia|gemeinde|"
    r"collectif|réseau|centre|ligue|comité|fédération|mouvement|coordination|droits|asociación|red|centro|"
    r"fundación|\w*(?:verein|verband|netzwerk|stiftung|gesellschaft|zentrum|bündnis|gruppe|werk)|"
    r"comisión|movimiento|federación|colectivo|instituto|coordinadora|associação|rede|fundação|"
    r"bund|"
    r"initiative|منظمة|جمعية|مركز|شبكة|اتحاد|لجنة|مؤسسة|رابطة|منتدى|"
    r"организаци\w+|"
    r"центр|союз|фонд|сеть|комитет|ассоциаци\w+|движени\w+|e\.\s?v|ngo|inc|ltd)s?\b|(?:协会|中心|联盟|组织|基金会|"
    r"委员会|网络|"
    r"论坛|联合会|人权|အဖွဲ့|ကွန်ရက်|ကော်မတီ|သမဂ္ဂ|အသင်း|ကွန်ယက်|အစည်းအရုံး|ဖောင်ဒေးရှင်း)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:street|st\.|avenue|ave\.?|road|rd\.?|plaza|square|floor|suite|room|building|p\.?\s?o\.? box|"
    r"rue|place|boulevard|"
    r"calle|avenida|paseo|piso|straße|strasse|platz|via|piazza|praça|rua)\b|"
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b|"
    r"\b\d{4,6}\b|\bN\.?Y\.?\b|(?:улица|ул\.|شارع|صندوق بريد|街|路|လမ်း)",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:(?:H|S)\.\s?E|(?:The )?(?:Rt\.? |Right )?Hon(?:ou?rable)?|Mr|Mrs|Ms|Mme|Mlle|M|Me|Dr|Dra|"
    r"Prof|Professor|Pr|Sœur|Soeur|Frère|Père|Fray|Hermana|Hermano|Padre|Suor|Fra|Rabbi|Rabbin|Imam|Sheikh|Cheikh|"
    r"Professeure?|Sir|Dame|Lord|Lady|Sr|Sra|Srta|Lic|Ing|Abg|Mons|Mgr|Don|Doña|Dom|Dona|Herrn?|Frau|Señora?|"
    r"Monsieur|Madame|Maître|Senhora?|Son Excellence|Su Excelencia|Excm[oa]|Exm[oa]|His|Her|Their|Daw|U|"
    r"Ko|Ma|"
    r"Rev|Reverend|Father|Sister|Brother|Bishop|Archbishop|Pastor|Pfarrer(?:in)?|Justice|Judge|Ambassador|"
    r"Minister|Senator|Captain|г-н|г-жа|господин\w*|госпож\w+|Министр\w*|проф|д-р)(?:\.\s?|\s+)|"
    r"(?:السيد|السيدة|الدكتور|الدكتورة|سعادة|معالي|الأستاذ|الأستاذة)\s|ဦး|ဒေါ်|ဒေါက်တာ)"
)
"""What stands before the name of a person."""

_SIGNATORIES = re.compile(
    r"\b(?:organi[sz]a\w*|associa\w*|asocia\w*|groups?|networks?|ngos?|signator\w*|undersigned|firmantes|colectiv\w+|"
    r"collectifs|entidades|entités|soussigné\w*|verein\w*|verbänd\w*|initiativen|unterzeichn\w+|gruppen|enti|comunità|"
    r"associazion\w+|firmatari\w*|instituições|organizações|subscri\w+|объединени\w+|организаци\w+|"
    r"ассоциаци\w+|unions|academics|scholars|scientists|teachers|writers|artists|persons|people who sign)\b|"
    r"团体|團體|组织|組織|机构|機構|教师|教師|家长|家長|学者|學者|公民|المنظمات|منظمة|منظمات|جمعية|جمعيات|الجمعيات|هيئة|အဖွဲ့",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:the\s+)?(?:(?:(?:federal |democratic |islamic |people[’']s )*(?:republic|kingdom|state|union)|"
    r"r[eé]publique|rep[uú]blica|republik|royaume|reino)\s+(?:of|de|du|del|do|da)\s+)?(?:the\s+|la\s+|l[’'])?(?=\S)",
    re.IGNORECASE,
)
_MORE_LANDS = frozenset(
    (
        "united states of america|u.s.a.|u.s.|u.k.|ee. uu.|ee.uu.|estados unidos de américa|"
        "états-unis d’amérique|"
        "états-unis d'amérique|democratic republic of the congo|democratic republic of congo|dr congo|"
        "république démocratique du congo|república democrática del congo|democratic republic of timor-leste|"
        "hong kong|香港|hongkong|гонконг|هونغ كونغ|macau|macao|澳门|澳門|scotland|wales|england|"
        "northern ireland|"
        "great britain|palestine|palestina|palästina|palästinensische gebiete|kurdistan|tibet|"
        "西藏|gambia|tanzania|"
        "korea|holland|netherlands|ivory coast|swaziland|east timor|timor leste|north macedonia|"
        "czech republic|"
        "viet nam|syria|lao pdr|bosnia|bosnia and herzegovina|catalonia|catalunya|euskadi"
    ).split("|")
)
"""Lands by names that the tables of countries do not have."""

_TO_OFFICE = re.compile(
    r"^(?:губернатору|президенту|председателю|директору|генеральному|главе|мэру|министру|уполномоченному|"
    r"начальнику|прокурору)\b",
    re.IGNORECASE,
)
"""Russian puts whom a letter goes to into the dative."""
_LOWER_START = re.compile(r"^[^\w]*[a-zà-öø-ÿа-я]{3,}")
_PERSON = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿа-яё][\w.’'-]*)(?:\s+(?:(?:de|da|do|dos|di|du|del|della|van|von|der|den|zu|ten|ter|bin|al|el|la|"
    r"las|los|y|e|et|und|and|&)\s+){0,3}(?:d[’'])?[^\W\d_a-zß-öø-ÿа-яё][\w.’'-]*){1,4}$|^[\u4e00-\u9fff]{2,4}$"
)


def ends_a_sentence(text: str) -> bool:
    """Whether it ends in a full stop that is not an abbreviation's: "Kachin Association Inc."."""
    return bool(SENTENCE_END.search(text)) and not _ABBREVIATED.search(text)


def looks_like_name(text: str) -> bool:
    """Whether a line could be a signatory's: short, no sentence, begins like a name."""
    bare = text[match.end() :] if (match := NUMBERED.match(text)) else text
    if not 2 <= len(bare) <= _LONGEST_NAME or URL.search(bare) or MAIL.search(bare):
        return False
    if ends_a_sentence(bare) or bare.endswith((":", ";", "：", "；")):
        return False
    return not _LOWER_START.match(bare) and any(character.isalpha() for character in bare)


def names_an_office(text: str) -> bool:
    """Whether somebody's office stands in it: "Executive Director"."""
    return bool(_OFFICE.search(text) or _OFFICE_AT_END.search(text))


def names_an_organisation(text: str) -> bool:
    """Whether a word of it belongs to organisations: "Network"."""
    return bool(_ORGANISATION.search(text))


def counts_signatories(text: str) -> bool:
    """Whether a word in it is what letters call those who sign: "associations", "团体"."""
    return bool(_SIGNATORIES.search(text))


def looks_like_address(text: str) -> bool:
    """Whether it could be a line of a postal address, or a person addressed with a title."""
    return bool(_STREET.search(text) or HONORIFIC.match(text) or _TO_OFFICE.match(text))


def looks_like_person(text: str) -> bool:
    """Whether it could be a person's name: two to five capitalised words, none of them an organisation's."""
    bare = text
    while match := HONORIFIC.match(bare):
        bare = bare[match.end() :]
    bare = re.sub(r"^\(ret\.?\)\s*|^Emerit[uais]+\s+", "", bare)
    return bool(_PERSON.match(bare)) and not names_an_organisation(bare)


@lru_cache(maxsize=1 << 13)
def is_country(text: str) -> bool:
    """Whether it is nothing but the name of a country."""
    bare = _STATE.sub("", text.strip())
    code = country_names().code(bare)
    return (len(code) == 2 and code.isupper()) or bare.casefold() in _MORE_LANDS
