"""P10: only a clear yes publishes."""

import itertools
from pathlib import Path

from domain.consent_answers import ANSWERS, CLEAR, doubted, variants
from promises.kept import Outcome, Promise, of_sizes

from desktop_app.domain.consent import Consent, consent_of, together


def _check(cases: int, _folder: Path) -> Outcome:
    wrong = [typed for _, answer, publishes in ANSWERS if not publishes for typed in sorted(variants(answer))]
    wrong += [doubt for answer in CLEAR for doubt in sorted(doubted(answer))]
    tried = wrong[:: max(1, len(wrong) // cases)]
    published = [answer for answer in tried if consent_of(answer) is Consent.YES]
    # One no beats any number of yes.
    refusals = [answer for answer in tried if consent_of(answer) is Consent.NO]
    outvoted = [
        answer
        for answer, yes in zip(refusals, itertools.cycle(CLEAR), strict=False)
        if together([consent_of(yes), consent_of(answer), consent_of(yes)]) is Consent.YES
    ]
    languages = len({language for language, *_ in ANSWERS} - {"signs"})
    figure = (
        f"{len(published)} of {len(tried)} answers in {languages} languages that are no clear yes publish; "
        f"{len(outvoted)} of {len(refusals)} refusals are outvoted by yes"
    )
    return Outcome(figure, (*(f"published: {answer!r}" for answer in published), *outvoted))


ANSWERED = Promise("P10", "Only a clear yes publishes a name.", of_sizes(500, 3000, 20_000), _check)
