"""What every text goes through before it is kept: one kind of line end, no control characters, NFC."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
# The end-of-file mark of DOS and marks that no printer shows; a soft hyphen is printed only at the end of a line.
_UNSEEN: Final = re.compile("\x1a+$|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u00ad(?!\n)")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    """The text as a reader sees it: lines end with a line feed, nothing invisible is left in it, NFC.

    Form feeds stay: they are page breaks. Control characters are taken out, see `count_controls`.
    """
    text = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", _UNSEEN.sub("", text)))


def count_controls(text: str) -> int:
    """How many characters `tidy` takes out that have no business in a text: a sign that it is damaged."""
    return len(_CONTROLS.findall(_UNSEEN.sub("", _LINE_ENDS.sub("\n", text))))
