"""The types of facts as JSON and back. Strict on the way back: what does not fit is refused, never guessed at."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Json = Any
"""None, a string, a number, a truth value, a list of them or a dict of them by string."""
_Reader = Callable[[Json], object]
_SAME: Final = (str, int, bool)


class Unfit(ValueError):
    """A value does not fit the type that it is given for; the message is a sentence about the value."""


def encoded(value: object) -> Json:
    """A value of one of the types in `facts` as JSON: money as a decimal string, a field `from_` by the key `from`."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: encoded(getattr(value, name)) for key, name in _names(type(value)).items()}
    if isinstance(value, tuple):
        return [encoded(item) for item in value]
    return plain(value) if isinstance(value, Decimal) else value


def decoded(cls: type[T], data: Mapping[str, Json]) -> T:
    """The value of a type of which `encoded` made this; keys that are left out have the type's own defaults.

    Raises:
        Unfit: A key is not the type's, or missing and without a default; or a value is not one that it may have.
    """
    readers, required = _shape(cls)  # type: ignore[arg-type]  # types are hashable, also where T stands for one
    if strange := data.keys() - readers.keys():
        raise Unfit(f"{min(strange)}: is no field of it; it has {', '.join(readers)}")
    given = {}
    for key, value in data.items():
        name, reader = readers[key]
        try:
            given[name] = reader(value)
        except Unfit as error:
            raise Unfit(f"{key}: {error}") from error
    if missing := required - given.keys():
        raise Unfit(f"{min(missing)}: is missing")
    return cls(**given)


def plain(number: Decimal) -> str:
    """A number as a decimal string without exponent and without trailing zeros: "2500000", "12.5"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def keys(cls: type) -> tuple[str, ...]:
    """The keys of a type's fields."""
    return tuple(_names(cls))


@cache
def _names(cls: type) -> dict[str, str]:
    return {field.name.rstrip("_"): field.name for field in fields(cls)}


@cache
def _shape(cls: type) -> tuple[dict[str, tuple[str, _Reader]], frozenset[str]]:
    """For each key the field's name and what reads its value; and the names of those without a default."""
    hints = get_type_hints(cls)
    readers = {key: (name, _reader(hints[name])) for key, name in _names(cls).items()}
    return readers, frozenset(field.name for field in fields(cls) if field.default is MISSING)


def _reader(hint: Any) -> _Reader:
    """What turns JSON into a value of a type, or raises Unfit."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        [inner] = (argument for argument in arguments if argument is not type(None))
        return _optional(_reader(inner))
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _several(_reader(arguments[0]))
    if hint is Decimal:
        return _number
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: decoded(hint, value)
    return _of_type(hint)


def _optional(inner: _Reader) -> _Reader:
    return lambda value: None if value is None else inner(value)


def _one_of(choices: tuple[str, ...]) -> _Reader:
    chosen = {choice: choice for choice in choices}

    def read(value: Json) -> object:
        if not isinstance(value, str) or value not in chosen:
            raise Unfit(f"{value!r} is not one of {', '.join(choices)}")
        return chosen[value]

    return read


def _several(inner: _Reader) -> _Reader:
    def read(value: Json) -> object:
        if not isinstance(value, list):
            raise Unfit(f"{value!r} is no list")
        return tuple(map(inner, value))

    return read


def _number(value: Json) -> Decimal:
    try:
        number = Decimal(value) if isinstance(value, str) else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Unfit(f"{value!r} is no number; write 2500000 or 12.5")
    return number


def _of_type(wanted: type) -> _Reader:
    if wanted not in _SAME:
        raise TypeError(f"{wanted}: has no form in JSON")

    def read(value: Json) -> object:
        if type(value) is not wanted:
            raise Unfit(f"{value!r} is not of the type {wanted.__name__}")
        return value

    return read
