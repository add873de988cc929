"""The encoding that is taken where a file names none, and where a reader can see that it was another."""

GUESS = "cp1252"
"""What old programs of Windows write in Western Europe, and nothing in a file tells."""

_NEXT = "cp1250"
"""That of Central Europe: most of its texts make words when they are read as Western ones."""


def _read_as(encoding: str, byte: int) -> str:
    return bytes((byte,)).decode(encoding, "ignore")


_TELLING = frozenset(
    sign for byte in range(256) if (sign := _read_as(GUESS, byte)).isalpha() and sign != _read_as(_NEXT, byte)
)


def shows_the_guess(text: str) -> bool:
    """Whether a text has a letter that is another one in the next likely encoding.

    The é of Réseau and the Ž of Žižek are the same in both: they look right, and say nothing of the others.
    """
    return not _TELLING.isdisjoint(text)
