"""Lists kept as data files: one item a line, those after "#" are comments."""

from __future__ import annotations

from importlib.resources.abc import Traversable


def rows(path: Traversable) -> tuple[str, ...]:
    """The lines of a list in their order, as they are written, without comments and blank lines.

    Args:
        path: A `pathlib.Path`, or what `importlib.resources.files` gives.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))
