"""Which characters do these bytes mean? Decided by evidence, because files do not say, or say it wrongly.

Swedish offices have used UTF-8, UTF-16, Windows-1252 (which contains ISO-8859-1), CP850 under DOS, Mac Roman and
the 7-bit code in which { | } are ä ö å. A file that is put together from several is read line by line, and within
the line piece by piece. No byte is lost: what cannot be decided is read as the most likely and warned about.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import Final

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16_SAMPLE: Final = 8192
"""Bytes in which the zero bytes of UTF-16 are counted."""
_MANY: Final = 0.4
_FEW: Final = 0.05

_SAMPLED_LINES: Final = 2000
"""Lines with signs beyond ASCII on which the encoding of a file is decided: far more than are needed."""
_CLEAR_LEAD: Final = 2
"""Points by which the best reading must lead to be certain: one letter in the middle of a word."""
_LINE_LEAD: Final = 4
"""Points by which a line must be better read otherwise than its file is: more than any single sign gives."""

_FOREIGN: Final = re.compile(
    r"(iso-?8859-([2-9]|1[0-46])|windows-125[013-8]|cp125[013-8]|koi8-[ru]|utf-?(7|16|32).*|iso-2022-.+|shift_jis|euc-.+"
    r"|big5.*|gb.+|hz)",
    re.IGNORECASE,
)
"""Declared encodings that are believed: nobody declares these by mistake, and the evidence below does not know them."""

_AND: Final = " and "
_LONE_BYTE: Final = re.compile("[\udc80-\udcff]")
_BEYOND_SWEDISH: Final = re.compile("[^\x00-\x7fåäöÅÄÖé§–”’\u00a0]")
_SEVEN_BIT: Final = str.maketrans("{|}[\\]", "äöåÄÖÅ")
_SEVEN_BIT_LETTER: Final = re.compile(r"(?<=[A-Za-z])[{|}]|[{|}](?=[a-z])")
_SEVEN_BIT_SHARE: Final = 0.02
"""Of all characters: å, ä and ö are 4 to 5 % of Swedish text."""
_SEVEN_BIT_LEAST: Final = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and how sure that is."""

    text: str
    encoding: str
    """As a person calls it; several are joined by "and"."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read bytes above 127."""

    name: str
    decode: Callable[[bytes], str]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters that the bytes mean.

    Args:
        data: A whole file or part of a mail; line ends of any kind.
        declared: The encoding that the file gives itself, believed only where the evidence has no say.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], name)
    if known := _believed(declared) or utf16_without_mark(data):
        return _unicode(data, known)
    text = data.decode("utf-8", "surrogateescape")
    return _of_single_bytes(data) if _LONE_BYTE.search(text) else _seven_bit(text)


def utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 that came without a mark, told by where the zero bytes stand; None if it is not."""
    sample = data[:_UTF16_SAMPLE]
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MANY and even < _FEW:
        return "utf-16-le"
    return "utf-16-be" if even > _MANY and odd < _FEW else None


def _believed(declared: str | None) -> str | None:
    name = (declared or "").strip()
    try:
        return codecs.lookup(name).name if _FOREIGN.fullmatch(name) else None
    except LookupError:
        return None


def _unicode(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    lost = text.count("\ufffd")
    label = name.upper().removesuffix("-LE").removesuffix("-BE")
    places = "1 place is" if lost == 1 else f"{lost} places are"
    return Decoded(text, label, (f"{places} not valid {label}: the file is damaged",) if lost else ())


def _seven_bit(text: str) -> Decoded:
    letters = _SEVEN_BIT_LETTER.findall(text) if text.isascii() else []
    if len(set(letters)) < len("äöå") or len(letters) < max(_SEVEN_BIT_LEAST, _SEVEN_BIT_SHARE * len(text)):
        return Decoded(text, "UTF-8")
    return Decoded(
        text.translate(_SEVEN_BIT), "7-bit Swedish", ("{ | } were read as ä ö å: the file is in a 7-bit code",)
    )


def _of_single_bytes(data: bytes) -> Decoded:
    lines = data.split(b"\n")
    sample = b"\n".join([line for line in lines if not line.isascii()][:_SAMPLED_LINES])
    best, certain = _best(sample)
    texts, used = _line_by_line(lines, best)
    doubt = () if certain else (f"the encoding is in doubt: read as {best.name}, see whether å, ä and ö are right",)
    names = dict.fromkeys(name for reading in used for name in reading.split(_AND))
    return Decoded("\n".join(texts), _AND.join(names), doubt)


def _best(sample: bytes) -> tuple[_Reading, bool]:
    """The most likely reading, and whether it leads clearly over those that give another text."""
    texts: dict[str, _Reading] = {}
    for reading in _readings():
        texts.setdefault(reading.decode(sample), reading)
    ranked = sorted(((_score(text), reading) for text, reading in texts.items()), key=lambda pair: -pair[0])
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _CLEAR_LEAD
    return ranked[0][1], ranked[0][0] > 0 and lead >= _CLEAR_LEAD


def _line_by_line(lines: Sequence[bytes], best: _Reading) -> tuple[list[str], list[str]]:
    texts, used = [], [best.name]
    for line in lines:
        text = best.decode(line)
        if _BEYOND_SWEDISH.search(text):
            other, _ = _best(line)
            if _score(other.decode(line)) >= max(_score(text), 0) + _LINE_LEAD:
                text = other.decode(line)
                used.append(other.name)
        texts.append(text)
    return texts, used


def _score(text: str) -> float:
    unexplained = sum(not char.isascii() for char in text)
    return sum((points + 1) * len(pattern.findall(text)) for points, pattern in _evidence()) - unexplained


@cache
def _evidence() -> tuple[tuple[float, re.Pattern[str]], ...]:
    table = resources.files(__package__).joinpath("data/encodings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return tuple((float(points), re.compile(pattern)) for points, pattern in rows)


@cache
def _readings() -> tuple[_Reading, ...]:
    """The likelier before the less likely; each alone and for what is left beside valid UTF-8."""
    tables = {"Windows-1252": _table("cp1252"), "CP850": _dos_table(), "Mac Roman": _table("mac_roman")}
    alone = [_Reading(name, partial(_single, table=table)) for name, table in tables.items()]
    mixed = [_Reading(f"UTF-8{_AND}{name}", partial(_piecewise, table=table)) for name, table in tables.items()]
    return (*alone, *mixed)


def _single(data: bytes, table: Mapping[int, str]) -> str:
    return data.decode("latin-1").translate(table)


def _piecewise(data: bytes, table: Mapping[int, str]) -> str:
    lone = {0xDC00 + byte: char for byte, char in table.items()}
    return data.decode("utf-8", "surrogateescape").translate(lone)


def _table(name: str) -> dict[int, str]:
    """What each byte above 127 means; bytes that the code does not use keep their number, to be counted and told."""
    meant = {byte: bytes([byte]).decode(name, "ignore") for byte in range(0x80, 0x100)}
    return {byte: char or chr(byte) for byte, char in meant.items()}


def _dos_table() -> dict[int, str]:
    """CP850 as changed for the euro (CP858), with the signs that DOS drew for two control codes."""
    return {**_table("cp858"), 0x14: "¶", 0x15: "§"}
