"""How figures, dates and lists are written in the language of a letter, which is not that of the window."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from desktop_app.domain.blank_figure import BlankFigure
from desktop_app.domain.campaign import Text
from desktop_app.domain.number_words import in_words
from desktop_app.domain.phrases import CountPhrases
from desktop_app.domain.reporting import ProblemError
from desktop_app.domain.signatory import Kind

_LOCALES = {
    # The United Nations write British English: "1 February 2024", "A, B and C".
    "en": "en_GB",
}

_NOUNS = {
    "en": ("civil society organization", "civil society organizations"),
    "fr": ("organisation de la société civile", "organisations de la société civile"),
    "es": ("organización de la sociedad civil", "organizaciones de la sociedad civil"),
    "ru": ("организация гражданского общества", "организаций гражданского общества"),
    "zh": ("民间社会组织", "民间社会组织"),
    "ar": ("منظمة من منظمات المجتمع المدني", "منظمات المجتمع المدني"),
}

_OVER = {
    "en": "over {}",
    "fr": "plus de {}",
    "es": "más de {}",
    "ru": "более {}",
    "zh": "超过{}",
    "ar": "أكثر من {}",
}

_ARABIC_MONTHS = (
    # The United Nations give both names: one is known in Damascus and Baghdad, the other in Cairo.
    *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه"),
    *("تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر"),
    *("تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
)

_GENDERED = ("fr", "es")
_FIRST_GENDER = "f"
"""Of "organisation", "association", "personne" and their Spanish sisters: what most nouns here are."""

_SPANISH_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
"""Before such a sound "y" becomes "e": "Paraguay e Italia", but "agua y hielo"."""


class LetterLanguage:
    """One letter language. Dates, numbers and lists work in any that Babel knows, the rest in the UN's six.

    Raises:
        ProblemError: ``language-unknown``.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        try:
            self._locale = Locale.parse(_LOCALES.get(code, code).replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            raise ProblemError("language-unknown", language=code) from None

    @property
    def is_right_to_left(self) -> bool:
        """Whether its lines begin at the right."""
        return bool(self._locale.text_direction == "rtl")

    def number(self, number: int) -> str:
        """A figure: "1,462", "1 462" with a no-break space, "1.462".

        Spanish keeps the point that the United Nations in New York write; the Academy's thin space is newer,
        and four figures in one text would be grouped and ungrouped by turns.
        """
        if isinstance(number, BlankFigure):
            return number.shown
        return format_decimal(number, locale=self._locale)

    def long_date(self, date: dt.date) -> str:
        """A date: "1 February 2024", "1er février 2024", "1 de febrero de 2024"."""
        if self.code == "ar":
            return f"{date.day} {_ARABIC_MONTHS[date.month - 1]} {date.year}"
        written = format_date(date, "long", locale=self._locale)
        match self.code:
            case "fr" if date.day == 1:
                return "1er" + written.removeprefix("1")
            case "ru":  # "г." is how lists and tables write it
                return re.sub(r"\sг\.$", " года", written)
            case _:
                return written

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: "A, B and C"."""
        joined = format_list(items, locale=self._locale)
        if self.code == "es" and len(items) > 1 and _SPANISH_I.match(items[-1]):
            return joined.removesuffix(f"y {items[-1]}") + f"e {items[-1]}"
        return joined

    def plural(self, number: int, one: str, many: str) -> str:
        """The form that goes with a number. In French, none is singular too."""
        return one if self._locale.plural_form(number) == "one" else many

    def words(self, number: int, gender: str = "") -> str:
        """A number in words that agree with a noun of that gender; the figure where we have no words."""
        if isinstance(number, BlankFigure):
            return number.shown
        return in_words(number, self.code, gender) or self.number(number)

    def over(self, number: int) -> str:
        """A number rounded down, never up, to what one says: 71,532 is "over 71,000", 70,000 is "70,000".

        In a language whose words we do not know, the number itself: a rounded one alone would be wrong.
        """
        if isinstance(number, BlankFigure):
            return number.shown
        rounded = number - number % 10 ** max(0, len(str(number)) - 2)
        if rounded == number or self.code not in _OVER:
            return self.number(number)
        return _OVER[self.code].format(self.number(rounded))

    def gender(self, text: Text) -> str:
        """The gender of the noun for the signatories, ``m`` or ``f``; empty where nothing agrees with it."""
        return (text.gender or _FIRST_GENDER) if self.code in _GENDERED else ""

    def noun(self, number: int, text: Text) -> str:
        """What that many signatories are called: the campaign's noun, else "civil society organizations"."""
        return self.plural(number, *nouns_of(self.code, text))

    def statement(
        self,
        total: int,
        anonymous: int,
        text: Text,
        phrases: CountPhrases,
        *,
        kind: Kind = Kind.ORGANISATION,
        hidden: bool = False,
    ) -> str:
        """The count sentence: "Signed by 462 civil society organizations, including 84 that ...".

        Args:
            total: All that count.
            anonymous: Those of them without a name; at none, the clause goes.
            text: The campaign's noun, its gender, and the reason why some stay anonymous.
            phrases: The language's sentences.
            kind: What the anonymous are, where the sentence tells organisations from persons.
            hidden: Mention the anonymous without a figure, which would point at one or two.
        """
        sentence = phrases.nobody
        if anonymous:
            key = self.gender(text) or kind.value
            sentence = _form(phrases.some[key], anonymous, hidden=hidden)
        return sentence.format(
            total=self.number(total),
            anonymous=self.number(anonymous),
            noun=self.noun(total, text),
            reason_part=f"{phrases.lead}{text.reason}" if text.reason else "",
        )


def nouns_of(language: str, text: Text) -> tuple[str, str]:
    """What one signatory and several are called: the campaign's nouns, else the language's own."""
    one, many = _NOUNS.get(language, ("", ""))
    return text.noun or one, text.nouns or text.noun or many


def _form(forms: Mapping[str, str], anonymous: int, *, hidden: bool) -> str:
    if hidden:
        return forms["hidden"]
    # Arabic has a dual; the others say nothing of their own about two.
    key = {1: "one", 2: "two"}.get(anonymous, "other")
    return forms.get(key, forms["other"])
