from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage

from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index.writing import lists, writer
from avtalsarkiv.index.writing.pool import Pool

Make = Callable[..., Document]
MUCH = 1 << 30


@pytest.mark.parametrize("limit", [MUCH, 1000, 1], ids=["in memory", "some runs", "a run for each"])
def test_postings_come_back_by_field_key_and_record(tmp_path: Path, limit: int) -> None:
    pool = Pool(tmp_path, limit)
    for record in range(9):
        pool.gather("text", record, [(b"b", 1, 2, b"x"), (f"a{record % 2}".encode(), 1, 1.5, b"yz")])
        pool.add(("loose", b"c", record, 1.0, None))
    found = [(one.field, one.key, list(one.records)) for one in pool.iter_postings()]
    whole = list(range(9))
    assert found == [
        ("loose", b"c", whole), ("text", b"a0", whole[::2]), ("text", b"a1", whole[1::2]), ("text", b"b", whole),
    ]  # fmt: skip
    pool.cleanup()
    assert list(tmp_path.iterdir()) == []


def test_what_was_forgotten_does_not_come_back(tmp_path: Path) -> None:
    pool = Pool(tmp_path, 1)
    pool.gather("text", 0, [(b"a", 1, 1, b"x")])
    pool.cleanup()
    assert list(pool.iter_postings()) == []


def stands(folder: Path, field: str, key: str) -> Iterator[tuple[int, float, list[int]]]:
    """Where a key stands, by what Whoosh shows of itself: record, weight, positions."""
    with FileStorage(str(folder)).open_index().reader() as reader:
        matcher = reader.postings(field, key.encode())
        while matcher.is_active():
            yield matcher.id(), matcher.weight(), matcher.value_as("positions") if field == "text" else []
            matcher.next()


@pytest.mark.parametrize("block", [2, 1024])
@pytest.mark.parametrize("limit", [1, MUCH])
def test_whoosh_reads_what_is_written(
    tmp_path: Path, document: Make, monkeypatch: pytest.MonkeyPatch, block: int, limit: int
) -> None:
    monkeypatch.setattr(lists, "_BLOCK", block)
    monkeypatch.setattr(writer, "_POOL_BYTES", limit)
    writer.create(tmp_path)
    changes = [Change(name, document(name, "avtal om avtal", "vid {Åse=Åsen}")) for name in "abcde"]
    writer.apply(tmp_path, changes)
    assert list(stands(tmp_path, "text", "avtal")) == [(at, 2, [0, 2]) for at in range(1, 15, 3)]
    assert [weight for _, weight, _ in stands(tmp_path, "text", "åse")] == [0.5] * 5
    assert [record for record, _, _ in stands(tmp_path, "document", "b")] == [3, 4, 5]


def test_what_is_written_anew_is_the_same(tmp_path: Path, document: Make) -> None:
    writer.create(tmp_path)
    writer.apply(tmp_path, [Change("a", document("a", "avtal om avtal", "{Åse?Åsen} om"))])
    before = [list(stands(tmp_path, "text", key)) for key in ("avtal", "om")]
    writer.apply(tmp_path, [Change("b", document("b", *["beslut"] * 9))])
    moved = [[(at - 10, *rest) for at, *rest in stands(tmp_path, "text", key)] for key in ("avtal", "om")]
    assert moved == [[tuple(one) for one in found] for found in before]
