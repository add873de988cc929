"""Letter, signatories and recipient become a document. It is given projected rows and nothing else."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.campaign import Campaign, Contact, ListLayout, Signer, Text
from desktop_app.domain.counting import Count
from desktop_app.domain.disclosure import Signatories, arrange
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.letter_values import (
    RIGHT_TO_LEFT,
    IsoDay,
    day,
    isolated,
    letter_values,
    petition_values,
    recipient_values,
    value,
)
from desktop_app.domain.plain_text import inert
from desktop_app.domain.printed_list import Listed, PrintedList
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.signatory import Kind
from desktop_app.domain.sorting import SortKey, sort_key
from desktop_app.files.docx_merge.banner import Banner
from desktop_app.files.docx_merge.blocks import Blocks, Line
from desktop_app.files.docx_merge.writer import Dressing, LetterWriter
from desktop_app.files.docx_scrub.pictures import Picture
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.reference_data import Reference
from desktop_app.files.safe_template import Filters, SafeEnvironment


@dataclass(frozen=True, slots=True)
class Material:
    """What the letters of one language are made of.

    Attributes:
        draft: The letter in that language; it is used up.
        listed: The projected signatories, in the order of the sheet.
        count: Their figures.
        pictures: Pictures of signatures, by the file name that ``signed_by`` gives them.
        is_draft: Whether every page says "Draft".
        reading: What every page of a reading copy says; empty for any other letter.
    """

    campaign: Campaign
    language: str
    draft: LetterDraft
    listed: tuple[Listed, ...]
    count: Count
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    is_draft: bool = False
    reading: str = ""


class Merge:
    """The letters of one language: made ready once, then one document for each recipient.

    Raises:
        ProblemError: for a field that is unknown, hostile or unclosed; it names paragraph and field.
    """

    def __init__(self, material: Material, reference: Reference) -> None:
        campaign, language = material.campaign, material.language
        self._language = LetterLanguage(language)
        self.printed = printed_list(material.listed, campaign.layout, language, reference)
        environment = SafeEnvironment(
            _filters(self._language, campaign.text(language)), _display(self._language)
        )
        common: Mapping[str, object] = {
            "letter": letter_values(campaign, language),
            "signatories": _signatories(material, self._language, self.printed, reference),
            "petition": petition_values(campaign),
        }
        dressing = Dressing(
            title=inert(campaign.text(language).title or campaign.title),
            day=campaign.date,
            paper=campaign.paper,
            banners=banners_of(material, reference),
            right_to_left=language in RIGHT_TO_LEFT,
        )
        self._writer = LetterWriter(
            material.draft.package,
            environment,
            common,
            _blocks(material, self.printed),
            dressing,
            material.draft.file,
        )

    def document(self, recipient: Recipient) -> bytes:
        """The finished DOCX for one recipient of this language."""
        return self._writer.file({"recipient": recipient_values(recipient)})

    def drafted_parts(self) -> Mapping[str, str]:
        """The stories before anything is rendered; see ``LetterWriter.drafted_parts``."""
        return self._writer.drafted_parts()

    def plain_parts(self, recipient: Recipient) -> Mapping[str, str]:
        """The stories for one recipient before they are finished; see ``LetterWriter.plain_parts``."""
        return self._writer.plain_parts({"recipient": recipient_values(recipient)})


def printed_list(
    listed: Sequence[Listed], layout: ListLayout, language: str, reference: Reference
) -> PrintedList:
    """The list as a letter in that language prints it: sorted, grouped, countries by their names in it."""
    names = reference.names(language)

    def key(name: str) -> SortKey:
        return sort_key(name, language, ignore_articles=layout.ignore_articles)

    def country_name(written: str) -> str:
        iso3 = reference.find_state(written)
        return names[iso3].running if iso3 in names else written

    arranged = arrange(listed, layout, key, country_name)
    return _set_apart(arranged, language) if language in RIGHT_TO_LEFT else arranged


def _set_apart(printed: PrintedList, language: str) -> PrintedList:
    """Names of another direction set apart: "7/7 Youth" would begin with its figures at the wrong end."""

    def apart(listed: Listed) -> Listed:
        members = tuple(apart(member) for member in listed.members)
        return replace(listed, name=isolated(listed.name, language), members=members)

    groups = (replace(group, listed=tuple(map(apart, group.listed))) for group in printed.groups)
    return replace(printed, groups=tuple(groups))


def statement_of(campaign: Campaign, language: str, counted: Count, reference: Reference) -> str:
    """The count sentence in a language."""
    kind = Kind.PERSON if counted.individuals > counted.organisations else Kind.ORGANISATION
    phrases = reference.phrases(language).count
    text = campaign.text(language)
    hidden = not campaign.anonymous_figure
    return LetterLanguage(language).statement(
        counted.total, counted.anonymous, text, phrases, kind=kind, hidden=hidden
    )


def _signatories(
    material: Material, language: LetterLanguage, printed: PrintedList, reference: Reference
) -> Signatories:
    campaign, count = material.campaign, material.count
    text = campaign.text(language.code)
    statement = statement_of(campaign, language.code, count, reference)
    return Signatories(
        total=count.total,
        named=count.named,
        anonymous=count.anonymous,
        countries=count.countries,
        organisations=count.organisations,
        individuals=count.individuals,
        noun=value(language.noun(count.total, text), language.code),
        reason=value(text.reason, language.code),
        as_of=day(campaign.date),
        statement=isolated(inert(statement), language.code),
        length=count.top_level,
        printed=printed,
    )


def _blocks(material: Material, printed: PrintedList) -> Blocks:
    campaign, language = material.campaign, material.language
    return Blocks(
        signatories=printed,
        contacts=tuple(line for c in campaign.contacts if (line := _contact(c, language))),
        signature=tuple(_signer(s, language, material.pictures) for s in campaign.signed_by),
    )


def _contact(contact: Contact, language: str) -> Line | None:
    """One line; nothing of a contact who may not be named."""
    if not contact.may_be_named:
        return None
    words = [text for text in (contact.name, contact.role, contact.organisation) if text]
    if not words and not contact.email:
        return None
    return Line((value(", ".join(words), language),) if words else (), inert(contact.email))


def _signer(signer: Signer, language: str, pictures: Mapping[str, Picture]) -> Line:
    work = ", ".join(text for text in (signer.title, signer.organisation) if text)
    lines = tuple(value(text, language) for text in (signer.name, work) if text)
    return Line(lines, picture=pictures.get(signer.picture))


def banners_of(material: Material, reference: Reference) -> tuple[Banner, ...]:
    """What stands over every page."""
    phrases = reference.phrases(material.language)
    first = material.campaign.languages[0]
    banners = []
    if material.is_draft:
        banners.append(Banner(phrases.draft, alarm=True))
    if material.reading:
        banners.append(Banner(material.reading, alarm=True))
    if material.campaign.sample:
        banners.append(Banner(phrases.sample, alarm=True))
    if material.language != first and first in phrases.courtesy:
        banners.append(Banner(phrases.courtesy[first], alarm=False))
    return tuple(banners)


def _display(language: LetterLanguage) -> Callable[[object], object]:
    def display(shown: object) -> object:
        if isinstance(shown, IsoDay):
            return language.long_date(dt.date.fromisoformat(shown))
        if isinstance(shown, int) and not isinstance(shown, bool):
            return language.number(shown)
        return "" if shown is None else shown

    return display


def _filters(language: LetterLanguage, text: Text) -> Filters:
    def long_date(shown: object) -> object:
        try:
            return language.long_date(dt.date.fromisoformat(str(shown)))
        except ValueError:
            return shown

    def figure(write: Callable[[int], str]) -> Callable[[object], object]:
        return lambda shown: write(shown) if isinstance(shown, int) else shown

    def length(shown: object) -> int:
        if isinstance(shown, Signatories):
            return shown.length  # which may be blank, as no result of len() can be
        return len(shown) if isinstance(shown, Sequence) else 0

    def default(shown: object, instead: object = "") -> object:
        return instead if shown in ("", None) else shown

    return {
        "number": figure(language.number),
        # What is counted in a letter is its signatories; the words agree with what it calls them.
        "words": figure(lambda number: language.words(number, language.gender(text))),
        "over": figure(language.over),
        "long_date": long_date,
        "length": length,
        "default": default,
    }
