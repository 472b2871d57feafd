"""From the texts that a reader took out of a file to the draft it returns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ...corpus.errors import UnreadableFile
from ...corpus.model import Attachment, Draft, Origin, Page, Repair
from ..quality import judge_text
from ..repair.mojibake import Mended, mend
from ..restoring import ENCODING
from ..titles import shorten, title_of
from .tidying import tidy

_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Mended:
    """A page's text as it came and as it was meant, both tidy."""

    seen: str
    meant: str
    words: Sequence[Mended]
    """Those that were mended, with their places in the text before it was tidy."""
    placed: Sequence[Mended]
    """The same in `seen`; none where they cannot be shown there."""


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
    mended = [_mended(text) for text in texts]
    if not any(_LETTER_OR_DIGIT.search(page.meant) for page in mended):
        raise UnreadableFile("holds no text: open it and see; if it shows pictures, print it to PDF and load that")
    lines = (line for page in mended for line in page.meant.split("\n"))
    return Draft(
        pages=tuple(_page(number, page, origin) for number, page in enumerate(mended, start=1)),
        title=shorten(mend(title)[0]) if title else title_of(lines),
        warnings=tuple(warnings),
        notes=(*notes, *_mending_note([word for page in mended for word in page.words])),
        attachments=tuple(attachments),
    )


def _mended(text: str) -> _Mended:
    meant, words = mend(text)
    seen = tidy(text)
    placed = mend(seen)
    # A letter may have been misread as a control character, which no page keeps: then what was meant stands there.
    same = placed[0] == tidy(meant)
    return _Mended(seen, placed[0], words, placed[1]) if same else _Mended(tidy(meant), tidy(meant), words, ())


def _page(number: int, page: _Mended, origin: Origin) -> Page:
    repairs = tuple(Repair(word.start, word.end, word.seen, word.meant, 1.0, ENCODING) for word in page.placed)
    return Page(number, page.seen, origin, judge_text(page.meant), repairs=repairs)


def _mending_note(words: Sequence[Mended]) -> Iterable[str]:
    if words:
        counted = "1 word" if len(words) == 1 else f"{len(words)} words"
        seen, meant = tidy(words[0].seen), tidy(words[0].meant)
        yield f"{counted} had been read in a wrong encoding and mended, such as {seen} -> {meant}"
