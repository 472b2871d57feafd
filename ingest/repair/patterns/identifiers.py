"""Numbers that were cut, or whose dash or colon was misread: 2024 /71, (2024: 1358), 2024-01-01-—2024-12-31."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from .style import Style, repair

_LAW: Final = re.compile(
    r"""[({] (?P<year> (?:1[6-9]|20) [ ]?\d [ ]?\d ) [ ]?[:;°'][ ]? (?P<number> \d{1,4} | \d[\d ]{1,4}\d ) [)}]""",
    re.VERBOSE,
)
_RANGE: Final = re.compile(
    r"""(?<![\w-]) (?P<first> \d{4}-\d\d-\d\d )
    (?P<dash> [ ]?[~=][ ]? | —[ ]? | [ ]— | -[—–-] | [—–]- | –— | -[ ] | [ ]- )
    (?P<last> \d{4}-\d\d-\d\d ) (?![\w-])""",
    re.VERBOSE,
)
_CASE: Final = re.compile(
    r"""(?<![\w/-]) [A-ZÅÄÖ]{2,6}
    (?: (?: [ ]?/ | [ -] ) (?:19|20)\d\d (?: [ ]/[ ]? | /[ ] ) \d{1,6}        # RS 2024 /71
      | [ ]/ \d{1,6} / (?:19|20)\d\d )                                        # RUN /88/2021
    (?![\w/])""",
    re.VERBOSE,
)
_MINISTRY: Final = re.compile(r"(?<![^\s(])(?P<letter>[$1|])(?=20\d\d/\d{5}(?!\d))")
"""The ministries' cases have a letter before the year: S2025/01192, I2021/02830."""
_CUT: Final = re.compile(" ?/ ?")


def repairs(style: Style) -> Iterator[Repair]:
    """The numbers of laws and cases made whole again, and the dashes between days; no digit is changed."""
    for match in _LAW.finditer(style.text):
        meant = f"({match['year']}:{match['number']})".replace(" ", "")
        if match[0] != meant and (style.worn or not _is_typing(match[0])):
            yield repair(match, meant, 0.98, "cut number")
    for match in _RANGE.finditer(style.text):
        if style.worn or match["dash"].strip() != "-":
            yield repair(match, f"{match['first']}–{match['last']}", 0.97, "dash")
    for match in _CASE.finditer(style.text):
        yield repair(match, _CUT.sub("/", match[0]), 0.96, "cut number")
    for match in _MINISTRY.finditer(style.text):
        yield repair(match, "S" if match["letter"] == "$" else "I", 0.96, "case number", "letter")


def _is_typing(law: str) -> bool:
    """Is it only a space, as people type it? Statutes in print have it once in 100,000 words."""
    return law.count(" ") == 1 and law[0] == "(" and law[-1] == ")"
