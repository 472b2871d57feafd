"""E-mail, with what is attached."""

from .reader import read

__all__ = ["read"]
