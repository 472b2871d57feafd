"""What stands right before and right after an organisation's name, and tells what it does in the document.

A `before` ends where the name begins, an `after` begins where it ends; both stay within the sentence.
"""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = r"(?:den\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]+\s+\d{4})"
_ASIDE: Final = r"\s*+ (?: \( [^)\n]{0,40} \) | ,\s*+ [^,\n]{0,60} , )? \s*+"
"""Between a name and its verb: (802490-0001), org.nr 802490-0001."""

APPLIES: Final = re.compile(
    rf"""{_ASIDE} (?:har\s+(?:{_DAY}\s+)?)?
    (?: ansök | söker\b | sökt\b | hemställ
      | begär\w*\s+(?:\w+\s+)??(?:\w+\s+)??(?:bidrag|medel|stöd|ersättning|borgen|lån|att\s+få)
      | inkom | skrivit\b | beviljas\b | erhåller\b | tilldelas\b | önskar\s+köpa )""",
    re.IGNORECASE | re.VERBOSE,
)
"""After: it applies for something, or is granted it."""
APPLIED: Final = re.compile(
    r"""\b(?:
      (?: ansök(?:an|ningar) | begäran | framställan | hemställan )
      (?:\s+om\s(?!yttrande|remiss|uppgift|information)[^.\n]{0,60})? \s+ från
    | sökande(?:n)? :?
    | beviljar? | (?:bidrag(?:et)? | medel | stöd | understöd | lån | borgen ) \s+ (?:till|för)
    | medlem(?:skap)?\s+i | (?:inträda|inträde)\s+i
    | (?:säljs|säljas|överlåts|överlåtas|upplåts|upplåtas|hyrs\s+ut|arrenderas\s+ut) \s+ till
    | (?:tecknar?|ingår?|tecknas|ingås|träffar?) \s+ \w*(?:avtal|kontrakt|överenskommelse)\w* \s+ med
    ) \s* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before: somebody applies, is granted or is sold something."""
GRANTS: Final = re.compile(
    r"\s*(?:beviljar|avsätter|anslår|medfinansierar|tecknar|ingår|godkänner\s+(?:\w+\s+)?avtal|köper|säljer)\b",
    re.IGNORECASE,
)
"""After, in a decision: it binds itself."""
GRANTED: Final = re.compile(
    r"""\b(?: ansöker\s+(?:\w+\s+){0,6}hos | söker\s+(?:\w+\s+){0,5}(?:hos|från) | söks?\s+(?:hos|från)
    | ställ[ds]\s+till | ansökan\s+till ) \s* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before: it is asked for money."""
OWNS: Final = re.compile(
    r"""\s*(?: är\s+projekt(?:ägare|part) | drev\b | driver\s+(?:utvecklings)?projekt | har\s+drivit
    | äger\s+projektet )""",
    re.IGNORECASE | re.VERBOSE,
)
"""After: the project is its own."""
DECIDED_BY: Final = re.compile(
    r"""\b(?: beslut\w* | godkän[dt]\w* | fattat\w* | prövas? | antag(?:en|et|its)|antogs | fastställ\w+ | beviljat?s\w*
    | behandla\w+ ) \b [^.§\n]{0,60} (?: \b(?:av|i|hos) | , ) \s* $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before: it was this body that decided."""
_WHEN: Final = rf"\s* (?:i\s+[A-ZÅÄÖ]\w+\s+)? (?:har\s+)? (?:{_DAY},?\s+)? (?:§\s*\d+,?\s+)?"
HAS_DECIDED: Final = re.compile(
    rf"""{_WHEN} (?: beslutat?\b | beslutade | godkän(?:t|de|ner)\b | antog\b | antagit | fastställ(?:t|de)\b
    | ställt\s+sig\s+bakom | fattade )""",
    re.IGNORECASE | re.VERBOSE,
)
"""After: this body has decided."""
ANSWERS: Final = re.compile(
    r"\b(?:svar|yttrande|redogörelse)\s+(?:på|till|över|med\s+anledning\s+av)\s*$", re.IGNORECASE
)
DEMANDS: Final = re.compile(
    r"s?\s+(?:inspektionsmeddelande|föreläggande|granskning|tillsyn(?:sbeslut)?\b)", re.IGNORECASE
)
"""Before and after an authority that a letter answers."""
DECIDES: Final = re.compile(
    rf"""{_WHEN} (?: beslut(?:ar|ade|at)\b | godkänner | antar\b | bifaller | ställer\s+sig\s+bakom | fastställer )""",
    re.IGNORECASE | re.VERBOSE,
)
"""After, in its own document: this body decides."""
TAKES_PART: Final = re.compile(
    r"""\b(?: partnerskap | styrgrupp | referensgrupp | arbetsgrupp | projektgrupp | samverkansgrupp
    | konsorti | nätverk )
    \w* \b
    [^.]{0,30} \b (?: ingår | består\s+av | utgörs\s+av | deltar | medverkar ) \b [^.]*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before, in the sentence: it is one of those who make up a partnership."""
AGREED: Final = re.compile(
    r"""(?: avtal | överenskommelse | kontrakt | avsiktsförklaring | träffats | slutits | ingås | ingåtts | upprättats
    | slutes | slutet ) [^.§]{0,140} $""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before "mellan": it is an agreement that is between those who are named next."""
BETWEEN: Final = re.compile(r"\bmellan\b", re.IGNORECASE)
PARTED: Final = re.compile(
    r"\b(?:för|om|av|avseende|angående|gällande|rörande|till|har|är|ska|som|där)\b|\.\s+(?:[A-ZÅÄÖ]|$)|§|\n\s*\n\s*\n",
    re.IGNORECASE,
)
"""Between two organisations: the second is no longer one of those between whom the agreement is made."""
APPLIED_FOR: Final = re.compile(r"\b(?:sökt|söks|ansöks)\b[^\d\n:]{0,30}:?[^\S\n]*(\d[\d .]{2,14}\d)", re.IGNORECASE)
"""The sum that an application is for."""
SUM: Final = re.compile(r"(?<!\d)\d{1,3}(?:[ .]\d{3})+(?!\d)|(?<!\d)\d{4,}(?!\d)")
