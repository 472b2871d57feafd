"""The pipeline as others meet it: a package of spaCy's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import spacy
from spacy.language import Language

from avtalsarkiv.corpus.facts import KIND_OF
from avtalsarkiv.ingest.extract.clauses import ClauseKind, clause_at
from avtalsarkiv.ingest.extract.package import FOLDER, load, untokenised

TEXT: Final = (
    "Norrby kommun betalar 500 000 kronor till Fjällby kommun den 1 maj 2024. Nämnden föreslår att avtalet förlängs. "
    "Kommunstyrelsen beslutade 2019 att teckna avtalet. Ärendet återremitteras."
)
DOCS: Final = Path(__file__).parents[3] / "docs" / "facts.md"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def test_found_facts_stand_in_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["amount"]] == ["500 000 kronor"]
    assert next(span.text for span in doc.spans["date"]) == "den 1 maj 2024"


def test_the_component_tells_sentences_apart(nlp: Language) -> None:
    kinds = [clause.kind for clause in nlp(TEXT)._.clauses]
    assert kinds == [ClauseKind.BACKGROUND, ClauseKind.PROPOSAL, ClauseKind.REPORT, ClauseKind.DECISION]


def test_a_clause_is_found_by_its_place(nlp: Language) -> None:
    clauses = nlp(TEXT)._.clauses
    found = clause_at(clauses, TEXT.index("förlängs"))
    assert found is clauses[1]
    assert clause_at(clauses, len(TEXT) + 1) is None


def test_without_tokens_the_same_is_found(nlp: Language) -> None:
    bare = load(exclude=["avtal_spans"])(untokenised(TEXT))
    assert [one.content for one in bare._.mentions] == [one.content for one in nlp(TEXT)._.mentions]
    assert all(type(one.content) in KIND_OF for one in bare._.mentions)


def test_what_is_saved_loads_again_and_judges_alike(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy")
    assert spacy.load(tmp_path / "copy")(TEXT)._.clauses == nlp(TEXT)._.clauses


def test_a_component_stands_in_another_pipeline_under_a_prefix() -> None:
    other = spacy.blank("sv")
    for name in ("avtal_structure", "avtal_identifiers", "avtal_dates"):
        other.add_pipe(name)
    other.add_pipe("avtal_spans", config={"prefix": "avtal/"})
    doc = other("Gäller från 2024-05-01.")
    assert [span.text for span in doc.spans["avtal/date"]] == ["2024-05-01"]


def test_the_package_holds_no_word_of_what_it_learned_from() -> None:
    strings = (FOLDER / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert "återremitteras" not in strings


def test_the_package_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 5_000_000


def test_spacy_finds_the_components_by_itself(tmp_path: Path) -> None:
    code = f"import spacy; print(spacy.load({str(FOLDER)!r}).pipe_names[0])"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "avtal_structure"


def test_the_example_of_the_documentation_runs() -> None:
    section = DOCS.read_text(encoding="utf-8").partition("## In your own spaCy pipeline")[2]
    example = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert example
    exec(compile(example[1], str(DOCS), "exec"), {})
