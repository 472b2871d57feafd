"""Mail as it was sent (.eml): the headers a registrar reads, the text, and what was attached as documents of their own.

Mail is read with the standard library's older, tolerant policy, because real mail breaks every rule; letters are
decoded by the same evidence as in files, because mail programs name wrong encodings too.
"""

from __future__ import annotations

import email
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ....corpus.errors import UnreadableFile
from ....corpus.model import PAGE_BREAK, Attachment, Draft, Origin
from ..drafting import draft
from .headers import Part, date_header, header
from .parts import contents_of

MAX_BYTES: Final = 100 * 2**20
"""Twice what mail servers let through."""

_LABELS: Final = (("From", "Från"), ("To", "Till"), ("Cc", "Kopia"), ("Date", "Datum"), ("Subject", "Ämne"))
"""As a mail program of a Swedish office prints them, in its order."""


def read(path: Path) -> Draft:
    """The mail as one page, titled by its subject, and what was attached to it.

    Raises:
        UnreadableFile: It is too large, or its parts are nested without measure.
    """
    message = _parsed(path)
    contents = contents_of(message)
    head = "\n".join(_head(message, contents.attachments))
    return draft(
        ["\n\n".join([head, *(text.strip("\r\n") for text in contents.texts)]).replace(PAGE_BREAK, "\n")],
        Origin.PLAIN,
        title=header(message, "Subject") or None,
        warnings=contents.warnings,
        notes=contents.notes,
        attachments=contents.attachments,
    )


def _parsed(path: Path) -> Part:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"is a mail of more than {MAX_BYTES // 2**20} MB: save what is attached and load that")
    try:
        return email.message_from_bytes(data)
    except RecursionError as error:
        raise UnreadableFile("is a mail with parts nested without end: save what is attached and load that") from error


def _head(message: Part, attachments: Sequence[Attachment]) -> Iterator[str]:
    for name, label in _LABELS:
        shown = date_header(message) if name == "Date" else header(message, name)
        if shown:
            yield f"{label}: {shown}"
    if attachments:
        yield f"Bilagor: {', '.join(attachment.name for attachment in attachments)}"
