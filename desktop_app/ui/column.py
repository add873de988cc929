"""The columns of the list on the screen."""

from enum import IntEnum


class Column(IntEnum):
    """The columns, in the order in which they stand."""

    ROW = 0
    NAME = 1
    ACRONYM = 2
    COUNTRY = 3
    LISTED = 4
    SIGNED_ON = 5
    TO_CHECK = 6
