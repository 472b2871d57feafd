"""From a file to a draft: one reader for each kind of file, chosen by what the file holds, not by its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from ...corpus.errors import UnreadableFile
from ...corpus.model import Draft
from ...corpus.ports import Reader
from .sniff import DOCX, HTML, JPEG, MAIL, ODT, PDF, PNG, TEXT, TIFF, sniff

__all__ = ["READERS", "read", "sniff"]

READERS: Final[Mapping[str, str]] = {
    PDF: ".pdf",
    TIFF: ".image",
    PNG: ".image",
    JPEG: ".image",
    HTML: ".html",
    DOCX: ".docx",
    ODT: ".odt",
    TEXT: ".text",
    MAIL: ".mail",
}
"""Media type -> the module whose `read` reads it, imported when the first such file comes."""


def read(path: Path, media_type: str) -> Draft:
    """What stands in a file of the given kind, as `sniff` named it.

    Raises:
        UnreadableFile: With a sentence that says what is wrong with the file and what to do.
    """
    if media_type not in READERS:
        raise UnreadableFile(f"is of the kind {media_type}, which is not read: print it to PDF and load that")
    reader = cast(Reader, import_module(READERS[media_type], __package__).read)
    return reader(path)
