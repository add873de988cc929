"""The words of sign-on forms: headings that forms write themselves, and topics of questions people write."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop_app.domain.plain_text import letters
from desktop_app.files.sheet_words import Column


class Use(StrEnum):
    """What a column of a form is used for: a column of the list, or something only forms have.

    The values are what ``--map`` understands.
    """

    NAME = Column.NAME.value
    ACRONYM = Column.ACRONYM.value
    COUNTRY = Column.COUNTRY.value
    KIND = Column.KIND.value
    TITLE = Column.TITLE.value
    GROUP = Column.GROUP.value
    MEMBER_OF = Column.MEMBER_OF.value
    CONTACT = Column.CONTACT.value
    """Somebody to write to. Private, and never the name of who signs."""
    PERSON = "Full name"
    """Whoever filled in the form: the signatory where a person signs, else its contact."""
    FIRST_NAME = "First name"
    LAST_NAME = "Last name"
    EMAIL = Column.EMAIL.value
    SIGNED_ON = Column.SIGNED_ON.value
    NOTES = Column.NOTES.value
    COUNTS = Column.COUNTS.value
    TEXT_VERSION = Column.TEXT_VERSION.value
    CONFIRMED_BY = Column.CONFIRMED_BY.value
    SOURCE = Column.SOURCE.value
    ANSWER = "answer"
    """What tells one answer from another in every export."""
    CONSENT = "consent"
    """Yes publishes the name."""
    ANONYMITY = "anonymity"
    """Yes hides the name."""
    SHARING = "sharing"
    """Yes shows the name to somebody who is not the public, and publishes nothing. No is a no."""
    LISTED = Column.LISTED.value
    """How a list says it appears. "Named" was said of another letter perhaps, and is no consent by itself."""
    LISTED_AS = Column.LISTED_AS.value
    ALSO_KNOWN_AS = Column.ALSO_KNOWN_AS.value
    IGNORE = "ignore"
    UNSURE = "?"
    """About consent, and perhaps not to publishing a name."""


GENERIC_NAMES = frozenset(
    map(letters, ("name", "nom", "nombre", "nome", "naam", "имя", "الاسم", "姓名", "名前"))
)
"""Headings that ask for a name and do not say whose."""

STARTED = frozenset(
    map(
        letters,
        "start time | heure de début | hora de inicio | startzeit | hora de início | ora di inizio"
        " | begintijd | starttid | время начала | godzina rozpoczęcia | ora de începere | başlangıç saati"
        " | 开始时间 | 開始時刻 | 시작 시간 | وقت البدء".split("|"),
    )
)
"""Microsoft Forms' column of when somebody began. Its "Name" and "Email" are of who was logged in."""

SERIAL = letters("ID")


def _words(line: str) -> tuple[str, ...]:
    return tuple(letters(word) for word in line.split("|"))


EXACT: Mapping[Use, Sequence[str]] = {
    # The earlier ones say it better where a form has several.
    Use.SIGNED_ON: _words(
        """_submission_time | submission time | completion time | heure de fin | hora de finalización
        | fertigstellungszeit | hora de conclusão | ora di completamento | voltooiingstijd
        | slutförandetid | время выполнения | godzina ukończenia | ora de finalizare | tamamlanma saati
        | 完成时间 | 完了時刻 | 완료 시간 | وقت الإكمال | timestamp | horodateur | marca temporal
        | zeitstempel | carimbo de data/hora | informazioni cronologiche | tijdstempel | tidsstämpel
        | tidsstempel | aikaleima | sygnatura czasowa | časová značka | отметка времени | позначка часу
        | zaman damgası | طابع زمني | تاریخ و زمان | חותמת זמן | টাইমস্ট্যাম্প | ประทับเวลา
        | dấu thời gian | stempel waktu | cap waktu | 时间戳记 | 時間戳記 | タイムスタンプ | 타임스탬프
        | created at | submitted at | submission date | confirm_time | optin_time | date signed
        | signed on | date | fecha | datum | end"""
    ),
    Use.ANSWER: _words(
        """_uuid | meta/instanceid | response id | submission id | answer id | euid | leid | _id"""
    ),
    Use.EMAIL: _words("email | e-mail | email address | adresse e-mail | correo electrónico | courriel"),
    Use.FIRST_NAME: _words(
        """first name | first_name | given name | prénom | nombre de pila | vorname | nome próprio
        | fname | voornaam | имя и отчество"""
    ),
    Use.LAST_NAME: _words(
        """last name | last_name | surname | family name | nom de famille | apellido | apellidos
        | nachname | lname"""
    ),
    Use.NAME: _words(
        """organisation | organization | organisation name | organization name | org name | org
        | company | signatory | organisme | signataire | organización | entidad | firmante | organização
        | organizzazione | organisatie | organizacja | организация | організація | المنظمة | المؤسسة
        | 组织 | 組織 | 机构 | 団体名 | 단체명 | tổ chức | organisasi | kuruluş | shirika"""
    ),
    Use.MEMBER_OF: _words("member of | umbrella | membre de | miembro de"),
    Use.GROUP: _words("group | category | groupe | catégorie | grupo | categoría"),
    Use.KIND: _words("kind | type | signing as | signatory type | type of signatory"),
    Use.COUNTRY: _words("land | country | state or territory"),
    Use.IGNORE: _words("_notes | _status | _tags | _index | start | tags | member_rating"),
    Use.NOTES: _words("notes | note | comments"),
}

ORGANISATION_NAMES = frozenset(EXACT[Use.NAME]) - set(_words("signatory | signataire | firmante"))
"""Headings that ask for the name of an organisation, and not of whoever signs."""

_PUBLISH = """publish | publicly | made public | make public | public list | publi | pubblic
    | veröffentlich | öffentlich | openbaar | offentlig | opublik | публик | публичн | публічн | опублик
    | оприлюдн
    | disclos | divulg | yayım | yayın | công khai | dipublikasi | kuchapish | نشر | منتشر | 公开 | 公開
    | 公布 | 공개 | เปิดเผย | ဖော်ပြ | प्रकाशित | প্রকাশ"""
_SHOW = """list | listed | display | appear | shown | show | named | mention | print | use | share
    | included | apparaître | affich | figur | cité | partag | utilis | listad | aparec | mostrar
    | mencion | compart | nennen | genannt | aufgeführt | angezeigt | teilen"""
_ASK = """may | can | could | do you | would you | are you | consent | agree | permission | authori
    | allow | happy | pouvons | peut | peuvent | souhaitez | autoris | accept | acceptez | voulez
    | podemos | puede | desea | quiere | autoriz | acepta | dürfen | darf | möchten | einverstanden
    | zustimm | podem | posso | possiamo"""
_CONSENT = """consent | agree | accept | authori | permission | approve | autoris | d'accord | acuerdo
    | autoriz | acept | consentimiento | consentement | einverstand | zustimm | einwillig | concord
    | acconsent | toestemming | akkoord | samtyck | samtykke | suostu | zgod | souhlas | súhlas | соглас
    | згод | hozzájárul | onay | kabul | موافق | رضایت | 同意 | 동의 | ยินยอม | đồng ý | သဘောတူ | setuju
    | sang-ayon | kubali | सहमत | সম্মত"""
_HIDE = """anonym | anónim | anonim | confiden | withhold | withheld | hide | hidden | secret | private
    | vertraulich | анонім | анонимн | конфиденц | مجهول | 匿名 | 保密 | 비공개 | 익명 | ẩn danh
    | rahasia | incognito | unnamed | remov | exclud | leave out | left out | opt out | opting out
    | objection | you object | to object | oppos | risk | danger | endanger | withdr | retir | supprim
    | refus | risque | opon | riesgo | elimin | widersprech | gefähr | risiko"""
_OTHER = """newsletter | bulletin | boletín | mailing list | updates | nouvelles | noticias | privacy
    | data protection | gdpr | rgpd | dsgvo | datenschutz | politique de confidentialité | privacidad
    | personal data | données personnelles | données à caractère | datos personales | photo | foto
    | logo | quote | citation | contact you | contact us | cookies | terms | whatsapp | phone | email
    | e-mail | sms | mailing"""
_SORTS = """type | kind | category | sector | legal | status | nature | catégorie | statut | tipo
    | categoría | estatus | art der | rechtsform | тип | вид | نوع | 类型 | 類型"""
_AS_WRITTEN = """as it | as you | exactly as | tel que | telle que | comme | tal como | tal y como
    | como debe | wie | so wie"""
_NAMES = """name | nom | nombre | nome | naam | namn | navn | nimi | nazwa | název | názov | naziv
    | назва | назван | наимен | наименов | имя | όνομα | jina | nama | tên | adı | اسم | نام | שם | 名
    | 이름 | 명칭 | ชื่อ | အမည် | नाम | নাম"""
_CALLED = """name_ | names_ | nom_ | noms_ | nombre_ | nombres_ | nome_ | nomes_ | naam_ | namn_
    | navn_ | nimi_ | namen_ | nazwa_ | nazwy_ | název_ | názvu_ | naziv_ | назва_ | назви_ | назван
    | наимен | имя_ | όνομα_ | jina_ | nama_ | tên_ | adı_ | اسم | نام | שם | 名 | 이름 | 명칭
    | ชื่อ | အမည် | नाम | নাম"""
_ORGANISATIONS = """organi | ngo | ong | association | asociac | associac | group | groupe | grupo
    | network | réseau | coalition | entidad | verein | institution | union | организ | організ
    | οργάνωσ | kuruluş | örgüt | shirika | lembaga | tổ chức | منظم | مؤسس | سازمان | ארגון | 组织
    | 組織 | 机构 | 機構 | 団体 | 단체 | 조직 | องค์กร | အဖွဲ့အစည်း | संस्था | संगठन | সংগঠন | সংস্থা"""
_CONTACTS = """contact | contacto | kontakt | ansprech | representative | représentant | representante
    | liaison | responsable | focal point | контакт | مسؤول | 联系人 | 連絡 | ผู้ติดต่อ"""
_PERSONS = """your name | your full name | full name | votre nom | nom complet | nom et prénom
    | prénom et nom | su nombre | tu nombre | nombre completo | nombre y apellido | ihr name | dein name
    | vor und nachname | seu nome | nome completo | il tuo nome | uw naam | ваше имя | фио
    | nama lengkap | họ và tên | الاسم الكامل | 您的姓名 | お名前 | 성명"""
_EMAILS = """e mail | email | courriel | correo | adresse électronique | почт | بريد | ایمیل | 邮箱
    | 電子郵件 | メール | 이메일 | อีเมล | အီးမေးလ် | ईमेल | ইমেইল"""
_COUNTRIES = """country | pays | país | paese | kraj | país ou território | стран | країн | χώρα
    | ülke | quốc gia | negara | nchi | بلد | البلد | دولة | کشور | 国家 | 國家 | 国 | 국가 | ประเทศ
    | နိုင်ငံ | देश | দেশ"""
_ROLES = """position | role | job title | your title | fonction | poste | cargo | función | funktion
    | funzione | functie | должност | посад | المنصب | jabatan | chức vụ | 职务 | 職務 | 役職 | 직책"""
_NOTES = """comment | remark | message | anything else | remarque | observac | comentario | anmerkung
    | kommentar | комментар | ملاحظات | catatan | 备注 | 備考"""
_ACRONYMS = """acronym | abbreviation | abréviation | acronyme | sigle | acrónimo | sigla | siglas
    | abkürzung | аббревиатур | الاسم المختصر | 缩写"""

TOPICS: Mapping[str, Sequence[str]] = {
    name: tuple(word.strip() for word in words.split("|"))
    for name, words in {
        "publish": _PUBLISH,
        "show": _SHOW,
        "ask": _ASK,
        "consent": _CONSENT,
        "hide": _HIDE,
        "other": _OTHER,
        "sort": _SORTS,
        "as": _AS_WRITTEN,
        "name": _NAMES,
        "called": _CALLED,
        "organisation": _ORGANISATIONS,
        "contact": _CONTACTS,
        "person": _PERSONS,
        "email": _EMAILS,
        "country": _COUNTRIES,
        "role": _ROLES,
        "notes": _NOTES,
        "acronym": _ACRONYMS,
    }.items()
}
"""Beginnings of words, by what a question that has them speaks of; "_" is where a word ends."""

NAMING = """name names nom nombre nome naam namn navn nimi nazwa naziv nama namen
    organisation organisations organization organizations organisasi organización organizacion organização
    organizzazione organisatie organizacja organisme ngo ong entidad firmante signatory signataire
    организация организации організация організації название назва наименование имя shirika jina kuruluş
    lembaga""".split()
"""Words of which one stands in a short heading of a column of names."""

BESIDE_A_NAME = """the of a your our or and full official legal short english group network coalition
    union association institution us s in le la de du des l d votre notre et ou el los
    del su tu nuestra y o da do das dos sua della di ihrer ihre der die des und oder van
    uw de groupe grupo réseau red asociación association вашей нашей полное в и или anda
    yako lako completo complet officiel oficial""".split()
"""Words that may stand beside it."""
