"""The questions of English forms."""

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
_AUDIENCE_EN = (
    r"(?:the |our |other )?(?:permanent )?(?:missions|member states|states|governments|recipients|embassies"
    r"|council members|members of the (?:security council|council)|diplomats|un|united nations|media"
    r"|journalists|donors|partners|signatories)"
)

PUBLISHES = (
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
)

SHARES = (
    rf"(?:may|can|could) we (?:share|disclose|show|display|give) {_OBJ_EN} (?:with|to) {_AUDIENCE_EN}",
    rf"(?:may|can|could) {_OBJ_EN} be (?:shared with|disclosed to|shown to) {_AUDIENCE_EN}",
    rf"(?:share|share {_OBJ_EN}) with {_AUDIENCE_EN}",
)

HIDES = (
    r"anonymous|anonymity|(?:stay|remain|sign) (?:anonymous|anonymously)",
    r"(?:do|would|will) you (?:want|wish|like|prefer) to (?:stay|remain|be|sign) (?:anonymous|anonymously)",
    r"(?:i|we|i we) (?:want|wish|would like|prefer) to (?:stay|remain|be|sign) (?:anonymous|anonymously)",
    rf"(?:please )?(?:hide|withhold) (?:{_WHOSE_EN} )?(?:{_NAME_EN}|{_ORG_EN}(?:'s)? name)",
    rf"(?:should|shall|must) we (?:hide|withhold) {_OBJ_EN}",
    rf"(?:please )?keep {_OBJ_EN} (?:anonymous|confidential|private|secret|hidden)",
)
