"""Lists of words as patterns that try few of them: common beginnings are factored out.

Python's `re` tries the alternatives of a list one by one at each place of a text; as a tree of their letters they are
told apart by the first letters. Of two items of which one begins the other the longer is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Tree = dict[str, "Tree"]
"""What may follow, by the letter or other atom of a pattern; "" where an item ends."""


def factored(items: Iterable[Sequence[str]]) -> str:
    """A pattern for any of the items, each a sequence of atoms, none of which may be "", for use within a group."""
    root: Tree = {}
    for item in items:
        node = root
        for atom in item:
            node = node.setdefault(atom, {})
        node[""] = {}
    return "|".join(_branches(root))


def any_word(words: Iterable[str]) -> str:
    """A pattern for any of the words, also in verbose patterns, for use within a group."""
    return factored([re.escape(sign) for sign in word] for word in words)


def initials(words: Iterable[str]) -> str:
    """A set of signs with which the words begin, small and large: to look at before anything else is tried."""
    signs = {sign for word in words for sign in (word[0].lower(), word[0].upper())}
    return f"[{''.join(map(re.escape, sorted(signs)))}]"


def _branches(node: Tree) -> list[str]:
    ends = [""] if "" in node else []
    return [atom + _rest(below) for atom, below in node.items() if atom] + ends


def _rest(node: Tree) -> str:
    branches = _branches(node)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
