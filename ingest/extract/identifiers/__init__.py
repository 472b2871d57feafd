"""Numbers that stand for something and are no amounts and no dates: what they are, and one writing for each."""

from .finder import identifiers

__all__ = ["identifiers"]
