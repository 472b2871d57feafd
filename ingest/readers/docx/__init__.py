"""Word files (DOCX)."""

from .reader import read

__all__ = ["read"]
