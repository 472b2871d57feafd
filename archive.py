"""The archive."""

from pathlib import Path


class Archive:
    """The archive."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
