"""From words with their places to rows, columns and text."""

from .rows import Token, lay_out

__all__ = ["Token", "lay_out"]
