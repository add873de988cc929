"""Existing letters for the tests of the import: invented, typed as plain text."""

from textwrap import dedent

from desktop_app.domain.letter_anatomy import Anatomy, LetterSource, SourceLine
from desktop_app.domain.letter_anatomy.reading import anatomy_of

COUNCIL = dedent(
    """\
    To: Members of the United Nations Security Council
    1 February 2024

    Re: Urgent call to protect civilians in Orlavia

    Your Excellencies,

    As we mark the third anniversary of the siege of Dravenna, we, 9 civil society organizations, write to
    ask the Council to act without delay on the report of its own panel of experts.

    We call on the Council to refer the situation to the Prosecutor, to impose an arms embargo, and to open
    the crossings for relief that does not depend on those who besiege the towns of the valley.

    Yours sincerely,

    Anneth Solvarin
    Chair, Orlavia Civil Society Forum

    For more information, please contact:

    - Joram Bekkule, Lantern House; media@example.org

    Signed by 9 civil society organizations, including 2 organizations that have chosen not to disclose their
    names because the armed forces pursue those who speak out.

    1. Amber Coast Union
    2. Birch Lane Collective
    3. Harbour Peace Network
    - Harbour Youth Circle
    - Harbour Women's Circle
    4. Lantern House
    5. The Willow Fund
    """
)


def anatomy(text: str = COUNCIL) -> Anatomy:
    """A letter, taken apart."""
    return anatomy_of(source(text))


def source(text: str = COUNCIL) -> LetterSource:
    """The lines of a letter."""
    lines = enumerate(text.split("\n"), start=1)
    return LetterSource(tuple(SourceLine(number=number, text=line) for number, line in lines))
