"""This program with bulk reads turned off, so that Whoosh's public matchers read every posting list."""

from __future__ import annotations

import os
from pathlib import Path

from avtalsarkiv.bench.search import ours
from avtalsarkiv.bench.search.programs import Ask

prepare = ours.prepare
build = ours.build


def opened(folder: Path) -> Ask:
    """An archive just opened, in a process that reads nothing in bulk from then on."""
    os.environ["AVTALSARKIV_PLAIN_POSTINGS"] = "1"  # looked at when searching is first imported
    return ours.opened(folder)
