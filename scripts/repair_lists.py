"""The words that lists know, and what each counts beside the words of the text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from avtalsarkiv.ingest.repair.lexicon import GIVEN_NAME, NAME_PART, PLACE, SEPARATE, SURNAME

LISTS: Final = Path(__file__).parents[1] / "ingest" / "repair" / "data"
LISTED_COUNT: Final = 0.5
"""Of a listed word that the text does not have, beside words that it has once."""
TERM_COUNT: Final = 3.0
"""Of a word of minutes and agreements: it is not rare in the documents of an archive."""
USUAL_BAND: Final = 3
"""Of names, the number of digits of the number of their bearers."""
POSSIBLE_COUNT: Final = 0.05
"""Of a name that may exist, by how names are made, and may not."""
GENITIVE_SHARE: Final = 0.3


def listed_names() -> dict[str, tuple[int, float]]:
    """Of each listed name its kinds and the count it is given; genitives among them."""
    names: dict[str, tuple[int, float]] = {}
    for file, flag in (("given_names.txt", GIVEN_NAME), ("surnames.txt", SURNAME), ("places.txt", PLACE)):
        for name, band in map(lambda line: line.split("\t"), lines(file)):
            known = int(band) or (USUAL_BAND if flag == PLACE else 0)
            count = LISTED_COUNT * 2.0 ** (known - USUAL_BAND) if known else POSSIBLE_COUNT
            for word in re.findall(r"[^\W\d_]+", name.lower()):
                forms = [(word, count)] + ([] if word[-1] in "sxz" else [(f"{word}s", count * GENITIVE_SHARE)])
                for form, weight in forms:
                    kinds, before = names.get(form, (0, 0.0))
                    names[form] = kinds | flag, max(before, weight)
    for file, flag in (("separate_words.txt", SEPARATE), ("name_parts.txt", NAME_PART)):
        for word in listed_words(file):
            kinds, count = names.get(word, (0, 0.0))
            names[word] = kinds | flag, count
    return names


def listed_words(name: str) -> frozenset[str]:
    """The single words of a list, in lower case."""
    return frozenset(word for line in lines(name) for word in re.findall(r"[^\W\d_]+", line.split("\t")[0].lower()))


def lines(name: str) -> list[str]:
    """The lines of a list, NFC."""
    return unicodedata.normalize("NFC", (LISTS / name).read_text(encoding="utf-8")).splitlines()
