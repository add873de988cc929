"""Words that half of all organisations have in their names, and mail providers that half of them use.

A run of words is looked for only where one of its words is none of these; what is too common to point at
anyone would otherwise raise false alarms on every page.
"""

COMMON_WORDS = frozenset(
    # English
    "a an and against all alliance aid action assembly association at burma by campaign care center "
    "centre child children christian citizens civil civic club coalition college committee community "
    "company concern congress council country cultural culture defence defense democracy democratic "
    "development district division east eastern education educational emergency empowerment environment "
    "equality ethnic federal federation female for forum foundation free freedom friends front fund "
    "funding future gender general global government group groups health help hope house human "
    "humanitarian in independent indigenous information initiative institute international institution "
    "journalists justice labor labour land law lawyers league learning legal liberation life local "
    "media medical men migrant mission movement myanmar nation national nationalities network new news "
    "north northern of office on organisation organisations organization organizations our party peace "
    "people peoples platform political prisoners program programme progressive project protection "
    "public refugee refugees region regional relief religious research resource responsibility "
    "revolution revolutionary right rights rural school schools science security service services "
    "social society solidarity south southern state states strike strikes student students studies "
    "supervision support sustainable teachers team the to together town township trade training trust "
    "union unions united unity university village voice voices volunteer war watch welfare west western "
    "with without woman women worker workers working world young youth youths "
    # French
    "action aide alliance amis asbl association associations au aux avec centre citoyens citoyennes "
    "civile coalition collectif comité communauté conseil contre coopération culture d dans de défense "
    "démocratie démocratique des développement droit droits du éducation en enfants et étudiants femmes "
    "fédération fondation fonds forum front groupe groupes homme humaine humains institut "
    "internationale internationales jeunes jeunesse justice l la le les liberté ligue l’homme maison "
    "médecins mission monde mouvement nationale nord organisation organisations ouest paix pays peuple "
    "peuples plate-forme pour presse promotion protection recherche réfugiés région réseau santé "
    "secours société soutien sud sur terre union universelle université veille "
    # Spanish
    "acción alianza amigos asociación ayuda campaña centro ciudadana ciudadanos civil coalición "
    "colectivo comisión comité comunidad con congreso consejo contra cooperación coordinadora cultura "
    "de defensa del democracia derechos desarrollo educación el en estudiantes estudios familia "
    "federación fondo foro frente fundación grupo hombre humanos iniciativa instituto internacional "
    "jóvenes justicia juventud la las libertad liga los mesa mujer mujeres movimiento mundial nacional "
    "niños norte observatorio organización organizaciones para paz plataforma por promoción protección "
    "pueblo pueblos red salud sindicato social sociedad solidaridad sur trabajadores unidos unión "
    "universidad voces voz y".split()
)

NO_NAMES = frozenset(
    "anonym anonyme anonymes anonymous anonymously anónima anónimo anónimas anónimos anon confidential "
    "confidentiel confidentielle confidencial withheld undisclosed unnamed retenu reservado".split()
)
"""What coordinators write where they leave a name out: "Anonymous 12", "(name withheld)"."""

PUBLIC_MAIL = frozenset(
    "aol.com fastmail.com free.fr gmail.com gmx.com gmx.de gmx.net googlemail.com hotmail.com "
    "icloud.com laposte.net live.com mail.com mail.ru me.com msn.com orange.fr outlook.com pm.me "
    "posteo.de proton.me protonmail.com protonmail.ch qq.com riseup.net rocketmail.com tuta.com "
    "tutanota.com web.de yahoo.co.uk yahoo.com yahoo.fr yandex.com yandex.ru ymail.com zoho.com".split()
)
