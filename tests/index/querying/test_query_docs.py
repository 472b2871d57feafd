"""docs/search.md says what can be typed: each name of a field, each operator, each example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.fields import field_names, listed
from avtalsarkiv.index.querying.lexing import OPERATORS
from avtalsarkiv.swedish.folding import fold

DOCS: Final = (Path(__file__).parents[3] / "docs" / "search.md").read_text(encoding="utf-8")
SECTION: Final = DOCS.partition("## Query language")[2].partition("\n## ")[0]
LINES: Final = [line for line in SECTION.splitlines() if line.startswith("| `")]
ROWS: Final = [re.split(r"\s*\|\s*", line.strip("| ")) for line in LINES]
FIELDS: Final = [row for row in ROWS if len(row) == 4]
EXAMPLES: Final = [example for row in ROWS for example in re.findall("`([^`]+)`", row[-1])]


def names(row: list[str]) -> set[str]:
    return set(re.findall(r"`(\w+):`", f"{row[0]} {row[1]}"))


def test_each_name_of_a_field_is_described_beside_its_others() -> None:
    assert sorted(map(sorted, map(names, FIELDS))) == sorted(map(sorted, listed("fields.txt").values()))


def test_each_operator_is_described() -> None:
    assert set(OPERATORS) <= {operator for row in ROWS for operator in re.findall(r"`([A-Z]+)`", row[0])}


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_is_read_without_a_doubt(example: str) -> None:
    query = parse(example)
    assert not query.notes
    assert query.words or query.strict or query.conditions


@pytest.mark.parametrize("name", sorted(field_names()))
def test_each_name_is_read_with_its_marks_and_without(name: str) -> None:
    for typed in (name, fold(name), name.upper()):
        assert field_names()[typed.lower()] == field_names()[name]
