"""The questions about printing a name that forms ask, as patterns of whole questions, language by language.

They are written without accents, as questions are compared. Not one word may stand beside what they foresee:
"not", "only" or "before" would turn a question round. To be added to a letter, or listed as a signatory, is
to sign it: a verb that need not mean the public ("include", "use", "mention") asks for it only with a place
that is public, and "list" needs one where no name is spoken of. A network or a coalition is somebody else
than its member who answers: a question about its name is none about the member's.
"""

_ORG_EN = r"(?:organi[sz]ation|group|association|union|ngo|institution)"
_WHOSE_EN = r"(?:your|our|my|the|this)"
_NAME_EN = rf"(?:full |official )?name(?: of (?:{_WHOSE_EN} )?{_ORG_EN})?"
_OF_EN = rf"(?:(?:{_WHOSE_EN} )?(?:{_NAME_EN}|{_ORG_EN}(?:'s)? name)(?: (?:and )?(?:{_WHOSE_EN} )?logo)?)"
_OBJ_EN = rf"(?:{_OF_EN}|{_WHOSE_EN} {_ORG_EN}|us|you|me)"
_PLACE_EN = (
    r"(?:publicly|in public|openly|online|as a signatory|as signatories"
    r"|(?:in|on|under|with|below|at the end of|as a signatory (?:to|of)|as signatories (?:to|of))"
    r" (?:the |our |this |a )?(?:public |open |final |published |joint |campaign )*"
    r"(?:letter|statement|appeal|petition|declaration|list|list of signatories|signatory list"
    r"|website|web site"
    r"|web page|webpage|web|internet)(?: of signatories)?)"
)
_PUBLIC_EN = (
    r"(?:publicly|in public|openly|online"
    r"|on (?:the |our |this |a )?(?:public |open )*(?:website|web site|web page|webpage|web|internet)"
    r"|(?:in|on) (?:the |our |this |a )?public (?:list|list of signatories|signatory list))"
)
_WHERE_EN = rf"(?: (?:and )?{_PLACE_EN}){{0,3}}"
_THERE_EN = rf"(?: (?:and )?{_PLACE_EN}){{1,3}}"
_OPENLY_EN = rf"(?: (?:and )?{_PLACE_EN}){{0,2}} (?:and )?{_PUBLIC_EN}{_WHERE_EN}"
_WEAK_EN = r"(?:list|use|include|mention|add|share|feature)"
_DO_EN = (
    rf"(?:(?:publicly )?(?:publish|name|print|display|show|disclose) {_OBJ_EN}{_WHERE_EN}"
    rf"|list {_OF_EN}{_WHERE_EN}|list {_WHOSE_EN} {_ORG_EN}"
    rf"|publicly {_WEAK_EN} {_OBJ_EN}{_WHERE_EN}|{_WEAK_EN} {_OBJ_EN}{_OPENLY_EN}|make {_OBJ_EN} public)"
)
_DONE_EN = (
    rf"(?:(?:publicly )?(?:published|named|printed|displayed|shown|disclosed){_WHERE_EN}|made public"
    r"|publicly (?:listed|used|included|mentioned|shared)"
    rf"{_WHERE_EN}|(?:listed|used|included|mentioned|added|shared){_OPENLY_EN})"
)


def _shown_en(be: str) -> str:
    """A name, or an organisation, and what is done with it."""
    return rf"(?:{_OBJ_EN} {be} {_DONE_EN}|{_OF_EN} {be} listed{_WHERE_EN})"


_AGREE_EN = (
    r"(?:(?:do|would|will) you (?:agree|consent|accept|wish|want|like|authori[sz]e us|allow us|permit us"
    r"|give (?:us )?(?:your )?(?:permission|consent))|are you (?:happy|ok|okay|willing)"
    r"|(?:i|we|i we) (?:hereby )?(?:agree|consent|accept|wish|want|would like"
    r"|give (?:my |our )?(?:permission|consent)))"
)
_ING_EN = (
    rf"(?:(?:publishing|publicly listing|publicly naming|printing|displaying|showing) {_OBJ_EN}{_WHERE_EN}"
    rf"|listing {_OF_EN}{_WHERE_EN}|listing {_WHOSE_EN} {_ORG_EN}|listing {_OBJ_EN}{_OPENLY_EN})"
)

_ORG_FR = r"(?:organisation|association|groupe|structure|ong|collectif|syndicat|institution)"
_WHOSE_FR = rf"(?: (?:de votre |de notre |de mon |de la |de l'){_ORG_FR})?"
_LOGO_FR = r"(?: et (?:le |votre |notre )?logo)?"
_NAME_FR = rf"(?:(?:le |votre |notre |mon )?nom{_LOGO_FR}{_WHOSE_FR})"
_OBJ_FR = rf"(?:{_NAME_FR}|(?:votre |notre |mon |l'|la |le ){_ORG_FR})"
_OF_FR = rf"(?:(?:du|de votre|de notre|de mon) nom{_LOGO_FR}{_WHOSE_FR})"
_PLACE_FR = (
    r"(?:publiquement|en ligne|comme signataire|sur internet"
    r"|(?:dans|sur|sous|au bas de|en bas de|a la fin de) (?:la |le |l'|cette |notre )"
    r"(?:lettre|lettre ouverte|declaration|appel|petition|site|site web|site internet"
    r"|liste(?: publique)?(?: des signataires)?))"
)
_PUBLIC_FR = (
    r"(?:publiquement|en ligne|sur internet|sur (?:le |notre |ce )?(?:site|site web|site internet)"
    r"|sur (?:la |cette |notre )?liste publique(?: des signataires)?)"
)
_WHERE_FR = rf"(?: (?:et )?{_PLACE_FR}){{0,3}}"
_THERE_FR = rf"(?: (?:et )?{_PLACE_FR}){{1,3}}"
_OPENLY_FR = rf"(?: (?:et )?{_PLACE_FR}){{0,2}} (?:et )?{_PUBLIC_FR}{_WHERE_FR}"
_DO_FR = (
    rf"(?:(?:publier|rendre public) {_OBJ_FR}{_WHERE_FR}|(?:afficher|citer|nommer) {_OBJ_FR}{_THERE_FR}"
    rf"|lister {_NAME_FR}{_THERE_FR}|(?:mentionner|lister|inclure|indiquer|utiliser|faire figurer"
    rf"|faire apparaitre) {_OBJ_FR}{_OPENLY_FR})"
)
_BE_FR = (
    rf"(?:(?:publie|rendu publi(?:c|que)|rendue publique)e?{_WHERE_FR}"
    rf"|(?:affiche|cite|nomme)e?{_THERE_FR}|(?:mentionne|liste|inclus|indique)e?{_OPENLY_FR})"
)
_AGREE_FR = (
    r"(?:(?:acceptez|autorisez|consentez|souhaitez|voulez) vous|etes vous d'accord|j'accepte|nous acceptons"
    r"|j'autorise|nous autorisons|je consens|nous consentons|je souhaite|nous souhaitons)"
)

_ORG_ES = r"(?:organizacion|asociacion|grupo|entidad|ong|institucion|colectivo|sindicato)"
_WHOSE_ES = rf"(?: de (?:su|tu|nuestra|nuestro|mi|la|el|vuestra) {_ORG_ES})?"
_NAME_ES = rf"nombre(?: y (?:el )?logo)?{_WHOSE_ES}"
_THE_NAME_ES = rf"(?:(?:el |su |tu |nuestro |mi |vuestro )?{_NAME_ES})"
_OBJ_ES = rf"(?:{_THE_NAME_ES}|(?:su|tu|nuestra|nuestro|mi|la) {_ORG_ES}|a {_ORG_ES})"
_OF_ES = rf"(?:(?:del|de su|de tu|de nuestro|de mi) {_NAME_ES})"
_PLACE_ES = (
    r"(?:publicamente|en publico|en linea|en internet|como firmante"
    r"|(?:en|bajo|al pie de|al final de) (?:la |el |esta |nuestra |nuestro )"
    r"(?:carta|carta abierta|declaracion|comunicado|peticion|web|pagina web|sitio web"
    r"|lista(?: publica)?(?: de firmantes)?))"
)
_PUBLIC_ES = (
    r"(?:publicamente|en publico|en linea|en internet"
    r"|en (?:la |el |esta |nuestra |nuestro )?(?:web|pagina web|sitio web|lista publica(?: de firmantes)?))"
)
_WHERE_ES = rf"(?: (?:y )?{_PLACE_ES}){{0,3}}"
_THERE_ES = rf"(?: (?:y )?{_PLACE_ES}){{1,3}}"
_OPENLY_ES = rf"(?: (?:y )?{_PLACE_ES}){{0,2}} (?:y )?{_PUBLIC_ES}{_WHERE_ES}"
_DO_ES = (
    rf"(?:(?:publicar|hacer publico) {_OBJ_ES}{_WHERE_ES}"
    rf"|(?:mostrar|nombrar) {_OBJ_ES}{_THERE_ES}|listar {_THE_NAME_ES}{_THERE_ES}"
    rf"|(?:mencionar|incluir|listar|usar|utilizar) {_OBJ_ES}{_OPENLY_ES})"
)
_BE_ES = (
    rf"(?:(?:publicad[oa]|hech[oa] public[oa]){_WHERE_ES}"
    rf"|(?:mostrad[oa]|nombrad[oa]){_THERE_ES}|(?:mencionad[oa]|incluid[oa]|listad[oa]){_OPENLY_ES})"
)
_AGREE_ES = (
    r"(?:(?:acepta|aceptan|autoriza|autorizan|consiente|desea|desean|quiere|quieren|acepto|aceptamos|autorizo"
    r"|autorizamos|consiento|consentimos|deseo|deseamos)|(?:esta|estan|estoy|estamos) de acuerdo)"
)

_ORG_PT = r"(?:organizacao|associacao|grupo|entidade|ong|instituicao)"
_OBJ_PT = (
    rf"(?:o nome(?: e (?:o )?logotipo)?(?: d[ao] (?:sua |seu |vossa |nossa )?{_ORG_PT})?"
    r"|(?:o )?(?:seu|vosso|nosso|meu) nome)"
)
_OF_PT = rf"(?:do nome(?: d[ao] (?:sua |seu |vossa |nossa )?{_ORG_PT})?|do (?:seu|vosso|nosso|meu) nome)"
_WHERE_PT = r"(?: publicamente| online| (?:na carta|na declaracao|no site|na lista(?: de signatarios)?)){0,3}"

_ORG_IT = r"(?:organizzazione|associazione|gruppo|ente|ong)"
_WHOSE_IT = rf"(?: della (?:vostra|sua|nostra|tua)? ?{_ORG_IT}| dell'{_ORG_IT})?"
_OBJ_IT = rf"(?:il (?:(?:vostro|suo|nostro|tuo|mio) )?nome{_WHOSE_IT})"
_OF_IT = rf"(?:del (?:(?:vostro|suo|nostro|tuo|mio) )?nome{_WHOSE_IT})"
_WHERE_IT = r"(?: pubblicamente| online| (?:nella lettera|nella dichiarazione|sul sito|nella lista)){0,3}"

_ORG_DE = r"(?:organisation|gruppe|vereinigung|initiative|einrichtung|stiftung)"
_WHOSE_DE = (
    rf"(?: (?:ihrer|eurer|deiner|unserer|meiner|der) {_ORG_DE}| (?:ihres|eures|unseres|des)"
    r" vereins)?"
)
_NAME_DE = rf"(?:(?:den|ihren|euren|deinen|unseren|meinen) namen{_WHOSE_DE})"
_OF_DE = rf"(?:(?:des|ihres|eures|deines|unseres|meines) namens{_WHOSE_DE})"
_SUBJECT_DE = rf"(?:(?:der|ihr|euer|dein|unser|mein) name{_WHOSE_DE}|(?:ihre|eure|deine|unsere) {_ORG_DE})"
_PLACE_DE = (
    r"(?:offentlich|online|im internet|(?:in|unter|auf) (?:dem|der|diesem|dieser|unserer) "
    r"(?:brief|offenen brief|schreiben|erklarung|liste|webseite|website|unterzeichnerliste)"
    r"|im (?:brief|offenen brief|schreiben))"
)
_WHERE_DE = rf"(?: (?:und )?{_PLACE_DE}){{0,3}}"
_PUBLIC_DE = (
    r"(?:offentlich|online|im internet|auf (?:der|dieser|unserer) (?:webseite|website)"
    r"|(?:in|auf) der offentlichen (?:liste|unterzeichnerliste))"
)
_THERE_DE = rf"(?: (?:und )?{_PLACE_DE}){{1,3}}"
_OPENLY_DE = rf"(?: (?:und )?{_PLACE_DE}){{0,2}} (?:und )?{_PUBLIC_DE}{_WHERE_DE}"
_WEAK_DE = r"(?:auflisten|auffuhren|erwahnen|verwenden)"
_DO_DE = (
    rf"(?:{_NAME_DE}{_WHERE_DE} veroffentlichen|(?:sie|euch|{_NAME_DE}|{_SUBJECT_DE})"
    rf"(?:{_THERE_DE} (?:nennen|anzeigen|zeigen)|{_OPENLY_DE} {_WEAK_DE})|{_NAME_DE}{_THERE_DE} auflisten)"
)
_DONE_DE = (
    rf"(?:{_WHERE_DE} veroffentlicht|{_THERE_DE} (?:genannt|angezeigt)"
    rf"|{_OPENLY_DE} (?:aufgelistet|aufgefuhrt|erwahnt|verwendet))"
)

_ORG_RU = r"(?:организации|объединения|ассоциации|группы|нко)"
_OF_RU = rf"(?:(?:названия|наименования|имени)(?: (?:вашей|нашей|моей) {_ORG_RU})?|(?:вашего|нашего) имени)"
_OBJ_RU = rf"(?:(?:название|наименование|имя) (?:вашей|нашей) {_ORG_RU}|(?:ваше|наше) имя|вашу организацию)"
_WHERE_RU = (
    r"(?: публично| открыто| (?:в|под) (?:открытым |этим |нашим )?(?:письме|письмом|обращении|обращением"
    r"|заявлении|заявлением)| (?:на|в) (?:нашем )?(?:сайте|списке(?: подписавших)?|интернете)){0,3}"
)

PUBLISHES = (
    # English
    rf"(?:please )?(?:may|can|could|shall|should) we {_DO_EN}",
    rf"(?:may|can|could|should|shall) {_shown_en('be')}",
    rf"is it (?:ok|okay|fine) (?:for us to|if we|to) {_DO_EN}",
    rf"(?:consent |permission |agreement )?{_shown_en('(?:may|can) be')}",
    rf"{_AGREE_EN} (?:to|for us to|to us|that we|that we may|that we can|that you may|that you) {_DO_EN}",
    rf"{_AGREE_EN} to (?:us )?{_ING_EN}",
    rf"{_AGREE_EN} (?:to )?(?:the )?publication of {_OF_EN}{_WHERE_EN}",
    rf"{_AGREE_EN} (?:to have|to having) (?:{_OBJ_EN} {_DONE_EN}|{_OF_EN} listed{_WHERE_EN})",
    rf"{_AGREE_EN} (?:for {_shown_en('to be')}|to {_shown_en('being')}|{_shown_en('to be')})",
    rf"{_AGREE_EN} that {_shown_en('(?:is|be|may be|can be|will be)')}",
    (
        rf"{_AGREE_EN} (?:to be|to being|being) (?:published|publicly (?:listed|named|shown){_WHERE_EN}"
        rf"|named{_WHERE_EN}|shown{_THERE_EN}|(?:listed|mentioned|included){_OPENLY_EN})"
    ),
    (
        r"(?:permission|consent|ok|okay|authori[sz]ation|agreement) to"
        rf" (?:(?:publish|name|print) {_OBJ_EN}|list {_OF_EN}){_WHERE_EN}"
    ),
    rf"(?:consent to )?(?:the )?publication of {_OF_EN}{_WHERE_EN}",
    rf"(?:please )?publish(?: {_OBJ_EN}{_WHERE_EN})?",
    (
        rf"(?:please )?(?:(?:list|print) {_OF_EN}{_THERE_EN}|(?:display|show) {_OBJ_EN}{_THERE_EN}"
        rf"|(?:list|name|print|include|mention) {_OBJ_EN}{_OPENLY_EN})"
    ),
    # French
    rf"(?:pouvons nous|peut on|pourrions nous|pouvons nous aussi|nous autorisez vous a) {_DO_FR}",
    rf"{_AGREE_FR} (?:a |avec )?la publication {_OF_FR}{_WHERE_FR}",
    rf"{_AGREE_FR} (?:a ce |pour )?que {_OBJ_FR} (?:soit|puisse etre|peut etre) {_BE_FR}",
    rf"{_AGREE_FR} (?:a ce |pour )?que {_OBJ_FR} (?:figure|apparaisse){_OPENLY_FR}",
    rf"{_AGREE_FR} (?:a |de |d')?{_DO_FR}",
    rf"{_AGREE_FR} (?:a ce )?que nous publiions {_OBJ_FR}{_WHERE_FR}",
    rf"{_AGREE_FR} (?:d')?etre {_BE_FR}",
    rf"{_OBJ_FR} peut (?:il |elle )?etre {_BE_FR}",
    rf"publier(?: {_OBJ_FR}{_WHERE_FR})?|publication {_OF_FR}{_WHERE_FR}",
    # Spanish
    rf"(?:podemos|se puede|podriamos|nos autoriza a|nos permite) {_DO_ES}",
    rf"{_AGREE_ES} (?:con |en |a )?la publicacion {_OF_ES}{_WHERE_ES}",
    rf"{_AGREE_ES} (?:con |en |a )?que (?:se publique|publiquemos|hagamos publico) {_OBJ_ES}{_WHERE_ES}",
    rf"{_AGREE_ES} (?:con |en |a )?que {_OBJ_ES} (?:sea|pueda ser) {_BE_ES}",
    rf"{_AGREE_ES} (?:con |en |a )?que {_OBJ_ES} (?:aparezca|figure){_OPENLY_ES}",
    rf"{_AGREE_ES} (?:(?:con |en |a )?{_DO_ES}|ser {_BE_ES})",
    rf"(?:puede publicarse {_OBJ_ES}{_WHERE_ES}|puede {_OBJ_ES} ser {_BE_ES}|{_OBJ_ES} puede ser {_BE_ES})",
    rf"publicar(?: {_OBJ_ES}{_WHERE_ES})?|publicacion {_OF_ES}{_WHERE_ES}",
    # Portuguese
    rf"(?:podemos|pode se) (?:publicar|divulgar publicamente|tornar publico) {_OBJ_PT}{_WHERE_PT}",
    (
        rf"(?:voce )?(?:autoriza|autorizam|aceita|aceitam|concorda com|concordam com|autorizo|autorizamos)"
        rf" a publicacao {_OF_PT}{_WHERE_PT}"
    ),
    (
        rf"(?:autoriza|aceita|aceitam|concorda|concordam|concordo|concordamos)(?: em)? que {_OBJ_PT} seja"
        rf" publicado{_WHERE_PT}"
    ),
    # Italian
    rf"(?:possiamo|si puo) (?:pubblicare|rendere pubblico) {_OBJ_IT}{_WHERE_IT}",
    rf"(?:acconsente|acconsentite|acconsento|acconsentiamo) alla pubblicazione {_OF_IT}{_WHERE_IT}",
    (
        r"(?:autorizza|autorizzate|accetta|accettate|autorizzo|autorizziamo) la pubblicazione"
        rf" {_OF_IT}{_WHERE_IT}"
    ),
    # German
    rf"(?:durfen|konnen) wir {_DO_DE}",
    rf"(?:darf|kann) {_SUBJECT_DE}{_DONE_DE} werden",
    (
        r"(?:sind sie|seid ihr|ich bin|wir sind) (?:damit )?einverstanden dass"
        rf" (?:{_SUBJECT_DE}{_DONE_DE} wird|wir {_DO_DE})"
    ),
    rf"(?:sind sie|seid ihr) mit der veroffentlichung {_OF_DE}{_WHERE_DE} einverstanden",
    rf"(?:stimmen sie|stimmt ihr|ich stimme|wir stimmen) der veroffentlichung {_OF_DE}{_WHERE_DE} zu",
    rf"veroffentlichen|veroffentlichung {_OF_DE}{_WHERE_DE}|{_NAME_DE}{_WHERE_DE} veroffentlichen",
    # Dutch
    (
        r"(?:mogen|kunnen) (?:wij|we) (?:de naam van (?:uw|jullie|je) organisatie|uw naam|jullie naam)"
        r"(?: (?:in de brief|op de lijst|op de website|onder de brief))? (?:publiceren|openbaar maken)"
    ),
    # Russian, Ukrainian
    (
        r"(?:можем ли мы|можно ли|разрешаете ли вы|разрешаете ли вы нам) (?:публично назвать"
        r"|опубликовать|публиковать)"
        rf" {_OBJ_RU}{_WHERE_RU}"
    ),
    (
        rf"(?:согласны ли вы|вы согласны|я согласен|я согласна|мы согласны|согласны)"
        rf" (?:на|с) публикаци(?:ю|ей) {_OF_RU}{_WHERE_RU}"
    ),
    rf"(?:согласие на|даю согласие на|даем согласие на) публикацию {_OF_RU}{_WHERE_RU}",
    rf"(?:согласны ли вы|вы согласны) чтобы {_OBJ_RU} было опубликовано{_WHERE_RU}",
    (
        r"чи (?:можемо ми|можна) (?:опублікувати|публікувати) назву вашої організації(?: (?:в|у) листі|"
        r" під листом)?"
    ),
    r"чи згодні ви на публікацію назви вашої організації(?: (?:в|у) листі)?",
    # Arabic, Persian, Hebrew, Turkish
    (
        r"هل (?:توافقون|توافق|توافقين|تسمحون|تسمح|يمكننا|تسمحون لنا)(?: على| ب)? ?نشر"
        r" (?:اسم (?:منظمتكم|منظمتك|مؤسستكم|جمعيتكم)|اسمكم|اسمك)"
        r"(?: (?:في الرسالة|في البيان|علنا|على الموقع))?"
    ),
    r"(?:نوافق|اوافق|أوافق) على نشر (?:اسم (?:منظمتنا|منظمتي|مؤسستنا)|اسمنا|اسمي)(?: (?:في الرسالة|علنا))?",
    r"آیا (?:با انتشار نام سازمان (?:خود|شما) موافقید|می ?توانیم نام سازمان شما را منتشر کنیم)",
    r"האם (?:ניתן|אפשר|מותר לנו) לפרסם את שם (?:הארגון|ארגונכם)",
    r"(?:kurulusunuzun|orgutunuzun|derneginizin) ad[iı]n[iı](?: mektupta)? yay[iı]mlayabilir miyiz",
    # Chinese, Japanese, Korean
    (
        r"(?:您)?(?:是否)?(?:同意|允许|愿意)(?:我们)?(?:在(?:信函|信件|声明|网站|公开信)中?)?(?:公开|公布)"
        r"(?:贵|您的|您|我们的|你们的)?(?:组织|机构|团体|單位)的?(?:名称|名字)(?:吗)?"
    ),
    (
        r"(?:我们)?(?:可以|能否|可否)(?:在(?:信函|信件|声明|网站|公开信)中?)?(?:公开|公布)(?:贵"
        r"|您的)?(?:组织|机构)的?(?:名称|名字)(?:吗)?"
    ),
    r"(?:貴|あなたの)?団体(?:名|の名前|の名称)を公開し?てもよろしいですか|(?:貴)?団体名の公開に同意しますか",
    (
        r"(?:귀 )?단체(?:명|의 이름|의 명칭) ?(?:을 |를 )?(?:공개에 동의하십니까|공개해도 됩니까"
        r"|공개해도 될까요)"
    ),
    # Burmese, Thai, Vietnamese, Indonesian, Swahili
    (
        r"(?:သင့် ?|သင်၏ ?)?အဖွဲ့အစည်း(?:၏ ?)?အမည်(?:ကို)? ?(?:စာတွင် ?)?(?:ဖော်ပြရန်|ဖော်ပြခြင်းကို"
        r"|ထုတ်ပြန်ရန်) ?သဘောတူ(?:ပါ)?သလား"
    ),
    r"(?:คุณ|ท่าน)?ยินยอมให้เปิดเผยชื่อองค์กร(?:ของท่าน|ของคุณ)?(?:หรือไม่)?",
    (
        r"(?:ban|quy vi|quy to chuc) co đong y cong khai ten (?:cua )?to chuc(?: cua (?:ban|quy vi"
        r"|minh))?(?: khong)?"
    ),
    (
        r"(?:bolehkah|apakah) kami(?: boleh| dapat)? (?:mempublikasikan|menerbitkan) nama (?:organisasi"
        r"|lembaga) anda"
    ),
    r"(?:je )?tunaweza kuchapisha jina la shirika lenu",
)
"""A yes publishes the name in the letter, on its list or in public."""

_AUDIENCE_EN = (
    r"(?:the |our |other )?(?:permanent )?(?:missions|member states|states|governments|recipients|embassies"
    r"|council members|members of the (?:security council|council)|diplomats|un|united nations|media"
    r"|journalists|donors|partners|signatories)"
)
_AUDIENCE_FR = r"(?:missions(?: permanentes)?|etats|etats membres|gouvernements|ambassades|medias|donateurs)"
_AUDIENCE_ES = r"(?:misiones(?: permanentes)?|estados|estados miembros|gobiernos|embajadas|medios|donantes)"

SHARES = (
    rf"(?:may|can|could) we (?:share|disclose|show|display|give) {_OBJ_EN} (?:with|to) {_AUDIENCE_EN}",
    rf"(?:may|can|could) {_OBJ_EN} be (?:shared with|disclosed to|shown to) {_AUDIENCE_EN}",
    rf"(?:share|share {_OBJ_EN}) with {_AUDIENCE_EN}",
    (
        rf"(?:pouvons nous|peut on) (?:partager|communiquer|transmettre) {_OBJ_FR} (?:avec les|aux)"
        rf" {_AUDIENCE_FR}"
    ),
    rf"{_AGREE_FR} que {_OBJ_FR} soit (?:partage|communique|transmis)e? (?:avec les|aux) {_AUDIENCE_FR}",
    rf"(?:podemos|se puede) (?:compartir|comunicar) {_OBJ_ES} (?:con las|con los|a las|a los) {_AUDIENCE_ES}",
)
"""A yes shows the name to somebody, which is not the public. A no is a no."""

HIDES = (
    r"anonymous|anonymity|(?:stay|remain|sign) (?:anonymous|anonymously)",
    r"(?:do|would|will) you (?:want|wish|like|prefer) to (?:stay|remain|be|sign) (?:anonymous|anonymously)",
    r"(?:i|we|i we) (?:want|wish|would like|prefer) to (?:stay|remain|be|sign) (?:anonymous|anonymously)",
    rf"(?:please )?(?:hide|withhold) (?:{_WHOSE_EN} )?(?:{_NAME_EN}|{_ORG_EN}(?:'s)? name)",
    rf"(?:should|shall|must) we (?:hide|withhold) {_OBJ_EN}",
    rf"(?:please )?keep {_OBJ_EN} (?:anonymous|confidential|private|secret|hidden)",
    (
        r"anonyme|anonymat|rester anonyme|(?:souhaitez|voulez|desirez|preferez) vous (?:rester|etre"
        r"|demeurer) anonymes?"
    ),
    r"(?:je souhaite|nous souhaitons|je prefere|nous preferons) (?:rester|etre|demeurer) anonymes?",
    (
        r"anonim[oa]|anonimato|(?:desea|desean|quiere|quieren|prefiere|prefieren|deseo|deseamos|quiero|queremos)"
        r" (?:permanecer|ser|quedar|mantenerse|seguir)(?: en el)? (?:anonim[oa]s?|anonimato)"
    ),
    (
        r"(?:deseja|desejam|quer|querem|prefere|preferem) (?:permanecer|ficar|ser)(?: no)?"
        r" (?:anonim[oa]s?|anonimato)"
    ),
    r"(?:desidera|desiderate|vuole|volete|preferisce|preferite) (?:rimanere|restare) anonim[oaie]",
    r"anonym|anonym bleiben|(?:mochten|wollen) sie anonym bleiben|(?:mochtet|wollt) ihr anonym bleiben",
    r"(?:wilt u|willen jullie|wil je) anoniem blijven|anoniem",
    (
        r"(?:хотите ли вы|желаете ли вы|вы хотите) остаться анонимн(?:ым|ыми|ой)|анонимно|остаться"
        r" анонимн(?:ым|ыми)"
    ),
    r"(?:您|你)?是否(?:希望|要|选择|想要)?(?:保持)?匿名|匿名",
)
"""A yes hides the name."""
