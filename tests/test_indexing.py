"""The index follows the store, and is built again from it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalsarkiv import loading
from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.answers import Question
from avtalsarkiv.corpus.errors import ArchiveBusy, ArchiveDamaged
from avtalsarkiv.corpus.lock import exclusive
from avtalsarkiv.tests.facts import archive, document, put, stating


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Archive]:
    """Two documents, both indexed."""
    with archive(tmp_path / "archive", stating(document()), stating(document(("Annat",), "cd"), {})) as made:
        loading.follow(made.index, made.store)
        yield made


def found(made: Archive, text: str) -> list[str]:
    return [hit.document[:2] for hit in made.index.search(Question(text)).hits]


def test_the_index_follows_the_store(filled: Archive) -> None:
    put(filled.store, stating(document(("Nytt",), "ef"), {}), "/registry/new.txt")
    loading.follow(filled.index, filled.store)
    assert (found(filled, "nytt"), filled.index.through) == (["ef"], filled.store.revision)


def test_a_store_put_back_from_a_backup_has_its_own_index(filled: Archive, tmp_path: Path) -> None:
    filled.store.close()
    shutil.copytree(filled.directory, tmp_path / "backup")
    with Archive(filled.directory) as later:
        put(later.store, stating(document(("Nytt",), "ef"), {}), "/registry/new.txt")
        loading.follow(later.index, later.store)
    shutil.copy(tmp_path / "backup" / "archive.sqlite3", filled.directory / "archive.sqlite3")
    with Archive(filled.directory) as back:
        loading.follow(back.index, back.store)
        assert (found(back, "nytt"), found(back, "annat")) == ([], ["cd"])


def test_what_a_person_says_of_a_fact_is_known_to_the_index(filled: Archive) -> None:
    [fact] = [one.id for one in filled.store.facts("ab" * 8) if one.fact.text == "Snö & Sand AB"]
    filled.correct(fact, ["name=Plog & Son AB"], who="anna")
    assert (found(filled, "plog"), filled.index.through) == (["ab", "ab"], filled.store.revision)


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_is_built_anew_from_the_store(filled: Archive, jobs: int) -> None:
    told: list[int] = []
    assert loading.reindex(filled.index, filled.store, jobs=jobs, progress=told.append) == 2
    assert (told[-1], sorted(filled.index.documents())) == (2, ["ab" * 8, "cd" * 8])


def test_what_is_of_no_use_is_built_again_and_told(filled: Archive) -> None:
    assert loading.ensure_index(filled.index, filled.store) is None
    (filled.directory / "index" / "stamp.json").write_text("{}")
    assert "built again" in str(loading.ensure_index(filled.index, filled.store))
    assert (found(filled, "annat"), loading.ensure_index(filled.index, filled.store)) == (["cd"], None)


def test_an_empty_archive_needs_no_index(tmp_path: Path) -> None:
    with Archive(tmp_path) as empty:
        assert loading.ensure_index(empty.index, empty.store) is None


def test_an_index_that_is_behind_can_be_asked(filled: Archive) -> None:
    put(filled.store, stating(document(("Nytt",), "ef"), {}), "/registry/new.txt")
    assert (loading.ensure_index(filled.index, filled.store), found(filled, "annat")) == (None, ["cd"])


def test_while_another_process_writes_nothing_is_built(filled: Archive) -> None:
    filled.index.clear()
    with exclusive(filled.directory), pytest.raises(ArchiveBusy):
        loading.ensure_index(filled.index, filled.store)


def test_who_may_not_write_is_told_what_to_do(filled: Archive) -> None:
    filled.index.clear()
    (filled.directory / "lock").unlink(missing_ok=True)
    (filled.directory / "lock").mkdir()
    with pytest.raises(ArchiveDamaged, match=r"there is none.*somebody who may write"):
        loading.ensure_index(filled.index, filled.store)
