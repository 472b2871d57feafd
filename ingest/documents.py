"""From pages to a document that is named, and described by what its pages say as repaired and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..corpus.decisions import Decision, decided
from ..corpus.errors import UnreadableFile
from ..corpus.model import Document, Draft, Page, Source
from ..corpus.repaired import repaired
from .extract.head import describe
from .titles import followed

_ID_DIGITS: Final = 16


def document_of(source: Source, draft: Draft, decisions: Sequence[Decision]) -> Document:
    """The document that a draft becomes; raises UnreadableFile where it has no pages."""
    if not draft.pages:
        raise UnreadableFile("has no pages; get it again from where it came from")
    document = Document(
        id=document_id(source.sha256),
        source=source,
        pages=draft.pages,
        title=draft.title,
        warnings=draft.warnings,
        notes=draft.notes,
        attachments=len(draft.attachments),
        repaired_by=draft.repaired_by,
    )
    return with_pages(document, draft.pages, decisions)


def document_id(sha256: str) -> str:
    """The id of the document with this content."""
    return sha256[:_ID_DIGITS]


def with_pages(document: Document, pages: Sequence[Page], decisions: Sequence[Decision]) -> Document:
    """The document with its pages repaired as given and as decided: the same pages, only their repairs may differ."""
    pages = tuple(decided(page, decisions) for page in pages)
    title = followed(document.title, document.pages, pages)
    head = describe(title, [replace(page, text=repaired(page).text) for page in pages])
    return replace(document, pages=pages, title=title, doc_type=head.doc_type, date=head.date, dnr=head.dnr)
