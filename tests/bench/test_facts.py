from __future__ import annotations

import json
from pathlib import Path

import pytest

from avtalsarkiv.bench import facts
from avtalsarkiv.bench.annotated import read

BODY = "Avtal\n\n{org Mora kommun | party} betalar {amount 600 tkr} senast {date den 3 maj 2021 | deadline}.\n"


def test_a_folder_may_list_its_facts_beside_the_text(tmp_path: Path) -> None:
    row = {
        "kind": "amount",
        "page": 1,
        "start": 3,
        "end": 8,
        "text": "50 kr",
        "value": "50",
        "unit": "SEK",
        "per": None,
    }
    (tmp_path / "a.txt").write_text("Om 50 kr", "utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"title: Avtal\n---\n{BODY}", "utf-8")
    (tmp_path / "notes.txt").write_text("neither", "utf-8")
    listed, marked = facts.documents_in(tmp_path)
    assert listed.facts[0].fields == {"value": "50", "unit": "SEK"}
    assert len(marked.facts) == 4


def test_what_was_found_has_the_names_of_the_annotation() -> None:
    measured = facts.measure(read("example", f"title: Avtal\n---\n{BODY}"))
    (found,) = [fact for fact in measured.found if fact.kind == "date"]
    assert (found.text, found.fields["from"]) == ("den 3 maj 2021", "2021-05-03")
    assert found.start == measured.document.text.index("den 3")


def test_the_report_names_each_kind_and_each_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"title: Avtal\n---\n{BODY}Totalt {{amount fem öre | value=0.05; unit=NOK}}"
    (tmp_path / "b.txt").write_text(text, "utf-8")
    monkeypatch.setattr("sys.argv", ["facts", "--errors", str(tmp_path)])
    assert facts.main() == 0
    said = capsys.readouterr().out
    assert "b missed amount p1 value=0.05 unit=NOK" in said
    assert all(f"\n{kind}" in said for kind in ("party", "amount", "date", "decision", "all"))
