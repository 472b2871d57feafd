"""A text as a sequence of tokens: words that may be damaged, and what stands between them and must not be touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Kind(Enum):
    """What a token is, to the language model and to the repair."""

    WORD = ""
    NUMBER = "0"
    YEAR = "2000"
    STOP = "."
    """The end of a sentence, or a bullet, which is often read as e or o."""
    COMMA = ","
    CODE = "?"
    """An address, a code, a unit: never repaired, and no part of the language."""
    BREAK = "<s>"
    """An empty line, or the beginning of the text."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text, in code points; empty for a break."""

    start: int
    end: int
    text: str
    kind: Kind

    @property
    def symbol(self) -> str:
        """By what the language model knows it: a word in lower case, everything else by its kind."""
        return self.text.lower() if self.kind is Kind.WORD else self.kind.value


_DOMAINS: Final = "se|nu|com|org|net|eu|gov|info|fi|no|dk"
_FILES: Final = "txt|pdf|docx?|odt|xlsx?|csv|html?|xml|json|eml|msg|zip|jpe?g|png|tiff?"
_UNITS: Final = "kr|kkr|tkr|mkr|mnkr|st|h|m|km|mm|cm|dm|kg|g|p|a|e|t|ha|kv|kwh|mwh|gwh|mw|kw|min|x"
_LATIN: Final = r"[^\W\u0250-\U0010ffff]"
_MARKS: Final = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
"""Accents that were not composed with their letters."""
_TOKEN: Final = re.compile(
    rf"""(?P<break> \n[ \t\r\f]*\n | \f )
    | (?P<stop> (?:^|(?<=\n)) [ \t]* [eo¢•*«»·○] (?=[ ]) | [.?!] )
    | (?P<plain> (?<!\S) [^\W\d_\u0250-\U0010ffff]++ (?= [,.]? \s ) )
    | (?P<code>
        (?<!\S) \S* (?: :// | \\ | _ ) \S* | (?<!\S) [@#] \w \S*
      | (?<!\S) [\w.~-]*+ (?: / [\w.-]++ ){{2,}} /?
      | (?<!\S) \S+ \. (?:{_FILES}) \b
      | www\. \S+
      | (?<![\w.+-]) [\w.+-]++ @ [\w-]++ (?:\.[\w-]++)+
      | (?<![\w-]) (?<![\w-]\.) [\w-]++ (?:\.[\w-]+)* \. (?:{_DOMAINS}) \b (?:/\S*)?
      | \b (?!P4[ ]++[a-zåäö]) [A-ZÅÄÖ]++ \d++ (?![a-zåäöé]) \w*
      | \b \d+ (?:(?:{_UNITS}) \b (?!-) | [A-ZÅÄÖ]+ (?![a-zåäöé]) \w*)
      | \b [a-z]{{1,2}} [23] \b
      | \b (?= \w* \d{{3}} ) (?= \w*? [^\W\d_] ) \w++
      | \b [A-ZÅÄÖ] & [A-ZÅÄÖ] \b
      | \b (?= {_LATIN}*+ \w ) \w++ | \b \w++ {_MARKS} (?: \w | {_MARKS} )*+ )
    | (?P<number> (?<![^\W\d_&]) \d++ (?:[ .,:/-]\d++)* (?![^\W\d_&]) )
    | (?P<word> [&|]? [^\W_]+ (?:[&@|¢!\[\]{{}}] [^\W_]+)* (?:&(?!\w))? (?:-(?=\s))?
        | (?<=[a-zåäö,][ ]) \| (?=[ ][a-zåäö]) | (?: (?<=[.!?:]\s) | (?<=\n) | \A ) \| (?=[ ]\w) )
    | (?P<comma> [,:;] )""",
    re.VERBOSE,
)
"""Looks at each sign a few times at most, however long the text without a space."""
_FIGURE: Final = re.compile(r"\d")
_NUMBERED: Final = re.compile(r"\d[-/:.]$")
_NUMBERING: Final = re.compile(r"[-/:.]\d")
"""What makes a number of a letter and figures: 063-l4, 2:an."""
_MISREAD: Final = re.compile(
    r"""4r | 4n | [psdf]4 | P4 | [a-zåäö]{4,}4 | 6(?!an\b|or\b)[a-zåäö]{2,}   # år, än, på, också, öka
    | [A-ZÅÄÖ]?(?: [a-zåäöé&]+ (?:\d|16|61|66|11) )+ [a-zåäöé&]+    # för, möte, fullmäktige
    | (?:4|6|16|11|1)(?: [a-zåäöé&]{3,} (?:\d|16|61|66|11)? )+ [a-zåäö]*   # ändring, öster, lösning
    | [A-ZÅÄÖ]6{1,2}[a-zåäöé]+\d?[a-zåäöé]* | [A-ZÅÄÖ][a-zåäöé]{3,}6     # Löfgren, Malmö
    | [A-ZÅÄÖ0468]+[A-ZÅÄÖ][A-ZÅÄÖ0468]+""",
    re.VERBOSE,
)
"""Figures that stand for letters: between small letters, or before several; elsewhere they tell classes and weeks."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST: Final = 60
"""Letters of a word; a compound of four parts has forty."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in order, beginning with a break; brackets, dashes and other signs are left out."""
    yield Token(0, 0, "", Kind.BREAK)
    for match in _TOKEN.finditer(text):
        if match[0] != "|" or not _is_rule(text, match.start()):
            yield Token(match.start(), match.end(), match[0], _kind(match))


def _is_word(match: re.Match[str]) -> bool:
    """May it be a word, and if there are figures in it, letters that were read as figures?"""
    text, start, end = match.string, match.start(), match.end()
    if not _FIGURE.search(match[0]):
        return text[max(0, start - 1) : start] != ":" or not text[max(0, start - 2)].isdigit()
    numbered = _NUMBERED.search(text[max(0, start - 2) : start]) or _NUMBERING.match(text[end : end + 2])
    return not numbered and _MISREAD.fullmatch(match[0]) is not None


def _is_rule(text: str, at: int) -> bool:
    """Is a bar one of several in its line, which part columns or links?"""
    before, after = text.rfind("|", 0, at), text.find("|", at + 1)
    return (before >= 0 and "\n" not in text[before:at]) or (after >= 0 and "\n" not in text[at:after])


def _kind(match: re.Match[str]) -> Kind:
    if match.lastgroup == "number" and _YEAR.fullmatch(match[0]):
        return Kind.YEAR
    if match.lastgroup == "plain":
        return Kind.WORD if match.end() - match.start() <= _LONGEST else Kind.CODE
    if match.lastgroup == "word":
        return Kind.WORD if match.end() - match.start() <= _LONGEST and _is_word(match) else Kind.CODE
    return Kind[str(match.lastgroup).upper()]
