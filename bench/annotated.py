"""Documents with their facts marked in the running text: for people to write and read, for the bench to measure on.

A file has a head of `key: value` lines (title, doc_type, dnr, date, decider), a line `---`, and the text. In the text

    {org Region Dalarna | party; org_nr=232100-0974} beviljar {amount 1,2 mnkr | at_most; 2026/2027}

is read as "Region Dalarna beviljar 1,2 mnkr" with two facts in it. After the bar, fields are parted by semicolons:
either `name=value`, or a bare word that can only mean one thing (a role, an outcome, `year`, `excl`, `tkr`, `P6M`,
a date or a span of dates with a stroke). What the marked words say by themselves need not be repeated: names,
"600 tkr", "den 31 mars 2026". Marks may stand within marks. `{section § 118 | KS 2025/233}` is no fact; it gives the
decisions after it their paragraph and dnr. A line `=== page ===` is a page break.
tests/annotated/README.md says more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from avtalsarkiv.bench.plain_values import amount_in, span_in

PAGE_BREAK: Final = "=== page ===\n"
_KINDS: Final = {"org": "party", "person": "party", "amount": "amount", "date": "date", "decision": "decision"}
_EDGE: Final = re.compile(
    r"""
    \{ (?P<mark> org | person | amount | date | decision | section ) \s
  | (?: \s+ \| (?P<fields> [^{}|]* ) )? \}
    """,
    re.VERBOSE,
)
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "party": {"role": "party signatory decision_maker official member mentioned"},
    "date": {"role": "signed valid decided meeting deadline notice document other"},
    "decision": {"outcome": "approve reject refer note adjourn elect other"},
    "amount": {
        "per": "year month quarter hour day piece",
        "vat": "excl incl",
        "hedge": "about at_most at_least",
        "scale": "kr tkr mkr %",
        "role": "payment total part ceiling grant budget unit_price penalty deposit background earlier_agreement "
        "proposed rejected",
    },
}
_SPAN: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})?(?P<dash>/)?(\d{4}(?:-\d\d){0,2})?")


@dataclass(frozen=True, slots=True)
class Noted:
    """A fact as somebody wrote it down, or as the program found it: what two of them are compared by."""

    kind: str
    """`party`, `amount`, `date`, `decision`, or `document` for the document as a whole."""
    page: int
    start: int
    end: int
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)
    """By the names of the annotation; what is not said is left out."""
    optional: bool = False
    """A matter of convention: neither missed nor counted."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's text and what should be found in it."""

    name: str
    text: str
    """Its pages joined by form feeds."""
    facts: tuple[Noted, ...]
    """In the order of the text; the first is the document itself."""


class _Open(NamedTuple):
    mark: str
    start: int


def read_file(path: Path) -> Annotated:
    """Read an annotated document."""
    try:
        return read(path.stem, path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def read(name: str, source: str) -> Annotated:
    """Read an annotated document out of a string.

    Raises:
        ValueError: A mark is left open or has a field that means nothing, or words say no value and no field does.
    """
    head, _, body = source.partition("\n---\n")
    said = dict(_named(line) for line in head.splitlines())
    text, marks = _unmarked(body.replace(PAGE_BREAK, "\f"))
    facts = tuple(_facts(text, marks, said))
    whole = Noted("document", 1, 0, 0, said.get("title", ""), said)
    return Annotated(name, text, (whole, *facts))


def _named(line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise ValueError(f"a line of the head without a colon: {line!r}")
    return key.strip(), value.strip()


class _Mark(NamedTuple):
    mark: str
    start: int
    end: int
    fields: str


def _unmarked(body: str) -> tuple[str, list[_Mark]]:
    """The bare text, and the marks with their places in it, in the order in which they open."""
    kept: list[str] = []
    length = position = 0
    opened: list[_Open] = []
    marks: list[_Mark] = []
    for edge in _EDGE.finditer(body):
        kept.append(body[position : edge.start()])
        length += len(kept[-1])
        position = edge.end()
        if edge["mark"]:
            opened.append(_Open(edge["mark"], length))
        else:
            marks.append(_closed(opened, length, edge))
    if opened:
        raise ValueError(f"{len(opened)} marks are left open, the last at {''.join(kept)[-40:]!r}")
    return "".join((*kept, body[position:])), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _closed(opened: list[_Open], end: int, edge: re.Match[str]) -> _Mark:
    if not opened:
        raise ValueError(f"a mark is closed that was not opened, before {edge.string[edge.end() :][:40]!r}")
    mark, start = opened.pop()
    return _Mark(mark, start, end, " ".join((edge["fields"] or "").split()))


def _facts(text: str, marks: list[_Mark], said: Mapping[str, str]) -> Iterator[Noted]:
    """The facts that the marks stand for; decisions take paragraph and dnr from the section they stand in."""
    dnr = said.get("dnr", "")
    around = {"decider": said.get("decider", ""), "dnr": "" if ";" in dnr else dnr}
    for mark, start, end, fields in marks:
        words = " ".join(text[start:end].split())
        if mark == "section":
            around |= {"paragraph": "".join(re.findall(r"\d+", words)[:1]), "dnr": fields}
            continue
        noted = Noted(_KINDS[mark], text.count("\f", 0, start) + 1, start, end, text[start:end])
        given = _given(noted.kind, fields)
        yield replace(noted, fields=_valued(mark, words, given, around), optional="optional" in given)


def _given(kind: str, fields: str) -> dict[str, str]:
    """The fields as written after the bar."""
    found: dict[str, str] = {}
    for word in filter(None, map(str.strip, fields.split(";"))):
        key, equals, value = word.partition("=")
        found |= {key.strip(): value.strip()} if equals else _bare(kind, word)
    return found


def _bare(kind: str, word: str) -> dict[str, str]:
    for name, words in _WORDS[kind].items():
        if word in words.split():
            return {name: word}
    if word == "optional":
        return {word: word}
    if re.fullmatch(r"P\d+[YMWD]", word):
        return {"duration": word}
    if (span := _SPAN.fullmatch(word)) and kind in ("amount", "date"):
        first, last = span[1], span[3] if span["dash"] else span[1]
        return {name: value for name, value in (("from", first), ("to", last)) if value}
    raise ValueError(f"{word!r} says nothing of a fact of kind {kind}")


def _valued(mark: str, words: str, given: Mapping[str, str], around: Mapping[str, str]) -> dict[str, str]:
    """The fields, with what the marked words say by themselves."""
    match mark:
        case "org" | "person":
            by_itself = {
                "name": words[:1].upper() + words[1:],
                "type": "person" if mark == "person" else "organisation",
            }
        case "amount":
            by_itself = {} if {"value", "unit"} <= given.keys() else amount_in(words, given.get("scale"))
        case "date":
            by_itself = {} if {"from", "to", "duration"} & given.keys() else span_in(words)
        case _:
            by_itself = {name: value for name, value in around.items() if value}
    fields = by_itself | dict(given)
    return {name: value for name, value in fields.items() if value and name not in ("optional", "scale")}
