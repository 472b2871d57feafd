"""A searchable archive of agreements and minutes for Swedish public bodies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .archive import Archive

__version__: Final = "0.1.0"


def open(directory: str | Path) -> Archive:
    """The archive in a folder, which is made when there is none yet.

    Raises:
        CannotWrite: The folder cannot be made.
    """
    from .archive import Archive

    return Archive(Path(directory))
