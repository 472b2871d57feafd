"""Documents for tests of parties, and what is found in them."""

from __future__ import annotations

from avtalsarkiv.corpus.facts import Party
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.parties import parties


def found(text: str, doc_type: str | None = None) -> dict[str, Party]:
    """The parties of a text, by name."""
    structure = structured(text, Head(doc_type=doc_type))
    contents = [mention.content for mention in parties(structure, identifiers(structure))]
    return {content.name: content for content in contents if isinstance(content, Party)}


def roles(text: str, doc_type: str) -> dict[str, str]:
    """The role of each party of a text, by name."""
    return {name: party.role for name, party in found(text, doc_type).items()}


def names(text: str, kind: str) -> list[str]:
    """The names of organisations, or of people, in the order of the text."""
    return [name for name, party in found(text).items() if party.type == kind]
