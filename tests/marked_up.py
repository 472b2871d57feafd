"""Damaged text as it is easiest read in a test: "i {Jimtland=Jämtland}" is a page printed "i Jimtland"."""

from __future__ import annotations

import re
from typing import Final

from avtalsarkiv.corpus.model import Repair, Standing

_REPAIR: Final = re.compile(r"\{([^=?!{}]*)([=?!])([^{}]*)\}")
_STANDING: Final = {"=": Standing.MADE, "?": Standing.SUGGESTED, "!": Standing.REJECTED}


def marked_up(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The printed text and its repairs: {seen=meant} is made, {seen?meant} suggested, {seen!meant} rejected."""
    printed, repairs, end = "", [], 0
    for found in _REPAIR.finditer(text):
        seen, sign, meant = found.groups()
        printed += text[end : found.start()]
        repairs.append(Repair(len(printed), len(printed) + len(seen), seen, meant, 0.97, "language", _STANDING[sign]))
        printed += seen
        end = found.end()
    return printed + text[end:], tuple(repairs)
