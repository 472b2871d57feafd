"""Pages as printed and as an English recogniser read them: what repairing is measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from avtalsarkiv.corpus.model import PAGE_BREAK, Origin, Page
from avtalsarkiv.ingest.quality import judge_text


class Pair(NamedTuple):
    """A document as printed and as it was read; pages parted by form feeds."""

    id: str
    truth: str
    seen: str
    swe: str
    """As a Swedish recogniser read it; empty where none did."""


def load(path: Path) -> list[Pair]:
    """Pairs from a file of JSON lines with id, truth, seen and, if need be, swe."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Pair(*(_without_soft_hyphens(record.get(key, "")) for key in Pair._fields)) for record in records]


def as_pages(text: str) -> list[Page]:
    """The pages of a text file, judged as they are when it is loaded."""
    parts = enumerate(text.split(PAGE_BREAK), 1)
    return [Page(number, part, Origin.PLAIN, judge_text(part)) for number, part in parts]


def _without_soft_hyphens(text: str) -> str:
    return text.replace("\u00ad", "")
