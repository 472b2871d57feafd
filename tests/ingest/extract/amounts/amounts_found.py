"""Amounts of a text, written as briefly as a table of tests needs them."""

from __future__ import annotations

from avtalsarkiv.corpus.facts import Amount
from avtalsarkiv.ingest.extract.amounts import amounts
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention


def mentions(text: str) -> list[Mention]:
    """The amounts of a text, no identifiers and dates known."""
    return amounts(structured(text, Head()), [], [])


def contents(text: str) -> list[Amount]:
    """What they say."""
    return [mention.content for mention in mentions(text) if isinstance(mention.content, Amount)]


def brief(text: str) -> list[str]:
    """Value and unit of each, with a range's upper end; kronor without their unit."""
    return [
        f"{one.value}{f'-{one.value_max}' if one.value_max is not None else ''}"
        f"{one.unit.replace('SEK', '') if one.unit in ('SEK', '%') else ' ' + one.unit}"
        for one in contents(text)
    ]
