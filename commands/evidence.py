"""Facts as a page of evidence: each beside its cut-out from the page, in one file that needs nothing else."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape
from typing import IO, TYPE_CHECKING, Final

from ..masking import masked
from .telling import told

if TYPE_CHECKING:
    from ..archive import Archive
    from ..corpus.kept import Kept
    from ..corpus.model import Document
    from ..ledger.stating import Stated

_AROUND: Final = 160
"""Code points of text on either side of a fact that has no picture."""
_HEAD: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>Evidence</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; }
h2 { border-top: 2px solid #222; margin-top: 3rem; padding-top: .5rem; }
figure { margin: 1.5rem 0; break-inside: avoid; }
img { max-width: 100%; border: 1px solid #ccc; }
blockquote { margin: 0; padding: .5rem 1rem; border-left: 4px solid #ccc; white-space: pre-wrap; }
mark { background: none; outline: 2px solid #d62828; }
figcaption { margin-top: .3rem; }
small { color: #666; overflow-wrap: anywhere; }
.doubt { color: #a33; }
</style>
</head>
<body>
"""
_FOOT: Final = "</body>\n</html>\n"


def write_evidence(archive: Archive, found: Iterable[Stated], asked: str, stream: IO[str], *, unmask: bool) -> int:
    """Write the page; how many facts stand on it.

    Args:
        archive: Where the documents are.
        found: What they state.
        asked: What was asked, and when, for whoever reads the page.
        stream: UTF-8 text.
        unmask: Personal identity numbers as printed in text; page images always show what they show.
    """
    stream.write(f"{_HEAD}<h1>Evidence</h1>\n<p>{escape(asked)}</p>\n")
    count = 0
    for value in found:
        if value.facts:
            stream.writelines(_of_document(archive, value, unmask=unmask))
            count += len(value.facts)
    stream.write(_FOOT)
    return count


def _of_document(archive: Archive, value: Stated, *, unmask: bool) -> Iterator[str]:
    document = archive.store.document(value.document.id)
    cut = archive.cuttings(document, value.facts)
    yield f"<h2>{escape(value.document.title or '(no title)')}</h2>\n<p>{_described(value)}</p>\n"
    shown = document if unmask else masked(document)
    for fact in value.facts:
        picture = cut.get(fact.id)
        yield _figure(fact, _image(picture, fact) if picture else _quoted(shown, fact))


def _described(value: Stated) -> str:
    document = value.document
    known = (document.doc_type, document.date, *document.dnr, *value.paths, document.id)
    return "<small>" + escape(" · ".join(filter(None, known))) + "</small>"


def _figure(fact: Kept, place: str) -> str:
    found = fact.fact
    state = (
        ""
        if fact.state == "extracted"
        else f" · {fact.state} by {escape(fact.corrected_by or '?')}, {fact.corrected_at}"
    )
    doubt = "".join(f'<br><span class="doubt">{escape(sentence)}</span>' for sentence in found.doubt)
    return (
        f"<figure>\n{place}\n<figcaption><strong>{escape(told(found.content, found.text))}</strong>{doubt}<br>"
        f"<small>page {found.page} · {found.kind}{state} · {escape(found.rule)} · {found.confidence:.2f} · {fact.id}"
        f"</small></figcaption>\n</figure>\n"
    )


def _image(picture: bytes, fact: Kept) -> str:
    data = base64.b64encode(picture).decode("ascii")
    return f'<img src="data:image/jpeg;base64,{data}" alt="{escape(fact.as_printed)}">'


def _quoted(document: Document, fact: Kept) -> str:
    """The words around a fact that has no picture, with those it stands on framed."""
    text, start, end = document.text, fact.fact.start, fact.fact.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"<blockquote>{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}</blockquote>"
