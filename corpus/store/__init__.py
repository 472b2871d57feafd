"""Documents, pages, paths and outcomes in SQLite; the only SQL in the house."""

from .lookup import FILE_NAME
from .store import Store

__all__ = ["FILE_NAME", "Store"]
