"""The words in which people who fill in a form say yes and no, in the languages they write.

A word that says yes in one language and no or nothing in another is no clear yes and is left out: "tak"
(Polish yes, Malay not, Danish thanks), "jo" (Swedish yes, Albanian no), "nai" (Greek yes, Hindi no). So is
what declines politely, as "結構です" does. Spelling counts, accents included, but for those people leave out.
"""

BARE_YES = {
    "signs": "☑ | ✓ | ✔ | ✅ | true | y",
    "en": """yes | yes please | yes thanks | yes thank you | yes of course | yes definitely
        | yes absolutely | yes i do | yes we do | yes i agree | yes we agree | yes agreed
        | yes i consent | yes we consent | i agree | we agree | agreed | i consent | we consent""",
    "fr": """oui | oui merci | oui bien sûr | oui tout à fait | oui absolument | oui volontiers
        | oui avec plaisir | oui d'accord | oui j'accepte | oui nous acceptons | j'accepte
        | nous acceptons | je consens | nous consentons | vrai""",
    "es": """sí | si | sí gracias | si gracias | sí por favor | si por favor | sí claro | si claro
        | sí por supuesto | si por supuesto | sí acepto | si acepto | sí aceptamos | acepto | aceptamos
        | sí estoy de acuerdo | sí estamos de acuerdo | estoy de acuerdo | estamos de acuerdo
        | verdadero""",
    "pt": """sim | sim por favor | sim claro | sim com certeza | sim obrigado | sim obrigada
        | sim aceito | sim concordo | sim concordamos | concordo | concordamos | verdadeiro""",
    "it": """sì | sì grazie | si grazie | sì certo | sì volentieri | sì certamente | sì accetto
        | accetto | accettiamo | acconsento | acconsentiamo""",
    "de": """ja | ja gerne | ja gern | ja bitte | ja natürlich | ja selbstverständlich | ja klar
        | ja ich stimme zu | ja wir stimmen zu | ich stimme zu | wir stimmen zu | einverstanden
        | ja einverstanden | ich bin einverstanden | wir sind einverstanden | wahr""",
    "nl": "ja graag | ja hoor | ja natuurlijk | akkoord | ja akkoord | ik ga akkoord | wij gaan akkoord",
    "af": "ja asseblief | ja dankie | ek stem saam",
    "sv": "ja tack | ja gärna | ja absolut | jag samtycker | vi samtycker | ja vi samtycker",
    "nb": "ja takk | ja gjerne | jeg samtykker | vi samtykker | ja vi samtykker",
    "da": "ja tak | ja meget gerne | jeg giver samtykke | vi giver samtykke",
    "is": "já | já takk",
    "fi": "kyllä | kyllä kiitos | kyllä suostun | suostun | suostumme",
    "et": "jah | jah palun | jah nõustun | nõustun | nõustume",
    "lv": "jā | jā lūdzu | jā piekrītu | piekrītu | piekrītam",
    "lt": "taip | taip sutinku | sutinku | sutinkame",
    "pl": "tak zgadzam się | tak zgadzamy się | tak wyrażam zgodę | wyrażam zgodę | wyrażamy zgodę",
    "cs": "ano | ano prosím | ano souhlasím | ano souhlasíme | souhlasím | souhlasíme",
    "sk": "áno | áno prosím | áno súhlasím | súhlasím | súhlasíme",
    "sl": "da seveda | da strinjam se | strinjam se | strinjamo se",
    "hr": "da slažem se | slažem se | slažemo se | da pristajem | pristajem",
    "sr": "да слажем се | слажем се | слажемо се",
    "mk": "да се согласувам | се согласувам | се согласуваме",
    "bg": "да съгласен съм | да съгласна съм | съгласен съм | съгласна съм | съгласни сме",
    "ro": "da | da vă rog | da sunt de acord | da suntem de acord | sunt de acord | suntem de acord",
    "hu": "igen | igen kérem | igen hozzájárulok | hozzájárulok | hozzájárulunk | egyetértek",
    "el": "ναι | ναι παρακαλώ | ναι συμφωνώ | συμφωνώ | συμφωνούμε | συναινώ",
    "sq": "po | po faleminderit | po pajtohem | pajtohem | jam dakord",
    "ru": """да | да конечно | да пожалуйста | да согласен | да согласна | да согласны | согласен
        | согласна | согласны | даю согласие | даём согласие""",
    "uk": "так | так будь ласка | так згоден | так згодна | так згодні | згоден | згодна | згодні",
    "be": "так згодны | так згодная | так калі ласка",
    "tr": "evet | evet lütfen | evet kabul ediyorum | kabul ediyorum | kabul ediyoruz | evet onaylıyorum",
    "az": "bəli | bəli razıyam | razıyam | razıyıq",
    "kk": "иә | иә келісемін | келісемін | келісеміз",
    "ky": "ооба | ооба макулмун | макулмун",
    "uz": "ha roziman | roziman | rozimiz",
    "mn": "тийм | тийм зөвшөөрч байна | зөвшөөрч байна",
    "ka": "დიახ | კი | დიახ თანახმა ვარ | თანახმა ვარ | თანახმა ვართ",
    "hy": "այո | այո համաձայն եմ | համաձայն եմ | համաձայն ենք",
    "ar": "نعم | نعم من فضلك | نعم أوافق | نعم نوافق | أوافق | نوافق | موافق | موافقة | نعم بالتأكيد",
    "fa": "بله | بلی | بله موافقم | بله موافقیم | موافقم | موافقیم",
    "ps": "هو | هو موافق یم",
    "ur": "جی ہاں | ہاں | جی ہاں میں متفق ہوں | میں متفق ہوں | ہم متفق ہیں",
    "ku": "erê | belê | بەڵێ",
    "he": "כן | כן בבקשה | כן אני מסכים | כן אני מסכימה | כן אנחנו מסכימים | אני מסכימה | אנחנו מסכימים",
    "hi": "हाँ | हां | जी हाँ | जी हां | हाँ मैं सहमत हूँ | मैं सहमत हूँ | हम सहमत हैं",
    "mr": "होय | होय मी सहमत आहे",
    "bn": "হ্যাঁ | হ্যা | জি হ্যাঁ | হ্যাঁ আমি সম্মত | আমি সম্মত | আমরা সম্মত | আমি একমত",
    "ne": "हो | हजुर | हो म सहमत छु | म सहमत छु | हामी सहमत छौं",
    "ta": "ஆம் | ஆமாம் | ஆம் ஒப்புக்கொள்கிறேன்",
    "te": "అవును",
    "si": "ඔව් | ඔව් මම එකඟ වෙමි",
    "th": "ใช่ | ใช่ค่ะ | ใช่ครับ | ยินยอม | ยินยอมค่ะ | ยินยอมครับ | ตกลง | อนุญาต",
    "lo": "ແມ່ນ | ຕົກລົງ | ເຫັນດີ",
    "km": "បាទ | ចាស | ចា៎ | បាទ យល់ព្រម | ចាស យល់ព្រម | យល់ព្រម",
    "my": """ဟုတ်ကဲ့ | ဟုတ်ပါတယ် | ဟုတ်ပါသည် | ဟုတ်တယ် | သဘောတူပါတယ် | သဘောတူပါသည် | သဘောတူတယ်
        | သဘောတူသည် | ဟုတ်ကဲ့ သဘောတူပါတယ် | ဟုတ်ကဲ့ သဘောတူပါသည်""",
    "vi": """có | vâng | đồng ý | có đồng ý | có tôi đồng ý | vâng tôi đồng ý | tôi đồng ý
        | chúng tôi đồng ý""",
    "id": "ya | iya | ya silakan | ya saya setuju | ya kami setuju | setuju | saya setuju | kami setuju",
    "ms": "ya boleh | ya saya bersetuju | ya kami bersetuju | saya bersetuju | kami bersetuju",
    "tl": "oo | opo | oo sumasang-ayon ako | sumasang-ayon ako | sumasang-ayon kami | pumapayag kami",
    "zh": """是 | 是的 | 同意 | 我同意 | 我们同意 | 我們同意 | 是 同意 | 是 我同意 | 是的 我同意
        | 是的 我们同意""",
    "ja": "はい | はい 同意します | 同意します | はい 同意する | 同意する",
    "ko": "네 | 예 | 네 동의합니다 | 예 동의합니다 | 동의합니다 | 네 동의해요",
    "sw": "ndiyo | ndio | ndiyo tafadhali | ndiyo ninakubali | ninakubali | nakubali | tunakubali",
    "am": "አዎ | አዎ እስማማለሁ | እስማማለሁ | እንስማማለን",
    "ti": "እወ",
    "so": "haa | haa waan ogolahay | waan ogolahay",
    "yo": "bẹẹni | bẹ́ẹ̀ni",
    "zu": "yebo | yebo ngiyavuma | ngiyavuma",
    "mg": "eny | eny manaiky aho",
    "ca": "sí gràcies | sí és clar | hi estic d'acord | hi estem d'acord",
    "eu": "bai | bai ados | ados nago",
}
"""Whole answers that say yes to whatever was asked."""

PLAIN_YES = {
    "en": "publish | published | named | public | publicly | publicly named | named publicly",
    "fr": "publier | publié | publiée | nommé | nommée | publiquement | public",
    "es": "publicar | publicado | publicada | nombrado | nombrada | públicamente | público",
    "pt": "publicar | publicamente | sim podem publicar | sim pode publicar o nosso nome",
    "it": "pubblicare | pubblicamente | sì potete pubblicare il nostro nome",
    "de": "veröffentlichen | öffentlich | namentlich | ja öffentlich",
    "nl": "ja openbaar | ja u mag onze naam publiceren | ja jullie mogen onze naam publiceren",
    "ru": "публично | да публикуйте | да можно опубликовать название нашей организации",
    "uk": "так можна опублікувати назву нашої організації",
    "ar": "نعم يمكنكم نشر اسمنا | نعم يمكنكم نشر اسم منظمتنا | أوافق على نشر اسم منظمتنا",
    "fa": "بله می‌توانید نام ما را منتشر کنید",
    "tr": "evet adımızı yayımlayabilirsiniz | evet adımız yayımlanabilir",
    "zh": "公开 | 公開 | 可以公开 | 可以公開 | 是 可以公开 | 是的 可以公开 | 同意公开 | 同意公開",
    "ja": "公開する | はい 公開してください | はい 公開できます",
    "ko": "공개 | 네 공개해도 됩니다",
    "my": "ဟုတ်ကဲ့ အမည်ဖော်ပြနိုင်ပါတယ် | အမည်ဖော်ပြနိုင်ပါသည်",
    "th": "เปิดเผยชื่อได้ | ยินยอมให้เปิดเผยชื่อ",
    "id": "ya boleh dipublikasikan | ya silakan publikasikan nama kami",
    "vi": "công khai | có có thể công khai tên",
    "sw": "ndiyo mnaweza kuchapisha jina letu",
}
"""Whole answers that say by themselves that the name may be published."""

_TAIL_EN = (
    r"(?: publicly| in public| openly| online| on (?:the|your) web ?site| as a signatory| as signatories"
    r"| (?:in|on|with|under) the (?:letter|statement|list|list of signatories|public list)){0,2}"
)
_ORG_EN = (
    r"(?:us|me|(?:(?:our|my|the|this) (?:(?:organi[sz]ation|group|network|coalition|association|union)"
    r"(?:'s)?(?: name)?|name|name of (?:our|my|the|this) (?:organi[sz]ation|group|network|coalition))))"
)
_DO_EN = r"(?:publish|list|name|print|display|show|disclose|use|publicly list|publicly name)"
_DONE_EN = r"(?:published|listed|named|printed|displayed|shown|disclosed|made public|publicly listed)"
_WE_EN = (
    r"(?:i|we|our (?:organi[sz]ation|group|network)) (?:agrees?|consents?|would like|wants?|wish(?:es)?"
    r"|am happy|are happy)"
)
_WE_FR = r"(?:j'accepte|j'autorise|nous acceptons|nous autorisons|je consens|nous consentons)"
_WE_ES = r"(?:autorizo|autorizamos|acepto|aceptamos)"
_BE_FR = (
    r"(?:publiée?s?|mentionnée?s?|citée?s?|nommée?s?|listée?s?|affichée?s?|rendue?s? publi(?:c|que)s?"
    r"|divulguée?s?)(?: publiquement)?"
)
_NAME_FR = (
    r"(?:(?:notre|mon|le) nom(?: de (?:notre|mon|l') ?(?:organisation|association|réseau|groupe))?"
    r"|(?:notre|mon) (?:organisation|association|réseau|groupe))"
)
_DONE_ES = (
    r"(?:publicad[oa]s?|mencionad[oa]s?|nombrad[oa]s?|listad[oa]s?|difundid[oa]s?)"
    r"(?: públicamente)?"
)
_NAME_ES = r"(?:(?:nuestro|mi|el) nombre(?: de (?:nuestra|mi|la) organización)?|(?:nuestra|mi) organización)"
_NAME_DE = (
    r"(?:(?:unser(?:en)?|mein(?:en)?|der|den) namen?(?: (?:unserer|meiner|der) organisation)?"
    r"|unsere organisation|uns)"
)

SENTENCES = (
    rf"(?:yes )?(?:please )?(?:you (?:may|can|are welcome to) )?{_DO_EN} {_ORG_EN}{_TAIL_EN}",
    rf"(?:yes )?{_ORG_EN} (?:may|can) be {_DONE_EN}{_TAIL_EN}",
    rf"(?:yes )?{_WE_EN} (?:to be|to being|to have {_ORG_EN}) {_DONE_EN}{_TAIL_EN}",
    rf"(?:yes )?{_WE_EN} that {_ORG_EN} (?:is|may be|can be|will be) {_DONE_EN}{_TAIL_EN}",
    rf"(?:yes )?{_WE_EN} (?:for {_ORG_EN} to be|to {_ORG_EN} being) {_DONE_EN}{_TAIL_EN}",
    rf"(?:yes )?(?:i|we) give(?: my| our| you)? (?:permission|consent) to {_DO_EN} {_ORG_EN}{_TAIL_EN}",
    rf"(?:yes )?(?:i|we) (?:agree|consent) to the publication of {_ORG_EN}{_TAIL_EN}",
    rf"(?:oui )?vous pouvez (?:publier|mentionner|citer|afficher) {_NAME_FR}",
    rf"(?:oui )?{_WE_FR} (?:à )?la publication de {_NAME_FR}",
    rf"(?:oui )?{_WE_FR} (?:à ce )?que {_NAME_FR} (?:soit|puisse être|peut être) {_BE_FR}",
    rf"(?:oui )?{_NAME_FR} peut être {_BE_FR}",
    rf"(?:oui )?(?:je souhaite|nous souhaitons|j'accepte d'|nous acceptons d') ?être {_BE_FR}",
    rf"(?:s[ií] )?(?:pueden|puede|podéis) (?:publicar|mencionar|nombrar) {_NAME_ES}",
    rf"(?:s[ií] )?{_NAME_ES} puede ser {_DONE_ES}",
    rf"(?:s[ií] )?{_WE_ES} (?:la publicación de|que se publique|publicar) {_NAME_ES}",
    rf"(?:s[ií] )?(?:quiero|queremos|deseo|deseamos|acepto|aceptamos) ser {_DONE_ES}",
    rf"(?:ja )?(?:sie dürfen|ihr dürft) {_NAME_DE} (?:öffentlich )?(?:veröffentlichen|nennen)",
    rf"(?:ja )?{_NAME_DE} darf (?:öffentlich )?(?:veröffentlicht|genannt) werden",
    r"(?:ja )?(?:ich stimme|wir stimmen) der veröffentlichung (?:unseres|meines|des) namens zu",
)
"""Option sentences that say the whole of it, as patterns. Not one word may stand beside what they foresee:
"only", "but" or "later" would turn them round."""

NO_WORDS = """no | nope | non | not | never | don't | dont | cannot | can't | without | n | false | faux
    | falso | nunca | jamás | tampoco | não | nao | nein | nicht | kein | keine | nee | niet | geen
    | nej | nei | inte | ikke | ei | nē | ne | nie | nu | nem | όχι | οχι | δεν | μη | jo | нет | не
    | ні | жоқ | жок | hayır | hayir | yok | xeyr | yo'q | үгүй | არა | ոչ | لا | لن | نه | خیر | نخیر
    | نہیں | נו | לא | नहीं | नही | होइन | नाही | না | இல்லை | లేదు | නැහැ | නැත | ទេ | không
    | tidak | jangan | bukan | hindi | hapana | siyo | አይ | አይደለም | አልስማማም | ኣይፋል | maya | a'a | rara
    | bẹẹkọ | cha | tsia | pas | nai | nahi | aucun | ninguno | nê | نەخێر | 0 | ✗ | ✘ | ❌ | ☐ | 否
    | 아니요 | 아니오 | 아뇨"""
"""Words that take a yes away wherever they stand."""

NO_PARTS = """en suostu | anonym | anónim | anônim | anonim | ανώνυμ | анонім | аноним | ανωνυμ | ანონიმ
    | անանուն | confiden | vertraulich | конфиденц | конфіденц | gizli | مجهول | سري | סודי | אנונימי
    | गुमनाम | বেনামী | अनाम | anoniem | rahasia | ẩn danh | siri | 匿名 | 保密 | 不公开 | 不公開
    | 非公開 | 不同意 | 不要 | 不可 | 不是 | いいえ | しません | 結構です | ません | 익명 | 비공개
    | 않습니다 | 않음 | 않아 | ไม่ | ບໍ່ | មិន | မဟုတ် | သဘောမတူ | မတူ | မဖော်ပြ | အမည်မဖော် | withh
    | undisclosed | unlisted | unnamed | hidden | secret | private | privat | 不"""
"""Pieces of words that take a yes away: secrecy, and the negations of scripts that part no words."""

NO_OBJECTION = """no problem | no problem at all | no objection | no objections | no worries | no issue
    | not a problem | why not | pas de problème | pas d'objection | aucun problème | aucune objection
    | pourquoi pas | sin problema | ningún problema | ningun problema | no hay problema | sin objeción
    | sem problema | sem problemas | nessun problema | kein problem | keine einwände | не против
    | без проблем | нет проблем | нет возражений | не проти | nie mam nic przeciwko | geen probleem
    | geen bezwaar | inga problem | لا مانع | لا مشكلة | مانعی ندارد | tidak masalah | tidak keberatan
    | không sao | walang problema | hakuna shida | sorun yok | nema problema | 没问题 | 沒問題
    | 问题ありません | 問題ありません | 不反对 | 不反對 | ไม่มีปัญหา | ไม่ขัดข้อง | 문제없습니다"""
"""What does not object. It is no clear yes, and it is no no."""

WITHDRAWN_PARTS = """withdraw | withdrew | retract | retirons | retirer | retire notre | retiramos
    | retirar | retiro | retirem | zurückzieh | ziehen zurück | отзыв | отозв | відклик | سحب | نسحب
    | 撤回 | 撤销"""
"""What takes back the signature itself, not only the name."""
