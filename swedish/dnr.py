"""Diarienummer: the registry number of a case, in the many ways in which authorities write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_LABEL: Final = r"""
    (?<![\w-]) (?<!\b[Ee]r[ ]) (?<!\b[Ee]rt[ ])            # the sender's case is another's
    (?i: d[.\s]?nr | diarie(?:nr|nummer) | ärende(?:nr|nummer|beteckning|(?=:)) | (?:(?<=vår[ ])|^[^\S\n]*)beteckning )
    (?! \w ) [.:]* [^\S\n]*
"""
_NUMBER: Final = r"""
    (?! (?i: sida? | blad | tel | tfn | box | datum | sfs ) \b )
    (?: [A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7} [^\S\n]? [-/:.]? | [a-zåäö]{1,8} [-/:.]? )?   # KS, Ks, run/
    (?: \d{4} [-/] [A-ZÅÄÖ]{2,6} [^\S\n]? \d[\d/-]* \d                            # 2023/KS 0362
      | \d [\w./:-]* \d (?: [./] [A-ZÅÄÖ]{2,6} \b | [^\S\n] [A-ZÅÄÖ]{2,4} (?=[^\S\n]*$) )? )
    (?: (?: [^\S\n] | [^\S\n]/[^\S\n] ) \d{3} (?= [^\S\n]{2} | [^\S\n]*$ ) )?     # the archive's class: 001
"""
_LABELLED: Final = re.compile(
    rf"{_LABEL} (?: (?P<number>{_NUMBER}) | \n[^\S\n]* (?P<below>{_NUMBER}) (?= [^\S\n]{{2}} | [^\S\n]*$ ) )",
    re.VERBOSE | re.MULTILINE,
)
_REGISTER: Final = re.compile(r"[^\W\d_]+[\W_]?")
_NO_DNR: Final = re.compile(
    r"""(?: \d{4}-\d\d-\d\d | [12]\d{3}[-/:.]?            # a day, a year
      | \d{1,3}:\d{1,4}                                   # an estate
      | (?:\d\d)?\d{6}-\d{4}                              # an organisation, a person
      | 0\d{1,3}-\d{5,8} )""",  # a telephone
    re.VERBOSE,
)
_NO_DNR_ALONE: Final = re.compile(
    r"\d{1,4} | \d{6} | (?:19|20)\d{6} | \d+\.\d+ | \d{4}:\d+ | 0\d{1,3}-\d{2,8}", re.VERBOSE
)
"""Without a register's letters these are days, amounts, headings, laws and the beginnings of telephone numbers."""
_STANDING: Final = re.compile(
    r"(?! (?:HT|VT|EU|SFS|ISO|SS) \b ) [A-ZÅÄÖ]{2,6} [ /-]? (?: \d{1,6}/(?:19|20)\d\d | (?:19|20)\d\d[/-]\d{1,6} )",
    re.VERBOSE,
)
_CELLS: Final = re.compile(r"\s{3,}|\t")
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")


def labelled(text: str) -> Iterator[str]:
    """The numbers that a text itself calls its dnr, as printed, each writing once, in their order.

    A number on the line below its label counts if nothing follows the label. Laws (2009:400), organisations' numbers,
    days, telephones and the other side's number ("Ert dnr") do not.
    """
    seen: set[str] = set()
    for match in _LABELLED.finditer(text):
        number = (match["number"] or match["below"]).rstrip("./:-")
        if _is_dnr(number) and normal_form(number) not in seen:
            seen.add(normal_form(number))
            yield number


def standing(lines: Iterable[str]) -> Iterator[str]:
    """Numbers without a label that fill a line, or a cell of it: a register's letters, a year and a number."""
    cells = (cell.strip() for line in lines for cell in _CELLS.split(line))
    return (cell for cell in cells if _STANDING.fullmatch(cell))


def normal_form(dnr: str) -> str:
    """One form for all writings: "KS 2021/17", "ks-2021-17" and "KS2021/17" become "ks 2021 17"."""
    return " ".join(_PARTS.findall(dnr.casefold()))


def _is_dnr(number: str) -> bool:
    register = _REGISTER.match(number)
    figures = number[register.end() :] if register else number
    return not (_NO_DNR.fullmatch(figures) or (not register and _NO_DNR_ALONE.fullmatch(figures)))
