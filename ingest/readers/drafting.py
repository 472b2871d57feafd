"""From the texts that a reader took out of a file to the draft it returns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ...corpus.errors import UnreadableFile
from ...corpus.model import Attachment, Draft, Origin, Page
from ..quality import judge_text
from ..repair.mojibake import Mended, mend
from ..titles import shorten, title_of
from .tidying import tidy

_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


def draft(
    texts: Iterable[str],
    origin: Origin,
    *,
    title: str | None = None,
    warnings: Iterable[str] = (),
    notes: Iterable[str] = (),
    attachments: Sequence[Attachment] = (),
) -> Draft:
    """A draft of the pages' texts: made tidy, mended where they came through in a wrong encoding, and judged.

    Raises:
        UnreadableFile: There is not one letter or digit in them.
    """
    mended = [mend(text) for text in texts]  # before control characters go: a misread letter may hold one
    pages = [tidy(page) for page, _ in mended]
    if not any(_LETTER_OR_DIGIT.search(page) for page in pages):
        raise UnreadableFile("holds no text: open it and see; if it shows pictures, print it to PDF and load that")
    return Draft(
        pages=tuple(Page(number, text, origin, judge_text(text)) for number, text in enumerate(pages, start=1)),
        title=shorten(title) if title else title_of(line for page in pages for line in page.split("\n")),
        warnings=tuple(warnings),
        notes=(*notes, *_mending_note([word for _, words in mended for word in words])),
        attachments=tuple(attachments),
    )


def _mending_note(words: Sequence[Mended]) -> Iterable[str]:
    if words:
        counted = "1 word" if len(words) == 1 else f"{len(words)} words"
        seen, meant = tidy(words[0].seen), tidy(words[0].meant)
        yield f"{counted} had been read in a wrong encoding and mended, such as {seen} -> {meant}"
