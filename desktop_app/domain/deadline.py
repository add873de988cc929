"""Until when a campaign is open for signature."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.letter_language import LetterLanguage
from desktop_app.domain.reporting import ProblemError


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, which counts to its end, or a day and a time.

    A time without an offset is that of whoever opens the campaign.
    """

    day: dt.date
    time: dt.time | None = None

    @property
    def text(self) -> str:
        """As campaign.toml keeps it: ``2024-01-30`` or ``2024-01-30T18:00+01:00``."""
        if self.time is None:
            return self.day.isoformat()
        return dt.datetime.combine(self.day, self.time).isoformat(timespec="minutes")

    def is_past(self, now: dt.datetime) -> bool:
        """Whether it is over; ``now`` has an offset."""
        if self.time is None:
            return now.astimezone().date() > self.day
        until = dt.datetime.combine(self.day, self.time)
        return until < (now if until.tzinfo else now.astimezone().replace(tzinfo=None))

    def shown(self, language: LetterLanguage, pattern: str) -> str:
        """In the language of a letter: "30 January 2024, 18:00 (UTC+01:00)".

        Args:
            language: The letter's.
            pattern: How it puts ``{date}`` and ``{time}`` together.
        """
        date = language.long_date(self.day)
        if self.time is None:
            return date
        zone = f" ({self.time.tzname()})" if self.time.tzinfo else ""
        return pattern.format(date=date, time=f"{self.time:%H:%M}{zone}")


def deadline_of(given: str) -> Deadline:
    """The deadline that somebody typed.

    Raises:
        ProblemError: ``deadline-wrong``.
    """
    try:
        return Deadline(dt.date.fromisoformat(given.strip()))
    except ValueError:
        pass
    try:
        moment = dt.datetime.fromisoformat(given.strip())
    except ValueError:
        raise ProblemError("deadline-wrong", given=given[:60]) from None
    return Deadline(moment.date(), moment.timetz())
