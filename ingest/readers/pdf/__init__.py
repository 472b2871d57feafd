"""PDF files."""

from .reader import read

__all__ = ["read"]
