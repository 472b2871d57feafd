"""The clauses of a decision: points, att-clauses and sentences, each without its number and without the lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ..layout.lead_ins import announces, forwarded, lead_in
from ..outcomes import decides
from .items import Item

_ANNOUNCES: Final = re.compile(r".*(?::|\bföljande\.?)", re.DOTALL)
"""How a sentence ends that only says that something follows."""
_NEXT_ATT: Final = re.compile(r"(?:(?P<parted>[,;.]\s(?:samt\s|och\s)?|\s(?:samt|och)\s)|\s)(?=att\s)")
_NEAR: Final = 60
"""Code points after "att" among which the verb of its clause stands."""
_FLAT_POINT: Final = re.compile(
    r"""(?<!\S) (?: (?P<point> \d{1,2} | [a-h] (?=\)) ) [.)] \s (?= [^\W\d_] )
                  | (?<= [.;:] \s ) (?P<bare> \d{1,2} ) \s (?= [A-ZÅÄÖ] ) )""",
    re.VERBOSE,
)
_GOVERNS: Final = re.compile(
    r"""(?: \b(?: uppdra | uppdrag | bemyndiga | befullmäktiga | delegera | rekommendera | föreslå | uppmana | begära
          | medge | hemställa | ålägga | tillåta | bjuda [ ] in | avstå | rätt(?:en)? | möjlighet(?:en)?
          | beslut(?:et|a)? | konstatera | meddela | anse | notera | anteckna | ansökan | förslag(?:et)? | krav(?:et)?
          | villkor(?:et)? | ge | plan )\b
        | \b(?: om | för | till | från | av | genom | utan | så | på | i | med | eller )$ )""",
    re.VERBOSE,
)
"""Words on which a clause with "att" hangs that is none of its own."""
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s[A-ZÅÄÖ\"”])")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Za-zÅÄÖåäö]|t\.ex|bl\.a|m\.m|m\.fl|dvs|f\.d|s\.k|kl|nr|dnr|org|ca|kap|st|jfr|bil|resp|inkl|exkl|tf|ordf"
    r"|\d{1,2})$"
)
_LONGEST: Final = 4000
"""Code points; what goes on longer without an end is no clause."""
_REACH: Final = 8
"""Code points before a full stop in which the word stands that it may abbreviate."""
_TRAILING: Final = re.compile(r"(?:\s*[,;]?\s(?:samt|och)|\s*[,;])\s*$")
_OTHER_MATTER: Final = re.compile(
    r"""(?: beslutet | detta [ ] beslut ) [ ] (?: kan | får | har | fattas | fattades | går )
      | paragrafen | (?: punkten | ärendet | beslutet ) [ ] (?: förklaras | justeras ) [ ] omedelbart
      | omedelbar [ ] justering | (?: skriftlig [ ] | blank [ ] )? reserv | yrkande | jäv | särskilt [ ] yttrande
      | protokollsanteckning | motiver | skäl(?:et|en)?\b | bakgrund
      | .{0,80} \b (?: reserverar | reserverade ) [ ] sig | .{0,120} \b delt(?:ar|og) [ ] (?: inte | ej | varken )
      | .{0,80} \b (?: yrkar | yrkade | anmäler [ ] jäv | anmälde [ ] jäv | röstade?r? )\b
      | vid [ ] protokollet | beslutsunderlag | bilag(?:a|or)\b | se [ ] bilaga | \(?bilaga""",
    re.VERBOSE | re.IGNORECASE,
)
"""How sentences begin that stand beside a decision and are none."""
_ASIDE: Final = re.compile(
    r"\s(?:Reservation(?:er)?|Yrkanden?|Särskilt yttrande|Protokollsanteckning|Jäv|Skickas till)\s?:.*", re.DOTALL
)
"""Another heading in the same line: "Enligt förslag. Reservation: KD"."""

Part = tuple[int, int, str | None]
"""Bounds in a text, and the number of the point."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of what was decided."""

    start: int
    end: int
    point: str | None
    decider: str | None = None
    """As it stands in the lead-in."""
    passed_on: bool = False
    """Is it decided to propose this to somebody else?"""


def clauses(pieces: Iterable[Item]) -> Iterator[Clause]:
    """The clauses of a decision, in the order of the text."""
    decider: str | None = None
    opening, passed_on, in_past = True, False, False
    for item in pieces:
        lead = lead_in(item.text)
        start = lead.end() if lead else 0
        if lead and lead["past"] and not (opening or in_past):
            continue  # what was done before, told after what is decided now
        if lead:
            in_past = bool(lead["past"])
            decider, passed_on = lead["body"] or lead["inverted"], forwarded(item.text, start) > start
        if announces(item.text):
            continue
        for begin, end, point in _parts(item, start, opening=opening):
            yield Clause(item.offsets[begin], item.offsets[end - 1] + 1, point, decider, passed_on)
        opening = False


def sentences(item: Item) -> Iterator[Item]:
    """The sentences of an item."""
    begin = 0
    for end in (*_sentence_ends(item.text, 0), len(item.text)):
        begin += len(item.text[begin:end]) - len(item.text[begin:end].lstrip())
        if begin < end:
            yield Item(item.text[begin:end], item.offsets[begin:end], item.point, item.listed)
        begin = end


def _parts(item: Item, start: int, *, opening: bool) -> Iterator[Part]:
    """What of an item, from an offset in its text on, is decided, without what trails behind."""
    aside = _ASIDE.search(item.text, start)
    text = item.text[: aside.start()] if aside else item.text
    if item.point is None and _OTHER_MATTER.match(text):
        return
    for begin, end, point in _divided(text, start, item, opening=opening):
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
        end = begin + len(_TRAILING.sub("", text[begin:end].rstrip()))
        if begin < end <= begin + _LONGEST:
            yield begin, end, point


def _divided(text: str, start: int, item: Item, *, opening: bool) -> Iterator[Part]:
    points = _flat_points(text, start, item.point)
    if points:
        yield from points
    elif item.point is not None:
        yield start, len(text), item.point
    elif text.startswith("att ", start):
        yield from _att_clauses(text, start)
    elif not (_ANNOUNCES.fullmatch(text, start) and not item.listed):
        yield from _sentences(text, start, opening=opening or start > 0 or item.listed)


def _flat_points(text: str, start: int, first: str | None) -> list[Part]:
    """The points of a list that was printed on: "1. ... 2. ...", where they count from one or from a."""
    if first not in (None, "1", "a"):
        return []
    begins = [(start, start, first)] if first else []
    for found in _FLAT_POINT.finditer(text, start):
        point = found["point"] or found["bare"]
        if point == _follower(begins[-1][2]) if begins else point in ("1", "a"):
            begins.append((found.start(), found.end(), point))
    if len(begins) < 2 or (begins[0][2] == "a" and decides(text[start : begins[0][0]])):
        return []  # "Till ledamöter utses: a) ... b) ..." is one
    ends = [before for before, _, _ in begins[1:]] + [len(text)]
    return [(after, end, point) for (_, after, point), end in zip(begins, ends, strict=True)]


def _follower(point: str) -> str:
    return str(int(point) + 1) if point.isdigit() else chr(ord(point) + 1)


def _att_clauses(text: str, start: int) -> Iterator[Part]:
    stop = next(_sentence_ends(text, start), len(text))
    begin = start
    for before, after in _more_att(text, start, stop):
        yield begin, before, None
        begin = after
    yield begin, stop - text[:stop].endswith("."), None
    yield from _sentences(text, stop, opening=False)


def _more_att(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a clause with "att" ends, and the next begins: at a comma, or where only a line break was between."""
    begin = start
    for more in _NEXT_ATT.finditer(text, start, stop):
        free = more["parted"] or not _GOVERNS.search(text, begin, more.start())
        if free and (more["parted"] or _begins_deciding(text[more.end() : more.end() + _NEAR])):
            yield more.start(), more.end()
            begin = more.end()


def _begins_deciding(clause: str) -> bool:
    """Does a clause deny something, or begin with a verb of decision?"""
    words = clause.split()[1:4]
    return words[:1] == ["inte"] or decides(" ".join(words))


def _sentences(text: str, start: int, *, opening: bool) -> Iterator[Part]:
    """The sentences that decide; the first does whatever its verb is, where it opens the decision."""
    begin = start
    for end in (*_sentence_ends(text, start), len(text)):
        sentence = text[begin:end].strip()
        if sentence and not _OTHER_MATTER.match(sentence) and (opening or decides(sentence)):
            yield begin, end, None
        opening = opening and not sentence
        begin = end


def _sentence_ends(text: str, start: int) -> Iterator[int]:
    return (
        found.end()
        for found in _SENTENCE_END.finditer(text, start)
        if not _ABBREVIATED.search(text, max(0, found.start() - _REACH), found.start())
    )
