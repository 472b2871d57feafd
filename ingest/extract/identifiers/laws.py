"""Statutes, bills and reports by their numbers, acts of the European Union, and sections: (2017:725), 12 kap. 55 §."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..mentions import Identifier, IdentifierKind

SIGNS: Final = (":", "kap", "eu", "eg", "artik", "art.", "direktiv", "förordning")
SECTIONS: Final = ("§", "paragraf", "kf ", "ks", "kst ", "rf ", "rs ", "lf ", "ls ", "run ", "au ", "öfn ")
_NUMBER: Final = r"\d{1,3} (?: [ ]?[a-h]\b )?"
_STATUTE: Final = re.compile(
    rf"""
    (?=[A-ZÅÄÖ\d(abdmpr])                                     # no letter that none of them begins with
    (?: (?<!\w) (?: (?: [A-ZÅÄÖ]{{2,6}}-?FS | SFS | SOU | Ds | [Dd]ir\. | [Pp]rop\.? | [Pp]roposition(?:en)? | [Bb]et\.
            | [Rr]skr\. | [Mm]ot\. | [Ff]s ) \s?
          (?: (?:1[6-9]|20)\d\d (?:/\d\d)? : [A-ZÅÄÖa-z]{{0,4}}\d{{1,5}} ) )
    | (?<![\w:/.-]) (?:1[6-9]|20)\d\d (?:/(?:\d\d|2000))? : (?: [A-ZÅÄÖ][A-Za-z]{{0,3}} )? \d{{1,5}}
        (?: [ ]s[.][ ]?\d{{1,4}} )? (?![\w:]|[-,.]\d)
    | (?<!\w) \(?(?: EU | EG | EEG | Euratom )\)? [ ]? (?:nr[ ])? \d{{1,4}}/\d{{2,4}} (?!\d)
    | (?<![\w/]) (?: (?:19|20)\d\d | [89]\d ) / \d{{1,4}} / (?: EU | EG | EEG ) \b
    | (?<=direktiv[ ]) (?:19|20)\d\d/\d{{1,4}} (?!\d)
    | (?<=förordning[ ]) (?: nr[ ] )? (?: (?:19|20)\d\d/\d{{1,4}} | \d{{1,4}}/(?:19|20)\d\d ) (?!\d)
    | \b (?: [Aa]rtik(?:el|larna) | [Aa]rt\. ) [ ] \d{{1,3}} (?: \.\d{{1,2}} )* (?: [ ]?[a-h]\b )? (?!\d)
    | (?<![\w:.,]) \d{{1,3}} [ ]? kap\b \.?
        (?: \s{{1,2}} {_NUMBER} (?: \s?[-–,]\s?{_NUMBER} | [ ](?:och|eller|samt)[ ]{_NUMBER} ){{0,6}} \s? §{{1,2}} )?
    | (?<![\w:.,]) \d{{1,2}}:\d{{1,3}} (?= [ ] (?: KL\b | [A-ZÅÄÖa-zåäö]{{2,30}}(?:lagen|balken)\b ) ) )
    """,
    re.VERBOSE,
)
_LIST: Final = rf"{_NUMBER} (?: \s?[-–]{{1,2}}\s?{_NUMBER} | ,\s{_NUMBER} | \s(?:och|eller|samt)\s?{_NUMBER} ){{0,12}}"
_NO_UNIT: Final = r"(?! \d | [.,]\d | [ ]\d{3}\b | [ ]?(?: [tm]?kr | mnkr | kronor | SEK | miljon | % | procent )\b )"
_SECTION: Final = re.compile(
    rf"""
    (?=[§\dPpKRLAaÖ])
    (?: §{{1,2}} \s? (?: \d{{1,2}}:\d{{1,3}} | (?:19|20)\d\d/\d{{1,3}} | {_LIST} ) (?![\d:/]) {_NO_UNIT}
    | (?<![\w:.,/-]) (?<!\d[ ]) {_LIST} [ ]? §{{1,2}} (?!\d)
    | (?<!\w) [Pp]aragraf(?:er|erna|en)? [ ] {_LIST} {_NO_UNIT}
    | (?<!\w) (?: K[Ff] | K[Ss] | K[Ss]t | R[Ff] | R[Ss] | L[Ff] | L[Ss] | RUN | [Aa][Uu] | K[Ss][Aa][Uu] | Öfn )
        [ ] \d{{1,3}}
        (?![\w:/]) (?! -\d ) {_NO_UNIT} )
    """,
    re.VERBOSE,
)
_BLANKS: Final = re.compile(r"\s+")


def statutes(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Numbers of laws and of what leads to them, with chapter and section."""
    return (_named(IdentifierKind.SFS, match) for match in _STATUTE.finditer(text, start, end))


def sections(text: str, start: int, end: int) -> Iterator[Identifier]:
    """The §§ of minutes, of agreements and of laws named before."""
    return (_named(IdentifierKind.PARAGRAF, match) for match in _SECTION.finditer(text, start, end))


def _named(kind: IdentifierKind, match: re.Match[str]) -> Identifier:
    return Identifier(kind, *match.span(), _BLANKS.sub(" ", match[0].strip("() ")))
