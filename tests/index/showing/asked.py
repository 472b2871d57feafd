"""Questions, and what is shown of a page for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Verdict
from avtalsarkiv.index.querying.nodes import Node, Query
from avtalsarkiv.index.querying.parsing import parse
from avtalsarkiv.index.showing.matches import Matcher
from avtalsarkiv.index.showing.pieces import piece
from avtalsarkiv.index.showing.snippets import Snippet, snippet
from avtalsarkiv.index.showing.wanted import wanted


def query(text: str, *strict: Node) -> Query:
    """A question, and what must hold beside it."""
    asked = parse(text)
    return replace(asked, strict=(*asked.strict, *strict))


def shown(text: str, question: str | Query, similar: Sequence[str] = (), repairs: Sequence[Repair] = ()) -> Snippet:
    """The snippet of a page."""
    asked = query(question) if isinstance(question, str) else question
    page = Page(1, text, Origin.PLAIN, Quality(Verdict.KEEP, "plain text"), repairs=tuple(repairs))
    return snippet([piece(page)], Matcher(wanted(asked, similar)))
