"""Questions that nobody should ask: whatever reads a question must take each of them, soon and without harm."""

from __future__ import annotations

import random
from typing import Final

_SIGNS: Final = (
    "", " ", "\n\t", "*", "**", "?", "-", "--", "~", '"', '""', '" "', "(", ")", "()", "(())", ")(", ":", "::", "§",
    "%", "..", "/", "\\", ".", "!?", "@#$", "«»", "”", "\u2026", "\U0001f600", "{}", "[a]", "<>", "=", "|", "||",
    "&&", "^", "+",
)  # fmt: skip
_OPERATORS: Final = (
    "OCH", "ELLER", "INTE", "AND", "OR", "NOT", "AND OR NOT", "OCH OCH OCH", "avtal OCH", "OCH avtal", "avtal ELLER",
    "ELLER ELLER avtal", "avtal OCH ELLER protokoll", "INTE", "avtal INTE", "INTE INTE avtal", "-", "- avtal",
    "-avtal", "--avtal", "avtal -", "(avtal ELLER", "avtal) ELLER protokoll", "(OCH)", "((avtal) OCH ())", "-(avtal",
    '-"avtal', '-""', "INTE (INTE (INTE avtal))",
)  # fmt: skip
_ENDINGS: Final = (
    "avtal**", "*avtal", "av*tal", "a*", "1*", "§*", "avtal*~", "avtal~*", "a~9", "avtal~9", "avtal~0",
    "avtal~99999999999999", "~1", "~~", "avtal~-1", '"drift och"*', '"drift och"~3', "avtal^2", "avt?l", "*:*",
    "part:*", "part:~", "-*",
)  # fmt: skip
_FIELDS: Final = (
    "part:", "typ:", "belopp:", "datum:", "part: ", "typ:simhall", "typ:()", "typ:(", 'typ:"', 'typ:""',
    "typ:typ:avtal", "part:(typ:avtal ELLER simhall)", "belopp:", "belopp:många", "belopp:>", "belopp:..",
    "belopp:>1..2", "belopp:-5", "belopp:1e9", "belopp:NaN", "belopp:Infinity", "belopp:9..1", "belopp:>>5",
    "belopp:" + "9" * 500, "belopp:1,2,3", "datum:2021-13", "datum:2021-02-31", "datum:0000", "datum:9999-12-31",
    "datum:>9999-12-31", "datum:2024..2021", "datum:31 februari 2021", "datum:maj", "datum:" + "2021-" * 100, "år:1",
    "år:20000", "gäller:alltid", "sida:0", "sida:-1", "sida:1..99999999999", "sida:första", "dnr:", "dnr:§",
    "dnr:(((", "anmärkning:kanske", "instans:...", "simhall:avtal", "http://norrby.se/avtal?id=1&x=*", "kl 10:30",
    "EU:s regler", "c:\\avtal\\*.pdf", "../../etc/passwd", "1:2:3", "a:b^2~1", ":avtal", "part::avtal", "belopp<100",
    "belopp=>5", "-typ:", "-belopp:>1 -datum:..2020",
)  # fmt: skip
_LETTERS: Final = (
    "avtal\x00protokoll", "\x00", "\x1b[31mavtal", "\u202eavtal", "\u200fתוזח avtal", "avtal\u200b\u200dprotokoll",
    "\ufeffavtal", "\ud800", "avtal \udcff", "e\u0301" * 300, "a" + "\u0300" * 500, "\ufdfa" * 200, "İSTANBUL",
    "ß" * 100, "ﬁnans", "ＡＶＴＡＬ", "合同", "договор", "\u00a0", "avtal\u00a0om", "\u2028avtal", "\uffff",
    "\U0010ffff", "½ §½", "²³¹", "٣٤٥", "Ⅷ",
)  # fmt: skip
_OTHER_LANGUAGES: Final = (
    "'; DROP TABLE documents; --", "avtal' OR '1'='1", "(a+)+$", "(.*)*", "[a-z", "\\d{1000000}", "/avtal.*/",
    "%s%n%x", "{{7*7}}", "${HOME}", "$(id)", "`id`", "<script>alert(1)</script>", "text:[a TO b]", "NEAR/5",
    "avtal AND (title:x", "--help", "{!func}x", "_id:1", "None", "null", "NaN", "0x1F", "1e400",
)  # fmt: skip
_LONG: Final = (
    "(" * 1_000_000, ")" * 100_000, '"' * 100_001, "OR " * 20_000, "avtal OR " * 20_000, "INTE " * 20_000,
    "a~9 " * 20_000, "a* " * 20_000, "-" * 100_000, "- " * 100_000, "avtal" * 200_000, "avtal " * 200_000,
    "typ:(" * 20_000, "(avtal " * 20_000, "1 000 " * 20_000, "1-" * 100_000, "§ " * 100_000, "KS 2024/" * 20_000,
    "\x00" * 1_000_000, "å" * 1_000_000, "\n" * 1_000_000,
)  # fmt: skip

NAUGHTY: Final = (*_SIGNS, *_OPERATORS, *_ENDINGS, *_FIELDS, *_LETTERS, *_OTHER_LANGUAGES, *_LONG)
"""Each breaks something in some search engine."""


def muddled(count: int, seed: int = 7) -> list[str]:
    """Questions put together by chance of pieces that mean something; the same ones for the same seed."""
    chance = random.Random(seed)
    pieces = (*_SIGNS, *_OPERATORS, *_ENDINGS, *_FIELDS, *_LETTERS, "avtal", "KS 2024/117")
    return ["".join(chance.choice(pieces) + chance.choice(("", " ")) for _ in range(12)) for _ in range(count)]
