"""What a date is by the words of its sentence: one end of a term, the day of a decision, of a meeting, of signing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import DateRole
from .cues import first_cue, last_cue
from .shapes import Found

_UNTIL: Final = re.compile(r"\b(?:före|innan)(?:[ ]utgången[ ]av)?[ ]$", re.IGNORECASE)
_AFTERWARDS: Final = re.compile(
    r"\b(?:uppst[åa]tt|uppkommit|inträffat|gjorts|köpts|byggts?|född\w*)[ ]före[ ]$"
    r"|\b(?:veckor|dagar|månader)[ ](?:från|efter)[ ]$",
    re.IGNORECASE,
)
"""A day that costs have come up before, or that a time for an appeal is counted from."""
_PARAGRAF: Final = re.compile(r",?[ ]?\(?(?:\w{2,5}[ ])?§{1,2}[ ]?\d")
_HANDLED: Final = re.compile(r"\b(?:behandla\w+|beredde\w*|föresl\w+|föredrog\w*)\b", re.IGNORECASE)
_EXPECTED: Final = re.compile(r"\b(?:väntas|förväntas|planeras|beräknas|kommer[ ]att|bedöms|tidigast)\b", re.IGNORECASE)
_FROM_OR_TO: Final = re.compile(
    r"""(?: \b(?:fr[åa]n(?:[ ]och[ ]med)?|till(?:[ ]och[ ]med)?|fom|tom|from|per)
          | \b(?:fr?|t)\.?[ ]?o\.?[ ]?m\.? )[ ]$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN_FROM: Final = re.compile(r"(?:fr[åa]n|till|per)[ ]", re.IGNORECASE)
_AT_MOST: Final = re.compile(r"\b(?:längst|högst|maximalt|dock)[ ](?:intill|till)(?:[ ]och[ ]med)?[ ]$", re.IGNORECASE)
_TERM_LEAD: Final = re.compile(
    r"\b(?:under|hela|(?:kalender|verksamhets)?året?|kraft|gälla|upphöra?|upphörde|med[ ]start|den)[ ]$", re.IGNORECASE
)
_BOUND: Final = re.compile(
    r"""\b(?:(?:projekt|avtals|kontrakts)(?:start|slut)\w*|(?:start|slut)datum)[: \t]+$
      | \b(?:upphör|löper[ ]ut)\b[^,;.]{0,60}$""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_FORCE: Final = re.compile(
    r"""\b(?: gäll\w+ | giltig\w* | i[ ]kraft | upphör\w* | förläng\w+ | löp(?:er|a|te|tid\w*) | pågå\w* | pågick
        | bedriv\w+ | \w*(?:avtals|hyres|projekt|kontrakts|arrende|uppdrags|upplåtelse)(?:tid|period)\w*
        | \w*(?:avtal|överenskommelse) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LASTING: Final = re.compile(
    r"""avtal | överenskommelse | kontrakt | förklaring | intyg | tillstånd | projekt | insats | samverkan
      | förläng | medlemskap
      | (?:hyres|arrende|löp|giltighets)tid""",
    re.IGNORECASE | re.VERBOSE,
)
"""What has a term, in a document that is none itself; decisions, prices and rules are only applied from a day."""
_OTHER_SUBJECT: Final = re.compile(
    r"""\b(?: \w*pris(?:er|et|erna)? | \w*avgift(?:en|er|erna)? | hyran | \w*taxan? | rabatten | räntan | ersättningen
        | anbudet | offerten | förordnande\w* | ledamot | ersättare | ordförande | mandat(?:et|tid\w*) | valet | väljs?
        | utse\w* )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Of prices and of people who are elected: from when to when they are no term of an agreement."""
_BINDING: Final = re.compile(r"avtal|överenskommelse|kontrakt", re.IGNORECASE)
_EARLIER: Final = re.compile(
    r"""(?:\d{1,2}\.?[ ]+|\b)(?:tidigare|äldre|föregående|nuvarande|gamla|förra|dåvarande)[ ](?:\w+[ ])?
        \w*(?:avtal|överenskommelse|kontrakt|projekt|arrende)\w*
      | \bsom[ ](?:löpte|gällde|upphörde|löpt[ ]ut)\b
      | \bavtalet[ ]från[ ](?:19|20)\d\d\b
      | \w*(?:avtal|överenskommelse|kontrakt)\w*[ ](?:\w+[ ])?(?:gällde|löpte|förlängdes|upphörde)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DATED: Final = re.compile(
    r"""\b\w*(?:avtal|avtalet|överenskommelsen?|kontrakt|kontraktet)
        (?: [ ](?:av|från)
          | [ ,]+(?:\w+[ ]){0,3}?(?:daterat|daterad|tecknat|tecknad|undertecknat|träffat|ingånget|slutet|upprättat
              | (?:under)?tecknades|träffades|ingicks|slöts|upprättades) )
        [ ](?:den[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BY_AGREEMENT: Final = re.compile(
    r"\b(?:enligt|genom)[ ]\w*(?:avtal|överenskommelse|kontrakt)[ ](?:den[ ])?$", re.IGNORECASE
)
_NEXT_TO: Final = 12
"""Of a bare year a decision is named next to it, or it is about something else."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date in its sentence."""

    one: Found
    sentence: str
    """Up to the date, with the heading where that is about an earlier agreement."""
    before: str
    """Of the sentence what follows the date before."""
    after: str
    """What follows the date, up to the next."""
    agreement: bool
    """Is the document an agreement itself?"""


def is_about_earlier(words: str) -> bool:
    """Does a heading announce an agreement that is not this one?"""
    return bool(_EARLIER.match(words))


def role_by_words(said: Phrase) -> DateRole | None:
    """The role that the sentence gives a date; None where it gives none."""
    if not said.one.point:
        return "valid" if last_cue(said.before) == "valid" and not _EARLIER.search(said.sentence) else "other"
    if said.one.first.day and (_DATED.search(said.before) or _BY_AGREEMENT.search(said.before)):
        return "signed"
    return _as_end(said) or _as_day(said) or of_cue(said.one, last_cue(said.before), said.before) or _behind(said)


def of_cue(one: Found, cue: DateRole | None, before: str) -> DateRole | None:
    """The role that a cue stands for, where a date of this precision can have it."""
    if cue in {"valid", "deadline"} or (cue == "meeting" and one.first.day is None):
        return None
    near = one.first.month is not None or last_cue(before[-_NEXT_TO:]) is not None
    return None if cue == "decided" and (_EXPECTED.search(before) or not near) else cue


def _as_end(said: Phrase) -> DateRole | None:
    """One end of a term, or of something else that lasts."""
    if _BOUND.search(said.before):
        return "other" if _EARLIER.search(said.sentence) else "valid"
    term = _FROM_OR_TO.search(said.before)
    lasts = _lasts(said)
    if term and (lasts or not _PLAIN_FROM.fullmatch(term[0])):
        return "valid" if lasts else "other"
    return "valid" if lasts and _TERM_LEAD.search(said.before) and _IN_FORCE.search(said.before) else None


def _lasts(said: Phrase) -> bool:
    """Is it about an agreement or a project that is in force, and not about how long it may be extended at most?"""
    if _AT_MOST.search(said.before) or not _IN_FORCE.search(said.sentence) or _EARLIER.search(said.sentence):
        return False
    if _OTHER_SUBJECT.search(said.sentence):
        return bool(_BINDING.search(said.sentence))
    return said.agreement or bool(_LASTING.search(said.sentence))


def _as_day(said: Phrase) -> DateRole | None:
    """A day or month before which something must be done, or on which a body decided or dealt with it under a §."""
    if said.one.first.month is None:
        return None
    if _AFTERWARDS.search(said.before):
        return "other"
    if _UNTIL.search(said.before):
        return "deadline"
    if said.one.first.day is None or not _PARAGRAF.match(said.after):
        return None
    undecided = last_cue(said.before) != "decided" and _HANDLED.search(said.sentence)
    return "meeting" if undecided or _HANDLED.search(said.before + said.after) else "decided"


def _behind(said: Phrase) -> DateRole | None:
    """By the verb that follows: den 3 mars 2024 beslutade nämnden."""
    return of_cue(said.one, first_cue(said.after), said.before)
