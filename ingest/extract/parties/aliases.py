"""What an agreement calls its parties: "nedan kallad Regionen", "(Mottagaren)", "Hyresvärd: X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from . import lists
from .entities import key
from .spans import Span
from .tokens import Token

_REACH: Final = 220
"""Signs after a name within which it is given another."""
_CALLED: Final = re.compile(
    r"""
    (?: nedan | härefter | hädanefter | här | i[ ]det[ ]följande | (?:i[ ])?fortsättning(?:en|svis) )
        \s+ (?: (?:gemensamt|tillsammans|även|enbart|endast)\s+ )? (?: (?:kalla|benämn|betecknad?)\w*\s+ )?
        ["”“'»(]? (?P<after>[A-ZÅÄÖ][\w-]+)
    | (?: kalla[ds]|kallat|kallade|benämn[dst]|benämnda )\s+ (?: (?:nedan|här)\s+ )? ["”“'»]? (?P<called>[A-ZÅÄÖ][\w-]+)
    | \( \s* (?: (?:nedan|kallad|kallat|härefter|även)\s+ )* ["”“'»]? (?P<bracket>[A-ZÅÄÖ][\w-]+) ["”“'»]? \s* \)
    """,
    re.VERBOSE,
)
_WORD: Final = re.compile(r"\s[A-ZÅÄÖ][a-zåäö]+\s+(?:[A-ZÅÄÖ]|\()")
"""Between a name and a bracket: what the bracket explains is longer than the name."""
_SORTS: Final = {
    "regionen": ("region",),
    "landstinget": ("landsting",),
    "kommunen": (" kommun",),
    "staden": (" stad",),
    "föreningen": ("förening", " if", " ik", "klubb"),
    "bolaget": (" ab", " hb", " kb"),
    "stiftelsen": ("stiftelse",),
    "universitetet": ("universitet",),
    "förbundet": ("förbund",),
}
"""What a kind of organisation is called where there is only one of it, and what stands in its name."""


def named(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Pairs of another name and the organisation's."""
    for span, after in zip(spans, [*spans[1:], None], strict=False):
        own = after and after.name.isupper() and after.start - span.end <= len(" (")  # Statens Vägråd (SVR)
        end = min(span.end + _REACH, len(text) if not after else after.end + 1 if own else after.start)
        for match in _CALLED.finditer(text, span.end, end):
            if not match["bracket"] or not _WORD.search(text, span.end, match.start()):
                yield (match["after"] or match["called"] or match["bracket"]), span.name


def labelled(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """The same for what stands after a label: "Hyresvärd: X" makes X the Hyresvärden."""
    for span in spans:
        label = label_before(tokens, span.first)
        if label in lists.words("party_labels"):
            yield definite(label), span.name


def label_before(tokens: Sequence[Token], place: int) -> str:
    """The one word and the colon that stand right before, in small letters, without the colon; else ""."""
    if place >= 2 and tokens[place - 1].text == ":":
        return tokens[place - 2].text.casefold()
    return ""


def definite(label: str) -> str:
    """The definite form: hyresvärden, köparen."""
    return f"{label}n" if label.endswith("e") else f"{label}en"


def given(text: str, tokens: Sequence[Token], organisations: Sequence[Span]) -> dict[str, str]:
    """The organisation that each name stands for which the document gives one, by `key` of the given name."""
    pairs = [*named(text, organisations), *labelled(tokens, organisations)]
    return {key(alias): name for alias, name in pairs}


def usual(organisations: Sequence[Span]) -> dict[str, str]:
    """What an organisation is called where it is the only one of its kind: Kommunen."""
    found: dict[str, str] = {}
    for alias, parts in _SORTS.items():
        names = {span.name for span in organisations if any(f"{part} " in f"{span.name.casefold()} " for part in parts)}
        if len(names) == 1:
            found[alias] = names.pop()
    return found


def meant(word: str, aliases: Mapping[str, str]) -> str | None:
    """The organisation that a word stands for, also in the genitive."""
    low = key(word)
    return aliases.get(low) or aliases.get(low.removesuffix("s"))
