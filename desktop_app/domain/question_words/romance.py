"""The questions of French, Spanish, Portuguese and Italian forms."""

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
_AUDIENCE_FR = r"(?:missions(?: permanentes)?|etats|etats membres|gouvernements|ambassades|medias|donateurs)"

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
_AUDIENCE_ES = r"(?:misiones(?: permanentes)?|estados|estados miembros|gobiernos|embajadas|medios|donantes)"

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

PUBLISHES = (
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
)

SHARES = (
    (
        rf"(?:pouvons nous|peut on) (?:partager|communiquer|transmettre) {_OBJ_FR} (?:avec les|aux)"
        rf" {_AUDIENCE_FR}"
    ),
    rf"{_AGREE_FR} que {_OBJ_FR} soit (?:partage|communique|transmis)e? (?:avec les|aux) {_AUDIENCE_FR}",
    rf"(?:podemos|se puede) (?:compartir|comunicar) {_OBJ_ES} (?:con las|con los|a las|a los) {_AUDIENCE_ES}",
)

HIDES = (
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
)
