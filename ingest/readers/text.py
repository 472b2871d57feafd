"""Plain text, in whatever encoding an office has used; form feeds are page breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ...corpus.errors import UnreadableFile
from ...corpus.model import PAGE_BREAK, Draft, Origin
from ..repair.mojibake import mend
from .drafting import draft
from .encoding import Decoded, decode
from .tidying import count_controls

MAX_BYTES: Final = 64 * 2**20
"""Far more than any document of words holds (20,000 pages); what is larger is a log or a database dump."""

_NEXT_LINE: Final = "\x85"
"""A line end to those who know it, and half of a misread Å."""


def read(path: Path) -> Draft:
    """The pages of a text file, which end at its form feeds.

    Raises:
        UnreadableFile: It is too large, or nothing in it is text.
    """
    decoded = decode(bounded_bytes(path))
    text = decoded.text.removesuffix(PAGE_BREAK)
    return draft(
        text.split(PAGE_BREAK),
        Origin.PLAIN,
        warnings=(*decoded.warnings, *damage(decoded)),
        notes=_encoding_note(decoded),
    )


def bounded_bytes(path: Path) -> bytes:
    """The whole file, if it is of a size that a text can have.

    Raises:
        UnreadableFile: It is larger than `MAX_BYTES`.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 2**20
        raise UnreadableFile(f"holds more than {limit} MB of text, which no document does: split it and load the parts")
    return data


def with_whole_letters(text: str) -> str:
    """The text, mended where its control characters may be halves of misread letters, which `tidy` would tear apart."""
    return mend(text)[0] if _NEXT_LINE in text or count_controls(text) else text


def damage(decoded: Decoded) -> list[str]:
    """What shows that letters were lost before the file came here, a sentence each."""
    controls, lost = count_controls(with_whole_letters(decoded.text)), decoded.text.count("\ufffd")
    sentences = []
    if controls:
        those, were = ("1 character", "was") if controls == 1 else (f"{controls} characters", "were")
        sentences.append(f"{those} that no text holds {were} left out: the file may be damaged")
    if lost and not decoded.warnings:
        letters, are = ("1 letter", "is") if lost == 1 else (f"{lost} letters", "are")
        sentences.append(f"{letters} had been lost before the file came here, and {are} shown as \ufffd")
    return sentences


def _encoding_note(decoded: Decoded) -> list[str]:
    return [] if decoded.encoding == "UTF-8" else [f"read as {decoded.encoding}"]
