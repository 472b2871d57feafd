"""docs/facts.md says what is found: every kind of finding, every rule, field and value stands in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, get_args

import pytest

from avtalsarkiv.corpus.coding import keys
from avtalsarkiv.corpus.facts import (
    Agreement,
    Amount,
    AmountRole,
    Clause,
    DateRole,
    Ends,
    Hedge,
    Outcome,
    Party,
    PartyRole,
    PartyType,
    Period,
    Reference,
    Relation,
    Ruling,
    Section,
    Status,
    Timing,
    Unit,
    Vat,
)
from avtalsarkiv.ingest.extract.dates.patterns import FORM
from avtalsarkiv.ledger.auditing import UNFIT
from avtalsarkiv.ledger.relating import Inverse

ROOT: Final = Path(__file__).parent.parent
FACTS: Final = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
EXTRACTING: Final = sorted((ROOT / "ingest" / "extract").rglob("*.py"))


def test_each_kind_of_finding_is_described() -> None:
    sources = [*EXTRACTING, *(ROOT / "ledger" / "relating").glob("*.py")]
    kinds = {kind for path in sources for kind in re.findall(r'Finding\(\s*"(\w+)"', path.read_text(encoding="utf-8"))}
    assert len(kinds) > 10
    assert [kind for kind in sorted({*kinds, UNFIT}) if f"| `{kind}` |" not in FACTS] == []


def test_each_rule_that_finds_facts_is_described() -> None:
    literal = re.compile(r'"((?:amount|date|party)\.[a-z_]+|beslut(?:-[a-z]+)?)"')
    rules = {rule for path in EXTRACTING for rule in literal.findall(path.read_text(encoding="utf-8"))}
    groups = set(FORM.groupindex)
    shapes = {group for group in groups if not any(group.startswith(f"{other}_") for other in groups)}
    assert len(rules) > 10 and len(shapes) > 10
    assert [rule for rule in sorted(rules | {f"date.{shape}" for shape in shapes}) if f"`{rule}`" not in FACTS] == []


@pytest.mark.parametrize("kind", [Party, Amount, Timing, Ruling, Agreement, Reference, Section, Clause])
def test_each_field_of_a_fact_is_described(kind: type) -> None:
    assert [key for key in keys(kind) if f"`{key}`" not in FACTS] == []


@pytest.mark.parametrize(
    "values",
    [PartyType, PartyRole, Unit, Period, Vat, Hedge, AmountRole, DateRole, Outcome, Status, Ends, Relation, Inverse],
)
def test_each_value_of_a_field_is_described(values: object) -> None:
    assert [value for value in get_args(values) if f"`{value}`" not in FACTS] == []
