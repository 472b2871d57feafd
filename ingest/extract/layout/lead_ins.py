"""Lead-ins: the words that say who decides or proposes before what is decided or proposed."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 200
_LEAD_IN: Final = re.compile(
    r"""(?: (?: Det | Härmed ) \s (?: beslutas | beslutades | överenskoms | beslöts )
          | (?: Med \s stöd \s av | Enligt | I \s enlighet \s med | På \s delegation \s av | Mot \s bakgrund \s av
              | Med \s hänvisning \s till | Härmed ) (?: \s [^:;]{3,140}? )?? ,?
              \s (?: beslutas | beslutar \s (?P<inverted> jag | undertecknad
                  | \w* (?: nämnden | styrelsen | direktören | chefen | utskottet | fullmäktige ) ) )
          | (?P<body> [A-ZÅÄÖ] (?: (?! \satt\s ) [^.:;!?] ){2,90}? ) \s (?i: beslutar | (?P<past> beslutade | beslöt )
              | (?: enas | enades | kom \s överens | kommer \s överens ) \s om | överenskom (?:mer)? \s om
              | fastslår | fastslog )
          | (?: Beslutades | Beslöts | Överenskoms ) (?= \s att \s | \s? : ) )
        (?: \s (?: härmed | därför | därmed | således | enhälligt | enigt | också | även | dock | vidare | därutöver
              | slutligen | sålunda | för \s egen \s del | efter \s (?:votering|omröstning) | på \s delegation
              | i \s enlighet \s med \s förslaget (?= \s (?:att|följande) | \s? : | $ ) )
          | ,? \s (?: med \s stöd \s av | enligt | i \s enlighet \s med | utifrån | mot \s bakgrund \s av
              | med \s hänvisning \s till ) \s [^;]{3,140}?
              (?= ,? \s att \s | , $ | \s? : )
          | ,? \s på \s förslag \s (?:av|från) \s [^,.:]{3,60} ,? ){0,3}
        (?: \s följande | \s enligt \s följande )? \s? [:,]? \s* """,
    re.VERBOSE,
)
_FORWARDS: Final = re.compile(
    r"""(?: att \s )? (?: föreslå | hemställa \s hos | rekommendera | anmoda ) \s [^.:;]{3,80}?
        (?: \s (?:att \s )? besluta (?: \s följande )? \s? :? | \s? :
          | (?: (?<=fullmäktige) | (?<=styrelsen) | (?<=nämnden) | (?<=direktionen) ) (?: \s att )? $ ) \s* """,
    re.VERBOSE,
)
_NOTHING_MORE: Final = re.compile(r"(?: att \s? :? )? \s*", re.VERBOSE)
_PROPOSES: Final = re.compile(
    r"""[A-ZÅÄÖ] [^.:;!?]{2,90}? \s (?: föreslår | föreslås | hemställer | rekommenderar | tillstyrker )
        (?: \s [^.:;!?]{3,80}? )? (?: \s (?: beslutar? | följande | att )? \s? : | \s (?: beslutar? | följande | att )
          | (?<=fullmäktige) | (?<=styrelsen) | (?<=nämnden) )""",
    re.VERBOSE,
)
"""Who proposes, on a line that leaves open what."""

_BREAKS_OFF: Final = re.compile(
    r"[A-ZÅÄÖ][^.:;!?]{2,90}? (?:föreslår|föreslås|hemställer|rekommenderar|tillstyrker)\b[^.;!?]*(?<![\s,])"
)
_DECIDING: Final = ("beslut", "beslöt", "överens", "enas om", "enades om", "fastsl")
_PROPOSING: Final = ("föreslå", "hemställer", "rekommenderar", "tillstyrker")


def lead_in(text: str) -> re.Match[str] | None:
    """The lead-in with which a text begins: "Kommunstyrelsen beslutar ".

    Its group `body` is who decides, `inverted` too, `past` the verb where that tells of an earlier decision as well.
    """
    begins = text[:_LONGEST].lower()
    return _LEAD_IN.match(text, 0, _LONGEST) if any(verb in begins for verb in _DECIDING) else None


def forwarded(text: str, start: int) -> int:
    """Where the text goes on after "föreslå kommunfullmäktige besluta" at an offset; the offset where it does not."""
    found = _FORWARDS.match(text, start)
    return found.end() if found else start


def announces(text: str) -> bool:
    """Does the text say who decides and nothing else, so that the decision follows?"""
    found = lead_in(text)
    if not found:
        return False
    ends = (found.end(), forwarded(text, found.end()))
    return any(_NOTHING_MORE.fullmatch(text, end) for end in ends)


def leads_in(text: str) -> bool:
    """Does the text begin with who decides and a colon: "KOMMUNSTYRELSEN BESLUTADE: Anbudet antas."?"""
    found = lead_in(text)
    return found is not None and found[0].rstrip().endswith(":")


def proposes_list(text: str) -> bool:
    """Does the text say who proposes, and break off before a list: "Direktören föreslår att nämnden i sin budget"?"""
    return len(text) <= _LONGEST and any(verb in text for verb in _PROPOSING) and bool(_BREAKS_OFF.fullmatch(text))


def announces_proposal(text: str) -> bool:
    """Does the line say who proposes, so that the proposal follows: "Kommunstyrelsen föreslår fullmäktige besluta"?"""
    if len(text) > _LONGEST or not any(verb in text for verb in _PROPOSING):
        return False
    return bool(_PROPOSES.fullmatch(text))
