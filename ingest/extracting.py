"""The step of the flow that finds what a document says. What fails leaves the document as it is, with a warning."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from ..corpus.errors import UnreadableFile
from ..corpus.facts import Extraction
from ..corpus.model import Document
from ..corpus.ports import Extractor, Runner
from .extract.head import Head

UNEXTRACTED: Final = "no facts were extracted from it"
"""How the warning begins that tells of an extraction that failed."""
_HERE: Final = Path(__file__).parent
_RULES: Final = (_HERE / "extract", _HERE / "repair" / "data", _HERE.parent / "swedish")
"""What an extraction depends on beside the text: rules and models, lists of names, knowledge of the language."""


def extract_facts(document: Document) -> Extraction:
    """The `Extractor` of the product."""
    from .extract.extractor import extract  # only here: what it is built on takes a second to load

    extraction = extract(document.pages, Head(document.doc_type, document.date, document.dnr))
    # A page that waits has a text that is known to be wrong: what does not add up in it is its reader's fault.
    waiting = document.waiting_pages
    sound = (found for found in extraction.findings if found.where is None or found.where.page not in waiting)
    return replace(extraction, findings=tuple(sound))


@cache
def version_of(program: str) -> str:
    """What tells an extraction from one by another version of the program, of its rules or of its models."""
    checksum = 0
    for file in sorted(file for folder in _RULES for file in folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            checksum = zlib.crc32(file.read_bytes(), checksum)
    return f"{program} {checksum:08x}"


def extracted(document: Document, extract: Extractor, version: str, runner: Runner) -> Document:
    """The document with what it says; where that fails with nothing, and a warning in place of an earlier one."""
    warnings = tuple(said for said in document.warnings if not said.startswith(UNEXTRACTED))
    try:
        extraction = replace(runner.run(extract, document), version=version)
    except UnreadableFile as error:
        return _without(document, warnings, str(error))
    except Exception as fault:
        said = f"a fault in avtalsarkiv ({type(fault).__name__}: {fault}); please report it"
        return _without(document, warnings, said)
    return replace(document, warnings=warnings, extraction=extraction)


def _without(document: Document, warnings: tuple[str, ...], reason: str) -> Document:
    return replace(document, warnings=(*warnings, f"{UNEXTRACTED}: {reason}"), extraction=Extraction())
