"""Values of our own frozen classes as JSON and back, held against their types on the way in.

What comes from a process that read a stranger's file is not to be trusted: ``pickle`` would run whatever it
says. Here nothing comes back but what the type names: texts, figures, and classes made of them.
"""

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

_Made = TypeVar("_Made")
_Read = Callable[[Any], Any]
_PLAIN = (str, int, bool, type(None))


class NotOfTypeError(ValueError):
    """What was said is not of the type that it should have."""


def written(value: object) -> bytes:
    """A value as JSON."""
    return json.dumps(_plain(value)).encode("ascii")


def read_as(kind: type[_Made], said: bytes) -> _Made:
    """The value of that type which ``written`` wrote.

    Raises:
        NotOfTypeError: where it is none.
    """
    try:
        made = _reader(cast("Hashable", kind))(json.loads(said))
    except (ValueError, RecursionError):
        raise NotOfTypeError from None
    if not isinstance(made, kind):
        raise NotOfTypeError
    return made


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _PLAIN):
        return value
    if is_dataclass(value):
        return [_plain(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    raise TypeError(type(value).__name__)


@cache
def _reader(kind: Hashable) -> _Read:
    """``kind`` is a type, a union, or an alias of one."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_reader(inside)
    if origin is UnionType:
        return _first_of([_reader(one) for one in inside])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(*map(_reader, inside))
    if not isinstance(kind, type):
        raise TypeError(kind)
    if issubclass(kind, Enum):
        return kind
    if is_dataclass(kind) or issubclass(kind, tuple):
        return _class_reader(kind)
    if kind in _PLAIN or kind is bytes:  # bytes are never in JSON: they go beside it
        return lambda said: _checked(said, kind)
    raise TypeError(kind)


def _checked(said: object, kind: type) -> object:
    if type(said) is not kind:
        raise NotOfTypeError
    return said


def _tuple_reader(inside: tuple[Any, ...]) -> _Read:
    if inside[-1] is not Ellipsis:
        return _parts_reader(lambda *parts: parts, [_reader(one) for one in inside])
    one = _reader(inside[0])
    return lambda said: tuple(map(one, _checked(said, list)))  # type: ignore[call-overload]


def _mapping_reader(key: _Read, value: _Read) -> _Read:
    def read(said: object) -> object:
        if not isinstance(said, dict):
            raise NotOfTypeError
        return {key(name): value(one) for name, one in said.items()}

    return read


def _class_reader(kind: type) -> _Read:
    """For a dataclass or a named tuple: its fields in their order."""
    hints = get_type_hints(kind)
    names: Sequence[str] = [one.name for one in fields(kind)] if is_dataclass(kind) else list(hints)
    return _parts_reader(
        lambda *parts: kind(**dict(zip(names, parts, strict=True))), [_reader(hints[name]) for name in names]
    )


def _parts_reader(make: Callable[..., object], readers: list[_Read]) -> _Read:
    def read(said: object) -> object:
        if not isinstance(said, list) or len(said) != len(readers):
            raise NotOfTypeError
        return make(*(reader(one) for reader, one in zip(readers, said, strict=True)))

    return read


def _first_of(readers: list[_Read]) -> _Read:
    def read(said: object) -> object:
        for reader in readers:
            try:
                return reader(said)
            except ValueError:
                continue
        raise NotOfTypeError

    return read
