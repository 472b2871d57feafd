"""The forms in which Swedish documents write days, months, quarters, terms and years, as one pattern.

Each form is an alternative in a group of its name; what it is made of are groups named after it ("iso_y"). Every
alternative is bounded and begins with a figure or one of few words, so that most of a text is passed over at once.
"""

from __future__ import annotations

import re
from typing import Final

from ....swedish.dates import MONTHS
from ..alternatives import any_word

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_WHOLE_MONTH: Final = "|".join(name for name in MONTHS if len(name) > 4 or name in {"mars", "maj", "juni", "juli"})
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = "[-\u2010-\u2014\u2212]"
_BEFORE: Final = r"(?:(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?|\.)?,?[ ](?:den[ ])?|den[ ])?"
_ORDINAL: Final = r"(?:första|andra|tredje|fjärde|sista|[1-4](?::?[ae])?)"
_SEASON: Final = (
    r"(?:(?:vår|var(?=[ ]och[ ]höst)|sommar|höst|vinter)(?:en|ens)?|(?:vår|höst|sommar)termin(?:en|ens)?|[vh]t\.?)"
)
_OF_YEAR: Final = r"(?:,|[ ]av|[ ]under)?[ /-]?(?:år[ ])?"
"""Between a part of a year and the year."""
_NO_NUMBER: Final = r"(?<![\w/.:,])"
"""Not within a number, a dnr, a law's number."""
_NO_ID: Final = r"(?<![^\W\d]-)"
"""Not behind letters and a hyphen: "RUN-2024"."""
_GOES_ON: Final = rf"(?![\w/]|{_DASH}\d|[ ]\d{{3}}\b)"
_NO_DAYS: Final = rf"(?![\w:./-]|[ ](?:{_MONTH})\b)"
"""Two figures behind a month are no year where they are a day: "16 januari-31 mars"."""

_FORMS: Final = {
    "iso": rf"""{_BEFORE} {_NO_NUMBER}{_NO_ID} (?P<iso_y>{_YEAR}) (?:{_DASH}[ ]?|[./]) (?P<iso_m>\d\d)
        (?:{_DASH}[ ]?|[./]) (?P<iso_d>\d\d)
        (?: [ ]?{_DASH}[ ]?(?P<iso_last_m>0[1-9]|1[0-2])-(?P<iso_last_d>[0-3]\d)(?![\d-])
          | [ ]?{_DASH}(?:[ ]?{_DASH})?[ ]? (?P<iso_last>\d\d)(?![\d:.,]|{_DASH}\d|[ ]\d{{3}}) )? (?!\d)""",
    "compact": rf"""{_NO_NUMBER}{_NO_ID} (?P<compact_y>{_YEAR})(?P<compact_m>0[1-9]|1[0-2])(?P<compact_d>[0-3]\d)
        (?![\w/]|{_DASH}(?!{_YEAR}\d{{4}}(?!\d))\d|[ ]\d{{3}}\b)""",
    "named": rf"""{_BEFORE} {_NO_NUMBER} (?P<named_d>\d\d?)(?:[ ]?:?[ae]|\.)?[ ]?(?P<named_m>{_MONTH})\b\.?
        (?:,?[ \n](?:år[ ])?(?P<named_y>{_YEAR})(?!\d)(?!/\d) | [ ]?[-'’](?P<named_short>\d\d){_NO_DAYS})?""",
    "last_day": rf"""(?:den[ ])?sista[ ](?:dagen[ ]i[ ])?(?P<last_day_m>{_MONTH})\b\.?
        [ ](?:år[ ])?(?P<last_day_y>{_YEAR})(?![\d/])""",
    "slash": rf"""{_BEFORE} {_NO_NUMBER} (?P<slash_d>\d\d?)/(?P<slash_m>\d\d?)
        (?: [ ]?[-–/ \n][ ]?(?P<slash_y>{_YEAR}) | [ ]?[-–/](?P<slash_short>\d\d) )? (?![\d/])""",
    "dotted": rf"""{_BEFORE} {_NO_NUMBER} (?P<dotted_d>\d\d?)\.(?P<dotted_m>\d\d?)\.(?P<dotted_y>{_YEAR})
        (?!\.?\d)""",
    "quarter": rf"""(?: (?:kvartal(?:et)?|kv\.?|[QK])[ ]?(?P<quarter_n>[1-4]|I{{1,3}}|IV)\b
          (?:[ ]?(?:{_DASH}|och)[ ]?[QK]?(?P<quarter_last>[2-4])\b)?
        | (?P<quarter_o>{_ORDINAL})[ ]kvartalet ) {_OF_YEAR}(?P<quarter_y>{_YEAR})
        | (?P<quarter_y2>{_YEAR})[ /-]?(?:kvartal[ ]|[QK])(?P<quarter_n2>[1-4])\b""",
    "half": rf"""(?: (?:halvår[ ]|H)(?P<half_n>[12])\b | (?P<half_o>{_ORDINAL})[ ]halvåret )
        {_OF_YEAR}(?P<half_y>{_YEAR})
        | (?P<half_y2>{_YEAR})[ /-]?H(?P<half_n2>[12])\b""",
    "tertial": rf"""(?: (?:tertial(?:et)?[ ]|T)(?P<tertial_n>[1-3])\b | (?P<tertial_o>{_ORDINAL})[ ]tertialet )
        {_OF_YEAR}(?P<tertial_y>{_YEAR})""",
    "week": rf"""(?:vecka|veckorna|v\.?)[ ]?(?P<week_n>\d\d?)(?:[ ]?{_DASH}[ ]?(?P<week_last>\d\d?))?
        (?:,?[ ]|/|[ ]?{_DASH}[ ]?)(?:år[ ])?(?P<week_y>{_YEAR})(?!\d)""",
    "season": rf"""{_SEASON}(?:[ ](?:och|samt)[ ]{_SEASON}|/{_SEASON})?
        (?: [ ]?{_DASH}?[ ]?(?:år[ ])?(?P<season_y>{_YEAR})(?:[/–-](?P<season_last>\d\d(?:\d\d)?))?
          | (?:(?<=\b[vh]t)[ ]?|[ ]?[-'’])(?P<season_short>\d\d) ) (?![\w:/])""",
    "turn": rf"årsskiftet[ ](?P<turn_y>{_YEAR})[ ]?(?:/|{_DASH})[ ]?(?P<turn_last>\d\d(?:\d\d)?)(?!\d)",
    "months": rf"""(?P<months_m>{_MONTH})\b\.?[ ]?{_DASH}[ ]?(?P<months_last>{_MONTH})\b\.?
        [ ](?P<months_y>{_YEAR})(?![\d/]|{_DASH}\d\d{_DASH})""",
    "month": rf"""(?P<month_m>{_MONTH})\b\.?(?:[ ]månad)?
        (?: ,?[ \n](?:år[ ])?(?P<month_y>{_YEAR})(?![\d/]|{_DASH}\d\d{_DASH})
          | [ ]?[-'’](?P<month_short>\d\d){_NO_DAYS} )""",
    "bare_month": rf"(?P<bare_month_m>{_WHOLE_MONTH})\b",
    "decade": rf"{_NO_NUMBER}(?P<decade_y>(?:1[5-9]|20)\d0){_DASH}tal(?:et|ets)?\b",
    "school": rf"""{_NO_NUMBER}{_NO_ID} (?P<school_y>{_YEAR})/(?P<school_next>(?:20)?\d\d) [ ]?{_DASH}[ ]?
        (?P<school_from>{_YEAR})/(?P<school_last>(?:20)?\d\d) (?![\w/])""",
    "years": rf"""{_NO_NUMBER}{_NO_ID} (?P<years_y>{_YEAR})(?P<years_sign>[ ]?{_DASH}[ ]?|/)
        (?P<years_last>(?:{_YEAR}|\d\d)) (?![\w/]|:\S|[-–][\w(]|[.,]\d)""",
    "year": r"(?<![\w/:.,§-]) (?P<year_y>(?:1[5-9]|20)\d\d) (?![\w/]|:\S|[-–\u2010](?!års)\w|[.,]\d)",
    "hyphened": r"""(?<![\w/.:,+-]) (?P<hyphened_y>[0-39]\d)-(?P<hyphened_m>0[1-9]|1[0-2])-(?P<hyphened_d>[0-3]\d)
        (?![\w/-]|[ ]\d\d)""",
    "short": rf"(?<![\w/.:,-]) (?P<short_y>\d\d)(?P<short_m>0[1-9]|1[0-2])(?P<short_d>[0-3]\d) {_GOES_ON}",
}
"""In the order in which they are tried: the longer of two that begin alike first."""

_OPENINGS: Final = (
    *("den", "mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    *("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    *("kv", "veck", "ht", "vt", "vår", "var och", "sommar", "höst", "vinter", "halvår", "tertial", "årsskiftet"),
    *("första", "andra", "tredje", "fjärde", "sista"),
)
"""How a form begins that does not begin with a figure, or with a letter and a figure."""

FORM: Final = re.compile(
    rf"\b(?=\d|{any_word(_OPENINGS)}|[qkhtv]\.?[ ]?\d|[qk][ ]?i)"
    rf"(?:{'|'.join(f'(?P<{shape}>{form})' for shape, form in _FORMS.items())})",
    re.IGNORECASE | re.VERBOSE,
)
"""Any of them; `lastgroup` tells which."""
