"""The parts of a mail: which of them are its text, which are attached, and which cannot be read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect
from email.generator import BytesGenerator
from typing import Final

from ....corpus.model import Attachment
from ..encoding import decode
from ..html.reader import declared_charset, text_of
from ..text import damage
from .headers import Part, header, readable

MAX_ATTACHMENTS: Final = 200
"""Far more than a person attaches."""
_DEEPEST: Final = 30
"""Levels of parts within parts; real mail has four or five."""
_SMALL_PICTURE: Final = 30 * 1024
"""Bytes: a picture shown within the text, up to this size, is a logo or part of a signature."""
_LONGEST_NAME: Final = 200
"""Code points of an attachment's name."""
_ENOUGH: Final = 0.5
"""Of the words of the HTML version: a plain version with fewer only says that there is an HTML version."""

_SIGNATURES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_SEALED: Final = "the mail is encrypted or sealed: open it in the mail program and save what it holds"
_TNEF: Final = "winmail.dat was not read: open the mail in Outlook and save what is attached"
_UNREAD: Final = {
    "application/pkcs7-mime": _SEALED,
    "application/x-pkcs7-mime": _SEALED,
    "application/pgp-encrypted": _SEALED,
    "application/ms-tnef": _TNEF,
    "application/vnd.ms-tnef": _TNEF,
    "message/external-body": "an attachment is stored elsewhere and was not fetched",
    "message/partial": "the mail is one piece of several: put them together in the mail program",
}
_SOFT_BREAK: Final = re.compile(r"(?m)^(?!>)(.* )\n(?=[^>\s])")
"""The end of a line that the mail program broke only to send it (format=flowed)."""
_SIGNATURE_MARK: Final = "-- "


@dataclass(slots=True)
class Contents:
    """What a mail holds, in the order of the mail."""

    texts: list[str] = field(default_factory=list)
    """Shown one under the other."""
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def contents_of(message: Part) -> Contents:
    """The text of a mail and its attachments."""
    collector = _Collector()
    texts = [text.text for text in collector.texts(message, 0)]
    return Contents(texts, collector.attachments, list(collector.warnings()), list(collector.notes()))


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    plain: bool


class _Collector:
    """Walks through the parts of one mail and puts each where it belongs."""

    def __init__(self) -> None:
        self.attachments: list[Attachment] = []
        self._doubts: dict[str, None] = {}
        self._signed = False
        self._pictures = 0
        self._beyond = 0

    def texts(self, part: Part, depth: int) -> list[_Text]:
        """The texts that a part shows; what is attached to it is kept aside."""
        kind = part.get_content_type()
        if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects):
            self._doubt("the mail breaks off: its last part may not be whole")
        if depth > _DEEPEST or kind in _UNREAD:
            self._doubt(_UNREAD.get(kind, "parts that are nested too deeply were not read"))
        elif kind.startswith("message/"):
            self._attach(part, _message_bytes(part))
        elif kind == "multipart/alternative":
            return _best([self.texts(version, depth + 1) for version in _children(part)])
        elif part.is_multipart():
            return [text for child in _children(part) for text in self.texts(child, depth + 1)]
        else:
            return list(self._leaf(part, kind))
        return []

    def warnings(self) -> Iterator[str]:
        """What was not read or is in doubt."""
        yield from self._doubts
        if self._beyond:
            further = "1 attachment was" if self._beyond == 1 else f"{self._beyond} attachments were"
            yield f"{further} not read, being beyond the first {MAX_ATTACHMENTS}"

    def notes(self) -> Iterator[str]:
        """What is worth knowing and no doubt."""
        if self._signed:
            yield "digitally signed; the signature was not examined"
        if self._pictures:
            yield f"small pictures within the text, such as logos, were not read: {self._pictures}"

    def _leaf(self, part: Part, kind: str) -> Iterator[_Text]:
        content = _content(part)
        if kind in _SIGNATURES:
            self._signed = True
        elif (kind in ("text/plain", "text/html") and not _is_attached(part)) or kind.startswith("multipart/"):
            yield self._text(part, kind, content)  # a multipart without parts is one that lost its boundary
        elif kind.startswith("image/") and _is_within_text(part) and len(content) <= _SMALL_PICTURE:
            self._pictures += 1
        else:
            self._attach(part, content)

    def _text(self, part: Part, kind: str, content: bytes) -> _Text:
        charset = _charset(part)
        if kind == "text/html":
            return _Text(text_of(decode(content, charset or declared_charset(content))), plain=False)
        decoded = decode(content, charset)
        for sentence in (*decoded.warnings, *damage(decoded)):
            self._doubt(sentence)
        return _Text(_unfolded(part, decoded.text.replace("\r\n", "\n")), plain=True)

    def _attach(self, part: Part, content: bytes) -> None:
        if len(self.attachments) == MAX_ATTACHMENTS:
            self._beyond += 1
        else:
            self.attachments.append(Attachment(_name(part, len(self.attachments) + 1), content))

    def _doubt(self, sentence: str) -> None:
        self._doubts[sentence] = None


def _best(versions: Sequence[list[_Text]]) -> list[_Text]:
    """Of several versions of the same text the plain one, unless it says hardly anything."""
    most = max(map(_words, versions), default=0)
    plain = [version for version in versions if version and all(text.plain for text in version)]
    return next((v for v in plain if _words(v) >= _ENOUGH * most), max(versions, key=_words, default=[]))


def _words(texts: Sequence[_Text]) -> int:
    return sum(len(text.text.split()) for text in texts)


def _children(part: Part) -> list[Part]:
    children = part.get_payload()
    return [child for child in children if not isinstance(child, str)] if isinstance(children, list) else []


def _content(part: Part) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _message_bytes(part: Part) -> bytes:
    """An attached mail as a file of its own."""
    written = io.BytesIO()
    for message in _children(part):
        BytesGenerator(written, mangle_from_=False, maxheaderlen=0).flatten(message)
    return written.getvalue()


def _is_attached(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_within_text(part: Part) -> bool:
    return part.get_content_disposition() != "attachment" and ("Content-ID" in part or "Content-Location" in part)


def _charset(part: Part) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None


def _name(part: Part, number: int) -> str:
    """The name the sender gave, on one line; a mail is named by its subject."""
    name = readable(part.get_filename() or "")
    if not name and part.get_content_maintype() == "message":
        name = next((f"{subject}.eml" for child in _children(part) if (subject := header(child, "Subject"))), "")
    return name[-_LONGEST_NAME:] or f"bilaga {number}"


def _unfolded(part: Part, text: str) -> str:
    """The paragraphs of a text whose lines were broken only to send them."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    lines = text.replace(f"\n{_SIGNATURE_MARK}\n", f"\n{_SIGNATURE_MARK.strip()}\n")
    return _SOFT_BREAK.sub(r"\1", lines)
