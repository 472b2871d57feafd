"""A repairer that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import pytest

from avtalsarkiv.bench import judging
from avtalsarkiv.corpus.model import Known, Page, Repair, Standing

Table: TypeAlias = Mapping[str, str]
NOTHING: Final = MappingProxyType[str, str]({})


@pytest.fixture
def let_repair(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Call it with the words to repair and those to suggest; each is found where it stands first on a page."""

    def let(made: Table, suggested: Table = NOTHING) -> None:
        def repair_pages(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
            return [_repairs(page.text, {Standing.MADE: made, Standing.SUGGESTED: suggested}) for page in pages]

        monkeypatch.setattr(judging, "repair_pages", repair_pages)

    return let


def _repairs(text: str, told: Mapping[Standing, Table]) -> tuple[Repair, ...]:
    found = [
        Repair(text.index(seen), text.index(seen) + len(seen), seen, meant, 0.9, "", standing)
        for standing, words in told.items()
        for seen, meant in words.items()
        if seen in text
    ]
    return tuple(sorted(found, key=lambda repair: repair.start))
