"""Office files are zip files of XML, and whoever wrote them may have meant harm: parts are unpacked within bounds."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from ...corpus.errors import UnreadableFile

MAX_PART: Final = 32 * 2**20
"""Bytes of one part, unpacked: the text of a report of 2,000 pages; its tree takes ten times as much memory."""
MAX_PARTS: Final = 128 * 2**20
"""Bytes of all parts that are read from one file, unpacked."""

_LONGEST_NUMBER: Final = 10
"""Digits."""
_CHUNK: Final = 2**20
_SAVE_ANEW: Final = "open it in the program it was made with and save it anew"
NESTED: Final = "is nested more deeply than any document: print it to PDF and load that"
_HARMFUL: Final = (
    "declares XML entities, which no office program does, and may be meant to do harm: "
    "ask who sent it for a PDF, and load that"
)
_BOUNDLESS: Final = "holds a longer text without a break than any document: print it to PDF and load that"
_ENTITY: Final = b"<!ENTITY"
_TOO_DEEP: Final = "Excessive depth"
"""The parser's word for it; it gives one number to all that goes beyond its limits."""
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, OSError, ValueError)


class Package:
    """The parts of an Office file. Names of parts are looked up, never used as paths."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        self._left = MAX_PARTS

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none; names differ in case between programs.

        Raises:
            UnreadableFile: It is damaged, protected, or unpacks to more than any document holds.
        """
        member = self._names.get(name.lower())
        if member is None:
            return None
        try:
            return self._unpack(member)
        except RuntimeError as error:  # zipfile's word for a password
            raise UnreadableFile("is protected by a password: take it away, save the file and load that") from error
        except _DAMAGED as error:
            raise UnreadableFile(f"is damaged, its parts do not unpack: {_SAVE_ANEW}") from error

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part that is XML, None where there is no such part.

        Raises:
            UnreadableFile: As above, or it is no XML, or declares entities, which no office program does.
        """
        data = self.part(name)
        return None if data is None else parse_xml(data)

    def names(self, beginning: str) -> list[str]:
        """The names of the parts that begin so, upper and lower case being the same."""
        return [name for key, name in self._names.items() if key.startswith(beginning.lower())]

    def _unpack(self, member: str) -> bytes:
        """The part's bytes, counted as they come: the size that a file declares may be a lie."""
        chunks: list[bytes] = []
        allowed = min(MAX_PART, self._left)
        with self._archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                chunks.append(chunk)
                allowed -= len(chunk)
                if allowed < 0:
                    raise UnreadableFile(
                        f"unpacks to more than {MAX_PART // 2**20} MB, which no document of words does: "
                        "if it is one, print it to PDF and load that"
                    )
        self._left -= sum(map(len, chunks))
        return b"".join(chunks)


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The parts of the Office file, while it is open.

    Raises:
        UnreadableFile: It is no whole zip file.
    """
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGED as error:
        raise UnreadableFile("is damaged or cut off: get it again from where it came from") from error
    with archive:
        yield Package(archive)


def parse_xml(data: bytes) -> etree._Element:
    """The root element of XML that stays by itself: no entities, nothing fetched.

    Raises:
        UnreadableFile: It is no XML, is nested without measure, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(_not_parsed(data, parser)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(_HARMFUL)
    return root


def _not_parsed(data: bytes, parser: etree.XMLParser) -> str:
    if _ENTITY in data.replace(b"\0", b""):  # which UTF-16 puts between
        return _HARMFUL
    limits = [entry.message for entry in parser.error_log if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT]
    if limits:
        return NESTED if _TOO_DEEP in limits[0] else _BOUNDLESS
    return f"is damaged, its text is no whole XML: {_SAVE_ANEW}"


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, of which office programs have used several for the same thing."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its name without namespace; None without element or attribute."""
    if element is None:
        return None
    return next((_text(value) for key, value in element.items() if _local(_text(key)) == name), None)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _text(value: str | bytes) -> str:
    """A name or value as a string; the stubs of lxml allow for the bytes that its older versions gave."""
    return value if isinstance(value, str) else value.decode()


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, or its first child of the next name, and so on; None where one is missing."""
    for name in names:
        element = None if element is None else next((each for each in element if local_name(each) == name), None)
    return element


def integer(text: str | None, otherwise: int) -> int:
    """The number that an attribute holds; what is no number, or is beyond measure, counts as not said."""
    return int(text) if text and len(text) < _LONGEST_NUMBER and text.isascii() and text.isdigit() else otherwise


def beside(part: str, target: str) -> str:
    """The name of the part that another part points to."""
    steps: list[str] = [] if target.startswith("/") else list(PurePosixPath(part).parent.parts)
    for step in PurePosixPath(target.lstrip("/")).parts:
        if step == "..":
            del steps[-1:]
        else:
            steps.append(step)
    return "/".join(steps)
