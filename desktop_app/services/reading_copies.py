"""What goes out while a letter is open for signature: a reading copy and a sign-on call in each language."""

from dataclasses import astuple, dataclass, replace

from desktop_app.domain.blank_figure import blank_count
from desktop_app.domain.campaign import Campaign, GroupBy, Members
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.phrases import SignOnPhrases
from desktop_app.domain.plain_text import plain
from desktop_app.domain.printed_list import Listed
from desktop_app.domain.recipient import Recipient
from desktop_app.domain.reporting import ProblemError
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.reference_data import Reference
from desktop_app.services.addressing import choose_for
from desktop_app.services.merging import Material, Merge
from desktop_app.services.opening import OpenCampaign


@dataclass(frozen=True, slots=True)
class SignOnFiles:
    """The two files of one language.

    Attributes:
        copy: The reading copy, a DOCX.
        call: The text of the sign-on call.
        addressed: What the copy says of its recipients.
    """

    copy: bytes
    call: str
    addressed: tuple[str, ...]


def sign_on_files(
    opened: OpenCampaign, language: str, draft: LetterDraft, deadline: Deadline, reference: Reference
) -> SignOnFiles:
    """Make the reading copy and the call in one language. No row of the list is given to either.

    Raises:
        ProblemError: as ``Merge``.
    """
    campaign, phrases = opened.campaign, reference.phrases(language)
    says = phrases.sign_on
    until = deadline.shown(LetterLanguage(language), says.moment)
    layout = replace(campaign.layout, numbered=False, columns=1, members=Members.DASHES, by=GroupBy.NOTHING)
    material = Material(
        replace(campaign, layout=layout),
        language,
        draft,
        (Listed(says.names),),
        blank_count(campaign.counts, says.number),
        reading=says.reading.format(until=until),
    )
    to = stand_in(opened, language, reference)
    document = Merge(material, reference).document(to)
    sample = phrases.sample if campaign.sample else ""
    addressed = tuple(value if isinstance(value, str) else "\n".join(value) for value in astuple(to))
    return SignOnFiles(document, _call(campaign, language, says, until, sample), addressed)


def _call(campaign: Campaign, language: str, says: SignOnPhrases, until: str, sample: str) -> str:
    """The call: to be pasted into a message, and its questions into a form."""
    title = plain(campaign.text(language).title or campaign.title)
    lines = [*([sample, ""] if sample else []), says.invitation.format(title=title)]
    lines += [says.until.format(until=until), "", says.ask, ""]
    lines += [f"{number}. {question}" for number, question in enumerate(says.questions.values(), start=1)]
    lines += [f"   - {says.yes}", f"   - {says.no}", "", says.promise]
    return "\n".join(lines) + "\n"


def stand_in(opened: OpenCampaign, language: str, reference: Reference) -> Recipient:
    """The one recipient, or the body as one; else what stands for whoever gets a letter."""
    says: SignOnPhrases = reference.phrases(language).sign_on
    to = _as_one(opened, language, reference)
    if to is None:
        manner = reference.manner(language)
        opening = manner.opening_to_person(opened.campaign.closing, salutation=says.salutation)
        to = Recipient("", "", language, (says.address,), *astuple(opening))
    return replace(
        to,
        state=to.state or says.state,
        the_state=to.the_state or says.state,
        formal_state=to.formal_state or says.state,
        of_state=to.of_state or says.state,
        to_state=to.to_state or says.state,
        paragraph="",
    )


def _as_one(opened: OpenCampaign, language: str, reference: Reference) -> Recipient | None:
    request = replace(opened.campaign.request, language=language)
    for way in dict.fromkeys((request.way, "body")):
        try:
            chosen = choose_for(opened.folder, opened.campaign, replace(request, way=way), reference)
        except ProblemError:
            continue  # "check" says what is wrong with the recipients; nobody needs to know them yet
        if len(chosen.recipients) == 1:
            return chosen.recipients[0]
    return None
