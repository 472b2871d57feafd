"""What a part of a question asks for, in words: to be told where there is nothing that has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ...corpus.conditions import (
    Among,
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    OnPage,
    Questioned,
    Registered,
)
from ..querying.fields import listed
from ..querying.nodes import All, Any, Fuzzy, Node, Not, Part, Phrase, Prefix, Where, Word
from ..querying.parsing import parse
from ..querying.terms import shown

_PLACES: Final[Mapping[Part | None, str]] = {
    None: "",
    "title": " in its title",
    "heading": " in its heading",
    "party": " among its parties",
    "decision": " in a decision",
    "file": " in the name of its file",
}
_SWEDISH: Final = str.maketrans(",.", " ,")
"""Signs between the figures of a number."""
_NOT: Final = {"has": "lacks", "is": "is not"}
"""What `predicate` begins with, and with what instead where it is excluded."""


def predicate(node: Node) -> str:
    """What is true of a page that has it: "is of type avtal", 'has "simhall" in its title'."""
    match node:
        case Word() | Phrase() | Prefix() | Fuzzy():
            return f'has "{shown(node.text)}"{_PLACES[node.part]}'
        case Where(_, condition):
            return _of(condition)
        case All(nodes) | Not(Any(nodes)):
            return " and ".join(predicate(Not(each) if isinstance(node, Not) else each) for each in nodes)
        case Any(nodes) | Not(All(nodes)):
            return " or ".join(predicate(Not(each) if isinstance(node, Not) else each) for each in nodes)
        case Not(Not(inner)):
            return predicate(inner)
        case Not(inner):
            verb, _, rest = predicate(inner).partition(" ")
            return f"{_NOT[verb]} {rest}"


def anywhere(node: Node) -> Node:
    """The same words, wherever they stand; the node itself where it does not say where."""
    match node:
        case Word() | Phrase() | Prefix() | Fuzzy():
            return replace(node, part=None)
        case Where(_, Naming(name) | DecidedBy(name)):
            return next(iter(parse(f'"{name.replace(chr(34), " ")}"').words), node)
        case All(nodes):
            return All(tuple(map(anywhere, nodes)))
        case Any(nodes):
            return Any(tuple(map(anywhere, nodes)))
    return node


def _of(condition: Condition) -> str:
    match condition:
        case Dated(first, last):
            return f"is dated {_between(first, last)}"
        case InForce(first, last):
            return f"is in force {_between(first, last)}"
        case OfType(doc_type):
            return f"is of type {listed('types.txt').get(doc_type, (doc_type,))[0]}"
        case Naming(party):
            return f'has "{shown(party)}" among its parties'
        case Registered(dnr):
            return f'has the dnr "{shown(dnr)}"'
        case DecidedBy(body):
            return f'has a decision of "{shown(body)}"'
        case Costing(least, most):
            return f"has an amount of {_between(_kronor(least), _kronor(most), 'more', 'less')}"
        case Questioned():
            return "has findings"
        case OnPage(first, last):
            return f"is on page {_between(first, last)}"
        case Among():
            return "is among the documents chosen"


def _between(first: object, last: object, more: str = "later", less: str = "earlier") -> str:
    """Both ends of a range, or the one that it has."""
    if first is None or last is None:
        return f"{first or last} or {less if first is None else more}"
    return f"{first}" if first == last else f"{first} to {last}"


def _kronor(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount.normalize():,f} kr".translate(_SWEDISH)
