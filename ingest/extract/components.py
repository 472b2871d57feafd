"""The steps of extraction as components of a spaCy pipeline, each by its name: others can put them into their own.

`doc._.structure`, `doc._.identifiers` and `doc._.mentions` hold what was found; spans named for the kinds
("party", "amount", "date", "decision") stand in `doc.spans`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ...corpus.facts import KIND_OF, FactKind
from .amounts import amounts
from .dates import dates
from .decisions import decisions
from .head import Head
from .identifiers import identifiers
from .mentions import Mention
from .parties import parties
from .roles import with_roles
from .zones import structured

Component = Callable[[Doc], Doc]

Doc.set_extension("head", default=Head(), force=True)
Doc.set_extension("structure", default=None, force=True)
Doc.set_extension("identifiers", default=(), force=True)
Doc.set_extension("mentions", default=(), force=True)


@Language.component("avtal_structure")
def find_structure(doc: Doc) -> Doc:
    """Lines, zones, §§; from `doc._.head` where that is known."""
    doc._.structure = structured(doc.text, doc._.head)
    return doc


@Language.component("avtal_identifiers")
def find_identifiers(doc: Doc) -> Doc:
    """Numbers that are no amounts and no dates."""
    doc._.identifiers = tuple(identifiers(doc._.structure))
    return doc


@Language.component("avtal_dates")
def find_dates(doc: Doc) -> Doc:
    """Dates, terms, periods of notice."""
    return _with(doc, dates(doc._.structure, doc._.identifiers))


@Language.component("avtal_amounts")
def find_amounts(doc: Doc) -> Doc:
    """Money and shares."""
    return _with(doc, amounts(doc._.structure, doc._.identifiers, _of(doc, FactKind.DATE)))


@Language.component("avtal_parties")
def find_parties(doc: Doc) -> Doc:
    """Organisations and people, and what they are to the document."""
    return _with(doc, parties(doc._.structure, doc._.identifiers))


@Language.component("avtal_decisions")
def find_decisions(doc: Doc) -> Doc:
    """What was decided."""
    return _with(doc, decisions(doc._.structure, _of(doc, FactKind.PARTY)))


@Language.component("avtal_roles")
def find_roles(doc: Doc) -> Doc:
    """What amounts are for, who pays, and when."""
    doc._.mentions = tuple(with_roles(doc._.structure, doc._.mentions))
    return doc


@Language.component("avtal_spans")
def show_spans(doc: Doc) -> Doc:
    """What was found as spans of tokens, for whoever goes on with the document in spaCy."""
    for kind in FactKind:
        spans = (doc.char_span(one.start, one.end, str(kind), alignment_mode="expand") for one in _of(doc, kind))
        doc.spans[str(kind)] = [span for span in spans if span is not None]
    return doc


def _of(doc: Doc, kind: FactKind) -> Sequence[Mention]:
    return [mention for mention in doc._.mentions if KIND_OF[type(mention.content)] is kind]


def _with(doc: Doc, found: Iterable[Mention]) -> Doc:
    doc._.mentions = tuple(sorted([*doc._.mentions, *found], key=lambda mention: (mention.start, mention.end)))
    return doc
