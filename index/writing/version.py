"""What makes an index of another time useless: other fields, another analysis, other word lists."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_NUMBER: Final = 8
"""To be raised with every change to fields or analysis by which older indexes answer wrongly."""
_PACKAGE: Final = Path(__file__).parents[2]
_LISTS: Final = ("swedish/data", "index/analysis/data")


@cache
def version() -> str:
    """The same as long as an index may be used: the number of the program's way, and a checksum of its word lists."""
    found = sorted(path for folder in _LISTS for path in (_PACKAGE / folder).glob("*") if path.is_file())
    checksum = sha256()
    for path in found:
        content = path.read_bytes()
        checksum.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return f"{_NUMBER}-{checksum.hexdigest()[:16]}"
