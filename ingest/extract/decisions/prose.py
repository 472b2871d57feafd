"""Decisions in the prose of minutes, where no heading announces them, as "Informationen noteras" is one.

What was decided elsewhere or before is told in prose as well, so a sentence that names a day, another § or an earlier
time is none, and none is looked for where a heading announces decisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..bodies import is_self
from ..layout.lead_ins import announces
from ..layout.structure import Structure, Zone
from .blocks import Block, passages
from .clauses import Clause, clauses, sentences
from .items import Item, items

_ACTS: Final = re.compile(
    r"""(?P<body> [A-ZÅÄÖ][\w-]* (?: [ ] [\w’&-]+ ){0,6}? ) [ ]
        (?: (?P<now> beslutar | enas [ ] om | godkänner | antar | fastställer | bifaller | avslår | avstyrker
              | tillstyrker | beviljar | noterar | lägger | ställer [ ] sig [ ] bakom | återremitterar | bordlägger
              | utser | väljer | uppdrar | ger | antecknar | tackar | tar [ ] del )
          | beslutade | beslöt | enades [ ] om | godkände | antog | fastställde | biföll | avslog | beviljade
          | noterade | lade | ställde [ ] sig [ ] bakom | återremitterade | bordlade | utsåg | valde | uppdrog | gav
          | tackade ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Who does what, now or in the past tense."""
_IS_DONE: Final = re.compile(
    r"""\b(?: godkänns | godkännes | godkändes | antas | antogs | fastställs | fastställdes | bifalls | bifölls | avslås
      | avslogs | beviljas | beviljades | noteras | noterades | antecknas | antecknades | läggs | lades | bordläggs
      | bordlades | återremitteras | återremitterades | utses | utsågs | väljs | valdes | omvaldes | uppdras | uppdrogs
      | entledigas | avstyrks | tillstyrks | bestämdes | (?:får|fick) [ ] i [ ] uppdrag )\b""",
    re.VERBOSE,
)
_ELSEWHERE: Final = re.compile(
    r"""§ | \b(?:19|20)\d\d-\d\d | \bden [ ] \d{1,2} [ ] [a-z]{3,9} [ ] (?:19|20)\d\d
      | \b(?: tidigare | redan | sedan | hade | har | föreslår | föreslås | föreslog | yrkar | yrkade | bör | kan
        | kunde | skulle | ska | om [ ] inte | när | efter [ ] att | enligt [ ] beslut | i [ ] fjol | förra
        | föregående [ ] (?:år|möte|sammanträde)
        | av [ ] (?: regeringen | riksdagen | länsstyrelsen | kommunfullmäktige | regionfullmäktige ) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR: Final = re.compile(r" (?:(?:år|i|under|den|våren|hösten) ){0,2}(?:[a-zå]{3,9} )?(?:19|20)\d\d\b")
"""After a verb in the past tense: when it was."""
_HEAD_LINES: Final = 12
_NEAR: Final = 25
"""Code points after the verb within which an earlier day would make the sentence a report."""
_LONGEST: Final = 400
"""Code points; longer sentences tell a story."""


def decided_in_prose(structure: Structure, own: str | None) -> Iterator[Clause]:
    """What minutes say is decided, outside of any heading; by the body whose minutes they are, where that is known."""
    minutes = structure.head.doc_type == "protokoll"
    if not minutes and not _is_ruling(structure):
        return
    announced = {block.matter for block in passages(structure, Zone.DECISION)}
    for block in passages(structure, Zone.BODY, Zone.BACKGROUND):
        if block.matter not in announced:
            told = not minutes or block.zone is Zone.BACKGROUND or block.matter == (None, 0)
            yield from clauses(_decided(block, own, told=told))


def _is_ruling(structure: Structure) -> bool:
    """Does the head call the document a decision: BESLUT?"""
    head = (structure.words_of(line) for line in structure.of_zone(Zone.LETTERHEAD, Zone.TITLE))
    return any(word.casefold().endswith("beslut") for line in islice(head, _HEAD_LINES) for word in line.split())


def _decided(block: Block, own: str | None, *, told: bool) -> Iterator[Item]:
    """The sentences that decide, and the lists that they announce."""
    listing = False
    for item in items(block):
        if listing and (item.listed or item.text.startswith("att ")):
            yield item
            continue
        listing = False
        for sentence in sentences(item):
            if is_decision(sentence.text, own, told=told):
                listing = listing or announces(sentence.text)
                yield sentence


def is_decision(sentence: str, own: str | None = None, *, told: bool = False) -> bool:
    """Does a sentence of minutes decide something, by its own words?

    Where the matter is told as well, only the present tense of the body itself does.
    """
    if len(sentence) > _LONGEST:
        return False
    acts = _ACTS.match(sentence)
    if acts and is_self(acts["body"], own):
        if acts["now"]:
            return not _ELSEWHERE.search(sentence, 0, acts.end() + _NEAR)
        return not (told or _YEAR.match(sentence, acts.end()) or _ELSEWHERE.search(sentence))
    return not (told or acts) and bool(_IS_DONE.search(sentence)) and not _ELSEWHERE.search(sentence)
