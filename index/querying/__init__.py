"""From what is typed to what is asked for."""

from .parsing import MAX_CHARACTERS, parse
from .terms import MAX_TERMS

__all__ = ["MAX_CHARACTERS", "MAX_TERMS", "parse"]
