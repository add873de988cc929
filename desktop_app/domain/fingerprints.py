"""What stands for rows outside the list: keyed fingerprints that nobody can read or guess without it."""

import hmac
import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from desktop_app.domain.folding import fold
from desktop_app.domain.signatory import Signatory

_KEY_BYTES = 32

Fingerprint = Callable[[str], str]
"""What stands for a text outside the list."""


def new_key() -> str:
    """A key for the fingerprints of one list. It lives in the list, which alone can read them."""
    return secrets.token_hex(_KEY_BYTES)


def keyed(key: str) -> Fingerprint:
    """Fingerprints that nobody finds the text of by trying names, unless he has the key as well."""
    secret = key.encode()
    # One answer is asked about several times.
    return cache(lambda text: hmac.digest(secret, text.encode("utf-8", "surrogatepass"), "sha256").hex())


class Fingerprints:
    """The fingerprints of pairs of rows, made of their names and countries, wherever they stand.

    Args:
        signatories: The whole list.
        key: As ``new_key`` made it.
    """

    def __init__(self, signatories: Iterable[Signatory], key: str) -> None:
        self._keyed = keyed(key)
        self._rows = {
            signatory.row: self._keyed(f"{fold(signatory.name)}\n{fold(signatory.country)}")
            for signatory in signatories
        }
        self._times = Counter(self._rows.values())

    def of_pair(self, a: int, b: int) -> str:
        """What stands for two rows, whichever is named first."""
        first, second = sorted((self._rows[a], self._rows[b]))
        # Rows of one name are told apart by nothing: a third of that name is a new question.
        times = self._times[first] if first == second else 0
        return self._keyed(f"{first} {second} {times}")
