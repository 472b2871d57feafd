"""docs/contract.md says what the program does: every command, option, outcome, exit code and JSON key stands in it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Final

import click
import pytest

from avtalsarkiv import contract
from avtalsarkiv.cli import app
from avtalsarkiv.contract import facts as statements
from avtalsarkiv.corpus import errors
from avtalsarkiv.corpus.decisions import DECIDED
from avtalsarkiv.corpus.kept import State
from avtalsarkiv.corpus.model import OutcomeKind
from avtalsarkiv.ingest.repair.spellings import Why
from avtalsarkiv.ingest.restoring import ENCODING

ROOT: Final = Path(__file__).parent.parent
CONTRACT: Final = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")


def section(command: str) -> str:
    found = re.search(rf"^### {command}\b.*?(?=^##)", CONTRACT, re.DOTALL | re.MULTILINE)
    assert found, f"docs/contract.md has no section on {command}"
    return found.group()


@pytest.mark.parametrize("name", sorted(app.commands))
def test_each_command_is_described_with_its_options(name: str) -> None:
    for parameter in app.commands[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in section(name), f"{name} {parameter.opts[0]}"


def test_each_exit_code_is_described() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if hasattr(kind, "exit_code")]
    for code in {kind.exit_code for kind in kinds} | {0, 70, 130, 141, 143}:
        assert re.search(rf"^\| (?:\d+, )?{code}(?:, \d+)? \|", CONTRACT, re.MULTILINE), code


def test_each_outcome_is_described() -> None:
    for kind in OutcomeKind:
        assert f"| `{kind}` |" in section("ingest")


def test_each_key_is_described() -> None:
    source = inspect.getsource(contract) + inspect.getsource(statements)
    keys = re.findall(r'^ +"(\w+)":', source, re.MULTILINE)
    assert len(keys) > 60
    for key in [*keys, *statements.ALL_COLUMNS]:
        assert f"`{key}`" in CONTRACT, key


def test_each_state_of_a_fact_is_described() -> None:
    for state in State:
        assert f"| `{state}` |" in section("facts")


def test_each_reason_of_a_repair_is_described() -> None:
    patterns = (ROOT / "ingest" / "repair" / "patterns").glob("*.py")
    named = [re.findall(r'repair\([^\n]*?, "([a-z ]+)"[,)]', path.read_text(encoding="utf-8")) for path in patterns]
    reasons = {*Why, ENCODING, DECIDED}.union(*named)
    assert len(reasons) > 12
    table = (ROOT / "docs" / "repair.md").read_text(encoding="utf-8")
    assert [reason for reason in sorted(reasons) if f"`{reason}`" not in table] == []


def test_each_part_of_the_repair_is_described() -> None:
    parts = [path.name for path in (ROOT / "ingest" / "repair").glob("[!_]*.py")]
    page = (ROOT / "docs" / "repair.md").read_text(encoding="utf-8")
    assert [part for part in parts if f"`{part}`" not in page] == []


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
