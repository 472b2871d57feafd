"""Diarienummer: the registry number of a case, in the many ways in which authorities write it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

_LABEL: Final = r"""
    (?= [dDäÄbB\s] )                                       # what it begins with
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
_IN_PROSE: Final = re.compile(
    r"""
    (?= [A-ZÅÄÖ\d] | [a-zåäö]{2,4}/ )                                    # what it begins with
    (?<![\w/.-])
    (?: (?! (?:HT|VT|LÅ|EU|EG|EEG|SFS|SOU|DS|ISO|SS|NR|AFS|KL|KPI|Nr|Ds|Den|Dag|År|Vt|Ht|Kl|Fg|Kv|Se) \b )
        (?: [A-ZÅÄÖ]{2,6} | [A-ZÅÄÖ][a-zåäö]{1,2} | [a-zåäö]{2,4}(?=/) ) [ /-]?
        (?: \d{1,6} //? (?:19|20)\d\d                                     # RUN/34/2018, Ks 123/2024
          | (?:19|20)\d\d (?: / \d{1,6} | -\d{3,6} | :\d{1,5} )           # KS 2018/124, KSN-2016-1422
          | \d{2,5} / [\d.]{4,20} / (?:19|20)\d\d )                        # NKBY/660/10.04.00.01/2022
      | [A-ZÅÄÖ]{2,6} \. (?:19|20)\d\d \. \d{1,6}                          # KU.2017.91
      | (?:19|20)\d\d [-/]? (?!(?:EU|EG)\b) [A-ZÅÄÖ]{2,6} [ ]? \d{1,6}               # 2014/KS 0012
          (?: [ ] (?:/[ ])? \d{3} \b )?                                    # 001
      | (?:19|20)\d\d \. \d{1,6} [ ] [A-ZÅÄÖ]{2,4}                         # 2025.489 KS
      | [A-ZÅÄÖ][a-z]? (?:19|20)\d\d / \d{4,6} (?: /[A-ZÅÄÖ]{1,6} )?       # S2014/6324/SFÖ
      | \d{2,4}-\d{2,6}/(?:19|20)\d\d | \d{5}/(?:19|20)\d\d )            # 040-207/2002, 00322/2026
    (?! [\w/] | -\d | [.:]\d )
    """,
    re.VERBOSE,
)
_CELLS: Final = re.compile(r"\s{3,}|\t")
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def labelled(text: str) -> Iterator[str]:
    """The numbers that a text itself calls its dnr, as printed, each writing once, in their order.

    A number on the line below its label counts if nothing follows the label. Laws (2009:400), organisations' numbers,
    days, telephones and the other side's number ("Ert dnr") do not.
    """
    seen: set[str] = set()
    for start, end in labelled_spans(text):
        number = text[start:end]
        if normal_form(number) not in seen:
            seen.add(normal_form(number))
            yield number


def labelled_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand, each time: [start, end) in code points."""
    for match in _LABELLED.finditer(text):
        group = "number" if match["number"] else "below"
        number = match[group].rstrip("./:-")
        if _is_dnr(number):
            yield match.start(group), match.start(group) + len(number)


def standing_spans(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[int, int]]:
    """Where numbers stand, in prose too, that without a label can only be a dnr: letters of a register and a year.

    Only in [start, end) of the text.
    """
    return (match.span() for match in _IN_PROSE.finditer(text, start, end))


def standing(lines: Iterable[str]) -> Iterator[str]:
    """Numbers without a label that fill a line, or a cell of it: a register's letters, a year and a number."""
    cells = (cell.strip() for line in lines for cell in _CELLS.split(line))
    return (cell for cell in cells if _STANDING.fullmatch(cell))


def normal_form(dnr: str) -> str:
    """One form for all writings: "KS 2021/17", "ks-2021-017", "KS2021/17" and "17/2021 KS" become "ks 2021 17"."""
    parts = [part.lstrip("0") or "0" if part.isdigit() else part for part in _PARTS.findall(dnr.casefold())]
    # The letters first, and the year before the number; where two numbers may be the year, as they are written.
    years = [part for part in parts if _YEAR.fullmatch(part)]
    return " ".join(sorted(parts, key=lambda part: (part.isdigit(), len(years) == 1 and part not in years)))


def _is_dnr(number: str) -> bool:
    register = _REGISTER.match(number)
    figures = number[register.end() :] if register else number
    return not (_NO_DNR.fullmatch(figures) or (not register and _NO_DNR_ALONE.fullmatch(figures)))
