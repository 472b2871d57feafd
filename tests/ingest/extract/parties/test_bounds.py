"""Whatever stands in a document, parties are done in bounded time."""

from __future__ import annotations

import time

import pytest

from .finding import found

SECONDS = 20
"""Generous: the machine may be busy. Anything that grows with the square takes minutes."""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\f\f\n",
        "0123456789" * 100_000,
        "Anna " * 100_000,
        "Mora kommun, " * 20_000,
        "Åre, " * 20_000 + "kommuner",
        "kommuner " * 50_000,
        "mellan " * 50_000,
        "(" * 100_000,
        "".join(f"Norrvik {number} Bygg AB\n" for number in range(5_000)),
        "Deltagare\n"
        + "".join(f"Maja Lind{chr(97 + n % 26)}{chr(97 + n % 25)}gren, Mora kommun\n" for n in range(5_000)),
        "עברית בלי סוף " * 10_000,
        "a-" * 100_000,
        "Xx & " * 50_000 + "AB",
    ],
    ids=lambda text: text[:8].strip() or "nothing",
)
def test_time_is_bounded(text: str) -> None:
    begin = time.process_time()
    found(text, "protokoll")
    assert time.process_time() - begin < SECONDS
