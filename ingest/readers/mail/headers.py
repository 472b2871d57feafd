"""The headers of a mail as a person reads them, whatever the program that wrote them made of their letters."""

from __future__ import annotations

import email.utils
import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from typing import Final, TypeAlias

from ..encoding import decode

Part: TypeAlias = "Message[str, str]"

_FOLDING: Final = re.compile(r"[\r\n]+[ \t]*")
_SPACES: Final = re.compile(r"\s+")


def header(part: Part, name: str) -> str:
    """A header on one line, its letters decoded; empty where there is none."""
    return readable(str(next((value for key, value in part.raw_items() if key.lower() == name.lower()), "")))


def date_header(part: Part) -> str:
    """When the mail was sent, as year-month-day and hour, in the sender's time; as it stands if it is no date."""
    stated = header(part, "Date")
    try:
        return email.utils.parsedate_to_datetime(stated).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return stated


def readable(raw: str) -> str:
    """A header's value on one line: encoded words and bare bytes decoded, line folding undone."""
    try:
        pieces = decode_header(_FOLDING.sub(" ", raw))
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    return _SPACES.sub(" ", "".join(_piece(*piece) for piece in pieces)).strip()


def _piece(text: str | bytes, charset: str | None) -> str:
    if isinstance(text, str):
        text = text.encode("utf-8", "surrogateescape")
    return decode(text, charset).text
