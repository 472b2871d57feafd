from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import CannotWrite, UnreadableFile
from avtalsarkiv.corpus.files import Originals

CONTENT = "Avtal om snöröjning".encode()


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    originals = Originals(tmp_path / "archive")
    originals.prepare()
    return originals


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    return path


def test_an_original_is_kept_byte_for_byte_under_its_hash(originals: Originals, source: Path) -> None:
    staged = originals.stage(source)
    originals.keep(staged)
    assert staged.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert originals.path(staged.sha256).read_bytes() == source.read_bytes() == CONTENT
    assert list(originals.hashes()) == [staged.sha256]
    assert originals.is_whole(staged.sha256)


def test_content_from_inside_a_file_is_kept_like_a_file(originals: Originals, source: Path) -> None:
    assert originals.stage_bytes(CONTENT).sha256 == originals.stage(source).sha256


def test_what_is_only_staged_is_no_original(originals: Originals, source: Path) -> None:
    staged = originals.stage(source)
    assert list(originals.hashes()) == []
    originals.discard(staged)
    assert not staged.path.exists()


def test_the_next_run_clears_what_was_cut_off(originals: Originals, source: Path) -> None:
    originals.stage(source)
    originals.prepare()
    assert list(originals.incoming.iterdir()) == []


def test_a_changed_original_is_noticed(originals: Originals, source: Path) -> None:
    staged = originals.stage(source)
    originals.keep(staged)
    kept = originals.path(staged.sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"forged")
    assert not originals.is_whole(staged.sha256)


def test_a_folder_is_no_file(originals: Originals, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is not a regular file"):
        originals.stage(tmp_path)


def test_an_archive_that_cannot_be_written_says_so(originals: Originals, source: Path) -> None:
    originals.incoming.rmdir()
    with pytest.raises(CannotWrite, match="cannot be written"):
        originals.stage(source)
