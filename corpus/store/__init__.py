"""Documents, pages, paths and outcomes in SQLite; the only SQL in the house."""

from .store import FILE_NAME, Store

__all__ = ["FILE_NAME", "Store"]
