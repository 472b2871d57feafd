"""Saved web pages."""

from .reader import read

__all__ = ["read"]
