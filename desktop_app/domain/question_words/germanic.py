"""The questions of German and Dutch forms."""

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

PUBLISHES = (
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
)

HIDES = (
    r"anonym|anonym bleiben|(?:mochten|wollen) sie anonym bleiben|(?:mochtet|wollt) ihr anonym bleiben",
    r"(?:wilt u|willen jullie|wil je) anoniem blijven|anoniem",
)
