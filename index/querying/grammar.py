"""How the pieces of a question belong together.

question: clause ...                  each of them
clause:   joined [ELLER joined ...]   so that "a b ELLER c d" is a, b or c, and d
joined:   one [OCH one ...]
one:      [INTE ...] word | [INTE ...] ( question )
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .lexing import Piece, Said, Sign
from .nodes import All, Any, Not
from .terms import Read, Tell, is_small, read


def clauses(pieces: Sequence[Piece], tell: Tell) -> list[Read]:
    """What a question asks for, clause by clause; `mending.mended` made its pieces fit together."""
    return _Reader(pieces, tell).clauses()


class _Reader:
    """Reads pieces from the first to the last, each once."""

    def __init__(self, pieces: Sequence[Piece], tell: Tell) -> None:
        self._pieces = pieces
        self._tell = tell
        self._at = 0

    def clauses(self) -> list[Read]:
        found = []
        while self._at < len(self._pieces) and self._pieces[self._at] is not Sign.CLOSE:
            found.append(self._either())
        return [clause for clause in found if clause]

    def _either(self) -> Read | None:
        return self._joined(Sign.OR, Any, self._both)

    def _both(self) -> Read | None:
        return self._joined(Sign.AND, All, self._one)

    def _joined(self, sign: Sign, kind: type[All | Any], one: Callable[[], Read | None]) -> Read | None:
        found = [one()]
        while self._took(sign):
            found.append(one())
        nodes = tuple(dict.fromkeys(each.node for each in found if each))
        if len(found) == 1 or not nodes:
            return found[0]
        return Read(kind(nodes) if len(nodes) > 1 else nodes[0])

    def _one(self) -> Read | None:
        excluded = False
        while self._took(Sign.NOT):
            excluded = not excluded
        found = self._group() if self._took(Sign.OPEN) else self._word()
        return Read(Not(found.node)) if found and excluded else found

    def _group(self) -> Read | None:
        inside = self.clauses()
        self._took(Sign.CLOSE)
        nodes = tuple(dict.fromkeys(clause.node for clause in inside))
        content = tuple(node for node in nodes if not is_small(node)) or nodes
        return Read(All(content)) if len(content) > 1 else next(iter(inside), None)

    def _word(self) -> Read | None:
        piece = self._pieces[self._at]
        self._at += 1
        return read(piece, self._tell) if isinstance(piece, Said) else None

    def _took(self, sign: Sign) -> bool:
        took = self._at < len(self._pieces) and self._pieces[self._at] is sign
        self._at += took
        return took
