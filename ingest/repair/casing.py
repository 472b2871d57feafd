"""Small letters and capitals of what was meant, by those of what is seen."""

from __future__ import annotations


def recased(seen: str, word: str) -> str:
    """A lower-case word in the case of what is seen: letters that are the same keep theirs, others are small."""
    if is_upper(seen):
        return word.upper()
    core = seen.lower()
    start = _shared(core, word)
    end = _shared(core[start:][::-1], word[start:][::-1])
    changed = word[start : len(word) - end]
    if start == 0 and seen[:1].isupper():
        changed = with_initial(changed, capital=True)
    return seen[:start] + changed + seen[len(seen) - end :]


def with_initial(text: str, *, capital: bool) -> str:
    """The text with its first letter as a capital, or small."""
    return (text[:1].upper() if capital else text[:1].lower()) + text[1:]


def is_upper(seen: str) -> bool:
    """Is it in capitals, and longer than the initial of a word?"""
    return seen.isupper() and sum(map(str.isalpha, seen)) > 1


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
