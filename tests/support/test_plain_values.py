"""What a process says that is not to be trusted comes back as values of its type, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import pytest

from desktop_app.support.plain_values import NotOfTypeError, read_as, written


class Colour(StrEnum):
    RED = "red"


class Pair(NamedTuple):
    text: str
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Inner:
    number: int


@dataclass(frozen=True)
class Outer:
    name: str
    pairs: tuple[Pair, ...] = ()
    inner: Inner | None = None
    values: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    both: tuple[int, bool] = (1, True)


VALUE = Outer("\ud800 Lamp", (Pair("a"), Pair("b")), Inner(7), {"a": 1, "b": ("x", "y"), "c": "z"})


def test_a_value_comes_back_as_it_was() -> None:
    assert read_as(Outer, written(VALUE)) == VALUE
    assert read_as(Outer, written(Outer("x"))) == Outer("x")


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"{", b"null", b"7", b"[]", b'["a"]', b"[" * 100_000),
        *(b"[7, [], null, {}, [1, true]]", b'["a", [["b", "blue"]], null, {}, [1, true]]'),
        *(b'["a", [], [true], {}, [1, true]]', b'["a", [], null, [], [1, true]]'),
        *(
            b'["a", [], null, {"a": null}, [1, true]]',
            b'["a", [], null, {}, [1, 1]]',
            b'["a", 7, null, {}, [1, true]]',
        ),
    ],
)
def test_anything_else_is_refused(said: bytes) -> None:
    with pytest.raises(NotOfTypeError):
        read_as(Outer, said)


def test_what_is_no_plain_value_is_not_written() -> None:
    with pytest.raises(TypeError):
        written(object())
