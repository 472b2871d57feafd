"""Questions as they are understood, without what reads them."""

from __future__ import annotations

from collections.abc import Sequence

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Verdict
from avtalsarkiv.index.query import parse
from avtalsarkiv.index.querying.nodes import Node, Phrase, Query, Word
from avtalsarkiv.index.showing.matches import Matcher
from avtalsarkiv.index.showing.pieces import piece
from avtalsarkiv.index.showing.snippets import Snippet, snippet
from avtalsarkiv.index.showing.wanted import wanted


def query(text: str, *strict: Node) -> Query:
    """Words and phrases that should be there, and what must hold."""
    terms = parse(text).terms
    kinds = (Phrase(term.text, term.lexemes) if term.phrase else Word(term.text, term.lexemes) for term in terms)
    return Query(tuple(kinds), strict)


def shown(text: str, question: str | Query, similar: Sequence[str] = (), repairs: Sequence[Repair] = ()) -> Snippet:
    """The snippet of a page."""
    asked = query(question) if isinstance(question, str) else question
    page = Page(1, text, Origin.PLAIN, Quality(Verdict.KEEP, "plain text"), repairs=tuple(repairs))
    return snippet([piece(page)], Matcher(wanted(asked, similar)))
