"""Parts of withheld names that a letter's own text may hold by chance, and that deserve a look there.

What the draft says is no run of a name to the name check: a letter about a town would else be full of
alarms. But "Helpers of Nyrquist" points at "Quiet Helpers of Nyrquist" wherever it stands.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.common_words import COMMON_WORDS
from desktop_app.domain.country_names import country_names
from desktop_app.domain.folding import fold
from desktop_app.domain.signatory import Signatory
from desktop_app.domain.withheld import Form, FormKind, is_no_name, short_acronyms, withheld_rows

_BETWEEN = frozenset("the for and from with los las por para des pour dans avec und von für".split())
_SHORT = 3
"""Latin letters of a word that only joins others: "of", "de la"."""


def hints_of(signatories: Sequence[Signatory], printed: Sequence[str]) -> tuple[Form, ...]:
    """Short acronyms, and every two telling words of a withheld name with what stands between them.

    Args:
        signatories: The whole list.
        printed: Names as the letter prints them; what stands there tells nothing.
    """
    lines = "\n".join(f" {fold(name)} " for name in printed)
    known = {word for name in (*COMMON_WORDS, *printed) for word in fold(name).split()}
    as_written = {word for name in printed for word in re.findall(r"\w+", name)}
    found: dict[tuple[str, int], Form] = {}
    for row in withheld_rows(signatories):
        for acronym in short_acronyms(row, as_written):
            found[acronym, row.row] = Form(acronym, row.row, FormKind.SHORT_ACRONYM)
        for name in (row.name, *row.also_known_as):
            for run in () if is_no_name(name) else _runs(fold(name).split(), known):
                if f" {run} " not in lines:
                    found[run, row.row] = Form(run, row.row, FormKind.RUN)
    return tuple(found.values())


def _runs(words: Sequence[str], known: set[str]) -> Iterator[str]:
    """From each word that says something to the next, where one of the two is nowhere else.

    "Sri Lanka" and "United Nations" are whole names of their own.
    """
    says = [at for at, word in enumerate(words) if not _only_joins(word)]
    for start, end in itertools.pairwise(says):
        run, ends = words[start : end + 1], (words[start], words[end])
        if _is_place(run):
            continue
        if any(word not in known and not _is_place([word]) for word in ends):
            yield " ".join(run)


def _is_place(words: Sequence[str]) -> bool:
    return not country_names().taken_out(words)[0]


def _only_joins(word: str) -> bool:
    return word in _BETWEEN or (word < "\u0370" and len(word) < _SHORT)
