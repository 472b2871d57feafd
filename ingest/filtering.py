"""Text as it comes through a pipe, repaired piece by piece: a hundred megabytes need no more memory than one."""

from __future__ import annotations

import codecs
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import IO, Final

from ..corpus.decisions import Decision, decided
from ..corpus.errors import UsageError
from ..corpus.model import Known, Origin, Page, Quality, Repair, Verdict
from ..corpus.ports import Repairer
from .repair.mojibake import mend
from .restoring import ENCODING, restore

_PIECE: Final = 1 << 18
"""Bytes that are repaired together, some forty pages: enough for a document to help itself."""
_PARAGRAPH_ENDS: Final = ("\n\n", "\r\n\r\n", "\f")
_UNJUDGED: Final = Quality(Verdict.KEEP, "came through a pipe")
_FORM_FEED: Final = re.compile("(?<=\f)")


def repaired_pages(
    file: IO[bytes], repair: Repairer, known: Known, decisions: Sequence[Decision] = ()
) -> Iterator[tuple[int, Page]]:
    """The text of a file in pages, repaired, each with the code point at which it begins; together they are the text.

    Raises:
        UsageError: It is not UTF-8; told before the first page.
    """
    with tempfile.TemporaryFile() as copy:
        start = 0
        for piece in _pieces(_checked(file, copy)):
            pages = [_page(number, text) for number, text in enumerate(_FORM_FEED.split(piece), start=1)]
            for page, repairs in zip(pages, restore(repair, pages, known), strict=True):
                yield start, decided(replace(page, repairs=repairs), decisions)
                start += len(page.text)


def _checked(file: IO[bytes], copy: IO[bytes]) -> IO[bytes]:
    """The same content from its beginning, of which it is known that it can be read to its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in iter(partial(file.read, _PIECE), b""):
            decoder.decode(chunk)
            copy.write(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise UsageError(f"{file.name}: is not UTF-8 ({error.reason}); `ingest` reads every encoding") from error
    copy.seek(0)
    return copy


def _pieces(file: IO[bytes]) -> Iterator[str]:
    """The text in pieces that end where a paragraph does, or else a line."""
    # As bytes, so that line ends come out as they went in and offsets count them.
    decoder, held = codecs.getincrementaldecoder("utf-8")(), ""
    for chunk in iter(partial(file.read, _PIECE), b""):
        if held:
            end = _cut(held)
            yield held[:end]
            held = held[end:]
        held += decoder.decode(chunk)
    if held:
        yield held


def _cut(text: str) -> int:
    """Where the last paragraph, or else line or word, that is whole in a text ends."""
    ends = (at + len(sign) for sign in _PARAGRAPH_ENDS if (at := text.rfind(sign)) >= 0)
    return max(ends, default=0) or text.rfind("\n") + 1 or text.rfind(" ") + 1 or len(text)


def _page(number: int, text: str) -> Page:
    certain = (Repair(word.start, word.end, word.seen, word.meant, 1.0, ENCODING) for word in mend(text)[1])
    return Page(number, text, Origin.PLAIN, _UNJUDGED, repairs=tuple(certain))
