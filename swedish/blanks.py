"""Typographic spaces made into ordinary ones, one for one, so that offsets stay true."""

from __future__ import annotations

import re
from typing import Final

TYPOGRAPHIC: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""No-break, thin, and other spaces of a set width."""
_BLANK: Final = re.compile(f"[{TYPOGRAPHIC}]")


def plain(text: str) -> str:
    """The text with these as ordinary blanks; of the same length."""
    return _BLANK.sub(" ", text)
