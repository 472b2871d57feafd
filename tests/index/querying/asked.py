"""A question's tree in a line, for tables of tests."""

from __future__ import annotations

from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.nodes import All, Any, Node, Not, Phrase, Query, Where


def written(node: Node) -> str:
    """As text: [a | b] one of them, [a & b] all, !a not, <drift och> a phrase, title=a within a part."""
    match node:
        case All(nodes):
            return f"[{' & '.join(map(written, nodes))}]"
        case Any(nodes):
            return f"[{' | '.join(map(written, nodes))}]"
        case Not(inner):
            return f"!{written(inner)}"
        case Where(text):
            return text
        case _:
            text = f"<{node.text}>" if isinstance(node, Phrase) else node.text
            return f"{node.part}={text}" if node.part else text


def words(question: str) -> list[str]:
    return [written(word) for word in parse(question).words]


def strict(question: str) -> list[str]:
    return [written(node) for node in parse(question).strict]


def condition(question: str) -> object:
    (where,) = parse(question).conditions
    return where.condition


def is_empty(query: Query) -> bool:
    return not (query.words or query.strict or query.conditions)
