"""Other agreements that a document names, and what it does to them: replaces, amends, extends, terminates, mentions.

The document itself ("detta avtal", "avtalet ... förlängs") is none, nor are agreements in general: there must be a
mark by which to know it, a date, a dnr, a number, a title in quotes, or what it is about and who made it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ....corpus.facts import Relation
from ..alternatives import factored, initials
from ..printed import rows_of
from .days import WHEN, YEAR, iso

_BETWEEN: Final = (
    r"det|den|de|ett|en|nu|då|tidigare|gällande|nuvarande|befintligt|befintliga|föregående|ursprungligt|ursprungliga"
    r"|rubricerat|rubricerade|ovan|nämnda|äldre|gamla|mellan|parterna|parternas|tecknade|tecknat|träffade|träffat"
    r"|ingångna|ingånget|upprättade|upprättat|samtliga|alla|rådande|löpande"
)
"""May stand between "ersätter" and the agreement."""
_HEREBY: Final = r"(?:\s(?:härmed|härigenom|därför|därmed|också|även|nu))?"
"""May stand in and behind the verb."""
_BEFORE: Final = re.compile(
    rf"""\b (?: (?P<replaces> (?:ersätter|ersätta) (?:\soch\supphäver | \sfrån\soch\smed(?:\s\S{{1,20}}){{1,4}}?)?
                          | upphäver | upphör | (?:träder\s)?i\sstället\sför )
              | (?P<amends> tillägg(?:savtal)?(?:et)? (?:\s(?:nr\s?)?\d{{1,3}})? \still | ändringsavtal(?:et)?\still
                          | (?:ändring|revidering|justering|komplettering)(?:en|ar|arna)?\s(?:av|i|till)
                          | ändrar | ändra | reviderar | kompletterar )
              | (?P<extends> förlängningsavtal(?:et)?\still | förlängning(?:en)?\sav | förläng(?:er|a|s|de|t){_HEREBY} )
              | (?P<terminates> (?:uppsägning|hävning)(?:en)?\sav | (?:säger|säga|sagt|sägs|sade){_HEREBY}\supp
                              | (?:häver|häva){_HEREBY} )
            ) \s (?: (?:{_BETWEEN})\s ){{0,5}} $""",
    re.VERBOSE | re.IGNORECASE,
)
_AND: Final = re.compile(rf"\)?,?\s(?:och|samt)\s(?:(?:{_BETWEEN})\s){{0,5}}", re.IGNORECASE)
"""Joins what is done to two: "ersätter avtalet av den 3 maj 2018 samt ett hyresavtal från 2015"."""
_AFTER: Final = re.compile(
    rf"""\b(?: (?P<replaces> ersätts | upphör(?:de)?\s(?:därmed|härmed|därvid|i\soch\smed) )
          | (?P<terminates> (?:sagts|sades|sägs){_HEREBY}\supp | (?:är|blev|blivit)\suppsag[dt] | hävs | hävdes )
          | (?P<extends> förlängs | förlängdes | förlängts )
          | (?P<amends> ändras | ändrats | revideras ) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"(?:detta|denna|föreliggande|förevarande|härmed|ovanstående|detta\s+\w+|bifogat|bifogade"
    r"|nytt|nya|ny|kommande|framtida)\s*$",
    re.IGNORECASE,
)
"""The document itself, and agreements that there are not yet."""
_EARLIER: Final = re.compile(
    r"\b(?:tidigare|föregående|nuvarande|befintliga?t?|gällande|förra|ursprungliga?t?|rubricerade?t?|äldre)\s",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    rf"""\b(?: daterat | daterad | av | undertecknat | undertecknad | tecknat | tecknad | träffat | upprättat | ingånget
          | slutet | som\s(?:parterna\s)?(?:undertecknades | tecknades | träffades | upprättades | ingicks | slöts) )
        (?:\ mellan\ parterna)? ,? \s (?:den\s|år\s|i\s)? (?P<when>{WHEN})""",
    re.VERBOSE | re.IGNORECASE,
)
_SINCE: Final = re.compile(
    rf"\s*\((?P<first>{YEAR})[-–]\d{{2,4}}\)|\s*\(?(?:från\s)?(?:den\s|år\s)?(?P<when>{WHEN})(?!\s*(?:[-–−]|till\b|t\.?\s?o\.?\s?m\b))",
    re.IGNORECASE,
)
"""Only right behind the name: a term follows "från" further on."""
_NUMBER: Final = re.compile(
    r"""\b(?:avtals|kontrakts)?(?:nr|nummer)\.?:?\s(?=\S*\d)[\w/.:-]*\w
      | \A\s(?!(?:19|20)\d\d-)\d[\d.]{0,9}-\d[\d-]{0,12}(?![\d.])""",
    re.IGNORECASE | re.VERBOSE,
)
"""Hyreskontrakt nr 12; hyreskontrakt 4417-01."""
_ABOUT: Final = re.compile(
    r"""\s (?: (?i: avseende | rörande | angående | gällande | mellan | för(?!\s(?:avflytt|upphör|villkor)) )
             | (?i:med)(?=\s[A-ZÅÄÖ])
             | (?i:om) (?! \s(?: de[nt] | denna | detta | någon | någondera | inte | så | part | parten | motparten | en
                               | \w{0,30}(?:tagaren|givaren|gästen|värden|ören|aren) )\b )
           ) \s""",
    re.VERBOSE,
)
"""What it is about, or with whom it is; not "säga upp avtalet om parten bryter mot det"."""
_MAY: Final = re.compile(
    r"(?:^|.*\b)(?:om|vid|får|kan|kunna|rätt|möjlighet|möjligheten|vill|önskar|skulle|option)\b", re.IGNORECASE
)
"""Who may end or extend an agreement has not done so."""
_IN_WRITING: Final = re.compile(
    r"\b(?:görs|göras|ske|sker|vara|är|upprättas|träffas|avtalas)\s(?:\w+\s)?skriftlig", re.IGNORECASE
)
"""How an agreement is to be amended has not amended it."""
_QUOTED: Final = re.compile(r"\s[”\"“][^”\"“\n]{3,100}[”\"“]")
_NO_NAME: Final = re.compile(
    r"kollektivavtal|hängavtal|(?:tilläggs|ändrings|förlängnings)avtal(?:et)?\s(?:nr\s?)?\d{0,3}\s?till\s",
    re.IGNORECASE,
)
"""Of these there are many, and the last name what they add to."""
_RELATIONS: Final[tuple[Relation, ...]] = ("replaces", "amends", "extends", "terminates")
_RIGHTS: Final = ("extends", "terminates")
_LOOK_BACK: Final = 100
_ADJECTIVE_REACH: Final = 40
_NEXT_MARK: Final = 60
"""Code points behind the title in which its date and dnr may stand."""
_NEXT_VERB: Final = 60
_LONGEST_TITLE: Final = 160
_FARTHEST: Final = 220
"""Code points behind the noun in which its marks are looked for."""


_SHORT_NAME: Final = r"(?:(?:nedan|härefter|fortsättningsvis|kallad|kallat)[ ,]{1,2}){0,3}[^\W\d_][^()\d\n]{1,40}\)"
"""What a party is called from here on: "Ragunda kommun (Kommunen)"; the name of the agreement goes on behind it."""
_ASIDE: Final = re.compile(rf"\s*\({_SHORT_NAME}")
Registered = Callable[[int, int], str | None]


@dataclass(frozen=True, slots=True)
class Named:
    """An agreement as a sentence names it; offsets into the text given."""

    start: int
    end: int
    relation: Relation
    title: str
    date: str | None
    dnr: str | None


def agreements_named(text: str, start: int, end: int, dnr_in: Registered) -> Iterator[Named]:
    """The other agreements that a sentence [start, end) of the text names, in its order.

    `dnr_in` tells the first dnr of a stretch of the text, as printed.
    """
    sentence = text[start:end]
    nouns = list(_nouns().finditer(sentence))
    starts = [*(noun.start() for noun in nouns), len(sentence)]
    above: Named | None = None
    for noun, following in zip(nouns, starts[1:], strict=True):
        reach = min(following, noun.end() + _FARTHEST)
        found = _named(sentence, noun, reach, lambda first, last: dnr_in(start + first, start + last))
        if found:
            if above and found.relation == "mentions" and _AND.fullmatch(sentence, above.end, found.start):
                found = replace(found, relation=above.relation)
            above = found
            yield replace(found, start=start + found.start, end=start + found.end)


def _named(sentence: str, noun: re.Match[str], reach: int, dnr_in: Registered) -> Named | None:
    begins = _word_start(sentence, noun.start())
    if _NO_NAME.match(sentence, begins):
        return None
    before, behind = sentence[max(0, begins - _LOOK_BACK) : begins], sentence[noun.end() : reach]
    cue = _BEFORE.search(before)
    if not cue and _OWN.search(before):
        return None
    ends = 0 if _SINCE.match(behind) else _title_ends(behind)
    marks = _Marks.of(behind, ends, dnr_in(noun.end(), min(reach, noun.end() + ends + _NEXT_MARK)))
    after = None if cue else _AFTER.search(behind, max(ends, marks.end), max(ends, marks.end) + _NEXT_VERB)
    relation = _relation(cue or after)
    if cue and not (marks.date or marks.dnr) and relation in _RIGHTS and _MAY.match(before, 0, cue.start()):
        return None
    if cue and relation == "amends" and _IN_WRITING.search(behind):
        return None
    if not _is_known_by(marks, sentence[begins : noun.end()], before, acted_on=bool(cue or after)):
        return None
    first = begins - len(before) + cue.start() if cue else begins
    last = noun.end() + max(ends, marks.end, after.end() if after else 0)
    return Named(first, last, relation, _title(sentence[begins : noun.end() + ends]), marks.date, marks.dnr)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What stands behind the noun by which the agreement is known."""

    end: int
    date: str | None
    dated: bool
    """Is the date said to be that of the agreement, and not only beside it?"""
    dnr: str | None
    number: bool
    quoted: bool
    about: bool

    @classmethod
    def of(cls, behind: str, ends: int, dnr: str | None) -> _Marks:
        dated = _DATED.search(behind, 0, ends + _NEXT_MARK)
        since = None if dated else _SINCE.match(behind, ends)
        when = dated["when"] if dated else (since["when"] or since["first"]) if since else None
        return cls(
            end=max(
                ends, *(match.end() for match in (dated, since) if match), behind.find(dnr) + len(dnr) if dnr else 0
            ),
            date=iso(when) if when else None,
            dated=bool(dated),
            dnr=dnr,
            number=bool(_NUMBER.search(behind, 0, ends)),
            quoted=bool(_QUOTED.match(behind)),
            about=bool(_ABOUT.match(behind)),
        )


def _is_known_by(marks: _Marks, noun: str, before: str, *, acted_on: bool) -> bool:
    if marks.dnr or marks.number or marks.quoted or (marks.date and marks.dated):
        return True
    bare = noun.casefold() in _bare()
    earlier = bool(_EARLIER.search(before[-_ADJECTIVE_REACH:]))
    if marks.date and (earlier or not bare):
        return True
    return marks.about and (earlier or acted_on)


def _relation(cue: re.Match[str] | None) -> Relation:
    if cue is None:
        return "mentions"
    return next(name for name in _RELATIONS if cue[name])


def _title(words: str) -> str:
    """Without what parties are called for short."""
    return _ASIDE.sub("", words).strip(" ,.")


def _title_ends(behind: str) -> int:
    """How far the name goes on behind its noun."""
    end = _name_ends().search(behind, 0, _LONGEST_TITLE)
    return end.start() if end else min(len(behind), _LONGEST_TITLE)


def _word_start(text: str, at: int) -> int:
    while at and (text[at - 1].isalnum() or text[at - 1] == "-"):
        at -= 1
    return at


@cache
def _name_ends() -> re.Pattern[str]:
    return re.compile(
        rf"""\s* (?: [;:\n\t] | [(](?!{_SHORT_NAME}) | ,(?=\s) | [.]$
                 | \b(?: {"|".join(rows_of("name_ends.txt"))} | och\satt | per\sden
                       | av\s(?=den|\d) | med\s(?:dnr|diarie)
                       | (?:från|till)\soch\smed | (?:fr|t)\.?\s?o\.?\s?m | den\s(?=\d) | till\s(?=(?:den\s)?\d)
                       | med\s(?=(?:en|ett|två|tre|fyra|fem|sex|tio|tolv|ytterligare|högst|omedelbar)\b|\d)
                       | från\s(?=\d|(?:den|år|januari|februari|mars|april|maj|ju[nl]i|augusti|september|oktober
                                  |november|december)\b) )\b )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _nouns() -> re.Pattern[str]:
    nouns = factored([*map(re.escape, word), f"(?:{ending})?"] for word, ending in _rows())
    return re.compile(rf"(?={initials(word for word, _ in _rows())})(?:{nouns})(?![\w-])", re.IGNORECASE)


@cache
def _bare() -> frozenset[str]:
    """Nouns that say no more than that it is the agreement at hand."""
    return frozenset(word + ending for word, ending in _rows())


def _rows() -> Iterator[tuple[str, str]]:
    for row in rows_of("agreement_words.txt"):
        word, ending = row.split()
        yield word, ending
