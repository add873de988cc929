"""Why two rows are shown as one signatory, in words."""

from collections.abc import Iterable

from desktop_app.domain.duplicates import Reason
from desktop_app.support.i18n import N_, _

REASONS = {
    Reason.SAME_NAME: N_("The names are the same."),
    Reason.CASE: N_("The names differ in capitals or punctuation only."),
    Reason.ENCODING: N_("The names are the same, stored in two ways (such as Zawgyi and Unicode)."),
    Reason.ACCENTS: N_("The names differ in accents only."),
    Reason.LOOK_ALIKES: N_("Letters of another alphabet look the same."),
    Reason.WITH_ACRONYM: N_("One gives its acronym as well."),
    Reason.SPELLING: N_("The words are the same, spelled differently."),
    Reason.SMALL_WORDS: N_("They differ in small words only, such as “The” or “Chapter”."),
    Reason.WORD_ORDER: N_("The same words stand in another order."),
    Reason.JOINED: N_("They are written as one word or as several."),
    Reason.SLIP: N_("Perhaps a typing slip: a letter or two differ."),
    Reason.ACRONYM: N_("One is the acronym that the other gives."),
    Reason.INITIALS: N_("One is made of the other's first letters."),
    Reason.SHARED_ACRONYM: N_("The words differ, perhaps in language; the acronym is the same."),
    Reason.OTHER_ACRONYM: N_("Their acronyms differ, though."),
    Reason.ALIAS: N_("“Also known as” says so."),
    Reason.IN_BRACKETS: N_("One gives the other's name in brackets."),
    Reason.COUNTRY_WRITTEN: N_("The country is the same, written in two ways."),
    Reason.COUNTRY_COLUMN: N_("One has the country in its name, the other in its column."),
    Reason.SUBJECT_COUNTRY: N_("Only one names the country that the letter is about."),
    Reason.DESCRIPTION: N_("One says more in brackets."),
}


def of_reasons(reasons: Iterable[Reason]) -> str:
    """All reasons for a pair, a sentence each."""
    return " ".join(_(REASONS[reason]) for reason in reasons)
