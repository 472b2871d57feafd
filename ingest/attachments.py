"""Names for what came inside a file: as the sender wrote them, and no two alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..corpus.model import Attachment


def named_apart(attachments: Iterable[Attachment]) -> Iterator[tuple[str, Attachment]]:
    """Each attachment with its name, the second "scan.pdf" as "scan (2).pdf"; the same for the same attachments."""
    taken: set[str] = set()
    for attachment in attachments:
        name, number = attachment.name, 1
        while name in taken:
            number += 1
            name = _numbered(attachment.name, number)
        taken.add(name)
        yield name, attachment


def _numbered(name: str, number: int) -> str:
    suffix = PurePosixPath(name).suffix
    return f"{name.removesuffix(suffix)} ({number}){suffix}"
