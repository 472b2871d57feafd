"""From records to answers: the search engine."""

from .engine import WhooshIndex

__all__ = ["WhooshIndex"]
