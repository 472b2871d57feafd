"""How much a stream of a PDF unpacks to: a few hundred bytes may be made to become gigabytes, to exhaust the reader.

The libraries unpack a stream whole before anyone sees how large it is, so its size is counted first, piece by piece.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import repeat
from typing import Final

from pdfminer.lzw import LZWDecoder
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import literal_name

from ....corpus.errors import UnreadableFile

MOST_UNPACKED: Final = 64 * 2**20
"""Bytes of one stream, or of what draws one page; a map has 10 MiB, and what shows pages needs fifty times as much."""
OVERFULL: Final = (
    f"unpacks to more than {MOST_UNPACKED // 2**20} MiB, which no page needs: print it to a new PDF and load that"
)
_CHUNK: Final = 2**20
_LONGEST_RUN: Final = 64
"""Bytes that RunLength makes of one at most."""


class Overfull(UnreadableFile):
    """It unpacks to more than memory should be spent on; `OVERFULL` says so."""


def unpacked_size(packed: bytes, filters: Sequence[str], limit: int = MOST_UNPACKED) -> int:
    """Bytes that a stream unpacks to, through all of its filters that can make it larger.

    Args:
        packed: As it lies in the file, after decryption.
        filters: Their names as the file gives them, the outermost first; short names are those of inline pictures.
        limit: Bytes after any of the filters.

    Raises:
        Overfull: It is larger than `limit`, after the last filter or between two of them.
    """
    for name in filters:
        if unpack := _UNPACKERS.get(name):
            packed = _bounded(unpack(packed), limit)
    if len(packed) > limit:
        raise Overfull(OVERFULL)
    return len(packed)


def size_of(stream: PDFStream) -> int:
    """Bytes that a stream unpacks to, 0 if it is damaged or protected in a way that cannot be undone.

    Raises:
        Overfull: They are more than `MOST_UNPACKED`.
    """
    if stream.rawdata is None:
        return len(stream.data or b"")
    packed = stream.rawdata
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        packed = stream.decipher(stream.objid, stream.genno, packed, stream.attrs)
    return unpacked_size(packed, [literal_name(name) for name, _ in stream.get_filters()])


def _bounded(pieces: Iterator[bytes], limit: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            raise Overfull(OVERFULL)
    return bytes(whole)


def _flate(packed: bytes) -> Iterator[bytes]:
    """What is whole of it: where it is damaged, what follows cannot be had."""
    unpacker = zlib.decompressobj()
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, _CHUNK)
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return


def _lzw(packed: bytes) -> Iterator[bytes]:
    return LZWDecoder(BytesIO(packed)).run()


def _run_length(packed: bytes) -> Iterator[bytes]:
    """As long as it can become at most: what draws a page is hardly ever packed so."""
    return repeat(packed, _LONGEST_RUN)


_UNPACKERS: Final[Mapping[str, Callable[[bytes], Iterator[bytes]]]] = {
    **dict.fromkeys(("FlateDecode", "Fl"), _flate),
    **dict.fromkeys(("LZWDecode", "LZW"), _lzw),
    **dict.fromkeys(("RunLengthDecode", "RL"), _run_length),
}

_decode_unbounded: Final = PDFStream.decode


def _decode(stream: PDFStream) -> None:
    size_of(stream)
    _decode_unbounded(stream)


# Fonts, forms within pages and tables of objects are unpacked by pdfminer itself, which offers no other place for it.
PDFStream.decode = _decode  # type: ignore[method-assign, assignment]
