"""Repairs on the command line: what is listed, what is decided, and the filter in a pipe."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

from avtalsarkiv.commands.repairing import repair
from avtalsarkiv.corpus.store import FILE_NAME

Json = dict[str, Any]
SEEN: Final = "Avtal om vÃ¤gen i JÃ¤mtland\n\nBetalas till 850101-1238.\fSida tvÃ¥: vite 500 kr.\n"
MEANT: Final = "Avtal om vägen i Jämtland\n\nBetalas till 850101-1238.\fSida två: vite 500 kr.\n"
MASKED: Final = "******-****"
REPAIR_KEYS: Final = {"start", "end", "seen", "meant", "confidence", "why", "standing"}


def run(archive: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(archive), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


def through(archive: Path, content: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "avtalsarkiv", "--archive", str(archive), "repair", *arguments]
    return subprocess.run(command, input=content, capture_output=True, check=False)


def lines(output: str) -> list[Json]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def avtal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("registry") / "avtal.txt"
    path.write_text(SEEN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(avtal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = tmp_path_factory.mktemp("archives") / "archive"
    [row] = lines(run(archive, "ingest", avtal, "--ocr", "never", "--json").stdout)
    assert row["repaired_words"] == 3
    return archive


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """An archive in which a test may decide what it likes."""
    return Path(shutil.copytree(archive, tmp_path / "archive"))


def listed(archive: Path, path: Path) -> list[Json]:
    return lines(run(archive, "show", path, "--repairs", "--json").stdout)


def test_each_repair_is_listed_with_its_place(archive: Path, avtal: Path) -> None:
    rows = listed(archive, avtal)
    assert [(row["page"], row["seen"], row["meant"], row["why"], row["standing"], row["box"]) for row in rows] == [
        (1, "vÃ¤gen", "vägen", "encoding", "made", None),
        (1, "JÃ¤mtland", "Jämtland", "encoding", "made", None),
        (2, "tvÃ¥:", "två:", "encoding", "made", None),
    ]
    assert [SEEN[row["start"] : row["end"]] for row in rows] == [row["seen"] for row in rows]
    table = run(archive, "show", avtal, "--repairs", "--page", "2")
    assert [line.split(maxsplit=7)[2:] for line in table.stdout.splitlines()] == [
        ["seen", "meant", "sure", "why", "standing", "context"],
        ["tvÃ¥:", "två:", "1.00", "encoding", "made", "Sida tvÃ¥: vite 500 kr."],
    ]
    assert "1 word repaired, 0 suggestions" in table.stderr


def test_the_text_is_shown_as_repaired_and_as_seen(archive: Path, avtal: Path) -> None:
    assert run(archive, "show", avtal, "--text", "--unmask").stdout == MEANT + "\n"
    assert run(archive, "show", avtal, "--seen", "--unmask").stdout == SEEN + "\n"
    assert run(archive, "show", avtal, "--seen", "--page", "2").stdout.startswith("Sida tvÃ¥")
    assert MASKED in run(archive, "show", avtal, "--text").stdout
    assert "3 words repaired, 0 suggestions" in run(archive, "show", avtal).stdout
    [document] = lines(run(archive, "show", avtal, "--json").stdout)
    assert [(page["text"][:9], page["repaired"][:8]) for page in document["pages"]] == [
        ("Avtal om ", "Avtal om"), ("Sida tvÃ¥", "Sida två"),
    ]  # fmt: skip
    assert document["pages"][0]["repairs"][0].keys() >= REPAIR_KEYS


def test_what_is_decided_changes_text_title_and_search(own: Path, avtal: Path) -> None:
    place = listed(own, avtal)[1]["reference"]
    done = run(own, "repair", "--reject", place)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "rejected: 1 repair; 1 document changed\n")
    assert run(own, "show", avtal, "--text").stdout.startswith("Avtal om vägen i JÃ¤mtland")
    [status] = lines(run(own, "status", "--json").stdout)
    assert (status["repaired_words"], status["suggestions"], status["index_up_to_date"]) == (2, 0, True)
    assert run(own, "repair", "--accept", place).returncode == 0
    assert lines(run(own, "facts", "--json").stdout)[0]["title"] == "Avtal om vägen i Jämtland"
    assert run(own, "verify").returncode == 0


def test_what_was_decided_everywhere_holds_in_the_filter(own: Path, avtal: Path) -> None:
    place = listed(own, avtal)[1]["reference"]
    done = run(own, "repair", "--reject", place, "--everywhere")
    assert done.stderr == "rejected: everywhere, 1 word; 1 document changed\n"
    assert run(own, "repair", avtal).stdout == MEANT.replace("Jämtland", "JÃ¤mtland")
    assert run(own, "retry", "--text", "--all", "--json").returncode == 0
    assert [row["standing"] for row in listed(own, avtal)] == ["made", "rejected", "made"]


def test_words_are_added_removed_and_listed(own: Path) -> None:
    assert run(own, "repair", "--add-word", "Fjällbete", "Ånge").returncode == 0
    assert run(own, "repair", "--remove-word", "Ånge").returncode == 0
    assert run(own, "repair", "--words").stdout == "Fjällbete\n"
    assert lines(run(own, "repair", "--words", "--json").stdout) == [{"word": "Fjällbete"}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--accept",), "DOCUMENT:OFFSET"),
        (("--accept", "ffff:1"), "no document has this id"),
        (("--accept", "avtal"), "is no DOCUMENT:OFFSET"),
        (("--accept", "--reject", "ffff:1"), "two errands"),
        (("--everywhere",), "goes with --accept"),
        (("--add-word",), "name the words"),
        (("--add-word", "två ord"), "is no word"),
        (("a.txt", "b.txt"), "give one FILE"),
        (("missing.txt",), "No such file"),
    ],
)
def test_wrong_usage_exits_with_2(archive: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(archive, "repair", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_the_filter_lists_each_repair(tmp_path: Path) -> None:
    done = through(tmp_path / "none", "a\r\ni JÃ¤mtland\r\n".encode(), "--json")
    [row] = lines(done.stdout.decode())
    assert row == {
        "start": 5, "end": 14, "seen": "JÃ¤mtland", "meant": "Jämtland", "confidence": 1.0, "why": "encoding",
        "standing": "made",
    }  # fmt: skip
    assert not (tmp_path / "none").exists()


def test_who_may_only_read_an_archive_of_an_earlier_format_repairs_without_its_words(
    own: Path, avtal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(own / FILE_NAME)) as database:
        database.execute("PRAGMA user_version = 1")
    monkeypatch.setattr("avtalsarkiv.corpus.store.database.os.access", lambda *_: False)
    done = CliRunner().invoke(repair, [str(avtal)], obj=own)
    assert (done.exit_code, done.stdout) == (0, MEANT)
    assert "without the archive's words and decisions" in done.stderr


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\x00\x01\x1b[31m\x7f\r\r\n\x0c\x0c", "a\u0308\u200b🙂\u2028\ufeff".encode(), b" " * 10_000],
)
def test_whatever_it_is_comes_out_as_it_went_in(tmp_path: Path, content: bytes) -> None:
    done = through(tmp_path / "none", content)
    assert (done.returncode, done.stdout) == (0, content)


def test_what_is_no_text_is_told_before_anything_comes_out(tmp_path: Path) -> None:
    done = through(tmp_path / "none", b"Avtal\n\n" * 100_000 + b"\xff\xfe\x00")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"is not UTF-8" in done.stderr
