"""Engines that can be broken on purpose."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.corpus.errors import ArchiveDamaged, UnreadableFile
from avtalsarkiv.corpus.facts import Amount, Extraction, Fact
from avtalsarkiv.corpus.files import Originals
from avtalsarkiv.corpus.model import (
    Attachment,
    Document,
    Draft,
    Known,
    Origin,
    Outcome,
    Page,
    Quality,
    Repair,
    Source,
    Standing,
    Verdict,
)
from avtalsarkiv.corpus.store import Store
from avtalsarkiv.ingest.inputs import walk
from avtalsarkiv.ingest.load import Load
from avtalsarkiv.ingest.pipeline import OcrPolicy, Pipeline
from avtalsarkiv.ingest.runners.serial import SerialRunner

KEPT = Quality(Verdict.KEEP, "as good as it gets")
PICTURE = Quality(Verdict.REREAD, "a picture without text")


def read_lines(path: Path, media_type: str) -> Draft:
    """A reader whose files say what is to become of them, a line for each page or trouble."""
    pages: list[Page] = []
    attachments: list[Attachment] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        match word:
            case "BROKEN":
                raise UnreadableFile(rest)
            case "BUG":
                raise ZeroDivisionError(rest)
            case "PICTURE":
                pages.append(Page(len(pages) + 1, "", Origin.TEXT_LAYER, PICTURE, waiting=True))
            case "ATTACHED":
                name, _, content = rest.partition(" ")
                attachments.append(Attachment(name, content.encode()))
            case _:
                pages.append(Page(len(pages) + 1, line, Origin.PLAIN, KEPT))
    return Draft(tuple(pages), attachments=tuple(attachments))


def read_countdown(path: Path, media_type: str) -> Draft:
    """A reader of files that hold a number, and inside them a file with the number below it."""
    number = int(path.read_text(encoding="utf-8"))
    inner = Attachment(f"{number - 1}.txt", str(number - 1).encode())
    return Draft((Page(1, str(number), Origin.PLAIN, KEPT),), attachments=(inner,) if number else ())


def recognize(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    """A recogniser that sees the same on every picture."""
    return [replace(page, text="läst", origin=Origin.OCR, confidence=95.0, waiting=False) for page in pages]


def give_up(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    """A recogniser that runs out of time on every picture."""
    return [replace(page, quality=Quality(Verdict.REREAD, "took too long")) for page in pages]


def die_on_second_page(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    """A recogniser that takes its worker with it when it meets the second page."""
    if any(page.number == 2 for page in pages):
        raise UnreadableFile("broke down")
    return recognize(path, media_type, pages)


MEANT = {"Jimtland": "Jämtland", "Hirjedalen": "Härjedalen", "Ansikan": "Ansökan", "&r": "år"}


def repair(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    """A repairer that has learnt four words, and one of them is a person's name for all it knows."""
    return [tuple(_repairs(page, known)) for page in pages]


def extract(document: Document) -> Extraction:
    """An extractor that takes each number for so many kronor, and stumbles over BUG."""
    if "EXTRACTOR BUG" in document.text:
        raise ZeroDivisionError("stumbled")
    return Extraction(facts=tuple(_amounts(document)))


def _amounts(document: Document) -> Iterator[Fact]:
    for page, start in document.page_starts():
        for number in re.finditer(r"\d+", page.text):
            begin, end = start + number.start(), start + number.end()
            yield Fact(Amount(Decimal(number[0]), "SEK"), page.number, begin, end, number[0], "number", 0.9)


def _repairs(page: Page, known: Known) -> Iterator[Repair]:
    for word in re.finditer(r"\S+", page.text):
        meant = MEANT.get(word[0])
        if meant and word[0] not in known.words:
            sure = meant in known.names or word[0] != "Hirjedalen"
            standing = Standing.MADE if sure else Standing.SUGGESTED
            yield Repair(*word.span(), word[0], meant, 0.99 if sure else 0.7, "language" if sure else "name", standing)


def fetch(names: Sequence[str]) -> Iterator[Change]:
    """Documents of two pages by their names, of which two have another effect; in any process."""
    for name in names:
        match name:
            case "bad":
                raise ArchiveDamaged("cannot be read")
            case "killed":
                os._exit(1)
        pages = tuple(Page(number, f"avtal {name}", Origin.PLAIN, KEPT) for number in (1, 2))
        yield Change(name, Document(name, Source("0" * 64, 1, "text/plain"), pages))


@dataclass
class Workshop:
    """A load without processes over an archive in a folder."""

    folder: Path
    pipeline: Pipeline = field(
        default_factory=lambda: Pipeline(SerialRunner(), read_lines, recognize, 10, repair, extract, "1", "1")
    )
    program: str = "1"

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.originals = Originals(self.folder)
        self.originals.prepare()
        self.store = Store(self.folder, self.program, create=True)

    def load(self, *paths: Path, again: bool = False) -> dict[str, Outcome]:
        """Load the paths; outcomes by file name."""
        load = Load(self.store, self.originals, self.pipeline, again=again)
        outcomes = list(load.run(walk(paths, self.folder)))
        named = {Path(outcome.path).name: outcome for outcome in outcomes}
        assert len(named) == len(outcomes), "two inputs of one name"
        return named

    def retry(self) -> list[Outcome]:
        """Run again what did not go in."""
        load = Load(self.store, self.originals, self.pipeline, again=True)
        chosen = [entry for entry in self.store.outcomes() if entry[1].kind.needs_a_hand]
        return list(load.retry(chosen))

    def without_ocr(self) -> Workshop:
        """The same archive on a machine without Tesseract."""
        return replace(self, pipeline=replace(self.pipeline, policy=OcrPolicy.NEVER))
