"""This program with bulk reads turned off, so that Whoosh's public matchers read every posting list."""

from __future__ import annotations

from pathlib import Path

from avtalsarkiv.bench.search import ours
from avtalsarkiv.bench.search.programs import Ask

prepare = ours.prepare
build = ours.build


def opened(folder: Path) -> Ask:
    """An archive just opened, in a process that reads nothing in bulk from then on."""
    return ours.opened(folder)
