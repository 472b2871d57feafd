"""From what is typed to what is asked for."""

from .parsing import MAX_CHARACTERS, MAX_TERMS, parse

__all__ = ["MAX_CHARACTERS", "MAX_TERMS", "parse"]
