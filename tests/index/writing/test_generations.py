from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage

from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.corpus.errors import ArchiveBusy, ArchiveDamaged, CannotWrite
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index.writing import generations, stamp, version
from avtalsarkiv.index.writing.building import build
from avtalsarkiv.index.writing.generations import Generation, Generations
from avtalsarkiv.tests.fakes import fetch

Make = Callable[..., Document]
KEY = b"k" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path, document: Make) -> Generations:
    """With one document, through revision 4."""
    made = Generations(folder, KEY)
    made.update([Change("a", document("a", "avtal"))], 4)
    return made


def used(index: Generations) -> Generation:
    found = index.in_use()
    assert isinstance(found, Generation), found
    return found


def count(index: Generations) -> int:
    """Records that are there: a document's and one for each of its pages."""
    with FileStorage(str(used(index).folder)).open_index().reader() as reader:
        return int(reader.doc_count())


def test_where_nothing_was_written_there_is_none(folder: Path) -> None:
    assert Generations(folder, KEY).in_use() == "there is none"


def test_nobody_else_may_read_or_write_it(index: Generations, folder: Path) -> None:
    assert [stat.S_IMODE(one.stat().st_mode) for one in (folder, used(index).folder)] == [0o700, 0o700]


def test_an_update_leaves_one_generation_and_nothing_else(index: Generations, folder: Path, document: Make) -> None:
    before = used(index).folder
    index.update([Change("b", document("b", "ett", "två"))], 5)
    assert (used(index).through, count(index)) == (5, 5)
    assert sorted(one.name for one in folder.iterdir()) == ["lock", used(index).folder.name, "stamp.json"]
    assert used(index).folder != before


def test_who_has_opened_a_generation_can_read_it_to_the_end(index: Generations, document: Make) -> None:
    with FileStorage(str(used(index).folder)).open_index().reader() as reader:
        index.rebuild(lambda folder: build(folder, [], lambda _: [], jobs=1, progress=lambda _: None), 9)
        assert list(reader.postings("text", b"avtal").all_ids()) == [1]
    assert (used(index).through, count(index)) == (9, 0)


@pytest.mark.parametrize("fails_at", ["apply", "write_stamp"])
def test_an_update_that_fails_leaves_all_as_it_was(
    index: Generations, folder: Path, document: Make, monkeypatch: pytest.MonkeyPatch, fails_at: str
) -> None:
    before = used(index)

    def failing() -> Iterator[Change]:
        yield Change("a", None)
        if fails_at == "apply":
            raise KeyError

    if fails_at == "write_stamp":
        monkeypatch.setattr(generations, "write_stamp", lambda *_: dict[str, None]()["nothing"])
    with pytest.raises(KeyError):
        index.update(failing(), 9)
    assert (used(index), count(index), len(list(folder.glob("pages-*")))) == (before, 2, 1)


_KILLED = """
import os, sys
from pathlib import Path
from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.index.writing import generations
from avtalsarkiv.index.writing.generations import Generations

def killed(*_):
    os.kill(os.getpid(), 9)

def changes():
    yield Change("a", None)
    if sys.argv[2] == "within":
        killed()

if sys.argv[2] == "at the end":
    generations.write_stamp = killed
Generations(Path(sys.argv[1]), b"k" * 32).update(changes(), 9)
"""


@pytest.mark.parametrize("when", ["within", "at the end"])
def test_what_a_killed_process_leaves_is_swept(index: Generations, folder: Path, document: Make, when: str) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, folder, when], check=False)
    assert len(list(folder.glob("pages-*"))) == 2
    assert (used(index).through, count(index)) == (4, 2)
    index.update([Change("b", document("b", "avtal"))], 5)
    assert (len(list(folder.glob("pages-*"))), count(index)) == (1, 4)


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder.parent / "stamp.json").unlink(), "there is none"),
        (lambda folder: half(folder.parent / "stamp.json"), "cannot be read"),
        (lambda folder: (folder.parent / "stamp.json").write_text("[]"), "cannot be read"),
        (lambda folder: (folder.parent / "stamp.json").write_text('{"through": 4}'), "cannot be read"),
        (lambda folder: replaced(folder.parent / "stamp.json", '"through": 4', '"through": 5'), "not as this archive"),
        (lambda folder: replaced(folder.parent / "stamp.json", folder.name, "../index"), "cannot be read"),
        (lambda folder: flipped(next(folder.glob("*.toc"))), "not as this archive"),
        (lambda folder: half(next(folder.glob("*.toc"))), "cut off"),
        (lambda folder: half(next(folder.glob("*.pst"))), "cut off"),
        (lambda folder: next(folder.glob("*.trm")).unlink(), "missing"),
        (lambda folder: (folder / "MAIN_new.trm").write_bytes(b"more"), "missing or cut off"),
        (lambda folder: folder.rename(folder.with_name("away")), "missing"),
        (lambda folder: folder.chmod(0o770), "others may write"),
        (lambda folder: folder.parent.chmod(0o777), "others may write"),
    ],
    ids=range(14),
)
def test_what_cannot_be_trusted_is_not_opened_and_built_again(
    index: Generations, document: Make, spoil: Callable[[Path], object], told: str
) -> None:
    spoil(used(index).folder)
    assert told in str(index.in_use())
    index.update([Change("b", document("b", "avtal", "mer"))], 5)
    assert (used(index).through, count(index)) == (5, 3)


def replaced(path: Path, text: str, other: str) -> None:
    path.write_text(path.read_text().replace(text, other))


def test_another_archives_index_is_not_opened(index: Generations, folder: Path) -> None:
    assert "not as this archive" in str(Generations(folder, b"another").in_use())


def test_an_index_of_another_version_is_not_opened(index: Generations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "version", lambda: "another")
    assert "another version" in str(index.in_use())


def test_the_version_is_another_with_other_word_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "swedish" / "data").mkdir(parents=True)
    found = set()
    for text in ("ett", "två"):
        (tmp_path / "swedish" / "data" / "list.txt").write_text(text)
        monkeypatch.setattr(version, "_PACKAGE", tmp_path)
        found.add(version.version.__wrapped__())
    assert len(found) == 2


def test_damage_that_no_size_tells_names_the_way_out(index: Generations, folder: Path, document: Make) -> None:
    found = used(index)
    next(found.folder.glob("*.toc")).write_bytes(b"nothing")
    signed = stamp.Stamp(version.version(), found.folder.name, 4, stamp.sizes(found.folder))
    stamp.write_stamp(folder, signed.signed(found.folder, KEY))
    with pytest.raises(ArchiveDamaged, match="reindex"):
        index.update([Change("b", document("b", "avtal"))], 5)


def test_a_second_writer_is_sent_away(index: Generations, folder: Path, document: Make) -> None:
    def meanwhile() -> Iterator[Change]:
        with pytest.raises(ArchiveBusy):
            Generations(folder, KEY).update([], 6)
        yield Change("b", document("b", "avtal"))

    index.update(meanwhile(), 5)
    assert (used(index).through, count(index)) == (5, 4)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="search index"):
        Generations(tmp_path / "file" / "index", KEY).update([], 1)


def test_where_files_cannot_be_shared_they_are_copied(
    index: Generations, document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", lambda *_: Path("/none").stat())
    index.update([Change("b", document("b", "avtal"))], 5)
    assert count(index) == 4


def test_nothing_is_left_after_clear(index: Generations, folder: Path) -> None:
    index.clear()
    assert (index.in_use(), [one.name for one in folder.iterdir()]) == ("there is none", ["lock"])


def test_segments_stay_few(index: Generations, document: Make) -> None:
    for number in range(50):
        index.update([Change(f"{number}", document(f"{number}", "avtal", "mer"))], 5 + number)
    with FileStorage(str(used(index).folder)).open_index().reader() as reader:
        assert len(reader.leaf_readers()) <= 8
        assert reader.doc_count() == 2 + 50 * 3


def test_what_was_removed_is_gone_and_what_was_changed_is_there_once(index: Generations, document: Make) -> None:
    index.update([Change(name, document(name, "avtal")) for name in "bcd"], 5)
    index.update([Change("a", None), Change("b", document("b", "nytt")), Change("unknown", None)], 6)
    assert count(index) == 6
    index.update([Change(name, None) for name in "bcd"], 7)
    assert (used(index).through, count(index)) == (7, 0)


def rebuilt(index: Generations, names: Sequence[str], jobs: int | None) -> list[int]:
    told: list[int] = []
    index.rebuild(lambda folder: build(folder, names, fetch, jobs=jobs, progress=told.append), 9)
    return told


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_index_is_built_anew_in_as_many_processes(index: Generations, jobs: int) -> None:
    told = rebuilt(index, [f"{number}" for number in range(7)], jobs)
    with FileStorage(str(used(index).folder)).open_index().reader() as reader:
        assert (reader.doc_count(), len(reader.leaf_readers())) == (21, jobs)
        assert sorted(reader.field_terms("document")) == [f"{number}" for number in range(7)]
    assert (told == sorted(told), told[-1], used(index).through) == (True, 7, 9)
    assert not any(one.is_dir() for one in used(index).folder.iterdir())


@pytest.mark.parametrize(("name", "error"), [("bad", ArchiveDamaged), ("killed", CannotWrite)])
def test_a_process_that_fails_leaves_the_old_index(
    index: Generations, folder: Path, name: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        rebuilt(index, ["b", "c", name, "d"], 2)
    assert (used(index).through, count(index), len(list(folder.glob("pages-*")))) == (4, 2, 1)


def test_what_was_built_by_several_is_updated_as_any_other(index: Generations, document: Make) -> None:
    rebuilt(index, ["a", "b", "c", "d"], 2)
    index.update([Change("a", None), Change("b", document("b", "nytt"))], 10)
    assert count(index) == 2 + 2 * 3
