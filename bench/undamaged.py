"""Texts in which nothing is to be repaired: what harm is counted on."""

from __future__ import annotations

import gettext
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from pydoc_data.topics import topics
from typing import Final, NamedTuple

from avtalsarkiv.bench.material import example_sheets
from avtalsarkiv.bench.misreading import own_texts

WORDS_A_PAGE: Final = 400
HELD_OUT: Final = 200
"""Every so many-th line of the text that the model is counted from is left out of it."""
_COUNTED: Final = 25
"""Of the other lines every so many-th is read too: that flatters, but there are more of them."""
_DAMAGED: Final = frozenset({"d02", "d10"})
"""Annotated texts that are damaged on purpose."""
_MESSAGES: Final = Path("/usr/share/locale/sv/LC_MESSAGES")
_LICENCES: Final = Path("/usr/share/common-licenses")
_CODE: Final = re.compile(r"[%<>{}\\_`|=*/]|--|\w\.\w|[^\W\d]\d")
"""Signs of lines that are half program."""
_LEAST_MESSAGE: Final = 6
"""Words from which on a message is a sentence, and not a menu or a name of a language."""


class Material(NamedTuple):
    """Undamaged text of one kind, in pages."""

    name: str
    pages: list[str]


def swedish() -> Iterator[Material]:
    """What stands on every machine: documents full of names and tables, and the messages of installed programs."""
    texts = own_texts() + [text for text, _ in example_sheets()]
    yield Material("invented documents, names and tables, as printed", texts)
    yield Material("messages of programs, in sentences", list(_in_pages(_messages())))


def swedish_in(folder: Path) -> Iterator[Material]:
    """Official text and annotated documents in a folder of material."""
    with lzma.open(folder / "text" / "sv-official.txt.xz", "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    yield Material("official text, held out of the model", list(_in_pages(lines[::HELD_OUT])))
    counted = (line for number, line in enumerate(lines[::_COUNTED]) if number % (HELD_OUT // _COUNTED))
    yield Material("official text that the model was counted from", list(_in_pages(counted)))
    gold = (path for path in sorted(folder.glob("gold/*/*.txt")) if path.stem not in _DAMAGED)
    yield Material("annotated documents", [path.read_text(encoding="utf-8") for path in gold])


def english() -> Material:
    """Python's own documentation, and the licences that Debian installs."""
    licences = [path.read_text(encoding="utf-8") for path in sorted(_LICENCES.glob("*")) if path.is_file()]
    lines = (line for text in [*topics.values(), *licences] for line in text.split("\n") if not _CODE.search(line))
    return Material("English: Python's documentation, licences", list(_in_pages(lines)))


def _in_pages(lines: Iterable[str]) -> Iterator[str]:
    page: list[str] = []
    words = 0
    for line in lines:
        page.append(line)
        words += len(line.split())
        if words >= WORDS_A_PAGE:
            yield "\n".join(page)
            page, words = [], 0
    yield "\n".join(page)


def _messages() -> Iterator[str]:
    for path in sorted(_MESSAGES.glob("*.mo")):
        with path.open("rb") as file:
            catalogue: dict[object, str] = getattr(gettext.GNUTranslations(file), "_catalog")  # noqa: B009
        yield from (text for key, text in catalogue.items() if key and text != key and _is_prose(text))


def _is_prose(message: str) -> bool:
    return len(message.split()) >= _LEAST_MESSAGE and not _CODE.search(message)
