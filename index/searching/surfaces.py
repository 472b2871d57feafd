"""Stems as people write them, for suggestions: the index knows no other forms of its words."""

from __future__ import annotations

from ...swedish.closeness import distance
from ...swedish.stemming import stem
from ...swedish.words import beginning_with


def written(key: str, typed: str) -> str:
    """A word with the stem `key`: the form of it closest to what was typed, in the same case.

    Of the forms that the lexicon knows; where it knows none, as of names, with the ending that was typed.
    """
    lower = typed.lower()
    forms = [(distance(lower, form), -times, form) for form, times in beginning_with(key) if stem(form) == key]
    return _in_case(min(forms)[2] if forms else _with_ending(key, lower), typed)


def _with_ending(key: str, lower: str) -> str:
    form = key + lower.removeprefix(stem(lower))
    return form if stem(form) == key else key


def _in_case(form: str, typed: str) -> str:
    if typed.isupper():
        return form.upper()
    return form.capitalize() if typed[:1].isupper() else form
