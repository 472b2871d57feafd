#!/usr/bin/env python3
"""Count the words of official Swedish text into the lexicon that `swedish/words.py` looks them up in.

    scripts/build_lexicon.py TEXT.txt[.xz] [OUT.marisa]

TEXT holds one paragraph a line. Only the counts enter the product, never the text.
"""

from __future__ import annotations

import lzma
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import marisa_trie

from avtalsarkiv.swedish.words import function_words, language

DATA: Final = Path(__file__).parents[1] / "swedish" / "data"
LEXICON: Final = DATA / "lexicon.marisa"
WORD: Final = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@-]|/\w|\.\w)")
"""Not a part of an address, a file name, a number or a word cut by a hyphen."""
LEAST_COUNT: Final = 2
"""Words seen once are as often slips of the pen as words."""
ONE_LETTER_WORDS: Final = "iåö"
LEAST_ABBREVIATION_COUNT: Final = 10
LONGEST_ABBREVIATION: Final = 5
LEAST_LOWER_SHARE: Final = 0.1
"""A word that is nearly always capitalised is a name, and names of people stay out."""
GREATEST_ACCENT_RATIO: Final = 300
"""'pa' beside 'på', 300 times as frequent, is a slip or a misreading."""
PLAIN: Final = str.maketrans("åäöéü", "aaoeu")
LISTED_COUNT: Final = 10
"""Given to listed words that the text has less often: they are not rare in the documents of the archive."""
ALSO_SWEDISH: Final = frozenset(
    ["vi", "del", "in", "per", "se", "dem", "å", "el", "du", "er", "ja", "af", "dans", "par", "sen"]
)
"""Function words of other languages that are Swedish words as well."""
INSTITUTIONS: Final = (
    *("verket", "departementet", "myndigheten", "inspektionen", "nämnden", "styrelsen", "domstolen", "banken", "rådet"),
    *("förbundet", "fullmäktige", "högskolan", "institutet", "delegationen", "universitetet", "demokraterna"),
)
"""What bodies are called by: such words are names, but not of people."""


def main() -> int:
    """Build the lexicon from the text named on the command line."""
    source = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else LEXICON
    counts = lexicon(paragraphs(source))
    marisa_trie.RecordTrie("<I", [(word, (count,)) for word, count in counts.items()]).save(str(out))
    print(f"{out}: {len(counts)} words, {out.stat().st_size} bytes")
    return 0


def paragraphs(path: Path) -> Iterator[str]:
    """The lines of a plain or xz-compressed text, NFC."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield unicodedata.normalize("NFC", line)


def lexicon(texts: Iterable[str]) -> dict[str, int]:
    """Each word in lower case with its count; words of other languages, slips and names left out."""
    lower, capital, upper = Counter[str](), Counter[str](), Counter[str]()
    for words in filter(is_swedish, map(WORD.findall, texts)):
        lower.update(word for word in words if word.islower())
        capital.update(word.lower() for word in words if word.istitle())
        upper.update(word.lower() for word in words if word.isupper())
    counts = Counter({word: count for word, count in lower.items() if is_word(word, count, capital[word])})
    counts |= Counter({word: n for word, n in upper.items() if is_abbreviation(word, n)})
    counts |= Counter({word: n for word, n in capital.items() if is_institution(word, n)})
    wrong = slips(counts) | foreign_function_words()
    return {word: count for word, count in counts.items() if word not in wrong} | own_words(counts + capital)


def is_swedish(words: Sequence[str]) -> bool:
    """Is the paragraph in no other language, as far as one can see?"""
    return language(words) in ("sv", None)


def is_word(word: str, count: int, capitalised: int) -> bool:
    """Is this a word of the language, not a slip, a letter or a name?"""
    common = count >= LEAST_COUNT and count >= LEAST_LOWER_SHARE * (count + capitalised)
    return common and (len(word) > 1 or word in ONE_LETTER_WORDS)


def is_abbreviation(word: str, count: int) -> bool:
    """EU, LOU, SKR."""
    return 2 <= len(word) <= LONGEST_ABBREVIATION and count >= LEAST_ABBREVIATION_COUNT


def is_institution(word: str, count: int) -> bool:
    """Finansinspektionen, Trafikverkets."""
    return count >= LEAST_COUNT and word.removesuffix("s").endswith(INSTITUTIONS)


def slips(counts: dict[str, int]) -> frozenset[str]:
    """Words without their å ä ö, beside the far more frequent right ones."""
    accented = Counter[str]()
    for word, count in counts.items():
        plain = word.translate(PLAIN)
        if plain != word:
            accented[plain] = max(accented[plain], count)
    return frozenset(word for word, count in counts.items() if accented[word] > GREATEST_ACCENT_RATIO * count)


def own_words(counts: Counter[str]) -> dict[str, int]:
    """Places, which are always capitalised, with their genitives, and the words of minutes and agreements."""
    names = listed("places.txt")
    words = names | {f"{name}s" for name in names if not name.endswith("s")} | listed("terms.txt")
    return {word: max(counts[word], LISTED_COUNT) for word in sorted(words)}


def foreign_function_words() -> frozenset[str]:
    """'the', 'of', 'les': quotations bring them into Swedish text, but they are no Swedish words."""
    others = (words for code, words in function_words().items() if code != "sv")
    return frozenset().union(*others) - function_words()["sv"] - ALSO_SWEDISH


def listed(name: str) -> frozenset[str]:
    """The words of one of our own lists, in lower case."""
    return frozenset((DATA / name).read_text(encoding="utf-8").lower().split())


if __name__ == "__main__":
    sys.exit(main())
