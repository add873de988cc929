"""How letters greet and close, in the languages that letters come in."""

import re

_MARKS = r"[\s,:：，،.!！;*]*$"
_NO_STOP = (
    r"(?:[^.!?]|\b(?:Sr|Sra|Sres|Sras|Srs|Dr|Dra|Drs|D|Dª|Mr|Mrs|Ms|Prof|Profa|Ilm[oa]s?|Exm[oa]s?|Excm[oa]s?|Hon|St|"
    r"Mons|Rev|Mme|M|[A-Z])\.)"
)
_TITLES = (
    r"your excellenc(?:y|ies)",
    "excellenc(?:y|ies|es?)",
    r"dear [^!?]{2,110}",
    (
        r"your (?:majest(?:y|ies)|(?:royal |serene )?highness(?:es)?|honou?rs?|eminences?|holiness|"
        r"grace)[^!?]{0,60}"
    ),
    r"(?:honou?rable|distinguished|esteemed) [^.!?]{3,90}",
    r"(?:mr|mrs|ms|madam)\.?,?(?: chair| president| secretary)[\w\- ]{0,40}",
    r"sirs?(?: or madam)?",
    "ladies and gentlemen[^.!?]{0,40}",
    "to whom it may concern",
    r"monseigneur[^.!?]{0,60}|(?:très )?saint[- ]père|révérende?s?(?: [^.!?]{2,60})?",
    r"(?:mesdames|messieurs|madame|monsieur)(?:[ ,]+[^.!?]{1,90})?",
    r"chère?s? [^.!?]{2,90}",
    r"(?:votre )?excellence[^.!?]{0,80}",
    r"de (?:nuestra|mi) (?:mayor )?consideración",
    r"(?:magnific|illustrissim|spettabil|chiarissim|gentilissim)[aeio][^.!?]{0,90}",
    r"excelenci[ao]s?|vuestras? excelencias?|vossas? excelências?|excelências?",
    (
        r"(?:estimad|distinguid|apreciad|respetad|señor|señora|excelentísim|"
        rf"excm)[oa]?s?\.?(?:\(?/?as?\)?)?[ ,]{_NO_STOP}{{2,100}}"
    ),
    (
        r"(?:prezad|car|ilustríssim|excelentíssim|exm|senhor)[oa]?(?:es)?s?\.?(?:\(?/?as?\)?)? "
        rf"{_NO_STOP}{{2,100}}"
    ),
    r"(?:sehr (?:geehrte|verehrte)|(?:liebe|verehrte)r?|exzellenz(?:en)?|eure? exzellenz)[^.!?]{0,110}",
    r"(?:geachte|egregi[ao]|gentil[ei]|onorevol[ei]|eccellenz[ae])[^.!?]{0,90}",
    r"(?:أصحاب|صاحب|صاحبة)\s+(?:السعادة|المعالي|الفخامة|الجلالة|السمو)[^.!?؟]{0,90}",
    r"(?:سعادة|معالي|فخامة|السيد|السيدة|السيدات|السادة|حضرة)\s[^.!?؟]{0,90}",
    (
        r"(?:ваш[еи] превосходительств[оа]|уважаем\w+|глубокоуважаем\w+|многоуважаем\w+|дорог(?:ие|ой|"
        r"ая))[^.!?]{0,90}"
    ),
    r"[\u4e00-\u9fff]{1,8}(?:先生|女士|阁下|主席|部长|总理|市长|厅长|局长|院长|校长|总统)(?=[：:])|(?:各位|诸位)[\u4e00-\u9fff]{1,10}(?=[：:])",
    r"(?:تحية(?: طيبة)?|السلام عليكم)[^.!?؟]{0,60}",
    r"eccellenza reverendissima|reverend(?:o|issimo|a)[^.!?]{0,60}",
    r"(?:尊敬的|亲爱的|敬爱的)[^。！？]{1,60}|(?:诸位|各位)?阁下|诸位[^。！？]{1,20}",
    r"(?:လေးစားအပ်ပါသော|လေးစားရပါသော|ချစ်ခင်လေးစားရပါသော|ရိုသေလေးစားအပ်ပါသော)[^။]{0,90}",
)
SALUTATION = re.compile(rf"^(?:{'|'.join(_TITLES)}){_MARKS}", re.IGNORECASE)
"""A line that greets and does nothing else."""

VOCATIVE = re.compile(
    r"^(?:your )?(excellenc(?:y|ies|es?)|excelencias?|excelências?|exzellenz(?:en)?)(?=\s*[,:])",
    re.IGNORECASE,
)
"""The addressee spoken to at the beginning of a paragraph."""

_REGARDS = (
    r"yours? (?:very )?(?:sincerely|faithfully|truly|respectfully|in [\w ]{3,30})",
    r"(?:very |most )?(?:sincerely|respectfully|faithfully|cordially)(?: yours)?(?: submitted)?",
    (
        r"(?:with |our )?(?:kind|kindest|best|warm|warmest|high|highest|deep|"
        r"deepest)(?: personal)? (?:regards|wishes|respect|esteem)"
    ),
    r"with (?:respect|gratitude|appreciation|solidarity|hope)[\w ]{0,30}",
    r"in (?:solidarity|peace|hope|struggle)[\w ]{0,70}",
    (
        r"(?:i|we) (?:remain|are|have the honou?r to be)\b[^.!?]{0,80}(?:yours|respectfully|sincerely|"
        r"faithfully)[\w ]{0,20}"
    ),
    r"we remain|your (?:grace|excellency|lordship|honour|eminence|holiness)[’']?s? [\w ]{0,30}servants?",
    r"regards|thank you(?: for your (?:time|attention|consideration)[\w ]{0,30})?",
    r"cordialement|respectueusement|bien à vous|salutations (?:distinguées|respectueuses)|solidairement",
    r"sincères salutations|avec nos salutations [\w ]{3,30}",
    r"(?:très )?(?:cordialement|respectueusement) vôtres?",
    r"con (?:un |nuestros? |los? mejores )?(?:saludos?|abrazos?|respetos?)[\w ]{0,40}",
    r"(?:muy |le saludamos |saludamos )?(?:atenta|cordial|respetuosa|sincera)mente",
    r"un (?:cordial|atento) saludo",
    (
        r"(?:sin otro particular,? )?(?:le|les) saludan? (?:muy )?atentamente|saludos (?:cordiales|"
        r"respetuosos|atentos)|en solidaridad|"
        r"de usted(?:es)?"
        r" atentamente"
    ),
    (
        r"(?:atenciosa|respeitosa|cordial|sincera)mente|com os (?:nossos )?melhores cumprimentos|"
        r"saudações [\w ]{3,30}|"
        r"com (?:elevada |a nossa )?(?:estima|consideração)[\w ]{0,30}"
    ),
    r"mit [a-zäöüß]+en gr(?:ü|ue)(?:ß|ss)en",
    r"(?:(?:vogliate|porgiamo|con)\b[^.!?]{0,60}|distinti |cordiali )saluti",
    (
        r"(?:mit )?(?:freundlichen|besten|solidarischen|herzlichen|vorzüglicher|vorzüglichen) (?:grüßen|"
        r"gruessen|grüssen|"
        r"hochachtung)|hochachtungsvoll|mit (?:freundlichem gruß|vorzüglicher hochachtung|hochachtung)"
    ),
    r"met vriendelijke groet(?:en)?|hoogachtend|distinti saluti|cordiali saluti",
    (
        r"مع (?:فائق|خالص|وافر|أطيب|كل)[^.!؟]{2,60}|وتفضلوا بقبول[^!؟]{2,90}|تفضلوا بقبول[^!؟]{2,90}|"
        r"مع التقدير[^.!؟]{0,30}|"
        r"(?:مع|و)?(?:تحياتنا|تحيات)[^.!؟]{0,40}"
    ),
    (
        r"с (?:глубоким |искренним )?(?:уважением|почтением|надеждой)[^.!?]{0,40}|искренне ваши?|"
        r"примите[^!?]{3,90}уважении"
    ),
    r"(?:致以|即颂|顺颂|顺祝|谨祝|敬颂|恭祝|祝好)[^。！？]{0,8}|(?:崇高的?|最高的?|诚挚的?)?敬意|(?:商|时|公|台|大|钧|政|夏|春|秋|冬|安)[祺安康绥]",
    r"con (?:filiale |viva |sincera |profonda )(?:devozione|stima|gratitudine)",
    r"con (?:osservanza|ossequio|stima)",
    r"pedem? deferimento|(?:و)?تقبلوا (?:فائق|وافر)[^.!؟]{2,60}|ရိုသေစွာ(?:ဖြင့်)?",
    r"yours in (?:sport|solidarity|christ|struggle|faith|hope)[\w ]{0,30}",
    r"此致(?:\s*敬[礼禮])?|敬[礼禮]|顺颂[^。]{0,10}|谨致[^。]{0,12}|致以[^。]{2,20}|敬上|谨启",
    r"လေးစားစွာ(?:ဖြင့်|ဖြင့်)[^။]{0,20}|ရိုသေလေးစားစွာ(?:ဖြင့်|ဖြင့်)?[^။]{0,20}|လေးစားလျက်",
)
CLOSING = re.compile(rf"^(?:{'|'.join(_REGARDS)}){_MARKS}", re.IGNORECASE)
"""A formula that ends a letter, alone on its line."""

CLOSING_SENTENCE = re.compile(
    r"^(?:(?:please|kindly) accept|accept,? (?:your )?excellenc|(?:nous vous prions|je vous prie|veuillez|"
    r"en vous priant)"
    r"[^.]{0,60}(?:agréer|croire|recevoir|accepter)|dans l[’']attente[^.]{3,120}(?:agréer|salutations)|"
    r"(?:le|les|la|os) (?:rogamos|ruego|pedimos)[^.]{0,40}(?:aceptar?|acepten?|recibir?)|"
    r"(?:recevez|agréez|croyez|daignez|je vous prie|veuillez (?:recevoir|"
    "croire))[^.]{3,140}(?:salutations|considération|sentiments|respects?|hommages?)|"
    r"recib(?:a|"
    r"an),?[^.]{3,90}"
    r"(?:saludo|consideración|seguridades)|queiram?[^.]{0,40}aceitar|aproveitamos[^.]{3,90}(?:estima|"
    r"consideração)|"
    r"aprovechamos? (?:la|esta) [^.]{3,90}consideración|genehmigen sie|wir avail|we avail ourselves|"
    r"примите,|وتفضلوا|تفضلوا)",
    re.IGNORECASE,
)
"""A formula that ends a letter and is a sentence of its own: "Please accept, Excellency, ..."."""
